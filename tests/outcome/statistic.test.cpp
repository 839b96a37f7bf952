// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/statistic.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace headway::units;
using namespace std::chrono_literals;

TEST_CASE("statistics are told by name and hold what they are asked of") {
    static_assert(statistic::median.p == 0.5);
    static_assert(statistic::quantile(0.9).p == 0.9);
    static_assert(statistic::probability_below(2.0).x == 2.0);
    CHECK(statistic::probability_above(3.0 * million_usd).x == 3.0 * million_usd);
    CHECK(statistic::probability_below(hw::date(2027y / 1 / 1)).x == hw::date(2027y / 1 / 1));
}
