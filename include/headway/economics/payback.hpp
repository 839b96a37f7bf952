// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include <headway/economics/cash_flow.hpp>
#include <headway/economics/detail/dated_amount.hpp>
#include <headway/economics/discount_rate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// When the money of a flow counts as having come.
enum class arrival {
    on_its_date,
    evenly_since_the_one_before,  ///< in equal parts over the time since the flow before it, as textbooks interpolate
};

namespace detail {

/// The payback in seconds of one draw's flows, whose dates are seconds; their order is changed.
template <class Number>
[[nodiscard]] constexpr Number payback_seconds(std::vector<dated_amount<Number>>& flows, const Number& force,
                                               arrival how) {
    std::sort(flows.begin(), flows.end());
    Number sum{};
    double size = 0.0;
    bool was_below = false;
    for (std::size_t i = 0; i < flows.size();) {
        const Number date = flows[i].when;
        const Number factor = exp(-force * ((date - flows[0].when) / seconds_per_year));
        const Number before = sum;
        const std::size_t first = i;
        for (; i < flows.size() && flows[i].when == date; ++i) {
            sum = sum + flows[i].amount * factor;
            size += abs(value_at(flows[i].amount * factor));
        }
        // What is left of an amount that was paid back in parts may be a rounding error.
        const bool below = value_at(sum) < -0x1p-48 * size;
        if (was_below && !below) {
            if (how == arrival::on_its_date) return date;
            const Number previous = flows[first - 1].when;
            return previous + (date - previous) * min(Number(before / (before - sum)), Number(1.0));
        }
        was_below = below;
    }
    return was_below || flows.empty() ? Number(no_limit) : flows[0].when;
}

}  // namespace detail

/// The payback of cash flows: the first date on which the sum of the flows up to it, which was below zero, is zero or more
/// again; never when it stays below. Flows whose sum is below zero on no date need no payback: it is the date of the first.
/// It says when the money is first back, not for how long: a later outlay may take the sum below zero again.
/// \param discounting says whether the flows are discounted: `undiscounted`, or at what rate, `effective_annual(0.08)`.
/// \param how whether a flow counts on its date or comes evenly since the flow before it (of which the discounted amount is
/// shared out then). Dates are in any order; flows on one date count at once.
/// \return a date in the common number type of flows and rate, of each draw its own.
template <any_cash_flows Flows, class Rate>
    requires is_discount_rate<Rate>
[[nodiscard]] constexpr auto payback(const Flows& flows, const Rate& discounting, arrival how) {
    using result = common_number_t<typename Flows::number_type, typename Rate::number_type>;
    const result force = detail::log_of_annual_rate("payback", discounting);
    using one_draw = decltype(detail::lane_of(force, 0));
    std::vector<detail::dated_amount<one_draw>> drawn;
    drawn.reserve(flows.size());
    result seconds{};
    for (int lane = 0; lane < lanes_of<result>; ++lane) {
        drawn.clear();
        for (const auto& flow : flows) {
            const one_draw at = detail::lane_of(result(flow.date().seconds_since_1970()), lane);
            if (at < no_limit) drawn.push_back({at, detail::lane_of(result(flow.base_amount()), lane)});
        }
        detail::set_lane(seconds, lane, detail::payback_seconds(drawn, detail::lane_of(force, lane), how));
    }
    return basic_date<result>::from_seconds_since_1970(seconds);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Flows, class Discounting, class Arrival, class... More>
constexpr auto payback(const Flows&, const Discounting&, const Arrival&, const More&...) {
    static_assert(any_cash_flows<Flows>, "payback: the first argument must be cash_flows(...)");
    static_assert(is_discount_rate<Discounting>,
                  "payback: the second argument says whether flows are discounted: undiscounted, or the "
                  "rate, effective_annual(0.08)");
    static_assert(std::same_as<Arrival, arrival>,
                  "payback: the third argument says when a flow comes: arrival::on_its_date or "
                  "arrival::evenly_since_the_one_before");
    constexpr bool kinds_are_right =
        any_cash_flows<Flows> && is_discount_rate<Discounting> && std::same_as<Arrival, arrival>;
    static_assert(!kinds_are_right,
                  "payback: there are three arguments: the flows, whether they are discounted and when a flow comes");
    return detail::wrong_arguments{};
}
/// Chosen only where an argument is missing, to say so in words.
template <class Flows, class... Others>
constexpr auto payback(const Flows&, const Others&...) {
    static_assert(any_cash_flows<Flows>, "payback: the first argument must be cash_flows(...)");
    constexpr bool discounting_is_said = sizeof...(Others) > 0 && (is_discount_rate<Others> && ...);
    static_assert(discounting_is_said,
                  "payback: the second argument says whether flows are discounted: undiscounted, or the "
                  "rate, effective_annual(0.08)");
    constexpr bool arrival_is_said = sizeof...(Others) >= 2;
    static_assert(arrival_is_said, "payback: the third argument says when a flow comes: arrival::on_its_date or "
                                   "arrival::evenly_since_the_one_before");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
