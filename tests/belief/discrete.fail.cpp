// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/discrete.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using headway::weighted_value;
constexpr auto cost = headway::discrete(weighted_value{1.0 * usd, 0.5}, {3.0 * usd, 0.5});
static_assert(cost.mean() == 2.0 * usd && headway::discrete({1, 1}, {3, 1}).mean() == 2.0);

#if HEADWAY_CASE == 1  // case: money or time
// expect-gcc: conversion from .*dim::time.* to non-scalar type .*dim::money
// expect-clang: no viable conversion from .*dim::time.* to .*dim::money
auto wrong = headway::discrete(weighted_value{1.0 * usd, 0.5}, {3.0 * year, 0.5});
#endif

#if HEADWAY_CASE == 2  // case: quantities that do not name the first
// expect-gcc: cannot convert .*dim::money.* to .*double
// expect-clang: no viable conversion from .*dim::money.* to .*double
auto wrong = headway::discrete({1.0 * usd, 0.5}, {3.0 * usd, 0.5});
#endif

#if HEADWAY_CASE == 3  // case: weights that are all zero, in a constant
// expect-gcc: call to non-'constexpr' function '.*weights_must_not_all_be_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'weights_must_not_all_be_zero' cannot be used in a constant expression
constexpr auto wrong = headway::discrete({1.0, 0.0}, {2.0, 0.0});
#endif
