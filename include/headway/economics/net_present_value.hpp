// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/cash_flow.hpp>
#include <headway/economics/detail/dated_amount.hpp>
#include <headway/economics/discount_rate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The net present value of cash flows on the date `valued_on`: the sum of amount * (1 + r)^(-t), t the time from that date
/// to the flow's in years of 365.2425 days, exact to the second; flows before that date count with interest.
/// What comes in counts as positive, so a project is worth doing at that rate where this is above zero.
/// \param rate says its convention: `effective_annual(8.0 * percent)`, `nominal_annual(...)`, `continuous_annual(...)`, or
/// `undiscounted` for the plain sum.
/// \return money, or a plain number, in the common number type of flows, rate and date.
/// \throws std::domain_error for a date of valuation that is not in the calendar. Accuracy: each discount factor within
/// (4 + |ln(1 + r) t|) units in the last place.
template <any_cash_flows Flows, class Rate, date_like Date>
    requires is_discount_rate<Rate>
[[nodiscard]] constexpr auto net_present_value(const Flows& flows, const Rate& rate, const Date& valued_on) {
    using result =
        common_number_t<typename Flows::number_type, typename Rate::number_type, detail::date_number_t<Date>>;
    const basic_date<result> today = detail::to_date(valued_on);
    detail::require_real_date("net_present_value", "date of valuation", today);
    const result force = detail::log_of_annual_rate("net_present_value", rate);
    result sum{};
    for (const auto& flow : flows) {
        const auto one = detail::years_after(today.seconds_since_1970(), flow);
        sum = sum + one.amount * exp(-force * one.when);
    }
    return quantity_or_number<typename Flows::dimension>(sum);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Flows, class Rate, class... Date>
constexpr auto net_present_value(const Flows&, const Rate&, const Date&...) {
    static_assert(any_cash_flows<Flows>, "net_present_value: the first argument must be cash_flows(...)");
    static_assert(is_discount_rate<Rate>,
                  "net_present_value: the rate must say how it is meant: effective_annual(0.08), "
                  "nominal_annual(0.08, month), continuous_annual(0.08) or undiscounted");
    constexpr bool a_date_is_given = sizeof...(Date) == 1 && (date_like<Date> && ...);
    static_assert(a_date_is_given,
                  "net_present_value: the third argument must be the date on which the flows are valued");
    return detail::wrong_arguments{};
}

/// The equivalent annual cost of something that lasts a number of years: the same payment in each year of its life that has
/// its present value, so that things of different lives compare: NPV r / (1 - (1 + r)^(-n)) for payments at the end of each
/// year; at the start it is that / (1 + r), in the middle / (1 + r)^(1/2). At a rate of zero NPV / n.
/// \param present_cost the present value of all that it costs, at the beginning of its life.
/// \param life n, in years of 365.2425 days; a part of a year counts by the formula.
/// \return money per time, `in(usd / year)`. \throws std::domain_error for a life that is not above zero and finite.
template <class Cost, class Rate, time_like Life>
    requires(detail::amount<Cost>&& is_discount_rate<Rate>)
[[nodiscard]] constexpr auto equivalent_annual_cost(const Cost& present_cost, const Rate& rate, const Life& life,
                                                    paid_at when) {
    using result = common_number_t<detail::number_of<Cost>, typename Rate::number_type, time_number_t<Life>>;
    const result years = as_time(life).base_value() / detail::seconds_per_year;
    detail::require_above_zero("equivalent_annual_cost", "life in years", years);
    const result force = detail::log_of_annual_rate("equivalent_annual_cost", rate);
    // r / (1 - (1 + r)^(-n)) is the mean of exp over (0, force) by that over (-n force, 0), by n: no 0 / 0 without interest.
    const result at_end = detail::mean_growth(force) / (years * detail::mean_growth(result(-force * years)));
    const double shift = when == paid_at::end_of_period ? 0.0 : when == paid_at::start_of_period ? 1.0 : 0.5;
    const result per_year = result(detail::base_of(present_cost)) * (at_end * exp(-force * shift));
    return quantity_or_number<divided<detail::dimension_of<Cost>, dim::time>>(
        result(per_year / detail::seconds_per_year));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Cost, class Rate, class Life, class When, class... More>
constexpr auto equivalent_annual_cost(const Cost&, const Rate&, const Life&, const When&, const More&...) {
    static_assert(detail::amount<Cost>,
                  "equivalent_annual_cost: the first argument must be the present value of the cost, such as 100.0 * usd");
    static_assert(is_discount_rate<Rate>,
                  "equivalent_annual_cost: the rate must say how it is meant: effective_annual(0.08), "
                  "nominal_annual(0.08, month), continuous_annual(0.08) or undiscounted");
    static_assert(time_like<Life>, "equivalent_annual_cost: the third argument must be the life, a span of time such as "
                                   "7.0 * year");
    static_assert(std::same_as<When, paid_at>,
                  "equivalent_annual_cost: the fourth argument says when in a year it is paid, for example "
                  "paid_at::end_of_period");
    constexpr bool kinds_are_right =
        detail::amount<Cost> && is_discount_rate<Rate> && time_like<Life> && std::same_as<When, paid_at>;
    static_assert(!kinds_are_right,
                  "equivalent_annual_cost: there are four arguments: the cost, the rate, the life and when in a year it "
                  "is paid");
    return detail::wrong_arguments{};
}
/// Chosen only where an argument is missing, to say so in words.
template <class Cost, class... Others>
constexpr auto equivalent_annual_cost(const Cost&, const Others&...) {
    constexpr bool none_is_missing = sizeof...(Others) >= 3;
    static_assert(none_is_missing,
                  "equivalent_annual_cost: the arguments are the present value of the cost, the rate, the life and when in "
                  "a year it is paid, for example paid_at::end_of_period");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
