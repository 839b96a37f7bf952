// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// How far one side is ahead by several measures, whose tokens are used, and how fast tasks grow longer.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article epoch_capabilities =
    detail::publication("since.epoch_capabilities", "Epoch AI", "Epoch Capabilities Index, in Trending Topics and others", "",
                        stated("2026-01"));
inline constexpr article caisi_2026 =
    detail::publication("since.caisi_2026", "CAISI (NIST)", "evaluation of DeepSeek V4 Pro, in The Decoder and Interconnects",
                        "", stated("2026-05-01"));
inline constexpr article lambert_2026 = detail::publication(
    "since.lambert_2026", "N. Lambert", "Latest open artifacts (#21)", "Interconnects", stated("2026-05"));
inline constexpr article stanford_2026 =
    detail::publication("since.stanford_2026", "Stanford HAI", "AI Index 2026", "", stated("2026-04-13"),
                        "Read in copies only.");
inline constexpr article artificial_analysis =
    detail::publication("since.artificial_analysis", "Artificial Analysis", "Intelligence Index, in two write-ups", "",
                        stated("2026-05"));
inline constexpr article openrouter_week = detail::publication(
    "since.openrouter_week", "OpenRouter", "rankings, in several reports", "", stated("2026-02-27"));
inline constexpr article openrouter_2026 = detail::publication(
    "since.openrouter_2026", "OpenRouter", "rankings, after Thaki Cloud", "", stated("2026"),
    "A self-selected public, and an unknown remainder.");
inline constexpr article metr_2026 =
    detail::publication("since.metr_2026", "METR", "Time Horizon 1.1", "", stated("2026-01-29"), "Read in copies only.");
inline constexpr article metr_repository = detail::publication(
    "since.metr_repository", "METR", "README.md", "eval-analysis-public at commit 52d6b56", stated("2026-01-20"));

}  // namespace sources

inline constexpr figure_with_interval lead_epoch{
    7.0 * month,
    4.0 * month,
    14.0 * month,
    0.0,
    {month, "months"},
    {.id = "lead_epoch",
     .what = "months by which the best Chinese model trails on an index, mean since 2023",
     .source = &sources::epoch_capabilities,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "lead",
     .note = "The ends are the smallest and the largest, not an interval of a level.",
     .grade = grade::b,
     .read = "B, four copies, method described",
     .checks = {graylin_triolo::us_lead_believed, amodei::longest_lead, amodei::assumed_lead}},
};

inline constexpr figure lead_caisi{
    8.0 * month,
    {month, "months"},
    {.id = "lead_caisi",
     .what = "DeepSeek V4 Pro behind the US frontier, nine benchmarks",
     .source = &sources::caisi_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "lead",
     .note = "Some of the benchmarks are private.",
     .grade = grade::b,
     .read = "B, five reports",
     .checks = {graylin_triolo::us_lead_believed}},
};

inline constexpr figure_range lead_since_r1{
    3.0 * month,
    7.0 * month,
    {month, "months"},
    {.id = "lead_since_r1",
     .what = "gap on the same index since R1, open against closed models",
     .source = &sources::lambert_2026,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "lead",
     .note = "Open against closed, not China against the US.",
     .grade = grade::b,
     .read = "B, copy",
     .checks = {graylin_triolo::us_lead_believed, amodei::longest_lead}},
};

inline constexpr figure lead_stanford{
    0.027,
    {0.01, "%"},
    {.id = "lead_stanford",
     .what = "best US over best Chinese model in March 2026, as a score",
     .source = &sources::stanford_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "lead",
     .note = "A difference of scores, not a time. One of the three copies turns it round.",
     .grade = grade::c,
     .read = "C, three copies; one copy turns it round",
     .checks = {graylin_triolo::us_lead_believed}},
};

inline constexpr figure chinese_frontier_developers{
    5.0,
    {1.0, "developers"},
    {.id = "chinese_frontier_developers",
     .what = "Chinese developers within about ten points of the best model on one index",
     .source = &sources::artificial_analysis,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "actors",
     .note = "60 for the best against 54, 54, 52, 50, 49.",
     .grade = grade::c,
     .read = "C, two copies",
     .checks = {amodei::frontier_labs_china}},
};

inline constexpr figure_range openrouter_crossing{
    calendar_day(2026, 2, 9),
    calendar_day(2026, 2, 15),
    {},
    {.id = "openrouter_crossing",
     .what = "week in which Chinese models first carried more tokens than US ones on one router",
     .source = &sources::openrouter_week,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "week of 2026-02-09",
     .feeds = "token share",
     .note = "4.12 against 2.94 trillion tokens. One router, not the world.",
     .grade = grade::c,
     .read = "C, five copies agree",
     .checks = {krishnan::victory_metric}},
};

inline constexpr figure openrouter_us_share_2025{
    0.70,
    {0.01, "%"},
    {.id = "openrouter_us_share_2025",
     .what = "share of US models on that router, mid 2025",
     .source = &sources::openrouter_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "token share",
     .note = "A self-selected public, and an unknown remainder. Chinese models then: under 2 %.",
     .grade = grade::c,
     .read = "C, three copies",
     .checks = {krishnan::victory_metric}},
};

inline constexpr figure_range openrouter_us_share_2026{
    0.30,
    0.36,
    {0.01, "%"},
    {.id = "openrouter_us_share_2026",
     .what = "share of US models on that router, mid 2026",
     .source = &sources::openrouter_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "token share",
     .note = "A self-selected public, and an unknown remainder. Chinese models then: about 46 %.",
     .grade = grade::c,
     .read = "C, three copies",
     .checks = {krishnan::victory_metric}},
};

inline constexpr figure horizon_doubling{
    131.0 * day,
    {day, "days"},
    {.id = "horizon_doubling",
     .what = "time in which METR's task horizon doubles, version 1.1, trend since 2023",
     .source = &sources::metr_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "scenario",
     .note = "Version 1.0: 165, a step that is a change of the measure. METR's data file of March 2026 as quoted: 128.7, "
             "interval 105 to 157, over all years 187.8.",
     .grade = grade::c,
     .read = "C, three copies",
     .checks = {schmidt::slowdown_guess, schmidt::agi_horizon}},
};

inline constexpr figure horizon_doubling_long{
    7.0 * month,
    {month, "months"},
    {.id = "horizon_doubling_long",
     .what = "the same over all years, the repository's headline",
     .source = &sources::metr_repository,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "scenario",
     .grade = grade::a,
     .read = "A, file",
     .checks = {schmidt::slowdown_guess}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
