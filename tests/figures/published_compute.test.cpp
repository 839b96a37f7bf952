// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/published_compute.hpp>

#include "expect.hpp"

#include <headway/quantity/growth.hpp>

using namespace headway::units;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
namespace pub = headway::figures::published;

TEST_CASE("intervals carry the level that their source states") {
    CHECK(pub::algorithmic_halving.level == 0.95);
    CHECK(pub::training_compute_growth.level == 0.90);
    CHECK(pub::gpu_price_performance_doubling.level == 0.95);
    CHECK(pub::gpu_price_performance_doubling_ml.level == 0.95);
    CHECK(pub::gpu_price_performance_doubling_top.level == 0.95);
}

TEST_CASE("44 times in 7 years is a halving in 15.4 months, published as 16") {
    const auto vision = headway::falls_by_factor(pub::vision_algorithmic_gain.value, 7.0 * year);
    CHECK_THAT(vision.halving_time().in(month), WithinAbs(15.4, 0.05));
    CHECK_THAT(vision.halving_time().in(month), WithinRel(pub::vision_algorithmic_halving.value.in(month), 0.05));
}

TEST_CASE("doubling times of price-performance give the published times for ten times as much") {
    const auto tenfold = [](const auto& f) { return f.value.in(year) / headway::doubles_every(year).ooms_per(year); };
    CHECK_THAT(tenfold(pub::gpu_price_performance_doubling), WithinAbs(8.17, 0.02));
    CHECK_THAT(tenfold(pub::gpu_price_performance_doubling_ml), WithinAbs(6.86, 0.02));
    CHECK_THAT(tenfold(pub::gpu_price_performance_doubling_top), WithinAbs(9.81, 0.02));
}

TEST_CASE("an H100's count is its dense 8-bit speed times 8, and 49 901 of them fit the quota") {
    CHECK_THAT(pub::h100_tpp.value.in(tpp), WithinRel(1978.9 * 8.0, 1e-14));
    CHECK(static_cast<int>(pub::tier2_tpp_cap.value / pub::h100_tpp.value) == 49'901);
    CHECK(static_cast<int>(pub::tier2_tpp_cap.value / (15'831.0 * tpp)) == 49'902);
}

TEST_CASE("the notes of the published compute figures name what may be mistaken") {
    using expected::contains;
    CHECK(contains(pub::tier2_tpp_cap.note, "quantity cap"));
    CHECK(contains(pub::tier2_tpp_cap.note, "tier2_generation_gap"));
    CHECK(contains(pub::h100_tpp.note, "15 831"));
}

TEST_CASE("each source of published compute appeared when its date in words says") {
    using namespace std::chrono_literals;
    using expected::appeared;
    CHECK(appeared(pub::sources::ho_2024, 2024y / 3 / 1, 2024y / 3 / 31));
    CHECK(appeared(pub::sources::hernandez_brown_2020, 2020y / 5 / 1, 2020y / 5 / 31));
    CHECK(appeared(pub::sources::epoch_2024, 2024y / 6 / 19, 2025y / 12 / 31));
    CHECK(appeared(pub::sources::hobbhahn_besiroglu_2022, 2022y / 1 / 1, 2022y / 12 / 31));
    CHECK(appeared(pub::sources::omdia_2023, 2023y / 11 / 1, 2023y / 11 / 30));
    CHECK(appeared(pub::sources::dell_2024, 2024y / 4 / 1, 2024y / 4 / 30));
    CHECK(appeared(pub::sources::mcguire_2025, 2025y / 1 / 1, 2025y / 12 / 31));
    CHECK(appeared(pub::sources::diffusion_rule_2025, 2025y / 1 / 1, 2025y / 1 / 31));
}
