// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/scarcity.hpp>
#include <headway/chip/scarcity_episode.hpp>

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

#if HEADWAY_CASE == 5  // case: an episode between years
// expect: scarcity_episode: the first two arguments, from and until, must be dates
auto wrong = hw::scarcity_episode(2025, 2026, 1.8, 9.0 * month, 6.0 * month);
#endif

#if HEADWAY_CASE == 6  // case: an episode whose rise has no unit
// expect: scarcity_episode: the last two arguments, rise and fall, must be spans of time
auto wrong = hw::scarcity_episode(hw::date(), hw::date::never(), 1.8, 9.0, 6.0 * month);
#endif

#if HEADWAY_CASE == 7  // case: an episode with its peak last
// expect: scarcity_episode: the third argument, the peak, must be a factor
auto wrong = hw::scarcity_episode(hw::date(), hw::date::never(), hw::date(), 6.0 * month, 1.8);
#endif

#if HEADWAY_CASE == 8  // case: an episode without its fall
// expect: scarcity_episode: it takes from, until, peak, rise and fall
auto wrong = hw::scarcity_episode(hw::date(), hw::date::never(), 1.8, 9.0 * month);
#endif
