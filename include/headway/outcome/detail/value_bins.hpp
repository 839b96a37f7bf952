// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

#include <headway/math/batch.hpp>
#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// An unsigned integer that orders as the double does.
[[nodiscard]] HEADWAY_INLINE constexpr std::uint64_t ordered_bits(double x) noexcept {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    // All ones for a negative number, only the sign bit for a positive one; without a branch.
    const auto flip = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63) | (1ULL << 63U);
    return bits ^ flip;
}
[[nodiscard]] constexpr double from_ordered_bits(std::uint64_t key) noexcept {
    return std::bit_cast<double>((key >> 63U) != 0 ? key & ~(1ULL << 63U) : ~key);
}
/// The least double above x, which must be finite; the greatest one below it.
[[nodiscard]] constexpr double next_above(double x) noexcept { return from_ordered_bits(ordered_bits(x + 0.0) + 1); }
[[nodiscard]] constexpr double next_below(double x) noexcept {
    return x == 0.0 ? -5e-324 : from_ordered_bits(ordered_bits(x) - 1);
}

/// The least double x of [-greatest double, +infinity] for which `holds(x)`, which must hold from somewhere on.
template <class Predicate>
[[nodiscard]] constexpr double least_double(Predicate holds) noexcept {
    std::uint64_t low = ordered_bits(-0x1.fffffffffffffp1023);
    std::uint64_t high = ordered_bits(no_limit);
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (holds(from_ordered_bits(middle))) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return from_ordered_bits(low) + 0.0;
}

/// A partition of the finite doubles into bins, in order, none wider than 2^-12 of the distance of any of its values from
/// zero, nor than 2^-12 of their distance from a pivot: up to half the pivot bins are those of the value's own sign,
/// exponent and first 12 bits, beyond it those of its offset from the pivot, so that of the two distances it is always the
/// lesser one that counts. Zero and the pivot have bins of their own, and no bin has both signs or both sides. Values too
/// small for a full fraction (below 2^-1022) have exponents of their own, so that they are as well known as others.
/// An outcome's values know a relative error, its dates (which are seconds since 1970) only one that is relative to a
/// span: the pivot serves these, and a mean's neighbourhood, where differences matter.
class value_bins {
  public:
    static constexpr unsigned fraction_bits = 12;
    static constexpr unsigned key_bits = 26;

    constexpr explicit value_bins(double pivot) noexcept
        : pivot_(pivot), side_(pivot < 0.0 ? -1.0 : 1.0),
          split_(pivot == 0.0 ? no_limit : side_ * (pivot - 0.5 * pivot)),
          by_value_(zero + (pivot < 0.0 ? family : 0)), by_offset_(zero + (pivot < 0.0 ? 0 : family)) {}

    [[nodiscard]] constexpr double pivot() const noexcept { return pivot_; }

    /// The bin of a finite x; keys order as the values do.
    [[nodiscard]] constexpr std::uint32_t key_of(double x) const noexcept {
        const bool by_value = side_ * x < split_;
        const double v = by_value ? x : x - pivot_;
        const auto bits = std::bit_cast<std::uint64_t>(v);
        std::uint64_t magnitude = bits & ~sign_bit;
        if (magnitude < least_normal) {
            if (magnitude == 0) return static_cast<std::uint32_t>(by_value ? by_value_ : by_offset_);
            magnitude = std::bit_cast<std::uint64_t>(v * 0x1p53) & ~sign_bit;
        } else {
            magnitude += shift_of_exponents;
        }
        return static_cast<std::uint32_t>(key(by_value, (bits & sign_bit) != 0, magnitude));
    }

    /// The keys of a block of doubles, at once. Where the value or the offset that counts is below 2^-1022, as zero is,
    /// the key is 0: ask key_of. Of what is not finite, some key or other.
    struct keys_loop {
        const value_bins* bins;
        const double* x;
        std::uint64_t* keys;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            const value_bins b = *bins;
            HEADWAY_INDEPENDENT
            for (int i = 0; i < batch::size; ++i) {
                // Masks of all bits or none, which vectorise where a choice between a number and its bits does not.
                const std::uint64_t by_value = top_bit_set(bits_of(b.side_ * x[i] - b.split_));
                const std::uint64_t bits = choose(by_value, bits_of(x[i]), bits_of(x[i] - b.pivot_));
                const std::uint64_t magnitude = bits & ~sign_bit;
                const std::uint64_t negative = top_bit_set(bits);
                const std::uint64_t m = (magnitude + shift_of_exponents) >> dropped_bits;
                const std::uint64_t middle = choose(by_value, b.by_value_, b.by_offset_);
                keys[i] = (middle + ((m ^ negative) - negative)) & ~top_bit_set(magnitude - least_normal);
            }
        }
    };

    /// All doubles of a bin; least above greatest if there are none.
    struct range {
        double least;
        double greatest;
        [[nodiscard]] constexpr bool holds(double x) const noexcept { return least <= x && x <= greatest; }
    };
    [[nodiscard]] constexpr range range_of(std::uint32_t key) const noexcept {
        const double from = least_double([&](double x) { return !(x < no_limit) || key_of(x) >= key; });
        const double next = least_double([&](double x) { return !(x < no_limit) || key_of(x) > key; });
        return {from, next_below(next)};
    }
    /// Some double has this key.
    [[nodiscard]] constexpr bool has_values(std::uint32_t key) const noexcept {
        const range r = range_of(key);
        return r.least <= r.greatest;
    }

  private:
    static constexpr std::uint64_t sign_bit = 1ULL << 63U;
    static constexpr std::uint64_t least_normal = 1ULL << 52U;
    static constexpr unsigned dropped_bits = 52 - fraction_bits;
    static constexpr std::uint64_t shift_of_exponents = 53ULL << 52U;
    static constexpr std::uint64_t zero = 1ULL << 24U;
    static constexpr std::uint64_t family = 1ULL << 25U;

    [[nodiscard]] constexpr std::uint64_t key(bool by_value, bool negative, std::uint64_t magnitude) const noexcept {
        const std::uint64_t middle = by_value ? by_value_ : by_offset_;
        const std::uint64_t m = magnitude >> dropped_bits;
        return negative ? middle - m : middle + m;
    }

    double pivot_;
    double side_;
    double split_;
    std::uint64_t by_value_;
    std::uint64_t by_offset_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
