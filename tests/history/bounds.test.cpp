// SPDX-License-Identifier: BSL-1.0
#include <headway/history/bounds.hpp>

#include "../catch.hpp"

#include <cmath>
#include <limits>

#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

TEST_CASE("bounds hold their ends and what lies between") {
    constexpr hw::bounds<hw::quantity<hw::dim::money>> costs{2.0 * usd, 3.0 * usd, 0.9};
    static_assert(costs.contains(2.0 * usd) && costs.contains(2.5 * usd) && costs.contains(3.0 * usd));
    static_assert(!costs.contains(1.9 * usd) && !costs.contains(3.1 * usd));
    CHECK(costs.level == 0.9);
    CHECK(hw::bounds<hw::date>{hw::date(2024y / 1 / 1), hw::date::never(), 0.9}.contains(2050y / 1 / 1));
    const hw::bounds<hw::growth> growth{hw::falls_by_factor(5.0, year), hw::falls_by_factor(3.0, year), 0.9};
    CHECK(growth.contains(hw::falls_by_factor(4.0, year)));
    CHECK_FALSE(growth.contains(hw::falls_by_factor(6.0, year)));
    CHECK_FALSE(growth.contains(hw::falls_by_factor(2.0, year)));
    CHECK(growth.contains(growth.low));
    CHECK(growth.contains(growth.high));
    const auto least = [](const hw::growth& g, double towards) {
        return hw::growth::from_rate_per_second(std::nextafter(g.rate_per_second(), towards));
    };
    CHECK_FALSE(growth.contains(least(growth.low, -1.0)));
    CHECK(growth.contains(least(growth.low, 1.0)));
    CHECK(growth.contains(least(growth.high, -1.0)));
    CHECK_FALSE(growth.contains(least(growth.high, 1.0)));
    const hw::bounds<hw::date> days{hw::date(2024y / 1 / 1), hw::date(2024y / 1 / 2), 0.5};
    CHECK(days.contains(days.low));
    CHECK(days.contains(days.high));
    CHECK_FALSE(days.contains(hw::date::never()));
    const hw::bounds<double> point{1.0, 1.0, 0.9};
    CHECK(point.contains(1.0));
    CHECK_FALSE(point.contains(std::nextafter(1.0, 0.0)));
    CHECK_FALSE(point.contains(std::nextafter(1.0, 2.0)));
    CHECK_FALSE(point.contains(std::numeric_limits<double>::quiet_NaN()));
}
