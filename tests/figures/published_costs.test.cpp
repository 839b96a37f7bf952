// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/published_costs.hpp>

#include "expect.hpp"

#include <headway/quantity/growth.hpp>

using namespace headway::units;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
namespace pub = headway::figures::published;

TEST_CASE("the inputs of the amortised run give its published cost") {
    const auto spent =
        headway::grows_by_ooms(pub::hardware_price_performance_ooms.value, year).rate() * pub::run_duration.value;
    const auto chips = pub::run_chips.value * pub::run_chip_price.value * spent;
    const double share = pub::run_interconnect_share.value;
    const auto interconnect = chips * (share / (1.0 - share));
    const auto energy = pub::run_chips.value * pub::run_duration.value * pub::run_chip_power.value *
                        (pub::run_server_power_factor.value * pub::run_load.value * pub::run_pue.value) *
                        pub::run_electricity_price.value;
    CHECK_THAT(chips.in(million_usd), WithinAbs(97.70, 0.005));
    CHECK_THAT(interconnect.in(million_usd), WithinAbs(22.92, 0.005));
    CHECK_THAT(energy.in(million_usd), WithinAbs(4.58, 0.005));
    CHECK_THAT((chips + interconnect + energy).in(million_usd), WithinRel(125.2, 1e-3));
}

TEST_CASE("the growth of training cost carries the level of its source's first version") {
    CHECK(pub::training_cost_growth.level == 0.95);
    CHECK(expected::contains(pub::training_cost_growth.source->note, "90 % interval of 2.0 to 2.9"));
}

TEST_CASE("the size of the amortised run is an assumption, not a statement on a model") {
    CHECK(expected::contains(pub::run_chips.note, "not a statement on any one model"));
    CHECK(expected::contains(pub::run_duration.note, "not a statement on any one model"));
    CHECK(expected::contains(pub::run_interconnect_share.note, "share of the whole"));
}

TEST_CASE("each source of published costs appeared when its date in words says") {
    using namespace std::chrono_literals;
    using expected::appeared;
    CHECK(appeared(pub::sources::cottier_2024, 2024y / 5 / 1, 2024y / 5 / 31));
}
