// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>
#include <headway/testing/holds.hpp>

namespace hw = headway;
using namespace headway::units;
constexpr auto cost = hw::assumption<"cost">(hw::ci90(3.0 * usd, 5.5 * usd), "test");
constexpr auto f = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost]; });
constexpr auto over_time = hw::forecast(hw::inputs(cost), [](const auto& in, const auto&) { return in[cost]; });
auto good() { return hw::holds(f, [](const auto& c) { return c > 0.0 * usd; }); }

#if HEADWAY_CASE == 1  // case: a predicate of a plain number
// expect: holds: the predicate must be callable with what the model returns, or with that and the inputs
auto wrong() { return hw::holds(f, [](double c) { return c > 0.0; }); }
#endif

#if HEADWAY_CASE == 2  // case: a predicate that answers with a date
// expect: holds: the predicate must return a bool, or the margin by which it holds as a number or a quantity
auto wrong() { return hw::holds(f, [](const auto&) { return hw::date(); }); }
#endif

#if HEADWAY_CASE == 3  // case: a predicate over time that takes too much
// expect: holds: the predicate must be callable with what the model returns, with that and the date
auto wrong() { return hw::holds(over_time, {hw::date()}, [](const auto&, const auto&, const auto&, int) { return true; }); }
#endif
