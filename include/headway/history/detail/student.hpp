// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/makers.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

/// Student's distribution as fits need it: any number of degrees of freedom above zero (a belief takes up to a million,
/// from where on it differs from the normal by less than 1e-6 of itself), and a scale that may be zero.
namespace headway::detail {

inline constexpr double most_student_dof = 1e6;

/// The x with P(-x < T < x) = level.
[[nodiscard]] constexpr double central_student(const char* function, double dof, double level) {
    if (!(level > 0.0 && level < 1.0)) {
        value_breaks_a_rule(function, "level", "must be between 0 and 1 (0.9 for a 90 % interval)", level);
    }
    const double above = 0.5 * (1.0 - level);
    return dof > most_student_dof ? normal_quantile_upper(above) : student_t(dof).quantile_upper(above);
}

/// P(T > x).
[[nodiscard]] constexpr double student_survival(double dof, double x) {
    return dof > most_student_dof ? normal_cdf(-x) : student_t(dof).survival(x);
}
/// P(|T| > |x|): the two-sided p-value.
[[nodiscard]] constexpr double two_sided_student(double dof, double x) {
    return 2.0 * student_survival(dof, x < 0.0 ? -x : x);
}

/// location + scale·T; sure of the location where the scale is zero.
template <any_value T>
[[nodiscard]] constexpr belief<T> student_belief(double dof, const T& location, const T& scale) {
    if (base_value_of(scale) == 0.0) return exactly(location);
    if (dof > most_student_dof) return normal(location, scale);
    return student_t(dof, location, scale);
}
/// median·exp(scale·T); sure of the median where the scale is zero.
template <any_value T>
[[nodiscard]] constexpr belief<T> log_student_belief(double dof, const T& median, double scale_log) {
    if (scale_log == 0.0) return exactly(median);
    if (dof > most_student_dof) return lognormal(median, scale_log);
    return log_student_t(dof, median, scale_log);
}

[[noreturn]] inline void no_degrees_of_freedom(const char* function, std::size_t observations) {
    throw std::domain_error(
        std::string(function) + ": " + std::to_string(observations) +
        " observations determine the fit exactly and leave nothing to judge its error by; give more");
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
