// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/interval.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
constexpr auto cost = headway::ci90(80.0 * million_usd, 200.0 * million_usd);
static_assert(cost.median() > 100.0 * million_usd && headway::around(4.0, 1.5).median() == 4.0);

#if HEADWAY_CASE == 1  // case: an interval from money to time
// expect-gcc: conversion from .*dim::time.* to non-scalar type .*dim::money
// expect-clang: no viable conversion from '.*dim::time.*' to '.*dim::money
auto wrong = headway::ci90(80.0 * million_usd, 2.0 * year);
#endif

#if HEADWAY_CASE == 2  // case: a lognormal interval from zero, in a constant
// expect-gcc: call to non-'constexpr' function '.*maker::lognormal_bound_must_be_above_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'lognormal_bound_must_be_above_zero' cannot be used in a constant expression
constexpr auto wrong = headway::ci90(0.0, 2.0);
#endif

#if HEADWAY_CASE == 3  // case: a lognormal interval of dates
// expect: a date has no zero, which this shape needs: use normal_ci
auto wrong = headway::lognormal_ci(0.9, 2027y / 1 / 1, 2028y / 1 / 1);
#endif

#if HEADWAY_CASE == 4  // case: an interval without its level
// expect-gcc: no matching function for call to .normal_ci\(double, double\)
// expect-clang: no matching function for call to 'normal_ci'
auto wrong = headway::normal_ci(1.0, 2.0);
#endif

#if HEADWAY_CASE == 5  // case: a level with a unit
// expect-gcc: no matching function for call to .normal_ci
// expect-clang: no matching function for call to 'normal_ci'
auto wrong = headway::normal_ci(1.0 * usd, 1.0 * usd, 2.0 * usd);
#endif
