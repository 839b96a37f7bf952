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
    void part() {
        apart_ = true;
        for (std::size_t slots = slots_.size(); slots <= most_apart; slots *= 2) {
            for (int tries = 0; tries < 8; ++tries) {
                if (all_apart()) return;
                factor_ = factor_ * 0x5851F42D4C957F2DULL + 2;
                rehash(slots);
            }
            if (2 * slots <= most_apart) rehash(2 * slots);
        }
        apart_ = all_apart();
    }
    /// Counts those of at most 64 finite values that are known, and puts the others into `rest`, which must have room for
    /// as many; returns how many these are.
    int count_known(const double* x, int size, double* rest) noexcept {
        if (apart_) return count_apart(x, size, rest);
        int left = 0;
        for (int i = 0; i < size; ++i) {
            if (!add_known(x[i])) rest[left++] = x[i];
        }
        return left;
    }
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
    int count_apart(const double* x, int size, double* rest) noexcept {
        // Either answer may be as good as random, and a wrong guess costs more than going both ways.
        slot* const slots = slots_.data();
        int left = 0;
        for (int i = 0; i < size; ++i) {
            const std::uint64_t bits = std::bit_cast<std::uint64_t>(x[i] + 0.0);
            slot& s = slots[place(bits)];
            const unsigned known = s.bits == bits ? 1U : 0U;
            s.count += known;
            rest[left] = x[i];
            left += static_cast<int>(1U - known);
        }
        return left;
    }
    /// Counts a value once; tells whether it was known, and if not does nothing.
    [[nodiscard]] bool add_known(double x) noexcept {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(x + 0.0);
        for (std::size_t i = place(bits);; i = (i + 1) & mask()) {
            if (slots_[i].bits == bits) {
                ++slots_[i].count;
                return true;
            }
            if (slots_[i].bits == none) return false;
        }
    }
    [[nodiscard]] bool all_apart() const noexcept {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (slots_[i].bits != none && place(slots_[i].bits) != i) return false;
        }
        return true;
    }
    [[nodiscard]] std::size_t slot_of(double x) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
        std::size_t i = place(bits);
        while (slots_[i].bits != bits && slots_[i].bits != none) i = (i + 1) & mask();
        if (slots_[i].bits == bits) return i;
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
            return slot_of(x);
        }
        slots_[i].bits = bits;
        ++size_;
        return i;
    }
    void grow() { rehash(2 * slots_.size()); }
    void rehash(std::size_t slots) {
        std::vector<slot> old(slots);
        old.swap(slots_);
        shift_ = 65U - static_cast<unsigned>(std::bit_width(slots));
        for (const slot& s : old) {
            if (s.bits == none) continue;
            std::size_t i = place(s.bits);
            while (slots_[i].bits != none) i = (i + 1) & mask();
            slots_[i] = s;
        }
    }

    std::vector<slot> slots_ = std::vector<slot>(64);
    unsigned shift_ = 58;
    std::uint64_t factor_ = 0x9E3779B97F4A7C15ULL;  // odd
    std::size_t size_ = 0;
    bool apart_ = false;
};
HEADWAY_INSTANTIATE(class basic_value_counter<>);
using value_counter = basic_value_counter<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
