// SPDX-License-Identifier: BSL-1.0
// Written by lead.py; do not edit.
#pragma once

namespace reference {

inline constexpr double ratio_of_2_years = 16.0;
inline constexpr double ratio_of_18_months = 8.0;
inline constexpr double lead_of_10 = 1.660964047443681174;
inline constexpr double lead_after_3_years = 1.517107857668956478;
inline constexpr double catch_up_years = 12.4251348780215595;
inline constexpr double catch_up_of_shifted = 12.42513635964588162;
inline constexpr double lead_when_slowed = 2.097589881390797065;

}  // namespace reference
