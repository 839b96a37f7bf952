// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/buyer.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto tier2 =
    hw::buyer("tier 2", hw::unrestricted(), hw::during(hw::date(), hw::date::never(), hw::generations_behind(1)));

#if HEADWAY_CASE == 1  // case: a buyer without a policy for the time outside its windows
// expect: buyer: the second argument must be the policy outside all windows, such as unrestricted
auto wrong = hw::buyer("wrong", hw::during(hw::date(), hw::date::never(), hw::denied()));
#endif

#if HEADWAY_CASE == 2  // case: a policy without a validity
// expect: buyer: after the policy come windows, such as during
auto wrong = hw::buyer("wrong", hw::unrestricted(), hw::denied());
#endif

#if HEADWAY_CASE == 3  // case: a demand in money where chips are bought
// expect: (conversion from|no viable conversion from|cannot convert|could not convert).*money.*chips
constexpr auto wrong =
    tier2.purchases(hw::constant(1.0 * usd / year), 16'000.0 * tpp / chip, hw::date(), hw::date() + year);
#endif
