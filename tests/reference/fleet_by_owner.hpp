// SPDX-License-Identifier: BSL-1.0
// Written by fleet_by_owner.py; do not edit.
#pragma once

namespace reference {

/// Mean of the four makers' stocks together, in equivalents of an H100, and its standard deviation by rank correlation.
inline constexpr double four_makers_mean = 19772661.67;
struct total_spread {
    double rank_correlation;
    double stddev;
};
inline constexpr total_spread four_makers[] = {
    {0.0, 1221989.9},
    {0.3, 1417810.6},
    {0.6, 1586732.6},
    {0.9, 1733614.9},
};

/// Quantiles of Nvidia's stock of 2025 over that of 2024 by rank correlation of the two.
struct growth_quantiles {
    double rank_correlation;
    double p5;
    double p50;
    double p95;
};
inline constexpr growth_quantiles nvidia_growth[] = {
    {0.0, 2.3507779, 2.8913687, 3.5672321},
    {0.5, 2.5014565, 2.8914904, 3.3517748},
    {0.9, 2.7068568, 2.8915547, 3.0972558},
};

}  // namespace reference
