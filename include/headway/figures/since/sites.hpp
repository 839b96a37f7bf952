// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// Sites, their power, and how long they take to build and to connect.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article cottier_2026 = detail::publication(
    "since.cottier_2026", "B. Cottier",
    "The record for computing capacity in a single data center has doubled every 7 months", "Epoch AI",
    stated("2026-06-11"));
inline constexpr article frontier_data_centers =
    detail::publication("since.frontier_data_centers", "Epoch AI", "Frontier Data Centers, after NextBigFuture", "",
                        stated("2025-11-05"));
inline constexpr article frontier_data_centers_post =
    detail::publication("since.frontier_data_centers_post", "Epoch AI", "own post on Frontier Data Centers, and NextBigFuture",
                        "", stated("2025-11-05"));
inline constexpr article epoch_build_times =
    detail::publication("since.epoch_build_times", "Epoch AI",
                        "Build times for gigawatt-scale data centers can be 2 years or less", "", stated("2025-11-10"));
inline constexpr article jll_2026 = detail::publication("since.jll_2026", "JLL", "Global Data Center Outlook 2026",
                                                        "Construction Owners", stated("2026"));

}  // namespace sources

inline constexpr figure largest_site_doubling{
    7.0 * month,
    {month, "months"},
    {.id = "largest_site_doubling",
     .what = "time in which the record capacity of one data centre doubles, since August 2024",
     .source = &sources::cottier_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fleet threshold",
     .note = "None is clearly above Colossus 2 before the second half of 2027.",
     .grade = grade::a,
     .read = "A, page",
     .checks = {amodei::next_scale_chips}},
};

inline constexpr figure largest_site_2026{
    1.4 * million_chips,
    {million_chips, "million H100 equivalents"},
    {.id = "largest_site_2026",
     .what = "Colossus 2, projected",
     .source = &sources::frontier_data_centers,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "fleet threshold",
     .note = "Equivalents of an H100, not chips; a site, not a run.",
     .grade = grade::b,
     .read = "B",
     .checks = {amodei::next_scale_chips}},
};

inline constexpr figure largest_sites_2028{
    5.0 * million_chips,
    {million_chips, "million H100 equivalents"},
    {.id = "largest_sites_2028",
     .what = "Meta Hyperion and Microsoft Fairwater, each, late 2027 to early 2028",
     .source = &sources::frontier_data_centers_post,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "fleet threshold",
     .note = "Equivalents of an H100, not chips; of each site.",
     .grade = grade::b,
     .read = "B, two copies",
     .checks = {amodei::next_scale_chips}},
};

inline constexpr figure_range gigawatt_build_time{
    1.0 * year,
    3.6 * year,
    {year, "years"},
    {.id = "gigawatt_build_time",
     .what = "start of construction to 1 GW, US sites begun in the last three years",
     .source = &sources::epoch_build_times,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "lead time, procurement",
     .grade = grade::a,
     .read = "A, page",
     .checks = {schmidt::hardware_shortage}},
};

inline constexpr figure gigawatt_cost{
    29.0 * billion_usd / gigawatt,
    {billion_usd / gigawatt, "billion USD per GW"},
    {.id = "gigawatt_cost",
     .what = "capital cost per gigawatt of site power",
     .source = &sources::frontier_data_centers,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "spending",
     .note = "Abilene: 32 billion USD in Epoch AI's own thread of 2025-11-10.",
     .grade = grade::b,
     .read = "B",
     .checks = {schmidt::superintelligence_cost}},
};

inline constexpr figure grid_wait{
    4.0 * year,
    {year, "years"},
    {.id = "grid_wait",
     .what = "wait for a grid connection, US average",
     .source = &sources::jll_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "lead time, procurement",
     .note = "Of Northern Virginia: grid_wait_northern_virginia.",
     .grade = grade::b,
     .read = "B; also in JLL's midyear report 2025",
     .checks = {schmidt::hardware_shortage}},
};

inline constexpr figure grid_wait_northern_virginia{
    7.0 * year,
    {year, "years"},
    {.id = "grid_wait_northern_virginia",
     .what = "wait for a grid connection of 100 MW, Northern Virginia",
     .source = &sources::jll_2026,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "lead time, procurement",
     .grade = grade::b,
     .read = "B",
     .checks = {schmidt::hardware_shortage}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
