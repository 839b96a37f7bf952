// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/events.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/rules.hpp>
#include <headway/figures/since/serving.hpp>
#include <headway/figures/since/sites.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since {

namespace detail {

inline constexpr const figure_info* list[] = {
    // training
    &algorithms_epoch,
    &algorithms_epoch_before,
    &software_progress_epoch,
    &catch_up_measured,
    &catch_up_expected,
    &gains_accounted,
    &gains_scale_free,
    &core_algorithms,
    &core_algorithms_per_year,
    &final_run_share,
    &deepseek_v3_final_run,
    &deepseek_r1_training,
    &training_cost_growth_refit,
    &training_compute_growth_refit,
    &training_compute_growth_epoch,
    &grok4_run,
    &useful_run_length,
    // serving
    &inference_price_gpt4_science,
    &inference_price_spread,
    &coding_cost_halving,
    &output_length_growth,
    &output_length_growth_others,
    &reasoning_multiplier_huang,
    // chips
    &nvidia_stock_2023,
    &nvidia_stock_2024,
    &nvidia_stock_2025,
    &nvidia_stock_2025_chips,
    &nvidia_stock_2025_power,
    &tpu_stock_2025,
    &trainium_stock_2025,
    &amd_stock_2025,
    &china_nvidia_owned_2025,
    &china_nvidia_owned_2025_chips,
    &h20_sold,
    &china_compute_share,
    &world_compute_growth,
    &h100_price_2023,
    &h100_price_2024,
    &h100_price_2025,
    &ascend_910c_plan,
    // sites
    &largest_site_doubling,
    &largest_site_2026,
    &largest_sites_2028,
    &gigawatt_build_time,
    &gigawatt_cost,
    &grid_wait,
    &grid_wait_northern_virginia,
    // supply
    &microsoft_short_until,
    &h100_lead_time_2026,
    &h100_rent_2023,
    &h100_rent_low,
    &h100_rent_2026_03,
    // spending
    &microsoft_capex_fy2025,
    &microsoft_capex_2026,
    &alphabet_capex_2026,
    &amazon_capex_2026,
    &meta_capex_2026,
    // lead
    &lead_epoch,
    &lead_caisi,
    &lead_since_r1,
    &lead_stanford,
    &chinese_frontier_developers,
    &openrouter_crossing,
    &openrouter_us_share_2025,
    &openrouter_us_share_2026,
    &horizon_doubling,
    &horizon_doubling_long,
    // fabs
    &arizona_time,
    &arizona_fab1_volume,
    &arizona_fab2_tools,
    &arizona_fab2_volume,
    &arizona_profit_q2_2025,
    &arizona_profit_q3_2025,
    &wafer_cost_semianalysis_taiwan,
    &wafer_cost_semianalysis_arizona,
    &wafer_margin_semianalysis_taiwan,
    &wafer_margin_semianalysis_arizona,
    &new_fab_time,
    &n2_volume,
    &us_chip_pledges,
    &chips_tax_credit,
    &china_incentives,
    &euv_prototype_official,
    &euv_prototype_insiders,
    // events
    &asl3_activated,
    &mythos_withheld,
    &state_bills_2025,
    &h20_revenue_fy2026_q2,
    &h20_revenue_fy2026_q3,
    &nvidia_china_outlook,
    &nvidia_china_fy2025,
    &a800_first_sales,
    &h800_last_sales,
    &deepseek_spin_off,
    // generations
    &h100,
    &h200,
    &h20,
    &b200,
    &b300,
    &rubin,
    &rubin_ultra,
    &mi350x,
    &mi355x,
    &mi455x,
    &ascend_910c,
    &ascend_950pr_plan,
    &ascend_950pr_card,
    &ascend_950dt_plan,
    &ascend_960_plan,
    &ascend_970_plan,
    &tpu_v6e,
    &tpu_v7,
    &trainium2,
    &trainium3,
    // rules
    &diffusion_rule,
    &h20_licence,
    &revenue_share,
    &h200_announced,
    &h200_rule,
    &chip_duty,
    &china_customs_block,
    &parent_rule,
    &house_bill,
    &exports_programme,
    &exports_programme_deadline,
    &exports_programme_announced,
};
static_assert(all_have_sources(figure_list(list)));

}  // namespace detail

/// Everything that has become known since the articles and is entered: figures subject by subject, then generations of
/// chips, then rules of access. A row has id, what, source, said_on(), grade, read, checks, precision, kind and note;
/// `value_text(row)` prints its value. The typed value is in the constant itself.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
