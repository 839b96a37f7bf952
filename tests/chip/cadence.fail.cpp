// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/chip/cadence.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto control = hw::cadence(2.0 * year, 2.5);

#if HEADWAY_CASE == 1  // case: the span of a generation as a number
// expect: cadence: the first argument must be the span of a generation, such as 2.0 \* year
auto wrong = hw::cadence(2.0, 2.5);
#endif

#if HEADWAY_CASE == 2  // case: the factor as an amount
// expect: cadence: the second argument must be the performance factor per generation, a plain number, or a growth
auto wrong = hw::cadence(2.0 * year, 2.5 * usd);
#endif

#if HEADWAY_CASE == 3  // case: a cadence of zero, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_be_above_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_be_above_zero' cannot be used in a constant expression
constexpr auto wrong = hw::cadence(0.0 * year, 2.5);
#endif
