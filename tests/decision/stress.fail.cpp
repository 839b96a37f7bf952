// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/stress.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * usd, 2.0 * usd), "a guess");
constexpr auto number = hw::assumption<"number">(hw::uniform(1.0, 2.0), "a guess");
constexpr auto f = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
const auto works = hw::stress(f, price, hw::level_range(0.9, 1.0));

#if HEADWAY_CASE == 1  // case: an assumption that is not an input
// expect: stress: the assumption is not among the forecast's inputs
const auto wrong = hw::stress(f, number, hw::level_range(0.9, 1.0));
#endif

#if HEADWAY_CASE == 2  // case: a range of another dimension
// expect: value_range: it has another dimension than the assumption it is a range of
const auto wrong = hw::stress(f, price, hw::value_range(1.0, 2.0));
#endif

#if HEADWAY_CASE == 3  // case: a plain value as the range
// expect: stress: give a part of the belief, level_range\(0.0, 0.1\)
const auto wrong = hw::stress(f, price, 0.1);
#endif
