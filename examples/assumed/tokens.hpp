// SPDX-License-Identifier: BSL-1.0
// What the examples assume about who runs the tokens, and three policies of access as models.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/belief/interval.hpp>
#include <headway/economics/token_share.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

// Demand by group of countries, counted in that of tier 1, the US and its 18 allies.
inline constexpr auto tier2_demand =
    hw::assumption<"tokens demanded by tier 2, against tier 1">(hw::ci90(0.2, 0.6), said::microsoft::tier2_countries)
        .with_note("The number of countries is Microsoft's; their demand is our guess.");
inline constexpr auto tier3_demand =
    hw::assumption<"tokens demanded by tier 3, against tier 1">(hw::ci90(0.3, 0.9), said::microsoft::tier3_countries)
        .with_note("The number of countries, China among them, is Microsoft's; their demand is our guess.");

// The US stack's share of each group's tokens at the start of 2025, were there no restrictions at all.
inline constexpr auto tier1_share =
    hw::assumption<"US share in tier 1, if free">(hw::uniform(0.90, 0.98), "Our guess.");
inline constexpr auto tier2_share =
    hw::assumption<"US share in tier 2, if free">(hw::uniform(0.70, 0.90), "Our guess.");
inline constexpr auto tier3_share =
    hw::assumption<"US share in tier 3, if free">(hw::uniform(0.20, 0.50), "Our guess.");
inline constexpr auto drift = hw::assumption<"yearly factor by which the US stack's odds fall">(
    hw::ci90(1.02, 1.25), "Our guess: the rival stack improves, and much of it is open source.");

// What the policies let through.
inline constexpr auto old_chips = hw::assumption<"generations that chips sold to tier 3 are behind">(
                                      said::krishnan::export_policy.value, said::krishnan::export_policy)
                                      .with_note("A lower bound, taken at the bound.");
inline constexpr auto tier2_quota = hw::assumption<"part of tier 2's demand that its quota covers">(
    hw::uniform(0.4, 0.9), "Our guess; the quota is in chips, and the rule's text does not say what they are to run.");
inline constexpr auto limited_numbers = hw::assumption<"part of tier 3's demand that limited sales cover">(
    hw::uniform(0.2, 0.6), "Our guess; \"limited numbers\" has no number in the source.");

// How buyers answer.
inline constexpr auto diverted = hw::assumption<"part of denied demand that goes to the rival stack">(
    hw::uniform(0.3, 0.9),
    "Our guess; the sources disagree: that controls widen the lead (Amodei), and that they push the "
    "rival to invent (Graylin and Triolo, Schmidt).");
inline constexpr auto choosiness = hw::assumption<"elasticity of the odds of choice to performance per dollar">(
    hw::uniform(0.5, 1.5), "Our guess; 1 means that half the performance halves the odds.");
inline constexpr auto spur = hw::assumption<"yearly factor by which denial speeds up the rival">(
    hw::uniform(1.0, 1.2),
    "Our guess, on top of the fall above, in a group that is held back or denied; the same disagreement.");

inline constexpr hw::date first_day = 2025y / 1 / 1;

/// The US stack's share in a group as buyers would choose it.
inline constexpr auto chosen = [](const auto& share, const auto& yearly_fall) {
    return hw::substitution(first_day, share, hw::falls_by_factor(yearly_fall, year));
};
/// The same with chips that have this part `left` of the best performance per dollar, which spurs the rival.
inline constexpr auto chosen_with_old_chips = [](const auto& in, const auto& share, const auto& left) {
    return hw::with_handicap(chosen(share, in[drift] * in[spur]), left, in[choosiness]);
};
inline constexpr auto world = [](const auto& in, const auto& tier2, const auto& tier2_sold, const auto& tier3,
                                 const auto& tier3_sold) {
    return hw::token_share(hw::token_demand("tier 1", 1.0, chosen(in[tier1_share], in[drift]), 1.0, in[diverted]),
                           hw::token_demand("tier 2", in[tier2_demand], tier2, tier2_sold, in[diverted]),
                           hw::token_demand("tier 3", in[tier3_demand], tier3, tier3_sold, in[diverted]));
};
/// Sold to everybody.
inline constexpr auto open_world = [](const auto& in) {
    return world(in, chosen(in[tier2_share], in[drift]), 1.0, chosen(in[tier3_share], in[drift]), 1.0);
};
/// Sold freely to friends, and older chips in limited numbers to tier 3.
inline constexpr auto older_chips = [](const auto& in, const auto& left) {
    return world(in, chosen(in[tier2_share], in[drift]), 1.0, chosen_with_old_chips(in, in[tier3_share], left),
                 in[limited_numbers]);
};
/// The diffusion rule: tier 2 a generation behind and under a quota, tier 3 denied.
inline constexpr auto three_tiers = [](const auto& in, const auto& left) {
    return world(in, chosen_with_old_chips(in, in[tier2_share], left), in[tier2_quota],
                 chosen(in[tier3_share], in[drift] * in[spur]), 0.0);
};

}  // namespace assumed
