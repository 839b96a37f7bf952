// SPDX-License-Identifier: BSL-1.0
// Written by quantile_grid.py; do not edit.
#pragma once

#include <headway/math/number.hpp>

namespace reference {

/// A grid of quantile_grid.test.cpp, an outcome, a horizon, the continuous ranked probability score and F(outcome).
struct quantile_grid_point {
    const char* grid;
    double outcome, horizon, crps, cdf;
};
inline constexpr quantile_grid_point quantile_grid_points[] = {
    {"nine", 0x1.0000000000000p-1, headway::detail::infinity, 0x1.740b04b6cee66p+1, 0x1.c24014ce17a74p-19},
    {"nine", 0x1.8000000000000p+0, headway::detail::infinity, 0x1.e8b9d265da970p+0, 0x1.47ae147ae147bp-7},
    {"nine", 0x1.a666666666666p+1, headway::detail::infinity, 0x1.3921b9469675cp-1, 0x1.4ccccccccccccp-2},
    {"nine", 0x1.0000000000000p+2, headway::detail::infinity, 0x1.f4d2ceb622adfp-2, 0x1.0000000000000p-1},
    {"nine", 0x1.2000000000000p+3, headway::detail::infinity, 0x1.a833f3705def6p+1, 0x1.d99999999999ap-1},
    {"nine", 0x1.0000000000000p+4, headway::detail::infinity, 0x1.3c029c3cf5e83p+3, 0x1.fdb30e37e121ap-1},
    {"nine", 0x1.4000000000000p+5, headway::detail::infinity, 0x1.0ee9a59d6e0aap+5, 0x1.ffffffffd2accp-1},
    {"nine", 0x1.0000000000000p-1, 0x1.4000000000000p+2, 0x1.61ffb76bca6ccp+1, 0x1.c24014ce17a74p-19},
    {"nine", 0x1.8000000000000p+0, 0x1.4000000000000p+2, 0x1.c4a337cfd1a3bp+0, 0x1.47ae147ae147bp-7},
    {"nine", 0x1.a666666666666p+1, 0x1.4000000000000p+2, 0x1.e1e90835091e2p-2, 0x1.4ccccccccccccp-2},
    {"nine", 0x1.0000000000000p+2, 0x1.4000000000000p+2, 0x1.6478645dfee0ap-2, 0x1.0000000000000p-1},
    {"nine", 0x1.2000000000000p+3, 0x1.4000000000000p+2, 0x1.0791878454c5ap-1, 0x1.d99999999999ap-1},
    {"nine", 0x1.0000000000000p+4, 0x1.4000000000000p+2, 0x1.0791878454c5ap-1, 0x1.fdb30e37e121ap-1},
    {"nine", 0x1.4000000000000p+5, 0x1.4000000000000p+2, 0x1.0791878454c5ap-1, 0x1.ffffffffd2accp-1},
    {"two", 0x1.4000000000000p+3, headway::detail::infinity, 0x1.adccd19cc2882p+6, 0x1.719684ff8809cp-20},
    {"two", 0x1.9000000000000p+6, headway::detail::infinity, 0x1.71ddddddddddep+4, 0x1.9999999999999p-3},
    {"two", 0x1.9000000000000p+7, headway::detail::infinity, 0x1.30eeeeeeeeeeep+5, 0x1.e666666666666p-1},
    {"two", 0x1.f400000000000p+9, headway::detail::infinity, 0x1.a2b999999999ap+9, 0x1.0000000000000p+0},
    {"two", 0x1.4000000000000p+3, 0x1.9000000000000p+5, 0x1.3ff0df49c47a7p+5, 0x1.719684ff8809cp-20},
    {"two", 0x1.9000000000000p+6, 0x1.9000000000000p+5, 0x1.1410249c27c21p-20, 0x1.9999999999999p-3},
    {"two", 0x1.9000000000000p+7, 0x1.9000000000000p+5, 0x1.1410249c27c21p-20, 0x1.e666666666666p-1},
    {"two", 0x1.f400000000000p+9, 0x1.9000000000000p+5, 0x1.1410249c27c21p-20, 0x1.0000000000000p+0},
    {"ends", -0x1.8000000000000p+1, headway::detail::infinity, 0x1.2111111111111p+2, 0x1.0000000000000p-131},
    {"ends", -0x1.0000000000000p+0, headway::detail::infinity, 0x1.4222222222222p+1, 0x1.0000000000000p-131},
    {"ends", 0x1.0000000000000p-1, headway::detail::infinity, 0x1.3dddddddddddep+0, 0x1.3333333333333p-3},
    {"ends", 0x1.0000000000000p+2, headway::detail::infinity, 0x1.0444444444444p+0, 0x1.0000000000000p+0},
    {"ends", 0x1.8000000000000p+2, headway::detail::infinity, 0x1.8222222222222p+1, 0x1.0000000000000p+0},
    {"atoms", -0x1.0000000000000p+1, headway::detail::infinity, 0x1.481b4e81b4e82p+1, 0x1.0000000000000p-131},
    {"atoms", 0x0.0p+0, headway::detail::infinity, 0x1.206d3a06d3a06p-1, 0x1.999999999999ap-2},
    {"atoms", 0x1.0000000000000p-1, headway::detail::infinity, 0x1.f40da740da740p-2, 0x1.ccccccccccccdp-2},
    {"atoms", 0x1.8000000000000p+1, headway::detail::infinity, 0x1.10369d0369d04p+0, 0x1.0000000000000p+0},
    {"atoms", 0x1.c000000000000p+2, headway::detail::infinity, 0x1.440da740da741p+2, 0x1.0000000000000p+0},
    {"atoms", -0x1.0000000000000p+1, 0x1.8000000000000p+1, 0x1.481b4e81b4e82p+1, 0x1.0000000000000p-131},
    {"atoms", 0x0.0p+0, 0x1.8000000000000p+1, 0x1.206d3a06d3a06p-1, 0x1.999999999999ap-2},
    {"atoms", 0x1.0000000000000p-1, 0x1.8000000000000p+1, 0x1.f40da740da740p-2, 0x1.ccccccccccccdp-2},
    {"atoms", 0x1.8000000000000p+1, 0x1.8000000000000p+1, 0x1.10369d0369d04p+0, 0x1.0000000000000p+0},
    {"atoms", 0x1.c000000000000p+2, 0x1.8000000000000p+1, 0x1.10369d0369d04p+0, 0x1.0000000000000p+0},
    {"point", 0x1.4000000000000p+6, headway::detail::infinity, 0x0.0p+0, 0x1.0000000000000p+0},
    {"point", 0x1.7c00000000000p+6, headway::detail::infinity, 0x1.e000000000000p+3, 0x1.0000000000000p+0},
    {"never", 0x1.4000000000000p+2, 0x1.e000000000000p+3, 0x1.e8ae6e3bc4bb2p+2, 0x1.344075dd8d756p-9},
    {"never", 0x1.6000000000000p+3, 0x1.e000000000000p+3, 0x1.15e4b17e4b17ep+1, 0x1.6666666666667p-3},
    {"never", 0x1.e000000000000p+4, 0x1.e000000000000p+3, 0x1.48bf258bf258cp-2, 0x1.ccccccccccccdp-2},
    {"never", headway::detail::infinity, 0x1.e000000000000p+3, 0x1.48bf258bf258cp-2, 0x1.0000000000000p+0},
    {"never", 0x1.4000000000000p+2, 0x1.4000000000000p+5, 0x1.f22c8c7337b2ep+3, 0x1.344075dd8d756p-9},
    {"never", 0x1.6000000000000p+3, 0x1.4000000000000p+5, 0x1.434e81b4e81b5p+3, 0x1.6666666666667p-3},
    {"never", 0x1.e000000000000p+4, 0x1.4000000000000p+5, 0x1.88369d0369d03p+2, 0x1.ccccccccccccdp-2},
    {"never", headway::detail::infinity, 0x1.4000000000000p+5, 0x1.48369d0369d04p+2, 0x1.0000000000000p+0},
};

/// A grid, an outcome where there is a density, and its logarithmic score.
struct quantile_grid_density {
    const char* grid;
    double outcome, log_score;
};
inline constexpr quantile_grid_density quantile_grid_densities[] = {
    {"nine", 0x1.0000000000000p+0, 0x1.a1a589c177f5cp+2},
    {"nine", 0x1.a666666666666p+1, 0x1.62e42fefa39efp+0},
    {"nine", 0x1.2000000000000p+3, 0x1.d82d33b327210p+1},
    {"nine", 0x1.4000000000000p+4, 0x1.1a818bcf914f3p+3},
    {"two", 0x1.e000000000000p+5, 0x1.f9247dcc8a2cep+2},
    {"two", 0x1.9000000000000p+6, 0x1.39247dcc8a2cfp+2},
    {"two", 0x1.2c00000000000p+8, 0x1.3e491f73228b0p+4},
    {"ends", 0x0.0p+0, 0x1.26bb1bbb55516p+1},
    {"ends", 0x1.8000000000000p+1, 0x1.0cc1248b56ccbp+0},
    {"atoms", 0x1.0000000000000p-1, 0x1.26bb1bbb55516p+1},
    {"atoms", 0x1.0000000000000p+1, 0x1.e5a9a7c3ac417p+0},
    {"never", 0x1.0000000000000p+3, 0x1.05c6efeedf844p+2},
    {"never", 0x1.6000000000000p+3, 0x1.4b8ddfddbf088p+1},
};

}  // namespace reference
