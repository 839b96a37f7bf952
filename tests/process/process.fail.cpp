// SPDX-License-Identifier: BSL-1.0
#include <headway/process/process.hpp>
#include <headway/process/regime_switching.hpp>
#include <headway/process/yearly_beliefs.hpp>

using namespace headway;
using namespace headway::units;
inline constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
inline constexpr auto walk = log_walk(start, 80.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(0.3));
static_assert(level_walk(start, 80.0 * usd, -3.0 * usd / year, per_sqrt_year(9.0 * usd)) != walk);
static_assert(log_mean_reverting(start, 80.0 * usd, 50.0 * usd, halves_every(9.0 * month), per_sqrt_year(0.3)) != walk);
static_assert(walk.with_jumps(0.5 / year, 0.7, 0.1) != walk);
static_assert(regime_switching(walk, walk, 3.0 * year, 9.0 * month) != walk);

#if HEADWAY_CASE == 1  // case: a growth as the drift of a walk in levels
// expect: level_walk: the third argument must be a drift in the unit of the value per time
auto wrong = level_walk(start, 80.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(9.0 * usd));
#endif

#if HEADWAY_CASE == 2  // case: a volatility of the logarithm for a walk in levels
// expect: the last argument must be a volatility in the unit of the value
auto wrong = level_walk(start, 80.0 * usd, -3.0 * usd / year, per_sqrt_year(0.3));
#endif

#if HEADWAY_CASE == 3  // case: a span as the long-run value
// expect: the third argument must be the value to which it reverts
auto wrong = log_mean_reverting(start, 80.0 * usd, 50.0 * year, halves_every(9.0 * month), per_sqrt_year(0.3));
#endif

#if HEADWAY_CASE == 4  // case: a span as the reversion
// expect: the fourth argument must be a sure growth that falls
auto wrong = log_mean_reverting(start, 80.0 * usd, 50.0 * usd, 9.0 * month, per_sqrt_year(0.3));
#endif

#if HEADWAY_CASE == 5  // case: jumps without a time
// expect: with_jumps: the first argument must be how many jumps there are per time
auto wrong = walk.with_jumps(2.0, 0.7, 0.1);
#endif

#if HEADWAY_CASE == 6  // case: a regime that is a number
// expect: regime_switching: the first two arguments must be random walks
auto wrong = regime_switching(walk, 3.0, 3.0 * year, 9.0 * month);
#endif

#if HEADWAY_CASE == 7  // case: a year that is no date
// expect: years_from: the first argument must be the date
auto wrong = years_from(2026, 1.0 * usd);
#endif
