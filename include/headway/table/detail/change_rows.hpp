// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who has one, as in sensitivity_rows.hpp.
template <any_value V, class... Assumptions>
class change_attribution;

}  // namespace headway

namespace headway::report::detail {

/// The columns of what changed assumptions did to a statistic.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<result_column> change_columns();

/// A row for the whole: the statistic before and after, for programs as values too, and its change.
template <any_value V, class... Assumptions>
[[gnu::cold]] void add_whole_change(table_parts& table, const row_head& head,
                                    const change_attribution<V, Assumptions...>& why) {
    const std::size_t scale = table.scale_of<V>(head, "value");
    const std::size_t change_scale = table.scale_of<V>(head, "change");
    const auto cell = [&](const V& value, double error) {
        if (why.is_probability()) return cell_of_probability(base_value_of(value), error);
        return cell_of_value(value, error, scale);
    };
    const auto words = [&](const V& value, double error) {
        if constexpr (any_date<V>) {
            return to_text(value);
        } else if constexpr (std::is_same_v<V, double>) {
            return why.is_probability() ? value_text(100.0 * value, 100.0 * error) + " %" : value_text(value, error);
        } else {
            const double x = base_value_of(value);
            return to_text(value, significant_digits(x, error));
        }
    };
    const double before_error = base_value_of(why.before_standard_error());
    const double after_error = base_value_of(why.after_standard_error());
    table.begin_row(head);
    table.set("input", cell_of_text(why.statistic()));
    table.set("before", cell_of_text(words(why.before(), before_error)));
    table.set("after", cell_of_text(words(why.after(), after_error)));
    table.set("value_before", cell(why.before(), before_error));
    table.set("value_after", cell(why.after(), after_error));
    const double change = base_value_of(why.change());
    const double error = base_value_of(why.standard_error());
    if (why.happens()) {
        table.set("change",
                  why.is_probability() ? cell_of_share(change, error) : cell_of_number(change, error, change_scale));
    }
    table.set("statistic", cell_of_text(why.statistic()));
    table.set("draws", cell_of_count(why.draws()));
    table.set("evaluations", cell_of_count(why.evaluations()));
}

/// A row for each changed assumption, the greatest part first, and one for the whole, which they add up to. Where the
/// statistic is never somewhere on the way these are of the probability of never, and a last row tells what the statistic is.
template <any_value V, class... Assumptions>
[[gnu::cold]] void add_rows(table_parts& table, const row_head& head,
                            const change_attribution<V, Assumptions...>& why) {
    table.declare(change_columns());
    if (!why.happens()) {
        add_rows(table, head, why.never());
        add_whole_change(table, head, why);
        return;
    }
    const std::size_t scale = table.scale_of<V>(head, "change");
    for (const auto& part : why) {
        table.begin_row(head);
        table.set("input", cell_of_text(part.input));
        table.set("before", cell_of_text(part.before));
        table.set("after", cell_of_text(part.after));
        const double change = base_value_of(part.change);
        const double error = base_value_of(part.standard_error);
        table.set("change", why.is_probability() ? cell_of_share(change, error) : cell_of_number(change, error, scale));
        table.set("statistic", cell_of_text(why.statistic()));
    }
    add_whole_change(table, head, why);
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/change_rows.hpp>
#endif
