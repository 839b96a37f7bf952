// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/buyer.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto tier2 =
    hw::buyer("tier 2", hw::unrestricted(), hw::during(hw::date(), hw::date::never(), hw::generations_behind(1)));
constexpr auto fit = hw::chips_under_quota(790e6 * tpp, 16'000.0 * tpp / chip);

#if HEADWAY_CASE == 1  // case: a buyer without a policy for the time outside its windows
// expect: buyer: the second argument must be the policy outside all windows, such as unrestricted
auto wrong = hw::buyer("wrong", hw::during(hw::date(), hw::date::never(), hw::denied()));
#endif

#if HEADWAY_CASE == 2  // case: a policy without a validity
// expect: buyer: after the policy come windows, such as during
auto wrong = hw::buyer("wrong", hw::unrestricted(), hw::denied());
#endif

#if HEADWAY_CASE == 3  // case: a quota below zero, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*value_must_not_be_negative
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'value_must_not_be_negative' cannot be used in a constant expression
constexpr auto wrong = hw::capped_quantity(-1.0 * tpp);
#endif

#if HEADWAY_CASE == 4  // case: a demand in money where chips are bought
// expect: (conversion from|no viable conversion from|cannot convert|could not convert).*money.*chips
constexpr auto wrong =
    tier2.purchases(hw::constant(1.0 * usd / year), 16'000.0 * tpp / chip, hw::date(), hw::date() + year);
#endif
