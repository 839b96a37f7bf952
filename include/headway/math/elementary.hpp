// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/detail/elementary_pow.hpp>
#include <headway/math/elementary_kernel.hpp>

#include <cstdint>
#include <type_traits>

#include <headway/header_begin.hpp>

/// Elementary functions of a double: constant expressions at every argument, one algorithm at compile time and at run
/// time, the same bits from every compiler and optimisation level that neither contracts a·b + c nor reassociates.
///
/// Special values are those of IEEE 754 and C Annex F; errno and the floating-point flags are not promised, and a NaN
/// may have any payload. Rounding to nearest is assumed. A loop over a fixed number of elements vectorises with baseline
/// SSE2 (GCC: all but sqrt and pow, Clang: all but pow).
///
/// Accuracy is the largest error seen, rounded up, in units of the last place of the exact result (ULP): against
/// 33-digit references at 4 million random points in each of several intervals that cover the whole range, subnormal
/// numbers included, and against 60-digit references at 20 thousand, at powers of 2 and 10, thresholds and seams of the
/// argument reduction with their neighbours. The bounds hold with contraction too.
///
/// Written `headway::exp(x)`. Unqualified, with `using namespace headway`, a double goes to the C library's function of the
/// name, whose bits and constant expressions are its own; a `dual` or `batch` always comes here.
namespace headway {

/// Whether x is not a number.
constexpr bool is_nan(double x) noexcept { return x != x; }

// Templates without a parameter to deduce: where the C library's functions are visible too (as ::exp they always are after
// <cmath>), a call with a double would otherwise be ambiguous.

/// |x|; clears the sign of -0 and NaN too.
template <class = void>
HEADWAY_INLINE constexpr double abs(double x) noexcept {
    return detail::from_bits(detail::bits_of(x) & 0x7fff'ffff'ffff'ffff);
}

/// Whether x is neither infinite nor NaN.
constexpr bool is_finite(double x) noexcept { return abs(x) < detail::infinity; }

/// The largest integer not above x; -0, ±∞ and NaN are returned as they are.
template <class = void>
HEADWAY_INLINE constexpr double floor(double x) noexcept {
    const std::uint64_t b = detail::bits_of(x);
    const std::uint64_t sign = b & detail::sign_bit;
    const std::uint64_t has_fraction = detail::less(b ^ sign, detail::bits_of(0x1p52));
    const double inside = detail::from_bits(b & has_fraction);
    const double nearest = detail::from_bits(detail::bits_of((abs(inside) + 0x1p52) - 0x1p52) | sign);
    const std::uint64_t too_large = detail::top_bit_set(detail::bits_of(inside - nearest));
    const double whole = nearest - detail::from_bits(too_large & detail::one_bits);
    return detail::from_bits(detail::choose(has_fraction, detail::bits_of(whole), b));
}

/// eˣ. Error <= 0.74 ULP, <= 0.82 ULP where the result is subnormal (x < -708.4).
/// Above 709.782712893384 the result is ∞, below -745.13321910194122 it is 0; exp(-∞) = 0.
template <class = void>
HEADWAY_INLINE constexpr double exp(double x) noexcept {
    if (std::is_constant_evaluated() && !(x <= 0x1.62e42fefa39efp+9)) return is_nan(x) ? x : detail::infinity;
    const double inside = detail::limited(x, 746.0);
    const double rounded = inside * detail::log2_e + detail::to_integer;
    const double k = rounded - detail::to_integer;
    return detail::scaled(detail::exp_reduced(inside - k * detail::ln2_hi, k * detail::ln2_lo), rounded);
}

/// 2ˣ. Error <= 0.74 ULP, <= 0.82 ULP where the result is subnormal; exact for integer x.
/// From 1024 on the result is ∞, at -1075 and below it is 0.
template <class = void>
HEADWAY_INLINE constexpr double exp2(double x) noexcept {
    constexpr double ln2_26 = 0x1.62e43p-1;
    constexpr double ln2_rest = -0x1.05c610ca86c39p-29;
    if (std::is_constant_evaluated() && !(x < 1024.0)) return is_nan(x) ? x : detail::infinity;
    const double inside = detail::limited(x, 1076.0);
    const double rounded = inside + detail::to_integer;
    const double r = inside - (rounded - detail::to_integer);
    const double top = detail::leading_26_bits(r);
    const double lo = (top - r) * (ln2_26 + ln2_rest) - top * ln2_rest;
    return detail::scaled(detail::exp_reduced(top * ln2_26, lo), rounded);
}

/// eˣ - 1 without cancellation near zero. Error <= 1.3 ULP.
/// expm1(±0) = ±0, expm1(-∞) = -1; ∞ above 709.782712893384.
template <class = void>
HEADWAY_INLINE constexpr double expm1(double x) noexcept {
    if (std::is_constant_evaluated() && !(x <= 0x1.62e42fefa39efp+9)) return is_nan(x) ? x : detail::infinity;
    // from -44 on the result is -1; 2^(k-1) below must stay a double
    const std::uint64_t sign = detail::bits_of(x) & detail::sign_bit;
    const double inside = detail::limited(x, detail::from_bits(detail::bits_of(709.9) - (sign >> 9)));
    const double rounded = inside * detail::log2_e + detail::to_integer;
    const double k = rounded - detail::to_integer;
    const double hi = inside - k * detail::ln2_hi;
    const double lo = k * detail::ln2_lo;
    // 2^k·(1 + e) - 1 = 2^k·((1 - 2^-k) + e), with 2^(k-1) since 2^1024 is no double
    const std::uint64_t power = detail::bits_of(rounded - 1.0) << 52;
    const double inverse = 0.5 * detail::from_bits(detail::one_bits - power);
    const double base = 1.0 - inverse;
    const double base_lost = (1.0 - base) - inverse;
    const double sum = base + hi;
    const double sum_lost = (base - sum) + hi;
    const double e = sum + (((sum_lost + base_lost) - lo) + detail::exp_tail(hi - lo));
    const double y = 2.0 * e * detail::from_bits(detail::one_bits + power);
    // for x = -0
    return detail::from_bits(detail::bits_of(y) | sign);
}

/// Natural logarithm. Error <= 0.82 ULP. log(1) = +0, log(±0) = -∞, log(∞) = ∞; NaN below zero.
/// Not for log(1 + x) with small x: see log1p.
template <class = void>
HEADWAY_INLINE constexpr double log(double x) noexcept {
    const double limit = detail::log_limit(x);
    if (std::is_constant_evaluated() && limit != 0.0) return limit;
    return detail::log_of(detail::split_any(x)) + limit;
}

/// Logarithm to base 2. Error <= 1.1 ULP; exact for powers of 2. Special values as log.
template <class = void>
HEADWAY_INLINE constexpr double log2(double x) noexcept {
    const double limit = detail::log_limit(x);
    if (std::is_constant_evaluated() && limit != 0.0) return limit;
    const auto [k, m] = detail::split_any(x);
    const double f = m - 1.0;
    const double top = detail::leading_32_bits(f);
    const double part = top * 0x1.71547p+0;
    const double rest = ((f - top) - detail::log_deficit(f)) * detail::log2_e + top * 0x1.94ae0bf85ddf4p-22;
    const double sum = k + part;
    const double lost = (k - sum) + part;
    return (sum + (lost + rest)) + limit;
}

/// Logarithm to base 10. Error <= 1.0 ULP; an integer for the double nearest to a power of 10
/// (subnormal ones aside). Special values as log.
template <class = void>
HEADWAY_INLINE constexpr double log10(double x) noexcept {
    const double limit = detail::log_limit(x);
    if (std::is_constant_evaluated() && limit != 0.0) return limit;
    const auto [k, m] = detail::split_any(x);
    const double f = m - 1.0;
    const double top = detail::leading_32_bits(f);
    const double part = top * 0x1.bcb7bp-2;
    const double rest = ((f - top) - detail::log_deficit(f)) * 0x1.bcb7b1526e50ep-2 + top * 0x1.526e50e32a6abp-26;
    const double whole = k * 0x1.34413509f7800p-2;
    const double sum = whole + part;
    const double lost = (whole - sum) + part;
    return (sum + ((lost + k * 0x1.fef311f12b358p-46) + rest)) + limit;
}

/// log(1 + x) without cancellation near zero. Error <= 0.92 ULP.
/// log1p(±0) = ±0, log1p(-1) = -∞, log1p(∞) = ∞; NaN below -1.
template <class = void>
HEADWAY_INLINE constexpr double log1p(double x) noexcept {
    const std::uint64_t b = detail::bits_of(x);
    const std::uint64_t sign = b & detail::sign_bit;
    const std::uint64_t size = b ^ sign;
    // below 1 for negative x, below infinity for positive
    const std::uint64_t in_domain = detail::less(size, detail::infinity_bits - (sign >> 1));
    const double inside = detail::from_bits(b & in_domain);
    const double u = 1.0 + inside;
    const double v = u - 1.0;
    const double missing = (1.0 - (u - v)) + (inside - v);
    const auto [k, m] = detail::split(u);
    const double f = m - 1.0;
    const double whole = k * detail::ln2_hi;
    const double sum = whole + f;
    const double lost = (whole - sum) + f;
    const double y = sum + ((lost + (k * detail::ln2_lo + missing / u)) - detail::log_deficit(f));
    const std::uint64_t minus_one = detail::less(size, detail::one_bits + 1);
    const std::uint64_t limit = (minus_one & (detail::sign_bit | detail::infinity_bits)) | size |
                                (detail::top_bit_set(b & ~minus_one) & detail::nan_bits);
    // the sign is put back for x = -0
    return detail::from_bits(detail::choose(in_domain, detail::bits_of(y) | sign, limit));
}

/// x to the power y. Error <= 0.74 ULP, <= 0.84 ULP where the result is subnormal; exact where the power is a double.
/// A negative x needs an integer y (NaN otherwise), and an odd one makes the result negative. pow(x, ±0) = 1 and
/// pow(1, y) = 1 even for NaN, pow(-1, ±∞) = 1; zeros, infinities and overflow as in C Annex F.
template <class = void>
constexpr double pow(double x, double y) noexcept {
    if (y == 0.0 || x == 1.0) return 1.0;
    if (is_nan(x)) return x;
    if (is_nan(y)) return y;
    const double size = abs(x);
    const double y_size = abs(y);
    if (y_size == detail::infinity) {
        if (size == 1.0) return 1.0;
        return (size > 1.0) == (y > 0.0) ? detail::infinity : 0.0;
    }
    double sign = 1.0;
    if (x < 0.0 || (x == 0.0 && detail::bits_of(x) != 0)) {
        const bool integer = floor(y_size) == y_size;
        if (!integer && x < 0.0 && size < detail::infinity) return detail::quiet_nan;
        if (integer && floor(0.5 * y_size) != 0.5 * y_size) sign = -1.0;
    }
    if (size == 0.0 || size == detail::infinity)
        return (size == 0.0) == (y > 0.0) ? sign * 0.0 : sign * detail::infinity;
    if (size == 1.0 || y_size < 0x1p-70) return sign;
    const double y_inside = y_size < 0x1p64 ? y : (y > 0.0 ? 0x1p64 : -0x1p64);
    return sign * detail::pow_positive(size, y_inside);
}

namespace detail {

/// The correctly rounded square root in constant expressions.
constexpr double sqrt_by_newton(double x) noexcept {
    // x = 4^half·m with m in [1, 4)
    const bool subnormal = x < 0x1p-1022;
    const std::uint64_t b = bits_of(subnormal ? x * 0x1p54 : x);
    const std::uint64_t biased = (b >> 52) - 1023 + 2048;
    const std::uint64_t odd = biased & 1;
    const double m = from_bits((b & 0x000f'ffff'ffff'ffff) | ((1023 + odd) << 52));
    double r = 0.59 + 0.417 * m - 0.017 * m * m;
    for (int i = 0; i < 4; ++i) r = 0.5 * (r + m / r);
    // r is within one unit; the residual m - r² is a double, and a tie cannot happen.
    constexpr double unit = 0x1p-52;
    const double top = leading_26_bits(r);
    const double rest = r - top;
    const double square = r * r;
    const double square_lo = ((top * top - square) + 2.0 * top * rest) + rest * rest;
    const double residual = (m - square) - square_lo;
    if (residual > r * unit)
        r += unit;
    else if (residual <= -r * unit)
        r -= unit;
    const std::uint64_t half = ((biased - odd) / 2 - 1024 + 1023 - (subnormal ? 27 : 0)) << 52;
    return r * from_bits(half);
}

}  // namespace detail

/// Square root, correctly rounded. sqrt(-0) = -0, sqrt(∞) = ∞; NaN below zero.
template <class = void>
HEADWAY_INLINE constexpr double sqrt(double x) noexcept {
    if (x < 0.0) return detail::quiet_nan;
    if (std::is_constant_evaluated()) return x > 0.0 && x < detail::infinity ? detail::sqrt_by_newton(x) : x;
#if __has_builtin(__builtin_ia32_sqrtsd)  // without the call that sets errno, and Clang vectorises it
    using pair [[gnu::vector_size(16)]] = double;
    const pair v = {x, x};
    return __builtin_ia32_sqrtsd(v)[0];
#else
    return __builtin_sqrt(x);
#endif
}

}  // namespace headway

#include <headway/header_end.hpp>
