// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include <headway/math/batch.hpp>
#include <headway/math/elementary_kernel.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Places in a block, a bit each, the first draw the lowest.
using block_places = std::uint64_t;
inline constexpr block_places everywhere = ~block_places{0};
static_assert(batch::size == 64);

/// `f(draw)` for each of these places, in order.
template <class F>
HEADWAY_INLINE constexpr void each_place(block_places places, F f) {
    for (; places != 0; places &= places - 1) f(static_cast<int>(std::countr_zero(places)));
}

/// Where in a block the finite values are.
struct finite_loop {
    const double* x;
    block_places* places;
    HEADWAY_INLINE constexpr void operator()() const noexcept {
        block_places found[8] = {};
        for (int i = batch::size - 8; i >= 0; i -= 8) {
            // Infinity and NaN are those whose bits, without the sign, reach those of infinity.
            for (int j = 0; j < 8; ++j)
                found[j] = found[j] << 8U | ((bits_of(x[i + j]) & ~sign_bit) - infinity_bits) >> 63U;
        }
        *places = 0;
        for (int j = 0; j < 8; ++j) *places |= found[j] << j;
    }
};
template <class = void>
[[nodiscard]] block_places finite_places(const double* x) noexcept;

/// Counts up to eight values, known beforehand, by comparing a whole block with each of them: nothing is looked up, nothing
/// is guessed, whatever the order in which they come. The two zeros are one value.
class few_values {
  public:
    static constexpr std::size_t most = 8;

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    /// Makes a value one that is counted; there must be room.
    constexpr void expect(double x) noexcept { value_[size_++] = x + 0.0; }
    /// Counts the values of a block that are among these, each so many times; returns where the others are.
    template <class = void>
    block_places count(const double* x, std::uint64_t times = 1) noexcept;
    /// Counts a value so many times, if it is among these; tells whether it is.
    constexpr bool add(double x, std::uint64_t times) noexcept {
        for (std::size_t v = 0; v < size_; ++v) {
            if (value_[v] != x) continue;
            count_[v] += times;
            return true;
        }
        return false;
    }
    /// How many of them there have been.
    [[nodiscard]] constexpr std::size_t seen() const noexcept {
        std::size_t n = 0;
        for (std::size_t v = 0; v < size_; ++v) n += count_[v] > 0 ? 1U : 0U;
        return n;
    }
    /// `f(value, count)` for each.
    template <class F>
    constexpr void each(F f) const {
        for (std::size_t v = 0; v < size_; ++v) f(value_[v], count_[v]);
    }

  private:
    struct others_loop {
        const double* x;
        const double* value;
        std::size_t size;
        block_places* others;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            for (std::size_t v = 0; v < size; ++v) {
                const std::uint64_t bits = bits_of(value[v]);
                block_places found[8] = {};
                for (int i = batch::size - 8; i >= 0; i -= 8) {
                    // A difference of bits has its top bit set, or its negative has, unless it is none.
                    for (int j = 0; j < 8; ++j) {
                        const std::uint64_t d = bits_of(x[i + j] + 0.0) ^ bits;
                        found[j] = found[j] << 8U | (d | (0 - d)) >> 63U;
                    }
                }
                others[v] = 0;
                for (int j = 0; j < 8; ++j) others[v] |= found[j] << j;
            }
        }
    };

    double value_[most] = {};
    std::uint64_t count_[most] = {};
    std::size_t size_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/few_values.hpp>
#endif
