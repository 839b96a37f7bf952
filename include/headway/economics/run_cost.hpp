// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/quantity/growth.hpp>
#include <headway/quantity/units.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A share as callers write it: `0.19`, or `19.0 * percent`.
template <class T>
concept share_like = number_like<T> || requires {
    requires std::same_as<typename T::dimension, dimensionless>;
};
template <share_like Share>
[[nodiscard]] constexpr auto share_of(const Share& share) noexcept {
    if constexpr (number_like<Share>) {
        return to_number(share);
    } else {
        return share.base_value();
    }
}

/// A quantity of this dimension, whatever its number type.
template <class T, class Dimension>
concept quantity_of = requires { requires std::same_as<typename T::dimension, Dimension>; };

[[noreturn]] inline void price_performance_must_rise(double rate) {
    throw std::domain_error("chip_cost: price-performance must rise, got a yearly rate of " +
                            number_text(rate * 31556952.0, 6) + "; make it with grows_by_ooms, doubles_every, ...");
}

}  // namespace detail

/// \defgroup run_cost Amortised cost of one training run
/// What the hardware loses in value while the run uses it, the network between the chips, and the energy. The size of
/// the run is chips times time: `25'000 * chip * (2'160 * hour)`. Every argument takes any number type.
/// Source: Cottier et al. 2024, arXiv 2405.21015; their inputs are constants in `figures::published`.
/// @{

/// The chips' share: each chip-hour costs price times kappa per hour, kappa the continuous rate at which price-performance
/// grows, because a chip loses value as newer ones give more for the money.
/// \param price money per chip, servers included. \param price_performance a growth that rises.
/// \throws std::domain_error for a growth that does not rise or a negative size or price.
template <class Size, class Price, class Rate>
[[nodiscard]] constexpr auto chip_cost(const quantity<multiplied<dim::chips, dim::time>, Size>& size,
                                       const quantity<divided<dim::money, dim::chips>, Price>& price,
                                       const basic_growth<Rate>& price_performance) {
    detail::require_not_negative("chip_cost", "size of the run in chip-seconds", size.base_value());
    detail::require_not_negative("chip_cost", "price per chip in USD", price.base_value());
    const Rate& kappa = price_performance.rate_per_second();
    const auto breaks = [](double r) { return !(r > 0.0 && r - r == 0.0); };
    if (!all_of(kappa > 0.0 && kappa - kappa == 0.0)) {
        detail::price_performance_must_rise(detail::offender(kappa, breaks));
    }
    return size * price * price_performance.rate();
}

/// The interconnect's share, when it is the given share of the cluster's capital and the chips are the rest:
/// chips * share / (1 - share). \throws std::domain_error for a negative cost and unless 0 <= share < 1.
template <class Cost, detail::share_like Share>
[[nodiscard]] constexpr auto interconnect_cost(const quantity<dim::money, Cost>& chips,
                                               const Share& share_of_cluster_capital) {
    const auto share = detail::share_of(share_of_cluster_capital);
    detail::require_not_negative("interconnect_cost", "cost of the chips in USD", chips.base_value());
    const auto breaks = [](double s) { return !(s >= 0.0 && s < 1.0); };
    if (!all_of(share >= 0.0 && share < 1.0)) {
        detail::value_breaks_a_rule("interconnect_cost", "share of the cluster's capital",
                                    "must be at least 0 and below 1", detail::offender(share, breaks));
    }
    return chips * (share / (1.0 - share));
}

/// The average draw of a chip with its part of the server: rated power times server overhead times load.
/// \throws std::domain_error for a negative argument.
template <class Power, number_like Overhead, detail::share_like Load>
[[nodiscard]] constexpr auto average_power(const quantity<divided<dim::power, dim::chips>, Power>& rated,
                                           const Overhead& server_overhead, const Load& load) {
    detail::require_not_negative("average_power", "rated power per chip in watts", rated.base_value());
    detail::require_not_negative("average_power", "server overhead (a factor, 1 for none)", to_number(server_overhead));
    const auto share = detail::share_of(load);
    detail::require_not_negative("average_power", "load (a share)", share);
    return rated * server_overhead * share;
}

/// The energy bill: chips times time times average power times power usage effectiveness times tariff.
/// \param pue at least 1: the data centre's draw over the servers'. \param tariff money per energy.
/// \throws std::domain_error for a negative size, power or tariff, or a PUE below 1.
template <class Size, class Power, number_like Pue, class Tariff>
[[nodiscard]] constexpr auto energy_cost(const quantity<multiplied<dim::chips, dim::time>, Size>& size,
                                         const quantity<divided<dim::power, dim::chips>, Power>& average_power_per_chip,
                                         const Pue& pue,
                                         const quantity<divided<dim::money, dim::energy>, Tariff>& tariff) {
    detail::require_not_negative("energy_cost", "size of the run in chip-seconds", size.base_value());
    detail::require_not_negative("energy_cost", "average power per chip in watts", average_power_per_chip.base_value());
    const auto effectiveness = to_number(pue);
    const auto breaks = [](double p) { return !(p >= 1.0 && p - p == 0.0); };
    if (!all_of(effectiveness >= 1.0 && effectiveness - effectiveness == 0.0)) {
        detail::value_breaks_a_rule("energy_cost", "power usage effectiveness", "must be a finite number, at least 1",
                                    detail::offender(effectiveness, breaks));
    }
    detail::require_not_negative("energy_cost", "tariff in USD per joule", tariff.base_value());
    return size * average_power_per_chip * effectiveness * tariff;
}

// Chosen only for arguments of the wrong kind, to say so in words.
template <class Size, class Price, class Rate>
constexpr auto chip_cost(const Size&, const Price&, const Rate&) {
    static_assert(detail::quantity_of<Size, multiplied<dim::chips, dim::time>>,
                  "chip_cost: the size of the run must be chips times time, such as 25e3 * chip * (2160.0 * hour)");
    static_assert(detail::quantity_of<Price, divided<dim::money, dim::chips>>,
                  "chip_cost: the price must be money per chip, such as 49'200.0 * usd / chip");
    static_assert(is_growth<Rate>, "chip_cost: price-performance must be a growth, such as grows_by_ooms(0.14, year)");
    return nullptr;
}
template <class Cost, class Share>
constexpr auto interconnect_cost(const Cost&, const Share&) {
    static_assert(detail::quantity_of<Cost, dim::money>, "interconnect_cost: the chips' cost must be money");
    static_assert(detail::share_like<Share>, "interconnect_cost: the share must be a plain number or a percentage");
    return nullptr;
}
template <class Power, class Overhead, class Load>
constexpr auto average_power(const Power&, const Overhead&, const Load&) {
    static_assert(detail::quantity_of<Power, divided<dim::power, dim::chips>>,
                  "average_power: the rated power must be power per chip, such as 700.0 * watt / chip");
    static_assert(number_like<Overhead> && detail::share_like<Load>,
                  "average_power: server overhead and load must be plain numbers, such as 1.8 and 0.75");
    return nullptr;
}
template <class Size, class Power, class Pue, class Tariff>
constexpr auto energy_cost(const Size&, const Power&, const Pue&, const Tariff&) {
    static_assert(detail::quantity_of<Size, multiplied<dim::chips, dim::time>>,
                  "energy_cost: the size of the run must be chips times time, such as 25e3 * chip * (2160.0 * hour)");
    static_assert(detail::quantity_of<Power, divided<dim::power, dim::chips>>,
                  "energy_cost: the power must be power per chip, such as 956.0 * watt / chip");
    static_assert(number_like<Pue>, "energy_cost: power usage effectiveness must be a plain number, such as 1.1");
    static_assert(detail::quantity_of<Tariff, divided<dim::money, dim::energy>>,
                  "energy_cost: the tariff must be money per energy, such as 0.08 * usd / kilowatt_hour");
    return nullptr;
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>
