// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/trend/first_time.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto cost = exponential(start, 5.0 * usd, falls_by_factor(4.0, year));
constexpr auto speed = exponential(start, 5.0 * flop, falls_by_factor(3.0, year));
static_assert(first_at_most(cost, 1.0 * usd, between(start, start + 9.0 * year)) > start);

#if HEADWAY_CASE == 1  // case: a level of another dimension
// expect: conversion from .*dim::time.*dim::money
auto wrong = first_at_most(cost, 1.0 * year, between(start, start + year));
#endif

#if HEADWAY_CASE == 2  // case: a trend of another dimension
// expect: conversion from .*dim::compute.*dim::money
auto wrong = first_at_least(cost, speed, between(start, start + year));
#endif

#if HEADWAY_CASE == 3  // case: a date where a window is expected
// expect: first_at_least, first_at_most: the third argument must be a window, between\(first, last\)
auto wrong = first_at_least(cost, 1.0 * usd, start);
#endif

#if HEADWAY_CASE == 4  // case: an amount where a trend is expected
// expect: first_at_least, first_at_most: the first argument must be a trend
auto wrong = first_at_most(1.0 * usd, 1.0 * usd, between(start, start + year));
#endif
