// SPDX-License-Identifier: BSL-1.0
// What the examples assume about the lead in AI.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/belief/interval.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto lead_today =
    hw::assumption<"lead on the day of the interview">(
        hw::uniform(said::graylin_triolo::us_lead_believed.low, said::amodei::longest_lead.value),
        said::amodei::longest_lead)
        .with_note(
            "From the low end of what Silicon Valley used to believe (Graylin and Triolo) to the longest that he "
            "thinks possible; no source measures it.");
inline constexpr auto pace_of_follower = hw::assumption<"the follower's growth rate as a share of the leader's">(
    hw::normal_ci(0.8, 0.85, 1.15), "No source states it; we do not know which of the two grows faster.").as_share();

}  // namespace assumed
