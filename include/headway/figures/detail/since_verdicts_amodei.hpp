// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_verdict_day.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/events.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/serving.hpp>
#include <headway/figures/since/sites.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/verdict.hpp>

#include <headway/header_begin.hpp>

/// What became of the figures of Dario Amodei.
namespace headway::figures::since::detail {

inline constexpr verdict verdicts_on_amodei[] = {
    {amodei::training_cost_decline,
     {.word = verdict_word::borne_out,
      .words = "borne out (order)",
      .because = "÷4 lies between Epoch's 3 × for algorithms and the 16 to 60 × of catch-up, but the published "
                "range is now 1.3 to 60 × and depends on what is held fixed, so the belief must be far wider than the "
                "article's \"about\".",
      .rests_on = {algorithms_epoch, catch_up_measured, core_algorithms_per_year},
      .given = given}},
    {amodei::cost_drop_6_to_12_months,
     {.word = verdict_word::borne_out,
      .other = verdict_word::contradicted,
      .words = "borne out / contradicted",
      .because = "At 3 × per year the factor is 1.7 to 3, which fits; on the catch-up definition it would be 4 to "
                "60, which does not.",
      .rests_on = {algorithms_epoch, catch_up_measured},
      .given = given}},
    {amodei::deepseek_v3_cost_myth,
     {.word = verdict_word::borne_out,
      .because = "The paper's own 5.576 M USD covers the final run at rental price only, and firms that opened "
                "their books spent roughly a tenth to three tenths of research compute on final runs.",
      .rests_on = {deepseek_v3_final_run, final_run_share},
      .given = given}},
    {amodei::rival_cost_myth,
     {.word = verdict_word::borne_out,
      .words = "borne out (his rejection)",
      .because = "The dearest single run with an estimate, Grok 4, is put at about 490 M USD; billions are a year's "
                "research compute, not a model.",
      .rests_on = {grok4_run, final_run_share},
      .given = given}},
    {amodei::spending_outgrows_decline,
     {.word = verdict_word::borne_out,
      .because = "The cost of frontier runs kept rising, by 2.4 × to 4.9 × per year according to the rule chosen, "
                "while unit cost fell.",
      .rests_on = {published::training_cost_growth, training_cost_growth_refit},
      .given = given}},
    {amodei::inference_cost_step,
     {.word = verdict_word::borne_out,
      .words = "borne out (order)",
      .because = "Prices for a fixed level fell 9 to 900 × per year against the ÷7 to ÷337 it implies; cost itself "
                "is not published, and the rent of the hardware has risen since October 2025.",
      .rests_on = {inference_price_spread, h100_rent_low, h100_rent_2026_03},
      .given = given}},
    {amodei::frontier_labs_us,
     {.word = verdict_word::cannot_be_tested,
      .because = "No count by one definition was found.",
      .given = given}},
    {amodei::frontier_labs_china,
     {.word = verdict_word::contradicted,
      .because = "By spring 2026 about five Chinese developers stood close together on one index, not one.",
      .rests_on = {chinese_frontier_developers},
      .given = given}},
    {amodei::deepseek_fleet,
     {.word = verdict_word::cannot_be_tested,
      .because = "Nothing was disclosed beyond the 2 048 and 512 H800 of two papers and some A100, and the source's "
                "table has errors.",
      .given = given}},
    {amodei::deepseek_h100,
     {.word = verdict_word::cannot_be_tested,
      .because = "Nvidia speaks of lawfully bought H800 and an inquiry was reported; no finding was seen.",
      .given = given}},
    {amodei::deepseek_other_chips,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is a remainder of the two figures above.",
      .rests_on = {amodei::deepseek_fleet, amodei::deepseek_h100},
      .given = given}},
    {amodei::h800_window_open,
     {.word = verdict_word::borne_out,
      .because = "Epoch's series has A800 from Q4 2022 and H800 through Q4 2023, then none.",
      .rests_on = {a800_first_sales},
      .given = given}},
    {amodei::h800_window_closed,
     {.word = verdict_word::borne_out,
      .because = "Epoch's series has A800 from Q4 2022 and H800 through Q4 2023, then none.",
      .rests_on = {h800_last_sales},
      .given = given}},
    {amodei::controls_scale_floor,
     {.word = verdict_word::cannot_be_tested,
      .because = "It states an intention; legal Nvidia stock in China reached about 0.4 M H100 equivalents all the "
                "same.",
      .rests_on = {china_nvidia_owned_2025},
      .given = given}},
    {amodei::next_scale_chips,
     {.word = verdict_word::borne_out,
      .other = verdict_word::too_early,
      .words = "borne out (sites), too early (runs)",
      .because = "One site was projected at 1.4 M H100 equivalents in 2026 and two at 5 M by early 2028; no single "
                "run of that size is known.",
      .rests_on = {largest_site_2026, largest_sites_2028},
      .given = given}},
    {amodei::china_chip_catch_up,
     {.word = verdict_word::too_early,
      .because = "The window opens in 2035; a tool is promised for 2028 or 2030, while the first chip of the new "
                "line came out below its plan.",
      .rests_on = {euv_prototype_official, euv_prototype_insiders, ascend_950pr_plan, ascend_950pr_card},
      .given = given}},
    {amodei::decisive_window,
     {.word = verdict_word::too_early,
      .because = "2026 is not over and the limit is 2030.",
      .given = given,
      .review_by = calendar_day(2027, 1, 1)}},
    {amodei::assumed_lead,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is an example; every measured lead, 3 to 14 months, is far shorter.",
      .rests_on = {lead_epoch, lead_caisi, lead_since_r1},
      .given = given}},
    {amodei::safety_spend,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is a norm; six months would use up nearly all of a lead of seven.",
      .rests_on = {lead_epoch},
      .given = given}},
    {amodei::longest_lead,
     {.word = verdict_word::borne_out,
      .words = "borne out so far",
      .because = "No measure since 2023 exceeds 14 months.",
      .rests_on = {lead_epoch, lead_caisi, lead_since_r1},
      .given = given}},
    {amodei::chip_trade,
     {.word = verdict_word::borne_out,
      .other = verdict_word::contradicted,
      .words = "borne out (past), contradicted (since)",
      .because = "Nvidia alone had 17 bn USD from China in the year before, then about 50 M in a quarter, and "
                "assumes none.",
      .rests_on = {nvidia_china_fy2025, h20_revenue_fy2026_q3, nvidia_china_outlook},
      .given = given}},
    {amodei::model_share_of_competitiveness,
     {.word = verdict_word::cannot_be_tested,
      .because = "No measure exists.",
      .given = given}},
    {amodei::country_of_geniuses,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is an image.",
      .given = given}},
    {amodei::china_population_share,
     {.word = verdict_word::cannot_be_tested,
      .words = "cannot be tested here",
      .because = "It was not looked up.",
      .given = given}},
    {amodei::risk_evidence,
     {.word = verdict_word::borne_out,
      .because = "Fourteen months later a developer withheld a model for its power over software, inside the stated "
                "one to two years.",
      .rests_on = {mythos_withheld},
      .given = given}},
    {amodei::asl_now,
     {.word = verdict_word::borne_out,
      .because = "Level 3 was put in force on 2025-05-22, as a precaution.",
      .rests_on = {asl3_activated},
      .given = given}},
    {amodei::asl_next,
     {.word = verdict_word::borne_out,
      .because = "Level 3 was put in force on 2025-05-22, as a precaution.",
      .rests_on = {asl3_activated},
      .given = given}},
};

}  // namespace headway::figures::since::detail

#include <headway/header_end.hpp>
