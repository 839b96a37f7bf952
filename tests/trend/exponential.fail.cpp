// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto cost = exponential(start, 5.0 * usd, falls_by_factor(4.0, year));
static_assert(cost.reaches(1.0 * usd) > start);

#if HEADWAY_CASE == 1  // case: a time where a growth is expected
// expect: exponential: the third argument must be a growth, such as grows_by_factor
auto wrong = exponential(start, 5.0 * usd, 3.0 * year);
#endif

#if HEADWAY_CASE == 2  // case: a number where a date is expected
// expect: exponential: the first argument must be a date
auto wrong = exponential(2024, 5.0 * usd, falls_by_factor(4.0, year));
#endif

#if HEADWAY_CASE == 3  // case: a date where an amount is expected
// expect: exponential: the second argument must be a quantity or a plain number
auto wrong = exponential(start, start, falls_by_factor(4.0, year));
#endif

#if HEADWAY_CASE == 4  // case: a level of another dimension
// expect: conversion from .*dim::time.*dim::money
auto wrong = cost.reaches(3.0 * year);
#endif

#if HEADWAY_CASE == 5  // case: a level without a unit
// expect: conversion from .*double.*dim::money
auto wrong = cost.reaches(3.0);
#endif

#if HEADWAY_CASE == 6  // case: a value of zero in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_be_above_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_be_above_zero' cannot be used in a constant expression
constexpr auto wrong = exponential(start, 0.0 * usd, falls_by_factor(4.0, year));
#endif
