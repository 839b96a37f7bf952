// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/arithmetic.hpp>

#include "catch.hpp"

using namespace headway::units;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
namespace now = headway::figures::since;

TEST_CASE("what follows from the figures is what the table computes") {
    CHECK_THAT(now::nvidia_growth_2024, WithinAbs(3.40, 0.005));
    CHECK_THAT(now::nvidia_growth_2025, WithinAbs(2.89, 0.005));
    CHECK_THAT(now::china_share_of_nvidia, WithinAbs(0.029, 0.0005));
    CHECK_THAT(now::four_makers_stock_2025.in(million_chips), WithinAbs(19.7, 0.05));
    CHECK_THAT(now::wafer_cost_multiplier, WithinAbs(2.41, 0.005));
    CHECK_THAT(now::four_firms_capex_2026_low.in(billion_usd), WithinRel(695.0, 1e-14));
    CHECK_THAT(now::four_firms_capex_2026_high.in(billion_usd), WithinRel(725.0, 1e-14));
    CHECK_THAT(now::coding_cost_fall_per_year, WithinRel(64.0, 1e-14));
    CHECK_THAT(now::h100_rent_rise, WithinAbs(0.38, 0.005));
    CHECK_THAT(now::rubin_against_ascend_plan, WithinRel(25.0, 1e-14));
    CHECK_THAT(now::rubin_against_ascend_card, WithinAbs(32.0, 0.1));
    CHECK_THAT(now::trainium2.performance_at(8).middle().in(petaflop / second / chip), WithinRel(1.3, 1e-14));
    CHECK_THAT(now::exports_programme_took.in(day), WithinRel(91.0, 1e-14));
    CHECK(now::exports_programme_took > now::exports_programme_deadline.value);
}

TEST_CASE("both margins imply the same price of a wafer, so the table is consistent") {
    CHECK_THAT(now::wafer_price_taiwan.in(usd / wafer), WithinRel(17'500.0, 0.006));
    CHECK_THAT(now::wafer_price_arizona.in(usd / wafer), WithinRel(17'500.0, 0.006));
}
