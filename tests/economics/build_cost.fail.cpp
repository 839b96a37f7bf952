// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/build_cost.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto building = hw::cost_component("building", 0.25, 4.0);
constexpr auto rest = hw::cost_component("rest", 0.75, 1.0);
static_assert(hw::build_cost(20.0 * billion_usd, building, rest) > 20.0 * billion_usd);

#if HEADWAY_CASE == 1  // case: shares that do not sum to one, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*shares_must_sum_to_one
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'shares_must_sum_to_one' cannot be used in a constant expression
constexpr auto wrong = hw::build_cost(20.0 * billion_usd, building);
#endif

#if HEADWAY_CASE == 2  // case: a share of money
// expect: money
auto wrong = hw::cost_component("building", 5.0 * billion_usd, 4.0);
#endif

#if HEADWAY_CASE == 3  // case: a build cost in time
// expect: build_cost
auto wrong = hw::build_cost(20.0 * month, building, rest);
#endif
