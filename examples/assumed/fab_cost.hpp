// SPDX-License-Identifier: BSL-1.0
// What the examples assume about the cost of a fab abroad.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/belief/interval.hpp>
#include <headway/figures/published.hpp>
#include <headway/source/reading.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto building_multiplier =
    hw::assumption<"building cost, US against Taiwan">(hw::as_range(said::published::tsmc_building_multiplier),
                                                       said::published::tsmc_building_multiplier)
        .with_note("Schmidt's ×4 for a fab, told to him by TSMC, is the low end of it.");
inline constexpr auto building_share = hw::assumption<"building's share of a fab's capital in Taiwan">(
    hw::uniform(0.15, 0.40),
    "Our guess; no source here states it. The rest, mostly equipment, is taken to cost the same.");
inline constexpr auto capital = hw::assumption<"capital of the fab in Taiwan">(
    hw::around(20.0 * billion_usd, 1.3), "Our guess for a leading-edge fab; the multipliers do not depend on it.");
inline constexpr auto starts = hw::assumption<"wafer starts per month">(hw::around(30e3 * wafer / month, 1.2),
                                                                        "Our guess for a fab of that capital.");
inline constexpr auto wafer_yield =
    hw::assumption<"share of good wafers">(hw::uniform(0.90, 0.98), "Our guess, the same at both sites.");
inline constexpr auto operating = hw::assumption<"operating cost in Taiwan per year">(
    hw::around(1.5 * billion_usd / year, 1.3), "Our guess; materials, energy, labour, upkeep.");
inline constexpr auto operating_multiplier = hw::assumption<"operating cost, US against Taiwan">(
    hw::uniform(1.0, 1.4), "Our guess; labour costs more, materials and energy about the same.");
inline constexpr auto rate =
    hw::assumption<"cost of capital per year">(hw::triangular(0.06, 0.08, 0.10), "Our guess; effective annual rate.");
inline constexpr auto life =
    hw::assumption<"years of output counted">(10.0 * year, "Ten years, as in the total cost of ownership of BCG/SIA.");

}  // namespace assumed
