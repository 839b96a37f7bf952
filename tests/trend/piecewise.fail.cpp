// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/trend/piecewise.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto cost = exponential(start, 5.0 * usd, falls_by_factor(4.0, year));
constexpr auto speed = exponential(start, 5.0 * flop, falls_by_factor(3.0, year));
constexpr auto shaped = piecewise(cost, continues_as(start, speed));

#if HEADWAY_CASE == 1  // case: switching to a trend of another dimension
// expect: conversion from .*dim::compute.*dim::money
auto wrong = piecewise(cost, switches_to(start, speed));
#endif

#if HEADWAY_CASE == 2  // case: a piece without a word on how it joins
// expect: piecewise: every piece after the first must be made by switches_to, continues_as, continues_shifted or jumps_by
auto wrong = piecewise(cost, cost);
#endif
