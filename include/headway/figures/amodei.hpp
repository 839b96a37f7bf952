// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/amodei_deepseek.hpp>
#include <headway/source/figure_dates.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// The figures that Dario Amodei states in his interview on DeepSeek and export controls.
namespace headway::figures::amodei {

inline constexpr figure controls_scale_floor{
    10e3 * chip,
    {chip, "chips"},
    {.id = "controls_scale_floor",
     .what = "scale that the controls were never meant to stop",
     .source = &source,
     .precision = precision::order,
     .kind = kind::claimed,
     .words = "tens of thousands of chips",
     .feeds = "access policy"},
};

inline constexpr figure next_scale_chips{
    1.0 * million_chips,
    {million_chips, "million chips"},
    {.id = "next_scale_chips",
     .what = "chips that training larger models will need",
     .source = &source,
     .precision = precision::order,
     .kind = kind::forecast,
     .words = "millions of chips",
     .feeds = "fleet threshold"},
};

inline constexpr figure_range china_chip_catch_up{
    10.0 * year,
    15.0 * year,
    {year, "years from 2025-02"},
    {.id = "china_chip_catch_up",
     .what = "when Chinese chip-making may have caught up",
     .source = &source,
     .precision = precision::range,
     .kind = kind::forecast,
     .from_source_date = true,
     .feeds = "catch-up",
     .note =
         "A time within which China may catch up. The summary turns it into \"Huawei lags by 10 to 15 years\", which "
         "he does not say: do not use it as a lag."},
};

inline constexpr figure_range_with_core decisive_window{
    calendar_day(2026, 1, 1),
    calendar_day(2026, 1, 1),
    calendar_day(2027, 12, 31),
    calendar_day(2030, 12, 31),
    {},
    {.id = "decisive_window",
     .what = "years in which the contest is decided",
     .source = &source,
     .precision = precision::range,
     .kind = kind::forecast,
     .words = "mainly 2026 and 2027, at latest 2030",
     .feeds = "scenario window",
     .note = "core_low to core_high are the two years that he stresses, low to high all that he allows."},
};

inline constexpr figure assumed_lead{
    2.0 * year,
    {year, "years"},
    {.id = "assumed_lead",
     .what = "lead used in his example",
     .source = &source,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "lead budget",
     .note = "The example's number; the longest lead that he thinks possible is longest_lead."},
};

inline constexpr figure safety_spend{
    6.0 * month,
    {month, "months"},
    {.id = "safety_spend",
     .what = "part of that lead to spend on safety",
     .source = &source,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "lead budget"},
};

inline constexpr figure longest_lead{
    2.0 * year,
    {year, "years"},
    {.id = "longest_lead",
     .what = "longest lead that he thinks can be kept",
     .source = &source,
     .precision = precision::at_most,
     .kind = kind::forecast,
     .feeds = "lead cap",
     .note = "The longest that he thinks possible. The summary calls two years the ideal lead, which he does not say."},
};

inline constexpr figure_range chip_trade{
    10.0 * billion_usd,
    100.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "chip_trade",
     .what = "yearly value of the chip trade at stake",
     .source = &source,
     .precision = precision::range,
     .kind = kind::observed,
     .words = "tens of billions to nearly 100 billion USD a year",
     .feeds = "market",
     .note = "An order of magnitude at the low end, a bound not quite reached at the high end."},
};

inline constexpr figure_range model_share_of_competitiveness{
    0.80,
    0.90,
    {0.01, "%"},
    {.id = "model_share_of_competitiveness",
     .what = "part of competitiveness that comes from having the strong model",
     .source = &source,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "weights"},
};

inline constexpr figure country_of_geniuses{
    10.0 * million_people,
    {million_people, "million"},
    {.id = "country_of_geniuses",
     .what = "\"citizens\" of the data-centre country",
     .source = &source,
     .precision = precision::assumed,
     .kind = kind::assumed,
     .feeds = "deployment scale",
     .note = "Model instances spoken of as people."},
};

inline constexpr figure china_population_share{
    1.0 / 6.0,
    {1.0 / 6.0, "sixth"},
    {.id = "china_population_share",
     .what = "China's share of world population",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .said_by = "Jordan Schneider (interviewer)",
     .words = "about 1/6",
     .feeds = "share",
     .note = "Said by the interviewer, not by Amodei."},
};

inline constexpr figure_range risk_evidence{
    1.0 * year,
    2.0 * year,
    {year, "years from 2025-02"},
    {.id = "risk_evidence",
     .what = "when we will know more on global risks",
     .source = &source,
     .precision = precision::range,
     .kind = kind::forecast,
     .from_source_date = true,
     .feeds = "event date"},
};

inline constexpr figure asl_now{
    2.0,
    {1.0, "", "level "},
    {.id = "asl_now",
     .what = "AI safety level now",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .note = "Listed; no model takes it. Levels 4 and 5 face states."},
};

inline constexpr figure asl_next{
    3.0,
    {1.0, "", "level "},
    {.id = "asl_next",
     .what = "next AI safety level",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .note = "Listed; no model takes it. Levels 4 and 5 face states."},
};

namespace detail {
inline constexpr const figure_info* list[] = {
    &training_cost_decline,
    &cost_drop_6_to_12_months,
    &deepseek_v3_cost_myth,
    &rival_cost_myth,
    &spending_outgrows_decline,
    &inference_cost_step,
    &frontier_labs_us,
    &frontier_labs_china,
    &deepseek_fleet,
    &deepseek_h100,
    &deepseek_other_chips,
    &h800_window_open,
    &h800_window_closed,
    &controls_scale_floor,
    &next_scale_chips,
    &china_chip_catch_up,
    &decisive_window,
    &assumed_lead,
    &safety_spend,
    &longest_lead,
    &chip_trade,
    &model_share_of_competitiveness,
    &country_of_geniuses,
    &china_population_share,
    &risk_evidence,
    &asl_now,
    &asl_next,
};
}  // namespace detail

/// All figures of this article.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::amodei

#include <headway/header_end.hpp>
