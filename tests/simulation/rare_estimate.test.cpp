// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/rare_estimate.hpp>

#include "catch.hpp"

#include <cmath>

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

TEST_CASE("mean and error are those of the weights, misses counted as 0") {
    // 10 draws: 0.2, 0.4 and eight misses; mean 0.06, variance (0.04 + 0.16 - 10 x 0.0036) / 9
    const auto r = hw::detail::rare_estimate_from({std::log(0.2), std::log(0.4)}, 10);
    CHECK(r.hits == 2);
    CHECK(r.draws == 10);
    CHECK_THAT(r.probability, WithinRel(0.06, 1e-14));
    CHECK_THAT(r.standard_error, WithinRel(std::sqrt((0.2 - 0.036) / 9.0 / 10.0), 1e-14));
    CHECK_THAT(r.effective_sample_size, WithinRel(0.36 / 0.2, 1e-14));
    CHECK_THAT(r.relative_error(), WithinRel(r.standard_error / 0.06, 1e-14));
    // weights whose squares are beyond doubles
    const auto tiny = hw::detail::rare_estimate_from({std::log(0.2) - 600.0, std::log(0.4) - 600.0}, 10);
    CHECK_THAT(tiny.relative_error(), WithinRel(r.relative_error(), 1e-12));
    CHECK(tiny.probability > 0.0);
}

TEST_CASE("draws that all hit leave the probability unknown to one draw") {
    const auto r = hw::detail::rare_estimate_from({0.0, 0.0, 0.0, 0.0}, 4);
    CHECK(r.probability == 1.0);
    CHECK(r.standard_error == 0.25);
    CHECK(r.upper_bound(0.9) == 1.0);
}

TEST_CASE("no hit excludes about three in as many draws, times the largest weight") {
    hw::rare_estimate r = hw::detail::rare_estimate_from({}, 10'000);
    r.evaluations = 20'000;
    CHECK_THAT(r.upper_bound(0.95), WithinRel(2.995732273553991e-4, 1e-12));
    CHECK(r.in_words() == "no hit in 10000 draws: below 0.000301 with 95 % confidence (20000 evaluations; the search did not "
                          "come to the event)");
    r.weight_limit = 20.0;
    CHECK_THAT(r.upper_bound(0.95), WithinRel(2.995732273553991e-4 * 20.0, 1e-12));
    CHECK_THROWS_WITH(r.upper_bound(1.0), "rare_estimate: level must be above 0 and below 1, got 1");
    CHECK_THROWS_WITH(r.upper_bound(std::nan("")), ContainsSubstring("got nan"));
}

TEST_CASE("words warn of an error that is not to be relied on") {
    hw::rare_estimate r{.probability = 1e-6, .standard_error = 2e-8, .evaluations = 100'000, .draws = 80'000, .hits = 9000,
                        .effective_sample_size = 2500.5, .weight_limit = 20.0, .pilot_probability = 1.2e-6,
                        .pilot_reached = true};
    CHECK(r.is_reliable());
    CHECK(r.in_words() == "1e-06, standard error 2e-08 (100000 evaluations, effective sample size 2500)");
    CHECK_THAT(r.upper_bound(0.975), WithinRel(1e-6 + 1.959963984540054 * 2e-8, 1e-14));
    r.pilot_probability = 6e-6;
    CHECK_FALSE(r.is_reliable());
    CHECK_THAT(r.in_words(), ContainsSubstring("; the search made it 6e-06, which does not agree"));
    r.effective_sample_size = 49.0;
    CHECK_THAT(r.in_words(), ContainsSubstring("; too few effective hits to rely on the error"));
}
