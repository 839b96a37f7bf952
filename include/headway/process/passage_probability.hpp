// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/error_function.hpp>
#include <headway/process/process.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void passage_has_no_closed_form(const char* function) {
    throw std::domain_error(std::string(function) +
                            ": only a random walk without jumps, regimes and estimated drift has a "
                            "closed form; simulate first_at_most or first_at_least");
}
[[noreturn, gnu::cold]] inline void level_is_on_the_wrong_side(const char* function, const char* side, double start,
                                                               double level) {
    throw std::domain_error(std::string(function) + ": the level must lie " + side + " the start, " +
                            number_text(start) + ", got " + number_text(level) +
                            " in base units; on the other side it is passed from the start on");
}

/// The logarithm of the standard normal distribution function below -37, where it is no longer a double: the asymptotic
/// expansion of Mills' ratio, Abramowitz and Stegun 26.2.12.
[[nodiscard]] constexpr double log_far_normal_tail(double z) noexcept {
    const double w = 1.0 / (z * z);
    const double ratio = 1.0 - w * (1.0 - 3.0 * w * (1.0 - 5.0 * w * (1.0 - 7.0 * w)));
    constexpr double log_root_of_two_pi = 0.91893853320467274178;
    return -0.5 * z * z - log(-z) - log_root_of_two_pi + log(ratio);
}

/// The probability that a walk of this drift and volatility comes down by `distance` > 0 within a span.
[[nodiscard]] constexpr double probability_of_fall(double drift, double sigma, double distance, double span) noexcept {
    const double spread = sigma * sqrt(span);
    const double steep = -2.0 * drift * distance / (sigma * sigma);
    if (spread == 0.0) return distance + drift * span <= 0.0 ? 1.0 : 0.0;
    const double z = (drift * span - distance) / spread;
    const double log_tail = z > -37.0 ? log(normal_cdf(z)) : log_far_normal_tail(z);
    // The product of a great and a tiny number, where the level lies far on the way of the drift: below one, so no more than
    // what is left of it.
    const double reflected = exp(steep + log_tail);
    const double passed = normal_cdf((-distance - drift * span) / spread) + reflected;
    return passed < 1.0 ? passed : 1.0;
}

template <class Dimension, class Level>
[[nodiscard]] constexpr double passage_probability(const char* function, const char* side, double sign,
                                                   const process<Dimension>& walk, const Level& level, const date& by) {
    if (walk.kind != process_kind::walk || walk.has_jumps() || walk.has_regimes() || walk.is_estimated()) {
        passage_has_no_closed_form(function);
    }
    require_real_date(function, "date", by);
    require_path_date(walk, by.seconds_since_1970());
    const double base = base_of_dimension<Dimension>(level);
    if (walk.in_logs) {
        require_above_zero(function, "level", base);
    } else {
        require_finite(function, "level", base);
    }
    const double distance = sign * (walk.first - (walk.in_logs ? log(base) : base));
    if (!(distance >= 0.0)) {
        level_is_on_the_wrong_side(function, side, walk.in_logs ? exp(walk.first) : walk.first, base);
    }
    if (distance == 0.0) return 1.0;
    return probability_of_fall(sign * walk.drift, walk.volatility, distance, by.seconds_since_1970() - walk.start);
}

}  // namespace detail

/// The probability that a random walk is at a level below its start or beyond it at some time up to a date, in closed form:
/// Φ((-b - μT)/(σ√T)) + e^(-2μb/σ²) Φ((-b + μT)/(σ√T)), b the distance (of a walk in logarithms ln(start/level)), μ the drift,
/// σ the volatility, T the time. Of what a model makes of a path, simulate `first_at_most`.
/// \throws std::domain_error for a level above the start, for one that is not above zero of a walk in logarithms or not
/// finite, a date before the start, and a process that is no plain random walk.
/// Source: Karatzas and Shreve, Brownian Motion and Stochastic Calculus (1991), 3.5.C.
template <class Dimension, detail::amount Level, date_like Date>
[[nodiscard]] constexpr double probability_of_falling_to(const process<Dimension>& walk, const Level& level,
                                                         const Date& by) {
    return detail::passage_probability("probability_of_falling_to", "below", 1.0, walk, level, detail::to_date(by));
}
/// The same for a level above its start.
template <class Dimension, detail::amount Level, date_like Date>
[[nodiscard]] constexpr double probability_of_rising_to(const process<Dimension>& walk, const Level& level,
                                                        const Date& by) {
    return detail::passage_probability("probability_of_rising_to", "above", -1.0, walk, level, detail::to_date(by));
}

}  // namespace headway

#include <headway/header_end.hpp>
