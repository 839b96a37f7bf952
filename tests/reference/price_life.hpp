// SPDX-License-Identifier: BSL-1.0
// Written by price_life.py; do not edit.
#pragma once

namespace reference {

inline constexpr double price_2023_9 = 27006.76340666808407;
inline constexpr double price_2024_10 = 19218.83900401606532;
inline constexpr double price_2024_11 = 12000.0;
inline constexpr double price_2025_6 = 12000.0;
inline constexpr double price_2026_7 = 3485.291829996378088;
inline constexpr double price_2028_1 = 633.8553119649108183;
inline constexpr double default_share_after_2_years = 0.5248074602497725974;
inline constexpr double years_to_half_the_price = 3.135216779706488115;

}  // namespace reference
