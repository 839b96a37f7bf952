// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/fleet_by_owner.hpp>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto china = hw::owner("China", 10.0 * chip);
constexpr auto control = hw::fleet_by_owner(hw::world_total(100.0 * chip), china, hw::owner_share("US", 0.5));

#if HEADWAY_CASE == 1  // case: a fleet whose sum nothing closes
// expect: fleet_by_owner: the first argument says what closes the sum: world_total\(...\), rest_of_world\(...\) or
auto wrong = hw::fleet_by_owner(china, hw::owner("US", 50.0 * chip));
#endif

#if HEADWAY_CASE == 2  // case: an amount without its owner
// expect: fleet_by_owner: after what closes the sum come owners, owner\(name, amount\) or owner_share\(name, share\)
auto wrong = hw::fleet_by_owner(hw::world_total(100.0 * chip), china, 50.0 * chip);
#endif

#if HEADWAY_CASE == 3  // case: chips and power in one sum
// expect: fleet_by_owner: amounts of different dimensions do not add up; make chips equivalents of one chip first
auto wrong = hw::fleet_by_owner(hw::world_total(100.0 * chip), china, hw::owner("US", 5.0 * megawatt));
#endif

#if HEADWAY_CASE == 4  // case: shares of a world of unknown size
// expect: fleet_by_owner: shares alone tell no stock; give world_total\(...\), rest_of_world\(...\) or an owner's amount
auto wrong = hw::fleet_by_owner(hw::nobody_else(), hw::owner_share("US", 0.5));
#endif

#if HEADWAY_CASE == 5  // case: a world without owners
// expect: fleet_by_owner: name at least one owner
auto wrong = hw::fleet_by_owner(hw::world_total(100.0 * chip));
#endif

#if HEADWAY_CASE == 6  // case: a share above one in a constant expression
// expect-gcc: owner_breaks_a_rule
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: owner_breaks_a_rule
constexpr auto wrong = hw::owner_share("China", 1.5);
#endif

#if HEADWAY_CASE == 7  // case: an owner with its amount first
// expect: owner: it takes a name, then an amount
auto wrong = hw::owner(3.0 * chip, "A");
#endif

#if HEADWAY_CASE == 8  // case: the name of an owner between angle brackets
// expect: owner: the name is the first argument
auto wrong = hw::owner<"A">(3.0 * chip);
#endif

#if HEADWAY_CASE == 9  // case: a share with its name last
// expect: owner_share: it takes a name, then a share
auto wrong = hw::owner_share(0.05, "A");
#endif
