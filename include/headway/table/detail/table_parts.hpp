// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/table/result_cell.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// What the rows of one result begin with: its date and its name, if it is one of several.
struct row_head {
    result_cell when;
    std::string name;
};

template <class = void>
[[nodiscard, gnu::cold]] result_cell cell_of_text(std::string_view text);
template <class Count>
[[nodiscard, gnu::cold]] result_cell cell_of_count(Count count) {
    return {result_cell::kind::count, {}, static_cast<double>(count)};
}
template <class = void>
[[nodiscard, gnu::cold]] result_cell cell_of_share(double share, double error = undefined);
/// The share of draws in which something is so.
template <class = void>
[[nodiscard, gnu::cold]] result_cell cell_of_probability(double share, double error);
template <class = void>
[[nodiscard, gnu::cold]] result_cell cell_of_number(double base_value, double error, std::size_t scale);
template <any_value T>
[[nodiscard, gnu::cold]] result_cell cell_of_value(const T& value, double error, std::size_t scale) {
    return {any_date<T> ? result_cell::kind::date : result_cell::kind::number, {}, base_value_of(value), error, scale};
}

/// What a function of an outcome returns, or not-a-number where it is undefined.
template <class F>
[[nodiscard, gnu::cold]] double or_undefined(F f) {
    try {
        return base_value_of(f());
    } catch (const std::domain_error&) {  // every draw is never, or there is but one
        return undefined;
    }
}

/// A table of results while it is put together. Results of different kinds may share one: a row has nothing in the
/// columns that only others have.
struct table_parts {
    std::vector<result_column> columns;
    std::vector<std::vector<result_cell>> rows;
    std::vector<unit_scale> scales;
    /// Of the result that is being added: outputs keep their scales from date to date.
    std::vector<std::pair<std::string, std::size_t>> scales_in_use;

    /// The place of a column, or their number.
    [[nodiscard]] std::size_t place_of(std::string_view key) const noexcept;

    /// Sees to it that there are columns for the heads of rows and these, in this order but for those there already,
    /// which have all headings then.
    template <class = void>
    [[gnu::cold]] void declare(const std::vector<result_column>& wanted);

    [[gnu::cold]] void begin_row(const row_head& head);
    /// A cell of the last row, in a column that was declared.
    [[gnu::cold]] void set(std::string_view key, result_cell cell) { rows.back()[place_of(key)] = std::move(cell); }

    /// The scale of what an output has of one kind ("value", "difference"), made where it is new.
    template <class Make>
    [[nodiscard, gnu::cold]] std::size_t scale_of(const row_head& head, std::string_view what, Make make) {
        const std::string name = std::string(what) + ' ' + head.name;
        for (const auto& known : scales_in_use) {
            if (known.first == name) return known.second;
        }
        scales.push_back(make());
        scales_in_use.emplace_back(name, scales.size() - 1);
        return scales.size() - 1;
    }
    /// That of the values of a type; of dates that of their differences.
    template <any_value T>
    [[nodiscard, gnu::cold]] std::size_t scale_of(const row_head& head, std::string_view what) {
        return scale_of(head, what, [] { return scale_of_value<typename value_traits<T>::difference_type>::get(); });
    }
};

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/table_parts.hpp>
#endif
