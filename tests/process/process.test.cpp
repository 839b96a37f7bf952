// SPDX-License-Identifier: BSL-1.0
#include <headway/process/process.hpp>

#include <limits>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

inline constexpr auto start = hw::date(2025y / 1 / 1);
inline constexpr auto falling = hw::falls_by_factor(1.56, year);
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
inline constexpr auto dram = hw::log_walk(start, 4.0 * usd, falling, hw::per_sqrt_year(0.383));

}  // namespace

TEST_CASE("a process is a constant, compares by its parameters and says what it is") {
    STATIC_REQUIRE(dram == hw::log_walk(start, 4.0 * usd, falling, hw::per_sqrt_year(0.383)));
    STATIC_REQUIRE(!(dram == hw::log_walk(start, 4.0 * usd, falling, hw::per_sqrt_year(0.384))));
    STATIC_REQUIRE(!(dram == dram.with_step(1.0 * week)));
    REQUIRE(dram.to_words() == "a random walk in logarithms from 4.00 USD on 2025-01-01, median times 0.641 a year, "
                               "volatility 0.383 per root of a year");
    REQUIRE(hw::level_walk(start, 80.0 * usd, -3.0 * usd / year, hw::per_sqrt_year(9.0 * usd)).to_words() ==
            "a random walk from 80.0 USD on 2025-01-01, -3.00 USD a year, volatility 9.00 USD per root of a year");
    REQUIRE(
        hw::log_mean_reverting(start, 4.0 * usd, 2.0 * usd, hw::halves_every(9.0 * month), hw::per_sqrt_year(0.4))
            .to_words() ==
        "mean reverting in logarithms from 4.00 USD on 2025-01-01 to 2.00 USD, the distance halved every 0.75 years, "
        "volatility 0.4 per root of a year");
    REQUIRE(dram.with_estimated_drift(20, year).to_words().ends_with("estimated from 20 increments"));
    REQUIRE(dram.with_jumps(0.5 / year, 0.8, 0.1).to_words().ends_with("0.5 jumps a year times 0.8"));
}

TEST_CASE("what no process can be is refused by its value") {
    const auto calm = hw::per_sqrt_year(0.2);
    REQUIRE_THROWS_WITH(hw::log_walk(start, 0.0 * usd, falling, calm), "log_walk: value must be > 0, got 0");
    REQUIRE_THROWS_WITH(hw::log_walk(start, -4.0 * usd, falling, calm), "log_walk: value must be > 0, got -4");
    REQUIRE_THROWS_WITH(hw::log_walk(start, undefined * usd, falling, calm), "log_walk: value must be > 0, got nan");
    REQUIRE_THROWS_WITH(hw::log_walk(hw::date::never(), 4.0 * usd, falling, calm),
                        "log_walk: at must be a date in the calendar, got never");
    REQUIRE_THROWS_WITH(hw::level_walk(start, undefined * usd, 1.0 * usd / year, hw::per_sqrt_year(1.0 * usd)),
                        "level_walk: value must be a finite number, got nan");
    REQUIRE_THROWS_WITH(hw::level_walk(start, 1.0 * usd, undefined * usd / year, hw::per_sqrt_year(1.0 * usd)),
                        "level_walk: drift must be a finite number, got nan");
    REQUIRE_THROWS_WITH(dram.with_step(0.0 * day), "with_step: step in seconds must be > 0, got 0");
    REQUIRE_THROWS_WITH(dram.with_step(-1.0 * second), "with_step: step in seconds must be > 0, got -1");
    REQUIRE_THROWS_WITH(dram.with_step(undefined * second), "with_step: step in seconds must be > 0, got nan");
    REQUIRE_THROWS_WITH(dram.with_estimated_drift(1, year),
                        "with_estimated_drift: increments must be 2 or more, one is no evidence of noise, got 1");
    REQUIRE_THROWS_WITH(dram.with_jumps(-0.5 / year, 0.8, 0.1),
                        Catch::Matchers::Contains("jumps per time must be >= 0, got -"));
    REQUIRE_THROWS_WITH(dram.with_jumps(0.5 / year, 0.0, 0.1), "with_jumps: factor must be > 0, got 0");
    REQUIRE_THROWS_WITH(dram.with_jumps(0.5 / year, 0.8, -0.1), "with_jumps: spread must be >= 0, got -0.1");
    REQUIRE_THROWS_WITH(dram.with_jumps(1000.0 / year, 0.8, 0.1),
                        Catch::Matchers::Contains("jumps per step must be at most 50"));
    REQUIRE_THROWS_WITH(dram.with_jumps(365.0 / year, 0.8, 0.1).with_step(2.0 * year),
                        Catch::Matchers::Contains("with_step: jumps per step must be at most 50"));
    REQUIRE_THROWS_WITH(dram.with_jumps(0.5 / year, 0.8, 0.1 * usd),
                        "with_jumps: the spread of a factor is one of its logarithm, a plain number such as 0.1");
    REQUIRE_THROWS_WITH(dram.with_jumps(0.5 / year, 1.0 * usd, 0.1),
                        "with_jumps: a process in logarithms jumps by a plain factor, such as 0.7");
    REQUIRE_THROWS_WITH(hw::level_walk(start, 1.0 * usd, 0.0 * usd / year, hw::per_sqrt_year(1.0 * usd))
                            .with_jumps(1.0 / year, 0.7, 0.1),
                        "with_jumps: a process in levels jumps by an amount of its own unit");
    REQUIRE_THROWS_WITH(hw::log_mean_reverting(start, 4.0 * usd, 2.0 * usd, hw::grows_by_factor(2.0, year), calm),
                        Catch::Matchers::Contains("log_mean_reverting: the distance to the long-run value must fall"));
    REQUIRE_THROWS_WITH(hw::log_mean_reverting(start, 4.0 * usd, 0.0 * usd, falling, calm),
                        "log_mean_reverting: long-run value must be > 0, got 0");
    REQUIRE_THROWS_WITH(hw::level_mean_reverting(start, 4.0 * usd, 2.0 * usd, falling, hw::per_sqrt_year(1.0 * usd))
                            .with_estimated_drift(9, year),
                        "with_estimated_drift: only a random walk without regimes has one drift to estimate");
}
