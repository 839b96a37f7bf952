// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_dates.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// The figures that Eric Schmidt states in the podcast article on the US-China AI race.
namespace headway::figures::schmidt {

using namespace headway::units;

inline constexpr article source{
    .key = "schmidt",
    .speaker = "Eric Schmidt (former Google CEO)",
    .piece = "US-China AI race: China, betting on open source, may well win",
    .publication = "AI Founder Journey podcast",
    .language = "zh-Hant",
    .date_text = "2025-05-12",
    .earliest = calendar_day(2025, 5, 12),
    .latest = calendar_day(2025, 5, 12),
    .note = "The headline says that China \"may well win\"; his own sentence is conditional.",
};

inline constexpr figure fab_cost_multiplier{
    4.0,
    {1.0, "×"},
    {.id = "fab_cost_multiplier",
     .what = "build cost of a fab, Arizona against Taiwan",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .via = "TSMC",
     .feeds = "fab",
     .note = "Second-hand (told to him by TSMC), and its scope is not stated; others measure 4 to 5 × for the building "
             "only and far less for a "
             "whole plant (figures::published). Never apply it to a whole plant without saying so."},
};

inline constexpr figure fab_time_multiplier{
    2.0,
    {1.0, "×"},
    {.id = "fab_time_multiplier",
     .what = "build time of a fab, Arizona against Taiwan",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .via = "TSMC",
     .feeds = "fab, lead time",
     .note = "Second-hand: told to him by TSMC."},
};

inline constexpr figure hardware_shortage{
    10.0 * year,
    {year, "years from 2025-05"},
    {.id = "hardware_shortage",
     .what = "how long there will not be enough hardware",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::forecast,
     .from_source_date = true,
     .feeds = "supply limits",
     .note = "The last limit is power and the ability to build."},
};

inline constexpr figure end_of_cycle_price{
    0.0,
    {1.0, "of launch price"},
    {.id = "end_of_cycle_price",
     .what =
         "price of a chip generation at the end of its boom-bust cycle, once demand moves on, as a share of its launch "
         "price",
     .source = &source,
     .precision = precision::order,
     .kind = kind::claimed,
     .words = "falls almost to 0 (of launch price)",
     .feeds = "price cycle",
     .note = "Almost to zero, not zero: 0 is the limit that the price comes near to."},
};

inline constexpr figure rebuild_time{
    10.0 * year,
    {year, "years"},
    {.id = "rebuild_time",
     .what = "time to rebuild a lost semiconductor capability",
     .source = &source,
     .precision = precision::order,
     .kind = kind::claimed,
     .words = "decades",
     .feeds = "lead time"},
};

inline constexpr figure rebuild_cost{
    10.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "rebuild_cost",
     .what = "investment to rebuild a lost semiconductor capability",
     .source = &source,
     .precision = precision::order,
     .kind = kind::claimed,
     .words = "tens of billions of USD",
     .feeds = "fab"},
};

inline constexpr figure deepseek_cost_claim{
    5.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "deepseek_cost_claim",
     .what = "DeepSeek's claimed training cost",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .via = "DeepSeek",
     .feeds = "training cost (position of a claim)",
     .note = "DeepSeek's claim, without the base model that it built on: see deepseek_base_cost."},
};

inline constexpr figure deepseek_base_cost{
    100.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "deepseek_base_cost",
     .what = "cost of the base model that DeepSeek built on",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::claimed,
     .feeds = "training cost"},
};

inline constexpr figure planning_compute_multiplier{
    100.0,
    {1.0, "×"},
    {.id = "planning_compute_multiplier",
     .what = "compute of reinforcement-learning and planning workloads against the base model",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::claimed,
     .feeds = "inference / workload"},
};

inline constexpr figure offshoring_year{
    calendar_day(2000, 1, 1),
    {},
    {.id = "offshoring_year",
     .what = "when the US let others make its chips",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .words = "about 25 years before 2025",
     .feeds = "dates",
     .note = "2000 is 2025 less about 25 years; the value is that year's first day."},
};

inline constexpr figure chips_act_hindsight{
    10.0 * year,
    {year, "years"},
    {.id = "chips_act_hindsight",
     .what = "horizon on which the CHIPS Act should be judged",
     .source = &source,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "scenario window"},
};

inline constexpr figure scaling_laws{
    3.0,
    {1.0, "scaling laws"},
    {.id = "scaling_laws",
     .what = "scaling laws that he counts",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::claimed,
     .note = "Listed; no model takes it. Deep learning, reinforcement learning, test-time compute."},
};

inline constexpr figure slowdown_guess{
    6.0 * month,
    {month, "months"},
    {.id = "slowdown_guess",
     .what = "when people keep guessing that progress slows",
     .source = &source,
     .precision = precision::about,
     .kind = kind::claimed,
     .rejected = true,
     .feeds = "scenario",
     .note = "Quoted as a guess that keeps failing: always that far ahead, so not counted from the article's date."},
};

inline constexpr figure_range agi_horizon{
    3.0 * year,
    4.0 * year,
    {year, "years from 2025-05"},
    {.id = "agi_horizon",
     .what = "time to AGI",
     .source = &source,
     .precision = precision::range,
     .kind = kind::forecast,
     .via = "the \"San Francisco school\"",
     .from_source_date = true,
     .feeds = "event date",
     .note = "He reports what that school expects."},
};

inline constexpr figure superintelligence_cost{
    1.0 * trillion_usd,
    {trillion_usd, "trillion USD"},
    {.id = "superintelligence_cost",
     .what = "cost of the imagined superintelligent system",
     .source = &source,
     .precision = precision::order,
     .kind = kind::assumed,
     .words = "trillions of USD",
     .feeds = "spending cap"},
};

inline constexpr figure_range leading_nodes{
    3.0 * nanometre,
    5.0 * nanometre,
    {nanometre, "nm"},
    {.id = "leading_nodes",
     .what = "TSMC nodes on which nearly all AI chips depend",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "5 nm and 3 nm",
     .feeds = "generation labels",
     .note = "Two names of process nodes, low and high; not a span between them, and not measured lengths."},
};

namespace detail {
inline constexpr const figure_info* list[] = {
    &fab_cost_multiplier, &fab_time_multiplier, &hardware_shortage,
    &end_of_cycle_price,  &rebuild_time,        &rebuild_cost,
    &deepseek_cost_claim, &deepseek_base_cost,  &planning_compute_multiplier,
    &offshoring_year,     &chips_act_hindsight, &scaling_laws,
    &slowdown_guess,      &agi_horizon,         &superintelligence_cost,
    &leading_nodes,
};
}  // namespace detail

/// All figures of this article.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::schmidt

#include <headway/header_end.hpp>
