// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/gap_share.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double nan = __builtin_nan("");
constexpr double inf = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

// Of eight times as much, twice explains a third, four times two thirds, and both together everything.
static_assert(close(hw::gap_share(2.0, 8.0), 1.0 / 3.0) && close(hw::gap_share(4, 8), 2.0 / 3.0));
static_assert(hw::gap_share(1.0, 8.0) == 0.0 && hw::gap_share(8.0, 8.0) == 1.0);
static_assert(hw::unexplained_share(8.0) == 1.0 && close(hw::unexplained_share(8.0, 2.0), 2.0 / 3.0));
static_assert(hw::abs(hw::unexplained_share(8.0, 2.0, 4.0)) < 1e-15);
// More than there is, and against it; a gap downward has the same shares.
static_assert(close(hw::gap_share(16.0, 8.0), 4.0 / 3.0) && close(hw::unexplained_share(8.0, 16.0), -1.0 / 3.0));
static_assert(close(hw::gap_share(0.5, 8.0), -1.0 / 3.0) && close(hw::gap_share(0.5, 0.125), 1.0 / 3.0));
static_assert(close(hw::gap_share((4.0 * usd) / (2.0 * usd), 800.0 * percent), 1.0 / 3.0));

TEST_CASE(
    "shares of a gap add up to the whole, in any order, and are those of the difference by its logarithmic mean") {
    for (const double a : {0.7, 1.1, 1.6}) {
        for (const double b : {0.9, 1.44, 3.1}) {
            for (const double low : {1.0, 6681.0}) {
                const double ratio = 2.4;
                CHECK_THAT(hw::gap_share(a, ratio) + hw::gap_share(b, ratio) + hw::unexplained_share(ratio, a, b),
                           WithinAbs(1.0, 1e-14));
                CHECK_THAT(hw::unexplained_share(ratio, a, b), WithinAbs(hw::unexplained_share(ratio, b, a), 1e-14));
                CHECK_THAT(hw::unexplained_share(ratio, a, b), WithinAbs(hw::gap_share(ratio / (a * b), ratio), 1e-14));
                // The index of Ang: each factor's part of the difference is the logarithmic mean times its logarithm.
                const double difference = low * ratio - low;
                const double logarithmic_mean = difference / hw::log(ratio);
                CHECK_THAT(logarithmic_mean * hw::log(a), WithinAbs(hw::gap_share(a, ratio) * difference, 1e-12 * low));
            }
        }
    }
    CHECK(hw::gap_share(1.5, 2.4) > hw::gap_share(1.4, 2.4));
    CHECK(hw::gap_share(1.5, 2.4) > hw::gap_share(1.5, 2.5));
    CHECK(hw::unexplained_share(2.4, 1.5) < hw::unexplained_share(2.4, 1.4));
    CHECK(hw::unexplained_share(2.5, 1.5) > hw::unexplained_share(2.4, 1.5));
}

TEST_CASE("shares of a gap run on every number type") {
    check_number_types([](const auto& x) { return hw::gap_share(x, 1.0 + x); }, 0.5, 3.0);
    check_number_types([](const auto& x) { return hw::unexplained_share(1.0 + x, x, 1.1); }, 0.5, 3.0);
}

TEST_CASE("a gap that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::gap_share(0.0, 2.0), std::domain_error, Message("gap_share: factor must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::gap_share(2.0, -1.0), std::domain_error, Message("gap_share: ratio must be > 0, got -1"));
    CHECK_THROWS_MATCHES(hw::unexplained_share(1.0, 2.0), std::domain_error,
                         Message("unexplained_share: ratio must differ from 1, or there is no gap to explain, got 1"));
    check_refusals([](const auto& x) { return hw::gap_share(x, 2.0); }, {1e-9, 2.0}, {0.0, -1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::gap_share(2.0, x); }, {1e-9, 2.0}, {0.0, -1.0, 1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::unexplained_share(2.0, 1.1, x); }, {1e-9, 2.0},
                   {0.0, -1.0, nan, inf});
}

}  // namespace
