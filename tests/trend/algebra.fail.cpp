// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/trend/algebra.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto cost = exponential(start, 5.0 * usd, falls_by_factor(4.0, year));
constexpr auto speed = exponential(start, 5.0 * flop, falls_by_factor(3.0, year));
constexpr auto value = speed / cost + 1.0 * flop / usd;

#if HEADWAY_CASE == 1  // case: adding trends of two dimensions
// expect: conversion from .*dim::compute.*dim::money
auto wrong = cost + speed;
#endif

#if HEADWAY_CASE == 2  // case: adding a constant without a unit
// expect: conversion from .*double.*dim::money
auto wrong = cost + 3.0;
#endif

#if HEADWAY_CASE == 3  // case: a cap of another dimension
// expect: conversion from .*dim::time.*dim::money
auto wrong = capped(cost, 3.0 * year);
#endif

#if HEADWAY_CASE == 4  // case: the smaller of a trend and a cap of another dimension
// expect: conversion from .*dim::compute.*dim::money
auto wrong = min(cost, speed);
#endif
