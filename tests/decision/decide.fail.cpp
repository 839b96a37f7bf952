// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/decide.hpp>

#include <headway/assumption/path.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto price = hw::assumption<"price">(4.0 * usd, "a guess");
constexpr auto ready = hw::assumption<"ready">(2027y / 1 / 1, "a guess");
constexpr auto cost = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
constexpr auto day_of = hw::forecast(hw::inputs(ready), [](const auto& in) { return in[ready]; });
constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto&) { return in[price]; });
constexpr auto several =
    hw::forecast(hw::inputs(price), [](const auto& in) { return hw::outputs(hw::output<"cost">(in[price])); });
constexpr auto market = hw::path<"market">(
    hw::log_walk(hw::date(2026y / 1 / 1), 4.0 * usd, hw::falls_by_percent(5.0, year), hw::per_sqrt_year(0.2)), "a guess");
const auto buy = hw::option<"buy">(cost);
const auto rent = hw::option<"rent", "cost">(several);
const auto d = hw::decide(hw::better::lower, buy, rent, hw::option<"no">(0.0 * usd), {.draws = 1000});
const auto seen = d.sample_information(price, hw::normal_error(1.0 * usd), 3);

#if HEADWAY_CASE == 1  // case: a decision that does not say what is better
// expect: decide: say first which result is better
const auto wrong = hw::decide(buy, rent);
#endif

#if HEADWAY_CASE == 2  // case: a decision between money and dates
// expect: decide: the results of the options have different dimensions, which cannot be compared
const auto wrong = hw::decide(hw::better::lower, buy, hw::option<"when">(day_of), {.draws = 1000});
#endif

#if HEADWAY_CASE == 3  // case: a decision with one option
// expect: decide: one option leaves no choice; give at least two
const auto wrong = hw::decide(hw::better::lower, buy, {.draws = 1000});
#endif

#if HEADWAY_CASE == 4  // case: a decision between forecasts without names
// expect: decide: after what is better give options, option<.+buy.+>\(cost_of_buying\)
const auto wrong = hw::decide(hw::better::lower, cost, cost, {.draws = 1000});
#endif

#if HEADWAY_CASE == 5  // case: an option of several outputs without a name
// expect: option: the model returns several outputs: name the one that decides, as in option<.+buy.+cost.+>\(f\)
const auto wrong = hw::option<"buy">(several);
#endif

#if HEADWAY_CASE == 6  // case: an option of an output that there is not
// expect: sensitivity: the model has no output of this name
const auto wrong = hw::option<"buy", "price">(several);
#endif

#if HEADWAY_CASE == 7  // case: an option of a forecast over time without a date
// expect: option: this is a forecast over time: give the date after it
const auto wrong = hw::option<"buy">(over_time);
#endif

#if HEADWAY_CASE == 8  // case: an option that is no forecast
// expect: option: give the forecast of what the option gives
const auto wrong = hw::option<"buy">(price);
#endif

#if HEADWAY_CASE == 9  // case: an option without a name
// expect: option: give it a name to tell it by
const auto wrong = hw::option<"">(cost);
#endif

#if HEADWAY_CASE == 10  // case: a sample with an error in another unit than the input's
// expect: sample_information: the error has another dimension than the input
const auto wrong = d.sample_information(price, hw::normal_error(1.0 * year));
#endif

#if HEADWAY_CASE == 11  // case: a sample that does not say how far it may be off
// expect: sample_information: say how far what is seen may be off
const auto wrong = d.sample_information(price, 0.2);
#endif

#if HEADWAY_CASE == 12  // case: a sample of a date with an error that is a factor
// expect: sample_information: a date has no zero, so that its error cannot be a factor
const auto wrong = d.sample_information(ready, hw::log_error(0.2));
#endif

#if HEADWAY_CASE == 13  // case: what it is worth to know a path
// expect: perfect_information: a path is many numbers, of which none tells all
const auto wrong = d.perfect_information(market);
#endif

#if HEADWAY_CASE == 14  // case: a sample of a path
// expect: sample_information: a path is many numbers, and a sample is of one
const auto wrong = d.sample_information(market, hw::log_error(0.2));
#endif

#if HEADWAY_CASE == 15  // case: the name of an option among its arguments
// expect: option: the name goes between angle brackets
auto wrong = hw::option("buy", cost);
#endif
