// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/scarcity.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto wanted = hw::exponential(hw::date(), 1.0 * million_chips, hw::grows_by_factor(4.0, year));
constexpr auto shipped = hw::constant(1.0 * million_chips);
static_assert(hw::scarcity(wanted, shipped, 0.8)(hw::date()) == 1.0);

#if HEADWAY_CASE == 1  // case: without an elasticity
// expect: scarcity: after demand and supply comes the elasticity of demand, a plain number such as 0.8
auto wrong = hw::scarcity(wanted, shipped);
#endif

#if HEADWAY_CASE == 2  // case: of two amounts
// expect: scarcity: demand and supply must be trends, or one of them a trend and the other an amount
auto wrong = hw::scarcity(2.0 * chip, 1.0 * chip, 0.8);
#endif

#if HEADWAY_CASE == 3  // case: demand in chips, supply in wafers
// expect: (conversion from|no viable conversion from|cannot convert).*wafers
auto wrong = hw::scarcity(wanted, hw::constant(1.0 * wafer), 0.8);
#endif

#if HEADWAY_CASE == 4  // case: a negative elasticity, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*elasticity_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'elasticity_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::scarcity(wanted, shipped, -0.8);
#endif
