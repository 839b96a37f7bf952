// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario_grid.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
constexpr auto over_time = hw::forecast(hw::inputs(decline), [](const auto& in, const auto&) { return in[decline]; });
const auto good = hw::compare_grid(f, {hw::axis(decline, {3.0, {"fast", 4.0}}), hw::axis(cost, {3.0 * usd})});

#if HEADWAY_CASE == 1  // case: an axis of what is not an input
// expect: axis: it is of an assumption that is not among the forecast's inputs
const auto wrong = hw::compare_grid(f, {hw::axis(other, {3.0})});
#endif

#if HEADWAY_CASE == 2  // case: an axis with another dimension than the input of that name
// expect: axis: its assumption has another dimension than the input of that name
constexpr auto price = hw::assumption<"cost">(4.0, "a guess");
const auto wrong = hw::compare_grid(f, {hw::axis(price, {3.0})});
#endif

#if HEADWAY_CASE == 3  // case: a level of another dimension
// expect: axis: a level has another dimension than the assumption of the axis
const auto wrong = hw::axis(cost, {3.0 * usd, 4.0 * year});
#endif

#if HEADWAY_CASE == 4  // case: a grid over time without dates
// expect: compare_grid: this is a forecast over time: give the dates, compare_grid\(f, dates, {...}\)
const auto wrong = hw::compare_grid(over_time, {hw::axis(decline, {3.0})});
#endif
