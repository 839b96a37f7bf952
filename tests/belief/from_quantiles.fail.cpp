// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/likely.hpp>
#include <headway/quantity/units.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
constexpr headway::belief<double> skewed = headway::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 100}}).above(0);
static_assert(skewed.median() > 19.9 && headway::likely(0.9, 8, 12, 24).has_mean());

#if HEADWAY_CASE == 1  // case: a quantile function that falls, in a constant
// expect-gcc: array subscript value '20' is outside the bounds .*the_quantile_function_falls_at_this_percent
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: in call to 'quantile_function_falls_at\(2.018132
constexpr headway::belief<double> wrong = headway::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 100}});
#endif

#if HEADWAY_CASE == 2  // case: quantiles that do not rise, in a constant
// expect-gcc: call to non-'constexpr' function '.*quantiles_must_rise
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'quantiles_must_rise' cannot be used in a constant expression
constexpr auto wrong = headway::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 15}});
#endif

#if HEADWAY_CASE == 3  // case: probabilities that do not rise, in a constant
// expect-gcc: call to non-'constexpr' function '.*probabilities_must_rise
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'probabilities_must_rise' cannot be used in a constant expression
constexpr auto wrong = headway::from_quantiles({{0.1, 10}, {0.9, 20}, {0.5, 50}});
#endif

#if HEADWAY_CASE == 4  // case: two quantiles, in a constant
// expect-gcc: call to non-'constexpr' function '.*quantiles_must_be_three_to_nine
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'quantiles_must_be_three_to_nine' cannot be used in a constant expression
constexpr auto wrong = headway::from_quantiles({{0.1, 10}, {0.9, 20}});
#endif

#if HEADWAY_CASE == 5  // case: a quantile beyond its bound, in a constant
// expect-gcc: call to non-'constexpr' function '.*quantile_must_lie_inside_its_bound
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'quantile_must_lie_inside_its_bound' cannot be used in a constant expression
constexpr auto wrong = headway::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}}).above(15);
#endif

#if HEADWAY_CASE == 6  // case: more terms than quantiles, in a constant
// expect-gcc: call to non-'constexpr' function '.*terms_must_fit
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'terms_must_fit' cannot be used in a constant expression
constexpr auto wrong = headway::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}}).terms(4);
#endif

#if HEADWAY_CASE == 7  // case: a bound of another dimension
// expect-gcc: conversion from .*dim::money.* to non-scalar type .*dim::time
// expect-clang: no viable conversion from '.*dim::money.*' to '.*dim::time
auto wrong = headway::from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month}).above(0.0 * usd);
#endif

#if HEADWAY_CASE == 8  // case: the most likely value outside its interval, in a constant
// expect-gcc: call to non-'constexpr' function '.*mode_must_lie_between_the_bounds
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'mode_must_lie_between_the_bounds' cannot be used in a constant expression
constexpr auto wrong = headway::likely(0.9, 8, 30, 24);
#endif

#if HEADWAY_CASE == 9  // case: a likely without its level
// expect: likely: give the level first, as in likely\(0.9, 8.0, 12.0, 24.0\)
auto wrong = headway::likely(10., 20., 30.);
#endif

#if HEADWAY_CASE == 10  // case: fewer probabilities than values
// expect: from_quantiles: there must be as many values as probabilities
auto wrong = headway::from_quantiles({0.1, 0.9}, {10.0, 20.0, 30.0});
#endif
