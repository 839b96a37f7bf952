// SPDX-License-Identifier: BSL-1.0
// What the examples assume about orders of servers.
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

inline constexpr auto long_wait = hw::assumption<"lead time before">(
    hw::as_range(said::published::h100_server_lead_time_2023), said::published::h100_server_lead_time_2023);
inline constexpr auto short_wait = hw::assumption<"lead time after">(
    hw::as_range(said::published::h100_server_lead_time_2024), said::published::h100_server_lead_time_2024);
inline constexpr auto first_rate = hw::assumption<"chips ordered per year at first">(
    100.0 * thousand_chips / year, "Ours, a buyer of the largest kind; all results are in proportion to it.");
inline constexpr auto growth_of_orders =
    hw::assumption<"yearly growth of the orders">(hw::ci90(1.5, 3.0), "Ours: orders grow by half to threefold a year.");

}  // namespace assumed
