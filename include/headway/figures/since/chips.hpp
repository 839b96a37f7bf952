// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// How many chips there are and who has them. Stocks are mostly in equivalents of an H100, which are not chips: where a
/// source counts both, the constant that ends in `_chips` has the chips.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr std::string_view chip_counts = "ai-chip-counts at commit d1b1bc3";

inline constexpr article epoch_nvidia =
    detail::publication("since.epoch_nvidia", "Epoch AI", "csv_export/nvidia_cumulative_totals.csv", chip_counts,
                        stated("2026-03-31"), "Chips sold, not chips in use.");
inline constexpr article epoch_tpu = detail::publication("since.epoch_tpu", "Epoch AI", "tpu_cumulative_totals.csv",
                                                         chip_counts, stated("2026-04-03"));
inline constexpr article epoch_trainium = detail::publication(
    "since.epoch_trainium", "Epoch AI", "trainium_cumulative_totals.csv", chip_counts, stated("2026-03-31"));
inline constexpr article epoch_amd = detail::publication("since.epoch_amd", "Epoch AI", "amd_cumulative_totals.csv",
                                                         chip_counts, stated("2026-04-03"));
inline constexpr article epoch_owners =
    detail::publication("since.epoch_owners", "Epoch AI", "owners_csv_export/nvidia_owners_cumulative_totals.csv",
                        chip_counts, stated("2026-04-15"));
inline constexpr article epoch_by_chip = detail::publication(
    "since.epoch_by_chip", "Epoch AI", "nvidia_cumulative_by_chip.csv", chip_counts, stated("2026-03-31"));
inline constexpr article epoch_prices =
    detail::publication("since.epoch_prices", "Epoch AI", "data_inputs/Nvidia annual prices.csv", chip_counts,
                        stated("2026-04-22"), "An input of its model.");
inline constexpr article epoch_owner_thread = detail::publication(
    "since.epoch_owner_thread", "Epoch AI", "thread on its AI Chip Owners data", "", stated("2026-04-06"));
inline constexpr article epoch_chip_sales = detail::publication(
    "since.epoch_chip_sales", "Epoch AI", "AI Chip Sales; repeated in Stanford's AI Index 2026", "",
    stated("2026-01 to 2026-04", calendar_day(2026, 1, 1), calendar_day(2026, 4, 30)));
inline constexpr article bloomberg_ascend =
    detail::publication("since.bloomberg_ascend", "Bloomberg", "on Huawei's plan for 2026", "The Japan Times",
                        stated("2025-09-30"));

}  // namespace sources

namespace detail {

/// A stock in equivalents of an H100, with the 5 % and the 95 % quantile of the estimate.
[[nodiscard]] constexpr figure_with_interval<quantity<dim::chips>>
stock(double low, double median, double high, std::string_view id, std::string_view what, const article& source,
      std::string_view note, const figure_references& checks) {
    return {median * chip,
            low * chip,
            high * chip,
            0.90,
            {chip, "H100 equivalents"},
            {.id = id,
             .what = what,
             .source = &source,
             .precision = precision::about,
             .kind = kind::claimed,
             .feeds = "fleet",
             .note = note,
             .grade = grade::a,
             .read = "A, file",
             .checks = checks}};
}

}  // namespace detail

inline constexpr auto nvidia_stock_2023 = detail::stock(
    1'170'842.0, 1'391'249.0, 1'634'022.0, "nvidia_stock_2023", "Nvidia chips sold since 2022, end of 2023",
    sources::epoch_nvidia, "Equivalents of an H100, not chips.", amodei::next_scale_chips);
inline constexpr auto nvidia_stock_2024 = detail::stock(
    4'009'641.0, 4'724'425.0, 5'501'653.0, "nvidia_stock_2024", "Nvidia chips sold since 2022, end of 2024",
    sources::epoch_nvidia, "Equivalents of an H100, not chips.", amodei::next_scale_chips);
inline constexpr auto nvidia_stock_2025 = detail::stock(
    11'899'055.0, 13'659'258.0, 15'548'902.0, "nvidia_stock_2025", "Nvidia chips sold since 2022, end of 2025",
    sources::epoch_nvidia, "Equivalents of an H100; in chips nvidia_stock_2025_chips.", amodei::next_scale_chips);

inline constexpr figure nvidia_stock_2025_chips{
    10.48 * million_chips,
    {million_chips, "million chips"},
    {.id = "nvidia_stock_2025_chips",
     .what = "the same stock in chips",
     .source = &sources::epoch_nvidia,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fleet",
     .note = "Chips, not equivalents of an H100.",
     .grade = grade::a,
     .read = "A, file",
     .checks = {amodei::next_scale_chips}},
};

inline constexpr figure_with_interval nvidia_stock_2025_power{
    8562.0 * megawatt,
    7413.0 * megawatt,
    9782.0 * megawatt,
    0.90,
    {megawatt, "MW"},
    {.id = "nvidia_stock_2025_power",
     .what = "power of the same stock",
     .source = &sources::epoch_nvidia,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fleet",
     .grade = grade::a,
     .read = "A, file",
     .checks = {amodei::next_scale_chips}},
};

inline constexpr auto tpu_stock_2025 = detail::stock(
    3'083'116.0, 3'812'878.0, 4'537'332.0, "tpu_stock_2025", "Google TPUs since 2023, end of 2025", sources::epoch_tpu,
    "Equivalents of an H100, not chips.", amodei::next_scale_chips);
inline constexpr auto trainium_stock_2025 = detail::stock(
    907'525.0, 1'020'727.0, 1'164'343.0, "trainium_stock_2025", "Amazon Trainium since 2024, end of 2025",
    sources::epoch_trainium, "Equivalents of an H100, not chips.", amodei::next_scale_chips);
inline constexpr auto amd_stock_2025 = detail::stock(
    1'060'773.0, 1'244'972.0, 1'456'892.0, "amd_stock_2025", "AMD Instinct since 2024, end of 2025", sources::epoch_amd,
    "Equivalents of an H100, not chips.", amodei::next_scale_chips);
inline constexpr auto china_nvidia_owned_2025 = detail::stock(
    324'871.0, 401'698.0, 496'849.0, "china_nvidia_owned_2025", "Nvidia chips owned in China, end of 2025",
    sources::epoch_owners,
    "Equivalents of an H100; in chips china_nvidia_owned_2025_chips. Flat since the third quarter of 2025; smuggling is left "
    "out.",
    {amodei::controls_scale_floor, krishnan::export_policy});

inline constexpr figure china_nvidia_owned_2025_chips{
    1.81 * million_chips,
    {million_chips, "million chips"},
    {.id = "china_nvidia_owned_2025_chips",
     .what = "the same in chips",
     .source = &sources::epoch_owners,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fleet",
     .note = "Chips, not equivalents of an H100; smuggling is left out.",
     .grade = grade::a,
     .read = "A, file",
     .checks = {amodei::controls_scale_floor, krishnan::export_policy}},
};

inline constexpr figure_with_interval h20_sold{
    1'489'899.0 * chip,
    1'146'319.0 * chip,
    1'938'218.0 * chip,
    0.90,
    {chip, "chips"},
    {.id = "h20_sold",
     .what = "H20 sold until the third quarter of 2025",
     .source = &sources::epoch_by_chip,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "access policy",
     .note = "Chips, not equivalents of an H100.",
     .grade = grade::a,
     .read = "A, file",
     .checks = {krishnan::export_policy}},
};

inline constexpr figure china_compute_share{
    0.05,
    {0.01, "%"},
    {.id = "china_compute_share",
     .what = "Chinese firms' part of the world's AI compute, all makers, falling",
     .source = &sources::epoch_owner_thread,
     .precision = precision::about,
     .kind = kind::claimed,
     .words = "just over 5 %",
     .feeds = "share",
     .note = "Huawei is now their first supplier on paper.",
     .grade = grade::a,
     .read = "A, thread copy; day from the post number",
     .checks = {graylin_triolo::us_lead_believed, krishnan::victory_metric}},
};

inline constexpr figure_with_interval world_compute_growth{
    3.3,
    2.7,
    4.1,
    0.90,
    {1.0, "× per year"},
    {.id = "world_compute_growth",
     .what = "yearly growth of the world's AI compute since 2022",
     .source = &sources::epoch_chip_sales,
     .precision = precision::about,
     .kind = kind::claimed,
     .feeds = "fleet",
     .note = "Four copies have the number, one of them the interval.",
     .grade = grade::c,
     .read = "C, four copies, one with the interval",
     .checks = {schmidt::hardware_shortage}},
};

namespace detail {

[[nodiscard]] constexpr figure_range<decltype(usd / chip)> h100_price(double low, double high, std::string_view id,
                                                                      std::string_view what) {
    return {low * thousand_usd / chip,
            high * thousand_usd / chip,
            {thousand_usd / chip, "thousand USD per chip"},
            {.id = id,
             .what = what,
             .source = &sources::epoch_prices,
             .precision = precision::range,
             .kind = kind::assumed,
             .feeds = "price cycle",
             .note = "An input of a model, not a price list.",
             .grade = grade::a,
             .read = "A, file",
             .checks = {schmidt::end_of_cycle_price}}};
}

}  // namespace detail

inline constexpr auto h100_price_2023 =
    detail::h100_price(30.0, 40.0, "h100_price_2023", "purchase price of an H100 in 2023, as a model takes it");
inline constexpr auto h100_price_2024 =
    detail::h100_price(23.0, 30.0, "h100_price_2024", "purchase price of an H100 in 2024, as a model takes it");
inline constexpr auto h100_price_2025 =
    detail::h100_price(20.0, 27.0, "h100_price_2025", "purchase price of an H100 in 2025, as a model takes it");

inline constexpr figure ascend_910c_plan{
    600e3 * chip,
    {chip, "chips"},
    {.id = "ascend_910c_plan",
     .what = "Huawei's plan for 2026, 910C, stock included; roughly double 2025",
     .source = &sources::bloomberg_ascend,
     .precision = precision::about,
     .kind = kind::forecast,
     .feeds = "catch-up",
     .note = "All Ascend dies together: up to 1.6 million.",
     .grade = grade::b,
     .read = "B",
     .checks = {amodei::china_chip_catch_up}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
