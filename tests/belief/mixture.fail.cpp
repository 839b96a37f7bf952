// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/interval.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using headway::ci90;
using headway::weighted;
constexpr auto cost = headway::mixture(weighted{ci90(1.0 * usd, 3.0 * usd), 0.5}, {2.0 * usd, 0.5});
static_assert(cost.component_count() == 2 && headway::mixture({0.0, 1}, {ci90(1.0, 2.0), 1}).mean() < 1.0);

#if HEADWAY_CASE == 1  // case: a mixture of money and time
// expect-gcc: conversion from .*dim::time.* to non-scalar type .*dim::money
// expect-clang: no viable conversion from .*dim::time.* to .*dim::money
auto wrong = headway::mixture(weighted{ci90(1.0 * usd, 3.0 * usd), 0.5}, {ci90(1.0 * year, 3.0 * year), 0.5});
#endif

#if HEADWAY_CASE == 2  // case: a negative weight in a constant
// expect-gcc: call to non-'constexpr' function '.*maker::number_must_be
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'number_must_be' cannot be used in a constant expression
constexpr auto wrong = headway::mixture({0.0, -1.0}, {1.0, 2.0});
#endif

#if HEADWAY_CASE == 3  // case: a mixture of quantities that does not name the first
// expect-gcc: conversion from .*dim::money.* to non-scalar type .*belief<double>
// expect-clang: no viable conversion from .*dim::money.* to .*belief<double>
auto wrong = headway::mixture({ci90(1.0 * usd, 3.0 * usd), 0.5}, {2.0 * usd, 0.5});
#endif
