// SPDX-License-Identifier: BSL-1.0
// What the main forecast assumes, how sure it is, and who said so. An assumption of the same name as in another example
// has the same draws there and here. What several models read, such as the pace of chips and the rhythm of their
// generations, is one variable in all of them.
#pragma once

#include <headway/headway.hpp>

namespace main_forecast {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

/// The day of the report: ages are counted to it, and the fab is started on it.
inline constexpr hw::date report_day = 2026y / 1 / 1;

// ---- Training -------------------------------------------------------------------------------------------------------

inline constexpr auto decline =
    hw::assumption<"yearly fall of the cost of a fixed capability">(
        hw::as_about(said::amodei::training_cost_decline, 1.35), said::amodei::training_cost_decline)
        .with_note("\"About\" is read as: 90 % within a factor of 1.35 either way.");
inline constexpr auto base_cost = hw::assumption<"cost of the capability when new">(
                                      said::schmidt::deepseek_base_cost.value, said::schmidt::deepseek_base_cost)
                                      .with_note("A lower bound, taken at the bound.");
inline constexpr auto base_date = hw::assumption<"date on which it cost that">(
    hw::uniform(2023y / 7 / 1, 2024y / 7 / 1),
    "No source dates it: half a year to one and a half years before DeepSeek's claim.");
inline constexpr auto target = hw::assumption<"what counts as affordable">(said::schmidt::deepseek_cost_claim.value,
                                                                           said::schmidt::deepseek_cost_claim);
inline constexpr auto workload =
    hw::assumption<"compute of planning workloads against the base model">(
        said::schmidt::planning_compute_multiplier.value, said::schmidt::planning_compute_multiplier)
        .with_note("A lower bound, taken at the bound: the dates that follow are lower bounds too.");
inline constexpr auto spending_growth = hw::assumption<"yearly growth of the cost of the largest runs">(
    hw::as_measured(said::published::training_cost_growth), said::published::training_cost_growth);
inline constexpr auto reference_run = [] {
    using namespace said::published;
    const auto chips = hw::chip_cost(run_chips.value * run_duration.value, run_chip_price.value,
                                     hw::grows_by_ooms(hardware_price_performance_ooms.value, year));
    const auto power = hw::average_power(run_chip_power.value, run_server_power_factor.value, run_load.value);
    return chips + hw::interconnect_cost(chips, run_interconnect_share.value) +
           hw::energy_cost(run_chips.value * run_duration.value, power, run_pue.value, run_electricity_price.value);
}();
inline constexpr auto largest_run = hw::assumption<"cost of the largest run at the start of 2024">(
    hw::around(reference_run, 1.5),
    "The reference run of Cottier et al. (arXiv 2405.21015), computed from their inputs; 90 % within a factor of 1.5.");

// ---- Lead -----------------------------------------------------------------------------------------------------------

inline constexpr auto compute_growth =
    hw::assumption<"yearly growth of the leader's effective compute">(
        hw::as_measured(said::published::training_compute_growth), said::published::training_compute_growth)
        .with_note("Of training compute alone; better algorithms come on top, and spread faster than chips.");
inline constexpr auto lead_today =
    hw::assumption<"lead on the day of the interview">(
        hw::uniform(said::graylin_triolo::us_lead_believed.low, said::amodei::longest_lead.value),
        said::amodei::longest_lead)
        .with_note(
            "From the low end of what Silicon Valley used to believe (Graylin and Triolo) to the longest that he "
            "thinks possible; no source measures it.");
inline constexpr auto pace_of_follower = hw::assumption<"the follower's growth rate as a share of the leader's">(
    hw::normal_ci(0.8, 0.85, 1.15), "No source states it; we do not know which of the two grows faster.");

// ---- Chips ----------------------------------------------------------------------------------------------------------

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

// ---- A fab abroad ---------------------------------------------------------------------------------------------------

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
inline constexpr auto time_in_taiwan = hw::assumption<"permits and construction in Taiwan">(
                                           said::published::exyte_time_taiwan.value, said::published::exyte_time_taiwan)
                                           .with_note("The mean over fabs, of which the model takes the two stages.");
inline constexpr auto time_in_us = hw::assumption<"permits and construction in the US">(
                                       said::published::exyte_time_us.value, said::published::exyte_time_us)
                                       .with_note("The mean over fabs, of which the model takes the two stages.");
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

// ---- Orders of servers ----------------------------------------------------------------------------------------------

inline constexpr auto long_wait = hw::assumption<"lead time before">(
    hw::as_range(said::published::h100_server_lead_time_2023), said::published::h100_server_lead_time_2023);
inline constexpr auto short_wait = hw::assumption<"lead time after">(
    hw::as_range(said::published::h100_server_lead_time_2024), said::published::h100_server_lead_time_2024);
inline constexpr auto first_rate = hw::assumption<"chips ordered per year at first">(
    100.0 * thousand_chips / year, "Ours, a buyer of the largest kind; all results are in proportion to it.");
inline constexpr auto growth_of_orders =
    hw::assumption<"yearly growth of the orders">(hw::ci90(1.5, 3.0), "Ours: orders grow by half to threefold a year.");

// ---- Limits ---------------------------------------------------------------------------------------------------------

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

// ---- Tokens ---------------------------------------------------------------------------------------------------------

inline constexpr auto tier2_demand =
    hw::assumption<"tokens demanded by tier 2, against tier 1">(hw::ci90(0.2, 0.6), said::microsoft::tier2_countries)
        .with_note("The number of countries is Microsoft's; their demand is our guess.");
inline constexpr auto tier3_demand =
    hw::assumption<"tokens demanded by tier 3, against tier 1">(hw::ci90(0.3, 0.9), said::microsoft::tier3_countries)
        .with_note("The number of countries, China among them, is Microsoft's; their demand is our guess.");
inline constexpr auto tier1_share =
    hw::assumption<"US share in tier 1, if free">(hw::uniform(0.90, 0.98), "Our guess.");
inline constexpr auto tier2_share =
    hw::assumption<"US share in tier 2, if free">(hw::uniform(0.70, 0.90), "Our guess.");
inline constexpr auto tier3_share =
    hw::assumption<"US share in tier 3, if free">(hw::uniform(0.20, 0.50), "Our guess.");
inline constexpr auto drift = hw::assumption<"yearly factor by which the US stack's odds fall">(
    hw::ci90(1.02, 1.25), "Our guess: the rival stack improves, and much of it is open source.");
inline constexpr auto old_chips = hw::assumption<"generations that chips sold to tier 3 are behind">(
                                      said::krishnan::export_policy.value, said::krishnan::export_policy)
                                      .with_note("A lower bound, taken at the bound.");
inline constexpr auto tier2_quota = hw::assumption<"part of tier 2's demand that its quota covers">(
    hw::uniform(0.4, 0.9), "Our guess; the quota is in chips, and the rule's text does not say what they are to run.");
inline constexpr auto limited_numbers = hw::assumption<"part of tier 3's demand that limited sales cover">(
    hw::uniform(0.2, 0.6), "Our guess; \"limited numbers\" has no number in the source.");
inline constexpr auto diverted = hw::assumption<"part of denied demand that goes to the rival stack">(
    hw::uniform(0.3, 0.9),
    "Our guess; the sources disagree: that controls widen the lead (Amodei), and that they push the "
    "rival to invent (Graylin and Triolo, Schmidt).");
inline constexpr auto choosiness = hw::assumption<"elasticity of the odds of choice to performance per dollar">(
    hw::uniform(0.5, 1.5), "Our guess; 1 means that half the performance halves the odds.");
inline constexpr auto spur = hw::assumption<"yearly factor by which denial speeds up the rival">(
    hw::uniform(1.0, 1.2),
    "Our guess, on top of the fall above, in a group that is held back or denied; the same disagreement.");

}  // namespace main_forecast
