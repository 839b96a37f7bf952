// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario_list.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto decline = hw::assumption<"decline">(hw::lognormal(4.0, 0.2), "an example");
constexpr auto cost = hw::assumption<"cost">(100.0 * million_usd, "an example");
constexpr auto runs = hw::assumption<"runs">(3.0, "an example");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
using list = hw::scenario_list<std::remove_cvref_t<decltype(f)>>;

constexpr auto baseline = hw::scenario<"baseline">();
constexpr auto slow = hw::scenario<"slow">(hw::override(decline, 2.0));

std::vector<double> results(const list& scenarios) {
    std::vector<double> all;
    for (const auto& g : scenarios.forecasts("test", f)) all.push_back(g.baseline().in(million_usd));
    return all;
}

TEST_CASE("a list has the forecast under each of its scenarios, in order, however they were made") {
    hw::any_scenario made("made");
    made.set(hw::override(cost, 50.0 * million_usd));
    CHECK(results({baseline, slow, made}) == std::vector{25.0, 50.0, 12.5});
    const std::vector<hw::any_scenario> several{made, baseline, slow};
    CHECK(results(several) == std::vector{12.5, 25.0, 50.0});
    CHECK(list(several).size() == 3);
    CHECK(list(several).begin()->name() == "made");
    CHECK(list(std::vector<hw::any_scenario>{}).size() == 0);
}

TEST_CASE("scenarios that do not fit a forecast are refused by name") {
    const auto refused = [](const list& scenarios) { return scenarios.forecasts("test", f); };
    CHECK_THROWS_WITH(refused({}), ContainsSubstring("test: no scenarios given"));
    CHECK_THROWS_WITH(refused({baseline, slow, hw::any_scenario("baseline")}),
                      ContainsSubstring("two scenarios are named 'baseline'"));
    CHECK_THROWS_WITH(refused({baseline, hw::any_scenario("more").set(hw::override(runs, 2.0))}),
                      ContainsSubstring("in scenario 'more'") && ContainsSubstring("'runs'") &&
                          ContainsSubstring("'decline', 'cost'"));
    CHECK_THROWS_WITH(refused({hw::any_scenario("odd").set("cost", hw::exactly(2.0))}),
                      ContainsSubstring("in scenario 'odd'") && ContainsSubstring("about money"));
}

TEST_CASE("a scenario is looked up by its name or by itself") {
    CHECK(hw::scenario_name("slow").view() == "slow");
    CHECK(hw::scenario_name(std::string("slow")).view() == "slow");
    CHECK(hw::scenario_name(slow).view() == "slow");
    const hw::any_scenario s = slow;
    CHECK(hw::scenario_name(s).view() == "slow");
}

}  // namespace
