// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure_dates.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// The figures of the article on Microsoft's call to change the AI diffusion rule.
namespace headway::figures::microsoft {

using namespace headway::units;

inline constexpr article source{
    .key = "microsoft",
    .speaker = "Brad Smith (Microsoft), with Brookings and CSIS",
    .piece = "article on Microsoft's call to change the AI diffusion rule",
    .language = "zh-Hant",
    .date_text = "undated; between late February and mid-May 2025 by the text",
    .earliest = calendar_day(2025, 2, 21),
    .latest = calendar_day(2025, 5, 20),
    .note = "Undated. \"Late\" is read as the last third of a month and \"mid\" as the second.",
};

inline constexpr figure tier_count{
    3.0,
    {1.0, "tiers"},
    {.id = "tier_count",
     .what = "tiers of the diffusion rule",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy"},
};

inline constexpr figure tier1_countries{
    18.0,
    {1.0, "countries"},
    {.id = "tier1_countries",
     .what = "countries without restriction: Taiwan and 17 other allies",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "The three tiers make 18 + 150 + 20 = 188 countries, against the 193 of graylin_triolo.sovereign_models."},
};

inline constexpr figure tier2_countries{
    150.0,
    {1.0, "countries"},
    {.id = "tier2_countries",
     .what = "countries whose quantity is capped",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "The three tiers make 18 + 150 + 20 = 188 countries, against the 193 of graylin_triolo.sovereign_models."},
};

inline constexpr figure tier3_countries{
    20.0,
    {1.0, "countries"},
    {.id = "tier3_countries",
     .what = "countries that are denied",
     .source = &source,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "access policy",
     .note = "The three tiers make 18 + 150 + 20 = 188 countries, against the 193 of graylin_triolo.sovereign_models."},
};

inline constexpr figure tier2_generation_gap{
    1.0,
    {1.0, "generation"},
    {.id = "tier2_generation_gap",
     .what = "generations by which tier 2 is held behind US technology",
     .source = &source,
     .precision = precision::at_least,
     .kind = kind::observed,
     .feeds = "generation gap",
     .note =
         "The piece treats a quantity cap and a lag of one generation as one thing; they are two parameters, and this "
         "is the lag. For the cap see published.tier2_tpp_cap."},
};

inline constexpr figure microsoft_capex_2025{
    80.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "microsoft_capex_2025",
     .what = "AI infrastructure spending that Microsoft plans for 2025",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "spending"},
};

inline constexpr figure poland_data_centre{
    700.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "poland_data_centre",
     .what = "expansion deal in Poland",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "spending"},
};

inline constexpr figure startups_watched{
    7.0,
    {1.0, "start-ups"},
    {.id = "startups_watched",
     .what = "Chinese start-ups that Microsoft watches",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "actors"},
};

inline constexpr figure_range agi_horizon{
    2.0 * year,
    3.0 * year,
    {year, "years from spring 2025"},
    {.id = "agi_horizon",
     .what = "time to AGI that would justify the rule",
     .source = &source,
     .precision = precision::range,
     .kind = kind::assumed,
     .said_by = "CSIS",
     .from_source_date = true,
     .feeds = "event date",
     .note =
         "A condition (\"if AGI comes within\"), not a forecast. Its start is as uncertain as the date of the piece."},
};

inline constexpr figure friends_named{
    9.0,
    {1.0, "countries"},
    {.id = "friends_named",
     .what = "tier-2 friends that Smith names",
     .source = &source,
     .precision = precision::exact,
     .kind = kind::observed,
     .said_by = "Brad Smith (Microsoft)",
     .feeds = "access policy",
     .note = "Those whom Smith names, not the whole tier."},
};

namespace detail {
inline constexpr const figure_info* list[] = {
    &tier_count,           &tier1_countries,    &tier2_countries,  &tier3_countries, &tier2_generation_gap,
    &microsoft_capex_2025, &poland_data_centre, &startups_watched, &agi_horizon,     &friends_named,
};
}  // namespace detail

/// All figures of this article.
[[nodiscard]] constexpr figure_list catalogue() noexcept { return figure_list(detail::list); }

}  // namespace headway::figures::microsoft

#include <headway/header_end.hpp>
