// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/rules.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/figures/since/training.hpp>
#include <headway/source/conflict.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::since {

namespace detail {

inline constexpr position on_decline[] = {
    {"the learning algorithm proper", "about 1.3 × per year", core_algorithms_per_year},
    {"Epoch AI, algorithms", "3 × per year", algorithms_epoch},
    {"Amodei", "4 × per year", amodei::training_cost_decline},
    {"Epoch AI, algorithms and data", "several, perhaps 10 × per year", software_progress_epoch},
    {"Scher, catch-up to a level", "16 to 60 × per year: four definitions, not four errors", catch_up_measured},
};
inline constexpr position on_halving[] = {
    {"Ho et al.", "compute for a fixed performance halves every 8 months", published::algorithmic_halving},
    {"Gundlach et al.", "6 930 × are explained, most of it at large scale only", gains_accounted},
    {"Gundlach et al.", "at most 100 × in 11 years do not depend on scale", gains_scale_free},
};
inline constexpr position on_cost_growth[] = {
    {"Cottier et al.", "2.4 × per year since 2016", published::training_cost_growth},
    {"Historical baseline", "4.89 × per year since 2018, by another rule", training_cost_growth_refit},
};
inline constexpr position on_measured_lead[] = {
    {"Epoch AI", "7 months (4 to 14)", lead_epoch},
    {"CAISI", "8 months and widening", lead_caisi},
    {"Lambert", "3 to 7 months since R1", lead_since_r1},
    {"Stanford HAI", "2.7 %, closed", lead_stanford},
};
inline constexpr position on_wafer_cost_abroad[] = {
    {"TechInsights", "below 1.10 ×", published::techinsights_wafer_multiplier},
    {"SemiAnalysis, Taiwan", "6 681 USD", wafer_cost_semianalysis_taiwan},
    {"SemiAnalysis, Arizona", "16 123 USD, 2.41 ×: the scale of the fab is the variable", wafer_cost_semianalysis_arizona},
};
inline constexpr position on_arizona_profit[] = {
    {"Taipei Times", "4.52 billion TWD in the first half of 2025, which equals the loss of the Japanese unit and looks like a slip"},
    {"Chinese press", "4.73 billion TWD, which fits 4.232 in the second quarter"},
};
inline constexpr position on_ascend[] = {
    {"Bloomberg, on Huawei's plan", "600 000 chips of the 910C in 2026", ascend_910c_plan},
    {"SemiAnalysis", "about 300 000 if memory stays short (one digest)"},
};
inline constexpr position on_world_stock[] = {
    {"Epoch AI, 2026-01-08", "15 million H100 equivalents"},
    {"AI Index", "17.1 million in 2025"},
    {"Epoch AI, Nvidia", "sum of four medians 19.7 million, end of 2025, Huawei left out", nvidia_stock_2025},
    {"Epoch AI, Google", "part of that sum", tpu_stock_2025},
    {"Epoch AI, Amazon", "part of that sum", trainium_stock_2025},
    {"Epoch AI, AMD", "part of that sum: dates and coverage differ", amd_stock_2025},
};
inline constexpr position on_r1_chips[] = {
    {"most reports", "512 H800"},
    {"one report", "648, a misreading of \"64 × 8\""},
};
inline constexpr position on_deepseek_fleet[] = {
    {"SemiAnalysis", "50 000 Hopper chips", amodei::deepseek_fleet},
    {"SemiAnalysis, its table", "adds up to 60 000 with 10 000 A100, and leaves the H100 out of the sum of cost"},
    {"G. Luk, 2025-01-31", "corrected cost 1.6 billion USD in all, or 1.4 billion for Hopper"},
};
inline constexpr position on_amazon[] = {
    {"by one definition", "131 billion USD in 2025"},
    {"by another", "128 billion USD"},
    {"by a third", "125 billion USD"},
};
inline constexpr position on_microsoft[] = {
    {"three summaries", "190 billion USD in calendar 2026", microsoft_capex_2026},
    {"one headline", "in \"fiscal 2026\""},
};
inline constexpr position on_opus_horizon[] = {
    {"METR, data file", "719 minutes"},
    {"METR, first announcement", "14.5 hours"},
    {"METR", "above 16 hours the suite does not measure"},
};
inline constexpr position on_horizon[] = {
    {"METR, all years", "7 months", horizon_doubling_long},
    {"METR, since 2023", "131 or 128.7 days", horizon_doubling},
    {"METR, since 2024", "89 days (one copy)"},
};
inline constexpr position on_rent[] = {
    {"contract", "2.65 USD per hour in June 2026, rising (one copy)"},
    {"spot", "2.42 USD, falling"},
    {"four indices", "more than 2 USD apart in April 2026"},
};
inline constexpr position on_rubin_date[] = {
    {"Nvidia, January 2026", "in full production", rubin},
    {"a trade blog, March 2026", "a quarter late for want of HBM4"},
    {"June 2026", "shipping in the second half"},
};
inline constexpr position on_tpu_v7_date[] = {
    {"one announcement", "general availability in November 2025", tpu_v7},
    {"another", "in April 2026"},
};
inline constexpr position on_h200_cap[] = {
    {"the rule's text as quoted in three places", "50 % of the aggregate TPP", h200_rule},
    {"press", "of units"},
};
inline constexpr position on_fab2_tools[] = {
    {"Nikkei", "begun in the third quarter of 2026", arizona_fab2_tools},
    {"investors, Commercial Times", "installed by the second quarter of 2026"},
};

inline constexpr conflict conflict_table[] = {
    {"how fast training gets cheaper", on_decline},
    {"halving of compute every 8 months", on_halving},
    {"growth of training cost", on_cost_growth},
    {"length of the US lead, as measured", on_measured_lead},
    {"cost of a US wafer", on_wafer_cost_abroad},
    {"profit of TSMC Arizona, first half of 2025", on_arizona_profit},
    {"Huawei's output in 2026", on_ascend},
    {"world stock of chips", on_world_stock},
    {"chips used for R1", on_r1_chips},
    {"DeepSeek's fleet", on_deepseek_fleet},
    {"Amazon's spending in 2025", on_amazon},
    {"Microsoft's 190 billion", on_microsoft},
    {"horizon of Claude Opus 4.6", on_opus_horizon},
    {"METR's doubling time", on_horizon},
    {"H100 rent in mid 2026", on_rent},
    {"Rubin", on_rubin_date},
    {"TPU v7 general availability", on_tpu_v7_date},
    {"the 50 % cap of the H200 rule", on_h200_cap},
    {"tools into the second Arizona fab", on_fab2_tools},
};

}  // namespace detail

/// Where what has become known since disagrees, with itself or with the articles. `figures::conflicts()` has these, too.
[[nodiscard]] constexpr std::span<const conflict> conflicts() noexcept { return detail::conflict_table; }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
