// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/inputs.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/process/first_passage.hpp>

using namespace headway;
using namespace headway::units;
inline constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
inline constexpr auto where = between(start, start + 9.0 * year);
inline constexpr auto price = path<"price">(log_walk(start, 4.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(0.3)), "test");
inline constexpr auto other = path<"other">(log_walk(start, 4.0 * usd, falls_by_factor(2.0, year), per_sqrt_year(0.3)), "test");
static_assert(forecast(inputs(price), [](const auto& in) { return first_at_most(in[price], 1.0 * usd, where); }).baseline() > start);

#if HEADWAY_CASE == 1  // case: crossing of a path
// expect: crossing: a path crosses a level back and forth at once: ask first_at_least or first_at_most
auto wrong = forecast(inputs(price), [](const auto& in) { return (crossing(in[price], 1.0 * usd, where, direction::falling), start); });
#endif

#if HEADWAY_CASE == 2  // case: the smaller of a path and an amount
// expect: first_at_least, first_at_most: of a path it is known when it comes to a level
auto wrong = forecast(inputs(price), [](const auto& in) { return (first_at_most(min(in[price], 3.0 * usd), 1.0 * usd, where), start); });
#endif

#if HEADWAY_CASE == 3  // case: paths on both sides
// expect: first_at_least, first_at_most: a path on both sides
auto wrong = forecast(inputs(price, other), [](const auto& in) { return (first_at_most(in[price], in[other], where), start); });
#endif

#if HEADWAY_CASE == 4  // case: a sum of two paths
// expect: first_at_least, first_at_most: of a path it is known when it comes to a level
auto wrong = forecast(inputs(price, other), [](const auto& in) { return (first_at_least(in[price] + in[other], 1.0 * usd, where), start); });
#endif

#if HEADWAY_CASE == 5  // case: a level of another dimension
// expect: conversion from .*dim::time.*dim::money
auto wrong = forecast(inputs(price), [](const auto& in) { return (first_at_most(in[price], 1.0 * year, where), start); });
#endif
