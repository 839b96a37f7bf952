// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/belief/makers.hpp>
#include <headway/simulation/rare_probability.hpp>

namespace hw = headway;
using namespace hw::units;
using hw::statistic::probability_below;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto plain = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto two = hw::forecast(hw::inputs(price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price]), hw::output<"share">(0.5));
});
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
const auto right = hw::rare_probability(plain, probability_below(1.0 * usd));
const auto right_too = hw::rare_probability<"cost">(two, probability_below(1.0 * usd));
const auto right_on_a_date = hw::rare_probability(over_time, hw::date::decimal(2030.0), probability_below(1.0 * usd));

#if HEADWAY_CASE == 1  // case: a limit of another dimension
// expect: rare_probability: the limit must be of the result's type: a number, a quantity of its dimension or a date
const auto wrong = hw::rare_probability(plain, probability_below(1.0 * year));
#endif

#if HEADWAY_CASE == 2  // case: several outputs and none named
// expect: sensitivity: the model returns several outputs: name the one that is meant
const auto wrong = hw::rare_probability(two, probability_below(1.0 * usd));
#endif

#if HEADWAY_CASE == 3  // case: a forecast over time without a date
// expect: sensitivity: this is a forecast over time: give the date after it
const auto wrong = hw::rare_probability(over_time, probability_below(1.0 * usd));
#endif
