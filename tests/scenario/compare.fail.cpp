// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/compare.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
constexpr auto over_time = hw::forecast(
    hw::inputs(decline, cost), [](const auto& in, const auto&) { return hw::outputs(hw::output<"cost">(in[cost])); });
constexpr auto slow = hw::scenario<"slow">(hw::override(decline, 2.0));
const std::vector<hw::date> dates{hw::date(2026y / 1 / 1)};
const auto c = hw::compare(f, {hw::scenario<"baseline">(), slow}, {.draws = 100, .seed = 1});
const auto cost_of_slow = hw::get<"cost">(hw::compare(over_time, dates, {slow})[0])[slow].median();

#if HEADWAY_CASE == 1  // case: a comparison under an override of what is not an input
// expect: scenario: it overrides an assumption that is not among the forecast's inputs
const auto wrong = hw::compare(f, {slow, hw::scenario<"dear">(hw::override(other, 3.0))}, {.draws = 100});
#endif

#if HEADWAY_CASE == 2  // case: a comparison over time without dates
// expect: compare: this is a forecast over time: give the dates, compare\(f, dates, {...}\)
const auto wrong = hw::compare(over_time, {slow});
#endif

#if HEADWAY_CASE == 3  // case: a comparison on dates of what is no forecast over time
// expect: compare: this forecast is not over time: leave out the dates
const auto wrong = hw::compare(f, dates, {slow});
#endif

#if HEADWAY_CASE == 4  // case: an output that there is not in a comparison
// expect: get: the model has no output of this name
const auto wrong = hw::get<"price">(hw::compare(over_time, dates, {slow})[0])[slow].median();
#endif

#if HEADWAY_CASE == 5  // case: a comparison of bare overrides
// expect: scenario: an override alone has no name to be told apart by: write
const auto wrong = hw::compare(f, {slow, hw::override(decline, 3.0)});
#endif

#if HEADWAY_CASE == 6  // case: a named output of a comparison of one value
// expect: get: the model returns one value; to name several, return outputs
const auto wrong = hw::get<"cost">(c)[slow].median();
#endif
