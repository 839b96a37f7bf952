// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <vector>

#include <headway/economics/capital.hpp>
#include <headway/economics/cash_flow.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The span of a period as a plain number of seconds, that a list of flows has at most so many of.
template <class Period, class Number>
[[nodiscard]] constexpr double period_seconds(const char* function, const Period& period, const Number& span) {
    static_assert(
        std::same_as<time_number_t<Period>, double>,
        "cash_flows_over, cash_flows_at: the period must be a plain span of time, such as month, not an input of a "
        "model; the window may depend on inputs");
    const double seconds = as_time(period).base_value();
    require_above_zero(function, "period in seconds", seconds);
    constexpr double most = 100'000.0;
    if (!all_of(span <= most * seconds)) {
        value_breaks_a_rule(function, "window in periods", "must be at most 100000",
                            offender(span, [&](double s) { return !(s <= most * seconds); }) / seconds);
    }
    return seconds;
}
/// The number of the draws of the largest, in whole periods, a part of one counting if asked for.
template <class Number>
[[nodiscard]] constexpr double most_periods(const Number& span, double period) {
    double most = 0.0;
    for (int i = 0; i < lanes_of<Number>; ++i) most = max(most, value_at(span, i));
    return most / period;
}

[[nodiscard]] constexpr double place_in_period(paid_at when) noexcept {
    return when == paid_at::start_of_period ? 0.0 : when == paid_at::middle_of_period ? 0.5 : 1.0;
}

/// The calendar months of a period that is a whole number of mean ones, such as month, 3.0 * month or year; 0 for any other.
[[nodiscard]] constexpr double whole_months(double period) noexcept {
    constexpr double more_than_the_calendar_has = 12.0 * 65536.0;
    const double months = period / seconds_per_month;
    const double whole = floor(months + 0.5);
    return abs(months - whole) <= 1e-9 * whole && whole < more_than_the_calendar_has ? whole : 0.0;
}
/// The seconds to the same day, so many months later, or to the last day of a month that is too short for it. In years that
/// std::chrono does not have, months are mean ones.
[[nodiscard]] constexpr double calendar_span(double from, double months) noexcept {
    constexpr double first = days_to_year(-32767) * seconds_per_day;
    constexpr double last = days_to_year(32767) * seconds_per_day;
    if (!(from >= first && from + (months + 1.0) * seconds_per_month < last)) return months * seconds_per_month;
    const std::chrono::sys_days day(std::chrono::days(static_cast<int>(floor(from / seconds_per_day))));
    const std::chrono::year_month_day start(day);
    const auto month = start.year() / start.month() + std::chrono::months(static_cast<int>(months));
    const auto end_of_month = (month / std::chrono::last).day();
    const std::chrono::sys_days later(month / (start.day() < end_of_month ? start.day() : end_of_month));
    return static_cast<double>((later - day).count()) * seconds_per_day;
}
/// As `calendar_span`, of every draw.
template <class Number>
[[nodiscard]] constexpr Number calendar_spans(const Number& from, double months) {
    const auto span = [months](double seconds) { return calendar_span(seconds, months); };
    if constexpr (lanes_of<Number> == 1) {
        return Number(span(value_at(from)));
    } else {
        return from.map(span);
    }
}

}  // namespace detail

/// The cash flows of a rate over a window, a trend of money per time such as rent per hour: what each period of the window
/// brings is one flow, the integral of the rate over it (`cumulative`), paid at its start, middle or end. A last part of a
/// period is a period. Above zero it comes in; put a minus before the list, or before the trend, for what goes out.
/// \param period a plain span, `month`; a month is 1/12 of a year of 365.2425 days, dates are exact and not those of the
/// calendar: the 365 days of 2026 bring 11.992 times a rate per month. No part of a window is lost: one that is longer than
/// whole mean periods has a flow for the rest, such as the 13th of the months of 2024, of 18 hours. The window and the trend
/// may depend on inputs; a draw whose window is shorter has flows of zero at its end.
/// \throws std::domain_error for a period that is not above zero, more than 100 000 periods, and what `cumulative` refuses.
template <class Rate, class Number, time_like Period>
    requires detail::callable_with_date<Rate>
[[nodiscard]] constexpr auto cash_flows_over(const Rate& rate, const window<Number>& during, const Period& period,
                                             paid_at when) {
    using result = common_number_t<trend_number_t<Rate>, Number>;
    using dimension = multiplied<trend_dimension_t<Rate>, dim::time>;
    constexpr bool rate_is_per_time = std::same_as<dimension, dim::money> || std::same_as<dimension, dimensionless>;
    static_assert(rate_is_per_time,
                  "cash_flows_over: the trend must be money per time, such as usd / hour; for amounts per "
                  "period use cash_flows_at");
    using flow = cash_flow<dimension, result>;
    const result first = during.first.seconds_since_1970();
    const result last = during.last.seconds_since_1970();
    const double step = detail::period_seconds("cash_flows_over", period, result(last - first));
    const double most = detail::most_periods(result(last - first), step);
    const auto at = [](const result& seconds) { return basic_date<result>::from_seconds_since_1970(seconds); };
    std::vector<flow> flows;
    result from = first;
    for (double k = 1.0; k < most + 1.0 || flows.empty(); k += 1.0) {
        // `last` first: a derivative at a whole number of periods is then that of a shorter window.
        const result to = min(last, result(first + k * step));
        const result paid = from + detail::place_in_period(when) * (to - from);
        flows.push_back(flow("cash_flows_over", at(paid), result(detail::base_of(cumulative(rate, at(from), at(to))))));
        from = to;
    }
    return cash_flow_list<dimension, result>("cash_flows_over", std::move(flows));
}

/// The cash flows of amounts per period over a window, a trend of money such as a monthly bill: for each whole period of
/// the window its value on the date on which it is paid, the period's start, middle or end. A last part of a period has none;
/// a window shorter than one period has a single flow of nothing, on a date that is never.
/// \param period a plain span. One of whole months, such as `month`, `3.0 * month` and `year`, goes by the calendar, as
/// contracts do: from the 1st of April to the 1st of May, from the 31st of January to the last day of February, at the time
/// of day at which the window starts. Its last one counts as whole where less than two days of it are missing, by the calendar
/// or in mean months of 1/12 of 365.2425 days: a window to the 31st of December has the whole year, and so has one to
/// `start + 1.0 * year`. Any other period is the exact span that it is. Nothing is paid after the window.
/// \throws std::domain_error as `cash_flows_over`, and for an amount that is not finite.
template <class Amount, class Number, time_like Period>
    requires detail::callable_with_date<Amount>
[[nodiscard]] constexpr auto cash_flows_at(const Amount& amount, const window<Number>& during, const Period& period,
                                           paid_at when) {
    using result = common_number_t<trend_number_t<Amount>, Number>;
    using dimension = trend_dimension_t<Amount>;
    constexpr bool amount_is_money = std::same_as<dimension, dim::money> || std::same_as<dimension, dimensionless>;
    static_assert(amount_is_money,
                  "cash_flows_at: the trend must be money, the amount of each period; for money per time use "
                  "cash_flows_over");
    using flow = cash_flow<dimension, result>;
    const result first = during.first.seconds_since_1970();
    const result span = during.last.seconds_since_1970() - first;
    const double step = detail::period_seconds("cash_flows_at", period, span);
    const double months = detail::whole_months(step);
    // A window of so many periods may miss the last by rounding; one that is written in mean months, or to the last day of a
    // calendar year, by days.
    const double slack = months > 0.0 ? 2.0 * detail::seconds_per_day : 1e-9 * step;
    const auto to_end_of = [&](double k) {
        return months > 0.0 ? detail::calendar_spans(first, k * months) : result(k * step);
    };
    std::vector<flow> flows;
    result from(0.0);
    for (double k = 1.0;; k += 1.0) {
        const result to = to_end_of(k);
        const auto whole = span > min(to, result(k * step)) - slack;
        if (!any_of(whole)) break;
        const result paid = first + min(result(from + detail::place_in_period(when) * (to - from)), span);
        const result value = detail::base_of(amount(basic_date<result>::from_seconds_since_1970(paid)));
        flows.push_back(flow("cash_flows_at",
                             basic_date<result>::from_seconds_since_1970(select(whole, paid, result(no_limit))),
                             select(whole, value, result(0.0))));
        from = to;
    }
    // As a draw of a block whose window is that short: it counts as nothing and stops no forecast.
    if (flows.empty()) {
        flows.push_back(flow("cash_flows_at", basic_date<result>::from_seconds_since_1970(result(no_limit)), result(0.0)));
    }
    return cash_flow_list<dimension, result>("cash_flows_at", std::move(flows));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Trend, class... Others>
constexpr auto cash_flows_over(const Trend&, const Others&...) {
    static_assert(detail::callable_with_date<Trend>,
                  "cash_flows_over: the first argument must be a trend of money per time");
    constexpr bool others_are_right = !detail::callable_with_date<Trend>;
    static_assert(others_are_right,
                  "cash_flows_over: after the trend come the window, between(first, last), the period and "
                  "when in it is paid, for example month, paid_at::end_of_period");
    return detail::wrong_arguments{};
}
template <class Trend, class... Others>
constexpr auto cash_flows_at(const Trend&, const Others&...) {
    static_assert(detail::callable_with_date<Trend>, "cash_flows_at: the first argument must be a trend of money");
    constexpr bool others_are_right = !detail::callable_with_date<Trend>;
    static_assert(others_are_right,
                  "cash_flows_at: after the trend come the window, between(first, last), the period and "
                  "when in it is paid, for example month, paid_at::end_of_period");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
