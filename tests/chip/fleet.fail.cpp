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

#if HEADWAY_CASE == 3  // case: the share of chips in a world of money
// expect: (conversion from|no viable conversion from|cannot convert).*money.*chips
auto wrong = hw::share_of_world(3.0 * chip, 9.0 * usd);
#endif

#if HEADWAY_CASE == 4  // case: a negative number of chips, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::bought(big, -10.0 * chip, hw::date());
#endif
