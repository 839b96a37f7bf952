// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/change_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who has one, as in sensitivity_rows.hpp.
template <any_value T, any_value V>
class value_answer;
template <any_value V>
class two_way_table;
template <any_value T>
class decision;
template <any_value T>
struct information_list;
template <any_value T>
class option_to_wait;

}  // namespace headway

namespace headway::report::detail {

/// A statistic in a cell, a probability in percent.
template <any_value V>
[[nodiscard, gnu::cold]] result_cell cell_of_statistic(const V& value, double error, bool is_probability,
                                                       std::size_t scale) {
    if (is_probability) return cell_of_probability(base_value_of(value), error);
    return cell_of_value(value, error, scale);
}

/// A row for each value that meets the target, with the statistic there (at a jump, on its two sides); where none does, one
/// that tells what the statistic is instead.
template <any_value T, any_value V>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const value_answer<T, V>& answer) {
    table.declare({{"input", "input"},
                   {"value", "value", true, true},
                   {"to", "until"},
                   {"statistic", "statistic"},
                   {"is", "reached"},
                   {"or", "reached_after_jump"},
                   {"target", "target"},
                   {"searched from", "searched_from", false, false, false},
                   {"searched to", "searched_to", false, false, false},
                   {"least", "least", false, false, false},
                   {"greatest", "greatest", false, false, false},
                   {"evaluations", "evaluations", false, false, false}});
    const std::size_t input_scale = table.scale_of<T>(head, "input");
    const std::size_t scale = table.scale_of<V>(head, "value");
    const auto statistic = [&](const V& value) {
        return cell_of_statistic(value, undefined, answer.is_probability(), scale);
    };
    const auto whole = [&] {
        table.begin_row(head);
        table.set("input", cell_of_text(answer.what()));
        table.set("statistic", cell_of_text(answer.statistic()));
        table.set("target", statistic(answer.target()));
        table.set("searched_from", cell_of_value(answer.low(), undefined, input_scale));
        table.set("searched_to", cell_of_value(answer.high(), undefined, input_scale));
        table.set("least", statistic(answer.least()));
        table.set("greatest", statistic(answer.greatest()));
        table.set("evaluations", cell_of_count(answer.evaluations()));
    };
    const auto words = [&](const V& value) {
        return answer.is_probability() ? to_text(100.0 * base_value_of(value), 4) + " %" : to_text(value);
    };
    if (answer.none()) {
        whole();
        table.set("reached", cell_of_text("nowhere, " + words(answer.least()) + " to " + words(answer.greatest())));
    }
    for (const auto& met : answer) {
        whole();
        table.set("value", cell_of_value(met.value, base_value_of(met.standard_error), input_scale));
        if (base_value_of(met.until) != base_value_of(met.value)) {
            table.set("until", cell_of_value(met.until, undefined, input_scale));
        }
        table.set("reached", statistic(met.from));
        if (met.jumps) table.set("reached_after_jump", statistic(met.to));
    }
}

/// Of cells that have no error so many digits are shown as the others have at most.
template <any_value V>
[[nodiscard, gnu::cold]] int digits_of_pairs(const two_way_table<V>& pairs) {
    int digits = 0;
    for (std::size_t r = 0; r < pairs.rows().levels.size(); ++r) {
        for (std::size_t c = 0; c < pairs.columns().levels.size(); ++c) {
            const double error = base_value_of(pairs.at(r, c).standard_error);
            if (!(error > 0.0 && error < no_limit)) continue;
            const int shown = significant_digits(base_value_of(pairs.at(r, c).value), error);
            digits = shown > digits ? shown : digits;
        }
    }
    return digits > 0 ? digits : 6;
}

/// A row for each level of the one input, a column for each level of the other.
template <any_value V>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const two_way_table<V>& pairs) {
    const auto& down = pairs.rows();
    const auto& across = pairs.columns();
    const auto key = [&](std::size_t c) { return "axis: " + across.input + " = " + across.levels[c]; };
    result_column corner{down.input + " \\ " + across.input + ": " + pairs.statistic(), "axis: " + down.input};
    corner.is_corner = true;
    std::vector<result_column> columns{corner};
    for (std::size_t c = 0; c < across.levels.size(); ++c) {
        result_column column{across.levels[c], key(c), true};
        column.unit_in_corner = true;
        columns.push_back(column);
    }
    columns.push_back({"statistic", "statistic", false, false, false});
    table.declare(columns);
    const std::size_t scale = table.scale_of<V>(head, "value");
    const int digits = digits_of_pairs(pairs);
    for (std::size_t r = 0; r < down.levels.size(); ++r) {
        table.begin_row(head);
        table.set("axis: " + down.input, cell_of_text(down.levels[r]));
        for (std::size_t c = 0; c < across.levels.size(); ++c) {
            const auto& pair = pairs.at(r, c);
            auto cell =
                cell_of_statistic(pair.value, base_value_of(pair.standard_error), pairs.is_probability(), scale);
            cell.digits = digits;
            table.set(key(c), std::move(cell));
        }
        table.set("statistic", cell_of_text(pairs.statistic()));
    }
}

/// A row for each option.
template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const decision<T>& decided) {
    table.declare({{"option", "option"},
                   {"best now", "best_now"},
                   {"mean", "mean", true, true},
                   {"P(best)", "probability_best", true},
                   {"ties", "ties", false, false, true, true},
                   {"regret", "regret", true, true},
                   {"from best", "from_best", true, true}});
    const std::size_t scale = table.scale_of<T>(head, "value");
    const std::size_t worth_scale = table.scale_of<T>(head, "worth");
    for (const auto& option : decided.options()) {
        table.begin_row(head);
        table.set("option", cell_of_text(option.option));
        table.set("mean", cell_of_value(option.mean, base_value_of(option.standard_error), scale));
        table.set("probability_best",
                  cell_of_probability(option.probability_best, option.probability_best_standard_error));
        table.set("ties", cell_of_share(option.ties));
        table.set("regret", cell_of_value(option.regret, base_value_of(option.regret_standard_error), worth_scale));
        if (&option == &decided.best()) {
            table.set("best_now", cell_of_text("yes"));
        } else {
            table.set("from_best",
                      cell_of_value(option.from_best, base_value_of(option.from_best_standard_error), worth_scale));
        }
    }
}

template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const information_list<T>& information) {
    table.declare({{"to know", "input"}, {"is worth", "value", true, true}});
    add_information_rows(table, head, information.all, information.inputs, table.scale_of<T>(head, "worth"));
    for (const std::string_view path : information.paths) {
        table.begin_row(head);
        table.set("input", cell_of_text(std::string(path) + " (a path: in all inputs only)"));
    }
}

/// A row for each date, with the share of the draws that act on it and the rule, and one for those that never do.
template <any_value T>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head, const option_to_wait<T>& waiting) {
    table.declare({{"acts", "probability_of_acting", true}, {"rule", "rule"}});
    for (const auto& one : waiting.dates()) {
        table.begin_row({cell_of_value(one.when, undefined, 0), head.name});
        table.set("probability_of_acting", cell_of_probability(one.probability, one.standard_error));
        table.set("rule", cell_of_text(one.rule));
    }
    if (!(waiting.probability_never() > 0.0)) return;
    table.begin_row({cell_of_value(date::never(), undefined, 0), head.name});
    table.set("probability_of_acting",
              cell_of_probability(waiting.probability_never(), waiting.probability_never_standard_error()));
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
