// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/interval.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
constexpr auto cost = headway::truncated(headway::ci90(1.0 * usd, 3.0 * usd), 1.0 * usd, 4.0 * usd);
static_assert(cost.quantile(0.0) == 1.0 * usd);

#if HEADWAY_CASE == 1  // case: money cut off at a number
// expect-gcc: conversion from .double. to non-scalar type .*dim::money
// expect-clang: no viable conversion from 'double' to '.*dim::money
auto wrong = headway::truncated(headway::ci90(1.0 * usd, 3.0 * usd), 1.0, 4.0);
#endif

#if HEADWAY_CASE == 2  // case: nothing left, in a constant
// expect-gcc: call to non-'constexpr' function '.*nothing_is_between
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'nothing_is_between' cannot be used in a constant expression
constexpr auto wrong = headway::truncated(headway::belief<double>(3.0), 4.0, 5.0);
#endif
