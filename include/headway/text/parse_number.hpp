// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A decimal number in text, sign · digits · 10^exponent, and how many bytes it takes.
struct decimal_text {
    // No halfway point between two doubles has more than 768 significant digits; one more, which says whether anything
    // but zeros follows, decides every longer number.
    static constexpr int most_digits = 769;

    std::size_t length = 0;  ///< 0: no number stands there
    bool negative = false;
    int digit_count = 0;
    std::int64_t exponent = 0;
    unsigned char digits[most_digits] = {};

    constexpr void append(unsigned char digit, bool after_point) noexcept {
        if (digit_count == 0 && digit == 0) {
            exponent -= after_point ? 1 : 0;
        } else if (digit_count < most_digits) {
            digits[digit_count++] = digit;
            exponent -= after_point ? 1 : 0;
        } else {
            if (digit != 0) digits[most_digits - 1] |= 1;
            exponent += after_point ? 0 : 1;
        }
    }
};

[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The longest number at the start of a text. An "e" without digits after it is left to what follows.
[[nodiscard]] constexpr decimal_text read_decimal(std::string_view text) noexcept {
    decimal_text r;
    std::size_t i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) r.negative = text[i++] == '-';
    bool any = false;
    for (; i < text.size() && is_digit(text[i]); ++i, any = true) {
        r.append(static_cast<unsigned char>(text[i] - '0'), false);
    }
    if (i < text.size() && text[i] == '.' && (any || (i + 1 < text.size() && is_digit(text[i + 1])))) {
        for (++i; i < text.size() && is_digit(text[i]); ++i, any = true) {
            r.append(static_cast<unsigned char>(text[i] - '0'), true);
        }
    }
    if (!any) return r;
    r.length = i;
    if (i >= text.size() || (text[i] != 'e' && text[i] != 'E')) return r;
    ++i;
    bool below_one = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) below_one = text[i++] == '-';
    if (i >= text.size() || !is_digit(text[i])) return r;
    std::int64_t e = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
        // Beyond any length that a text in memory can have, so that no run of zeros makes up for what is cut off here.
        if (e < (std::int64_t{1} << 58)) e = e * 10 + (text[i] - '0');
    }
    r.exponent += below_one ? -e : e;
    r.length = i;
    return r;
}

/// A whole number of up to 3072 bits: 769 digits, and every power of five that divides them, take 2600.
class wide_integer {
  public:
    constexpr void multiply_add(std::uint32_t factor, std::uint32_t summand) noexcept {
        std::uint64_t carry = summand;
        for (int i = 0; i < size_; ++i) {
            carry += std::uint64_t{word_[i]} * factor;
            word_[i] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) word_[size_++] = static_cast<std::uint32_t>(carry);
    }
    constexpr void multiply_by_power_of_5(std::int64_t power) noexcept {
        for (; power >= 13; power -= 13) multiply_add(1220703125u, 0);
        std::uint32_t rest = 1;
        for (; power > 0; --power) rest *= 5;
        multiply_add(rest, 0);
    }
    constexpr void shift_left(int bits) noexcept {
        const int words = bits / 32;
        if (words > 0 && size_ > 0) {
            for (int i = size_ - 1; i >= 0; --i) word_[i + words] = word_[i];
            for (int i = 0; i < words; ++i) word_[i] = 0;
            size_ += words;
        }
        multiply_add(std::uint32_t{1} << (bits % 32), 0);
    }
    [[nodiscard]] constexpr int bit_count() const noexcept {
        return size_ == 0 ? 0 : 32 * size_ - std::countl_zero(word_[size_ - 1]);
    }
    /// Below, at or above `other`: -1, 0, 1.
    [[nodiscard]] constexpr int compare(const wide_integer& other) const noexcept {
        if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
        for (int i = size_ - 1; i >= 0; --i) {
            if (word_[i] != other.word_[i]) return word_[i] < other.word_[i] ? -1 : 1;
        }
        return 0;
    }
    /// Takes off a number not above this one.
    constexpr void subtract(const wide_integer& other) noexcept {
        std::uint64_t borrow = 0;
        for (int i = 0; i < size_; ++i) {
            const std::uint64_t taken = borrow + (i < other.size_ ? other.word_[i] : 0);
            borrow = word_[i] < taken ? 1 : 0;
            word_[i] = static_cast<std::uint32_t>(word_[i] - taken);
        }
        while (size_ > 0 && word_[size_ - 1] == 0) --size_;
    }

  private:
    int size_ = 0;
    std::uint32_t word_[96] = {};
};

/// digits · 10^exponent, to the nearest double, ties to even: bit by bit as a quotient of whole numbers. Nothing where that
/// is infinite, or 0 though the digits are not.
[[nodiscard]] constexpr std::optional<double> nearest_double(const decimal_text& d) noexcept {
    if (d.digit_count == 0) return 0.0;
    const std::int64_t magnitude = d.exponent + d.digit_count;  // below 10^magnitude
    if (magnitude > 310) return std::nullopt;
    if (magnitude < -330) return std::nullopt;

    wide_integer above;
    for (int i = 0; i < d.digit_count; ++i) above.multiply_add(10, d.digits[i]);
    wide_integer below;
    below.multiply_add(1, 1);
    if (d.exponent > 0) above.multiply_by_power_of_5(d.exponent);
    if (d.exponent < 0) below.multiply_by_power_of_5(-d.exponent);

    // Scaled by a power of two so that 1 <= above / below < 2.
    int shift = above.bit_count() - below.bit_count();
    if (shift < 0) above.shift_left(-shift);
    if (shift > 0) below.shift_left(shift);
    if (above.compare(below) < 0) {
        above.shift_left(1);
        --shift;
    }
    const int e = static_cast<int>(d.exponent) + shift;
    if (e > 1023) return std::nullopt;
    const int kept = e >= -1022 ? 53 : 53 - (-1022 - e);
    if (kept < 0) return std::nullopt;
    std::uint64_t bits = 0;
    for (int i = 0; i < kept; ++i) {
        bits <<= 1;
        if (above.compare(below) >= 0) {
            above.subtract(below);
            bits |= 1;
        }
        above.shift_left(1);
    }
    const int half = above.compare(below);
    if (half > 0 || (half == 0 && (bits & 1) != 0)) ++bits;

    // A carry out of the fraction raises the exponent by itself.
    const auto biased = static_cast<std::uint64_t>(e >= -1022 ? e + 1022 : 0);
    const double x = std::bit_cast<double>((biased << 52) + bits);
    if (x - x != 0.0 || x == 0.0) return std::nullopt;
    return x;
}

/// The powers of ten that are doubles.
inline constexpr double power_of_10[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                           1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

[[nodiscard]] constexpr std::optional<double> value_of(const decimal_text& d) noexcept {
    std::optional<double> size;
    if (d.digit_count <= 15 && d.exponent >= -22 && d.exponent <= 22) {
        // Both whole numbers are exact, so that one product or quotient of them is correctly rounded.
        double whole = 0.0;
        for (int i = 0; i < d.digit_count; ++i) whole = whole * 10.0 + d.digits[i];
        size = d.exponent < 0 ? whole / power_of_10[-d.exponent] : whole * power_of_10[d.exponent];
    } else {
        size = nearest_double(d);
    }
    if (size && d.negative) *size = -*size;
    return size;
}

#if defined(__SIZEOF_INT128__)
/// n / 10^places to the nearest double, ties to even, for n > 0 and up to 27 places: 5^27 takes 63 bits, so that one
/// division of whole numbers and whether it left a rest decide.
[[nodiscard]] constexpr double nearest_quotient(std::uint64_t n, int places) noexcept {
    __extension__ using word = unsigned __int128;
    std::uint64_t power_of_5 = 1;
    for (int i = 0; i < places; ++i) power_of_5 *= 5;
    const int shift_n = std::countl_zero(n);
    const int shift_power = std::countl_zero(power_of_5);
    const word above = static_cast<word>(n << shift_n) << 63;
    const std::uint64_t below = power_of_5 << shift_power;
    const auto quotient = static_cast<std::uint64_t>(above / below);  // 2^62 to 2^64
    const bool has_rest = static_cast<word>(quotient) * below != above;

    const int dropped = 11 - std::countl_zero(quotient);
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    const std::uint64_t tail = quotient & (2 * half - 1);
    std::uint64_t kept = quotient >> dropped;
    if (tail > half || (tail == half && (has_rest || (kept & 1) != 0))) ++kept;
    const int exponent = dropped - 63 + shift_power - shift_n - places;
    return static_cast<double>(kept) * std::bit_cast<double>(static_cast<std::uint64_t>(1023 + exponent) << 52);
}
#endif

/// The number that a text is with this decimal sign, where it is short, as most are: at most 19 digits, and one product or
/// quotient makes it the nearest double. Nothing for any other text, `parse_number` may still read it.
[[nodiscard]] constexpr std::optional<double> short_number(std::string_view text, char decimal) noexcept {
    std::size_t i = 0;
    std::uint64_t n = 0;
    const auto take_digits = [&] {
        const std::size_t first = i;
        for (; i < text.size() && is_digit(text[i]); ++i) n = 10 * n + static_cast<std::uint64_t>(text[i] - '0');
        return i - first;
    };
    const auto take_minus = [&] { return i < text.size() && (text[i] == '-' || text[i] == '+') && text[i++] == '-'; };
    const bool negative = take_minus();
    std::size_t digits = take_digits();
    int exponent = 0;
    if (i < text.size() && text[i] == decimal) {
        ++i;
        const std::size_t places = take_digits();
        digits += places;
        exponent = -static_cast<int>(places);
    }
    if (digits == 0 || digits > 19) return std::nullopt;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        const std::uint64_t whole = n;
        n = 0;
        const bool below_one = take_minus();
        const std::size_t length = take_digits();
        if (length == 0 || length > 3) return std::nullopt;
        exponent += below_one ? -static_cast<int>(n) : static_cast<int>(n);
        n = whole;
    }
    if (i != text.size()) return std::nullopt;
    double size = 0.0;
    if (n == 0) {
        size = 0.0;
    } else if (n <= (std::uint64_t{1} << 53) && exponent >= -22 && exponent <= 22) {
        const auto whole = static_cast<double>(n);
        size = exponent < 0 ? whole / power_of_10[-exponent] : whole * power_of_10[exponent];
#if defined(__SIZEOF_INT128__)
    } else if (exponent >= -27 && exponent <= 0) {
        size = nearest_quotient(n, -exponent);
#endif
    } else {
        return std::nullopt;
    }
    return negative ? -size : size;
}

}  // namespace detail

/// The number that a text is, in decimal notation: "3", "-0.25", "+1.5e6", ".5", "2.". The nearest double, ties to
/// even, on every compiler and in every locale. In time proportional to the length of the text, and in constant
/// expressions too.
/// \return Nothing unless the whole text is one such number of a size that a double can hold: not for spaces, "1,000",
/// "0x10", "inf", "nan", "1e400", "1e-400" (which is not 0) or an empty text.
[[nodiscard]] constexpr std::optional<double> parse_number(std::string_view text) noexcept {
    if (const auto number = detail::short_number(text, '.')) return number;
    const detail::decimal_text d = detail::read_decimal(text);
    if (d.length == 0 || d.length != text.size()) return std::nullopt;
    return detail::value_of(d);
}

}  // namespace headway

#include <headway/header_end.hpp>
