// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/trend/crossing.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto cost = exponential(start, 5.0 * usd, falls_by_factor(4.0, year));
constexpr auto speed = exponential(start, 5.0 * flop, falls_by_factor(3.0, year));
constexpr auto hidden = as_trend([](const auto& t) { return speed(t); });
static_assert(crossing(cost, 1.0 * usd, between(start, start + 9.0 * year), direction::falling) > start);

#if HEADWAY_CASE == 1  // case: a level of another dimension
// expect: conversion from .*dim::time.*dim::money
auto wrong = crossing(cost, 1.0 * year, between(start, start + year), direction::falling);
#endif

#if HEADWAY_CASE == 2  // case: an exponential of another dimension
// expect: conversion from .*dim::compute.*dim::money
auto wrong = crossing(cost, speed, between(start, start + year), direction::falling);
#endif

#if HEADWAY_CASE == 3  // case: a trend of another dimension
// expect: conversion from .*dim::compute.*dim::money
auto wrong = crossing(cost, hidden, between(start, start + year), direction::falling);
#endif

#if HEADWAY_CASE == 4  // case: a window that ends before it starts, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*window_ends_before_it_starts
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'window_ends_before_it_starts' cannot be used in a constant expression
constexpr auto wrong = between(start + year, start);
#endif

#if HEADWAY_CASE == 5  // case: a span where a window is expected
// expect: crossing: the third argument must be a window, between\(first, last\)
auto wrong = crossing(cost, 1.0 * usd, year, direction::falling);
#endif

#if HEADWAY_CASE == 6  // case: a crossing without its direction
// expect: crossing: the fourth argument says which way the trend crosses: direction::rising, direction::falling or direction::either
auto wrong = crossing(cost, 1.0 * usd, between(start, start + year));
#endif

#if HEADWAY_CASE == 7  // case: a word where the direction is expected
// expect: crossing: the fourth argument says which way the trend crosses
auto wrong = crossing(cost, speed, between(start, start + year), true);
#endif
