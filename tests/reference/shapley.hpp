// SPDX-License-Identifier: BSL-1.0
// Written by shapley.py; do not edit.
#pragma once

namespace reference {

inline constexpr double shapley_two[] = {0.3759322650567464874, 0.6240677349432535126};
inline constexpr double shapley_four[] = {0.06891665351909029113, 0.3486145369523276259, 0.4344092568828995336, 0.1480595526456825494};

}  // namespace reference
