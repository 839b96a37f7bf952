// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>
#include <headway/scenario/scenario_list.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto decline = hw::assumption<"decline">(hw::lognormal(4.0, 0.2), "an example");
constexpr auto cost = hw::assumption<"cost">(100.0 * million_usd, "an example");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
using list = hw::scenario_list<std::remove_cvref_t<decltype(f)>>;

constexpr auto baseline = hw::scenario<"baseline">();
constexpr auto slow = hw::scenario<"slow">(hw::override(decline, 2.0));
constexpr auto dear = hw::scenario<"dear">(hw::override(cost, 200.0 * million_usd), hw::override(decline, 2.5));

static_assert(baseline.name() == "baseline");
static_assert(slow.on(dear).name() == "slow on dear");
static_assert(hw::scenario<"both">(slow.on(dear)).name() == "both");
static_assert(std::tuple_size_v<std::remove_cvref_t<decltype(slow.on(dear).overrides())>> == 2);

std::vector<double> results(const list& scenarios) {
    std::vector<double> all;
    for (const auto& g : scenarios.forecasts("test", f)) all.push_back(g.baseline().in(million_usd));
    return all;
}

TEST_CASE("a stacked scenario has the overrides of both, those of the upper one where they meet") {
    CHECK(results({baseline, slow, dear, slow.on(dear), dear.on(slow), hw::scenario<"both">(slow.on(dear))}) ==
          std::vector{25.0, 50.0, 80.0, 100.0, 80.0, 100.0});
    const hw::any_scenario s = slow;
    const hw::any_scenario d = dear;
    CHECK(results({s.on(d), s.on(dear).named("2"), slow.on(d).named("3"), d.on(s)}) ==
          std::vector{100.0, 100.0, 100.0, 80.0});
    CHECK(s.on(d).name() == "slow on dear");
    CHECK(s.on(d).overrides().size() == 2);
    CHECK(d.overrides().size() == 2);
}

TEST_CASE("a scenario is put together at run time, override by override or from a list") {
    hw::any_scenario made("made");
    made.set(hw::override(decline, 5.0)).set("cost", hw::exactly(50.0 * million_usd));
    CHECK(results({made}) == std::vector{10.0});
    made.set("decline", hw::exactly(2.0));
    CHECK(results({made}) == std::vector{25.0});
    CHECK(results({hw::any_scenario("from a list", hw::override_list(hw::override(decline, 8.0)))}) ==
          std::vector{12.5});

    // The reasons come with them.
    const hw::any_scenario told = hw::scenario<"told">(hw::override(decline, 2.0, "the fall has slowed"));
    CHECK(told.overrides().begin()->reason.note() == "the fall has slowed");
    CHECK(made.set(hw::override(cost, 60.0 * million_usd, "a bill")).overrides().begin()[1].reason.note() == "a bill");

    CHECK_THROWS_WITH(hw::any_scenario(""), ContainsSubstring("name is empty"));
    CHECK_THROWS_WITH(made.named(""), ContainsSubstring("name is empty"));
}

}  // namespace
