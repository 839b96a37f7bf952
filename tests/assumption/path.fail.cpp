// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/path.hpp>

#include <headway/assumption/correlate.hpp>
#include <headway/assumption/override.hpp>
#include <headway/forecast/forecast.hpp>

using namespace headway;
using namespace headway::units;
inline constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
inline constexpr auto walk = log_walk(start, 4.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(0.3));
inline constexpr auto price = path<"price">(walk, "test");
inline constexpr auto other = path<"other">(walk, "test");
inline constexpr auto share = assumption<"share">(uniform(0.0, 1.0), "test");
static_assert(forecast(inputs(price, share), [](const auto& in) { return in[price](start) * in[share]; }).baseline() > 1.0 * usd);

#if HEADWAY_CASE == 1  // case: a path that is no input
// expect: the model reads a path that is not among the forecast's inputs: add it to inputs
auto wrong = forecast(inputs(price), [](const auto& in) { return in[price](start) + in[other](start); });
#endif

#if HEADWAY_CASE == 2  // case: a path of a belief
// expect: path: the first argument must be a process, such as log_walk
auto wrong = path<"price">(uniform(1.0 * usd, 2.0 * usd), "test");
#endif

#if HEADWAY_CASE == 3  // case: a path without a source
// expect: path: say where it comes from: give a figure or a note in quotes as the second argument
auto wrong = path<"price">(walk);
#endif

#if HEADWAY_CASE == 4  // case: a process of another dimension
// expect: override: the process has another dimension than the path it replaces
auto wrong = override(price, log_walk(start, 4.0 * flop, falls_by_factor(2.0, year), per_sqrt_year(0.3)));
#endif

#if HEADWAY_CASE == 5  // case: a number for a path
// expect: override: a path is overridden by a process, such as log_walk
auto wrong = override(price, 3.0 * usd);
#endif

#if HEADWAY_CASE == 6  // case: a path correlated with a value
// expect: correlate: a path has no one value that could be correlated with an assumption's
auto wrong = correlate(price, share, 0.5);
#endif

#if HEADWAY_CASE == 7  // case: a path correlated with itself
// expect: correlate: a path always has correlation 1 with itself; name two paths
auto wrong = correlate(price, price, 0.5);
#endif

#if HEADWAY_CASE == 8  // case: a path and a span of time
// expect: dim::time.*dim::money
auto wrong = forecast(inputs(price), [](const auto& in) { return (in[price] + constant(1.0 * year))(start); });
#endif

#if HEADWAY_CASE == 9  // case: a volatility in dollars of a walk in logarithms
// expect: log_walk: the fourth argument must be a volatility of the logarithm, such as per_sqrt_year\(0.383\), without a unit
auto wrong = log_walk(start, 4.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(2.0 * usd));
#endif

#if HEADWAY_CASE == 10  // case: yearly beliefs that are gone after the line
// expect: yearly: the beliefs are a temporary
auto wrong = yearly<"subsidy">(years_from(start, uniform(1.0 * usd, 2.0 * usd)), 0.5, "test");
#endif

#if HEADWAY_CASE == 11  // case: the name of a path among its arguments
// expect: path: the name goes between angle brackets
auto wrong = path("price", walk, "test");
#endif
