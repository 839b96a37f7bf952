// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/chip/generation_diffusion.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto launch = hw::date();
constexpr auto control =
    hw::successive_generations(hw::adoption_of("control", launch, 1.0 * million_chips, 0.03 / year, 0.4 / year));

#if HEADWAY_CASE == 1  // case: rates without a time
// expect: adoption_of: innovation and imitation must be rates per time, such as 0.03 / year
auto wrong = hw::adoption_of("wrong", launch, 1.0 * million_chips, 0.03, 0.4);
#endif

#if HEADWAY_CASE == 2  // case: a launch that is a span
// expect: adoption_of: the second argument, the launch, must be a date
auto wrong = hw::adoption_of("wrong", 2.0 * year, 1.0 * million_chips, 0.03 / year, 0.4 / year);
#endif

#if HEADWAY_CASE == 3  // case: generations out of order, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*market_generation_is_out_of_order
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'market_generation_is_out_of_order' cannot be used in a constant expression
constexpr auto wrong = hw::successive_generations(control[0], control[0]);
#endif
