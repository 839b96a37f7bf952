// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/input_range.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("ranges of values and of probabilities") {
    constexpr auto money = hw::value_range(1.0 * million_usd, 5.0 * million_usd);
    static_assert(money.high == 5.0 * million_usd);
    static_assert(hw::value_range(2, 3).low == 2.0);
    constexpr auto dates = hw::value_range(2026y / 1 / 1, 2027y / 1 / 1);
    static_assert(dates.low == hw::date(2026y / 1 / 1));
    static_assert(hw::level_range(0.9, 1.0).low == 0.9);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(hw::value_range(3.0, 3.0), ContainsSubstring("value_range: low must be below high, got 3"));
    CHECK_THROWS_WITH(hw::value_range(nan * usd, 3.0 * usd), ContainsSubstring("value_range: low must be below high"));
    CHECK_THROWS_WITH(hw::value_range(1.0 * usd, std::numeric_limits<double>::infinity() * usd),
                      ContainsSubstring("value_range: high must be a finite number, got inf"));
    CHECK_THROWS_WITH(hw::value_range(2026y / 1 / 1, hw::date::never()),
                      ContainsSubstring("value_range: high must be a finite number, got never"));
    CHECK_THROWS_WITH(hw::level_range(0.5, 0.5),
                      ContainsSubstring("level_range: low must be at least 0 and below high"));
    CHECK_THROWS_WITH(hw::level_range(nan, 0.5), ContainsSubstring("level_range"));
    CHECK_THROWS_WITH(hw::level_range(0.5, nan), ContainsSubstring("level_range"));
    CHECK_THROWS_WITH(hw::level_range(0.5, 1.1), ContainsSubstring("level_range: high must be at most 1, got 1.1"));
}
