// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/already_past.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/accelerating.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/first_time.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/substitution.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto falling = hw::exponential(start_date, 100.0 * million_usd, hw::falls_by_factor(4.0, year));

// Ahead, at the start, past, never.
static_assert(hw::already_past(falling, 25.0 * million_usd) == 0.0);
static_assert(hw::already_past(falling, 100.0 * million_usd) == 0.0);
static_assert(hw::already_past(falling, 101.0 * million_usd) == 1.0);
static_assert(hw::already_past(falling, 0.0 * usd) == 0.0);
static_assert(hw::already_past(hw::exponential(start_date, 5.0, hw::growth()), 4.0) == 0.0);
// Multiples, lags and the other trends with a start; one without a start is never past anything.
static_assert(hw::already_past(2.0 * falling, 200.0 * million_usd) == 0.0);
static_assert(hw::already_past(2.0 * falling, 201.0 * million_usd) == 1.0);
static_assert(hw::already_past(hw::lagged(falling, year), 101.0 * million_usd) == 1.0);
constexpr auto share = hw::substitution(start_date, 0.1, hw::grows_by_factor(2.0, year));
static_assert(hw::already_past(share, 0.05) == 1.0 && hw::already_past(share, 0.2) == 0.0);
constexpr auto faster = hw::accelerating(start_date, 100.0, 6.0 * month, 0.1);
static_assert(hw::already_past(faster, 99.0) == 1.0 && hw::already_past(faster, 100.0) == 0.0);
constexpr auto curve = hw::logistic(100.0, start_date, 0.8 / year);
static_assert(hw::already_past(curve, 0.001) == 0.0 && hw::already_past(curve, 200.0) == 0.0);

TEST_CASE("already_past: in words") {
    CHECK(hw::reaches_in_words(falling, 25.0 * million_usd) == "reaches it on 2025-03-01");
    CHECK(hw::reaches_in_words(falling, 100.0 * million_usd) == "reaches it on 2024-03-01");
    CHECK(hw::reaches_in_words(falling, 400.0 * million_usd) ==
          "was already past it before its start: it had it on 2023-03-01");
    CHECK(hw::reaches_in_words(falling, -1.0 * usd) == "never has it");
    CHECK_THROWS_AS(hw::reaches_in_words(falling, __builtin_nan("") * usd), std::domain_error);
    CHECK_THROWS_AS(hw::already_past(falling, __builtin_huge_val() * usd), std::domain_error);
}

TEST_CASE("already_past: in each draw it is past, ahead or never, and what is past is so from the first day on") {
    const auto first = hw::batch::generate([](int i) { return 1.0 + 0.25 * i; });
    const auto bill = hw::exponential(start_date, first, hw::falls_by_factor(1.5, year));
    const auto past = hw::already_past(bill, 4.0);
    const auto from = hw::first_at_most(bill, 4.0, hw::between(start_date, after_years(50.0))).seconds_since_1970();
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(past, i) == (1.0 + 0.25 * i < 4.0 ? 1.0 : 0.0));
        CHECK((hw::value_at(from, i) == start_date.seconds_since_1970()) == (1.0 + 0.25 * i <= 4.0));
    }
    using dual = hw::dual<1>;
    CHECK(hw::already_past(hw::exponential(start_date, dual::variable(2.0, 0), hw::falls_by_factor(1.5, year)), 4.0)
              .value == 1.0);
}

}  // namespace
