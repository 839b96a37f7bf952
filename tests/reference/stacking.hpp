// SPDX-License-Identifier: BSL-1.0
// Written by stacking.py; do not edit.
#pragma once

namespace reference::stacking {

inline constexpr double weights[] = {0.080624383188919632, 0.34732577746627195, 0.57204983934480842, 0.0};
inline constexpr double mean_log = 2.4151834163473832;

}  // namespace reference::stacking
