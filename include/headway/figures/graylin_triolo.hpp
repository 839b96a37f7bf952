// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// The figures of the interview with Paul Triolo and Alvin Graylin on making "beating China" the goal.
namespace headway::figures::graylin_triolo {

using namespace headway::units;

inline constexpr article source{
    .key = "graylin_triolo",
    .speaker = "Paul Triolo (DGA), Alvin Graylin",
    .piece = "e-mail interview on the danger of making \"beating China\" the goal",
    .language = "zh-Hant",
    .date_text = "16 January (year 2025 implied by the text)",
    .earliest = calendar_day(2025, 1, 16),
    .latest = calendar_day(2025, 1, 16),
    .note = "The year is implied by the text, not printed.",
};

inline constexpr figure_range us_lead_believed{
    1.0 * year,
    2.0 * year,
    {year, "years"},
    {.id = "us_lead_believed",
     .what = "lead over China that Silicon Valley used to believe in",
     .source = &source,
     .precision = precision::range,
     .kind = kind::claimed,
     .via = "Silicon Valley",
     .feeds = "lead",
     .note = "A past belief, said to be shrinking now: not the lead at the date of the interview."},
};

inline constexpr figure china_chip_investment{
    10.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "china_chip_investment",
     .what = "Chinese state investment in chips that answers the controls",
     .source = &source,
     .precision = precision::order,
     .kind = kind::observed,
     .words = "tens of billions of USD",
     .feeds = "fab"},
};

inline constexpr figure top_researchers_from_china{
    0.47,
    {0.01, "%"},
    {.id = "top_researchers_from_china",
     .what = "share of top AI researchers born or educated in China",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "share"},
};

inline constexpr figure deepseek_founded{
    calendar_day(2023, 1, 1),
    {},
    {.id = "deepseek_founded",
     .what = "year in which DeepSeek was founded",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "dates",
     .note = "Stated to the year; the value is its first day."},
};

inline constexpr figure deepseek_staff{
    100.0 * person,
    {person, "people"},
    {.id = "deepseek_staff",
     .what = "staff of DeepSeek",
     .source = &source,
     .precision = precision::at_most,
     .kind = kind::observed,
     .note = "Listed; no model takes it."},
};

inline constexpr figure sovereign_models{
    193.0,
    {1.0, "models"},
    {.id = "sovereign_models",
     .what = "national models with which a fragmented world could end",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::forecast,
     .note = "Listed; no model takes it. One model per country: 193, where the three tiers of the diffusion rule in "
             "figures::microsoft count 18 + 150 + 20 = 188 countries."},
};

namespace detail {
inline constexpr const figure_info* list[] = {
    &us_lead_believed, &china_chip_investment, &top_researchers_from_china,
    &deepseek_founded, &deepseek_staff,        &sovereign_models,
};
}  // namespace detail

/// All figures of this article.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::graylin_triolo

#include <headway/header_end.hpp>
