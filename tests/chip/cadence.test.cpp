// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/cadence.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/figures/published.hpp>

namespace hw = headway;
namespace published = headway::figures::published;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto rhythm = hw::cadence(2.0 * year, 2.5);

// n generations are n spans of time and factor^n in performance.
static_assert(rhythm.span() == 2.0 * year && rhythm.factor() == 2.5);
static_assert(rhythm.gap_of_generations(1).time == 2.0 * year);
static_assert(rhythm.gap_of_generations(1).performance_ratio == 2.5);
static_assert(rhythm.gap_of_generations(3.0).time == 6.0 * year);
static_assert(close(rhythm.gap_of_generations(3.0).performance_ratio, 15.625));
static_assert(rhythm.gap_of_generations(0).performance_ratio == 1.0);
static_assert(close(rhythm.gap_of_generations(-1).performance_ratio, 0.4));
static_assert(close(rhythm.gap_of_time(3.0 * year).generations, 1.5));
static_assert(close(rhythm.gap_of_time(std::chrono::years{3}).performance_ratio, hw::pow(2.5, 1.5)));
static_assert(close(rhythm.gap_of_ratio(6.25).generations, 2.0));
static_assert(close(rhythm.gap_of_ratio(6.25).time.in(year), 4.0));
static_assert(rhythm.gap_of_ratio(1.0).generations == 0.0);
static_assert(close(rhythm.growth().factor_per(year), hw::sqrt(2.5)));
static_assert(close(rhythm.growth().over(2.0 * year), 2.5));

// The same growth in faster steps: smaller ones.
constexpr auto doubling = hw::doubles_every(published::gpu_price_performance_doubling_ml.value);
static_assert(close(hw::cadence(published::gpu_price_performance_doubling_ml.value, doubling).factor(), 2.0));
static_assert(hw::cadence(1.0 * year, doubling).factor() < hw::cadence(2.0 * year, doubling).factor());
static_assert(close(hw::cadence(1.0 * year, doubling).growth().rate_per_second(), doubling.rate_per_second()));
static_assert(hw::cadence(year, 1).growth() == hw::growth());

TEST_CASE("a gap told in generations, time or performance is one gap") {
    for (const double span : {0.5, 1.0, 2.0, 3.5}) {
        for (const double factor : {1.05, 1.5, 2.0, 4.0, 30.0}) {
            const auto c = hw::cadence(span * year, factor);
            for (const double n : {-2.0, -0.3, 0.5, 1.0, 2.0, 7.25}) {
                const auto gap = c.gap_of_generations(n);
                CHECK_THAT(c.gap_of_time(gap.time).generations, WithinRel(n, 1e-14));
                CHECK_THAT(c.gap_of_time(gap.time).performance_ratio, WithinRel(gap.performance_ratio, 1e-13));
                CHECK_THAT(c.gap_of_ratio(gap.performance_ratio).generations, WithinRel(n, 1e-12));
                CHECK_THAT(c.gap_of_ratio(gap.performance_ratio).time.in(year), WithinRel(n * span, 1e-12));
                CHECK_THAT(c.growth().over(gap.time), WithinRel(gap.performance_ratio, 1e-12));
            }
        }
    }
}

TEST_CASE("every argument of a cadence counts") {
    const auto slower = hw::cadence(3.0 * year, 2.5);
    const auto stronger = hw::cadence(2.0 * year, 3.0);
    CHECK(slower.gap_of_generations(1).time > rhythm.gap_of_generations(1).time);
    CHECK(stronger.gap_of_generations(1).performance_ratio > rhythm.gap_of_generations(1).performance_ratio);
    CHECK(rhythm.gap_of_generations(2).time > rhythm.gap_of_generations(1).time);
    CHECK(rhythm.gap_of_generations(2).performance_ratio > rhythm.gap_of_generations(1).performance_ratio);
    CHECK(slower.gap_of_time(year).generations < rhythm.gap_of_time(year).generations);
    CHECK(rhythm.gap_of_time(2.0 * year).generations > rhythm.gap_of_time(year).generations);
    CHECK(stronger.gap_of_ratio(5.0).generations < rhythm.gap_of_ratio(5.0).generations);
    CHECK(rhythm.gap_of_ratio(6.0).time > rhythm.gap_of_ratio(5.0).time);
    CHECK(slower.growth().over(year) < rhythm.growth().over(year));
    CHECK(hw::cadence(year, hw::doubles_every(year)).factor() >
          hw::cadence(year, hw::doubles_every(2.0 * year)).factor());
}

TEST_CASE("cadence, blocks of draws and derivatives agree with plain numbers") {
    check_number_types(
        [](const auto& x) { return hw::cadence(x * year, 2.5).gap_of_time(3.0 * year).performance_ratio; }, 0.5, 4.0);
    check_number_types([](const auto& x) { return hw::cadence(year, x).gap_of_generations(2).performance_ratio; }, 1.1,
                       5.0);
    check_number_types([](const auto& x) { return rhythm.gap_of_generations(x).performance_ratio; }, -2.0, 5.0);
    check_number_types([](const auto& x) { return hw::cadence(year, x).gap_of_ratio(10.0).time.in(year); }, 1.5, 5.0);
    check_number_types([](const auto& x) { return rhythm.gap_of_ratio(x).generations; }, 0.5, 50.0);
    check_number_types([](const auto& x) { return hw::cadence(x * year, 2.0).growth().over(3.0 * year); }, 1.0, 5.0);
    check_number_types([](const auto& x) { return hw::cadence(year, hw::doubles_every(x * year)).factor(); }, 1.0, 5.0);
}

TEST_CASE("a cadence that makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::cadence(0.0 * year, 2.0), std::domain_error,
                         Message("cadence: span of a generation in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::cadence(nan * year, 2.0), std::domain_error,
                         Message("cadence: span of a generation in seconds must be > 0, got nan"));
    CHECK_THROWS_MATCHES(
        hw::cadence(year, 0.5), std::domain_error,
        Message("cadence: performance factor per generation must be a finite number, at least 1, got 0.5"));
    CHECK_THROWS_MATCHES(
        hw::cadence(year, nan), std::domain_error,
        Message("cadence: performance factor per generation must be a finite number, at least 1, got nan"));
    CHECK_THROWS_MATCHES(
        hw::cadence(year, hw::halves_every(year)), std::domain_error,
        Message("cadence: performance factor per generation must be a finite number, at least 1, got 0.5"));
    CHECK_THROWS_MATCHES(rhythm.gap_of_ratio(0.0), std::domain_error,
                         Message("gap_of_ratio: performance ratio must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::cadence(year, 1.0).gap_of_ratio(2.0), std::domain_error,
                         Message("gap_of_ratio: performance factor per generation must be above 1 for a ratio to be a "
                                 "number of generations, got 1"));
    CHECK_THROWS_MATCHES(rhythm.gap_of_generations(nan), std::domain_error,
                         Message("gap_of_generations: number of generations must be a finite number, got nan"));
    CHECK_THROWS_MATCHES(rhythm.gap_of_time(nan * year), std::domain_error,
                         Message("gap_of_time: time in seconds must be a finite number, got nan"));
    const auto factors = hw::batch::generate([](int i) { return i == 9 ? 0.25 : 2.0; });
    CHECK_THROWS_MATCHES(
        hw::cadence(year, factors), std::domain_error,
        Message("cadence: performance factor per generation must be a finite number, at least 1, got 0.25"));
}

TEST_CASE("cadence: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::cadence(year, x); }, {1.0, 2.0}, {0.9999999, nan, inf});
    check_refusals([&](const auto& x) { return hw::cadence(x * second, 2.0); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::cadence(year, 1.5 + 0.0 * x).gap_of_ratio(x); }, {1e-9, 1.0}, {0.0, -1.0, inf});
    check_refusals([&](const auto& x) { return hw::cadence(year, x).gap_of_ratio(2.0); }, {1.0000001, 2.0}, {1.0});
}

}  // namespace
