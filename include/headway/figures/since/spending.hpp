// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// Capital spending of the largest buyers, in calendar years unless said.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article microsoft_fy2025 = detail::publication(
    "since.microsoft_fy2025", "Microsoft", "annual results of fiscal 2025, after YourStory", "", stated("2025-07-30"));
inline constexpr article microsoft_q3_fy2026 =
    detail::publication("since.microsoft_q3_fy2026", "A. Hood (CFO of Microsoft)", "call on the third quarter of fiscal 2026", "",
                        stated("2026-04-29"));
inline constexpr article alphabet_2026 =
    detail::publication("since.alphabet_2026", "Alphabet", "results of the first quarter of 2026", "", stated("2026-04-29"));
inline constexpr article jassy_2026 =
    detail::publication("since.jassy_2026", "A. Jassy (Amazon)", "call on the fourth quarter of 2025", "",
                        stated("2026-02-05"), "Kept on 2026-04-29.");
inline constexpr article meta_2026 =
    detail::publication("since.meta_2026", "Meta", "results of the first quarter of 2026", "", stated("2026-04-29"));

}  // namespace sources

inline constexpr figure microsoft_capex_fy2025{
    88.2 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "microsoft_capex_fy2025",
     .what = "capital spending of Microsoft, fiscal year to June 2025, finance leases included",
     .source = &sources::microsoft_fy2025,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "spending",
     .note = "All purposes, not AI alone. 24.2 in the last quarter.",
     .grade = grade::b,
     .read = "B; agrees with CNBC's growth rate",
     .checks = {microsoft::microsoft_capex_2025}},
};

inline constexpr figure microsoft_capex_2026{
    190.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "microsoft_capex_2026",
     .what = "capital spending that Microsoft plans for 2026",
     .source = &sources::microsoft_q3_fy2026,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "Some 25 of it are dearer components. Calendar 2026 in three summaries, \"fiscal 2026\" in one headline.",
     .grade = grade::b,
     .read = "B, three summaries",
     .checks = {microsoft::microsoft_capex_2025, schmidt::superintelligence_cost}},
};

inline constexpr figure_range alphabet_capex_2026{
    180.0 * billion_usd,
    190.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "alphabet_capex_2026",
     .what = "capital spending that Alphabet plans for 2026",
     .source = &sources::alphabet_2026,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "In February: 175 to 185; guidance for 2025: 91 to 93.",
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::superintelligence_cost}},
};

inline constexpr figure amazon_capex_2026{
    200.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "amazon_capex_2026",
     .what = "capital spending that Amazon plans for 2026",
     .source = &sources::jassy_2026,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "2025: about 131; 128 and 125 by other definitions.",
     .grade = grade::b,
     .read = "B, five reports",
     .checks = {schmidt::superintelligence_cost}},
};

inline constexpr figure_range meta_capex_2026{
    125.0 * billion_usd,
    145.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "meta_capex_2026",
     .what = "capital spending that Meta plans for 2026",
     .source = &sources::meta_2026,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "In January: 115 to 135; 2025: 72.2.",
     .grade = grade::b,
     .read = "B, three reports",
     .checks = {schmidt::superintelligence_cost}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
