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

inline constexpr std::uint64_t sign_bit = 0x8000'0000'0000'0000;
inline constexpr std::uint64_t one_bits = bits_of(1.0);
inline constexpr std::uint64_t infinity_bits = bits_of(infinity);
inline constexpr std::uint64_t nan_bits = bits_of(quiet_nan);

/// x limited to [-size, size]; NaN stays.
HEADWAY_INLINE constexpr double limited(double x, double size) noexcept {
#if defined(__clang__)
    const double above = -size > x ? -size : x;
    return size < above ? size : above;
#else
    // with a variable in both arms: given a constant, GCC evaluates what follows for it, and the loop has a branch
    const double limit = from_bits((bits_of(x) & sign_bit) | bits_of(size));
    const double magnitude = from_bits(bits_of(x) & ~sign_bit);
    return magnitude >= size ? limit : x;
#endif
}

// Choices are made with masks (all ones: yes): GCC turns a conditional expression into a branch, moves the arithmetic into it and
// then cannot vectorise, and a comparison of two patterns below 2^63 is a subtraction.
HEADWAY_INLINE constexpr std::uint64_t top_bit_set(std::uint64_t b) noexcept { return 0 - (b >> 63); }
HEADWAY_INLINE constexpr std::uint64_t less(std::uint64_t a, std::uint64_t b) noexcept { return top_bit_set(a - b); }
HEADWAY_INLINE constexpr std::uint64_t choose(std::uint64_t mask, std::uint64_t yes, std::uint64_t no) noexcept {
    return (yes & mask) | (no & ~mask);
}

/// The leading 26 significant bits of x (towards zero): a product of two of them is exact.
HEADWAY_INLINE constexpr double leading_26_bits(double x) noexcept { return from_bits(bits_of(x) & 0xffff'ffff'f800'0000); }

HEADWAY_INLINE constexpr double leading_32_bits(double x) noexcept { return from_bits(bits_of(x) & 0xffff'ffff'ffe0'0000); }

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

/// exp(r) - 1 - r for |r| <= ln(2)/2, minimax with leading coefficient 1/2; the error is < 2^-57 of exp(r).
HEADWAY_INLINE constexpr double exp_tail(double r) noexcept {
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double a = (0.5 + r * 0x1.5555555555501p-3) + r2 * (0x1.5555555553203p-5 + r * 0x1.11111111289d4p-7);
    const double b = (0x1.6c16c17cc4889p-10 + r * 0x1.a01a011b971c0p-13) + r2 * (0x1.a019ab288ca3ap-16 + r * 0x1.71df56a8eb418p-19);
    const double c = 0x1.289f8fe638c6ep-22 + r * 0x1.ad1d9873e6fbdp-26;
    return r2 * (a + r4 * (b + r4 * c));
}

/// exp(hi - lo) for |hi| <= ln(2)/2 and tiny lo, before its last rounding good to about 2^-56.
HEADWAY_INLINE constexpr double exp_reduced(double hi, double lo) noexcept {
    const double sum = 1.0 + hi;
    const double lost = (1.0 - sum) + hi;
    return sum + ((lost - lo) + exp_tail(hi - lo));
}

/// x = 2^exponent · mantissa with mantissa in [0.6953125, 1.390625), where both f²/2 and f - log(1 + f) stay small.
struct exponent_and_mantissa {
    double exponent, mantissa;
};

/// Right for positive normal x, finite for any; `scale` bits (a multiple of 2^52) are taken off the exponent.
HEADWAY_INLINE constexpr exponent_and_mantissa split(double x, std::uint64_t scale = 0) noexcept {
    constexpr std::uint64_t lowest = bits_of(0.6953125);
    constexpr std::uint64_t room = bits_of(0x1p64) - one_bits;
    const std::uint64_t shifted = bits_of(x) + (one_bits - lowest + room);
    const double exponent = from_bits(bits_of(0x1p52) | ((shifted - scale) >> 52)) - (0x1p52 + (1023.0 + 64.0));
    return {exponent, from_bits((shifted & 0x000f'ffff'ffff'ffff) + lowest)};
}

/// As split, for subnormal x too.
HEADWAY_INLINE constexpr exponent_and_mantissa split_any(double x) noexcept {
    const std::uint64_t subnormal = (bits_of(x) - bits_of(0x1p-1022)) & sign_bit;
    const std::uint64_t scale = subnormal >> 5; // 2^64
    return split(x * from_bits(one_bits + scale), scale);
}

/// f - log(1 + f) for 1 + f as made by split.
/// With s = f/(2 + f): log(1 + f) = 2·atanh(s) = f - f²/2 + s·(f²/2 + 2·atanh(s)/s - 2).
HEADWAY_INLINE constexpr double log_deficit(double f) noexcept {
    const double s = f / (2.0 + f);
    const double w = s * s;
    const double w2 = w * w;
    const double a = (0x1.55555555555ccp-1 + w * 0x1.999999996c040p-2) + w2 * (0x1.24924953ecc2cp-2 + w * 0x1.c71c432ff9f40p-3);
    const double b = (0x1.7469527d0cf9fp-3 + w * 0x1.3951f482dfcc6p-3) + w2 * 0x1.322a0ecf627bap-3;
    const double series = w * (a + w2 * w2 * b);
    const double half_square = 0.5 * f * f;
    return half_square - s * (half_square + series);
}

/// log, log2 and log10 of 0 (-∞), ∞ (∞), NaN and negative numbers (NaN); zero for x in (0, ∞), to be added to the logarithm.
HEADWAY_INLINE constexpr double log_limit(double x) noexcept {
    const std::uint64_t b = bits_of(x);
    const std::uint64_t size = b & ~sign_bit;
    const std::uint64_t before = size - 1; // its top bit tells zero
    const std::uint64_t in_domain = top_bit_set((b - infinity_bits) & ~(b | before));
    const std::uint64_t limit = (before & (sign_bit | infinity_bits)) | size | (top_bit_set(b & ~before) & nan_bits);
    return from_bits(limit & ~in_domain);
}

} // namespace headway::detail
