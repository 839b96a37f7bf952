// SPDX-License-Identifier: BSL-1.0
// Made by explain_change.py.
#pragma once

namespace reference {

// 2 a - 3 b + c / 2 of normals (1, 1), (2, 0.5), (0, 3) that become (1.5, 2), (1, 1.5), (-2, 1).
inline constexpr double linear_median_parts[] = {1.0, 3.0, -1.0};
inline constexpr double linear_q90_parts[] = {2.7550120148363522838, 5.5679689513048335105, -1.3167904888645579877};
inline constexpr double linear_below_0_parts[] = {-0.12469429324028521166, -0.29273623976548045575, 0.068197122572842267086};
// a b c of lognormals of median and sigma (3, 0.2), (5, 0.5), (2, 0.3) that become (4, 0.1), (2.5, 0.6), (3, 0.4).
inline constexpr double product_median_parts[] = {9.1666666666666666667, -22.083333333333333333, 12.916666666666666667};
inline constexpr double product_mean_parts[] = {10.847263388392997717, -25.520632504723647155, 17.498810459964169932};

}  // namespace reference
