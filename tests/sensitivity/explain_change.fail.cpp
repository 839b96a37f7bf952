// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/explain_change.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto number = hw::assumption<"number">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto pair = hw::forecast(hw::inputs(price, number), [](const auto& in) { return in[price] * in[number]; });
constexpr auto other_kind = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price].in(usd); });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
const auto works = hw::explain_change(plain, plain.with(hw::override(price, 1.5 * usd)), {.draws = 100});
const auto part = works[price];

#if HEADWAY_CASE == 1  // case: forecasts of different inputs
// expect: explain_change: the two forecasts read different inputs
const auto wrong = hw::explain_change(plain, pair);
#endif

#if HEADWAY_CASE == 2  // case: forecasts of different results
// expect: explain_change: the two forecasts return different kinds of results
const auto wrong = hw::explain_change(plain, other_kind);
#endif

#if HEADWAY_CASE == 3  // case: several outputs and none named
// expect: explain_change: the model returns several outputs: name the one that is meant, as in explain_change<.*cost.*>\(before, after\)
const auto wrong = hw::explain_change(two, two);
#endif

#if HEADWAY_CASE == 4  // case: a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it
const auto wrong = hw::explain_change(over_time, over_time);
#endif

#if HEADWAY_CASE == 5  // case: the part of what is not an input
// expect: there is no part of this assumption: it is not among the forecast's inputs
const auto wrong = works[number];
#endif

#if HEADWAY_CASE == 6  // case: a scenario of what is not an input
// expect: scenario: it overrides an assumption that is not among the forecast's inputs
const auto wrong = hw::explain_change(plain, hw::scenario<"more">(hw::override(number, 3.0)));
#endif

#if HEADWAY_CASE == 7  // case: a probability of another kind of value
// expect: explain_change: the limit of the probability is of another kind than the result
const auto wrong = hw::explain_change(plain, plain, hw::statistic::probability_below(3.0));
#endif
