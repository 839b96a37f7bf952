// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// The figures of the interview with Sriram Krishnan on the US-China AI race.
namespace headway::figures::krishnan {

using namespace headway::units;

inline constexpr article source{
    .key = "krishnan",
    .speaker = "Sriram Krishnan (White House), interviewed by Dan Primack (Axios)",
    .piece = "US-China AI race: a White House adviser's game-theory view",
    .language = "zh-Hant",
    .date_text = "2025-09-24",
    .earliest = calendar_day(2025, 9, 24),
    .latest = calendar_day(2025, 9, 24),
    .note = "The piece announces three wrong beliefs and lists four.",
};

inline constexpr figure supply_shortage{
    0.0 * year,
    {year, "years"},
    {.id = "supply_shortage",
     .what = "how long GPUs will be short for US firms",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::claimed,
     .words = "none",
     .feeds = "supply limits",
     .note = "He says that there is no shortage; the value is no years of one."},
};

inline constexpr figure victory_metric{
    1.0,
    {0.01, "%"},
    {.id = "victory_metric",
     .what = "share of the world's inferred tokens on US chips and models, as the measure of winning",
     .source = &source,
     .precision = precision::at_most,
     .kind = kind::assumed,
     .words = "a share, below 100 %",
     .feeds = "token share",
     .note =
         "He names the measure and no number; it is the host who adds that 100 % is not the bar. So 100 % is a bound "
         "that is not reached."},
};

inline constexpr figure outreach{
    8.0 * month,
    {month, "months"},
    {.id = "outreach",
     .what = "time spent on easing sales to partners",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "dates"},
};

inline constexpr figure order_deadline{
    120.0 * day,
    {day, "days"},
    {.id = "order_deadline",
     .what = "time that the executive order gives agencies",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "dates"},
};

inline constexpr figure state_bills{
    1000.0,
    {1.0, "bills"},
    {.id = "state_bills",
     .what = "AI bills under way in US states",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::observed,
     .note = "Listed; no model takes it."},
};

inline constexpr figure export_policy{
    1.0,
    {1.0, "generation"},
    {.id = "export_policy",
     .what = "generations behind of the chips to sell to China (H20, MI308), in limited numbers",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::observed,
     .words = "at least 1 generation behind, quantity capped (no number)",
     .feeds = "access policy",
     .note = "A lag and a quantity cap are two parameters; only the lag has a number here."},
};

namespace detail {
inline constexpr const figure_info* list[] = {
    &supply_shortage, &victory_metric, &outreach, &order_deadline, &state_bills, &export_policy,
};
}  // namespace detail

/// All figures of this article.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::krishnan

#include <headway/header_end.hpp>
