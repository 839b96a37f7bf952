// SPDX-License-Identifier: BSL-1.0
// Written by scores.py; do not edit.
#pragma once

namespace reference {

/// The continuous ranked probability score of a shape with these parameters at x.
struct crps_point {
    const char* shape;
    double parameter[3];
    double x, crps;
};
inline constexpr crps_point crps_points[] = {
    {"normal", {0x1.8000000000000p+1, 0x1.0000000000000p+1}, 0x1.8000000000000p+1, 0x1.de9b78e466b8ep-2},
    {"normal", {0x1.8000000000000p+1, 0x1.0000000000000p+1}, 0x1.2000000000000p+2, 0x1.cae653ac4c595p-1},
    {"normal", {0x1.8000000000000p+1, 0x1.0000000000000p+1}, -0x1.4000000000000p+4, 0x1.5df228afbd649p+4},
    {"normal", {0x0.0p+0, 0x1.0000000000000p+0}, 0x1.0624dd2f1a9fcp-10, 0x1.de9bae6ff3d6bp-3},
    {"student_t", {0x1.0000000000000p+0, 0x0.0p+0, 0x1.0000000000000p+0}, 0x0.0p+0, 0x1.c3dc98f7e969cp-2},
    {"student_t", {0x1.0000000000000p+0, 0x0.0p+0, 0x1.0000000000000p+0}, 0x1.4000000000000p+2, 0x1.e34f4a96754e0p+1},
    {"student_t", {0x1.0000000000000p+2, 0x1.0000000000000p+0, 0x1.8000000000000p+1}, -0x1.4000000000000p+1, 0x1.12ae96258da1fp+1},
    {"student_t", {0x1.3000000000000p+4, 0x0.0p+0, 0x1.0000000000000p+0}, 0x1.0000000000000p-2, 0x1.0e2b4be6a71d2p-2},
    {"student_t", {0x1.4000000000000p+1, -0x1.0000000000000p+0, 0x1.0000000000000p-1}, 0x1.e000000000000p+4, 0x1.e8a80bc01b224p+4},
    {"student_t", {0x1.8000000000000p+0, 0x0.0p+0, 0x1.0000000000000p+1}, 0x1.0000000000000p+0, 0x1.ae9c876aca9fbp-1},
    {"student_t", {0x1.8000000000000p-1, 0x0.0p+0, 0x1.0000000000000p+0}, 0x1.0000000000000p+0, 0x1.cfe1562ec6890p-1},
    {"lognormal", {0x1.2000000000000p+2, 0x1.0000000000000p-1}, 0x1.0000000000000p+2, 0x1.2dc8b017c617bp-1},
    {"lognormal", {0x1.2000000000000p+2, 0x1.0000000000000p-1}, 0x1.4000000000000p+5, 0x1.0bef51cddfe28p+5},
    {"lognormal", {0x1.0000000000000p+0, 0x1.0000000000000p+1}, 0x1.47ae147ae147bp-7, 0x1.270270121d860p+0},
    {"lognormal", {0x1.0000000000000p+0, 0x1.0000000000000p+1}, -0x1.8000000000000p+1, 0x1.0a6300c65dccfp+2},
    {"uniform", {0x1.0000000000000p+1, 0x1.4000000000000p+3}, 0x1.8000000000000p+1, 0x1.caaaaaaaaaaabp+0},
    {"uniform", {0x1.0000000000000p+1, 0x1.4000000000000p+3}, 0x1.8000000000000p+3, 0x1.2aaaaaaaaaaabp+2},
    {"gamma", {0x1.4000000000000p+1, 0x1.8000000000000p+1}, 0x1.0000000000000p+2, 0x1.a781b5f453a37p+0},
    {"gamma", {0x1.4000000000000p+1, 0x1.8000000000000p+1}, 0x1.e000000000000p+4, 0x1.3f64b06f0aa7fp+4},
};

/// Of half a normal(1, 2), a quarter of exactly 4 and a quarter of a normal(10, 1), at 3 and at 11.
inline constexpr double crps_of_mixture[2] = {0x1.eb52f660a2a7dp-1, 0x1.356acfa0da5e0p+2};

/// Of the logarithm of a gamma(2.5, 3), at the logarithm of 4.
inline constexpr double crps_in_logs_of_gamma = 0x1.277684089a7dcp-2;

}  // namespace reference
