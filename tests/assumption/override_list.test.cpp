// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/override_list.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;

namespace {

constexpr auto decline = hw::assumption<"decline">(hw::lognormal(4.0, 0.2), "an example");
constexpr auto cost = hw::assumption<"cost">(100.0 * million_usd, "an example");
using money = hw::quantity<hw::dim::money>;

TEST_CASE("an override list holds one belief for each name, the later of two") {
    hw::override_list list(hw::override(decline, 3.0), hw::override(cost, 90.0 * million_usd));
    REQUIRE(list.size() == 2);
    CHECK(list.begin()->input == "decline");
    CHECK(list.find("cost")->as<money>() == hw::exactly(90.0 * million_usd));
    CHECK(list.find("Cost") == nullptr);

    list.set("decline", hw::uniform(2.0, 3.0));
    REQUIRE(list.size() == 2);
    CHECK(list.find("decline")->as<double>() == hw::uniform(2.0, 3.0));

    hw::override_list later;
    CHECK(later.empty());
    later.set("cost", hw::exactly(80.0 * million_usd));
    later.set("new", hw::exactly(1.0));
    list.set(later);
    CHECK(list.size() == 3);
    CHECK(*list.find("cost") == *later.find("cost"));
    CHECK(list != later);
    CHECK(list == hw::override_list(list));
}

}  // namespace
