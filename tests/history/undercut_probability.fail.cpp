// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/history/undercut_probability.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
constexpr headway::date start(2013y / 1 / 1);
constexpr headway::random_walk price(start, 3.0 * usd, year, {-0.10, 0.15, 33, headway::independent_increments});
constexpr headway::random_walk per_watt(start, 3.0 * usd / watt, year, {-0.10, 0.15, 33, headway::moving_average(0.63)});
static_assert(headway::undercut_probability(price, price, start) == 0.5);

#if HEADWAY_CASE == 1  // case: a price and a price per watt
// expect: undercut_probability: both technologies must be priced in the same dimension
auto wrong = headway::undercut_probability(price, per_watt, start);
#endif

#if HEADWAY_CASE == 2  // case: a walk of money from a time
// expect-gcc: conversion from .*dim::time.* to non-scalar type .*dim::money
// expect-clang: no viable conversion from .*dim::time.* to .*dim::money
auto wrong = headway::random_walk<headway::dim::money>(start, 3.0 * day, year, price.parameters());
#endif
