// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/value.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/text/text.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Whether something grows or falls by the pace expected, with the step that is furthest from it.
struct growth_report : check_report {
    growth expected;
    /// The pace of the worst step; of a growth or an exponential trend, its pace.
    growth observed;
    /// The ends of that step; never where there are no steps.
    date from = date::never();
    date to = date::never();
    /// False where a value is not above zero and finite, so that there is no pace.
    bool has_pace = true;
    bool agrees = true;

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return agrees; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const;
};

namespace detail {

/// How far apart two paces are: the ratio of their yearly factors less 1, as if it grew.
[[nodiscard]] constexpr double distance_of(const growth& a, const growth& b) {
    return expm1(abs((a.rate_per_second() - b.rate_per_second()) * 31556952.0));
}
constexpr void require_pace_tolerance(double tolerance) {
    if (!(tolerance >= 0.0)) value_breaks_a_rule("changes_by", "tolerance", "must be >= 0", tolerance);
}
[[noreturn, gnu::cold]] inline void dates_must_be_in_order(const date& from) {
    throw std::domain_error("changes_by: the first date must be before the second, both in the calendar, got " +
                            to_text(from) + " as the first");
}

/// The steps in which a trend is looked at; a prime, so that yearly steps of a trend do not hide between them.
inline constexpr int pace_steps = 61;

}  // namespace detail

/// Whether a growth, or an exponential trend, has this pace: `changes_by(curve, falls_by_factor(4.0, year))`. `tolerance`
/// is how much larger the yearly factor may be, or the expected one than it, as a share: 0.05 or `5.0 * percent`.
[[nodiscard]] constexpr growth_report changes_by(const growth& pace, const growth& expected, double tolerance = 1e-9) {
    detail::require_pace_tolerance(tolerance);
    growth_report report;
    report.expected = expected;
    report.observed = pace;
    report.agrees = detail::distance_of(pace, expected) <= tolerance;
    return report;
}
template <class Dimension>
[[nodiscard]] constexpr growth_report changes_by(const exponential_trend<Dimension, double>& trend,
                                                 const growth& expected, double tolerance = 1e-9) {
    return changes_by(trend.growth(), expected, tolerance);
}
/// Whether any trend has this pace all the way between two dates, looked at in 61 steps: `changes_by(cost,
/// falls_by_factor(4.0, year), 2025y / 1 / 1, 2030y / 1 / 1, 5.0 * percent)`.
/// \throws std::domain_error unless `from` is before `to`, both in the calendar.
template <class Trend>
    requires requires(const Trend& trend, const date& when) { base_value_of(trend(when)); }
[[nodiscard]] constexpr growth_report changes_by(const Trend& trend, const growth& expected, const date& from,
                                                 const date& to, double tolerance = 1e-9) {
    detail::require_pace_tolerance(tolerance);
    const double span = to.seconds_since_1970() - from.seconds_since_1970();
    if (!(span > 0.0 && span < detail::infinity)) detail::dates_must_be_in_order(from);
    growth_report report;
    report.expected = expected;
    double worst = -1.0;
    date before = from;
    double value_before = base_value_of(trend(from));
    for (int i = 1; i <= detail::pace_steps; ++i) {
        const date now = i == detail::pace_steps ? to : from + quantity<dim::time>::from_base_value(
                                                                   span * (static_cast<double>(i) / detail::pace_steps));
        const double value = base_value_of(trend(now));
        const bool has_pace = value_before > 0.0 && value > 0.0 && is_finite(value_before) && is_finite(value);
        const double rate =
            has_pace ? log(value / value_before) / (now.seconds_since_1970() - before.seconds_since_1970()) : 0.0;
        const growth pace = growth::from_rate_per_second(rate);
        const double distance = has_pace ? detail::distance_of(pace, expected) : detail::infinity;
        if (distance > worst) {
            worst = distance;
            report.observed = pace;
            report.from = before;
            report.to = now;
            report.has_pace = has_pace;
        }
        before = now;
        value_before = value;
    }
    report.agrees = report.has_pace && worst <= tolerance;
    return report;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/changes_by.hpp>
#endif
