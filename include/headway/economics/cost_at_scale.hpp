// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/levelised_cost.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// How a cost changes with the size of the plant, r^x, both checked.
template <class Size, class Exponent>
[[nodiscard]] constexpr auto scale_factor(const char* function, const Size& relative_size, const Exponent& exponent) {
    require_above_zero(function, "relative size", relative_size);
    require_share(function, "scale exponent", exponent,
                  "must be between 0 (the same whatever the size) and 1 (in proportion)");
    using result = common_number_t<Size, Exponent>;
    return result(exp(result(exponent) * log(result(relative_size))));
}

template <class T>
inline constexpr bool is_site_account = false;
template <class Unit, class Number>
inline constexpr bool is_site_account<site_account<Unit, Number>> = true;

}  // namespace detail

/// What a plant of another capacity costs to build, the cost-to-capacity method: C (S / S_0)^x. With x below 1 a small plant
/// costs more per unit of capacity; 0.6, the six-tenths rule, is usual of process plants.
/// \param base_cost, base_capacity of the plant that is known. \param capacity in the same unit.
/// \param exponent x, from 0 to 1.
/// \throws std::domain_error for a negative cost, capacities that are not above zero and an exponent outside 0 to 1.
/// Source: Williams 1947, Chilton 1950; AACE 59R-10.
template <class Cost, class Capacity, class Other, detail::amount Exponent>
[[nodiscard]] constexpr auto cost_to_capacity(const quantity<dim::money, Cost>& base_cost,
                                              const Capacity& base_capacity, const Other& capacity,
                                              const Exponent& exponent) {
    detail::require_not_negative("cost_to_capacity", "cost of the known plant in USD", base_cost.base_value());
    const auto known = detail::base_of(base_capacity);
    const auto other = detail::base_of_dimension<detail::dimension_of<Capacity>>(capacity);
    detail::require_above_zero("cost_to_capacity", "capacity of the known plant", known);
    detail::require_above_zero("cost_to_capacity", "capacity", other);
    return base_cost *
           detail::scale_factor("cost_to_capacity", other / known, detail::base_of_dimension<dimensionless>(exponent));
}

/// A site of another size: output and operating cost in proportion to the size r, capital, and a subsidy with it, as r^x.
/// Its cost per unit is (capital r^x + operating r) / (output r).
/// \param relative_size r: 0.25 for a quarter. \param capital_exponent x, from 0 to 1.
/// \throws std::domain_error for a size that is not above zero and an exponent outside 0 to 1.
template <class Unit, class Number, detail::amount Size, detail::amount Exponent>
[[nodiscard]] constexpr auto at_scale(const site_account<Unit, Number>& site, const Size& relative_size,
                                      const Exponent& capital_exponent) {
    using result = common_number_t<Number, detail::number_of<Size>, detail::number_of<Exponent>>;
    const result size = detail::base_of_dimension<dimensionless>(relative_size);
    const result fixed =
        detail::scale_factor("at_scale", size, result(detail::base_of_dimension<dimensionless>(capital_exponent)));
    return site_account<Unit, result>(site.capital() * fixed, site.operating() * size, site.subsidy() * fixed,
                                      site.output() * size);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Site, class Size, class Exponent>
constexpr auto at_scale(const Site&, const Size&, const Exponent&) {
    static_assert(
        detail::is_site_account<Site>,
        "at_scale: the first argument must be the account of a site, levelised_account(capital, operating, output); "
        "of a cost alone ask cost_to_capacity");
    static_assert(detail::amount<Size> && detail::amount<Exponent>,
                  "at_scale: after the site come its relative size and the exponent of capital, such as 0.25 and 0.6");
    return detail::wrong_arguments{};
}

/// How many times as much a unit costs in a plant of another size, full as the first: s r^(x - 1) + 1 - s. The share s of
/// its cost is fixed: depreciation and what else grows with the size r as r^x only; the rest is spent on each unit. It is
/// the ratio of costs of `at_scale`, for who knows the share and not the account.
/// \param fixed_share s at the known size, from 0 to 1. \param relative_size r: 0.25 for a quarter.
/// \param exponent x, from 0 to 1.
/// \throws std::domain_error for a share or an exponent outside 0 to 1 and a size that is not above zero.
template <detail::amount Share, detail::amount Size, detail::amount Exponent>
[[nodiscard]] constexpr auto unit_cost_multiplier_of_scale(const Share& fixed_share, const Size& relative_size,
                                                           const Exponent& exponent) {
    const auto share = detail::base_of_dimension<dimensionless>(fixed_share);
    detail::require_share("unit_cost_multiplier_of_scale", "fixed share of the cost", share);
    const auto size = detail::base_of_dimension<dimensionless>(relative_size);
    const auto fixed = detail::scale_factor("unit_cost_multiplier_of_scale", size,
                                            detail::base_of_dimension<dimensionless>(exponent)) /
                       size;
    return 1.0 + share * (fixed - 1.0);
}

/// The exponent at which a multiplier is all due to scale, the inverse of `unit_cost_multiplier_of_scale`:
/// 1 + ln((m - 1 + s) / s) / ln r.
/// \throws std::domain_error for a share that is not above 0 or above 1, a size that is not above zero or is 1, and when no
/// exponent from 0 to 1 gives the multiplier.
template <detail::amount Multiplier, detail::amount Share, detail::amount Size>
[[nodiscard]] constexpr auto reconciling_scale_exponent(const Multiplier& multiplier, const Share& fixed_share,
                                                        const Size& relative_size) {
    const char* const function = "reconciling_scale_exponent";
    const auto times = detail::base_of_dimension<dimensionless>(multiplier);
    const auto share = detail::base_of_dimension<dimensionless>(fixed_share);
    const auto size = detail::base_of_dimension<dimensionless>(relative_size);
    if (!all_of(share > 0.0 && share <= 1.0)) {
        detail::value_breaks_a_rule(function, "fixed share of the cost", "must be above 0 and at most 1",
                                    detail::offender(share, [](double x) { return !(x > 0.0 && x <= 1.0); }));
    }
    detail::require_above_zero(function, "relative size", size);
    if (any_of(size == 1.0)) {
        detail::value_breaks_a_rule(function, "relative size",
                                    "must differ from 1, or every exponent gives the same cost", 1.0);
    }
    const auto fixed = (times - 1.0 + share) / share;
    detail::require_above_zero(function, "multiplier of the fixed part", fixed);
    const auto exponent = 1.0 + log(fixed) / log(size);
    // The ends can be had, whatever the last bits of the logarithms are.
    if (!all_of(exponent >= -1e-9 && exponent <= 1.0 + 1e-9)) {
        detail::value_breaks_a_rule(
            function, "scale exponent",
            "must be between 0 and 1: at this size and share scale alone does not give the multiplier",
            detail::offender(exponent, [](double x) { return !(x >= -1e-9 && x <= 1.0 + 1e-9); }));
    }
    using result = std::remove_const_t<decltype(exponent)>;
    return min(max(exponent, result(0.0)), result(1.0));
}

}  // namespace headway

#include <headway/header_end.hpp>
