// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include <headway/quantity/value.hpp>

#include <headway/header_begin.hpp>

/// Statistics of an outcome by name, for `outcome::interval`: `when.interval(statistic::quantile(0.9), 0.95)` is the 95 %
/// confidence interval of the 90 % quantile, `cost.interval(statistic::mean, 0.95)` that of the mean. With `==` and what it
/// is to be, `statistic::median == 5.0 * million_usd`, one is a target for `value_for`.
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

/// What a statistic is to be: `statistic::quantile(0.9) == date(2028y / 1 / 1)`, `statistic::probability_below(x) == 0.5`.
template <class Statistic, any_value T>
struct target {
    Statistic of;
    T value;
};

/// An inequality is no target: it says so in words.
template <class Statistic, any_value T>
    requires(std::same_as<Statistic, mean_of_draws> || std::same_as<Statistic, quantile>)
constexpr auto operator<(const Statistic&, const T&) {
    constexpr bool it_is_an_equation = sizeof(Statistic) == 0;
    static_assert(it_is_an_equation, "value_for: the target is a statistic and a value, statistic::median == x");
    return nullptr;
}
template <class Statistic, any_value T>
    requires(std::same_as<Statistic, mean_of_draws> || std::same_as<Statistic, quantile>)
constexpr auto operator>(const Statistic& of, const T& value) { return of < value; }

/// The mean or a quantile as a value of the result, a probability as a plain number.
template <class T>
    requires(any_value<T> && !std::is_arithmetic_v<T>)
[[nodiscard]] constexpr target<mean_of_draws, T> operator==(mean_of_draws of, const T& value) {
    return {of, value};
}
[[nodiscard]] constexpr target<mean_of_draws, double> operator==(mean_of_draws of, double value) { return {of, value}; }
template <class T>
    requires(any_value<T> && !std::is_arithmetic_v<T>)
[[nodiscard]] constexpr target<quantile, T> operator==(const quantile& of, const T& value) {
    return {of, value};
}
[[nodiscard]] constexpr target<quantile, double> operator==(const quantile& of, double value) { return {of, value}; }
template <any_value T>
[[nodiscard]] constexpr target<probability_below<T>, double> operator==(const probability_below<T>& of, double value) {
    return {of, value};
}
template <any_value T>
[[nodiscard]] constexpr target<probability_above<T>, double> operator==(const probability_above<T>& of, double value) {
    return {of, value};
}
[[nodiscard]] constexpr target<probability_of_never, double> operator==(probability_of_never of, double value) {
    return {of, value};
}

}  // namespace headway::statistic

#include <headway/header_end.hpp>
