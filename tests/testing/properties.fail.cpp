// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/makers.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/testing/bounded.hpp>
#include <headway/testing/monotone_in.hpp>
#include <headway/testing/outcome_check.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
constexpr auto cost = hw::assumption<"cost">(hw::ci90(3.0 * usd, 5.5 * usd), "test");
constexpr auto other = hw::assumption<"other">(4.0, "test");
constexpr auto f = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost]; });
constexpr auto several =
    hw::forecast(hw::inputs(cost), [](const auto& in) { return hw::outputs(hw::output<"cost">(in[cost])); });
auto monotone() { return hw::monotone_in(f, cost, hw::direction::rising); }
auto within() { return hw::bounded<"cost">(several, 0.0 * usd, 9.0 * usd); }
auto median(const hw::outcome<hw::date>& o) { return hw::median_is(o, 2030y / 1 / 1, 2.0 * month); }

#if HEADWAY_CASE == 1  // case: monotone in what is not an input
// expect: monotone_in: the assumption is not among the forecast's inputs
auto wrong() { return hw::monotone_in(f, other, hw::direction::rising); }
#endif

#if HEADWAY_CASE == 2  // case: several outputs of which none is named
// expect: the model returns several outputs: name one, as in monotone_in<"cost">\(f, ...\)|name one, as in monotone_in<."cost.">
auto wrong() { return hw::monotone_in(several, cost, hw::direction::rising); }
#endif

#if HEADWAY_CASE == 3  // case: bounds of another dimension
// expect: bounded: the bounds must be of the result's dimension
auto wrong() { return hw::bounded(f, 0.0, 9.0); }
#endif

#if HEADWAY_CASE == 4  // case: a percentage of a date
// expect: a date has no percentage: give a span of time or standard_errors\(...\)
auto wrong(const hw::outcome<hw::date>& o) { return hw::median_is(o, 2030y / 1 / 1, 2.0 * percent); }
#endif

#if HEADWAY_CASE == 5  // case: a tolerance of another dimension
// expect: the tolerance must be standard_errors\(...\), a percentage such as 2.0 \* percent, or a difference
auto wrong(const hw::outcome<hw::date>& o) { return hw::median_is(o, 2030y / 1 / 1, 2.0 * usd); }
#endif
