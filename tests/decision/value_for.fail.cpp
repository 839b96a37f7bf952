// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/value_for.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto number = hw::assumption<"number">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto start = hw::assumption<"start">(hw::date(), "a guess");
constexpr auto other_price = hw::assumption<"price">(3.0, "a guess");
constexpr auto f = hw::forecast(hw::inputs(price, start), [](const auto& in) { return in[price]; });
const auto works = hw::value_for(f, price, statistic::median == 1.5 * usd, hw::value_range(1.0 * usd, 2.0 * usd));

#if HEADWAY_CASE == 1  // case: an assumption that is not an input
// expect: value_for: the assumption is not among the forecast's inputs
const auto wrong = hw::value_for(f, number, statistic::median == 1.5 * usd);
#endif

#if HEADWAY_CASE == 2  // case: a target of another kind
// expect: value_for: the target is of another kind than the result
const auto wrong = hw::value_for(f, price, statistic::median == 1.5);
#endif

#if HEADWAY_CASE == 3  // case: no target
// expect: value_for: say what the statistic is to be, as in statistic::median == 5.0 \* million_usd
const auto wrong = hw::value_for(f, price, statistic::median);
#endif

#if HEADWAY_CASE == 4  // case: a date scaled
// expect: scaled: a date cannot be multiplied; take shifted\(...\)
const auto wrong = hw::scaled(start);
#endif

#if HEADWAY_CASE == 5  // case: a range of another dimension
// expect: value_range: it has another dimension than the assumption it is a range of
const auto wrong = hw::value_for(f, price, statistic::median == 1.5 * usd, hw::value_range(1.0, 2.0));
#endif

#if HEADWAY_CASE == 6  // case: an input of that name and another dimension
// expect: value_for: the assumption has another dimension than the input of that name
const auto wrong = hw::value_for(f, other_price, statistic::median == 1.5 * usd);
#endif

#if HEADWAY_CASE == 7  // case: a probability of another kind of value
// expect: value_for: the target is of another kind than the result
const auto wrong = hw::value_for(f, price, statistic::probability_below(2.0) == 0.5);
#endif

#if HEADWAY_CASE == 8  // case: a plain value as the target
// expect: value_for: the target is a statistic and a value, statistic::median == x
const auto wrong = hw::value_for(f, price, 3.0);
#endif

#if HEADWAY_CASE == 9  // case: an inequality as the target
// expect: value_for: the target is a statistic and a value, statistic::median == x
const auto wrong = hw::value_for(f, price, statistic::median < 3.0);
#endif

#if HEADWAY_CASE == 10  // case: a forecast over time without its date
// expect: value_for: this is a forecast over time: give the date after it, as in value_for\(f, when, price, target\)
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
void wrong() { static_cast<void>(hw::value_for(over_time, price, statistic::median == 1.5 * usd)); }
#endif

#if HEADWAY_CASE == 11  // case: a date for a forecast that is none of time
// expect: value_for: the model is no function of the date: leave the date out
void wrong() { static_cast<void>(hw::value_for(f, hw::date(), price, statistic::median == 1.5 * usd)); }
#endif
