// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// -log(j/64) for j = 46 … 92 as hi + lo, hi a multiple of 2^-42 like ln2_hi.
inline constexpr double_double log_of_reciprocal[] = {
    {0x1.522ae0738a000p-2, 0x1.ebe708164c759p-45},
    {0x1.3c25277333000p-2, 0x1.83b54b606bd5cp-46},
    {0x1.269621134e000p-2, -0x1.1b61f10522625p-44},
    {0x1.1178e8227e000p-2, 0x1.1ef78ce2d07f2p-44},
    {0x1.f991c6cb3c000p-3, -0x1.90d04cd7cc834p-44},
    {0x1.d1037f2656000p-3, -0x1.84a7e75b6f6e4p-47},
    {0x1.a93ed3c8ae000p-3, -0x1.8724350562169p-45},
    {0x1.823c16551a000p-3, 0x1.e0ddb9a631e83p-46},
    {0x1.5bf406b544000p-3, -0x1.27023eb68981cp-46},
    {0x1.365fcb015a000p-3, -0x1.fd3a0afb9691bp-44},
    {0x1.1178e8227e000p-3, 0x1.1ef78ce2d07f2p-45},
    {0x1.da72763844000p-4, 0x1.a89401fa71733p-46},
    {0x1.9335e5d594000p-4, 0x1.3115c3abd47dap-45},
    {0x1.4d3115d208000p-4, -0x1.53a2582f4e1efp-48},
    {0x1.08598b59e4000p-4, -0x1.7e5dd7009902cp-46},
    {0x1.894aa149f8000p-5, 0x1.9a19a8be97661p-44},
    {0x1.0415d89e78000p-5, -0x1.dddc7f461c516p-44},
    {0x1.0205658930000p-6, 0x1.611d27c8e8417p-44},
    {0x0.0p+0, 0x0.0p+0},
    {-0x1.fc0a8b0fc0000p-7, -0x1.f1e7cf6d3a69cp-50},
    {-0x1.f829b0e780000p-6, -0x1.980267c7e09e4p-45},
    {-0x1.77458f6330000p-5, 0x1.181dce586af09p-44},
    {-0x1.f0a30c0118000p-5, 0x1.d599e83368e91p-45},
    {-0x1.341d7961bc000p-4, -0x1.1d09299837610p-44},
    {-0x1.6f0d28ae58000p-4, 0x1.4b4641b664613p-44},
    {-0x1.a926d3a4ac000p-4, -0x1.563650bd22a9cp-44},
    {-0x1.e27076e2b0000p-4, 0x1.a342c2af0003cp-45},
    {-0x1.0d77e7cd08000p-3, -0x1.cb2cd2ee2f482p-44},
    {-0x1.29552f8200000p-3, 0x1.5b967f4471dfcp-44},
    {-0x1.44d2b6ccb8000p-3, 0x1.70cc16135783cp-46},
    {-0x1.5ff3070a7a000p-3, 0x1.8586f183bebf2p-44},
    {-0x1.7ab890210e000p-3, 0x1.bdb9072534a58p-45},
    {-0x1.9525a9cf46000p-3, 0x1.297137d9f158fp-44},
    {-0x1.af3c94e80c000p-3, 0x1.a4e633fcd9066p-52},
    {-0x1.c8ff7c79aa000p-3, 0x1.7794f689f8434p-45},
    {-0x1.e27076e2b0000p-3, 0x1.a342c2af0003cp-44},
    {-0x1.fb9186d5e4000p-3, 0x1.d572aab993c87p-47},
    {-0x1.0a324e2739000p-2, -0x1.c6bee7ef4030ep-47},
    {-0x1.1675cababa000p-2, -0x1.8380e731f55c4p-44},
    {-0x1.22941fbcf8000p-2, 0x1.a6976f5eb0963p-44},
    {-0x1.2e8e2bae12000p-2, 0x1.67b1e99b72bd8p-45},
    {-0x1.3a64c55694000p-2, -0x1.7a71cbcd735d0p-44},
    {-0x1.4618bc21c6000p-2, 0x1.3d82f484c84ccp-46},
    {-0x1.51aad872e0000p-2, 0x1.f4bd8db0a7cc1p-44},
    {-0x1.5d1bdbf581000p-2, 0x1.8d6bdc9c7c238p-44},
    {-0x1.686c81e9b1000p-2, -0x1.2bb110af84054p-44},
    {-0x1.739d7f6bbd000p-2, -0x1.a7389314feb50p-52},
};

/// log(x) of a positive finite x as hi + lo, relative error about 2^-67. With m·j/64 = 1 + r, |r| < 1/90, the table
/// gives log(64/j), and log(1 + r) = r - r²/2 + r³·(…), where all but the last term is carried with its rounding error.
constexpr double_double log_double_double(double x) noexcept {
    const auto [k, m] = split_any(x);
    // j/64 has 7 bits and is within 1/128 of 1/m: m·j/64 - 1 is a double, and two partial products reach it unrounded
    const double rounded = 64.0 / m + to_integer;
    const double j = (rounded - to_integer) * 0.015625;
    const double m_top = leading_26_bits(m);
    const double r = (m_top * j - 1.0) + (m - m_top) * j;
    const double_double base = log_of_reciprocal[(bits_of(rounded) & 127) - 46];

    const double top = leading_26_bits(r);
    const double half_square = 0.5 * top * top;
    const double half_square_lo = 0.5 * (r - top) * (r + top);
    const double r2 = r * r;
    const double a = 0x1.5555555555555p-2 + r * -0x1.0000000000313p-2;
    const double b = 0x1.999999999ac07p-3 + r * -0x1.55555514437f3p-3;
    const double c = (0x1.249248ba08d51p-3 + r * -0x1.000cf16b2d68cp-3) + r2 * 0x1.c73a6c6888991p-4;
    const double cubic = r * r2 * (a + r2 * (b + r2 * c));

    const double start = k * ln2_hi + base.hi;
    const double s1 = start + r;
    const double lost1 = (start - s1) + r;
    const double s2 = s1 - half_square;
    const double lost2 = (s1 - s2) - half_square;
    const double lo = ((lost1 + lost2) + (k * ln2_lo + base.lo)) + (cubic - half_square_lo);
    const double hi = s2 + lo;
    return {hi, (s2 - hi) + lo};
}

/// x^y for x in (0, ∞) and 2^-70 <= |y| <= 2^64.
constexpr double pow_positive(double x, double y) noexcept {
    const double_double l = log_double_double(x);
    const double p = y * l.hi;
    if (!(p <= 710.0)) return infinity;
    if (!(p >= -746.0)) return 0.0;
    const double y_top = leading_26_bits(y);
    const double l_top = leading_26_bits(l.hi);
    const double p_lo = (((y_top * l_top - p) + y_top * (l.hi - l_top)) + (y - y_top) * l.hi) + y * l.lo;
    const double rounded = p * log2_e + to_integer;
    const double k = rounded - to_integer;
    const double e = exp_reduced(p - k * ln2_hi, k * ln2_lo - p_lo);
    if (k < 1000.0) return scaled(e, rounded);
    const double quarter = scaled(e, rounded - 2.0);
    return quarter < 0x1p1022 ? quarter * 4.0 : infinity;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
