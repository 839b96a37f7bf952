// SPDX-License-Identifier: BSL-1.0
#include <headway/table/cdf_201.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/quantity/units.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using hw::report::cdf_201;
using hw::report::cdf_range;

namespace {

using cdf = std::array<double, 201>;
using money = hw::quantity<hw::dim::money>;

/// What the site refuses, counted as it counts: values to ten decimals, steps to nine.
void require_taken(const cdf& values, bool open_lower, bool open_upper) {
    for (std::size_t i = 0; i < 200; ++i) {
        const double step = std::round((values[i + 1] - values[i]) * 1e9) / 1e9;
        REQUIRE(step >= 0.00005);
        REQUIRE(step <= 0.2);
    }
    if (open_lower) REQUIRE(values.front() >= 0.001);
    if (!open_lower) REQUIRE(values.front() == 0.0);
    if (open_upper) REQUIRE(values.back() <= 0.999);
    if (!open_upper) REQUIRE(values.back() == 1.0);
}

TEST_CASE("draws spread evenly over the range rise evenly") {
    std::vector<double> draws;
    for (int i = 0; i < 200; ++i) draws.push_back(i + 0.5);
    const cdf values = cdf_201<double>(outcome_of(draws), {.low = 0.0, .high = 200.0});
    for (std::size_t i = 0; i <= 200; ++i) CHECK_THAT(values[i], WithinAbs(static_cast<double>(i) / 200.0, 1e-10));
}

TEST_CASE("by equal factors of the distance from the zero point") {
    std::vector<double> draws;
    for (int i = 0; i < 200; ++i) draws.push_back(std::pow(100.0, (i + 0.5) / 200.0));
    const cdf values = cdf_201<double>(outcome_of(draws), {.low = 1.0, .high = 100.0, .zero_point = 0.0});
    for (std::size_t i = 0; i <= 200; ++i) CHECK_THAT(values[i], WithinAbs(static_cast<double>(i) / 200.0, 1e-10));
    // Falling toward a zero point above the range.
    for (double& draw : draws) draw = 101.0 - draw;
    const cdf mirrored = cdf_201<double>(outcome_of(draws), {.low = 1.0, .high = 100.0, .zero_point = 101.0});
    for (std::size_t i = 0; i <= 200; ++i) CHECK_THAT(mirrored[i], WithinAbs(static_cast<double>(i) / 200.0, 1e-10));
}

TEST_CASE("by hand: one value in the eleventh step, whose share is cut to 0.2 and the other 199 share the rest") {
    const cdf values = cdf_201<double>(outcome_of({10.5}), {.low = 0.0, .high = 200.0});
    // 0.8 / 199 = 0.004020100502512563
    CHECK_THAT(values[1], WithinAbs(0.0040201005, 5.1e-11));
    CHECK_THAT(values[10], WithinAbs(0.0402010050, 5.1e-11));
    CHECK_THAT(values[11], WithinAbs(0.2402010050, 5.1e-11));
    CHECK_THAT(values[12], WithinAbs(0.2442211055, 5.1e-11));
    CHECK(values[200] == 1.0);
}

TEST_CASE("by hand: half below, a quarter within, a quarter never, both ends open") {
    const cdf values = cdf_201<double>(outcome_of({-1.0, -2.0, 7.5, never}), {.low = 0.0, .high = 10.0, .open_lower = true, .open_upper = true});
    // 0.988 * 0.5 + 0.001; at 7.5, the 150th point, 0.01 * 0.75 more; a quarter of 0.988 is cut to 0.2, for a step of 0.24705
    // is above it, and the other 199 steps of 0.00005 share the 0.04705: each is 0.057 / 199.
    CHECK_THAT(values[0], WithinAbs(0.495, 1e-10));
    CHECK_THAT(values[149], WithinAbs(0.495 + 149.0 * 0.057 / 199.0, 1e-10));
    CHECK_THAT(values[150] - values[149], WithinAbs(0.2, 1e-9));
    CHECK_THAT(values[200], WithinAbs(0.752, 1e-10));
}

TEST_CASE("draws beyond a closed end are left out, those at a closed low end are in the first step") {
    std::vector<double> draws(10, 0.0);
    for (int i = 0; i < 90; ++i) draws.push_back(i + 0.9);
    draws.push_back(-5.0);
    draws.push_back(150.0);
    const cdf values = cdf_201<double>(outcome_of(draws), {.low = 0.0, .high = 100.0});
    CHECK(values[0] == 0.0);
    CHECK_THAT(values[1], WithinAbs(0.99 * 0.1 + 0.00005, 1e-10));
    CHECK_THAT(values[100], WithinAbs(0.99 * 0.6 + 0.005, 1e-10));
}

TEST_CASE("whatever the draws, the range and its ends, the site takes it") {
    std::uint32_t seed = 7;
    const auto next = [&] {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<double>(seed >> 8) / 16777216.0;
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<double> draws;
        const int kinds = 1 + static_cast<int>(next() * 5.0);
        for (int i = 0; i < 400; ++i) {
            const double u = next();
            draws.push_back(round % 3 == 0   ? std::floor(u * kinds)
                            : round % 3 == 1 ? std::exp(6.0 * u - 3.0)
                            : u < 0.1        ? never
                                             : 100.0 * u * u - 20.0);
        }
        draws.push_back(0.75);
        for (const bool open_lower : {false, true}) {
            for (const bool open_upper : {false, true}) {
                cdf_range<double> range{.low = 0.5, .high = 1.0 + 20.0 * next(), .open_lower = open_lower, .open_upper = open_upper};
                if (round % 2 == 0) range.zero_point = 0.0;
                require_taken(cdf_201<double>(outcome_of(draws), range), open_lower, open_upper);
            }
        }
    }
}

TEST_CASE("units and dates: the same numbers") {
    std::vector<double> draws;
    for (int i = 0; i < 50; ++i) draws.push_back(1e6 * i * i);
    CHECK(cdf_201<money>(outcome_of<money>(draws), {.low = 10.0 * million_usd, .high = 2000.0 * million_usd, .open_upper = true}) ==
          cdf_201<double>(outcome_of(draws), {.low = 1e7, .high = 2e9, .open_upper = true}));
    const auto at = [](double x) { return hw::date::from_seconds_since_1970(x); };
    CHECK(cdf_201<hw::date>(outcome_of<hw::date>(draws), {.low = at(1e7), .high = at(2e9), .open_lower = true}) ==
          cdf_201<double>(outcome_of(draws), {.low = 1e7, .high = 2e9, .open_lower = true}));
}

TEST_CASE("what is no range, and what has no draw in it, is refused") {
    const auto one = outcome_of({1.0});
    const auto says = [](const char* text) { return MessageMatches(ContainsSubstring(text)); };
    CHECK_THROWS_MATCHES((cdf_201<double>(outcome_of({}), {.low = 0.0, .high = 1.0})), std::domain_error, says("no draws"));
    CHECK_THROWS_MATCHES((cdf_201<double>(one, {.low = 2.0, .high = 2.0})), std::domain_error, says("low must be below high"));
    CHECK_THROWS_MATCHES((cdf_201<double>(one, {.low = 0.0, .high = never})), std::domain_error, says("low must be below high"));
    CHECK_THROWS_MATCHES((cdf_201<double>(one, {.low = std::nan(""), .high = 1.0})), std::domain_error, says("low must be below"));
    CHECK_THROWS_MATCHES((cdf_201<double>(one, {.low = 0.0, .high = 2.0, .zero_point = 0.0})), std::domain_error,
                         says("zero_point must lie outside the range, got 0"));
    CHECK_THROWS_MATCHES((cdf_201<double>(one, {.low = 2.0, .high = 3.0})), std::domain_error, says("no draw lies in the range"));
    require_taken(cdf_201<double>(one, {.low = 2.0, .high = 3.0, .open_lower = true}), true, false);
}

}  // namespace
