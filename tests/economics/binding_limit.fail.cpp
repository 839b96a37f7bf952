// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/binding_limit.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto chips = hw::constant(2.0 * million_chips / year);
constexpr auto power = hw::constant(3.0 * gigawatt / year);
constexpr auto buildable = hw::supply(hw::limit<"chips">(chips), hw::limit<"power">(power, kilowatt / chip));
static_assert(hw::binds<"chips">(buildable, hw::date()) == 1.0);

#if HEADWAY_CASE == 1  // case: a limit that is not there
// expect: the supply has no limit of this name
auto wrong = hw::binds<"money">(buildable, hw::date());
#endif
