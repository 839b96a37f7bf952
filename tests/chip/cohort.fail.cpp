// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/cohort.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr hw::generation big{.name = "big", .performance = petaflop / second / chip};
constexpr auto control = hw::bought(big, 10.0 * chip, hw::date());

#if HEADWAY_CASE == 1  // case: a negative number of chips, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::bought(big, -10.0 * chip, hw::date());
#endif
