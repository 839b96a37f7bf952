// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/limits.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto chips = hw::constant(2.0 * million_chips / year);
constexpr auto power = hw::constant(3.0 * gigawatt / year);
constexpr auto buildable = hw::supply(hw::limit<"chips">(chips), hw::limit<"power">(power, kilowatt / chip));
static_assert(buildable(hw::date()) == 2.0 * million_chips / year);

#if HEADWAY_CASE == 1  // case: limits of different dimensions
// expect: (chips.*energy|energy.*chips)
auto wrong = hw::supply(hw::limit<"chips">(chips), hw::limit<"power">(power));
#endif

#if HEADWAY_CASE == 2  // case: two limits of one name
// expect: supply: two limits have the same name; rename one of them
auto wrong = hw::supply(hw::limit<"chips">(chips), hw::limit<"chips">(chips));
#endif

#if HEADWAY_CASE == 3  // case: a trend without a name
// expect: supply: every argument must be a limit, such as limit<.*power.*>\(trend, need\)
auto wrong = hw::supply(hw::limit<"chips">(chips), chips);
#endif

#if HEADWAY_CASE == 4  // case: the name of a limit among its arguments
// expect: limit: the name goes between angle brackets
auto wrong = hw::limit("power", power);
#endif
