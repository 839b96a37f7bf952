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

TEST_CASE("each source of published fabs appeared when its date in words says") {
    using namespace std::chrono_literals;
    using expected::appeared;
    CHECK(appeared(pub::sources::tsmc_2023, 2023y / 1 / 12, 2023y / 1 / 12));
    CHECK(appeared(pub::sources::exyte_2025, 2025y / 2 / 1, 2025y / 2 / 28));
    CHECK(appeared(pub::sources::bcg_2020, 2020y / 9 / 1, 2020y / 9 / 30));
    CHECK(appeared(pub::sources::techinsights_2025, 2025y / 3 / 1, 2025y / 3 / 31));
    CHECK(appeared(pub::sources::cset_2021, 2021y / 1 / 1, 2021y / 12 / 31));
}
