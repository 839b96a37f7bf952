// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/table/detail/table_parts.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who updates a forecast.
template <any_value T>
class weighted_outcome;

}  // namespace headway

// `add_rows` says of each kind of result what it is as rows of a table. Overloads are found by their first argument, so
// that those for fans and named outputs see those for what is in them.

namespace headway::report::detail {

template <class = void>
[[nodiscard, gnu::cold]] std::vector<result_column> outcome_columns();

/// The statistics of an outcome, weighted or not, into the last row.
template <template <class> class Outcome, any_value T>
[[gnu::cold]] void set_outcome(table_parts& table, const Outcome<T>& o, std::size_t scale) {
    using kind = result_cell::kind;
    const auto cell = [&](kind is, auto value, auto error) {
        return result_cell{is, {}, or_undefined(value), or_undefined(error), scale};
    };
    constexpr kind of_value = any_date<T> ? kind::date : kind::number;
    const bool some = o.draws() > 0;
    const auto quantile = [&](double p) {
        if (!some) return result_cell{of_value, {}, undefined, undefined, scale};
        // One draw has quantiles, but nothing tells how far they are off.
        const double error = o.draws() > 1 ? base_value_of(o.quantile_standard_error(p)) : no_limit;
        return result_cell{of_value, {}, base_value_of(o.quantile(p)), error, scale};
    };
    table.set("draws", cell_of_count(o.draws()));
    table.set("p5", quantile(0.05));
    table.set("p50", quantile(0.5));
    table.set("p95", quantile(0.95));
    table.set("mean", cell(
                          of_value, [&] { return o.mean(); }, [&] { return o.standard_error(); }));
    table.set("standard_deviation",
              cell(
                  kind::number, [&] { return o.stddev(); }, [&] { return o.stddev_standard_error(); }));
    if constexpr (requires { o.effective_draws(); }) {
        table.set("effective_draws", cell_of_count(floor(o.effective_draws())));
    }
    table.set("probability_never", some ? cell_of_probability(o.probability_never(), o.probability_never_standard_error())
                                        : cell_of_share(undefined));
}

template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const outcome<T>& o) {
    table.declare(outcome_columns());
    table.begin_row(head);
    set_outcome(table, o, table.scale_of<T>(head, "value"));
}

template <class = void>
[[nodiscard, gnu::cold]] std::vector<result_column> weighted_columns();

template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const weighted_outcome<T>& o) {
    table.declare(weighted_columns());
    table.begin_row(head);
    set_outcome(table, o, table.scale_of<T>(head, "value"));
}

/// One result for each output: "name: output".
template <class... Outputs, class Results>
[[gnu::cold]] void add_rows_of_outputs(table_parts& table, const row_head& head, const Results& results) {
    const std::string prefix = head.name.empty() ? std::string() : head.name + ": ";
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (add_rows(table, row_head{head.when, prefix + std::string(Outputs::name)}, results.template get<I>()), ...);
    }
    (std::index_sequence_for<Outputs...>{});
}
template <class... Outputs>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const named_outcomes<Outputs...>& outcomes) {
    add_rows_of_outputs<Outputs...>(table, head, outcomes);
}

template <class... Outputs>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const named_results<weighted_outcome, Outputs...>& outcomes) {
    add_rows_of_outputs<Outputs...>(table, head, outcomes);
}

template <class Result>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const fan<Result>& fan) {
    for (std::size_t i = 0; i < fan.size(); ++i) {
        const double when = fan.dates()[i].seconds_since_1970();
        add_rows(table, row_head{{result_cell::kind::date, {}, when}, head.name}, fan[i]);
    }
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/outcome_rows.hpp>
#endif
