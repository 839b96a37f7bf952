// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures::published {

using namespace headway::units;

/// Where the published figures come from.
namespace sources {

inline constexpr article tsmc_2023{
    .key = "published.tsmc_2023",
    .speaker = "Wendell Huang (CFO of TSMC)",
    .piece = "TSMC earnings call for the fourth quarter of 2022",
    .language = "en",
    .date_text = "2023-01-12",
    .earliest = calendar_day(2023, 1, 12),
    .latest = calendar_day(2023, 1, 12),
    .published = true,
};
inline constexpr article exyte_2025{
    .key = "published.exyte_2025",
    .speaker = "Exyte",
    .piece = "cost and time of building a fab by region",
    .publication = "as reported in the trade press",
    .language = "en",
    .date_text = "February 2025",
    .earliest = calendar_day(2025, 2, 1),
    .latest = calendar_day(2025, 2, 28),
    .published = true,
};
inline constexpr article bcg_2020{
    .key = "published.bcg_2020",
    .speaker = "Boston Consulting Group and Semiconductor Industry Association",
    .piece = "Government Incentives and US Competitiveness in Semiconductor Manufacturing",
    .publication = "BCG/SIA",
    .language = "en",
    .date_text = "September 2020",
    .earliest = calendar_day(2020, 9, 1),
    .latest = calendar_day(2020, 9, 30),
    .published = true,
};
inline constexpr article techinsights_2025{
    .key = "published.techinsights_2025",
    .speaker = "TechInsights",
    .piece = "cost of a wafer processed in Arizona",
    .language = "en",
    .date_text = "March 2025",
    .earliest = calendar_day(2025, 3, 1),
    .latest = calendar_day(2025, 3, 31),
    .published = true,
};
inline constexpr article cset_2021{
    .key = "published.cset_2021",
    .speaker = "John VerWey",
    .piece = "No Permits, No Fabs",
    .publication = "Center for Security and Emerging Technology",
    .language = "en",
    .date_text = "2021",
    .earliest = calendar_day(2021, 1, 1),
    .latest = calendar_day(2021, 12, 31),
    .published = true,
};

}  // namespace sources

inline constexpr figure_range tsmc_building_multiplier{
    4.0,
    5.0,
    {1.0, "×"},
    {.id = "tsmc_building_multiplier",
     .what = "cost of building and facilities only, US against Taiwan",
     .source = &sources::tsmc_2023,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "fab",
     .note = "Building and facilities only: equipment, most of a fab's cost, is not in it."},
};

inline constexpr figure exyte_build_multiplier{
    2.0,
    {1.0, "×"},
    {.id = "exyte_build_multiplier",
     .what = "cost of a whole plant, US against Taiwan",
     .source = &sources::exyte_2025,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fab",
     .note = "At similar equipment cost."},
};

inline constexpr figure bcg_tco_multiplier{
    1.30,
    {1.0, "×"},
    {.id = "bcg_tco_multiplier",
     .what = "ten-year total cost of ownership, US against Taiwan, Korea and Singapore",
     .source = &sources::bcg_2020,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fab",
     .note = "40 to 70 % of the gap is incentives: bcg_incentive_share."},
};

inline constexpr figure_range bcg_incentive_share{
    0.40,
    0.70,
    {0.01, "%"},
    {.id = "bcg_incentive_share",
     .what = "part of the gap in total cost of ownership that is due to incentives",
     .source = &sources::bcg_2020,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "fab"},
};

inline constexpr figure techinsights_wafer_multiplier{
    1.10,
    {1.0, "×"},
    {.id = "techinsights_wafer_multiplier",
     .what = "cost of a processed wafer, Arizona against Taiwan",
     .source = &sources::techinsights_2025,
     .precision = precision::at_most,
     .kind = kind::claimed,
     .words = "below 1.10 ×",
     .feeds = "fab"},
};

namespace detail {

/// Months until construction starts, then months of construction.
constexpr figure_of_two_stages<quantity<dim::time>> exyte_time(double permit, double construction, std::string_view id,
                                                               std::string_view what) {
    return {
        permit * month,
        construction * month,
        {month, "months"},
        {.id = id,
         .what = what,
         .source = &sources::exyte_2025,
         .precision = precision::about,
         .kind = kind::observed,
         .feeds = "lead time",
         .note = "first: months until construction starts (permits and design, which go on beside it); second: "
                 "construction."},
    };
}

constexpr figure<quantity<dim::time>> cset_time(double days, std::string_view id, std::string_view what) {
    return {
        days * day,
        {day, "days"},
        {.id = id,
         .what = what,
         .source = &sources::cset_2021,
         .precision = precision::exact,
         .kind = kind::observed,
         .feeds = "lead time",
         .note = "A mean over fabs; permits and preparation before construction are not in it."},
    };
}

}  // namespace detail

inline constexpr auto exyte_time_taiwan =
    detail::exyte_time(6.0, 13.0, "exyte_time_taiwan", "permit and construction of a fab in Taiwan");
inline constexpr auto exyte_time_sea =
    detail::exyte_time(7.0, 16.0, "exyte_time_sea", "permit and construction of a fab in South-East Asia");
inline constexpr auto exyte_time_europe =
    detail::exyte_time(10.0, 24.0, "exyte_time_europe", "permit and construction of a fab in Europe");
inline constexpr auto exyte_time_us =
    detail::exyte_time(14.0, 24.0, "exyte_time_us", "permit and construction of a fab in the US");

inline constexpr auto cset_time_taiwan =
    detail::cset_time(654.0, "cset_time_taiwan", "construction start to production, Taiwan, mean of 1990 to 2020");
inline constexpr auto cset_time_korea =
    detail::cset_time(620.0, "cset_time_korea", "construction start to production, Korea, mean of 1990 to 2020");
inline constexpr auto cset_time_japan =
    detail::cset_time(584.0, "cset_time_japan", "construction start to production, Japan, mean of 1990 to 2020");
inline constexpr auto cset_time_us =
    detail::cset_time(736.0, "cset_time_us", "construction start to production, US, mean of 1990 to 2020");
inline constexpr auto cset_time_us_2010s =
    detail::cset_time(918.0, "cset_time_us_2010s", "construction start to production, US, mean of the 2010s");
inline constexpr auto cset_time_taiwan_2010s =
    detail::cset_time(642.0, "cset_time_taiwan_2010s", "construction start to production, Taiwan, mean of the 2010s");

}  // namespace headway::figures::published

#include <headway/header_end.hpp>
