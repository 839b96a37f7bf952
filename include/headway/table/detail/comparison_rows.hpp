// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/outcome_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who has one: a table of outcomes costs no parse of them.
template <any_value T>
class comparison;
template <any_value T>
class weighted_comparison;
template <any_value T>
struct grid_table;
template <template <class> class Of, class... Outputs>
class named_results;

}  // namespace headway

namespace headway::report::detail {

/// The columns of what a scenario is against the first one.
template <any_value T>
[[gnu::cold]] void add_paired_columns(std::vector<result_column>& columns, bool has_error) {
    // What is never has no difference to anything, which a reader of the mean difference has to know.
    columns.push_back({"both happen", "both_happen", false, false, true, false, true});
    columns.push_back({"difference", "difference", true, true});
    columns.push_back({"unpaired s.e.", "unpaired_standard_error", false, false, false});
    columns.push_back({any_date<T> ? "P(earlier)" : "P(lower)", "probability_below", true});
    columns.push_back({"P(equal)", "probability_equal", has_error, false, true, true});
    columns.push_back({any_date<T> ? "P(later)" : "P(higher)", "probability_above", true});
}

/// Of outcomes with weights or without, whose columns are `columns`.
template <template <class> class Comparison, any_value T>
[[gnu::cold]] void add_compared(table_parts& table, const row_head& head, const Comparison<T>& compared,
                                std::vector<result_column> columns) {
    columns.insert(columns.begin(), {"scenario", "scenario"});
    add_paired_columns<T>(columns, true);
    table.declare(columns);
    const std::size_t scale = table.scale_of<T>(head, "value");
    const std::size_t difference_scale = table.scale_of<T>(head, "difference");
    for (std::size_t s = 0; s < compared.size(); ++s) {
        table.begin_row(head);
        table.set("scenario", cell_of_text(compared.names()[s]));
        set_outcome(table, compared[s], scale);
        // A shard may be without draws, and then it has no pairs.
        if (s == 0 || compared[s].draws() == 0) continue;
        const auto d = compared.difference(compared.names()[s]);
        table.set("both_happen", cell_of_share(or_undefined([&] { return d.probability_both_happen(); })));
        table.set("difference", cell_of_number(or_undefined([&] { return d.mean(); }),
                                               or_undefined([&] { return d.standard_error(); }), difference_scale));
        table.set("unpaired_standard_error", cell_of_number(or_undefined([&] { return d.unpaired_standard_error(); }),
                                                            undefined, difference_scale));
        const auto probability = [&](const char* key, auto share, auto error) {
            table.set(key, cell_of_probability(or_undefined(share), or_undefined(error)));
        };
        probability("probability_below", [&] { return d.probability_below(); },
                    [&] { return d.probability_below_standard_error(); });
        probability("probability_equal", [&] { return d.probability_equal(); },
                    [&] { return d.probability_equal_standard_error(); });
        probability("probability_above", [&] { return d.probability_above(); },
                    [&] { return d.probability_above_standard_error(); });
    }
}
template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const comparison<T>& compared) {
    add_compared(table, head, compared, outcome_columns());
}
template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const weighted_comparison<T>& compared) {
    add_compared(table, head, compared, weighted_columns());
}

/// Of an input, so that whatever its name is it is no other column's.
template <class = void>
[[nodiscard, gnu::cold]] std::string axis_key(const std::string& input);

template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const grid_table<T>& grid) {
    std::vector<result_column> columns;
    for (const auto& input : grid.axes) columns.push_back({input, axis_key(input)});
    columns.push_back({"p5", "p5"});
    columns.push_back({"p50", "p50", true, true});
    columns.push_back({"p95", "p95"});
    columns.push_back({"never", "probability_never", false, false, true, true});
    add_paired_columns<T>(columns, false);
    table.declare(columns);
    const std::size_t scale = table.scale_of<T>(head, "value");
    const std::size_t difference_scale = table.scale_of<T>(head, "difference");
    for (const auto& row : grid.rows) {
        table.begin_row(head);
        for (std::size_t a = 0; a < grid.axes.size(); ++a) {
            table.set(axis_key(grid.axes[a]), cell_of_text(row.levels[a]));
        }
        table.set("p5", cell_of_value(row.p5, undefined, scale));
        table.set("p50", cell_of_value(row.p50, base_value_of(row.standard_error), scale));
        table.set("p95", cell_of_value(row.p95, undefined, scale));
        table.set("probability_never", cell_of_share(row.never));
        if (!row.versus) continue;
        const auto& versus = *row.versus;
        table.set("both_happen", cell_of_share(versus.both_happen));
        const auto& mean = versus.mean;  // none where both happen in fewer than two draws
        table.set("difference", mean ? cell_of_value(mean->value, base_value_of(mean->standard_error), difference_scale)
                                     : cell_of_number(undefined, undefined, difference_scale));
        table.set("unpaired_standard_error",
                  mean ? cell_of_value(mean->unpaired_standard_error, undefined, difference_scale)
                       : cell_of_number(undefined, undefined, difference_scale));
        table.set("probability_below", cell_of_probability(versus.below, versus.below_standard_error));
        table.set("probability_equal", cell_of_share(versus.equal));
        table.set("probability_above", cell_of_probability(versus.above, versus.above_standard_error));
    }
}

/// Comparisons or grids, one for each output.
template <template <class> class Of, class... Outputs>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const named_results<Of, Outputs...>& results) {
    add_rows_of_outputs<Outputs...>(table, head, results);
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/comparison_rows.hpp>
#endif
