// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/published_fabs.hpp>

#include "expect.hpp"

using Catch::Matchers::WithinRel;
namespace pub = headway::figures::published;

TEST_CASE("build times at two sites compare as published") {
    CHECK_THAT(pub::exyte_time_us.value / pub::exyte_time_taiwan.value, WithinRel(2.0, 1e-14));
    CHECK_THAT(pub::cset_time_us.value / pub::cset_time_taiwan.value, WithinRel(1.12538, 1e-5));
    CHECK(pub::cset_time_us_2010s.value > pub::cset_time_us.value);
    CHECK(pub::cset_time_taiwan_2010s.value < pub::cset_time_taiwan.value);
}

TEST_CASE("the notes of the published fab figures name what may be mistaken") {
    using expected::contains;
    CHECK(contains(pub::tsmc_building_multiplier.note, "Building and facilities only"));
    CHECK(contains(pub::bcg_tco_multiplier.note, "40 to 70 % of the gap is incentives"));
    CHECK(contains(pub::exyte_time_us.note, "first: months until construction starts"));
    CHECK(contains(pub::cset_time_us.note, "before construction are not in it"));
}
