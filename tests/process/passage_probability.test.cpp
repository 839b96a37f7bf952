// SPDX-License-Identifier: BSL-1.0
#include <headway/process/passage_probability.hpp>

#include <limits>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);
constexpr auto walk(double value, double drift, double sigma) {
    return hw::log_walk(start, value * usd, hw::growth::from_rate_per_second(drift / (1.0 * year).base_value()),
                        hw::per_sqrt_year(sigma));
}
inline constexpr auto dram = walk(4.0, -0.446, 0.383);

}  // namespace

// Reference values in 30 digits by mpmath.
TEST_CASE("the probability of falling to a level is the closed form") {
    REQUIRE_THAT(hw::probability_of_falling_to(dram, 0.8 * usd, start + 3.0 * year),
                 WithinAbs(0.42011535854844, 1e-13));
    REQUIRE_THAT(hw::probability_of_falling_to(dram, 0.8 * usd, start + 5.0 * year),
                 WithinAbs(0.83110089274533, 1e-13));
    REQUIRE_THAT(hw::probability_of_falling_to(walk(3.0, -0.1, 0.15), 1.0 * usd, start + 8.0 * year),
                 WithinAbs(0.30730383220386, 1e-13));
    REQUIRE_THAT(hw::probability_of_falling_to(walk(2.0, 0.05, 0.3), 1.0 * usd, start + 10.0 * year),
                 WithinAbs(0.29837822236532, 1e-13));
    // Ever, e^(-2μb/σ²).
    REQUIRE_THAT(hw::probability_of_falling_to(walk(2.0, 0.05, 0.3), 1.0 * usd, start + 8000.0 * year),
                 WithinAbs(0.462937356144, 1e-12));
    REQUIRE_THAT(hw::probability_of_rising_to(walk(2.0, 0.05, 0.3), 4.0 * usd, start + 6.0 * year),
                 WithinAbs(0.48699096598777, 1e-13));
    const auto level = hw::level_walk(start, 30.0 * usd, -3.0 * usd / year, hw::per_sqrt_year(9.0 * usd));
    REQUIRE_THAT(hw::probability_of_falling_to(level, 10.0 * usd, start + 4.0 * year),
                 WithinAbs(0.49430901169053, 1e-13));
    STATIC_REQUIRE(hw::probability_of_falling_to(dram, 4.0 * usd, start + 1.0 * day) == 1.0);
    // Without chance it is the line; with hardly any, no infinite factor spoils it.
    REQUIRE(hw::probability_of_falling_to(walk(4.0, -0.446, 0.0), 0.8 * usd, start + 3.0 * year) == 0.0);
    REQUIRE(hw::probability_of_falling_to(walk(4.0, -0.446, 0.0), 0.8 * usd, start + 4.0 * year) == 1.0);
    REQUIRE(hw::probability_of_falling_to(walk(4.0, -0.446, 0.001), 0.8 * usd, start + 4.0 * year) == 1.0);
    REQUIRE(hw::probability_of_falling_to(walk(4.0, -0.446, 0.001), 0.8 * usd, start + 3.0 * year) == 0.0);
    REQUIRE(hw::probability_of_falling_to(dram, 0.8 * usd, start) == 0.0);
    // On its way, where one factor of the second term is huge and the other no double.
    const double on_the_line = 0.54881163609402643263;  // e^-0.6
    const double of_volatility[][2] = {{0.03, 0.509967335188301}, {0.02, 0.506647192588684}, {0.005, 0.501662230644504}};
    for (const auto& [sigma, truth] : of_volatility) {
        REQUIRE_THAT(hw::probability_of_falling_to(walk(1.0, -0.6, sigma), on_the_line * usd, start + 1.0 * year),
                     WithinAbs(truth, 1e-11));
    }
}

TEST_CASE("a level on the wrong side and what has no closed form are refused") {
    using Catch::Matchers::Contains;
    REQUIRE_THROWS_WITH(hw::probability_of_falling_to(dram, 5.0 * usd, start + 1.0 * year),
                        Contains("probability_of_falling_to: the level must lie below the start, 4") &&
                            Contains("got 5 in base units"));
    REQUIRE_THROWS_WITH(hw::probability_of_rising_to(dram, 3.0 * usd, start + 1.0 * year),
                        Contains("probability_of_rising_to: the level must lie above the start, 4"));
    REQUIRE_THROWS_WITH(hw::probability_of_falling_to(dram, 0.0 * usd, start + 1.0 * year),
                        "probability_of_falling_to: level must be > 0, got 0");
    REQUIRE_THROWS_WITH(
        hw::probability_of_falling_to(dram, std::numeric_limits<double>::quiet_NaN() * usd, start + 1.0 * year),
        "probability_of_falling_to: level must be > 0, got nan");
    REQUIRE_THROWS_WITH(hw::probability_of_falling_to(dram, 1.0 * usd, start - 1.0 * day),
                        Contains("path: it starts on 2025-01-01"));
    REQUIRE_THROWS_WITH(
        hw::probability_of_falling_to(dram.with_jumps(1.0 / year, 0.5, 0.1), 1.0 * usd, start + 1.0 * year),
        Contains("only a random walk without jumps, regimes and estimated drift has a closed form"));
    REQUIRE_THROWS_WITH(
        hw::probability_of_falling_to(dram.with_estimated_drift(9, year), 1.0 * usd, start + 1.0 * year),
        Contains("only a random walk without jumps"));
}
