// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/share_of_world.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
static_assert(hw::share_of_world(3.0 * chip, 9.0 * chip) < 0.5);

#if HEADWAY_CASE == 1  // case: the share of chips in a world of money
// expect: (conversion from|no viable conversion from|cannot convert).*money.*chips
auto wrong = hw::share_of_world(3.0 * chip, 9.0 * usd);
#endif
