// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/belief.hpp>
#include <headway/scoring/detail/crps_formulas.hpp>

#include <headway/header_begin.hpp>

/// Scores of a forecast, stated as a belief, when the truth is known. Lower is better for `crps` and `log_score`; both
/// are proper: nobody gains by stating what they do not believe. Costs that fall by orders of magnitude are best scored
/// in logarithms, where an error is a ratio: the functions ending in `_in_logs`.
/// Sources: Gneiting & Raftery (2007), Strictly proper scoring rules, prediction, and estimation, JASA 102:359;
/// Gneiting, Balabdaoui & Raftery (2007), Probabilistic forecasts, calibration and sharpness, JRSS B 69:243.
namespace headway {

namespace detail {

[[noreturn]] inline void crps_is_infinite() {
    throw std::domain_error(
        "crps: infinite for a log-Student-t, for a Student-t with half a degree of freedom or less, for a Pareto with a tail "
        "index of half or less, for quantiles with one bound and as heavy a tail, and where 'never' has a probability; "
        "score it with crps_in_logs, or cut it off with truncated(belief, lo, hi)");
}
[[noreturn]] inline void too_much_lies_beyond_all_numbers() {
    throw std::domain_error(
        "crps_in_logs: a log-Student-t with so few degrees of freedom and so large a scale, or as heavy a tail, has too much "
        "probability beyond the range of numbers to be scored as part of a mixture or truncated on one "
        "side; score it alone, or cut it off with truncated(belief, lo, hi)");
}
[[noreturn]] inline void belief_needs_values_above_zero(const char* function) {
    throw std::domain_error(std::string(function) +
                            ": the belief must be about values above zero to be scored in logarithms, "
                            "got one with probability at zero or below; use crps or sharpness");
}
[[noreturn]] inline void pit_needs_a_place_in_the_step() {
    throw std::domain_error(
        "pit: single values have a probability of their own here; give a uniform random number as the "
        "third argument, which chooses a place within the step");
}
[[noreturn]] inline void nothing_was_scored(const char* function) {
    throw std::domain_error(std::string(function) + ": no forecasts were scored");
}

template <any_value T>
[[nodiscard]] constexpr double scored_base(const char* function, const T& x) {
    require_finite(function, "outcome", base_value_of(x));
    return base_value_of(x);
}
template <any_value T>
[[nodiscard]] constexpr double positive_base(const char* function, const T& x) {
    require_above_zero(function, "outcome", base_value_of(x));
    return base_value_of(x);
}
constexpr void require_level(const char* function, double level) {
    if (!(level > 0.0 && level < 1.0)) {
        value_breaks_a_rule(function, "level", "must be between 0 and 1 (0.9 for a 90 % interval)", level);
    }
}
/// The logarithm of what may have become 0 by rounding.
constexpr double log_of_positive(double x) noexcept { return log(max(x, 0x1p-1074)); }

constexpr void require_values_above_zero(const char* function, const component_list& parts) {
    for (const weighted_component& c : parts) {
        if (!(c.share > 0.0)) continue;
        if (!(c.part.lo > 0.0 || (c.part.lo == 0.0 && is_continuous(c.part.shape)))) {
            belief_needs_values_above_zero(function);
        }
    }
}

template <class = void>
[[nodiscard]] double crps_of(const component_list& parts, double y);

template <class = void>
[[nodiscard]] double crps_of_logs(const component_list& parts, double y);

}  // namespace detail

/// The continuous ranked probability score, ∫ (F(t) - 1{t >= x})² dt, in the unit of x (a span of time for dates): how
/// far off, on average over what was thought possible; for a sure belief the absolute error. In closed form for the
/// normal, lognormal and Student-t, summed for lists of values, else integrated over the quantile function to about
/// 1e-10 of itself.
/// \throws std::domain_error for an outcome that is not finite, and where it is infinite (log-Student-t; use
/// crps_in_logs).
template <any_value T>
[[nodiscard]] auto crps(const belief<T>& forecast, const T& outcome) {
    using difference = typename belief<T>::difference_type;
    return value_from_base<difference>(detail::crps_of(forecast.parts(), detail::scored_base("crps", outcome)));
}
/// The same of the natural logarithm of x, without a unit: 0.1 is an error of about 10 %. In closed form for the
/// lognormal and the log-Student-t. \throws std::domain_error for an outcome that is not above zero and finite, and a
/// belief with probability at or below zero.
template <any_value T>
[[nodiscard]] double crps_in_logs(const belief<T>& forecast, const T& outcome) {
    return detail::crps_of_logs(forecast.parts(), detail::positive_base("crps_in_logs", outcome));
}

/// The logarithmic score -ln f(x), f the density per `unit`; infinite for an outcome taken to be impossible. Another
/// unit shifts all scores by the same amount. \throws std::domain_error for an outcome that is not finite, a unit that
/// is not above zero, and a belief without a density.
template <any_value T>
[[nodiscard]] constexpr double log_score(const belief<T>& forecast, const T& outcome,
                                         const typename belief<T>::difference_type& unit) {
    (void)detail::scored_base("log_score", outcome);
    detail::require_above_zero("log_score", "unit", base_value_of(unit));
    const double density = base_value_of(forecast.pdf(outcome)) * base_value_of(unit);
    return density > 0.0 ? -log(density) : detail::infinity;
}
/// The same of a plain number.
[[nodiscard]] constexpr double log_score(const belief<double>& forecast, double outcome) {
    return log_score(forecast, outcome, 1.0);
}
/// The same of the density of ln x, without a unit.
template <any_value T>
[[nodiscard]] constexpr double log_score_in_logs(const belief<T>& forecast, const T& outcome) {
    const double x = detail::positive_base("log_score_in_logs", outcome);
    const double density = base_value_of(forecast.pdf(outcome));
    return density > 0.0 ? -log(density) - log(x) : detail::infinity;
}

/// The probability integral transform, F(x): over many forecasts uniform between 0 and 1 if they are calibrated.
/// \throws std::domain_error for an outcome that is not finite, and a belief without a density.
template <any_value T>
[[nodiscard]] constexpr double pit(const belief<T>& forecast, const T& outcome) {
    if (!forecast.has_density()) detail::pit_needs_a_place_in_the_step();
    (void)detail::scored_base("pit", outcome);
    return forecast.cdf(outcome);
}
/// The randomised transform of any belief: where the outcome has a probability of its own, a place within that step
/// chosen by a uniform random number from 0 to 1.
template <any_value T>
[[nodiscard]] constexpr double pit(const belief<T>& forecast, const T& outcome, double uniform_number) {
    (void)detail::scored_base("pit", outcome);
    if (!(uniform_number >= 0.0 && uniform_number <= 1.0)) {
        detail::value_breaks_a_rule("pit", "uniform number", "must be between 0 and 1", uniform_number);
    }
    return forecast.cdf(outcome) - (1.0 - uniform_number) * forecast.mass(outcome);
}

/// Whether the outcome lies in the central interval of this level, ends included.
template <any_value T>
[[nodiscard]] constexpr bool is_covered(const belief<T>& forecast, const T& outcome, double level) {
    detail::require_level("is_covered", level);
    (void)detail::scored_base("is_covered", outcome);
    return forecast.quantile(0.5 * (1.0 - level)) <= outcome && outcome <= forecast.quantile_upper(0.5 * (1.0 - level));
}
/// The share of the transforms (see `pit`) within the central interval of this level: of calibrated forecasts the level
/// itself. \throws std::domain_error if there are none, or one is not between 0 and 1.
template <class Range>
[[nodiscard]] constexpr double coverage(const Range& pits, double level) {
    detail::require_level("coverage", level);
    double count = 0.0;
    double inside = 0.0;
    for (const double p : pits) {
        if (!(p >= 0.0 && p <= 1.0)) detail::value_breaks_a_rule("coverage", "each pit", "must be between 0 and 1", p);
        count += 1.0;
        inside += abs(2.0 * p - 1.0) <= level ? 1.0 : 0.0;
    }
    if (count == 0.0) detail::nothing_was_scored("coverage");
    return inside / count;
}

/// The width of the central interval of this level, whatever the outcome: of two calibrated forecasts the sharper is
/// better.
template <any_value T>
[[nodiscard]] constexpr auto sharpness(const belief<T>& forecast, double level) {
    detail::require_level("sharpness", level);
    return forecast.quantile_upper(0.5 * (1.0 - level)) - forecast.quantile(0.5 * (1.0 - level));
}
/// The same in logarithms: ln(hi/lo). \throws std::domain_error for a belief with probability at or below zero.
template <any_value T>
[[nodiscard]] constexpr double sharpness_in_logs(const belief<T>& forecast, double level) {
    detail::require_level("sharpness_in_logs", level);
    detail::require_values_above_zero("sharpness_in_logs", forecast.parts());
    return detail::log_of_ratio(base_value_of(forecast.quantile_upper(0.5 * (1.0 - level))),
                                base_value_of(forecast.quantile(0.5 * (1.0 - level))));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/score.hpp>
#endif
