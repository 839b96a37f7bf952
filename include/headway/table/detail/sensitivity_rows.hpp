// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/stable_order.hpp>
#include <headway/table/detail/table_parts.hpp>
#include <headway/table/significant_digits.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who has one: a table of outcomes costs no parse of them.
template <any_value T, class... Assumptions>
class tornado_bars;
template <any_value T, class... Assumptions>
class elasticity_rows;
template <class... Assumptions>
class sobol_index_rows;
template <class... Assumptions>
class shapley_rows;
struct first_order_index;
struct spearman_correlation;
struct input_change;
template <class Row, class... Assumptions>
class sensitivity_rows;
template <any_value T, class... Assumptions>
struct information_values;

}  // namespace headway

namespace headway::report::detail {

/// Rows with the greatest first, equal ones in their order, undefined ones last.
template <class Rows, class Of>
[[nodiscard]] auto descending(const Rows& rows, Of of) {
    std::vector<const typename Rows::row_type*> order;
    for (const auto& row : rows) order.push_back(&row);
    headway::detail::sort_stably(order, [&](const auto* a, const auto* b) {
        const double x = of(*a);
        const double y = of(*b);
        return x > y || (x == x && y != y);
    });
    return order;
}

template <class = void>
[[nodiscard, gnu::cold]] unit_scale plain_scale();

/// For each input its name, its low and its high level, the result there, and the swing between them.
template <any_value T, class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const tornado_bars<T, Assumptions...>& bars) {
    table.declare({{"input", "input"},
                   {"low", "low"},
                   {"high", "high"},
                   {"result at low", "result_at_low"},
                   {"result at high", "result_at_high"},
                   {"swing", "swing"}});
    const std::size_t scale = table.scale_of<T>(head, "value");
    const std::size_t swing_scale = table.scale_of<T>(head, "swing");
    for (const auto& bar : bars) {
        table.begin_row(head);
        table.set("input", cell_of_text(bar.input));
        table.set("low", cell_of_text(bar.low.input.text()));
        table.set("high", cell_of_text(bar.high.input.text()));
        table.set("result_at_low", cell_of_value(bar.low.result, undefined, scale));
        table.set("result_at_high", cell_of_value(bar.high.result, undefined, scale));
        table.set("swing", cell_of_value(bar.swing, undefined, swing_scale));
    }
}

/// Percent of the result, or of a date the time by which it moves, per percent of the input or per year.
template <any_value T>
[[nodiscard, gnu::cold]] unit_scale elasticity_scale(std::string_view per) {
    const std::string after = " " + std::string(per);
    if constexpr (any_date<T>) {
        return scale_of_dimension<dim::time>(1.0, after);
    } else {
        return {{1.0, "percent" + after}};
    }
}

template <any_value T, class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const elasticity_rows<T, Assumptions...>& elasticities) {
    table.declare({{"input", "input"},
                   {"median", "central"},
                   {"elasticity", "elasticity"},
                   {"because", "undefined_because"},
                   {"slope", "slope_in_base_units", false, false, false}});
    const std::size_t slope_scale = table.scale_of(head, "slope", plain_scale<>);
    for (const auto& row : elasticities) {
        const std::size_t scale = table.scale_of(head, row.per(), [&] { return elasticity_scale<T>(row.per()); });
        table.begin_row(head);
        table.set("input", cell_of_text(row.input));
        table.set("central", cell_of_text(row.central.text()));
        table.set("elasticity", cell_of_number(row.value ? base_value_of(*row.value) : undefined, undefined, scale));
        table.set("undefined_because", cell_of_text(to_text(row.gap)));
        table.set("slope_in_base_units", cell_of_number(row.slope ? *row.slope : undefined, undefined, slope_scale));
    }
}

/// The columns of a share of the variance: the share with its error and its confidence interval.
template <class = void>
[[gnu::cold]] void add_index_columns(std::vector<result_column>& columns, const std::string& heading, const std::string& key,
                              double level);
template <class Index>
[[gnu::cold]] void set_index(table_parts& table, const std::string& key, const Index& index) {
    table.set(key, cell_of_share(index.value, index.standard_error));
    table.set(key + "_low", cell_of_share(index.low, index.standard_error));
    table.set(key + "_high", cell_of_share(index.high, index.standard_error));
}

/// What belongs to the whole analysis, in each row, so that a program has it with every share.
template <class = void>
[[gnu::cold]] void add_analysis_columns(std::vector<result_column>& columns);
template <class Rows>
[[gnu::cold]] void set_analysis(table_parts& table, const Rows& analysis) {
    table.set("confidence_level", cell_of_share(analysis.level()));
    table.set("evaluations", cell_of_count(analysis.evaluations()));
}

template <class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const sobol_index_rows<Assumptions...>& indices) {
    std::vector<result_column> columns{{"input", "input"}};
    add_index_columns(columns, "first order", "first_order", indices.level());
    add_index_columns(columns, "total", "total", indices.level());
    add_analysis_columns(columns);
    table.declare(columns);
    for (const auto* const row : descending(indices, [](const auto& r) { return r.total.value; })) {
        table.begin_row(head);
        table.set("input", cell_of_text(row->input));
        set_index(table, "first_order", row->first_order);
        set_index(table, "total", row->total);
        set_analysis(table, indices);
    }
}

template <class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const shapley_rows<Assumptions...>& effects) {
    std::vector<result_column> columns{{"input", "input"}};
    add_index_columns(columns, "share", "share", effects.level());
    add_analysis_columns(columns);
    table.declare(columns);
    for (const auto* const row : descending(effects, [](const auto& r) { return r.share.value; })) {
        table.begin_row(head);
        table.set("input", cell_of_text(row->input));
        set_index(table, "share", row->share);
        set_analysis(table, effects);
    }
}

template <class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head,
              const sensitivity_rows<first_order_index, Assumptions...>& indices) {
    table.declare({{"input", "input"}, {"first order", "first_order", true, true}});
    for (const auto* const row : descending(indices, [](const auto& r) { return r.value; })) {
        table.begin_row(head);
        table.set("input", cell_of_text(row->input));
        table.set("first_order", cell_of_share(row->value, row->standard_error));
    }
}

template <class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head,
              const sensitivity_rows<spearman_correlation, Assumptions...>& correlations) {
    table.declare({{"input", "input"}, {"rank correlation", "rank_correlation", true, true}});
    const std::size_t scale = table.scale_of(head, "correlation", plain_scale<>);
    const auto strength = [](const auto& row) {
        return !row.value ? undefined : *row.value < 0.0 ? -*row.value : *row.value;
    };
    for (const auto* const row : descending(correlations, strength)) {
        table.begin_row(head);
        table.set("input", cell_of_text(row->input));
        table.set("rank_correlation", cell_of_number(row->value ? *row->value : undefined,
                                                     row->standard_error ? *row->standard_error : undefined, scale));
    }
}

/// What an observation did to each input, in words, the one that moved most first.
template <class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const sensitivity_rows<input_change, Assumptions...>& changes) {
    table.declare({{"input", "input"},
                   {"p5 before", "p5_before"},
                   {"p50", "p50_before"},
                   {"p95", "p95_before"},
                   {"p5 after", "p5_after"},
                   {"p50", "p50_after"},
                   {"p95", "p95_after"},
                   {"moved", "moved"}});
    for (const auto* const row : descending(changes, [](const auto& r) { return r.moved; })) {
        table.begin_row(head);
        table.set("input", cell_of_text(row->input));
        const char* const before[] = {"p5_before", "p50_before", "p95_before"};
        const char* const after[] = {"p5_after", "p50_after", "p95_after"};
        for (std::size_t k = 0; k < 3; ++k) {
            table.set(before[k], cell_of_text(row->before_text[k]));
            table.set(after[k], cell_of_text(row->after_text[k]));
        }
        table.set("moved", cell_of_share(row->moved));
    }
}

/// Rows of what might be known.
template <class Information, class Inputs>
[[gnu::cold]] void add_information_rows(table_parts& table, const row_head& head, const Information& all, const Inputs& inputs,
                                        std::size_t worth_scale) {
    const auto add = [&](const auto& row) {
        table.begin_row(head);
        table.set("input", cell_of_text(row.input));
        table.set("value", cell_of_value(row.value, base_value_of(row.standard_error), worth_scale));
    };
    add(all);
    for (const auto& row : inputs) add(row);
}

/// Rows of the decisions, then rows of what might be known.
template <any_value T, class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const information_values<T, Assumptions...>& information) {
    table.declare({{"decision", "decision"},
                   {"best now", "best_now"},
                   {"mean", "mean", true, true},
                   {"to know", "input"},
                   {"is worth", "value", true, true}});
    const std::size_t scale = table.scale_of<T>(head, "value");
    const std::size_t worth_scale = table.scale_of<T>(head, "worth");
    for (std::size_t d = 0; d < information.decisions.size(); ++d) {
        const auto& decision = information.decisions[d];
        table.begin_row(head);
        table.set("decision", cell_of_text(decision.decision));
        if (d == information.best) table.set("best_now", cell_of_text("yes"));
        table.set("mean", cell_of_value(decision.mean, base_value_of(decision.standard_error), scale));
    }
    add_information_rows(table, head, information.all, information.inputs, worth_scale);
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/sensitivity_rows.hpp>
#endif
