// SPDX-License-Identifier: BSL-1.0
#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto result = hw::outputs(hw::output<"cost">(5.0 * million_usd), hw::output<"share">(0.5));
static_assert(hw::get<"share">(result) == 0.5);

#if HEADWAY_CASE == 1  // case: an output name that does not exist
// expect: get: the model has no output of this name
constexpr auto wrong = hw::get<"price">(result);
#endif

#if HEADWAY_CASE == 2  // case: two outputs of one name
// expect: outputs: two outputs have the same name; rename one of them
constexpr auto wrong = hw::outputs(hw::output<"cost">(1.0 * usd), hw::output<"cost">(2.0 * usd));
#endif

#if HEADWAY_CASE == 3  // case: an output in words
// expect: output: the value must be a number, a quantity or a date
constexpr auto wrong = hw::output<"cost">("5 million");
#endif

#if HEADWAY_CASE == 4  // case: an output without its name
// expect: outputs: every argument must be an output, such as output<.*cost.*>\(5.0 \* million_usd\)
constexpr auto wrong = hw::outputs(5.0 * million_usd);
#endif

#if HEADWAY_CASE == 5  // case: asking one value for an output
// expect: get: the model returns one value; to name several, return outputs\(output<.*cost.*>\(...\), ...\)
constexpr auto wrong = hw::get<"cost">(5.0 * million_usd);
#endif

#if HEADWAY_CASE == 6  // case: the name of an output among its arguments
// expect: output: the name goes between angle brackets
auto wrong = hw::output("cost", 5.0);
#endif
