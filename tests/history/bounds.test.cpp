// SPDX-License-Identifier: BSL-1.0
#include <headway/history/bounds.hpp>

#include "../catch.hpp"

#include <headway/core/date.hpp>
#include <headway/core/units.hpp>

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
}
