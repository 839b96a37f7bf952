// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario.hpp>

namespace hw = headway;
constexpr auto decline = hw::assumption<"yearly fall">(4.0, "a guess");
constexpr auto slow = hw::scenario<"slow">(hw::override(decline, 2.0));

#if HEADWAY_CASE == 1  // case: one assumption overridden twice in a scenario
// expect: scenario: two overrides are of the same assumption; keep one
constexpr auto wrong = hw::scenario<"twice">(hw::override(decline, 3.0), hw::override(decline, 4.0));
#endif

#if HEADWAY_CASE == 2  // case: a scenario of a plain value
// expect: scenario: every argument must be an override, such as override\(decline, 3.0\)
constexpr auto wrong = hw::scenario<"plain">(3.0);
#endif

#if HEADWAY_CASE == 3  // case: a scenario without a name
// expect: scenario: the name is empty
constexpr auto wrong = hw::scenario<"">(hw::override(decline, 3.0));
#endif

#if HEADWAY_CASE == 4  // case: the name of a scenario among its arguments
// expect: scenario: the name goes between angle brackets
auto wrong = hw::scenario("slow", hw::override(decline, 3.0));
#endif
