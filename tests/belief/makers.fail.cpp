// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/counts.hpp>
#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
constexpr auto cost = headway::uniform(1.0 * usd, 2.0 * million_usd);
static_assert(cost.median() > 1.0 * million_usd && headway::normal(2027y / 1 / 1, 1.0 * year).has_mean());

#if HEADWAY_CASE == 1  // case: bounds of two dimensions
// expect-gcc: conversion from .*dim::time.* to non-scalar type .*dim::money
// expect-clang: no viable conversion from '.*dim::time.*' to '.*dim::money
auto wrong = headway::uniform(1.0 * usd, 2.0 * year);
#endif

#if HEADWAY_CASE == 2  // case: a quantity and a number
// expect-gcc: conversion from .double. to non-scalar type .*dim::money
// expect-clang: no viable conversion from 'double' to '.*dim::money
auto wrong = headway::triangular(1.0 * usd, 2.0, 3.0 * usd);
#endif

#if HEADWAY_CASE == 3  // case: a date's standard deviation as a date
// expect-gcc: conversion from .*basic_date<double>.* to non-scalar type .*dim::time
// expect-clang: no viable conversion from '.*date'.*dim::time
auto wrong = headway::normal(2027y / 1 / 1, 2028y / 1 / 1);
#endif

#if HEADWAY_CASE == 4  // case: a shape that needs a zero, of dates
// expect: a date has no zero, which this shape needs: use normal_ci, uniform, triangular or pert
auto wrong = headway::lognormal(headway::date(2027y / 1 / 1), 0.5);
#endif

#if HEADWAY_CASE == 5  // case: a text as a value
// expect-gcc: no matching function for call to .exactly\(const char
// expect-clang: no matching function for call to 'exactly'
auto wrong = headway::exactly("2 million USD");
#endif

#if HEADWAY_CASE == 6  // case: lo above hi in a constant
// expect-gcc: call to non-'constexpr' function '.*maker::bounds_must_rise
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'bounds_must_rise' cannot be used in a constant expression
constexpr auto wrong = headway::uniform(2.0, 1.0);
#endif

#if HEADWAY_CASE == 7  // case: a standard deviation of zero in a constant
// expect-gcc: call to non-'constexpr' function '.*maker::span_must_be_above_zero
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'span_must_be_above_zero' cannot be used in a constant expression
constexpr auto wrong = headway::normal(2.0, 0.0);
#endif

#if HEADWAY_CASE == 8  // case: a count of money
// expect: poisson: the mean must be a plain number
const auto wrong = headway::poisson(4.0 * headway::units::usd);
#endif

#if HEADWAY_CASE == 9  // case: a chance in per cent, in a constant
// expect-gcc: call to non-'constexpr' function '.*maker::probability_must_be_from_0_to_1
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'probability_must_be_from_0_to_1' cannot be used in a constant expression
constexpr auto wrong = headway::bernoulli(60.0);
#endif
