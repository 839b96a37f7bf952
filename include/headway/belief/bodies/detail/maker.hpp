// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/maker.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string maker::two_values_text(double a, double b) const {
    for (int digits = usual_digits; digits <= 17; ++digits) {
        const std::string text[] = {text_of_value(a, digits), text_of_value(b, digits)};
        if (text[0] != text[1] || a == b) return text[0] + " and " + text[1];
    }
    const double apart = b - a;
    return value_text(a) + " and " + span_text(apart < 0.0 ? -apart : apart) + (apart < 0.0 ? " before" : " after");
}
HEADWAY_INSTANTIATE(std::string maker::two_values_text<>(double a, double b) const);

HEADWAY_OUT_OF_LINE void maker::degrees_of_freedom_out_of_range(const char* limit, double x) const {
    refuse("degrees of freedom must be between 0.1 and 1000000 (for more use " + std::string(limit) + "), got " +
           number_text(x));
}

HEADWAY_OUT_OF_LINE void maker::lognormal_bound_must_be_above_zero(double lo) const {
    refuse("lo must be > 0 for a lognormal, got " + value_text(lo) +
           (lo < 0.0 ? "; for a value that can be negative use normal_ci"
                     : "; for a value that can be zero and not below use uniform, triangular, pert or beta; for one that "
                       "can be negative normal_ci"));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
