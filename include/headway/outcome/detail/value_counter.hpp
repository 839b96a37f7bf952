// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include <headway/math/batch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// How often one value occurs, and whether the run knew beforehand that it repeats.
class counted_value {
  public:
    double value;
    /// Of an expected value: how many draws that are counted by bin share its bin and lie below it.
    std::uint64_t below_in_bin = 0;

    constexpr counted_value(double x, std::uint64_t count, bool expected, std::uint64_t below = 0) noexcept
        : value(x), below_in_bin(below), count_(count << 1U | (expected ? 1U : 0U)) {}
    [[nodiscard]] constexpr std::uint64_t count() const noexcept { return count_ >> 1U; }
    [[nodiscard]] constexpr bool expected() const noexcept { return (count_ & 1U) != 0; }

  private:
    std::uint64_t count_;
};

/// Counts values one by one: a hash table of doubles with open addressing. The two zeros are one value.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_value_counter {
  public:
    /// How many values there are.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Makes a value one that is counted.
    void expect(double x) { (void)slot_of(x + 0.0); }
    /// Gives each value a slot of its own where that takes little room, so that looking one up takes no decision.
    void part();
    /// Counts those of at most 64 finite values that are known, and puts the others into `rest`, which must have room for
    /// as many; returns how many these are.
    int count_known(const double* x, int size, double* rest) noexcept;
    /// Counts a value so many times more.
    void add(double x, std::uint64_t count) { slots_[slot_of(x + 0.0)].count += count; }

    /// `f(value, count)` for each value, in no order.
    template <class F>
    void each(F f) const {
        for (const slot& s : slots_) {
            if (s.bits != none) f(std::bit_cast<double>(s.bits), s.count);
        }
    }

  private:
    static constexpr std::size_t most_apart = 2048;
    static constexpr std::uint64_t none = 0xFFFFFFFFFFFFFFFFULL;  // no number
    struct slot {
        std::uint64_t bits = none;
        std::uint64_t count = 0;
    };

    [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }
    [[nodiscard]] std::size_t place(std::uint64_t bits) const noexcept {
        return static_cast<std::size_t>(((bits ^ bits >> 32U) * factor_) >> shift_);
    }
    int count_apart(const double* x, int size, double* rest) noexcept;
    /// Counts a value once; tells whether it was known, and if not does nothing.
    [[nodiscard]] bool add_known(double x) noexcept;
    [[nodiscard]] bool all_apart() const noexcept;
    [[nodiscard]] std::size_t slot_of(double x);
    void grow() { rehash(2 * slots_.size()); }
    void rehash(std::size_t slots);

    std::vector<slot> slots_ = std::vector<slot>(64);
    unsigned shift_ = 58;
    std::uint64_t factor_ = 0x9E3779B97F4A7C15ULL;  // odd
    std::size_t size_ = 0;
    bool apart_ = false;
};
HEADWAY_ELSEWHERE(class basic_value_counter<>);
using value_counter = basic_value_counter<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/value_counter.hpp>
#endif
