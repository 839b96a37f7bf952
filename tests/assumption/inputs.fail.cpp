// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/inputs.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto cost = hw::assumption<"cost">(5.0 * million_usd, "a guess");
constexpr auto all = hw::inputs(decline, cost);
constexpr decltype(all)::values<double> values(4.0, 5.0 * million_usd);
static_assert(values[decline] == 4.0);

#if HEADWAY_CASE == 1  // case: two inputs of one name
// expect: inputs: two inputs have the same name; rename one of them
constexpr auto again = hw::assumption<"cost">(4.0, "another guess");
constexpr auto wrong = hw::inputs(decline, cost, again);
#endif

#if HEADWAY_CASE == 2  // case: one assumption twice
// expect: inputs: two inputs have the same name; rename one of them
constexpr auto wrong = hw::inputs(decline, decline);
#endif

#if HEADWAY_CASE == 3  // case: a value that is not an assumption
// expect: inputs: every argument must be an assumption
constexpr auto wrong = hw::inputs(decline, 4.0);
#endif

#if HEADWAY_CASE == 4  // case: reading what is not an input
// expect: the model reads an assumption that is not among the forecast's inputs: add it to inputs\(...\)
constexpr auto other = hw::assumption<"price">(4.0, "a guess");
constexpr auto wrong = values[other];
#endif

#if HEADWAY_CASE == 5  // case: reading an assumption of an input's name and another dimension
// expect: the model reads an assumption that is not among the forecast's inputs: add it to inputs\(...\)
constexpr auto other = hw::assumption<"cost">(4.0, "a guess");
constexpr auto wrong = values[other];
#endif

#if HEADWAY_CASE == 6  // case: reading by a name in quotes
// expect: an input is read by its assumption: in\[decline\], where decline is what assumption<...>\(...\) made
constexpr auto wrong = values["cost"];
#endif

#if HEADWAY_CASE == 7  // case: two names of one hash
// expect: inputs: two names have the same 64-bit hash, .*; rename one of them
constexpr auto one = hw::assumption<"8yn0iYCKYHlIj4-BwPqk">(4.0, "a guess");
constexpr auto other = hw::assumption<"GReLUrM4wMqfg9yzV3KQ">(4.0, "a guess");
constexpr auto wrong = hw::inputs(one, cost, other);
#endif
