// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn]] inline void decline_must_fall(const char* function, double rate) {
    throw std::domain_error(std::string(function) + ": the decline must fall, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; make it with falls_by_factor, halves_every, ...");
}

/// The continuous rate of decline per second, checked to fall.
template <class Number>
[[nodiscard]] constexpr Number falling_rate(const char* function, const basic_growth<Number>& decline) {
    const Number& rate = decline.rate_per_second();
    const auto breaks = [](double r) { return !(r < 0.0 && r - r == 0.0); };
    if (!all_of(rate < 0.0 && rate - rate == 0.0)) decline_must_fall(function, offender(rate, breaks));
    return -rate;
}

/// The cost as it is, checked to be above zero and finite.
template <class Number>
[[nodiscard]] constexpr const Number& cost_above_zero(const char* function, const char* what, const Number& usd) {
    require_above_zero(function, what, usd);
    return usd;
}

template <class Number>
[[nodiscard]] constexpr basic_date<Number> date_in_calendar(const char* function, const basic_date<Number>& when) {
    require_real_date(function, "date", when);
    return when;
}

}  // namespace detail

/// The yearly fall of the cost to train to a fixed capability: a factor of about 4 (figures::amodei).
inline constexpr growth training_cost_decline =
    falls_by_factor(figures::amodei::training_cost_decline.value, units::year);

/// The time in which a decline makes up an N-fold cost gap: ln N / lambda, negative for N below 1.
/// \param ratio N, above zero. \param decline a growth that falls.
/// \throws std::domain_error for a ratio that is not above zero or a growth that does not fall.
template <number_like Ratio, class Rate>
[[nodiscard]] constexpr auto time_worth_of_cost_gap(const Ratio& ratio, const basic_growth<Rate>& decline) {
    const auto n = to_number(ratio);
    detail::require_above_zero("time_worth_of_cost_gap", "ratio", n);
    const auto seconds = log(n) / detail::falling_rate("time_worth_of_cost_gap", decline);
    return quantity<dim::time, std::remove_const_t<decltype(seconds)>>::from_base_value(seconds);
}

/// The cost gap that a lead in time amounts to: exp(lambda span); 2 years at a factor of 4 a year are 16.
/// Below 1 for a lag, that is a lead below zero. Overflows to infinity.
/// \throws std::domain_error for a lead that is not finite or a growth that does not fall.
template <time_like Span, class Rate>
[[nodiscard]] constexpr auto cost_gap_of_lead(const Span& lead, const basic_growth<Rate>& decline) {
    const auto seconds = as_time(lead).base_value();
    detail::require_finite("cost_gap_of_lead", "lead in seconds", seconds);
    return exp(detail::falling_rate("cost_gap_of_lead", decline) * seconds);
}

/// Where a claimed cost lies relative to the curve of a capability.
template <class Dimension, class Number>
struct claim_position {
    /// What the curve says the capability costs at the date of the claim.
    quantity<Dimension, Number> on_curve;
    /// The claim over the on-curve cost; below 1 is cheaper than the curve.
    Number ratio;
    /// How far ahead of the curve the claim is, ln(on_curve / claim) / lambda; negative when behind.
    quantity<dim::time, Number> ahead;
};

/// The cost of training to one fixed capability: C(t) = C0 exp(-lambda (t - t0)). A trend; made by `training_cost`.
template <class Number>
class training_cost_curve : public exponential_trend<dim::money, Number> {
  public:
    constexpr training_cost_curve(const basic_date<Number>& at, const quantity<dim::money, Number>& cost,
                                  const basic_growth<Number>& decline)
        : exponential_trend<dim::money, Number>(detail::date_in_calendar("training_cost", at),
                                                detail::cost_above_zero("training_cost", "cost in USD", cost.base_value()),
                                                -detail::falling_rate("training_cost", decline)) {}

    [[nodiscard]] constexpr auto decline() const noexcept { return this->growth(); }

    /// Where a claimed cost at a date lies: on-curve cost, ratio to it, time ahead of it.
    /// \throws std::domain_error for a claim that is not above zero and for never.
    template <class Claim, date_like Date>
    [[nodiscard]] constexpr auto position_of(const quantity<dim::money, Claim>& claim, const Date& when) const {
        const auto on_curve = (*this)(detail::date_in_calendar("position_of", detail::to_date(when)));
        using common = common_number_t<Claim, typename decltype(on_curve)::number_type>;
        const common ratio = detail::cost_above_zero("position_of", "claim in USD", claim.base_value()) /
                             on_curve.base_value();
        return claim_position<dim::money, common>{on_curve, ratio, -time_worth_of_cost_gap(ratio, decline())};
    }

    /// The curve of a workload that takes `multiplier` times the compute of this one (reinforcement learning, planning):
    /// every cost is multiplied, so every crossing comes ln(multiplier) / lambda later.
    /// \throws std::domain_error for a multiplier that is not above zero.
    template <number_like Multiplier>
    [[nodiscard]] constexpr auto for_workload(const Multiplier& multiplier) const {
        using common = common_number_t<Number, as_number_t<Multiplier>>;
        detail::require_above_zero("for_workload", "multiplier", to_number(multiplier));
        return training_cost_curve<common>(this->start(), this->value_at_start() * multiplier, decline());
    }
};

template <class Number>
inline constexpr bool is_exponential<training_cost_curve<Number>> = true;

/// The cost of training to the capability that cost `cost` at the date `at`, falling at the given rate.
/// \param decline a growth that falls; by default the articles' factor of about 4 a year.
/// \throws std::domain_error for a cost that is not above zero or a growth that does not fall.
template <date_like At, class Cost, class Rate = double>
[[nodiscard]] constexpr auto training_cost(const At& at, const quantity<dim::money, Cost>& cost,
                                           const basic_growth<Rate>& decline = training_cost_decline) {
    return training_cost_curve<common_number_t<detail::date_number_t<At>, Cost, Rate>>(detail::to_date(at), cost,
                                                                                       decline);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class At, class Cost, class Decline = growth>
constexpr auto training_cost(const At&, const Cost&, const Decline& = {}) {
    constexpr bool cost_is_money = requires { requires std::same_as<typename Cost::dimension, dim::money>; };
    static_assert(date_like<At>, "training_cost: the first argument must be a date, such as date(2024y / 3 / 1)");
    static_assert(cost_is_money, "training_cost: the second argument must be money, such as 100.0 * million_usd");
    static_assert(is_growth<Decline>, "training_cost: the third argument must be a growth that falls, such as "
                                      "falls_by_factor(4.0, year)");
    return detail::wrong_arguments{};
}

/// The decline of training cost from its two causes, lambda = lambda_hardware + lambda_algorithms; each is a growth that
/// falls (a price-performance growth g makes cost fall by `pow(g, -1)`). From any two of the three the third follows.
template <class A, class B>
[[nodiscard]] constexpr auto total_decline(const basic_growth<A>& hardware, const basic_growth<B>& algorithms) noexcept {
    return hardware * algorithms;
}
template <class A, class B>
[[nodiscard]] constexpr auto algorithmic_decline(const basic_growth<A>& total, const basic_growth<B>& hardware) noexcept {
    return total / hardware;
}
template <class A, class B>
[[nodiscard]] constexpr auto hardware_decline(const basic_growth<A>& total, const basic_growth<B>& algorithms) noexcept {
    return total / algorithms;
}

/// Growth of capability-adjusted (effective) compute: spending grows at g while a unit of capability gets cheaper at
/// lambda, so it grows at g + lambda. \throws std::domain_error for a decline that does not fall.
template <class A, class B>
[[nodiscard]] constexpr auto effective_compute_growth(const basic_growth<A>& spending, const basic_growth<B>& decline) {
    static_cast<void>(detail::falling_rate("effective_compute_growth", decline));
    return spending / decline;
}

/// Effective compute over time, as a multiple of the capability that the cost curve stands for: S(t) / C(t).
/// Exponential with the growth g + lambda.
template <class A, class B>
[[nodiscard]] constexpr auto effective_compute(const exponential_trend<dim::money, A>& spending,
                                               const training_cost_curve<B>& cost) {
    return exponential(spending.start(), spending.value_at_start() / cost(spending.start()),
                       effective_compute_growth(spending.growth(), cost.decline()));
}

/// The period at which steps of -percent amount to a given decline: ln(1/(1 - percent/100)) / lambda.
/// -20 % steps equal a factor of 4 a year only at one step per 8.40 weeks.
/// \throws std::domain_error unless percent is above 0 and below 100, and the growth falls.
template <number_like Percent, class Rate>
[[nodiscard]] constexpr auto step_period(const Percent& percent_per_step, const basic_growth<Rate>& decline) {
    const auto p = to_number(percent_per_step);
    const auto breaks = [](double x) { return !(x > 0.0 && x < 100.0); };
    if (!all_of(p > 0.0 && p < 100.0)) {
        detail::value_breaks_a_rule("step_period", "percent", "must be above 0 and below 100",
                                    detail::offender(p, breaks));
    }
    const auto seconds = -log1p(-p / 100.0) / detail::falling_rate("step_period", decline);
    return quantity<dim::time, std::remove_const_t<decltype(seconds)>>::from_base_value(seconds);
}

}  // namespace headway

#include <headway/header_end.hpp>
