// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <headway/forecast/detail/value_bins.hpp>

namespace headway::detail {

/// How often one value occurs, and whether the run knew beforehand that it repeats.
class counted_value {
  public:
    double value;

    constexpr counted_value(double x, std::uint64_t count, bool expected) noexcept
        : value(x), count_(count << 1U | (expected ? 1U : 0U)) {}
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
    static constexpr std::uint64_t none = 0xFFFFFFFFFFFFFFFFULL;  // no number
    struct slot {
        std::uint64_t bits = none;
        std::uint64_t count = 0;
    };

    [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }
    [[nodiscard]] std::size_t place(std::uint64_t bits) const noexcept {
        return static_cast<std::size_t>(((bits ^ bits >> 32U) * 0x9E3779B97F4A7C15ULL) >> shift_);
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
    void grow() {
        std::vector<slot> old(2 * slots_.size());
        old.swap(slots_);
        --shift_;
        for (const slot& s : old) {
            if (s.bits == none) continue;
            std::size_t i = place(s.bits);
            while (slots_[i].bits != none) i = (i + 1) & mask();
            slots_[i] = s;
        }
    }

    std::vector<slot> slots_ = std::vector<slot>(64);
    unsigned shift_ = 58;
    std::size_t size_ = 0;
};
using value_counter = basic_value_counter<>;

/// How a streaming run counts an output. All parts of a run have the same plan, because it depends on nothing but the
/// number of its draws and the results of the first `pilot_draws` of them, whoever evaluates those.
struct counting_plan {
    enum class form : std::uint8_t {
        few,       ///< all draws of the run are held: there are at most `pilot_draws`
        distinct,  ///< values are counted one by one, as long as there are at most `most_distinct`
        binned,    ///< values that are expected are counted one by one, the others by bin
    };
    form how = form::distinct;
    /// In ascending order.
    std::shared_ptr<const std::vector<double>> expected;

    static constexpr std::size_t pilot_draws = 1U << 14U;
    static constexpr std::size_t most_distinct = 1U << 14U;

    /// The plan after these first draws of a run that has more: what occurs twice among them is expected to occur again.
    /// A value of probability 0.001 does so but once in 10^6 runs; a continuous result repeats nothing, and then counting
    /// one by one is not tried.
    [[nodiscard]] static counting_plan after(std::span<const double> pilot) {
        value_counter counts;
        for (const double x : pilot) {
            if (x < __builtin_huge_val()) counts.add(x, 1);
        }
        auto repeated = std::make_shared<std::vector<double>>();
        counts.each([&](double x, std::uint64_t count) {
            if (count > 1) repeated->push_back(x);
        });
        std::sort(repeated->begin(), repeated->end());
        repeated->shrink_to_fit();
        return {counts.size() > pilot_draws / 4 ? form::binned : form::distinct, std::move(repeated)};
    }
};

}  // namespace headway::detail
