// SPDX-License-Identifier: BSL-1.0
// What the main forecast assumes, how sure it is, and who said so: what it shares with other examples, in assumed/, where
// an assumption has the same draws, and what is its own. What several models read, such as the pace of chips and the
// rhythm of their generations, is one variable in all of them.
#pragma once

#include <headway/headway.hpp>

#include "../assumed/fab_cost.hpp"
#include "../assumed/fab_schedule.hpp"
#include "../assumed/lead.hpp"
#include "../assumed/limits.hpp"
#include "../assumed/orders.hpp"
#include "../assumed/tokens.hpp"
#include "../assumed/training.hpp"

namespace main_forecast {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;

/// The day of the report: ages are counted to it, and the fab is started on it.
inline constexpr hw::date report_day = 2026y / 1 / 1;

inline constexpr auto compute_growth =
    hw::assumption<"yearly growth of the leader's effective compute">(
        hw::as_measured(said::published::training_compute_growth), said::published::training_compute_growth)
        .with_note("Of training compute alone; better algorithms come on top, and spread faster than chips.");

inline constexpr auto doubling = hw::assumption<"time in which performance per dollar doubles">(
                                     hw::as_measured(said::published::gpu_price_performance_doubling_ml),
                                     said::published::gpu_price_performance_doubling_ml)
                                     .with_note("Taken for the best chip too, whose price then stays what it is.");
inline constexpr auto cadence = hw::assumption<"time from one generation to the next">(
    hw::uniform(1.0 * year, 2.5 * year),
    "No source gives it; between a new chip each year and one every two and a half.");
inline constexpr auto lag = hw::assumption<"generations by which tier 2 is held behind">(
                                said::microsoft::tier2_generation_gap.value, said::microsoft::tier2_generation_gap)
                                .with_note("A lower bound, taken at the bound.");

inline constexpr auto time_in_taiwan = hw::assumption<"permits and construction in Taiwan">(
                                           said::published::exyte_time_taiwan.value, said::published::exyte_time_taiwan)
                                           .with_note("The mean over fabs, of which the model takes the two stages.");
inline constexpr auto time_in_us = hw::assumption<"permits and construction in the US">(
                                       said::published::exyte_time_us.value, said::published::exyte_time_us)
                                       .with_note("The mean over fabs, of which the model takes the two stages.");

}  // namespace main_forecast
