// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/significant_digits.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
int significant_digits(double value, double standard_error) {
    const double magnitude = value < 0.0 ? -value : value;
    const double error = standard_error < 0.0 ? -standard_error : standard_error;
    if (error == 0.0 || magnitude == 0.0) return most_digits;
    if (!(error < no_limit) || !(magnitude < no_limit)) return fewest_digits;
    const int error_place = headway::detail::round_to(error, 1).exponent;
    const int digits = headway::detail::round_to(magnitude, most_digits).exponent - error_place + 1;
    return digits < fewest_digits ? fewest_digits : digits > most_digits ? most_digits : digits;
}
HEADWAY_INSTANTIATE(int significant_digits<>(double value, double standard_error));

template <class>
std::string value_text(double value, double standard_error) {
    const std::string special = headway::detail::not_finite_text(value, "infinite");
    if (!special.empty()) return special;
    const bool has_error = standard_error > 0.0 && standard_error < no_limit;
    return headway::detail::with_sign(
        value, headway::detail::magnitude_text(value < 0.0 ? -value : value,
                                               significant_digits(value, standard_error), has_error));
}
HEADWAY_INSTANTIATE(std::string value_text<>(double value, double standard_error));

}  // namespace headway::report

#include <headway/header_end.hpp>
