// SPDX-License-Identifier: BSL-1.0
#pragma once

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

}  // namespace detail

/// The cash flows of a rate over a window, a trend of money per time such as rent per hour: what each period of the window
/// brings is one flow, the integral of the rate over it (`cumulative`), paid at its start, middle or end. A last part of a
/// period is a period. Above zero it comes in; put a minus before the list, or before the trend, for what goes out.
/// \param period a plain span, `month`; a month is 1/12 of a year of 365.2425 days, dates are exact and not those of the
/// calendar. The window and the trend may depend on inputs; a draw whose window is shorter has flows of zero at its end.
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
    // A window of so many periods may miss the last by rounding.
    constexpr double slack = 1e-9;
    const double most = detail::most_periods(span, step) + slack;
    std::vector<flow> flows;
    for (double k = 1.0; k <= most; k += 1.0) {
        const auto whole = span >= (k - slack) * step;
        const result paid = first + (k - 1.0 + detail::place_in_period(when)) * step;
        const result value = detail::base_of(amount(basic_date<result>::from_seconds_since_1970(paid)));
        flows.push_back(flow("cash_flows_at",
                             basic_date<result>::from_seconds_since_1970(select(whole, paid, result(no_limit))),
                             select(whole, value, result(0.0))));
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
