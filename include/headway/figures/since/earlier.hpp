// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/since/fabs.hpp>
#include <headway/figures/since/spending.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/source/figure_list.hpp>

#include <headway/header_begin.hpp>

/// What was said before of the same thing: the earlier answers that the rows of the catalogue name beside their own, so that
/// they can be held against what was said or known later. Graded as those rows.
namespace headway::figures::since {

namespace sources {

inline constexpr article microsoft_2025_07 = detail::publication(
    "since.microsoft_2025_07", "Microsoft", "answer on capacity, in CNBC", "", stated("2025-07-30"));
inline constexpr article microsoft_2025_10 = detail::publication(
    "since.microsoft_2025_10", "Microsoft", "answer on capacity, in Particle", "", stated("2025-10-30"));
inline constexpr article microsoft_before_2025_07 = detail::publication(
    "since.microsoft_before_2025_07", "Microsoft", "answer on capacity, named in the row of the last one", "",
    stated("before 2025-07-30", date{}, calendar_day(2025, 7, 29)), "No report of it is named, and no day.");

}  // namespace sources

namespace detail {

[[nodiscard]] constexpr figure<date> short_until(const date& day, std::string_view words, std::string_view id,
                                                 const article& source, std::string_view note) {
    return {day,
            {},
            {.id = id,
             .what = "until when Microsoft says that its capacity stays short, an earlier answer",
             .source = &source,
             .precision = precision::at_least,
             .kind = kind::forecast,
             .words = words,
             .feeds = "supply limits",
             .note = note,
             .grade = grade::b,
             .read = "B, call summary",
             .checks = {krishnan::supply_shortage, schmidt::hardware_shortage}}};
}
inline constexpr std::string_view on_earlier_answers =
    "The value is the month's last day. Read as a bound, as the row has its last answer; the row names three earlier "
    "answers and two "
    "reports, which are taken in their order.";

}  // namespace detail

inline constexpr auto microsoft_short_until_2025_06 =
    detail::short_until(calendar_day(2025, 6, 30), "at least to June 2025", "microsoft_short_until_2025_06",
                        sources::microsoft_before_2025_07, detail::on_earlier_answers);
inline constexpr auto microsoft_short_until_2025_12 =
    detail::short_until(calendar_day(2025, 12, 31), "at least to December 2025", "microsoft_short_until_2025_12",
                        sources::microsoft_2025_07, detail::on_earlier_answers);
inline constexpr auto microsoft_short_until_2026_06 =
    detail::short_until(calendar_day(2026, 6, 30), "at least to June 2026", "microsoft_short_until_2026_06",
                        sources::microsoft_2025_10, detail::on_earlier_answers);

inline constexpr figure_range alphabet_capex_2025_guidance{
    91.0 * billion_usd,
    93.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "alphabet_capex_2025_guidance",
     .what = "capital spending that Alphabet planned for 2025",
     .source = &sources::alphabet_2026,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "Named in the row of 2026, without its day; what was spent is not there.",
     .as_of = stated("by 2025-12-31", date{}, calendar_day(2025, 12, 31)),
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::superintelligence_cost}},
};
inline constexpr figure_range alphabet_capex_2026_february{
    175.0 * billion_usd,
    185.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "alphabet_capex_2026_february",
     .what = "capital spending that Alphabet planned for 2026 in February",
     .source = &sources::alphabet_2026,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "In April: alphabet_capex_2026.",
     .as_of = stated("2026-02"),
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::superintelligence_cost}},
};
inline constexpr figure_range meta_capex_2026_january{
    115.0 * billion_usd,
    135.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "meta_capex_2026_january",
     .what = "capital spending that Meta planned for 2026 in January",
     .source = &sources::meta_2026,
     .precision = precision::range,
     .kind = kind::forecast,
     .feeds = "spending",
     .note = "In April: meta_capex_2026.",
     .as_of = stated("2026-01"),
     .grade = grade::b,
     .read = "B, three reports",
     .checks = {schmidt::superintelligence_cost}},
};

inline constexpr figure arizona_fab2_volume_before{
    calendar_day(2028, 1, 1),
    {},
    {.id = "arizona_fab2_volume_before",
     .what = "second fab in Arizona, 3 nm, production, as planned before",
     .source = &sources::tsmc_q4_2025,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "lead time",
     .note = "Stated to the year; the value is its first day. In January 2026: arizona_fab2_volume.",
     .as_of = stated("before 2026-01-15", date{}, calendar_day(2026, 1, 14)),
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::fab_time_multiplier, schmidt::rebuild_time}},
};

inline constexpr figure tsmc_us_plan{
    165.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "tsmc_us_plan",
     .what = "investment in the US that TSMC alone plans",
     .source = &sources::commerce_2026,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "fab",
     .note = "Named beside the pledges of January 2026, which are new ones: us_chip_pledges.",
     .as_of = stated("before 2026-01-15", date{}, calendar_day(2026, 1, 14)),
     .grade = grade::a,
     .read = "A, fact-sheet text",
     .checks = {schmidt::rebuild_cost, schmidt::chips_act_hindsight}},
};

namespace detail {
inline constexpr const figure_info* earlier_list[] = {
    &microsoft_short_until_2025_06, &microsoft_short_until_2025_12,
    &microsoft_short_until_2026_06, &alphabet_capex_2025_guidance,
    &alphabet_capex_2026_february,  &meta_capex_2026_january,
    &arizona_fab2_volume_before,    &tsmc_us_plan,
};
static_assert(all_have_sources(figure_list(earlier_list)));
}  // namespace detail

/// They are no rows of `catalogue()`, whose rows name them.
[[nodiscard]] constexpr figure_list earlier_statements() noexcept { return figure_list(detail::earlier_list); }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
