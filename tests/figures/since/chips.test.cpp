// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/chips.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("chips in the world are as the table has them") {
    using enum precision;
    const std::vector<std::string> next_scale{"amodei.next_scale_chips"};
    since_row(now::nvidia_stock_2023, "nvidia_stock_2023", {1'391'249, 1'170'842, 1'634'022}, chip, about, kind::claimed,
              "2026-03-31", grade::a, next_scale,
              "about 1 391 249 H100 equivalents (90 % interval 1 170 842 to 1 634 022)");
    since_row(now::nvidia_stock_2024, "nvidia_stock_2024", {4'724'425, 4'009'641, 5'501'653}, chip, about, kind::claimed,
              "2026-03-31", grade::a, next_scale,
              "about 4 724 425 H100 equivalents (90 % interval 4 009 641 to 5 501 653)");
    since_row(now::nvidia_stock_2025, "nvidia_stock_2025", {13'659'258, 11'899'055, 15'548'902}, chip, about, kind::claimed,
              "2026-03-31", grade::a, next_scale,
              "about 13 659 258 H100 equivalents (90 % interval 11 899 055 to 15 548 902)");
    since_row(now::nvidia_stock_2025_chips, "nvidia_stock_2025_chips", {10.48}, million_chips, about, kind::claimed, "2026-03-31",
              grade::a, next_scale, "about 10.48 million chips");
    since_row(now::nvidia_stock_2025_power, "nvidia_stock_2025_power", {8562, 7413, 9782}, megawatt, about, kind::claimed,
              "2026-03-31", grade::a, next_scale, "about 8 562 MW (90 % interval 7 413 to 9 782)");
    since_row(now::tpu_stock_2025, "tpu_stock_2025", {3'812'878, 3'083'116, 4'537'332}, chip, about, kind::claimed, "2026-04-03",
              grade::a, next_scale, "about 3 812 878 H100 equivalents (90 % interval 3 083 116 to 4 537 332)");
    since_row(now::trainium_stock_2025, "trainium_stock_2025", {1'020'727, 907'525, 1'164'343}, chip, about, kind::claimed,
              "2026-03-31", grade::a, next_scale, "about 1 020 727 H100 equivalents (90 % interval 907 525 to 1 164 343)");
    since_row(now::amd_stock_2025, "amd_stock_2025", {1'244'972, 1'060'773, 1'456'892}, chip, about, kind::claimed, "2026-04-03",
              grade::a, next_scale, "about 1 244 972 H100 equivalents (90 % interval 1 060 773 to 1 456 892)");
    since_row(now::china_nvidia_owned_2025, "china_nvidia_owned_2025", {401'698, 324'871, 496'849}, chip, about, kind::claimed,
              "2026-04-15", grade::a, {"amodei.controls_scale_floor", "krishnan.export_policy"},
              "about 401 698 H100 equivalents (90 % interval 324 871 to 496 849)");
    since_row(now::china_nvidia_owned_2025_chips, "china_nvidia_owned_2025_chips", {1.81}, million_chips, about, kind::claimed,
              "2026-04-15", grade::a, {"amodei.controls_scale_floor", "krishnan.export_policy"}, "about 1.81 million chips");
    since_row(now::h20_sold, "h20_sold", {1'489'899, 1'146'319, 1'938'218}, chip, about, kind::claimed, "2026-03-31", grade::a,
              {"krishnan.export_policy"}, "about 1 489 899 chips (90 % interval 1 146 319 to 1 938 218)");
    since_row(now::china_compute_share, "china_compute_share", {5}, 0.01, about, kind::claimed, "2026-04-06", grade::a,
              {"graylin_triolo.us_lead_believed", "krishnan.victory_metric"}, "just over 5 %");
    since_row(now::world_compute_growth, "world_compute_growth", {3.3, 2.7, 4.1}, 1.0, about, kind::claimed, "2026-01 to 2026-04",
              grade::c, {"schmidt.hardware_shortage"}, "about 3.3 × per year (90 % interval 2.7 to 4.1)");
    const auto thousand = thousand_usd / chip;
    since_row(now::h100_price_2023, "h100_price_2023", {30, 40}, thousand, range, kind::assumed, "2026-04-22", grade::a,
              {"schmidt.end_of_cycle_price"}, "30 to 40 thousand USD per chip");
    since_row(now::h100_price_2024, "h100_price_2024", {23, 30}, thousand, range, kind::assumed, "2026-04-22", grade::a,
              {"schmidt.end_of_cycle_price"}, "23 to 30 thousand USD per chip");
    since_row(now::h100_price_2025, "h100_price_2025", {20, 27}, thousand, range, kind::assumed, "2026-04-22", grade::a,
              {"schmidt.end_of_cycle_price"}, "20 to 27 thousand USD per chip");
    since_row(now::ascend_910c_plan, "ascend_910c_plan", {600'000}, chip, about, kind::forecast, "2025-09-30", grade::b,
              {"amodei.china_chip_catch_up"}, "about 600 000 chips");
}

TEST_CASE("an interval of a stock keeps its level, and a count of chips is not one of equivalents") {
    for (const auto& f : {now::nvidia_stock_2023, now::nvidia_stock_2024, now::nvidia_stock_2025, now::tpu_stock_2025,
                          now::trainium_stock_2025, now::amd_stock_2025, now::china_nvidia_owned_2025}) {
        INFO("figure " << std::string(f.id));
        CHECK(f.level == 0.90);
        CHECK(f.unit() == "H100 equivalents");
        CHECK(expected::contains(f.note, "quivalents of an H100"));
    }
    CHECK(now::h20_sold.level == 0.90);
    CHECK(now::world_compute_growth.level == 0.90);
    CHECK(now::nvidia_stock_2025_power.level == 0.90);
    CHECK(now::h20_sold.unit() == "chips");
    CHECK(expected::contains(now::china_nvidia_owned_2025.note, "smuggling is left out"));
    CHECK(expected::contains(now::ascend_910c_plan.note, "1.6 million"));
}
