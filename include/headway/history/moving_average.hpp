// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/check.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

constexpr void require_increments(const char* function, int increments) {
    if (!(increments >= 2)) {
        value_breaks_a_rule(function, "increments", "must be 2 or more, one is no evidence of noise", increments);
    }
}
constexpr void require_steps(const char* function, double steps) {
    if (!(steps >= 0.0 && steps < no_limit)) {
        value_breaks_a_rule(function, "steps", "must be 0 or more and finite", steps);
    }
}

}  // namespace detail

/// How the increments of a random walk follow each other: an increment is drift + v(t) + theta v(t-1), the v
/// independent, normal and of one spread (a moving average of order 1, so that the walk is an IMA(1,1)). With theta = 0
/// increments are independent; 0.63 is what Farmer & Lafond (2016) find best across technologies. Their correlation
/// with their neighbours is theta / (1 + theta²).
class moving_average {
  public:
    /// \throws std::domain_error unless -1 < theta < 1.
    constexpr explicit moving_average(double theta) : theta_(theta) {
        if (!(theta > -1.0 && theta < 1.0)) {
            detail::value_breaks_a_rule("moving_average", "theta", "must be between -1 and 1 (exclusive)", theta);
        }
    }
    [[nodiscard]] constexpr double theta() const noexcept { return theta_; }
    [[nodiscard]] friend constexpr bool operator==(const moving_average&, const moving_average&) noexcept = default;

  private:
    double theta_;
};

/// Increments that do not depend on each other: theta = 0.
inline constexpr moving_average independent_increments{0.0};

/// A*(tau): the variance of the error of a forecast so many steps ahead, in units of the variance of v, with a drift
/// estimated from m increments: -2 theta + (1 + 2 (m - 1) theta / m + theta²)(tau + tau²/m); tau + tau²/m if theta = 0.
/// Within the first step (tau < 1) the increment is taken to spread evenly over it: (1 + theta²)(tau + tau²/m) -
/// 2 theta tau²/m², which meets the formula at tau = 1 and is 0 at tau = 0.
/// \throws std::domain_error unless steps is 0 or more and finite and increments is 2 or more.
/// Source: Farmer & Lafond (2016), How predictable is technological progress?, Research Policy 45:647.
[[nodiscard]] constexpr double forecast_variance_factor(double steps, int increments, const moving_average& average) {
    detail::require_steps("forecast_variance_factor", steps);
    detail::require_increments("forecast_variance_factor", increments);
    const double m = increments;
    const double theta = average.theta();
    const double independent = steps + steps * (steps / m);
    if (steps < 1.0) return (1.0 + theta * theta) * independent - 2.0 * theta * (steps / m) * (steps / m);
    return -2.0 * theta + (1.0 + 2.0 * (m - 1.0) * theta / m + theta * theta) * independent;
}

/// Xi(tau): the expected square of a forecast's error in logarithms divided by the noise estimated from its own window,
/// (m - 1)/(m - 3) A*(tau)/(1 + theta²).
/// \throws std::domain_error as `forecast_variance_factor`, and for fewer than 4 increments, where it is infinite.
/// Source: as above.
[[nodiscard]] constexpr double normalised_squared_error(double steps, int increments, const moving_average& average) {
    if (!(increments >= 4)) {
        detail::value_breaks_a_rule("normalised_squared_error", "increments",
                                    "must be 4 or more, with fewer it is infinite", increments);
    }
    const double theta = average.theta();
    return (increments - 1.0) / (increments - 3.0) * forecast_variance_factor(steps, increments, average) /
           (1.0 + theta * theta);
}

}  // namespace headway

#include <headway/header_end.hpp>
