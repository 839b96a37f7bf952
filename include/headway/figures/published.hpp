// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/published_compute.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/published_fabs.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// Figures published outside the articles: checks on what the articles say, and inputs of the models. Each has its own
/// source.
namespace headway::figures::published {

namespace detail {
inline constexpr const figure_info* list[] = {
    &tsmc_building_multiplier,
    &exyte_build_multiplier,
    &bcg_tco_multiplier,
    &bcg_incentive_share,
    &techinsights_wafer_multiplier,
    &exyte_time_taiwan,
    &exyte_time_sea,
    &exyte_time_europe,
    &exyte_time_us,
    &cset_time_taiwan,
    &cset_time_korea,
    &cset_time_japan,
    &cset_time_us,
    &cset_time_us_2010s,
    &cset_time_taiwan_2010s,
    &algorithmic_halving,
    &vision_algorithmic_halving,
    &vision_algorithmic_gain,
    &training_compute_growth,
    &training_cost_growth,
    &gpu_price_performance_doubling,
    &gpu_price_performance_doubling_ml,
    &gpu_price_performance_doubling_top,
    &hardware_price_performance_ooms,
    &h100_server_lead_time_2023,
    &h100_server_lead_time_2024,
    &chip_gap_today,
    &chip_gap_2027,
    &tier2_tpp_cap,
    &h100_tpp,
    &run_chip_price,
    &run_chips,
    &run_duration,
    &run_chip_power,
    &run_server_power_factor,
    &run_load,
    &run_pue,
    &run_electricity_price,
    &run_interconnect_share,
};
}  // namespace detail

/// All published figures.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::published

#include <headway/header_end.hpp>
