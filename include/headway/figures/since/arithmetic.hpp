// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/rules.hpp>
#include <headway/figures/since/serving.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

/// What follows from the figures by arithmetic alone, of medians and middles where they have ends. No figures: what has no
/// source of its own is not entered.
namespace headway::figures::since {

/// Growth of Nvidia's stock in the year, in equivalents of an H100.
inline constexpr double nvidia_growth_2024 = nvidia_stock_2024.value / nvidia_stock_2023.value;
inline constexpr double nvidia_growth_2025 = nvidia_stock_2025.value / nvidia_stock_2024.value;

/// China's part of Nvidia's stock at the end of 2025, smuggling left out.
inline constexpr double china_share_of_nvidia = china_nvidia_owned_2025.value / nvidia_stock_2025.value;

/// Nvidia, Google, Amazon and AMD together at the end of 2025, medians added up; Huawei is left out.
inline constexpr quantity<dim::chips> four_makers_stock_2025 =
    nvidia_stock_2025.value + tpu_stock_2025.value + trainium_stock_2025.value + amd_stock_2025.value;

/// Cost of a wafer, Arizona against Taiwan.
inline constexpr double wafer_cost_multiplier =
    wafer_cost_semianalysis_arizona.value / wafer_cost_semianalysis_taiwan.value;
/// The price of a wafer that cost and gross margin imply: cost / (1 - margin).
inline constexpr auto wafer_price_taiwan =
    wafer_cost_semianalysis_taiwan.value / (1.0 - wafer_margin_semianalysis_taiwan.value);
inline constexpr auto wafer_price_arizona =
    wafer_cost_semianalysis_arizona.value / (1.0 - wafer_margin_semianalysis_arizona.value);

/// What four firms plan to spend in 2026, all low ends and all high ends added up: not an interval of a level.
inline constexpr quantity<dim::money> four_firms_capex_2026_low =
    alphabet_capex_2026.low + meta_capex_2026.low + amazon_capex_2026.value + microsoft_capex_2026.value;
inline constexpr quantity<dim::money> four_firms_capex_2026_high =
    alphabet_capex_2026.high + meta_capex_2026.high + amazon_capex_2026.value + microsoft_capex_2026.value;

/// The factor by which the cost of a fixed score on coding benchmarks falls in a year.
inline constexpr double coding_cost_fall_per_year = pow(2.0, year / coding_cost_halving.value);

/// Rise of the rent of an H100 from its lowest to March 2026: 0.38 for 38 %.
inline constexpr double h100_rent_rise = h100_rent_2026_03.value / h100_rent_low.value - 1.0;

/// Rubin against the Ascend 950PR of the same year at 4 bits: as planned, and the card that was sold.
inline constexpr double rubin_against_ascend_plan =
    rubin.performance_at(4).middle() / ascend_950pr_plan.performance_at(4).middle();
inline constexpr double rubin_against_ascend_card =
    rubin.performance_at(4).middle() / ascend_950pr_card.performance_at(4).middle();

/// How long after the export order its programme was announced; the order gives `exports_programme_deadline`.
inline constexpr quantity<dim::time> exports_programme_took =
    exports_programme_announced.value - exports_programme.from;

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
