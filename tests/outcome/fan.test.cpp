// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/fan.hpp>

#include "../catch.hpp"

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using namespace std::chrono_literals;

TEST_CASE("a fan holds one outcome for each date, in the order of the dates, and tells only those") {
    const hw::fan<int> fan({2026y / 1 / 1, 2027y / 1 / 1, 2029y / 1 / 1}, {26, 27, 29});
    REQUIRE(fan.size() == 3);
    CHECK(fan.dates()[2] == hw::date(2029y / 1 / 1));
    CHECK(fan[0] == 26);
    CHECK(fan[2] == 29);
    CHECK(fan.at(2026y / 1 / 1) == 26);
    CHECK(fan.at(2027y / 1 / 1) == 27);
    CHECK(fan.at(2029y / 1 / 1) == 29);
    CHECK_THROWS_WITH(fan.at(2028y / 1 / 1), ContainsSubstring("not among those simulated"));
    CHECK_THROWS_WITH(hw::fan<int>({}, {}).at(2028y / 1 / 1), ContainsSubstring("not among those simulated"));
}
