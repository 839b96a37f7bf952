// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string_view>

#include <headway/quantity/date.hpp>
#include <headway/quantity/quantity.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// How a figure's number is printed. Filled in by the figure's constructor from its value, never by hand.
struct printed_number {
    enum class form { none, number, range, interval, sum };
    form as = form::none;
    /// Dates known to the year: no thousands separator, no unit.
    bool years = false;
    double number = 0.0;  ///< the value in `unit`; the low end where there is no value
    double low = 0.0;     ///< the low end, or the first summand, or again the value
    double high = 0.0;    ///< the high end, or the second summand, or again the value
    double level = 0.0;   ///< of an interval; 0 when the source does not state it
    /// One `unit` in base units; of dates a year.
    double unit_size = 0.0;
    std::string_view unit{};
    std::string_view prefix{};
};

/// What a figure can be of: a plain number (a count, a share, a factor), a quantity or a date.
template <class T>
concept figure_value = std::same_as<T, double> || std::same_as<T, date> ||
    (any_quantity<T>&& std::same_as<typename T::number_type, double>);

/// The unit in which a figure is printed: `{million_usd, "million USD"}`, `{percent, "%"}`, `{1.0, "per year", "÷"}`.
template <figure_value Value>
struct shown_in {
    Value size;
    std::string_view unit;
    /// Printed before the number.
    std::string_view prefix;

    template <class Size>
    constexpr shown_in(const Size& unit_size, std::string_view unit_text, std::string_view before_the_number = {})
        : size(of_the_value(unit_size)), unit(unit_text), prefix(before_the_number) {}

  private:
    // The conversion fails for a unit of another dimension, and so names both dimensions.
    template <class Size>
    static constexpr Value of_the_value(const Size& unit_size) {
        const Value unit_of_this_dimension = unit_size;
        return unit_of_this_dimension;
    }
};
/// A date is printed as its year, so its unit is `{}`: no date in the sources is known more closely.
template <>
struct shown_in<date> {
    std::string_view unit{};
    std::string_view prefix{};
};

namespace detail {

/// Of the calendar's 400 years the mean.
inline constexpr double seconds_in_mean_year = 31556952.0;

template <figure_value Value>
[[nodiscard]] constexpr double unit_size_of(const shown_in<Value>& shown) {
    if constexpr (std::same_as<Value, double>) {
        return shown.size;
    } else if constexpr (std::same_as<Value, date>) {
        return seconds_in_mean_year;
    } else {
        return shown.size.base_value();
    }
}

template <figure_value Value>
[[nodiscard]] constexpr double number_in(const Value& value, const shown_in<Value>& shown) {
    if constexpr (std::same_as<Value, double>) {
        return value / shown.size;
    } else if constexpr (std::same_as<Value, date>) {
        return floor(value.decimal_year());
    } else {
        return value.in(shown.size);
    }
}

}  // namespace detail

}  // namespace headway::figures

#include <headway/header_end.hpp>
