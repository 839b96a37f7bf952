// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/input_level.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

TEST_CASE("an input level is a value of any kind as number and text") {
    constexpr hw::input_level cost(4.2 * million_usd);
    STATIC_REQUIRE(cost.base_value() == 4.2e6);
    STATIC_REQUIRE(!cost.is_date());
    CHECK(cost.text() == hw::to_text(4.2 * million_usd));
    constexpr hw::input_level when(hw::date(2026y / 11 / 21));
    STATIC_REQUIRE(when.is_date());
    CHECK(when.text() == "2026-11-21");
    CHECK(hw::input_level(0.25).text() == "0.25");
    CHECK(hw::input_level(25.0 * percent).text() == "25 %");
}

TEST_CASE("input levels of different kinds differ though their numbers are equal") {
    CHECK(hw::input_level(1.0) == hw::input_level(1.0));
    CHECK_FALSE(hw::input_level(1.0) == hw::input_level(2.0));
    CHECK_FALSE(hw::input_level(1.0) == hw::input_level(1.0 * usd));
    CHECK(hw::input_level() == hw::input_level(0.0));
}
