// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/tornado.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto other = hw::assumption<"other">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
static_assert(hw::tornado(plain)[price].input == "price");
static_assert(hw::tornado<"cost">(two).baseline() == 1.5 * usd);
static_assert(hw::tornado(over_time, hw::date()).baseline() == 1.5 * usd);

#if HEADWAY_CASE == 1  // case: several outputs and none named
// expect: sensitivity: the model returns several outputs: name the one that is meant, as in tornado<.*cost.*>\(f\)
constexpr auto wrong = hw::tornado(two);
#endif

#if HEADWAY_CASE == 2  // case: an output that does not exist
// expect: sensitivity: the model has no output of this name
constexpr auto wrong = hw::tornado<"price">(two);
#endif

#if HEADWAY_CASE == 3  // case: a name for the only result
// expect: sensitivity: the model returns one value, which has no name: leave the name out
constexpr auto wrong = hw::tornado<"cost">(plain);
#endif

#if HEADWAY_CASE == 4  // case: a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it, as in tornado\(f, when\)
constexpr auto wrong = hw::tornado(over_time);
#endif

#if HEADWAY_CASE == 5  // case: a date for what is no function of the date
// expect: sensitivity: the model is no function of the date: leave the date out
constexpr auto wrong = hw::tornado(plain, hw::date());
#endif

#if HEADWAY_CASE == 6  // case: the row of what is not an input
// expect: there is no row of this assumption: it is not among the forecast's inputs
constexpr auto wrong = hw::tornado(plain)[other];
#endif
