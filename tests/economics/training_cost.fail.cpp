// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/training_cost.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
constexpr auto curve = hw::training_cost(2024y / 3 / 1, 100.0 * million_usd, hw::falls_by_factor(4.0, year));
static_assert(curve.position_of(5.0 * million_usd, 2024y / 3 / 1).ratio < 1.0);

#if HEADWAY_CASE == 1  // case: a cost in years
// expect: training_cost: the second argument must be money, such as 100.0 \* million_usd
auto wrong = hw::training_cost(2024y / 3 / 1, 3.0 * year);
#endif

#if HEADWAY_CASE == 2  // case: a cost without its unit
// expect: training_cost: the second argument must be money, such as 100.0 \* million_usd
auto wrong = hw::training_cost(2024y / 3 / 1, 100e6, hw::falls_by_factor(4.0, year));
#endif

#if HEADWAY_CASE == 3  // case: a decline given as a number
// expect: training_cost: the third argument must be a growth that falls, such as falls_by_factor\(4.0, year\)
auto wrong = hw::training_cost(2024y / 3 / 1, 100.0 * million_usd, 4.0);
#endif

#if HEADWAY_CASE == 4  // case: a year given as a number
// expect: training_cost: the first argument must be a date, such as date\(2024y / 3 / 1\)
auto wrong = hw::training_cost(2024.25, 100.0 * million_usd);
#endif

#if HEADWAY_CASE == 5  // case: a decline that rises, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*decline_must_fall
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'decline_must_fall' cannot be used in a constant expression
constexpr auto wrong = hw::training_cost(2024y / 3 / 1, 100.0 * million_usd, hw::grows_by_factor(4.0, year));
#endif
