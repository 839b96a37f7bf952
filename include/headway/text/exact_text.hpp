// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/value_notation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The shortest text that reads back as the same number, written out where that is short enough to read.
template <class = void>
[[nodiscard, gnu::cold]] std::string shortest_text(double x);

/// The unit of size 1 of a kind: "USD per s", "nm^2".
template <class = void>
[[nodiscard, gnu::cold]] std::string base_unit_text(const value_kind& kind);

/// The number of units that makes exactly so many base units, in the fewest digits; empty where there is none.
template <class = void>
[[nodiscard, gnu::cold]] std::string exact_number_of(const run_time_unit& unit, double base);

/// The unit behind the number in what `to_text` prints, read; false where it cannot be.
template <class = void>
[[nodiscard, gnu::cold]] bool read_own_unit(std::string_view name, const value_notation& notation, run_time_unit& unit);

template <class = void>
[[nodiscard, gnu::cold]] std::string exact_date_text(double seconds);

/// How many digits a number shows, zeros at its ends apart.
template <class = void>
[[nodiscard]] int shown_digits(std::string_view number) noexcept;

/// "USD per chip-month" of a kind of value, with these units of time and of energy.
template <class = void>
[[nodiscard, gnu::cold]] std::string unit_name_with(const value_kind& kind, std::string_view time,
                                                std::string_view energy);

/// With what precedes a unit that is counted, so that the number reads well: "20 thousand USD per chip-month".
template <class = void>
[[nodiscard, gnu::cold]] std::string counted_text(const std::string& number, const run_time_unit& unit, double base,
                                              const std::string& name);

/// Where the unit in which `to_text` tells a value takes many digits, another one of time or energy that takes few: 28
/// months are 2.3333333333333335 years. Empty where there is none.
template <class = void>
[[nodiscard, gnu::cold]] std::string text_in_few_digits(double base, const value_notation& notation, int digits);

template <class = void>
[[nodiscard, gnu::cold]] std::string exact_text_of(double base, const value_notation& notation);

}  // namespace detail

/// A number, quantity or date as text that `parse_value` reads back as the same value, bit for bit, in the fewest
/// digits: a quantity in the unit in which `to_text` prints it ("4.2 million USD"), where that takes many digits in another
/// unit of time or energy that takes few ("28 months", "60 USD per chip-month"), or in base units where neither is exact; a
/// date as "2026-11-21", with the time of day where there is one. Not for reading: `to_text` rounds. A date
/// -0.0 seconds from 1970 reads back as 0.0; NaN, which no text stands for, gives "undefined".
template <any_value T>
[[nodiscard, gnu::cold]] std::string exact_text(const T& value) {
    const double base = base_value_of(value);
    return base == base ? detail::exact_text_of(base, detail::notation_of<T>) : "undefined";
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/exact_text.hpp>
#endif
