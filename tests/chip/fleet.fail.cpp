// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/fleet.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr hw::generation big{.name = "big", .performance = petaflop / second / chip};
constexpr auto control = hw::fleet(hw::retires_at_hazard(0.2 / year), hw::bought(big, 10.0 * chip, hw::date()));

#if HEADWAY_CASE == 1  // case: a hazard that is not a survival curve
// expect: fleet: the first argument must be a survival curve, such as retires_at_hazard\(0.2 / year\)
auto wrong = hw::fleet(0.2 / year, hw::bought(big, 10.0 * chip, hw::date()));
#endif

#if HEADWAY_CASE == 2  // case: a generation that is not a cohort
// expect: fleet: after the survival curve come cohorts, made by bought, leaked or rented
auto wrong = hw::fleet(hw::retires_at_hazard(0.2 / year), big);
#endif
