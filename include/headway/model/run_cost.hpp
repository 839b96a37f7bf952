// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/core/growth.hpp>
#include <headway/core/units.hpp>

namespace headway {

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
    detail::require_above_zero("chip_cost", "growth rate of price-performance per second",
                               price_performance.rate_per_second());
    return size * price * price_performance.rate();
}

/// The interconnect's share, when it is the given share of the cluster's capital and the chips are the rest:
/// chips * share / (1 - share). \throws std::domain_error unless 0 <= share < 1.
template <class Cost, number_like Share>
[[nodiscard]] constexpr auto interconnect_cost(const quantity<dim::money, Cost>& chips,
                                               const Share& share_of_cluster_capital) {
    const auto share = to_number(share_of_cluster_capital);
    detail::require_not_negative("interconnect_cost", "share of the cluster's capital", share);
    detail::require_above_zero("interconnect_cost", "1 - share of the cluster's capital", 1.0 - share);
    return chips * (share / (1.0 - share));
}

/// The average draw of a chip with its part of the server: rated power times server overhead times load.
/// \throws std::domain_error for a negative argument.
template <class Power, number_like Overhead, number_like Load>
[[nodiscard]] constexpr auto average_power(const quantity<divided<dim::power, dim::chips>, Power>& rated,
                                           const Overhead& server_overhead, const Load& load) {
    detail::require_not_negative("average_power", "rated power per chip in watts", rated.base_value());
    detail::require_not_negative("average_power", "server overhead (a factor, 1 for none)", to_number(server_overhead));
    detail::require_not_negative("average_power", "load (a share)", to_number(load));
    return rated * server_overhead * load;
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
    detail::require_not_negative("energy_cost", "power usage effectiveness - 1", to_number(pue) - 1.0);
    detail::require_not_negative("energy_cost", "tariff in USD per joule", tariff.base_value());
    return size * average_power_per_chip * pue * tariff;
}
/// @}

}  // namespace headway
