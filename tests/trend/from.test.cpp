// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/from.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto spending = hw::exponential(start_date, 10.0 * usd / year, hw::grows_by_factor(3.0, year));
constexpr auto later = hw::from(2026y / 1 / 1, spending);

static_assert(later(2025y / 12 / 31) == 0.0 * usd / year);
static_assert(later(2026y / 1 / 1) == spending(2026y / 1 / 1));
static_assert(later(2027y / 1 / 1) == spending(2027y / 1 / 1));
static_assert(later.start() == hw::date(2026y / 1 / 1));
static_assert(hw::cumulative(later, 2020y / 1 / 1, 2026y / 1 / 1) == 0.0 * usd);
static_assert(hw::cumulative(later, 2020y / 1 / 1, 2028y / 1 / 1) ==
              hw::cumulative(spending, 2026y / 1 / 1, 2028y / 1 / 1));
// The trend is not asked before its date.
static_assert(hw::from(2026y / 1 / 1, hw::steps(hw::point(2026y / 1 / 1, 7.0)))(2025y / 1 / 1) == 0.0);
// It starts across a level.
static_assert(hw::crossing(later, 1.0 * usd / year, hw::between(2020y / 1 / 1, 2030y / 1 / 1), hw::direction::rising) == hw::date(2026y / 1 / 1));

TEST_CASE("from: every number type gives the same") {
    check_number_types(
        [](auto t) {
            const auto trend = hw::from(after_years(t), hw::as_trend([](const auto& when) { return spending(when); }));
            return hw::cumulative(trend, start_date, after_years(3.0)).in(usd);
        },
        0.5, 2.5);
}

TEST_CASE("from: bad input") {
    CHECK_THROWS_WITH(hw::from(hw::date::never(), spending), "from: date must be a date in the calendar, got never");
}

TEST_CASE("from: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::from(after_years(x), hw::constant(1.0)); }, {0.0, -1.0}, {inf});
}

}  // namespace
