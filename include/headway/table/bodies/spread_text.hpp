// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/spread_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
std::string spread_text(double value, double spread) {
    if (!(spread > 0.0 && spread < no_limit) || value - value != 0.0 || value == 0.0) return to_text(value);
    const double magnitude = value < 0.0 ? -value : value;
    const int place = headway::detail::round_to(spread, 2).exponent - 1;
    const auto digits_of = [&](int exponent) {
        const int digits = exponent - place + 1;
        return digits < 1 ? 1 : digits > 12 ? 12 : digits;
    };
    const int digits = digits_of(headway::detail::round_to(magnitude, 12).exponent);
    // Rounding may carry: 9.96 to one decimal is 10.0, with a digit more before the point.
    const auto rounded = headway::detail::round_to(magnitude, digits);
    return headway::detail::with_sign(
        value, headway::detail::magnitude_text(rounded.value(), digits_of(rounded.exponent), true));
}
HEADWAY_INSTANTIATE(std::string spread_text<>(double value, double spread));

template <class>
std::string spread_text(const date& when, const quantity<dim::time>& spread) {
    const std::string day = to_text(when);
    const bool is_day = day.size() == 10 && day[4] == '-' && day[7] == '-';
    if (!is_day || spread < 100.0 * units::day) return day;
    const std::string year = day.substr(0, 4);
    if (!(spread < 100.0 * units::month)) return year;
    constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int month = (day[5] - '0') * 10 + (day[6] - '0');
    return std::string(names[month - 1]) + " " + year;
}
HEADWAY_INSTANTIATE(std::string spread_text<>(const date& when, const quantity<dim::time>& spread));

}  // namespace headway::report

#include <headway/header_end.hpp>
