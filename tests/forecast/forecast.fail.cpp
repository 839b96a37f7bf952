// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/forecast.hpp>

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto model = [](const auto& in) { return in[cost] / in[decline]; };
struct two_results {
    double a;
    double b;
};
constexpr auto good = hw::forecast(hw::inputs(decline, cost), model);
static_assert(good.at(hw::override(decline, 5.0)) < good.baseline());

#if HEADWAY_CASE == 1  // case: a model that reads what is not an input
// expect: the model reads an assumption that is not among the forecast's inputs: add it to inputs\(...\)
constexpr auto wrong = hw::forecast(hw::inputs(cost), model);
#endif

#if HEADWAY_CASE == 2  // case: an override of what is not an input
// expect: at, with: an override is not among the forecast's inputs
constexpr auto wrong = good.at(hw::override(other, 3.0));
#endif

#if HEADWAY_CASE == 3  // case: an override of an input's name with another dimension
// expect: at, with: the override has another dimension than the input of that name
constexpr auto price = hw::assumption<"cost">(4.0, "a guess");
constexpr auto wrong = good.at(hw::override(price, 3.0));
#endif

#if HEADWAY_CASE == 4  // case: one input overridden twice
// expect: at, with: two overrides are of the same assumption; keep one
constexpr auto wrong = good.at(hw::override(decline, 3.0), hw::override(decline, 5.0));
#endif

#if HEADWAY_CASE == 5  // case: a model of three arguments
// expect: forecast: the model must be callable with its inputs, \[\]\(const auto& in\) {...}, or with its inputs and a date
constexpr auto wrong = hw::forecast(hw::inputs(cost), [](const auto&, hw::date, int) { return 1.0; });
#endif

#if HEADWAY_CASE == 6  // case: a model of a number
// expect: forecast: the model must be callable with its inputs, \[\]\(const auto& in\) {...}, or with its inputs and a date
constexpr auto wrong = hw::forecast(hw::inputs(cost), [](double x) { return x; });
#endif

#if HEADWAY_CASE == 7  // case: a model that is not callable
// expect: forecast: the model must be callable with its inputs, \[\]\(const auto& in\) {...}, or with its inputs and a date
constexpr auto wrong = hw::forecast(hw::inputs(cost), 4.0);
#endif

#if HEADWAY_CASE == 8  // case: a model that answers yes or no
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\)
constexpr auto wrong = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost] < 1.0 * million_usd; });
#endif

#if HEADWAY_CASE == 9  // case: a model over time that returns nothing
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\)
constexpr auto wrong = hw::forecast(hw::inputs(cost), [](const auto&, const auto&) {});
#endif

#if HEADWAY_CASE == 10  // case: a baseline over time without its date
// expect: baseline: this is a forecast over time: give the date
constexpr auto over_time = hw::forecast(hw::inputs(cost), [](const auto& in, const auto&) { return in[cost]; });
constexpr auto wrong = over_time.baseline();
#endif

#if HEADWAY_CASE == 11  // case: a plain value as an override
// expect: at, with: every argument must be an override, such as override\(decline, 3.0\)
constexpr auto wrong = good.at(3.0);
#endif

#if HEADWAY_CASE == 12  // case: money added to a time inside a model
// expect-gcc: no match for .operator\+.*quantity<headway::dim::money.*and.*quantity<headway::dim::time
// expect-clang: invalid operands to binary expression .*quantity<(headway::dim::)?money.*and.*quantity<(headway::dim::)?time
constexpr auto wrong = hw::forecast(hw::inputs(cost), [](const auto& in) { return in[cost] + 2.0 * year; });
#endif

#if HEADWAY_CASE == 13  // case: assumptions that are not wrapped in inputs
// expect: forecast: the first argument must be inputs\(...\)
constexpr auto wrong = hw::forecast(cost, model);
#endif

#if HEADWAY_CASE == 14  // case: a forecast with a belief for what is not an input
// expect: at, with: an override is not among the forecast's inputs
constexpr auto wrong = good.with(hw::override(other, 3.0));
#endif

#if HEADWAY_CASE == 15  // case: a forecast with a belief of another dimension
// expect: at, with: the override has another dimension than the input of that name
constexpr auto price = hw::assumption<"cost">(4.0, "a guess");
constexpr auto wrong = good.with(hw::override(price, 3.0));
#endif

#if HEADWAY_CASE == 16  // case: assumptions that are not in inputs
// expect: forecast: the assumptions go into inputs\(...\)
constexpr auto wrong = hw::forecast(decline, cost, model);
#endif

#if HEADWAY_CASE == 17  // case: a model that returns a pair
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto& in) { return std::pair(in[cost], in[decline]); });
#endif

#if HEADWAY_CASE == 18  // case: a model that returns a tuple
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto& in) { return std::tuple(in[cost], in[decline]); });
#endif

#if HEADWAY_CASE == 19  // case: a model that returns a vector
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto& in) { return std::vector{in[cost], in[cost]}; });
#endif

#if HEADWAY_CASE == 20  // case: a model that returns a text
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto&) { return std::string("dear"); });
#endif

#if HEADWAY_CASE == 21  // case: a model that returns what may be nothing
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto& in) { return std::optional(in[cost]); });
#endif

#if HEADWAY_CASE == 22  // case: a model that returns a struct of its own
// expect: forecast: the model must return a number, a quantity, a date or outputs\(...\), and no bool
auto wrong = hw::forecast(hw::inputs(cost, decline), [](const auto&) { return two_results{1.0, 2.0}; });
#endif
