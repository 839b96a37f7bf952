// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

/// Of Dario Amodei's figures those on costs, spending and the chips of DeepSeek.
namespace headway::figures::amodei {

using namespace headway::units;

inline constexpr article source{
    .key = "amodei",
    .speaker = "Dario Amodei (Anthropic), interviewed by Jordan Schneider",
    .piece = "ChinaTalk interview on DeepSeek and export controls, Chinese edition by Baoyu",
    .publication = "baoyu.io",
    .language = "zh-Hans",
    .date_text = "2025-02-06",
    .earliest = calendar_day(2025, 2, 6),
    .latest = calendar_day(2025, 2, 6),
    .note = "The edition opens with a summary that is sharper than his words in three places: when China's chips catch "
            "up, how DeepSeek got its chips, and what a two-year lead means.",
};

inline constexpr figure training_cost_decline{
    4.0,
    {1.0, "per year", "÷"},
    {.id = "training_cost_decline",
     .what = "yearly fall of the cost to train to a fixed capability",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "training cost",
     .note =
         "A factor to divide by, ÷4 per year, for training to a fixed capability. Not the pace of serving cost, which "
         "is inference_cost_step: the two never share a parameter."},
};

inline constexpr figure_range cost_drop_6_to_12_months{
    2.0,
    4.0,
    {1.0, "×"},
    {.id = "cost_drop_6_to_12_months",
     .what = "how many times cheaper than a model 6 to 12 months older",
     .source = &source,
     .precision = precision::order,
     .kind = kind::observed,
     .words = "a few times",
     .feeds = "training cost (check)",
     .note = "His words are \"a few times\"; 2 to 4 is what the ÷4 per year curve gives over 6 to 12 months."},
};

inline constexpr figure deepseek_v3_cost_myth{
    6.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "deepseek_v3_cost_myth",
     .what = "cost of DeepSeek V3 in the popular reading that he rejects",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .rejected = true,
     .feeds = "training cost (position of a claim)",
     .note = "One half of a comparison that he rejects; the other half is rival_cost_myth."},
};

inline constexpr figure rival_cost_myth{
    1.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "rival_cost_myth",
     .what = "what others needed for the same, in the popular reading that he rejects",
     .source = &source,
     .precision = precision::order,
     .kind = kind::claimed,
     .rejected = true,
     .words = "billions of USD",
     .feeds = "training cost",
     .note = "The other half of the rejected comparison; see deepseek_v3_cost_myth."},
};

inline constexpr figure spending_outgrows_decline{
    4.0,
    {1.0, "per year", "×"},
    {.id = "spending_outgrows_decline",
     .what = "spending on the best model grows faster than unit cost falls",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::observed,
     .words = "more than 4 × per year in capability-adjusted terms",
     .feeds = "spending vs decline",
     .note = "An inequality and no number: 4 is the fall that it exceeds (training_cost_decline), not a growth that he "
             "states."},
};

inline constexpr figure inference_cost_step{
    0.20,
    {0.01, "% per step", "−"},
    {.id = "inference_cost_step",
     .what = "share by which serving cost is cut \"every few weeks\"",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "inference cost",
     .note =
         "The length of a step is not stated. One step per 2, 4, 6 weeks is ÷337, ÷18.4, ÷6.96 per year; only one per "
         "8.40 weeks is ÷4. So this is not training_cost_decline: never share one parameter."},
};

inline constexpr figure_range frontier_labs_us{
    3.0,
    5.0,
    {1.0, "firms"},
    {.id = "frontier_labs_us",
     .what = "US firms able to train at or near the frontier",
     .source = &source,
     .precision = precision::range,
     .kind = kind::observed,
     .feeds = "actors"},
};

inline constexpr figure frontier_labs_china{
    1.0,
    {1.0, "firm"},
    {.id = "frontier_labs_china",
     .what = "Chinese firms able to train at or near the frontier",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "actors"},
};

inline constexpr figure deepseek_fleet{
    50e3 * chip,
    {chip, "chips"},
    {.id = "deepseek_fleet",
     .what = "chips that DeepSeek ended up with",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .via = "SemiAnalysis",
     .feeds = "fleet, leakage",
     .note =
         "The summary says that all were obtained by evading controls, for training. In his words only the H100s must "
         "have been; the H800s came through a legal gap and the H20s do not train."},
};

inline constexpr figure deepseek_h100{
    10e3 * chip,
    {chip, "chips"},
    {.id = "deepseek_h100",
     .what = "of which H100",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .via = "SemiAnalysis",
     .feeds = "fleet",
     .note = "The only part that can only have been smuggled or re-routed."},
};

inline constexpr figure deepseek_other_chips{
    deepseek_fleet.value - deepseek_h100.value,
    {chip, "chips"},
    {.id = "deepseek_other_chips",
     .what = "remainder of the fleet: H800 and H20",
     .source = &source,
     .precision = precision::about,
     .kind = kind::derived,
     .via = "SemiAnalysis",
     .feeds = "fleet",
     .note =
         "Derived by subtraction. H800s bought legally between the 2022 rule and its 2023 repair, and H20s, which do "
         "not train; the source does not split the two."},
};

inline constexpr figure h800_window_open{
    calendar_day(2022, 1, 1),
    {},
    {.id = "h800_window_open",
     .what = "year in which the bandwidth loophole opened",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "Stated to the year; the value is its first day."},
};

inline constexpr figure h800_window_closed{
    calendar_day(2023, 1, 1),
    {},
    {.id = "h800_window_closed",
     .what = "year in which the bandwidth loophole was closed",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy",
     .note =
         "Stated to the year; the value is its first day, so the loophole may have been open for most of that year."},
};

}  // namespace headway::figures::amodei

#include <headway/header_end.hpp>
