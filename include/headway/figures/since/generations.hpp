// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_source.hpp>
#include <headway/source/chip_facts.hpp>
#include <headway/source/constant_list.hpp>

#include <headway/header_begin.hpp>

/// Generations of chips as vendors and the trade press give them.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article on_h100 = detail::publication(
    "since.on_h100", "Nvidia", "H100, after Tom's Hardware's roadmap table and data-sheet copies", "", detail::undated_page);
inline constexpr article on_h200 = detail::publication("since.on_h200", "Nvidia", "H200, after Geektopia and two references",
                                                       "", stated("2023-11-13"));
inline constexpr article on_h20 = detail::publication("since.on_h20", "Epoch AI", "units of the H20 by quarter",
                                                      "ai-chip-counts at commit d1b1bc3", stated("2026-04-22"));
inline constexpr article on_blackwell = detail::publication(
    "since.on_blackwell", "Nvidia", "B200 and B300, after Tom's Hardware and Spheron", "", detail::undated_page);
inline constexpr article on_rubin = detail::publication("since.on_rubin", "Nvidia", "at CES 2026, in AIwire and three more", "",
                                                        stated("2026-01-05"));
inline constexpr article on_rubin_ultra =
    detail::publication("since.on_rubin_ultra", "Nvidia", "at GTC 2025, in two reports", "", stated("2025-03-18"));
inline constexpr article on_mi350 = detail::publication(
    "since.on_mi350", "AMD", "MI350X and MI355X, in ServeTheHome, Boston and Epoch AI's repository", "", stated("2025-06-12"));
inline constexpr article on_mi455 = detail::publication("since.on_mi455", "AMD", "MI455X, in Turtles AI and Insight Digest",
                                                        "", stated("2026-01"));
inline constexpr article on_910c = detail::publication("since.on_910c", "analysts", "Ascend 910C, in TechPowerUp and AI Wiki",
                                                       "", stated("2025-04-21"));
inline constexpr article xu_2025 =
    detail::publication("since.xu_2025", "E. Xu (Huawei)", "speech on the Ascend roadmap, in RCR Wireless of 2025-09-22 and "
                        "The Register", "", stated("2025-09-18"));
inline constexpr article on_atlas_350 = detail::publication(
    "since.on_atlas_350", "Huawei", "partner conference, in Morning Overview and two more", "", stated("2026-03-20"));
inline constexpr article on_tpu_v6e = detail::publication(
    "since.on_tpu_v6e", "Google", "TPU v6e, in a lecture page and Epoch AI's repository", "", stated("2024-05-14"));
inline constexpr article on_tpu_v7 =
    detail::publication("since.on_tpu_v7", "Google", "TPU v7, in four reports", "", stated("2025-04-09"));
inline constexpr article on_trainium2 =
    detail::publication("since.on_trainium2", "AWS", "Trainium2, in TechCrunch", "", stated("2024-12-03"));
inline constexpr article on_trainium3 = detail::publication(
    "since.on_trainium3", "AWS", "Trainium3, in Tom's Hardware and AIwire", "", stated("2025-12-02"));

}  // namespace sources

namespace detail {

inline constexpr auto pflops = petaflop / second / chip;
inline constexpr auto gb = gigabyte / chip;
inline constexpr auto tb_per_s = terabyte / second / chip;

[[nodiscard]] constexpr stated_day quarter(std::string_view text, int year, unsigned number) {
    const unsigned first = 3 * number - 2;
    return stated(text, calendar_day(year, first, 1),
                  date(std::chrono::year(year) / std::chrono::month(first + 2) / std::chrono::last));
}

[[nodiscard]] constexpr figure_info named(std::string_view id, std::string_view words, const article& source, kind what_kind,
                                         figures::precision how, std::string_view note, std::string_view read,
                                         figures::grade verified = grade::b) noexcept {
    return {.id = id,
            .what = words,
            .source = &source,
            .precision = how,
            .kind = what_kind,
            .words = words,
            .feeds = "generation labels",
            .note = note,
            .grade = verified,
            .read = read};
}

}  // namespace detail

inline constexpr chip_facts h100{
    {.announced = stated("2022-03-22"),
     .first_sales = detail::quarter("Q3 2022", 2022, 3),
     .at_8_bits = 2.0 * detail::pflops,
     .at_16_bits = 0.99 * detail::pflops,
     .memory = 80.0 * detail::gb,
     .memory_bandwidth = 3.35 * detail::tb_per_s},
    detail::named("h100", "Nvidia H100", sources::on_h100, kind::claimed, precision::about,
                 "3.958 PFLOP/s at 8 bits, often quoted, is with sparsity.", "B + A"),
};
inline constexpr chip_facts h200{
    {.announced = stated("2023-11-13"),
     .first_sales = detail::quarter("Q2 2024", 2024, 2),
     .at_8_bits = 2.0 * detail::pflops,
     .at_16_bits = 0.99 * detail::pflops,
     .memory = 141.0 * detail::gb,
     .memory_bandwidth = 4.8 * detail::tb_per_s},
    detail::named("h200", "Nvidia H200", sources::on_h200, kind::claimed, precision::about, "Performance as of the H100.", "B"),
};
inline constexpr chip_facts h20{
    {.first_sales = stated("Q1 2024 to Q3 2025", calendar_day(2024, 1, 1), calendar_day(2025, 9, 30))},
    detail::named("h20", "Nvidia H20", sources::on_h20, kind::claimed, precision::about,
                 "Sold from the first to the last of these quarters. Performance and memory were not looked up.", "A", grade::a),
};
inline constexpr chip_facts b200{
    {.announced = stated("2024-03-18"),
     .first_sales = detail::quarter("Q4 2024", 2024, 4),
     .at_4_bits = {9.0 * detail::pflops, 10.0 * detail::pflops},
     .at_8_bits = 4.5 * detail::pflops,
     .memory = 192.0 * detail::gb,
     .memory_bandwidth = 8.0 * detail::tb_per_s},
    detail::named("b200", "Nvidia B200", sources::on_blackwell, kind::claimed, precision::about,
                 "At 4 bits 10, in another table 9.", "B + A"),
};
inline constexpr chip_facts b300{
    {.announced = stated("2025-03-18"),
     .first_sales = detail::quarter("Q2 2025", 2025, 2),
     .at_4_bits = 15.0 * detail::pflops,
     .memory = 288.0 * detail::gb,
     .memory_bandwidth = 8.0 * detail::tb_per_s},
    detail::named("b300", "Nvidia B300", sources::on_blackwell, kind::claimed, precision::about, "", "B + A"),
};
inline constexpr chip_facts rubin{
    {.announced = stated("2025-03-18"),
     .first_sales = stated("second half of 2026", calendar_day(2026, 7, 1), calendar_day(2026, 12, 31)),
     .at_4_bits = 50.0 * detail::pflops,
     .memory = 288.0 * detail::gb,
     .memory_bandwidth = 22.0 * detail::tb_per_s},
    detail::named("rubin", "Nvidia Rubin", sources::on_rubin, kind::claimed, precision::about,
                 "50 PFLOP/s at 4 bits for inference, 35 for training. \"In full production\" on 2026-01-05; partners in the "
                 "second half of 2026, which is a forecast.",
                 "B"),
};
inline constexpr chip_facts rubin_ultra{
    {.announced = stated("2025-03-18"),
     .first_sales = stated("second half of 2027", calendar_day(2027, 7, 1), calendar_day(2027, 12, 31)),
     .at_4_bits = 100.0 * detail::pflops,
     .memory = 1000.0 * detail::gb},
    detail::named("rubin_ultra", "Nvidia Rubin Ultra", sources::on_rubin_ultra, kind::forecast, precision::about,
                 "Memory is stated as 1 TB.", "B"),
};
inline constexpr chip_facts mi350x{
    {.announced = stated("2025-06-12"),
     .first_sales = detail::quarter("Q2 2025", 2025, 2),
     .at_4_bits = 10.0 * detail::pflops,
     .memory = 288.0 * detail::gb,
     .memory_bandwidth = 8.0 * detail::tb_per_s},
    detail::named("mi350x", "AMD MI350X", sources::on_mi350, kind::claimed, precision::about,
                 "About 10 PFLOP/s at 4 bits; the copies differ on sparsity.", "B + A"),
};
inline constexpr chip_facts mi355x{
    {.announced = stated("2025-06-12"),
     .first_sales = detail::quarter("Q3 2025", 2025, 3),
     .at_4_bits = 10.0 * detail::pflops,
     .memory = 288.0 * detail::gb,
     .memory_bandwidth = 8.0 * detail::tb_per_s},
    detail::named("mi355x", "AMD MI355X", sources::on_mi350, kind::claimed, precision::about,
                 "About 10 PFLOP/s at 4 bits; the copies differ on sparsity.", "B + A"),
};
inline constexpr chip_facts mi455x{
    {.announced = stated("2025-06-12"),
     .first_sales = stated("second half of 2026", calendar_day(2026, 7, 1), calendar_day(2026, 12, 31)),
     .at_4_bits = 40.0 * detail::pflops,
     .at_8_bits = 20.0 * detail::pflops,
     .memory = 432.0 * detail::gb,
     .memory_bandwidth = 19.6 * detail::tb_per_s},
    detail::named("mi455x", "AMD MI455X", sources::on_mi455, kind::claimed, precision::about,
                 "Announced as MI400 on 2025-06-12, again in January 2026. The date is a forecast: SemiAnalysis has "
                 "deployment in the second quarter of 2027, which AMD denies.",
                 "B"),
};
inline constexpr chip_facts ascend_910c{
    {.first_sales = stated("about May 2025", calendar_day(2025, 5, 1), calendar_day(2025, 5, 31)),
     .at_16_bits = {0.78 * detail::pflops, 0.80 * detail::pflops},
     .memory = 128.0 * detail::gb,
     .memory_bandwidth = 3.2 * detail::tb_per_s},
    detail::named("ascend_910c", "Huawei Ascend 910C", sources::on_910c, kind::claimed, precision::about,
                 "Analysts' figures. In volume from about May 2025.", "B"),
};
inline constexpr chip_facts ascend_950pr_plan{
    {.announced = stated("2025-09-18"),
     .first_sales = detail::quarter("Q1 2026", 2026, 1),
     .at_4_bits = 2.0 * detail::pflops,
     .at_8_bits = 1.0 * detail::pflops,
     .memory = 128.0 * detail::gb,
     .memory_bandwidth = 1.6 * detail::tb_per_s},
    detail::named("ascend_950pr_plan", "Huawei Ascend 950PR, as planned", sources::xu_2025, kind::forecast, precision::about,
                 "The card that was sold is ascend_950pr_card, below the plan.", "B"),
};
inline constexpr chip_facts ascend_950pr_card{
    {.announced = stated("2026-03-20"),
     .first_sales = stated("March 2026", calendar_day(2026, 3, 1), calendar_day(2026, 3, 31)),
     .at_4_bits = 1.56 * detail::pflops,
     .memory = 112.0 * detail::gb,
     .memory_bandwidth = 1.4 * detail::tb_per_s,
     .power = 600.0 * watt / chip},
    detail::named("ascend_950pr_card", "Huawei Ascend 950PR, card Atlas 350", sources::on_atlas_350, kind::claimed,
                 precision::exact, "", "B"),
};
inline constexpr chip_facts ascend_950dt_plan{
    {.announced = stated("2025-09-18"),
     .first_sales = detail::quarter("Q4 2026", 2026, 4),
     .at_4_bits = 2.0 * detail::pflops,
     .memory = 144.0 * detail::gb},
    detail::named("ascend_950dt_plan", "Huawei Ascend 950DT, as planned", sources::xu_2025, kind::forecast, precision::about,
                 "", "B"),
};
inline constexpr chip_facts ascend_960_plan{
    {.announced = stated("2025-09-18"),
     .first_sales = detail::quarter("Q4 2027", 2027, 4),
     .at_4_bits = 4.0 * detail::pflops,
     .memory = 288.0 * detail::gb},
    detail::named("ascend_960_plan", "Huawei Ascend 960, as planned", sources::xu_2025, kind::forecast, precision::about, "",
                 "B"),
};
inline constexpr chip_facts ascend_970_plan{
    {.announced = stated("2025-09-18"),
     .first_sales = detail::quarter("Q4 2028", 2028, 4),
     .at_4_bits = 8.0 * detail::pflops},
    detail::named("ascend_970_plan", "Huawei Ascend 970, as planned", sources::xu_2025, kind::forecast, precision::about,
                 "Its values are still open.", "B"),
};
inline constexpr chip_facts tpu_v6e{
    {.announced = stated("2024-05-14"),
     .first_sales = detail::quarter("Q3 2024", 2024, 3),
     .at_16_bits = 0.918 * detail::pflops,
     .memory = 32.0 * detail::gb,
     .memory_bandwidth = 1.64 * detail::tb_per_s},
    detail::named("tpu_v6e", "Google TPU v6e", sources::on_tpu_v6e, kind::claimed, precision::exact,
                 "General availability on 2024-12-11.", "B + A"),
};
inline constexpr chip_facts tpu_v7{
    {.announced = stated("2025-04-09"),
     .first_sales = detail::quarter("Q3 2025", 2025, 3),
     .at_8_bits = 4.614 * detail::pflops,
     .memory = 192.0 * detail::gb,
     .memory_bandwidth = {7.2 * detail::tb_per_s, 7.3 * detail::tb_per_s}},
    detail::named("tpu_v7", "Google TPU v7", sources::on_tpu_v7, kind::claimed, precision::exact,
                 "General availability is said for November 2025 and again for April 2026. Epoch AI: 294 531 units (212 950 to "
                 "387 130) by the end of 2025.",
                 "B + A"),
};
inline constexpr chip_facts trainium2{
    {.announced = stated("2024-12-03"),
     .first_sales = detail::quarter("Q1 2024", 2024, 1),
     .at_8_bits = 20.8 / 16.0 * detail::pflops},
    detail::named("trainium2", "Amazon Trainium2", sources::on_trainium2, kind::claimed, precision::exact,
                 "20.8 PFLOP/s at 8 bits are stated for 16 chips. Announced is the day of general availability. Epoch "
                 "AI: 1.40 million chips (1.26 to 1.54) by the end of 2025.",
                 "B + A"),
};
inline constexpr chip_facts trainium3{
    {.announced = stated("2025-12-02"),
     .first_sales = stated("December 2025", calendar_day(2025, 12, 1), calendar_day(2025, 12, 31)),
     .at_8_bits = 2.52 * detail::pflops,
     .memory = 144.0 * detail::gb,
     .memory_bandwidth = 4.9 * detail::tb_per_s},
    detail::named("trainium3", "Amazon Trainium3", sources::on_trainium3, kind::claimed, precision::exact, "", "B"),
};

namespace detail {
inline constexpr const chip_facts* generation_table[] = {
    &h100,        &h200,   &h20,    &b200,   &b300,          &rubin,           &rubin_ultra,       &mi350x,
    &mi355x,      &mi455x, &ascend_910c, &ascend_950pr_plan, &ascend_950pr_card, &ascend_950dt_plan, &ascend_960_plan,
    &ascend_970_plan, &tpu_v6e, &tpu_v7, &trainium2, &trainium3,
};
}  // namespace detail

/// Every generation, in their order: `for (const chip_facts& c : generations())`.
[[nodiscard]] constexpr constant_list<chip_facts> generations() noexcept { return constant_list<chip_facts>(detail::generation_table); }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
