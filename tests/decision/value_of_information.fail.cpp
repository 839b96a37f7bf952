// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/value_of_information.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline]; });
constexpr auto over_time = hw::forecast(hw::inputs(decline), [](const auto& in, const auto&) { return in[decline]; });
constexpr auto several =
    hw::forecast(hw::inputs(decline), [](const auto& in) { return hw::outputs(hw::output<"cost">(in[decline])); });
constexpr auto act = hw::scenario<"act">();
constexpr auto wait = hw::scenario<"wait">(hw::override(decline, 2.0));
const auto good = hw::value_of_information<"cost">(several, {act, wait}, hw::better::lower).inputs[decline].value;

#if HEADWAY_CASE == 1  // case: a decision that does not say what is better
// expect: value_of_information: say after the decisions which result is better: better::higher or better::lower
const auto wrong = hw::value_of_information(f, {act, wait}, {.draws = 1000});
#endif

#if HEADWAY_CASE == 2  // case: a decision on an output that there is not
// expect: sensitivity: the model has no output of this name
const auto wrong = hw::value_of_information<"price">(several, {act, wait}, hw::better::lower);
#endif

#if HEADWAY_CASE == 3  // case: a decision on which of several outputs
// expect: sensitivity: the model returns several outputs: name the one that is meant
const auto wrong = hw::value_of_information(several, {act, wait}, hw::better::lower);
#endif

#if HEADWAY_CASE == 4  // case: a decision about a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it
const auto wrong = hw::value_of_information(over_time, {act, wait}, hw::better::lower);
#endif

#if HEADWAY_CASE == 5  // case: a decision that overrides what is not an input
// expect: scenario: it overrides an assumption that is not among the forecast's inputs
const auto wrong = hw::value_of_information(f, {act, hw::scenario<"buy">(hw::override(other, 3.0))}, hw::better::lower);
#endif

#if HEADWAY_CASE == 6  // case: the value of knowing what is not an input
// expect: there is no row of this assumption: it is not among the forecast's inputs
const auto wrong = hw::value_of_information(f, {act, wait}, hw::better::lower).inputs[other].value;
#endif
