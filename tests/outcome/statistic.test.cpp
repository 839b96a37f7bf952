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

TEST_CASE("a statistic and what it is to be are a target") {
    constexpr auto median = statistic::median == 5.0 * million_usd;
    static_assert(median.of.p == 0.5 && median.value == 5.0 * million_usd);
    static_assert((statistic::mean == 3).value == 3.0);
    static_assert((statistic::quantile(0.9) == hw::date(2027y / 1 / 1)).value == hw::date(2027y / 1 / 1));
    static_assert((statistic::probability_below(2.0) == 0.5).of.x == 2.0);
    static_assert((statistic::probability_above(3.0 * million_usd) == 0.25).value == 0.25);
    static_assert((statistic::probability_never == 0.1).value == 0.1);
}
