// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/growth.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
constexpr auto decline = falls_by_factor(4.0, year);
static_assert(decline.over(year) < 1.0 && falls_by_factor(4, std::chrono::years{1}) == decline);

#if HEADWAY_CASE == 1  // case: a factor below zero in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_be_above_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_be_above_zero' cannot be used in a constant expression
constexpr auto wrong = falls_by_factor(-2.0, year);
#endif

#if HEADWAY_CASE == 2  // case: a plain number as a period
// expect: a period must be a span of time, for example 1.0 \* year
auto wrong = falls_by_factor(4.0, 1.0);
#endif

#if HEADWAY_CASE == 3  // case: money as a period
// expect: a period must be a span of time, for example 1.0 \* year
auto wrong = grows_by_factor(4.0, 3.0 * usd);
#endif

#if HEADWAY_CASE == 4  // case: a plain number as a doubling time
// expect: a period must be a span of time, for example 1.0 \* year
auto wrong = doubles_every(2.0);
#endif

#if HEADWAY_CASE == 5  // case: growth over a plain number
// expect: a period must be a span of time, for example 1.0 \* year
auto wrong = decline.over(2.0);
#endif

#if HEADWAY_CASE == 6  // case: a factor with a unit
// expect: a factor, a percentage or a number of orders of magnitude must be a plain number, without a unit
auto wrong = falls_by_factor(4.0 * usd, year);
#endif

#if HEADWAY_CASE == 7  // case: a percentage given as a share
// expect: a factor, a percentage or a number of orders of magnitude must be a plain number, without a unit
auto wrong = falls_by_percent(20.0 * percent, year);
#endif

#if HEADWAY_CASE == 8  // case: a continuous rate without its time
// expect: a continuous rate must be a number per time, for example 0.32 / year
auto wrong = grows_continuously(0.32);
#endif

#if HEADWAY_CASE == 9  // case: the doubling time of what falls, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*growth_must_rise
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'growth_must_rise' cannot be used in a constant expression
constexpr auto wrong = decline.doubling_time();
#endif
