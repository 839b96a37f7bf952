// SPDX-License-Identifier: BSL-1.0
// Written by real_option.py; do not edit.
#pragma once

namespace reference {

inline constexpr double bermudan_put_10 = 4.442563;
inline constexpr double bermudan_put_50 = 4.477831;
inline constexpr double bermudan_put_at_40_10 = 2.292957;
inline constexpr double bermudan_cost_10 = 95.614018;

}  // namespace reference
