// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>

namespace said = headway::figures;
using namespace headway::units;

constexpr auto lowest = said::amodei::frontier_labs_us.low;
constexpr auto cost = said::schmidt::deepseek_base_cost.value + 1.0 * usd;
constexpr said::figure own{5.0 * chip, {chip, "chips"}, {.id = "own"}};

#if HEADWAY_CASE == 1  // case: the value of a range
// expect-gcc: figure_range<double>.*has no member named 'value'
// expect-clang: no member named 'value' in 'headway::figures::figure_range<double>'
constexpr auto value = said::amodei::frontier_labs_us.value;
#endif

#if HEADWAY_CASE == 2  // case: the ends of a single number
// expect-gcc: figure<double>.*has no member named 'low'
// expect-clang: no member named 'low' in 'headway::figures::figure<double>'
constexpr auto low = said::amodei::training_cost_decline.low;
#endif

#if HEADWAY_CASE == 3  // case: a figure printed in a unit of another dimension
// expect: conversion from .*money.* to .*chips
constexpr said::figure<headway::quantity<headway::dim::chips>> fleet{5.0 * chip, {usd, "USD"}, {.id = "fleet"}};
#endif

#if HEADWAY_CASE == 4  // case: a figure's money added to a time
// expect: money.*time
constexpr auto sum = said::schmidt::deepseek_base_cost.value + said::amodei::assumed_lead.value;
#endif

#if HEADWAY_CASE == 5  // case: a range with its ends in the wrong order
// expect: (low_end_is_above_high_end|must be initialized by a constant expression)
constexpr said::figure_range wrong{5.0, 3.0, {1.0, "firms"}, {.id = "wrong"}};
#endif
