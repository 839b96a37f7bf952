// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>

// A loop over elements vectorises only when its whole body is inlined.
#if defined(__GNUC__) || defined(__clang__)
#define HEADWAY_INLINE [[gnu::always_inline]] inline
#elif defined(_MSC_VER)
#define HEADWAY_INLINE __forceinline
#else
#define HEADWAY_INLINE inline
#endif

#if defined(__FAST_MATH__)
#error "headway: core/elementary.hpp relies on IEEE 754 arithmetic in the written order; compile without -ffast-math"
#endif

/// Parts shared by the elementary functions. Everything here is straight-line arithmetic on doubles and 64-bit patterns: no
/// tables, no 64-bit comparisons, no integer conversions, so that baseline SSE2 can run two elements at once; and no operation
/// overflows or makes a NaN, so that each function is a constant expression at every argument.
namespace headway::detail {

static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<double>::digits == 53);

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

HEADWAY_INLINE constexpr std::uint64_t bits_of(double x) noexcept { return __builtin_bit_cast(std::uint64_t, x); }
HEADWAY_INLINE constexpr double from_bits(std::uint64_t b) noexcept { return __builtin_bit_cast(double, b); }

/// The leading 26 significant bits of x (towards zero): a product of two of them is exact.
HEADWAY_INLINE constexpr double leading_26_bits(double x) noexcept { return from_bits(bits_of(x) & 0xffff'ffff'f800'0000); }

/// Added to |x| < 2^51 it rounds to an integer, which then stands in the low bits of the sum (two's complement).
inline constexpr double to_integer = 0x1.8p52;

// ln 2 = hi + lo; hi is a multiple of 2^-42, so that k·hi is exact for |k| < 2^11.
inline constexpr double ln2_hi = 0x1.62e42fefa3800p-1;
inline constexpr double ln2_lo = 0x1.ef35793c76730p-45;
inline constexpr double log2_e = 0x1.71547652b82fep+0;

/// An unevaluated sum hi + lo, |lo| small against |hi|.
struct double_double {
    double hi, lo;
};

/// y·2^k, where `rounded` is k + to_integer. In two steps because 2^k alone may be subnormal or too large.
HEADWAY_INLINE constexpr double scaled(double y, double rounded) noexcept {
    constexpr std::uint64_t one = 0x3ff0'0000'0000'0000;
    const std::uint64_t whole = bits_of(rounded);
    const std::uint64_t half = whole >> 1;
    return y * from_bits((half << 52) + one) * from_bits(((whole - half) << 52) + one);
}

/// (exp(r) - 1 - r) / r² for |r| <= ln(2)/2, minimax with leading coefficient 1/2; relative to exp(r) the error is < 2^-62.
HEADWAY_INLINE constexpr double exp_tail(double r) noexcept {
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double a = (0.5 + r * 0x1.555555555555ap-3) + r2 * (0x1.555555555549bp-5 + r * 0x1.111111110f0b1p-7);
    const double b = (0x1.6c16c16c6e719p-10 + r * 0x1.a01a01b253082p-13) + r2 * (0x1.a019ffdc3b982p-16 + r * 0x1.71ddf23839827p-19);
    const double c = (0x1.27e8bbdd7d04bp-22 + r * 0x1.af69427aa4c3dp-26) + r2 * 0x1.1976feb4a960dp-29;
    return a + r4 * (b + r4 * c);
}

/// exp(hi - lo) for |hi| <= ln(2)/2 and tiny lo, before its last rounding good to about 2^-58.
HEADWAY_INLINE constexpr double exp_reduced(double hi, double lo) noexcept {
    const double r = hi - lo;
    const double sum = 1.0 + hi;
    const double lost = (1.0 - sum) + hi;
    return sum + ((lost - lo) + r * r * exp_tail(r));
}

/// x = 2^exponent · mantissa with mantissa in [√½, √2); finite for any bit pattern, right for positive normal x.
struct exponent_and_mantissa {
    double exponent, mantissa;
};

HEADWAY_INLINE constexpr exponent_and_mantissa split(double x) noexcept {
    constexpr std::uint64_t sqrt_half = 0x3fe6'a09e'667f'3bcd;
    const std::uint64_t shifted = bits_of(x) + (0x3ff0'0000'0000'0000 - sqrt_half);
    const double exponent = from_bits((shifted >> 52) | 0x4330'0000'0000'0000) - (0x1p52 + 1023.0);
    return {exponent, from_bits((shifted & 0x000f'ffff'ffff'ffff) + sqrt_half)};
}

/// As split, for subnormal x too. Not positive or NaN gives the parts of 1, so that nothing later makes a NaN.
HEADWAY_INLINE constexpr exponent_and_mantissa split_any(double x) noexcept {
    const double positive = x > 0.0 ? x : 1.0;
    const bool subnormal = positive < 0x1p-1022;
    const auto [exponent, mantissa] = split(positive * (subnormal ? 0x1p54 : 1.0));
    return {exponent - (subnormal ? 54.0 : 0.0), mantissa};
}

/// log(1 + f) for 1 + f in [√½, √2), relative error about 2^-58.
/// With s = f/(2 + f): log(1 + f) = 2·atanh(s) = f - f²/2 + s·(f²/2 + 2·atanh(s)/s - 2); f²/2 is subtracted to twice the
/// precision, since it is the one large correction.
HEADWAY_INLINE constexpr double_double log_reduced(double f) noexcept {
    const double s = f / (2.0 + f);
    const double w = s * s;
    const double w2 = w * w;
    const double a = (0x1.5555555555592p-1 + w * 0x1.999999997ff05p-2) + w2 * (0x1.24924941e3101p-2 + w * 0x1.c71c521285afap-3);
    const double b = (0x1.74663d5e6870ap-3 + w * 0x1.39a1db986f15dp-3) + w2 * 0x1.2f04506d287a4p-3;
    const double series = w * (a + w2 * w2 * b);
    const double top = leading_26_bits(f);
    const double half_square = 0.5 * top * top;
    const double half_square_lo = 0.5 * (f - top) * (f + top);
    const double hi = f - half_square;
    const double lost = (f - hi) - half_square;
    return {hi, lost + (s * ((half_square + half_square_lo) + series) - half_square_lo)};
}

/// Value of log, log2 or log10 given its value for x in (0, ∞).
HEADWAY_INLINE constexpr double with_log_limits(double x, double inside) noexcept {
    const double outside = x == 0.0 ? -infinity : quiet_nan;
    const double below_infinity = x > 0.0 ? inside : outside;
    return x < infinity ? below_infinity : x;
}

} // namespace headway::detail
