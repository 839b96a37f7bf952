// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <headway/history/bounds.hpp>
#include <headway/scoring/hindcast.hpp>

#include <headway/header_begin.hpp>

/// Intervals that rest on errors made rather than on a distribution.
namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void too_few_errors(std::size_t got, double level, double needed) {
    throw std::domain_error("conformal_quantile: a level of " + number_text(level) + " needs at least " +
                            number_text(needed) + " errors, got " + std::to_string(got) +
                            "; ask for a lower level, or give more");
}

}  // namespace detail

/// The bound below which the next error lies with a probability of at least `level`, whatever its distribution: the error of
/// rank ⌈(n + 1) level⌉ of n. If the n errors and the next are exchangeable (any order of them equally likely), the probability
/// is between `level` and `level` + 1/(n + 1), the latter unless errors tie (split conformal prediction).
/// \throws std::domain_error for a level outside (0, 1), errors that are negative or not finite, and fewer than level/(1 -
/// level) errors (9 for 90 %, 19 for 95 %), as the largest of so few holds the next too seldom.
/// Sources: Vovk, Gammerman & Shafer (2005), Algorithmic Learning in a Random World; Lei et al. (2018), Distribution-free
/// predictive inference for regression, JASA 113:1094.
template <class = void>
[[nodiscard]] double conformal_quantile(std::vector<double> errors, double level);

/// A prediction interval around a point forecast, a median say, made of errors of its kind, |ln(outcome/forecast)|: from
/// point/e^q to point·e^q with q their `conformal_quantile`. `conformal_interval(hindcast_errors(data, plan, method), 0.9,
/// fit.forecast(date).median())` for a forecast of any method, as far ahead as the errors were made. No normal or Student-t
/// distribution is assumed and no model needs to be right; that the past errs as the future will is. Errors from
/// beginnings of one series are not quite exchangeable: they overlap where the horizon is longer than a step, and earlier ones
/// were made from fewer data, which makes the interval wider rather than narrower. \throws as `conformal_quantile`, and for a
/// point that is not above zero.
template <detail::amount Q>
[[nodiscard]] bounds<Q> conformal_interval(const std::vector<double>& log_errors, double level, const Q& point) {
    detail::require_above_zero("conformal_interval", "point forecast", base_value_of(point));
    const double factor = exp(conformal_quantile(log_errors, level));
    return {point / factor, point * factor, level};
}
/// The same from the errors of a hindcast so many steps ahead, all its windows and series.
/// \throws std::domain_error besides for steps that it does not have.
template <detail::amount Q>
[[nodiscard]] bounds<Q> conformal_interval(const hindcast_record& record, int steps, double level, const Q& point) {
    std::vector<double> errors;
    for (const hindcast_forecast& f : record.forecasts()) {
        if (f.steps == steps) errors.push_back(abs(f.error));
    }
    if (errors.empty()) {
        detail::value_breaks_a_rule("conformal_interval", "steps", "must be a horizon of the hindcast", steps);
    }
    return conformal_interval(errors, level, point);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/conformal.hpp>
#endif
