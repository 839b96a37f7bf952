// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/score.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double crps_of(const component_list& parts, double y) {
    for (const weighted_component& c : parts) {
        if (c.share > 0.0 && !has_crps(c.part)) crps_is_infinite();
    }
    const component& a = parts[0].part;
    if (parts.size() == 1 && !a.is_truncated) {
        if (a.shape == belief_shape::normal) return a.parameter[1] * normal_crps((y - a.parameter[0]) / a.parameter[1]);
        if (a.shape == belief_shape::lognormal)
            return a.parameter[0] * lognormal_crps(a.parameter[1], y / a.parameter[0]);
        if (a.shape == belief_shape::student_t) {
            return a.parameter[2] * student_crps(a.parameter[0]).at((y - a.parameter[1]) / a.parameter[2]);
        }
    }
    const auto itself = [](double x) { return x; };
    return is_sure_or_a_list(parts) ? crps_sum(parts, y, itself) : crps_integral(parts, y, itself);
}
HEADWAY_INSTANTIATE(double crps_of<>(const component_list& parts, double y));

template <class>
double crps_of_logs(const component_list& parts, double y) {
    require_values_above_zero("crps_in_logs", parts);
    const component& a = parts[0].part;
    if (parts.size() == 1 && !a.is_truncated) {
        if (a.shape == belief_shape::lognormal) {
            return a.parameter[1] * normal_crps(log_of_ratio(y, a.parameter[0]) / a.parameter[1]);
        }
        if (a.shape == belief_shape::log_student_t && a.parameter[0] > 0.5) {
            return a.parameter[2] * student_crps(a.parameter[0]).at(log_of_ratio(y, a.parameter[1]) / a.parameter[2]);
        }
    }
    for (const weighted_component& c : parts) {
        if (!(c.share > 0.0) || !has_power_tail(c.part)) continue;
        if (c.part.lo > 0.0 && is_finite(c.part.hi)) continue;
        if (c.part.shape == belief_shape::log_student_t && !(c.part.parameter[0] > 0.5)) crps_is_infinite();
        // The closed form needs no quantile; this integral would miss what is beyond all numbers.
        if (probability_of(c.part, 0x1p1023).upper > 1e-7 || probability_of(c.part, 0x1p-1022).lower > 1e-7) {
            too_much_lies_beyond_all_numbers();
        }
    }
    return is_sure_or_a_list(parts) ? crps_sum(parts, y, log_of_positive) : crps_integral(parts, y, log_of_positive);
}
HEADWAY_INSTANTIATE(double crps_of_logs<>(const component_list& parts, double y));

}  // namespace headway::detail

#include <headway/header_end.hpp>
