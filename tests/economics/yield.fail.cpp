// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/yield.hpp>

namespace hw = headway;
using namespace hw::units;
static_assert(hw::murphy_yield(0.1 / cm2, 814.0 * mm2) < 0.5);

#if HEADWAY_CASE == 1  // case: defects per length
// expect: a defect density must be a number per area, such as 0.1 / cm2
auto wrong = hw::murphy_yield(0.1 / centimetre, 814.0 * mm2);
#endif

#if HEADWAY_CASE == 2  // case: defects per die given as an area
// expect: a defect density must be a number per area, such as 0.1 / cm2
auto wrong = hw::poisson_yield(0.1 * cm2, 814.0 * mm2);
#endif

#if HEADWAY_CASE == 3  // case: a density without its unit
// expect: a defect density must be a number per area, such as 0.1 / cm2
auto wrong = hw::seeds_yield(0.1, 814.0 * mm2);
#endif

#if HEADWAY_CASE == 4  // case: a die's edge for its area
// expect: a die area must be an area, such as 814.0 \* mm2
auto wrong = hw::seeds_yield(0.1 / cm2, 28.5 * millimetre);
#endif

#if HEADWAY_CASE == 5  // case: a negative number of defects, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::seeds_yield(-0.1);
#endif
