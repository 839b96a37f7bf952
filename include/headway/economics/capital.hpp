// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/discount_rate.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How capital is spent while a plant is built: which share F(u) of it is spent when the share u of the time is over.
enum class spending_profile {
    even,          ///< F = u
    front_loaded,  ///< F = 1 - (1 - u)^2: the rate of spending falls in a straight line to nothing
    s_curve,       ///< F = u^2 (3 - 2 u): slow at both ends, fastest in the middle
};

/// The share of the capital that is spent when the share `elapsed` of the build time is over.
/// \throws std::domain_error unless 0 <= elapsed <= 1.
template <number_like Elapsed>
[[nodiscard]] constexpr auto spent_share(spending_profile profile, const Elapsed& elapsed) {
    const auto u = to_number(elapsed);
    if (!all_of(u >= 0.0 && u <= 1.0)) {
        detail::value_breaks_a_rule("spent_share", "elapsed share of the build time", "must be between 0 and 1",
                                    detail::offender(u, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
    }
    switch (profile) {
    case spending_profile::front_loaded:
        return u * (2.0 - u);
    case spending_profile::s_curve:
        return u * u * (3.0 - 2.0 * u);
    case spending_profile::even:
        break;
    }
    return u;
}

namespace detail {

/// Seconds, checked not to be negative, nor longer than the library sums month by month.
template <class Span>
[[nodiscard]] constexpr auto duration_seconds(const char* function, const char* what, const Span& span) {
    static_assert(time_like<Span>, "a duration must be a span of time, for example 24.0 * month");
    const auto seconds = as_time(span).base_value();
    require_not_negative(function, what, seconds);
    constexpr double longest = 1000.0 * 31556952.0;
    if (!all_of(seconds <= longest)) {
        value_breaks_a_rule(function, what, "must be at most 1000 years",
                            offender(seconds, [](double s) { return !(s <= longest); }));
    }
    return seconds;
}

inline constexpr double seconds_per_month = 2629746.0;

/// Sum over the months of a span of `in_month(k - 1, k) (1 + r)^(-paid at)`, each paid at the month's end, counted from
/// `before` ahead of the span; a last part of a month is paid at the end of the span. Every draw of a block sums its own
/// months: those after its end add nothing.
template <class Result, class Span, class InMonth>
[[nodiscard]] constexpr Result discounted_months(const Result& log_rate, const Result& wait, const Span& span,
                                                 const InMonth& in_month) {
    const Result months = span / seconds_per_month;
    double most = 1.0;
    for (int i = 0; i < lanes_of<Result>; ++i) {
        if (value_at(months, i) > most) most = value_at(months, i);
    }
    const Result to_start = exp(-log_rate * (wait / seconds_per_year));
    const Result at_end = to_start * exp(-log_rate * (span / seconds_per_year));
    const Result per_month = exp(-log_rate * (1.0 / 12.0));
    Result sum{};
    Result factor = to_start;
    for (double k = 1.0; k < most + 1.0; k += 1.0) {
        factor = factor * per_month;
        // `months` first and `<`: a derivative at a whole number of months is then that of a shorter span, not nothing.
        const auto whole = Result(k) < months;
        sum = sum + in_month(min(months, Result(k - 1.0)), min(months, Result(k))) * select(whole, factor, at_end);
    }
    return sum;
}

}  // namespace detail

/// What one unit of money a span from now is worth today: (1 + r)^(-span), r the effective annual rate.
/// \param rate a number or a percentage, `0.08` or `8.0 * percent`, or a rate by another convention (discount_rate.hpp). \throws std::domain_error for r <= -100 % and for a
/// span that is not finite.
template <class Rate, time_like Span>
[[nodiscard]] constexpr auto discount_factor(const Rate& rate, const Span& span) {
    const auto seconds = as_time(span).base_value();
    detail::require_finite("discount_factor", "span in seconds", seconds);
    return exp(-detail::log_of_annual_rate("discount_factor", rate) * (seconds / detail::seconds_per_year));
}

/// What a delay costs, as a factor on the costs already sunk or on the value that comes later: (1 + r)^d; 19 months at 8 %
/// cost 13 %. \throws std::domain_error for r <= -100 % and a negative delay.
template <class Rate, time_like Delay>
[[nodiscard]] constexpr auto cost_of_delay(const Rate& rate, const Delay& delay) {
    const auto seconds = as_time(delay).base_value();
    detail::require_not_negative("cost_of_delay", "delay in seconds", seconds);
    return exp(detail::log_of_annual_rate("cost_of_delay", rate) * (seconds / detail::seconds_per_year));
}

/// The present value, at the start of building, of capital spent along a profile while a plant is built. End-of-month
/// convention: what a month spends is paid at its end, a last part of a month at the end of the build time; so a build time
/// of zero pays everything at once and undiscounted.
/// \param rate effective annual rate, a number or a percentage.
/// \throws std::domain_error for negative capital or build time, a build time above 1000 years and r <= -100 %.
template <class Capital, time_like BuildTime, class Rate>
[[nodiscard]] constexpr auto capital_present_value(const quantity<dim::money, Capital>& capital,
                                                   const BuildTime& build_time, spending_profile profile,
                                                   const Rate& rate) {
    using result = common_number_t<Capital, time_number_t<BuildTime>, detail::number_of<Rate>>;
    detail::require_not_negative("capital_present_value", "capital in USD", capital.base_value());
    const result span = detail::duration_seconds("capital_present_value", "build time in seconds", build_time);
    const result log_rate = detail::log_of_annual_rate("capital_present_value", rate);
    const result months = span / detail::seconds_per_month;
    const auto at_once = months == 0.0;
    const result divisor = select(at_once, result(1.0), months);
    result spent_before{};
    const result share =
        detail::discounted_months(log_rate, result{}, span, [&](const result&, const result& month_end) {
            const result spent = spent_share(profile, select(at_once, result(1.0), result(month_end / divisor)));
            const result now = spent - spent_before;
            spent_before = spent;
            return now;
        });
    return quantity<dim::money, result>::from_base_value(capital.base_value() * share);
}

/// The present value on the date `valued_on` of a flow over a window, a trend of an amount per time: money per time, or
/// wafers per time, whose present value is what a levelised cost is counted per. End-of-month convention: what a month of
/// the window brings counts at the month's end, a last part of a month at the window's end.
/// \param rate effective annual rate, a number or a percentage.
/// \throws std::domain_error for r <= -100 %, a window above 1000 years and where the flow has no finite integral.
template <class Flow, class Number, class Rate, date_like Date>
    requires detail::callable_with_date<Flow>
[[nodiscard]] constexpr auto present_value(const Flow& flow, const window<Number>& during, const Rate& rate,
                                           const Date& valued_on) {
    using result = common_number_t<trend_number_t<Flow>, Number, detail::number_of<Rate>, detail::date_number_t<Date>>;
    using dimension = multiplied<trend_dimension_t<Flow>, dim::time>;
    const basic_date<result> today = detail::to_date(valued_on);
    detail::require_real_date("present_value", "date of valuation", today);
    const result first = during.first.seconds_since_1970();
    const result span = detail::duration_seconds("present_value", "window in seconds", during.last - during.first);
    const result log_rate = detail::log_of_annual_rate("present_value", rate);
    const auto at = [&](const result& months) {
        return basic_date<result>::from_seconds_since_1970(first + months * detail::seconds_per_month);
    };
    return quantity_or_number<dimension>(detail::discounted_months(
        log_rate, result(first - today.seconds_since_1970()), span, [&](const result& from, const result& to) {
            return result(detail::base_of(cumulative(flow, at(from), at(to))));
        }));
}

}  // namespace headway

#include <headway/header_end.hpp>
