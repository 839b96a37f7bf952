// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <headway/distribution/weighted_numbers.hpp>
#include <headway/math/check.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

/// Many forecasters' probabilities of one event as one probability. For whole beliefs see belief/pool.hpp and
/// belief/quantile_pool.hpp.
namespace headway {

/// A probability that somebody states, and its weight beside others; weights are relative.
struct weighted_probability {
    double probability;
    double weight = 1.0;

    constexpr weighted_probability(double p, double relative_weight = 1.0) noexcept  // NOLINT: implicit, a weight of 1
        : probability(p), weight(relative_weight) {}
};

/// How probabilities become one; every part may be left out.
struct aggregation {
    /// The share of the weight that is left out at the low end, and as much at the high end, before the mean is taken; from
    /// 0 to below 1/2. A forecast on the edge counts with what is left of its weight.
    double trimmed = 0.0;
    /// The power to which the odds are raised at the end, above 0: the logarithm of the odds is multiplied by it. Above 1
    /// away from the base rate, below 1 towards it.
    double extremised_by = 1.0;
    /// The probability from which extremising leads away; above 0 and below 1.
    double base_rate = 0.5;
};

namespace detail {

[[noreturn, gnu::cold]] inline void there_are_no_probabilities(const char* function) {
    throw std::domain_error(std::string(function) + ": there are no probabilities; give at least one");
}
[[noreturn, gnu::cold]] inline void all_weights_are_zero(const char* function) {
    throw std::domain_error(std::string(function) + ": all weights are zero; give one above zero");
}

constexpr double log_odds(double p) noexcept { return log(p) - log1p(-p); }
constexpr double probability_of_log_odds(double x) noexcept {
    if (x < 0.0) {
        const double odds = exp(x);
        return odds / (1.0 + odds);
    }
    return 1.0 / (1.0 + exp(-x));
}
constexpr void require_chance(const char* function, const char* what, double p) {
    if (!(p > 0.0 && p < 1.0)) {
        value_breaks_a_rule(
            function, what,
            "must be above 0 and below 1, as the odds of what is certain outweigh all others; state 0.001 or "
            "0.999 instead",
            p);
    }
}

/// Of `count` probabilities, as they are or as the logarithms of their odds.
template <class Iterator>
constexpr weighted_numbers checked_probabilities(const char* function, Iterator first, std::size_t count,
                                                 bool as_odds) {
    if (count == 0) there_are_no_probabilities(function);
    weighted_numbers all(count);
    for (weighted_number* next = all.unshared(); next != all.unshared() + count; ++next, ++first) {
        const weighted_probability given = *first;
        if (as_odds) require_chance(function, "each probability", given.probability);
        if (!(given.probability >= 0.0 && given.probability <= 1.0)) {
            value_breaks_a_rule(function, "each probability", "must be between 0 and 1", given.probability);
        }
        require_not_negative(function, "each weight", given.weight);
        *next = {as_odds ? log_odds(given.probability) : given.probability, given.weight};
    }
    all.sort();
    if (!(all.sum_of_weights() > 0.0)) all_weights_are_zero(function);
    require_finite(function, "the sum of the weights", all.sum_of_weights());
    return all;
}

constexpr void require_aggregation(const char* function, const aggregation& how) {
    if (!(how.trimmed >= 0.0 && how.trimmed < 0.5)) {
        value_breaks_a_rule(function, "trimmed", "must be from 0 to below 0.5, the share left out at each end",
                            how.trimmed);
    }
    require_above_zero(function, "extremised_by", how.extremised_by);
    if (!(how.base_rate > 0.0 && how.base_rate < 1.0)) {
        value_breaks_a_rule(function, "base_rate", "must be above 0 and below 1", how.base_rate);
    }
}
constexpr double extremised_log_odds(double x, double factor, double base_rate) noexcept {
    // Without the base rate where it takes no part, so that its rounding does not either.
    if (base_rate == 0.5) return factor * x;
    const double base = log_odds(base_rate);
    return base + factor * (x - base);
}
constexpr double extremised_probability(double p, const aggregation& how) noexcept {
    if (how.extremised_by == 1.0 || !(p > 0.0 && p < 1.0)) return p;
    return probability_of_log_odds(extremised_log_odds(log_odds(p), how.extremised_by, how.base_rate));
}

template <class Iterator>
constexpr double geometric_mean_of_odds_of(Iterator first, std::size_t count, const aggregation& how) {
    require_aggregation("geometric_mean_of_odds", how);
    const auto all = checked_probabilities("geometric_mean_of_odds", first, count, true);
    return probability_of_log_odds(
        extremised_log_odds(all.trimmed_mean(how.trimmed), how.extremised_by, how.base_rate));
}
template <class Iterator>
constexpr double mean_probability_of(Iterator first, std::size_t count, const aggregation& how) {
    require_aggregation("mean_probability", how);
    const auto all = checked_probabilities("mean_probability", first, count, false);
    return extremised_probability(all.trimmed_mean(how.trimmed), how);
}
template <class Iterator>
constexpr double median_probability_of(Iterator first, std::size_t count, const aggregation& how) {
    require_aggregation("median_probability", how);
    const auto all = checked_probabilities("median_probability", first, count, false);
    return extremised_probability(all.median(), how);
}

}  // namespace detail

/// A container of probabilities, plain or weighted.
template <class C>
concept stated_probabilities = requires(const C& all) {
    std::begin(all);
    std::end(all);
    requires std::is_convertible_v<decltype(*std::begin(all)), weighted_probability>;
};

/// The probability whose odds are the weighted geometric mean of the odds, σ(a Σ wᵢ ln(pᵢ/(1 - pᵢ)) / Σ wᵢ) with
/// σ(x) = 1/(1 + e^-x), the mean trimmed and a the power `extremised_by`: of 0.1, 0.3 and 0.6 it is 0.293, extremised by 1.5
/// 0.211. The logarithmic opinion pool of an event: what all agree on it keeps, also when new evidence reaches all alike. As
/// each forecaster knows what others do not, the mean is too near the middle; powers of 1.2 to 2.5 have been found best.
/// Takes values in braces, `geometric_mean_of_odds({0.1, {0.3, 2.0}}, {.trimmed = 0.1, .extremised_by = 1.5})`, or any
/// container. To about 1e-15 of itself.
/// \throws std::domain_error for probabilities outside (0, 1), none, weights that are negative or all zero, and options
/// outside their range. Sources: Satopää et al. (2014), Combining multiple probability predictions using a simple logit
/// model, Int. J. Forecasting 30:344; Baron et al. (2014), Decision Analysis 11:133.
[[nodiscard]] constexpr double geometric_mean_of_odds(std::initializer_list<weighted_probability> all,
                                                      const aggregation& how = {}) {
    return detail::geometric_mean_of_odds_of(all.begin(), all.size(), how);
}
template <stated_probabilities Container>
[[nodiscard]] constexpr double geometric_mean_of_odds(const Container& all, const aggregation& how = {}) {
    const auto count = static_cast<std::size_t>(std::distance(std::begin(all), std::end(all)));
    return detail::geometric_mean_of_odds_of(std::begin(all), count, how);
}
/// Chosen only for numbers that stand in no braces, to say so in words.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0 && (std::is_arithmetic_v<Numbers> && ...))
constexpr double geometric_mean_of_odds(const Numbers&...) {
    constexpr bool they_stand_in_braces = sizeof...(Numbers) == 0;
    static_assert(they_stand_in_braces,
                  "geometric_mean_of_odds: put the probabilities in braces, as in geometric_mean_of_odds({0.1, 0.3})");
    return 0.0;
}

/// The weighted mean of the probabilities, trimmed and extremised as `aggregation` says: the linear opinion pool of an
/// event. Takes 0 and 1. Of forecasters who know the same it is the better guess, of those who know different things too
/// near the middle. Otherwise as `geometric_mean_of_odds`.
[[nodiscard]] constexpr double mean_probability(std::initializer_list<weighted_probability> all,
                                                const aggregation& how = {}) {
    return detail::mean_probability_of(all.begin(), all.size(), how);
}
template <stated_probabilities Container>
[[nodiscard]] constexpr double mean_probability(const Container& all, const aggregation& how = {}) {
    const auto count = static_cast<std::size_t>(std::distance(std::begin(all), std::end(all)));
    return detail::mean_probability_of(std::begin(all), count, how);
}
/// Chosen only for numbers that stand in no braces, to say so in words.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0 && (std::is_arithmetic_v<Numbers> && ...))
constexpr double mean_probability(const Numbers&...) {
    constexpr bool they_stand_in_braces = sizeof...(Numbers) == 0;
    static_assert(they_stand_in_braces, "mean_probability: put the probabilities in braces, as in mean_probability({0.1, 0.3})");
    return 0.0;
}

/// The probability with half of the weight on either side, half-way between the two middle ones where there are two;
/// extremised as `aggregation` says. Trimming changes nothing. Otherwise as `mean_probability`.
[[nodiscard]] constexpr double median_probability(std::initializer_list<weighted_probability> all,
                                                  const aggregation& how = {}) {
    return detail::median_probability_of(all.begin(), all.size(), how);
}
template <stated_probabilities Container>
[[nodiscard]] constexpr double median_probability(const Container& all, const aggregation& how = {}) {
    const auto count = static_cast<std::size_t>(std::distance(std::begin(all), std::end(all)));
    return detail::median_probability_of(std::begin(all), count, how);
}
/// Chosen only for numbers that stand in no braces, to say so in words.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0 && (std::is_arithmetic_v<Numbers> && ...))
constexpr double median_probability(const Numbers&...) {
    constexpr bool they_stand_in_braces = sizeof...(Numbers) == 0;
    static_assert(they_stand_in_braces, "median_probability: put the probabilities in braces, as in median_probability({0.1, 0.3})");
    return 0.0;
}

/// The probability with its odds raised to a power, away from the base rate b where that is above 1:
/// ln odds = ln odds(b) + power (ln odds(p) - ln odds(b)). \throws std::domain_error for p or b outside (0, 1) and a power
/// that is not above 0.
[[nodiscard]] constexpr double extremised(double p, double power, double base_rate = 0.5) {
    detail::require_chance("extremised", "the probability", p);
    detail::require_aggregation("extremised", {0.0, power, base_rate});
    return detail::probability_of_log_odds(detail::extremised_log_odds(detail::log_odds(p), power, base_rate));
}

}  // namespace headway

#include <headway/header_end.hpp>
