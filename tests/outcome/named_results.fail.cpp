// SPDX-License-Identifier: BSL-1.0
// What is asked of all outputs at once.
#include <headway/outcome/named_outcomes.hpp>

#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using two = hw::named_outcomes<hw::named_output<"cost", hw::quantity<hw::dim::money>>, hw::named_output<"date", hw::date>>;
double good(const two& result) { return hw::get<"cost">(result).median().in(usd); }

#if HEADWAY_CASE == 1  // case: the median of several outputs
// expect: median: there are several outputs: ask one of them by its name, get<"cost">\(result\).median
auto wrong(const two& result) { return result.median(); }
#endif

#if HEADWAY_CASE == 2  // case: the mean of several outputs
// expect: mean: there are several outputs: ask one of them by its name, get<"cost">\(result\).mean
auto wrong(const two& result) { return result.mean(); }
#endif

#if HEADWAY_CASE == 3  // case: a quantile of several outputs
// expect: quantile: there are several outputs: ask one of them by its name, get<"cost">\(result\).quantile
auto wrong(const two& result) { return result.quantile(0.9); }
#endif

#if HEADWAY_CASE == 4  // case: the spread of several outputs
// expect: stddev: there are several outputs: ask one of them by its name, get<"cost">\(result\).stddev
auto wrong(const two& result) { return result.stddev(); }
#endif

#if HEADWAY_CASE == 5  // case: the chance that several outputs are below an amount
// expect: probability_below: there are several outputs: ask one of them by its name, get<"cost">\(result\).probability_below
auto wrong(const two& result) { return result.probability_below(3.0 * usd); }
#endif

#if HEADWAY_CASE == 6  // case: the chance that several outputs are above an amount
// expect: probability_above: there are several outputs: ask one of them by its name, get<"cost">\(result\).probability_above
auto wrong(const two& result) { return result.probability_above(3.0 * usd); }
#endif
