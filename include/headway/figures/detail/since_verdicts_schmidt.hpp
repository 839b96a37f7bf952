// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_verdict_day.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/serving.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/verdict.hpp>

#include <headway/header_begin.hpp>

/// What became of the figures of Eric Schmidt.
namespace headway::figures::since::detail {

inline constexpr verdict verdicts_on_schmidt[] = {
    {schmidt::fab_cost_multiplier,
     {.word = verdict_word::borne_out,
      .other = verdict_word::contradicted,
      .words = "borne out (building) / contradicted (wafer)",
      .because = "TSMC's own 4 to 5 × is for building and facilities; per wafer the published figures are under 1.1 "
                "× and about 2.4 ×.",
      .rests_on = {published::tsmc_building_multiplier, published::techinsights_wafer_multiplier, wafer_cost_semianalysis_taiwan, wafer_cost_semianalysis_arizona},
      .given = given}},
    {schmidt::fab_time_multiplier,
     {.word = verdict_word::borne_out,
      .other = verdict_word::too_early,
      .words = "borne out (first fab), too early (second)",
      .because = "TSMC's chief said at least twice as long for the first; the second was brought forward by about a "
                "year.",
      .rests_on = {arizona_time, arizona_fab2_volume},
      .given = given}},
    {schmidt::hardware_shortage,
     {.word = verdict_word::too_early,
      .other = verdict_word::borne_out,
      .words = "too early, borne out so far",
      .because = "After eighteen months the largest buyers still call themselves short, Microsoft at least to the "
                "end of 2026.",
      .rests_on = {microsoft_short_until},
      .given = given,
      .review_by = calendar_day(2027, 1, 1)}},
    {schmidt::end_of_cycle_price,
     {.word = verdict_word::too_early,
      .other = verdict_word::contradicted,
      .words = "too early, contradicted so far",
      .because = "H100 rent fell by some four fifths from 2023 to October 2025, then rose again by two fifths, and "
                "purchase prices fell by about a third.",
      .rests_on = {h100_rent_2023, h100_rent_low, h100_rent_2026_03, h100_price_2023, h100_price_2025},
      .given = given}},
    {schmidt::rebuild_time,
     {.word = verdict_word::too_early,
      .because = "Four-nanometre volume came in Q4 2024 and three-nanometre volume is planned for 2027, but "
                "packaging and the newest node stay abroad.",
      .rests_on = {arizona_fab1_volume, arizona_fab2_volume},
      .given = given}},
    {schmidt::rebuild_cost,
     {.word = verdict_word::contradicted,
      .words = "contradicted (too low)",
      .because = "TSMC's plan alone is 165 bn USD and the pledges of January 2026 at least 250 bn.",
      .rests_on = {us_chip_pledges},
      .given = given}},
    {schmidt::deepseek_cost_claim,
     {.word = verdict_word::borne_out,
      .because = "The claimed figure is 5.576 M USD.",
      .rests_on = {deepseek_v3_final_run},
      .given = given}},
    {schmidt::deepseek_base_cost,
     {.word = verdict_word::contradicted,
      .other = verdict_word::cannot_be_tested,
      .words = "contradicted (final run), cannot be tested (all costs)",
      .because = "The base of R1 is V3 at about 6 M USD; what the research before it cost is not published.",
      .rests_on = {deepseek_v3_final_run, deepseek_r1_training},
      .given = given}},
    {schmidt::planning_compute_multiplier,
     {.word = verdict_word::cannot_be_tested,
      .because = "There are claims of the same size and a fivefold yearly growth of answer length, but no measured "
                "ratio.",
      .rests_on = {reasoning_multiplier_huang, output_length_growth},
      .given = given}},
    {schmidt::offshoring_year,
     {.word = verdict_word::cannot_be_tested,
      .words = "cannot be tested here",
      .because = "It was not looked up.",
      .given = given}},
    {schmidt::chips_act_hindsight,
     {.word = verdict_word::too_early,
      .because = "The ten years end after 2030; meanwhile the credit rose from 25 to 35 %.",
      .rests_on = {chips_tax_credit},
      .given = given}},
    {schmidt::scaling_laws,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is a way of counting.",
      .given = given}},
    {schmidt::slowdown_guess,
     {.word = verdict_word::borne_out,
      .words = "borne out (his rejection)",
      .because = "The task horizon has doubled every 131 days since 2023 against about 7 months over all years, so "
                "no slowing shows; the step from 165 to 131 days is a change of the measure and proves nothing.",
      .rests_on = {horizon_doubling, horizon_doubling_long},
      .given = given}},
    {schmidt::agi_horizon,
     {.word = verdict_word::too_early,
      .because = "It falls between May 2028 and May 2029.",
      .given = given}},
    {schmidt::superintelligence_cost,
     {.word = verdict_word::too_early,
      .because = "Four firms plan 695 to 725 bn USD for 2026 alone, so the order is within reach of a few years.",
      .rests_on = {microsoft_capex_2026, alphabet_capex_2026, amazon_capex_2026, meta_capex_2026},
      .given = given}},
    {schmidt::leading_nodes,
     {.word = verdict_word::borne_out,
      .words = "borne out, moving on",
      .because = "Chips sold so far are on the 5 and 3 nm families; 2 nm has been in volume since Q4 2025 and the "
                "next AMD part uses it.",
      .rests_on = {n2_volume},
      .given = given}},
};

}  // namespace headway::figures::since::detail

#include <headway/header_end.hpp>
