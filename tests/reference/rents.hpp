// SPDX-License-Identifier: BSL-1.0
// Written by rents.py; do not edit.
#pragma once

namespace reference {

inline constexpr double chip_price_factor_per_year = 0.8190362588127200299;
inline constexpr double rental_rate = 0.6797165422871959849;
inline constexpr double peak_2023 = 3.412036976401403556;
inline constexpr double scarcity_in_march = 1.501279328344413018;
inline constexpr double peak_2026 = 1.789991833114648815;
inline constexpr double rise_in_months = 7.108724265191897984;
inline constexpr double shortage_in_march = 1.384105529789770734;
inline constexpr double june_if_the_rise_to_march_went_on = 2.924526030182029509;

}  // namespace reference
