// SPDX-License-Identifier: BSL-1.0
// What the examples assume about the time that a fab takes. Published times are means over fabs; one fab differs from the
// mean of its region by a factor that is drawn once and used in every region, so that they are compared on the same luck.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/belief/interval.hpp>
#include <headway/figures/published.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto permit_luck = hw::assumption<"time until construction starts, over the region's mean">(
    hw::around(1.0, 1.5), "Ours: 90 % within a factor of 1.5 of the mean.");
inline constexpr auto construction_luck =
    hw::assumption<"time of construction, over the region's mean">(
        hw::ci90(0.8, said::published::cset_time_us_2010s.value / said::published::cset_time_us.value),
        said::published::cset_time_us_2010s)
        .with_note(
            "90 % between a fifth below the mean (ours) and what fabs of the 2010s took over the mean of 1990 to "
            "2020 in the US.");
inline constexpr auto tool_delivery = hw::assumption<"delivery and fitting of the tools">(
    hw::triangular(12.0 * month, 18.0 * month, 30.0 * month),
    "Ours: ordered when construction starts, one to two and a half years until the last is fitted.");
inline constexpr auto ramp_up = hw::assumption<"from the first wafer to shipping">(
    hw::triangular(3.0 * month, 6.0 * month, 12.0 * month), "Ours: a quarter to a year.");

}  // namespace assumed
