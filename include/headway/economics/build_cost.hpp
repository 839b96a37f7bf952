// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/detail/fab_parts.hpp>
#include <headway/quantity/units.hpp>

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

namespace detail {

template <class T>
inline constexpr bool is_fab_component = false;
template <class Number>
inline constexpr bool is_fab_component<fab_component<Number>> = true;

[[noreturn]] inline void shares_must_sum_to_one(double sum) {
    throw std::domain_error("build_cost: the components' shares must sum to 1, got " + number_text(sum, 12) +
                            "; add what is missing as a component of its own, with multiplier 1 if it costs the same");
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

}  // namespace headway

#include <headway/header_end.hpp>
