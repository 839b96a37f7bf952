// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/interval.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

/// How a figure becomes a belief. A figure says how sharp it is (`precision`), not how it is distributed, so its reader
/// chooses, by the name of one of these functions; none of them is applied by itself, and each refuses a figure of
/// another precision, so that "at least" is never read as "about". The rule:
///
/// | precision            | reading                               | belief                                                  |
/// |----------------------|---------------------------------------|---------------------------------------------------------|
/// | exact, assumed       | `as_exact(f)`                         | sure of the value                                       |
/// | about                | `as_about(f, factor)`                 | lognormal, 90 % between value/factor and value*factor   |
/// | range                | `as_range(f)`                         | uniform between the ends                                |
/// | range                | `as_interval(f, level)`               | lognormal (of dates: normal), that share between them   |
/// | at_least             | `as_at_least(f, factor)`              | from the value upwards, 90 % below value*factor         |
/// | at_most              | `as_at_most(f, factor)`               | from the value downwards, 90 % above value/factor       |
/// | order                | `as_order_of_magnitude(f)`            | log-uniform from the value to ten times the value       |
/// | any, with interval   | `as_measured(f)`                      | lognormal with the interval at its stated level         |
/// | any, with interval   | `as_quantiles(f)`, quantile_reading   | the metalog through low end, value and high end         |
/// | any, ends of no level | `as_mean_and_ends(f)`                 | PERT between the ends with the value as its mean        |
///
/// The one-sided readings are halves of a lognormal whose median is the bound. Each reading needs values above zero, but
/// for as_exact, as_range and, of dates, as_interval.
namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void figure_has_another_precision(const char* reading, const figures::figure_info& figure) {
    throw std::domain_error(std::string(reading) + ": " + std::string(figure.id) + " is a figure of precision \"" +
                            std::string(figures::to_text(figure.precision)) +
                            "\"; choose the reading for that precision (source/reading.hpp lists them)");
}
[[noreturn, gnu::cold]] inline void figure_states_no_level(const figures::figure_info& figure) {
    throw std::domain_error("as_measured: the source of " + std::string(figure.id) +
                            " does not state the level of its interval; choose one with lognormal_ci(level, low, high)");
}

[[noreturn, gnu::cold]] inline void ends_are_quantiles(const figures::figure_info& figure) {
    throw std::domain_error("as_mean_and_ends: the source of " + std::string(figure.id) +
                            " states the level of its interval, so values lie beyond its ends; read it with as_measured or "
                            "as_quantiles");
}
[[noreturn, gnu::cold]] inline void pert_has_no_such_mean(const figures::figure_info& figure, double place) {
    throw std::domain_error("as_mean_and_ends: the mean of " + std::string(figure.id) +
                            " must lie between a sixth and five sixths of the way from its low end to its high end, as that of "
                            "a PERT does, got " +
                            number_text(place, 3) + " of the way; state a belief of your own, beta(a, b, low, high)");
}

constexpr void require_precision(const char* reading, const figures::figure_info& figure, figures::precision wanted) {
    if (figure.precision != wanted) figure_has_another_precision(reading, figure);
}

}  // namespace detail

/// Sure of the value of an exact or assumed figure. \throws std::domain_error for any other precision.
template <figures::figure_with_value Figure>
[[nodiscard]] constexpr auto as_exact(const Figure& figure) {
    if (figure.precision != figures::precision::assumed) {
        detail::require_precision("as_exact", figure, figures::precision::exact);
    }
    return exactly(figure.value);
}

/// Lognormal around the value of an "about" figure, 90 % within a factor either way.
/// \throws std::domain_error for any other precision, a value that is not above zero or a factor that is not above 1.
template <figures::figure_with_value Figure, plain_number Factor>
[[nodiscard]] constexpr auto as_about(const Figure& figure, const Factor& factor) {
    detail::require_precision("as_about", figure, figures::precision::about);
    return around(figure.value, factor);
}

/// Uniform between the ends of a range.
/// \throws std::domain_error for a figure of any other precision or of equal ends.
template <figures::figure_with_ends Figure>
[[nodiscard]] constexpr auto as_range(const Figure& figure) {
    detail::require_precision("as_range", figure, figures::precision::range);
    return uniform(figure.low, figure.high);
}

/// The ends of a range as the interval that holds a share `level` of the belief: lognormal, of dates normal.
/// \throws std::domain_error for a figure of any other precision, a level outside (0, 1) or ends not above zero.
template <plain_number Level, figures::figure_with_ends Figure>
[[nodiscard]] constexpr auto as_interval(const Figure& figure, const Level& level) {
    detail::require_precision("as_interval", figure, figures::precision::range);
    if constexpr (any_date<decltype(figure.low)>) {
        return normal_ci(level, figure.low, figure.high);
    } else {
        return lognormal_ci(level, figure.low, figure.high);
    }
}

/// From a lower bound upwards: the upper half of a lognormal, 90 % of it below value * factor.
/// \throws std::domain_error for any other precision, a value that is not above zero or a factor that is not above 1.
template <figures::figure_with_value Figure, plain_number Factor>
[[nodiscard]] constexpr auto as_at_least(const Figure& figure, const Factor& factor) {
    detail::require_precision("as_at_least", figure, figures::precision::at_least);
    const auto both_halves = around(figure.value, factor);
    return truncated(both_halves, figure.value, both_halves.support().second);
}

/// From an upper bound downwards: the lower half of a lognormal, 90 % of it above value / factor.
/// \throws std::domain_error for any other precision, a value that is not above zero or a factor that is not above 1.
template <figures::figure_with_value Figure, plain_number Factor>
[[nodiscard]] constexpr auto as_at_most(const Figure& figure, const Factor& factor) {
    detail::require_precision("as_at_most", figure, figures::precision::at_most);
    const auto both_halves = around(figure.value, factor);
    return truncated(both_halves, both_halves.support().first, figure.value);
}

/// An order of magnitude, whose value is the least such number ("tens of billions": 10 billion): log-uniform from there to
/// ten times as much. \throws std::domain_error for any other precision or a value that is not above zero.
template <figures::figure_with_value Figure>
[[nodiscard]] constexpr auto as_order_of_magnitude(const Figure& figure) {
    detail::require_precision("as_order_of_magnitude", figure, figures::precision::order);
    return log_uniform(figure.value, 10.0 * figure.value);
}

/// A measured figure: the lognormal whose interval at the stated level is as wide, in logarithms, as the stated one, around
/// the stated value. \throws std::domain_error where the source states no level.
template <figures::figure_with_value Figure>
    requires requires(const Figure& f) { f.level; }
[[nodiscard]] constexpr auto as_measured(const Figure& figure) {
    if (!(figure.level > 0.0)) detail::figure_states_no_level(figure);
    const double z = normal_quantile(0.5 + 0.5 * figure.level);
    const double width = log(figure.high / figure.low);
    return lognormal(figure.value, width / (2.0 * z));
}

/// The smallest, the mean and the largest of several values, as "7 months (4 to 14)": the PERT between the ends whose mean,
/// (low + 4 mode + high)/6, is the value. Not for one more value of a few: it may lie beyond the ends of those.
/// \throws std::domain_error where the source states a level, whose ends are quantiles, and for a mean that is not between a
/// sixth and five sixths of the way from end to end.
template <figures::figure_with_value Figure>
    requires(!any_date<decltype(Figure::value)> && requires(const Figure& f) { f.level; })
[[nodiscard]] constexpr auto as_mean_and_ends(const Figure& figure) {
    if (figure.level > 0.0) detail::ends_are_quantiles(figure);
    const double place = (figure.value - figure.low) / (figure.high - figure.low);
    if (!(place >= 1.0 / 6.0 && place <= 5.0 / 6.0)) detail::pert_has_no_such_mean(figure, place);
    return pert(figure.low, 1.5 * figure.value - 0.25 * (figure.low + figure.high), figure.high);
}

}  // namespace headway

#include <headway/header_end.hpp>
