// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/two_way.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto number = hw::assumption<"number">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto missing = hw::assumption<"missing">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto f = hw::forecast(hw::inputs(price, number), [](const auto& in) { return in[price] * in[number]; });
const auto works = hw::two_way(f, price, number, {1.0 * usd, 2.0 * usd}, {1.0, 2.0});

#if HEADWAY_CASE == 1  // case: an assumption that is not an input
// expect: axis: it is of an assumption that is not among the forecast's inputs
const auto wrong = hw::two_way(f, price, missing, {1.0 * usd, 2.0 * usd}, {1.0, 2.0});
#endif

#if HEADWAY_CASE == 2  // case: a level of another dimension
// expect: axis: a level has another dimension than the assumption of the axis
const auto wrong = hw::two_way(f, price, number, {1.0, 2.0}, {1.0, 2.0});
#endif

#if HEADWAY_CASE == 3  // case: a probability of another kind of value
// expect: two_way: the limit of the probability is of another kind than the result
const auto wrong = hw::two_way(f, price, number, {1.0 * usd}, {1.0}, hw::statistic::probability_below(1.0));
#endif

#if HEADWAY_CASE == 4  // case: a forecast over time without a date
// expect: two_way: this is a forecast over time: give the date after it, as in two_way\(f, when, down, across\)
constexpr auto later = hw::forecast(hw::inputs(price, number), [](const auto& in, const auto&) { return in[price] * in[number]; });
const auto wrong = hw::two_way(later, price, number, {1.0 * usd}, {1.0});
#endif

#if HEADWAY_CASE == 5  // case: a date for a model that is no function of it
// expect: two_way: the model is no function of the date: leave the date out
const auto wrong = hw::two_way(f, hw::date(2027, 1, 1), price, number, {1.0 * usd}, {1.0});
#endif
