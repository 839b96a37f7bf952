// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/access_policy.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto right = hw::capped_quantity(790e6 * tpp);

#if HEADWAY_CASE == 1  // case: a quota below zero, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::capped_quantity(-1.0 * tpp);
#endif

#if HEADWAY_CASE == 2  // case: a limit of performance as a number
// expect: performance_below: the limit must be a processing performance per chip
auto wrong = hw::performance_below(21'000.0);
#endif

#if HEADWAY_CASE == 3  // case: a limit of bandwidth that is not of one chip
// expect: bandwidth_below: the limit must be a memory bandwidth per chip
auto wrong = hw::bandwidth_below(6500.0 * gigabyte / second);
#endif
