// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario_list.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
using list = hw::scenario_list<std::remove_cvref_t<decltype(f)>>;
constexpr auto slow = hw::scenario<"slow">(hw::override(decline, 2.0));
const list good{slow, hw::any_scenario("run time")};

#if HEADWAY_CASE == 1  // case: a scenario of what is not an input
// expect: scenario: it overrides an assumption that is not among the forecast's inputs
const list wrong{slow, hw::scenario<"dear">(hw::override(other, 3.0))};
#endif

#if HEADWAY_CASE == 2  // case: a scenario with another dimension than the input of that name
// expect: scenario: an override has another dimension than the input of that name
constexpr auto price = hw::assumption<"cost">(4.0, "a guess");
const list wrong{slow, hw::scenario<"dear">(hw::override(price, 3.0))};
#endif

#if HEADWAY_CASE == 3  // case: a bare override among the scenarios
// expect: scenario: an override alone has no name to be told apart by: write
const list wrong{slow, hw::override(decline, 3.0)};
#endif

#if HEADWAY_CASE == 4  // case: a stacked scenario of what is not an input
// expect: scenario: it overrides an assumption that is not among the forecast's inputs
const list wrong{slow.on(hw::scenario<"dear">(hw::override(other, 3.0)))};
#endif
