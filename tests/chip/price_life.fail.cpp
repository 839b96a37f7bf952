// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/price_life.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto launch = hw::date();
constexpr auto life = hw::price_life(launch, 30e3 * usd / chip);

#if HEADWAY_CASE == 1  // case: a price that is not per chip
// expect: price_life: the second argument must be money per chip, such as 30'000.0 \* usd / chip
auto wrong = hw::price_life(launch, 30e3 * usd);
#endif

#if HEADWAY_CASE == 2  // case: a decline as a number
// expect: price_life: the third argument must be a growth that does not rise
auto wrong = hw::price_life(launch, 30e3 * usd / chip, 0.2);
#endif

#if HEADWAY_CASE == 3  // case: a premium in money
// expect: (conversion from|no viable conversion from|cannot convert).*money
auto wrong = life.with_premium(5e3 * usd, month);
#endif

#if HEADWAY_CASE == 4  // case: an end price above the list price, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_breaks_a_rule
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_breaks_a_rule' cannot be used in a constant expression
constexpr auto wrong = life.with_end_price(1.2);
#endif
