// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/as_belief.hpp>
#include <headway/belief/makers.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How an observed value differs from what the model gives: a belief about value - model, in the unit of the value (of dates
/// a span of time). Made by `additive_error` and `normal_error`.
template <any_value Difference>
struct additive_observation_error {
    headway::belief<Difference> belief;
};
/// How an observed value differs from what the model gives: a belief about value / model, a factor. Made by `factor_error`
/// and `log_error`.
struct factor_observation_error {
    headway::belief<double> belief;
};

/// An error that is added, value - model: `additive_error(student_t(4, 0.0 * usd, 2e6 * usd))`. Its density at
/// value - model is the likelihood. It may be one-sided.
template <any_value Difference>
[[nodiscard]] constexpr additive_observation_error<Difference>
additive_error(const belief<Difference>& value_less_model) {
    return {value_less_model};
}
/// A normal error of this standard deviation > 0, in the unit of the value: `normal_error(0.5 * million_usd)`; of a date a
/// span of time. \throws std::domain_error unless it is > 0 and finite.
template <believable Stddev>
[[nodiscard]] constexpr auto normal_error(const Stddev& stddev) {
    using difference = believed_t<Stddev>;
    const auto m = detail::maker_of<difference>("normal_error");
    const double sd = detail::believed_base<difference>(stddev);
    m.span_above_zero("standard deviation", sd);
    return additive_observation_error<difference>{normal(difference{}, value_from_base<difference>(sd))};
}
/// An error that multiplies, value / model: `factor_error(lognormal(1.0, 0.2))`, or for a relative error of 10 %
/// `factor_error(normal(1.0, 0.1))`. Its density at value / model, over the model's value, is the likelihood. Where the model
/// gives zero or less an observation with such an error cannot have been made.
[[nodiscard]] constexpr factor_observation_error factor_error(const belief<double>& value_over_model) {
    return {value_over_model};
}
/// A lognormal error of median 1 with this standard deviation > 0 of the natural logarithm: `log_error(0.2)` is a factor of
/// 1.22 either way. \throws std::domain_error unless it is > 0 and finite.
template <plain_number Sigma>
[[nodiscard]] constexpr factor_observation_error log_error(const Sigma& sigma_log) {
    const auto m = detail::maker_of<double>("log_error");
    m.number_above_zero("standard deviation of the logarithm", detail::as_believed(sigma_log));
    return {lognormal(1.0, detail::as_believed(sigma_log))};
}

}  // namespace headway

#include <headway/header_end.hpp>
