// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/fit_random_walk.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The probability that technology `a` is cheaper (lower) than `b` on a date, both geometric random walks, independent
/// of each other: Φ((ln b - ln a) / s) of the medians, s² the sum of the squared forecast errors of both. It takes each
/// estimated noise as the true one; with few increments (below about 20) ask the forecasts themselves, by simulation.
/// Without any noise it is 1, 0, or 1/2 where both are equal.
/// \throws std::domain_error for a date before the last observation of either, and never.
/// Source: Farmer & Lafond (2016), Research Policy 45:647, whose example (solar photovoltaics at three times the cost
/// of a rival that stands still, falling by 10 % a year) has even odds after 11 years.
template <class Dimension, date_like Date>
[[nodiscard]] constexpr double undercut_probability(const random_walk<Dimension>& a, const random_walk<Dimension>& b,
                                                    const Date& when) {
    const double steps_a = a.steps_to(when);
    const double steps_b = b.steps_to(when);
    const double lead = detail::log_of_ratio(detail::base_of(b.last_value()), detail::base_of(a.last_value())) +
                        (b.drift() * steps_b - a.drift() * steps_a);
    const double error_a = a.forecast_error(steps_a);
    const double error_b = b.forecast_error(steps_b);
    const double variance = error_a * error_a + error_b * error_b;
    if (variance == 0.0) return lead > 0.0 ? 1.0 : lead < 0.0 ? 0.0 : 0.5;
    return normal_cdf(lead / sqrt(variance));
}

/// Chosen only for costs of two kinds, to say so in words.
template <class A, class B, date_like Date>
double undercut_probability(const random_walk<A>&, const random_walk<B>&, const Date&) {
    static_assert(std::same_as<A, B>,
                  "undercut_probability: both technologies must be priced in the same dimension, such "
                  "as money per watt");
    return 0.0;
}

}  // namespace headway

#include <headway/header_end.hpp>
