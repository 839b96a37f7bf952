// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/quantity/units.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/experience_curve.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A part of what a fab costs to build: its share of the cost at the base site and how many times as much it costs at the
/// other. Made by `cost_component`.
template <class Number>
struct fab_component {
    std::string_view name;
    Number share;
    Number multiplier;
};

/// A step of building a fab: its length at the base site and how many times as long it takes at the other. Made by
/// `build_stage`. For uncertain stages in sequence and in parallel there are lead-time projects.
template <class Number>
struct fab_build_stage {
    std::string_view name;
    quantity<dim::time, Number> span;
    Number multiplier;
};

namespace detail {

template <class T>
inline constexpr bool is_fab_component = false;
template <class Number>
inline constexpr bool is_fab_component<fab_component<Number>> = true;
template <class T>
inline constexpr bool is_fab_build_stage = false;
template <class Number>
inline constexpr bool is_fab_build_stage<fab_build_stage<Number>> = true;

[[noreturn]] inline void part_must_not_be_negative(const char* function, const char* what, std::string_view name,
                                                   double got) {
    throw std::domain_error(std::string(function) + ": " + what + " of " + std::string(name) +
                            " must be finite and >= 0, got " + number_text(got));
}
[[noreturn]] inline void shares_must_sum_to_one(double sum) {
    throw std::domain_error("build_cost: the components' shares must sum to 1, got " + number_text(sum, 12) +
                            "; add what is missing as a component of its own, with multiplier 1 if it costs the same");
}

template <class Number>
constexpr void require_part(const char* function, const char* what, std::string_view name, const Number& x) {
    if (all_of(x >= 0.0 && x < no_limit)) return;
    part_must_not_be_negative(function, what, name,
                              offender(x, [](double v) { return !(v >= 0.0 && v < no_limit); }));
}

}  // namespace detail

/// A component of the build cost: `cost_component("building", 30.0 * percent, 4.0)`. The name, which messages use, must
/// live as long as the component. \throws std::domain_error for a share or a multiplier that is negative or not finite.
template <class Share, class Multiplier>
[[nodiscard]] constexpr auto cost_component(std::string_view name, const Share& share, const Multiplier& multiplier) {
    const auto s = detail::base_of_dimension<dimensionless>(share);
    const auto m = detail::base_of_dimension<dimensionless>(multiplier);
    detail::require_part("cost_component", "share", name, s);
    detail::require_part("cost_component", "multiplier", name, m);
    return fab_component<common_number_t<std::remove_const_t<decltype(s)>, std::remove_const_t<decltype(m)>>>{name, s,
                                                                                                              m};
}

/// How many times as much the whole costs: sum of share_i multiplier_i.
/// \throws std::domain_error unless the shares sum to 1 (to 1e-9), naming their sum.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0)
[[nodiscard]] constexpr auto build_cost_multiplier(const fab_component<Numbers>&... components) {
    const auto sum = (components.share + ...);
    const auto breaks = [](double x) { return !(x > 1.0 - 1e-9 && x < 1.0 + 1e-9); };
    if (!all_of(sum > 1.0 - 1e-9 && sum < 1.0 + 1e-9)) detail::shares_must_sum_to_one(detail::offender(sum, breaks));
    return ((components.share * components.multiplier) + ...);
}
/// The same for components in a container, such as a `std::vector` read at run time.
template <class Components>
    requires detail::is_fab_component<std::remove_cvref_t<decltype(std::declval<const Components&>()[0])>>
[[nodiscard]] constexpr auto build_cost_multiplier(const Components& components) {
    using number_type = decltype(components[0].share + components[0].multiplier);
    number_type shares{};
    number_type total{};
    for (const auto& part : components) {
        shares = shares + part.share;
        total = total + part.share * part.multiplier;
    }
    const auto breaks = [](double x) { return !(x > 1.0 - 1e-9 && x < 1.0 + 1e-9); };
    if (!all_of(shares > 1.0 - 1e-9 && shares < 1.0 + 1e-9)) {
        detail::shares_must_sum_to_one(detail::offender(shares, breaks));
    }
    return total;
}

/// What the fab costs at the other site: base * sum of share_i multiplier_i. `build_cost(base, 4.0)` is the case of one
/// multiplier for all of it. \param base the cost at the base site, money.
/// \throws std::domain_error for a negative cost and unless the shares sum to 1.
template <class Base, class... Numbers>
    requires(sizeof...(Numbers) > 0)
[[nodiscard]] constexpr auto build_cost(const quantity<dim::money, Base>& base,
                                        const fab_component<Numbers>&... components) {
    detail::require_not_negative("build_cost", "cost at the base site in USD", base.base_value());
    return base * build_cost_multiplier(components...);
}
template <class Base, number_like Multiplier>
[[nodiscard]] constexpr auto build_cost(const quantity<dim::money, Base>& base, const Multiplier& multiplier) {
    return build_cost(base, cost_component("the whole fab", 1.0, multiplier));
}

/// The share that a component must have for its multiplier and a multiplier of all the rest to give a total:
/// (total - rest) / (component - rest). If only the building costs 4 times as much and the whole plant twice, the building
/// is a third of it. \param multiplier_of_the_rest 1 unless said otherwise: the rest costs the same at both sites.
/// \throws std::domain_error when no share between 0 and 1 does: the total must lie between the two multipliers.
template <number_like Component, number_like Total, number_like Rest = double>
[[nodiscard]] constexpr auto reconciling_share(const Component& multiplier_of_component, const Total& total_multiplier,
                                               const Rest& multiplier_of_the_rest = 1.0) {
    const auto component = to_number(multiplier_of_component);
    const auto rest = to_number(multiplier_of_the_rest);
    const auto total = to_number(total_multiplier);
    detail::require_part("reconciling_share", "multiplier", "the component", component);
    detail::require_part("reconciling_share", "multiplier", "the rest", rest);
    detail::require_part("reconciling_share", "multiplier", "the total", total);
    const auto apart = component - rest;
    for (int i = 0; i < lanes_of<std::remove_const_t<decltype(apart)>>; ++i) {
        if (value_at(apart, i) != 0.0) continue;
        detail::value_breaks_a_rule("reconciling_share", "multiplier of the component",
                                    "must differ from that of the rest, or every share gives the same total",
                                    value_at(component, i));
    }
    const auto share = (total - rest) / apart;
    if (!all_of(share >= 0.0 && share <= 1.0)) {
        detail::value_breaks_a_rule(
            "reconciling_share", "share",
            "must be between 0 and 1: the total must lie between the multipliers of the component "
            "and of the rest",
            detail::offender(share, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
    }
    return share;
}

/// A step of building: `build_stage("permits", 6.0 * month, 2.3)`.
/// \throws std::domain_error for a span or a multiplier that is negative or not finite, naming the stage.
template <time_like Span, number_like Multiplier = double>
[[nodiscard]] constexpr auto build_stage(std::string_view name, const Span& span, const Multiplier& multiplier = 1.0) {
    const auto time = as_time(span);
    const auto m = to_number(multiplier);
    detail::require_part("build_stage", "span in seconds", name, time.base_value());
    detail::require_part("build_stage", "multiplier", name, m);
    return fab_build_stage<common_number_t<time_number_t<Span>, as_number_t<Multiplier>>>{name, time, m};
}

/// How long building takes, stage after stage: sum of span_i multiplier_i.
template <class... Numbers>
    requires(sizeof...(Numbers) > 0)
[[nodiscard]] constexpr auto build_time(const fab_build_stage<Numbers>&... stages) noexcept {
    return ((stages.span * stages.multiplier) + ...);
}
/// One multiplier for all of it. \throws std::domain_error for a negative span or multiplier.
template <time_like Span, number_like Multiplier>
    requires(!detail::is_fab_build_stage<Span>)
[[nodiscard]] constexpr auto build_time(const Span& base, const Multiplier& multiplier) {
    return build_time(build_stage("the whole fab", base, multiplier));
}

/// A ramp from the day a plant opens: the share of its capacity that runs, 0 before the opening, rising in a straight line
/// to 1 over a span. Made by `ramp_up`.
template <class Number>
class ramp_trend : public trend_base {
  public:
    using number_type = Number;

    constexpr ramp_trend(const basic_date<Number>& opens, const quantity<dim::time, Number>& span)
        : opens_(opens.seconds_since_1970()), span_(span.base_value()) {
        detail::require_real_date("ramp_up", "opening date", opens);
        detail::require_not_negative("ramp_up", "span in seconds", span_);
    }

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        using result = common_number_t<Number, detail::date_number_t<Date>>;
        const result since = detail::to_date(when).seconds_since_1970() - opens_;
        const result span = span_;
        const auto at_once = span == 0.0;
        const result rising = min(max(result(since / select(at_once, result(1.0), span)), result(0.0)), result(1.0));
        return select(at_once, select(since >= 0.0, result(1.0), result(0.0)), rising);
    }
    /// The integral over time: half a ramp's span is lost.
    template <class A, class B>
    [[nodiscard]] constexpr auto integral(const basic_date<A>& first, const basic_date<B>& last) const {
        using result = common_number_t<Number, A, B>;
        const auto from_opening = [&](const result& seconds) {
            const result since = max(result(seconds - opens_), result(0.0));
            const result span = span_;
            const result inside = min(since, span);
            const result safe = select(span == 0.0, result(1.0), span);
            return result(0.5 * inside * inside / safe + (since - inside));
        };
        return quantity<dim::time, result>::from_base_value(from_opening(last.seconds_since_1970()) -
                                                            from_opening(first.seconds_since_1970()));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        visitor(basic_date<Number>::from_seconds_since_1970(opens_));
        visitor(basic_date<Number>::from_seconds_since_1970(opens_ + span_));
    }

  private:
    Number opens_;
    Number span_;
};

/// The share of its capacity at which a plant runs that opens on a date and comes up in a straight line over a span; zero
/// for at once. Any other trend of a share serves as a ramp too. \throws std::domain_error for a negative span.
template <date_like Opens, time_like Span>
[[nodiscard]] constexpr auto ramp_up(const Opens& opens, const Span& span) {
    using number_type = common_number_t<detail::date_number_t<Opens>, time_number_t<Span>>;
    return ramp_trend<number_type>(detail::to_date(opens), as_time(span));
}

namespace detail {
using starts_dimension = divided<dim::wafers, dim::time>;
}  // namespace detail

/// Good output, as a trend of wafers per time: installed wafer starts * ramp(t) * yield.
/// \param installed wafers per time: `20'000 * wafer / month`. \param ramp a trend of the share of it that runs.
/// \param yield the share that is good, from 0 to 1; see yield.hpp.
/// \throws std::domain_error for negative starts and a yield outside 0 to 1.
template <class Installed, any_trend Ramp, class Yield>
[[nodiscard]] constexpr auto fab_output(const quantity<detail::starts_dimension, Installed>& installed,
                                        const Ramp& ramp, const Yield& yield) {
    const auto y = detail::base_of_dimension<dimensionless>(yield);
    detail::require_not_negative("fab_output", "installed wafer starts per second", installed.base_value());
    if (!all_of(y >= 0.0 && y <= 1.0)) {
        detail::value_breaks_a_rule("fab_output", "yield", "must be between 0 and 1",
                                    detail::offender(y, [](double x) { return !(x >= 0.0 && x <= 1.0); }));
    }
    return ramp * (installed * y);
}

/// What the n-th fab of a kind costs when the first cost so much and the builders learn: Wright's law in the number of
/// fabs, c n^(-w), the fab in question counted. \param n which fab, 1 or more; need not be whole.
/// \throws std::domain_error for a first cost that is not above zero and n below 1.
template <class First, class Learning, number_like Count>
[[nodiscard]] constexpr auto cost_of_nth_fab(const quantity<dim::money, First>& first_cost,
                                             const basic_learning<Learning>& learning, const Count& n) {
    const auto count = to_number(n);
    if (!all_of(count >= 1.0 && count < no_limit)) {
        detail::value_breaks_a_rule("cost_of_nth_fab", "number of the fab", "must be finite and at least 1",
                                    detail::offender(count, [](double x) { return !(x >= 1.0 && x - x == 0.0); }));
    }
    return experience_curve(first_cost, 1.0, learning, current_period::included)(count);
}
/// What the first n fabs of a kind cost together. \throws std::domain_error as `cost_of_nth_fab`, n a whole number here.
template <class First, class Learning>
[[nodiscard]] constexpr auto cost_of_first_fabs(const quantity<dim::money, First>& first_cost,
                                                const basic_learning<Learning>& learning, int n) {
    auto sum = cost_of_nth_fab(first_cost, learning, n);
    for (int i = n - 1; i >= 1; --i) sum = sum + cost_of_nth_fab(first_cost, learning, i);
    return sum;
}

}  // namespace headway

#include <headway/header_end.hpp>
