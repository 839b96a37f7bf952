// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>

#include <headway/header_begin.hpp>

// A loop over elements vectorises only when its whole body is inlined.
#if defined(__GNUC__) || defined(__clang__)
#define HEADWAY_INLINE [[gnu::always_inline]] inline
#elif defined(_MSC_VER)
#define HEADWAY_INLINE __forceinline
#else
#define HEADWAY_INLINE inline
#endif

// Before a loop whose iterations do not depend on one another, though its arrays may be one and the same. Clang asks at run
// time whether they overlap; its own pragma would warn wherever it does not vectorise, at -O1 for one.
#if defined(__GNUC__) && !defined(__clang__)
#define HEADWAY_INDEPENDENT _Pragma("GCC ivdep")
#else
#define HEADWAY_INDEPENDENT
#endif

// Before a short loop that is to be unrolled.
#if defined(__GNUC__)
#define HEADWAY_UNROLLED _Pragma("GCC unroll 8")
#else
#define HEADWAY_UNROLLED
#endif

/// Parts shared by the elementary functions. All but pow is straight-line arithmetic on doubles and 64-bit patterns: no
/// tables, no 64-bit comparisons, no integer conversions, so that baseline SSE2 runs two elements at once.
/// Overflow and NaN arise by themselves at run time; a constant expression may hold neither, so there the functions
/// answer such arguments first, with the same value.
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

// Choices are made with masks (all ones: yes): GCC turns a conditional expression into a branch, moves the arithmetic
// into it and then cannot vectorise. SSE2 compares no 64-bit integers, but below 2^63 a subtraction does.
HEADWAY_INLINE constexpr std::uint64_t top_bit_set(std::uint64_t b) noexcept { return 0 - (b >> 63); }
HEADWAY_INLINE constexpr std::uint64_t less(std::uint64_t a, std::uint64_t b) noexcept { return top_bit_set(a - b); }
HEADWAY_INLINE constexpr std::uint64_t choose(std::uint64_t mask, std::uint64_t yes, std::uint64_t no) noexcept {
    return (yes & mask) | (no & ~mask);
}

/// x limited to [-size, size]; NaN stays.
HEADWAY_INLINE constexpr double limited(double x, double size) noexcept {
#if defined(__clang__)
    const double above = -size > x ? -size : x;
    return size < above ? size : above;
#else
    // a variable in both arms: given a constant in one, GCC evaluates for it all that follows, behind a branch
    const double limit = from_bits((bits_of(x) & sign_bit) | bits_of(size));
    const double magnitude = from_bits(bits_of(x) & ~sign_bit);
    return magnitude >= size ? limit : x;
#endif
}

/// The leading 26 significant bits of x (towards zero): a product of two of them is exact.
HEADWAY_INLINE constexpr double leading_26_bits(double x) noexcept {
    return from_bits(bits_of(x) & 0xffff'ffff'f800'0000);
}

HEADWAY_INLINE constexpr double leading_32_bits(double x) noexcept {
    return from_bits(bits_of(x) & 0xffff'ffff'ffe0'0000);
}

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
    const std::uint64_t whole = bits_of(rounded);
    const std::uint64_t half = whole >> 1;
    return y * from_bits((half << 52) + one_bits) * from_bits(((whole - half) << 52) + one_bits);
}

/// exp(r) - 1 - r for |r| <= ln(2)/2: minimax, truncation error 2^-57.3 of exp(r).
HEADWAY_INLINE constexpr double exp_tail(double r) noexcept {
    const double r2 = r * r;
    const double r4 = r2 * r2;
    const double a = (0.5 + r * 0x1.5555555555502p-3) + r2 * (0x1.555555555320fp-5 + r * 0x1.111111112877cp-7);
    const double b =
        (0x1.6c16c17cc1152p-10 + r * 0x1.a01a011c76f0ep-13) + r2 * (0x1.a019ab329e762p-16 + r * 0x1.71df548ae3553p-19);
    const double c = 0x1.289f86856be8fp-22 + r * 0x1.ad2131b3b93dap-26;
    return r2 * (a + r4 * (b + r4 * c));
}

/// exp(hi - lo) for |hi| <= ln(2)/2 and tiny lo. The rounding error of 1 + hi is put back; only the last sum's remains.
HEADWAY_INLINE constexpr double exp_reduced(double hi, double lo) noexcept {
    const double sum = 1.0 + hi;
    const double lost = (1.0 - sum) + hi;
    return sum + ((lost - lo) + exp_tail(hi - lo));
}

/// exp(x) for |x| <= most_of_moderate, with the bits of `exp`: the power of two is one factor, and there is nothing to limit.
inline constexpr double most_of_moderate = 700.0;
HEADWAY_INLINE constexpr double exp_of_moderate(double x) noexcept {
    const double rounded = x * log2_e + to_integer;
    const double k = rounded - to_integer;
    return exp_reduced(x - k * ln2_hi, k * ln2_lo) * from_bits((bits_of(rounded) << 52) + one_bits);
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
    const std::uint64_t scale = subnormal >> 5;  // 2^64
    return split(x * from_bits(one_bits + scale), scale);
}

/// f - log(1 + f) for 1 + f as made by split.
/// With s = f/(2 + f): log(1 + f) = 2·atanh(s) = f - f²/2 + s·(f²/2 + 2·atanh(s)/s - 2), the series minimax in s²,
/// truncation error 2^-58.4 of the logarithm.
HEADWAY_INLINE constexpr double log_deficit(double f) noexcept {
    const double s = f / (2.0 + f);
    const double w = s * s;
    const double w2 = w * w;
    const double a =
        (0x1.55555555555ccp-1 + w * 0x1.999999996c139p-2) + w2 * (0x1.24924953dddfbp-2 + w * 0x1.c71c433ca53a8p-3);
    const double b = (0x1.74694fd160972p-3 + w * 0x1.39523a43e14c9p-3) + w2 * 0x1.32274fe806805p-3;
    const double series = w * (a + w2 * w2 * b);
    const double half_square = 0.5 * f * f;
    return half_square - s * (half_square + series);
}

/// The logarithm of 2^exponent · mantissa as made by split.
HEADWAY_INLINE constexpr double log_of(exponent_and_mantissa x) noexcept {
    const double f = x.mantissa - 1.0;
    const double whole = x.exponent * ln2_hi;
    const double sum = whole + f;
    const double lost = (whole - sum) + f;
    return sum + ((lost + x.exponent * ln2_lo) - log_deficit(f));
}

/// log(x) for positive normal x.
HEADWAY_INLINE constexpr double log_of_normal(double x) noexcept { return log_of(split(x)); }

/// The logarithms of 0 (-∞), ∞ (∞), NaN and negative numbers (NaN); zero for x in (0, ∞), to be added to the logarithm.
HEADWAY_INLINE constexpr double log_limit(double x) noexcept {
    const std::uint64_t b = bits_of(x);
    const std::uint64_t size = b & ~sign_bit;
    const std::uint64_t before = size - 1;  // its top bit tells zero
    const std::uint64_t in_domain = top_bit_set((b - infinity_bits) & ~(b | before));
    const std::uint64_t limit = (before & (sign_bit | infinity_bits)) | size | (top_bit_set(b & ~before) & nan_bits);
    return from_bits(limit & ~in_domain);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
