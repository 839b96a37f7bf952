// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/exercise_schedule.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

#include <limits>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

const hw::date first(2026y / 1 / 1);
const hw::date second(2027y / 1 / 1);

TEST_CASE("a schedule has its dates, and says whether one may let it go") {
    CHECK(hw::may_act_on({first, second}).dates() == std::vector{first, second});
    CHECK_FALSE(hw::may_act_on({first}).must_act());
    CHECK(hw::must_act_on({first}).must_act());
    const auto quarters = hw::dates_every(3.0 * month, first, 5);
    REQUIRE(quarters.size() == 5);
    CHECK(quarters.front() == first);
    CHECK((quarters.back() - first).in(year) == 1.0);
    CHECK(hw::dates_every(24h, first, 2)[1] == hw::date(2026y / 1 / 2));
}

TEST_CASE("dates that are none are refused") {
    CHECK_THROWS_WITH(hw::may_act_on({}), ContainsSubstring("may_act_on: no dates given"));
    CHECK_THROWS_WITH(hw::must_act_on({second, first}),
                      ContainsSubstring("must_act_on: the dates must ascend, got 2026-01-01 after 2027-01-01"));
    CHECK_THROWS_WITH(hw::may_act_on({first, first}), ContainsSubstring("the dates must ascend"));
    CHECK_THROWS_WITH(hw::may_act_on({first, hw::date::never()}),
                      ContainsSubstring("every date must be finite, got never"));
    CHECK_THROWS_WITH(hw::may_act_on({hw::date::from_seconds_since_1970(std::numeric_limits<double>::quiet_NaN())}),
                      ContainsSubstring("every date must be finite"));
    CHECK_THROWS_WITH(hw::dates_every(0.0 * day, first, 3), ContainsSubstring("dates_every: the distance must be > 0"));
    CHECK_THROWS_WITH(hw::dates_every(1.0 * day, first, 0), ContainsSubstring("at least one date, got 0"));
}

}  // namespace
