// SPDX-License-Identifier: BSL-1.0
// What the examples assume about the limits on what can be built, and the limits as a model.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/economics/limits.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/source/reading.hpp>
#include <headway/trend/exponential.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto no_shortage = hw::assumption<"GPU shortage, as Krishnan sees it">(
    said::krishnan::supply_shortage.value, said::krishnan::supply_shortage);
inline constexpr auto long_shortage =
    hw::assumption<"hardware shortage, as Schmidt sees it">(said::schmidt::hardware_shortage.value,
                                                            said::schmidt::hardware_shortage)
        .with_note("At least so long; taken to end then, counted from the day of the article.");
inline constexpr auto spender = hw::assumption<"one large buyer's spending on AI infrastructure in 2025">(
                                    said::microsoft::microsoft_capex_2025.value, said::microsoft::microsoft_capex_2025)
                                    .with_note("Microsoft's plan, taken as that of one large buyer.");
inline constexpr auto buyers = hw::assumption<"number of such buyers">(hw::as_range(said::amodei::frontier_labs_us),
                                                                       said::amodei::frontier_labs_us)
                                   .with_note("As many as train at the frontier; our reading.");
inline constexpr auto chip_part =
    hw::assumption<"part of the spending that buys chips and their network">(hw::uniform(0.5, 0.7), "Our guess.");
inline constexpr auto money_growth =
    hw::assumption<"yearly growth of the spending">(hw::ci90(1.15, 1.60), "Our guess, a factor per year.");
inline constexpr auto chips_2025 = hw::assumption<"AI chips that can be made in 2025">(
    hw::ci90(2.5 * million_chips / year, 5.0 * million_chips / year),
    "Our guess, counted in chips of the reference run.");
inline constexpr auto chips_growth =
    hw::assumption<"yearly growth of chip-making">(hw::ci90(1.2, 1.8), "Our guess, a factor per year.");
inline constexpr auto power_2025 =
    hw::assumption<"new power for AI that can be had in 2025">(hw::ci90(4.0 * gigawatt, 10.0 * gigawatt), "Our guess.");
inline constexpr auto power_growth =
    hw::assumption<"yearly growth of new power">(hw::ci90(1.05, 1.30), "Our guess, a factor per year.");
inline constexpr auto halls_2025 = hw::assumption<"data-centre halls that can be finished in 2025">(
    hw::ci90(4.0 * gigawatt, 10.0 * gigawatt), "Our guess, counted in the power that they take.");
inline constexpr auto halls_growth =
    hw::assumption<"yearly growth of construction">(hw::ci90(1.10, 1.40), "Our guess, a factor per year.");

inline constexpr hw::date opening = 2025y / 7 / 1;
/// What a chip needs: power with its part of the server and of the site, and money with its part of the network.
inline constexpr auto power_per_chip = said::published::run_chip_power.value *
                                       said::published::run_server_power_factor.value * said::published::run_pue.value;
inline constexpr auto price_per_chip =
    said::published::run_chip_price.value / (1.0 - said::published::run_interconnect_share.value);

/// The limits when GPUs are short for a span from the day of the claim: until then as many can be bought as are made,
/// after that at least as many as the money buys.
inline constexpr auto buildable = [](const auto& in, const hw::date& claim, const auto& shortage) {
    const auto grows = [](const auto& factor) { return hw::grows_by_factor(factor, year); };
    const auto made = hw::exponential(opening, in[chips_2025], grows(in[chips_growth]));
    const auto power = hw::exponential(opening, in[power_2025] / year, grows(in[power_growth]));
    const auto halls = hw::exponential(opening, in[halls_2025] / year, grows(in[halls_growth]));
    const auto money =
        hw::exponential(opening, in[spender] / year * in[buyers] * in[chip_part], grows(in[money_growth]));
    const auto over = claim + shortage;
    const auto chips = hw::as_trend([=](const auto& when) {
        return hw::select(when < over, made(when), hw::max(made(when), money(when) / price_per_chip));
    });
    return hw::supply(hw::limit<"money">(money, price_per_chip), hw::limit<"chips">(chips),
                      hw::limit<"power">(power, power_per_chip), hw::limit<"construction">(halls, power_per_chip));
};
inline constexpr auto if_krishnan_is_right = [](const auto& in) {
    return buildable(in, said::krishnan::source.latest, in[no_shortage]);
};
inline constexpr auto if_schmidt_is_right = [](const auto& in) {
    return buildable(in, said::schmidt::source.latest, in[long_shortage]);
};

}  // namespace assumed
