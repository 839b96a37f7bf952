// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

/// Statistics of an outcome by name, for `outcome::interval`: `when.interval(statistic::quantile(0.9), 0.95)` is the 95 %
/// confidence interval of the 90 % quantile, `cost.interval(statistic::mean, 0.95)` that of the mean.
namespace headway::statistic {

/// Over the draws in which the value happens.
struct mean_of_draws {};
inline constexpr mean_of_draws mean;

/// The value below which the share p of the draws lies; never above all others.
struct quantile {
    double p;
    constexpr explicit quantile(double probability) noexcept : p(probability) {}
};
inline constexpr quantile median(0.5);

/// The probability of a value below x (of a date: earlier).
template <any_value T>
struct probability_below {
    T x;
    constexpr explicit probability_below(const T& value) : x(value) {}
};
/// The probability of a value above x (of a date: later), never among them.
template <any_value T>
struct probability_above {
    T x;
    constexpr explicit probability_above(const T& value) : x(value) {}
};

/// The probability that it never happens.
struct probability_of_never {};
inline constexpr probability_of_never probability_never;

}  // namespace headway::statistic

#include <headway/header_end.hpp>
