// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/published_fabs.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// Fabs: when they were built and what their wafers cost, what is pledged and what the state adds.
namespace headway::figures::since {

using namespace headway::units;

/// The money of Taiwan, which does not add to US dollars: exchange it by a rate of your own.
struct new_taiwan_dollars { static constexpr std::string_view name = "New Taiwan dollars"; };
inline constexpr auto twd = base_unit<new_taiwan_dollars>;
inline constexpr auto billion_twd = 1e9 * twd;

namespace sources {

inline constexpr article wei_2025 = detail::publication(
    "since.wei_2025", "C. C. Wei (TSMC)", "at National Taiwan University, after Reuters", "", stated("2025-01"));
inline constexpr article tsmc_q2_2025 =
    detail::publication("since.tsmc_q2_2025", "TSMC", "call on the second quarter of 2025", "", stated("2025-07-17"));
inline constexpr article nikkei_2025 =
    detail::publication("since.nikkei_2025", "Nikkei", "on the second fab in Arizona", "TrendForce", stated("2025-12-18"));
inline constexpr article tsmc_q4_2025 = detail::publication(
    "since.tsmc_q4_2025", "TSMC", "call on the fourth quarter of 2025, in a summary", "", stated("2026-01-15"));
inline constexpr article commercial_times_august = detail::publication(
    "since.commercial_times_august", "Commercial Times", "on the profit of TSMC Arizona", "TrendForce", stated("2025-08"));
inline constexpr article commercial_times_november =
    detail::publication("since.commercial_times_november", "Commercial Times", "on the profit of TSMC Arizona", "TrendForce",
                        stated("2025-11-17"));
inline constexpr article semianalysis_wafer = detail::publication(
    "since.semianalysis_wafer", "SemiAnalysis", "table shared by an analyst", "Sohu", stated("2026-01-06"));
inline constexpr article tsmc_results_2026 =
    detail::publication("since.tsmc_results_2026", "TSMC", "results day, in a news line", "", stated("2026-04-16"));
inline constexpr article tsmc_n2 =
    detail::publication("since.tsmc_n2", "TSMC", "statement on 2 nm", "Hürriyet Daily News", stated("2025-12-31"));
inline constexpr article commerce_2026 =
    detail::publication("since.commerce_2026", "US Department of Commerce", "fact sheet, in Thompson Hine and C-AIR", "",
                        stated("2026-01-15"));
inline constexpr article public_law_119_21 =
    detail::publication("since.public_law_119_21", "US Congress", "Public Law 119-21, section 48D, adviser's note and code text",
                        "", stated("2025-07-04"));
inline constexpr article bloomberg_china = detail::publication(
    "since.bloomberg_china", "Bloomberg", "on Chinese support for chips", "Caliber and others", stated("2025-12-12"));
inline constexpr article reuters_euv =
    detail::publication("since.reuters_euv", "Reuters", "on a Chinese EUV prototype, in several summaries", "",
                        stated("2025-12-17"));

}  // namespace sources

inline constexpr figure arizona_time{
    2.0,
    {1.0, "×"},
    {.id = "arizona_time",
     .what = "time to build in Arizona once permitted, against Taiwan",
     .source = &sources::wei_2025,
     .precision = precision::at_least,
     .kind = kind::claimed,
     .feeds = "fab, lead time",
     .grade = grade::b,
     .read = "B, five reports",
     .checks = {schmidt::fab_time_multiplier}},
};

inline constexpr figure_range arizona_fab1_volume{
    calendar_day(2024, 10, 1),
    calendar_day(2024, 12, 31),
    {},
    {.id = "arizona_fab1_volume",
     .what = "first fab in Arizona, 4 nm, high-volume production",
     .source = &sources::tsmc_q2_2025,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "Q4 2024",
     .feeds = "lead time",
     .grade = grade::a,
     .read = "A, transcript passage",
     .checks = {schmidt::fab_time_multiplier, schmidt::rebuild_time}},
};

inline constexpr figure_range arizona_fab2_tools{
    calendar_day(2026, 7, 1),
    calendar_day(2026, 9, 30),
    {},
    {.id = "arizona_fab2_tools",
     .what = "second fab in Arizona, 3 nm: tools move in; the shell was done in April 2025",
     .source = &sources::nikkei_2025,
     .precision = precision::about,
     .kind = kind::forecast,
     .words = "about Q3 2026",
     .feeds = "lead time",
     .note = "Investors and the Commercial Times have them installed by the second quarter of 2026.",
     .grade = grade::b,
     .read = "B",
     .checks = {schmidt::fab_time_multiplier}},
};

inline constexpr figure_range arizona_fab2_volume{
    calendar_day(2027, 7, 1),
    calendar_day(2027, 12, 31),
    {},
    {.id = "arizona_fab2_volume",
     .what = "second fab in Arizona, 3 nm, production",
     .source = &sources::tsmc_q4_2025,
     .precision = precision::about,
     .kind = kind::forecast,
     .words = "about the second half of 2027",
     .feeds = "lead time",
     .note = "Before: 2028. Nikkei: 2027.",
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::fab_time_multiplier, schmidt::rebuild_time}},
};

inline constexpr figure arizona_profit_q2_2025{
    4.232 * billion_twd,
    {billion_twd, "billion TWD"},
    {.id = "arizona_profit_q2_2025",
     .what = "net profit of TSMC Arizona, second quarter of 2025",
     .source = &sources::commercial_times_august,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "fab",
     .note = "New Taiwan dollars.",
     .grade = grade::b,
     .read = "B, two TrendForce pieces",
     .checks = {schmidt::fab_cost_multiplier}},
};

inline constexpr figure arizona_profit_q3_2025{
    0.041 * billion_twd,
    {billion_twd, "billion TWD"},
    {.id = "arizona_profit_q3_2025",
     .what = "net profit of TSMC Arizona a quarter later, with new depreciation",
     .source = &sources::commercial_times_november,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "fab",
     .note = "New Taiwan dollars.",
     .grade = grade::b,
     .read = "B",
     .checks = {schmidt::fab_cost_multiplier}},
};

namespace detail {

[[nodiscard]] constexpr figure_info semianalysis_table(std::string_view id, std::string_view what, std::string_view note,
                                                       std::string_view read) {
    return {.id = id,
            .what = what,
            .source = &sources::semianalysis_wafer,
            .precision = precision::about,
            .kind = kind::claimed,
            .feeds = "fab",
            .note = note,
            .grade = grade::c,
            .read = read,
            .checks = {published::techinsights_wafer_multiplier, schmidt::fab_cost_multiplier}};
}
inline constexpr std::string_view on_wafer_cost =
    "The costs stand in one copy, the margins in three; that both pairs imply the same price is what speaks for the costs.";

}  // namespace detail

inline constexpr figure wafer_cost_semianalysis_taiwan{
    6681.0 * usd / wafer,
    {usd / wafer, "USD per wafer"},
    detail::semianalysis_table("wafer_cost_semianalysis_taiwan", "cost of a 5 nm wafer, Taiwan", detail::on_wafer_cost,
                               "C, costs in one copy, margins in three"),
};
inline constexpr figure wafer_cost_semianalysis_arizona{
    16123.0 * usd / wafer,
    {usd / wafer, "USD per wafer"},
    detail::semianalysis_table("wafer_cost_semianalysis_arizona", "cost of a 5 nm wafer, Arizona", detail::on_wafer_cost,
                               "C, costs in one copy, margins in three"),
};
inline constexpr figure wafer_margin_semianalysis_taiwan{
    0.62,
    {0.01, "%"},
    detail::semianalysis_table("wafer_margin_semianalysis_taiwan", "gross margin on that wafer, Taiwan",
                               "In the same table as wafer_cost_semianalysis_taiwan.", "C, margins in three copies"),
};
inline constexpr figure wafer_margin_semianalysis_arizona{
    0.08,
    {0.01, "%"},
    detail::semianalysis_table("wafer_margin_semianalysis_arizona", "gross margin on that wafer, Arizona",
                               "In the same table as wafer_cost_semianalysis_arizona.", "C, margins in three copies"),
};

inline constexpr figure_range new_fab_time{
    2.0 * year,
    3.0 * year,
    {year, "years"},
    {.id = "new_fab_time",
     .what = "time to build any new fab",
     .source = &sources::tsmc_results_2026,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "lead time",
     .grade = grade::b,
     .read = "B, one line",
     .checks = {schmidt::rebuild_time, schmidt::fab_time_multiplier}},
};

inline constexpr figure_range n2_volume{
    calendar_day(2025, 10, 1),
    calendar_day(2025, 12, 31),
    {},
    {.id = "n2_volume",
     .what = "2 nm in volume at TSMC",
     .source = &sources::tsmc_n2,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "Q4 2025",
     .feeds = "generation labels",
     .grade = grade::b,
     .read = "B, two reports",
     .checks = {schmidt::leading_nodes}},
};

inline constexpr figure us_chip_pledges{
    250.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "us_chip_pledges",
     .what = "new direct investment in the US promised by Taiwanese firms",
     .source = &sources::commerce_2026,
     .precision = precision::at_least,
     .kind = kind::forecast,
     .feeds = "fab",
     .note = "And as much again in credit guarantees. TSMC's own plan before: 165.",
     .grade = grade::a,
     .read = "A, fact-sheet text",
     .checks = {schmidt::rebuild_cost, schmidt::chips_act_hindsight}},
};

inline constexpr figure chips_tax_credit{
    0.35,
    {0.01, "%"},
    {.id = "chips_tax_credit",
     .what = "investment credit for fabs placed in service after 2025, work begun before 2027",
     .source = &sources::public_law_119_21,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "fab subsidy",
     .note = "Before: 25 %.",
     .grade = grade::b,
     .read = "B, two texts",
     .checks = {schmidt::chips_act_hindsight}},
};

inline constexpr figure_range china_incentives{
    28.0 * billion_usd,
    70.0 * billion_usd,
    {billion_usd, "billion USD"},
    {.id = "china_incentives",
     .what = "further Chinese support for chips under discussion",
     .source = &sources::bloomberg_china,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "fab",
     .note = "Beside Big Fund III, 47.5 to 50.",
     .grade = grade::b,
     .read = "B, four copies",
     .checks = {graylin_triolo::china_chip_investment}},
};

inline constexpr figure euv_prototype_official{
    calendar_day(2028, 1, 1),
    {},
    {.id = "euv_prototype_official",
     .what = "Chinese EUV machine that makes light and no chips yet: official target for chips",
     .source = &sources::reuters_euv,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "catch-up",
     .note = "Stated to the year; the value is its first day.",
     .grade = grade::b,
     .read = "B, five copies",
     .checks = {amodei::china_chip_catch_up}},
};
inline constexpr figure euv_prototype_insiders{
    calendar_day(2030, 1, 1),
    {},
    {.id = "euv_prototype_insiders",
     .what = "the same in the view of insiders",
     .source = &sources::reuters_euv,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "catch-up",
     .note = "Stated to the year; the value is its first day.",
     .grade = grade::b,
     .read = "B, five copies",
     .checks = {amodei::china_chip_catch_up}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
