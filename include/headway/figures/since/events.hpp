// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>

#include <headway/header_begin.hpp>

/// Dated events and counts: safety levels, state bills, what Nvidia sold to China.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article anthropic_asl3 = detail::publication(
    "since.anthropic_asl3", "Anthropic", "Activating AI Safety Level 3 protections", "", stated("2025-05-22"));
inline constexpr article anthropic_mythos = detail::publication(
    "since.anthropic_mythos", "Anthropic", "Claude Mythos Preview, in six reports", "", stated("2026-04-07"));
inline constexpr article multistate = detail::publication(
    "since.multistate", "MultiState", "legislation tracker; newsletter vol. 77", "", stated("2026"));
inline constexpr article nvidia_q2_fy2026 = detail::publication(
    "since.nvidia_q2_fy2026", "Nvidia", "CFO comment on the quarter to July 2025, in several reports", "",
    stated("2025-08-27"));
inline constexpr article nvidia_q3_fy2026 = detail::publication(
    "since.nvidia_q3_fy2026", "Nvidia", "CFO comment on the quarter to October 2025, in several reports", "",
    stated("2025-11-19"));
inline constexpr article nvidia_q1_fy2027 = detail::publication(
    "since.nvidia_q1_fy2027", "Nvidia", "results of the first quarter of fiscal 2027", "", stated("2026-05-20"));
inline constexpr article reuters_china_sales = detail::publication(
    "since.reuters_china_sales", "Reuters", "on Nvidia's revenue from China", "Business Recorder", stated("2025-08-11"));
inline constexpr article epoch_first_sales =
    detail::publication("since.epoch_first_sales", "Epoch AI", "estimate of units sold by quarter",
                        "ai-chip-counts at commit d1b1bc3", stated("2026-04-22"));
inline constexpr article deepseek_reports =
    detail::publication("since.deepseek_reports", "reports", "on the founding of DeepSeek, as the verdict on it has them", "",
                        stated("by 2026-11-29", date{}, calendar_day(2026, 11, 29)));

}  // namespace sources

inline constexpr figure asl3_activated{
    calendar_day(2025, 5, 22),
    {},
    {.id = "asl3_activated",
     .what = "Anthropic puts its level 3 in force",
     .source = &sources::anthropic_asl3,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "2025-05-22",
     .feeds = "event date",
     .note = "As a precaution: that the threshold is passed was not shown.",
     .grade = grade::a,
     .read = "A, text copy",
     .checks = {amodei::asl_next, amodei::risk_evidence}},
};

inline constexpr figure mythos_withheld{
    calendar_day(2026, 4, 7),
    {},
    {.id = "mythos_withheld",
     .what = "a model kept from general release for what it can do to software",
     .source = &sources::anthropic_mythos,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "2026-04-07",
     .feeds = "event date",
     .grade = grade::b,
     .read = "B",
     .checks = {amodei::risk_evidence}},
};

inline constexpr figure state_bills_2025{
    1200.0,
    {1.0, "bills"},
    {.id = "state_bills_2025",
     .what = "AI bills in the US states in 2025",
     .source = &sources::multistate,
     .precision = precision::about,
     .kind = kind::observed,
     .note = "1 079 were counted by July 2025.",
     .grade = grade::a,
     .read = "A, both pages",
     .checks = {krishnan::state_bills}},
};

inline constexpr figure h20_revenue_fy2026_q2{
    0.0 * usd,
    {million_usd, "million USD"},
    {.id = "h20_revenue_fy2026_q2",
     .what = "Nvidia's H20 sales to China, quarter to July 2025",
     .source = &sources::nvidia_q2_fy2026,
     .precision = precision::about,
     .kind = kind::observed,
     .words = "none",
     .feeds = "market",
     .note = "A quarter later: h20_revenue_fy2026_q3.",
     .grade = grade::b,
     .read = "B, six reports",
     .checks = {krishnan::export_policy, amodei::chip_trade}},
};
inline constexpr figure h20_revenue_fy2026_q3{
    50.0 * million_usd,
    {million_usd, "million USD"},
    {.id = "h20_revenue_fy2026_q3",
     .what = "Nvidia's H20 sales to China, quarter to October 2025",
     .source = &sources::nvidia_q3_fy2026,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "market",
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {krishnan::export_policy, amodei::chip_trade}},
};

inline constexpr figure nvidia_china_outlook{
    0.0 * usd,
    {usd, "USD"},
    {.id = "nvidia_china_outlook",
     .what = "data-centre compute revenue from China assumed in Nvidia's outlook for the quarter to July 2026",
     .source = &sources::nvidia_q1_fy2027,
     .precision = precision::exact,
     .kind = kind::forecast,
     .feeds = "market",
     .grade = grade::b,
     .read = "B",
     .checks = {krishnan::export_policy, amodei::chip_trade}},
};

inline constexpr figure nvidia_china_fy2025{
    17.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "nvidia_china_fy2025",
     .what = "Nvidia's revenue from China, year to January 2025",
     .source = &sources::reuters_china_sales,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "market",
     .note = "13 % of its sales.",
     .grade = grade::b,
     .read = "B",
     .checks = {amodei::chip_trade}},
};

// What the verdicts name beside the rows above.

inline constexpr figure_range a800_first_sales{
    calendar_day(2022, 10, 1),
    calendar_day(2022, 12, 31),
    {},
    {.id = "a800_first_sales",
     .what = "first quarter with A800 sold in Epoch AI's estimate",
     .source = &sources::epoch_first_sales,
     .precision = precision::exact,
     .kind = kind::claimed,
     .words = "Q4 2022",
     .feeds = "access policy",
     .grade = grade::a,
     .read = "A, repository",
     .checks = {amodei::h800_window_open}},
};
inline constexpr figure_range h800_last_sales{
    calendar_day(2023, 10, 1),
    calendar_day(2023, 12, 31),
    {},
    {.id = "h800_last_sales",
     .what = "last quarter with H800 sold in Epoch AI's estimate",
     .source = &sources::epoch_first_sales,
     .precision = precision::exact,
     .kind = kind::claimed,
     .words = "Q4 2023",
     .feeds = "access policy",
     .grade = grade::a,
     .read = "A, repository",
     .checks = {amodei::h800_window_closed}},
};
inline constexpr figure_range deepseek_spin_off{
    calendar_day(2023, 5, 1),
    calendar_day(2023, 5, 31),
    {},
    {.id = "deepseek_spin_off",
     .what = "spin-off of DeepSeek",
     .source = &sources::deepseek_reports,
     .precision = precision::about,
     .kind = kind::claimed,
     .words = "May 2023",
     .feeds = "dates",
     .note = "Not graded: no report of it is named.",
     .read = "not graded",
     .checks = {graylin_triolo::deepseek_founded}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
