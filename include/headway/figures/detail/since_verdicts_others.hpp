// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_verdict_day.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/events.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/rules.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/verdict.hpp>

#include <headway/header_begin.hpp>

/// What became of the figures of the other three articles, and of those published beside them.
namespace headway::figures::since::detail {

inline constexpr verdict verdicts_on_graylin_triolo[] = {
    {graylin_triolo::us_lead_believed,
     {.word = verdict_word::contradicted,
      .other = verdict_word::disputed,
      .words = "contradicted (size), disputed (shrinking)",
      .because = "Measures give 3 to 14 months, mean 7; one says steady, one widening, one closed.",
      .rests_on = {lead_epoch, lead_caisi, lead_since_r1, lead_stanford},
      .given = given}},
    {graylin_triolo::china_chip_investment,
     {.word = verdict_word::borne_out,
      .because = "Big Fund III is about 47.5 to 50 bn USD and 28 to 70 bn more were under discussion.",
      .rests_on = {china_incentives},
      .given = given}},
    {graylin_triolo::top_researchers_from_china,
     {.word = verdict_word::cannot_be_tested,
      .because = "No newer count was found.",
      .given = given}},
    {graylin_triolo::deepseek_founded,
     {.word = verdict_word::borne_out,
      .because = "Reports put the spin-off in May 2023.",
      .rests_on = {deepseek_spin_off},
      .given = given}},
    {graylin_triolo::deepseek_staff,
     {.word = verdict_word::cannot_be_tested,
      .because = "No figure was found.",
      .given = given}},
    {graylin_triolo::sovereign_models,
     {.word = verdict_word::too_early,
      .because = "It describes an end state.",
      .given = given}},
};

inline constexpr verdict verdicts_on_microsoft[] = {
    {microsoft::tier_count,
     {.word = verdict_word::cannot_be_tested,
      .because = "The rule was dropped two days before its duties began.",
      .rests_on = {diffusion_rule},
      .given = given}},
    {microsoft::tier1_countries,
     {.word = verdict_word::cannot_be_tested,
      .because = "The rule was dropped two days before its duties began.",
      .rests_on = {diffusion_rule},
      .given = given}},
    {microsoft::tier2_countries,
     {.word = verdict_word::cannot_be_tested,
      .because = "The rule was dropped two days before its duties began.",
      .rests_on = {diffusion_rule},
      .given = given}},
    {microsoft::tier3_countries,
     {.word = verdict_word::cannot_be_tested,
      .because = "The rule was dropped two days before its duties began.",
      .rests_on = {diffusion_rule},
      .given = given}},
    {microsoft::tier2_generation_gap,
     {.word = verdict_word::cannot_be_tested,
      .because = "Never in force; a lag of one generation lives on as the H200 rule for China.",
      .rests_on = {diffusion_rule, h200_rule},
      .given = given}},
    {microsoft::microsoft_capex_2025,
     {.word = verdict_word::borne_out,
      .words = "borne out, exceeded",
      .because = "Fiscal 2025 came to 88.2 bn USD with finance leases, all purposes included.",
      .rests_on = {microsoft_capex_fy2025},
      .given = given}},
    {microsoft::poland_data_centre,
     {.word = verdict_word::cannot_be_tested,
      .words = "cannot be tested here",
      .because = "It was not looked up.",
      .given = given}},
    {microsoft::startups_watched,
     {.word = verdict_word::cannot_be_tested,
      .because = "The list is not public.",
      .given = given}},
    {microsoft::agi_horizon,
     {.word = verdict_word::too_early,
      .because = "It falls in 2027 to 2028.",
      .given = given}},
    {microsoft::friends_named,
     {.word = verdict_word::cannot_be_tested,
      .because = "The rule they were named against is gone.",
      .rests_on = {diffusion_rule},
      .given = given}},
};

inline constexpr verdict verdicts_on_krishnan[] = {
    {krishnan::supply_shortage,
     {.word = verdict_word::contradicted,
      .because = "Within eight months Microsoft and Alphabet both told investors they lacked compute, and rents "
                "rose.",
      .rests_on = {microsoft_short_until, h100_rent_low, h100_rent_2026_03},
      .given = given}},
    {krishnan::victory_metric,
     {.word = verdict_word::cannot_be_tested,
      .because = "No census of tokens exists: on one router US models fell from about 70 to a third, while Chinese "
                "firms own just over 5 % of compute, so chips and models point apart.",
      .rests_on = {openrouter_us_share_2025, openrouter_us_share_2026, china_compute_share},
      .given = given}},
    {krishnan::outreach,
     {.word = verdict_word::cannot_be_tested,
      .because = "It is a remark on his own time.",
      .given = given}},
    {krishnan::order_deadline,
     {.word = verdict_word::cannot_be_tested,
      .because = "No duty of 120 days was identified; the export order of that day sets 90, and its programme was "
                "announced on day 91.",
      .rests_on = {exports_programme_deadline, exports_programme_announced},
      .given = given}},
    {krishnan::state_bills,
     {.word = verdict_word::borne_out,
      .because = "1 079 were counted by July 2025 and about 1 200 for the year.",
      .rests_on = {state_bills_2025},
      .given = given}},
    {krishnan::export_policy,
     {.word = verdict_word::borne_out,
      .other = verdict_word::contradicted,
      .words = "borne out (policy), contradicted (sales)",
      .because = "The rule of 2026-01-15 gives class, cap and test, but no delivered H200 was found in what could "
                "be read and Nvidia's outlook of May 2026 assumes no such revenue.",
      .rests_on = {h200_rule, nvidia_china_outlook},
      .given = given}},
};

inline constexpr verdict verdicts_on_published[] = {
    {published::tsmc_building_multiplier,
     {.word = verdict_word::borne_out,
      .because = "Read again in the call's words; repeated in 2025.",
      .rests_on = {published::tsmc_building_multiplier},
      .given = given}},
    {published::techinsights_wafer_multiplier,
     {.word = verdict_word::contradicted,
      .words = "contradicted by one source",
      .because = "SemiAnalysis has 2.41 ×.",
      .rests_on = {wafer_cost_semianalysis_taiwan, wafer_cost_semianalysis_arizona},
      .given = given}},
    {published::algorithmic_halving,
     {.word = verdict_word::contradicted,
      .words = "contradicted in part",
      .because = "The gain depends on scale (arXiv 2511.21622).",
      .rests_on = {gains_accounted, gains_scale_free},
      .given = given}},
    {published::training_compute_growth,
     {.word = verdict_word::borne_out,
      .because = "Epoch now writes 4.6 ×; a refit has 5.97 × for the top ten since 2018.",
      .rests_on = {training_compute_growth_epoch, training_compute_growth_refit},
      .given = given}},
    {published::training_cost_growth,
     {.word = verdict_word::borne_out,
      .words = "borne out as a low end",
      .because = "A later window gives 4.89 ×.",
      .rests_on = {training_cost_growth_refit},
      .given = given}},
    {published::h100_server_lead_time_2023,
     {.word = verdict_word::borne_out,
      .words = "borne out as a cycle",
      .because = "Resellers quote 36 to 52 weeks again.",
      .rests_on = {h100_lead_time_2026},
      .given = given}},
    {published::h100_server_lead_time_2024,
     {.word = verdict_word::borne_out,
      .words = "borne out as a cycle",
      .because = "Resellers quote 36 to 52 weeks again.",
      .rests_on = {h100_lead_time_2026},
      .given = given}},
    {published::chip_gap_2027,
     {.word = verdict_word::too_early,
      .because = "The roadmaps still give a gap of that order: 25 × on paper for 2026.",
      .rests_on = {rubin, ascend_950pr_plan},
      .given = given}},
    {published::tier2_tpp_cap,
     {.word = verdict_word::cannot_be_tested,
      .because = "Never in force.",
      .rests_on = {diffusion_rule},
      .given = given}},
};

}  // namespace headway::figures::since::detail

#include <headway/header_end.hpp>
