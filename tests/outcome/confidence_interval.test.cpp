// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/confidence_interval.hpp>

#include "catch.hpp"

#include <limits>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

TEST_CASE("an interval holds its ends, and an open end excludes nothing") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    constexpr hw::confidence_interval<double> closed{1.0, 2.0, 0.95};
    static_assert(closed.contains(1.0) && closed.contains(2.0) && closed.is_known());
    static_assert(!closed.contains(0.999) && !closed.contains(2.001));
    constexpr hw::confidence_interval<double> up{1.0, inf, 0.95, true, false};
    static_assert(up.contains(1e300) && !up.contains(0.5) && !up.is_known());
    constexpr hw::confidence_interval<double> down{-inf, 2.0, 0.95, false, true};
    static_assert(down.contains(-1e300) && !down.contains(2.5));
    constexpr hw::confidence_interval<double> none{-inf, inf, 0.95, false, false};
    static_assert(none.contains(0.0));
}

TEST_CASE("an interval tells which of its ends are known") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    using money = hw::quantity<hw::dim::money>;
    const money low = 3.1 * million_usd;
    CHECK(to_text(hw::confidence_interval<money>{low, 4.0 * million_usd, 0.9}) ==
          "3.10000 million USD to 4.00000 million USD");
    CHECK(to_text(hw::confidence_interval<double>{0.123456789, inf, 0.9, true, false}, 3) == "at least 0.123");
    CHECK(to_text(hw::confidence_interval<double>{-inf, 2.0, 0.9, false, true}) == "at most 2");
    CHECK(to_text(hw::confidence_interval<double>{-inf, inf, 0.9, false, false}) == "unknown");
    const hw::date day = 2027y / 3 / 1;
    CHECK(to_text(hw::confidence_interval<hw::date>{day, hw::date::never(), 0.9}) == "2027-03-01 to never");
    CHECK(to_text(hw::confidence_interval<hw::date>{day, hw::date::never(), 0.9, true, false}) ==
          "at least 2027-03-01");
}
