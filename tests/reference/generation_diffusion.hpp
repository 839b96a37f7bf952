// SPDX-License-Identifier: BSL-1.0
// Written by generation_diffusion.py; do not edit.
#pragma once

namespace reference {

inline constexpr double in_use_0_2021 = 0.05666792803869791911;
inline constexpr double in_use_1_2021 = 0.0;
inline constexpr double in_use_2_2021 = 0.0;
inline constexpr double in_use_0_2024 = 0.4166205076481164616;
inline constexpr double in_use_1_2024 = 0.4438081149472901559;
inline constexpr double in_use_2_2024 = 0.0;
inline constexpr double in_use_0_2026 = 0.3008921423533075931;
inline constexpr double in_use_1_2026 = 2.061159701513818005;
inline constexpr double in_use_2_2026 = 1.153978086430245658;
inline constexpr double in_use_0_2030 = 0.005253846014562222946;
inline constexpr double in_use_1_2030 = 0.08371226632449869084;
inline constexpr double in_use_2_2030 = 7.807004417370718979;

}  // namespace reference
