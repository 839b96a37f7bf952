// SPDX-License-Identifier: BSL-1.0
// Written by decide.py; do not edit.
#pragma once

namespace reference {

inline constexpr double decide_probability_a = 0.65845430084519564834;
inline constexpr double decide_regret_a = 0.55752632494547345607;
inline constexpr double decide_regret_b = 1.5575263249454734561;
inline constexpr double decide_knowing_x = 0.083315470587686298383;
inline constexpr double decide_knowing_y = 0.083315470587686298383;
inline constexpr double decide_knowing_z = 0.39559311480261205919;
inline constexpr double decide_sample_z_1 = 0.19964122837424566589;
inline constexpr double decide_sample_z_5 = 0.33496888884233814658;
inline constexpr double decide_sample_z_4 = 0.39016101701467558182;
inline constexpr double decide_knowing_price = 2.0423208099546846561;
inline constexpr double decide_sample_price_3 = 1.8432287731966240721;

}  // namespace reference
