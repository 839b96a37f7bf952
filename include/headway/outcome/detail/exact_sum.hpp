// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A sum of doubles without rounding: a fixed-point number wide enough for every finite double, so that adding is
/// associative and the result depends neither on the order nor on how the terms were split among threads and shards.
/// Digits of 32 bits in 64-bit words leave room for 2^30 additions between carries. Terms must be finite.
/// Source: Kulisch's long accumulator.
class exact_sum {
  public:
    constexpr void add(double x) noexcept {
        const auto bits = std::bit_cast<std::uint64_t>(x);
        const auto biased = static_cast<int>((bits >> 52U) & 0x7FFU);
        const std::uint64_t fraction = bits & 0xFFFFFFFFFFFFFULL;
        const std::uint64_t significand = biased == 0 ? fraction : fraction | 0x10000000000000ULL;
        const int position = biased == 0 ? 0 : biased - 1;  // of the lowest bit, above 2^-1074
        const auto digit = static_cast<std::size_t>(position / digit_bits);
        const int shift = position % digit_bits;
        const std::int64_t sign = (bits >> 63U) != 0 ? -1 : 1;
        // The significand spans at most three digits; its pieces never exceed 32 bits.
        const std::uint64_t low = (significand & mask) << shift;
        const std::uint64_t high = (significand >> digit_bits) << shift;
        const std::uint64_t middle = (low >> digit_bits) + (high & mask);
        digits_[digit] += sign * static_cast<std::int64_t>(low & mask);
        digits_[digit + 1] += sign * static_cast<std::int64_t>(middle);
        digits_[digit + 2] += sign * static_cast<std::int64_t>(high >> digit_bits);
        if (++pending_ == most_pending) normalise();
    }

    constexpr void add(const exact_sum& other) noexcept {
        exact_sum normal = other;
        normal.normalise();
        normalise();
        for (std::size_t i = 0; i < size; ++i) digits_[i] += normal.digits_[i];
        normalise();
    }

    /// The sum rounded once, to within one unit in the last place.
    [[nodiscard]] constexpr double value() const noexcept {
        exact_sum normal = *this;
        normal.normalise();
        // After the carries all digits but the top one lie in [0, 2^32), so a negative sum shows in the top digit.
        const bool negative = normal.digits_[size - 1] < 0;
        if (negative) {
            for (auto& d : normal.digits_) d = -d;
            normal.normalise();
        }
        double result = 0.0;
        std::size_t top = size;
        while (top > 0 && normal.digits_[top - 1] == 0) --top;
        // Three digits hold at least 65 significant bits; what lies below cannot change the rounding by more than that.
        const std::size_t bottom = top > 3 ? top - 3 : 0;
        for (std::size_t i = bottom; i < top; ++i) {
            result += scaled(static_cast<double>(normal.digits_[i]), static_cast<int>(i) * digit_bits - 1074);
        }
        return negative ? -result : result;
    }

    /// The digits after all carries: equal for equal sums, whatever was added in which order.
    [[nodiscard]] constexpr auto digits() const noexcept {
        exact_sum normal = *this;
        normal.normalise();
        return normal.digits_;
    }

    static constexpr std::size_t size = 68;
    [[nodiscard]] static constexpr exact_sum from_digits(const std::array<std::int64_t, size>& digits) noexcept {
        exact_sum sum;
        sum.digits_ = digits;
        return sum;
    }

  private:
    static constexpr int digit_bits = 32;
    static constexpr std::uint64_t mask = 0xFFFFFFFFULL;
    static constexpr int most_pending = 1 << 29;

    static constexpr double scaled(double x, int exponent) noexcept {
        while (exponent > 1000) {
            x *= 0x1p1000;
            exponent -= 1000;
        }
        while (exponent < -1000) {
            x *= 0x1p-1000;
            exponent += 1000;
        }
        return x * std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
    }

    constexpr void normalise() noexcept {
        std::int64_t carry = 0;
        for (std::size_t i = 0; i + 1 < size; ++i) {
            const std::int64_t digit = digits_[i] + carry;
            carry = digit >> digit_bits;
            digits_[i] = digit & static_cast<std::int64_t>(mask);
        }
        digits_[size - 1] += carry;
        pending_ = 0;
    }

    std::array<std::int64_t, size> digits_{};
    int pending_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
