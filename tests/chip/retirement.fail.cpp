// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/retirement.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto hazard = hw::retires_at_hazard(0.2 / year);
constexpr auto own = hw::survives_as([](const auto& age) { return 1.0 / (1.0 + age / year); });

#if HEADWAY_CASE == 1  // case: a survival curve that returns no share
// expect: survives_as: the curve must take an age, a span of time, and return a plain number
auto wrong = hw::survives_as([](const auto& age) { return age; });
#endif

#if HEADWAY_CASE == 2  // case: a share retired that is an amount
// expect: (conversion from|no viable conversion from|cannot convert).*chips
auto wrong = hw::retires_share_per_year(20.0 * chip);
#endif

#if HEADWAY_CASE == 3  // case: everything retired each year, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_breaks_a_rule
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_breaks_a_rule' cannot be used in a constant expression
constexpr auto wrong = hw::retires_share_per_year(1.0);
#endif
