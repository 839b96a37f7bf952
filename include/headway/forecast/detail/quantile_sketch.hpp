// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <headway/core/detail/elementary_kernel.hpp>

HEADWAY_EXACT_BEGIN
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

/// Counts of values in bins of fixed relative width 2^-12: one page of 4096 bins for each sign and power of two that
/// occurs, so its memory depends on the spread of the values, not on their number. Merging adds counts, so it is
/// associative, commutative and exact; a quantile is right to within its bin. A page counts in 16 bits, so that the pages
/// of many outputs fit a cache together, and carries what exceeds them. A template only so that programs that never stream
/// do not compile it.
template <class = void>
class basic_quantile_sketch {
  public:
    static constexpr unsigned fraction_bits = 12;
    static constexpr double relative_error = 1.0 / (1U << fraction_bits);

    /// Adds x - pivot for each finite x of at most 64.
    void add_block(const double* x, int size, double pivot) {
        // All bins are asked for before the first is counted in.
        std::uint64_t keys[64];
        std::uint16_t* bins[64];
        int finite = 0;
        for (int i = 0; i < size; ++i) {
            if (!(x[i] < __builtin_huge_val())) continue;
            const std::uint64_t key = ordered_bits(x[i] - pivot) >> (52U - fraction_bits);
            keys[finite] = key;
            bins[finite] = &page_of(key >> fraction_bits).recent[key & (page_size - 1)];
            __builtin_prefetch(bins[finite], 1);
            ++finite;
        }
        for (int i = 0; i < finite; ++i) {
            if (++*bins[i] == 0) page_of(keys[i] >> fraction_bits).carry(keys[i] & (page_size - 1));
        }
        count_ += static_cast<std::uint64_t>(finite);
    }

    void add(const basic_quantile_sketch& other) {
        for (std::size_t i = 0; i < other.pages_.size(); ++i) {
            if (other.pages_[i]) page_of(i).add(*other.pages_[i]);
        }
        count_ += other.count_;
    }
    /// The same, taking over what pages it can.
    void add(basic_quantile_sketch&& other) {
        if (pages_.empty()) {
            swap(other);
        } else {
            add(other);
        }
    }

    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

    static constexpr std::size_t page_count = 1U << 12U;  // one for each sign and exponent
    static constexpr std::size_t page_size = 1U << fraction_bits;
    using page_type = std::array<std::uint64_t, page_size>;

    /// `f(index, counts)` for each page that has values, in ascending order: what a file holds of the sketch.
    template <class F>
    void each_page(F f) const {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (pages_[i]) f(i, pages_[i]->counts());
        }
    }
    void add_page(std::size_t index, const page_type& counts) {
        page_of(index).add(counts);
        for (const std::uint64_t here : counts) count_ += here;
    }

    /// The value at a rank in [0, count - 1], interpolated inside its bin.
    [[nodiscard]] double value_at_rank(double rank) const noexcept {
        double below = 0.0;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (!pages_[i]) continue;
            for (std::size_t j = 0; j < page_size; ++j) {
                const auto here = static_cast<double>(pages_[i]->count(j));
                if (here > 0.0 && below + here > rank) {
                    const std::uint64_t key = (static_cast<std::uint64_t>(i) << fraction_bits | j)
                                              << (52U - fraction_bits);
                    const double lower = from_ordered_bits(key);
                    const double upper = from_ordered_bits(key | ((1ULL << (52U - fraction_bits)) - 1U));
                    return lower + (upper - lower) * ((rank - below + 0.5) / here);
                }
                below += here;
            }
        }
        return 0.0;
    }

    /// How many values lie below x, the bin of x counted in proportion.
    [[nodiscard]] double count_below(double x) const noexcept {
        const std::uint64_t key = ordered_bits(x) >> (52U - fraction_bits);
        double below = 0.0;
        for (std::size_t i = 0; i < pages_.size() && i <= key >> fraction_bits; ++i) {
            if (!pages_[i]) continue;
            const bool last = i == key >> fraction_bits;
            const std::size_t end = last ? key & (page_size - 1) : page_size;
            for (std::size_t j = 0; j < end; ++j) below += static_cast<double>(pages_[i]->count(j));
            if (last) {
                const double lower = from_ordered_bits(key << (52U - fraction_bits));
                const double upper = from_ordered_bits((key + 1) << (52U - fraction_bits));
                below += static_cast<double>(pages_[i]->count(end)) * ((x - lower) / (upper - lower));
            }
        }
        return below;
    }

    basic_quantile_sketch() = default;
    basic_quantile_sketch(const basic_quantile_sketch& other) { add(other); }
    basic_quantile_sketch(basic_quantile_sketch&&) noexcept = default;
    basic_quantile_sketch& operator=(basic_quantile_sketch other) noexcept {
        swap(other);
        return *this;
    }
    void swap(basic_quantile_sketch& other) noexcept {
        pages_.swap(other.pages_);
        std::swap(count_, other.count_);
    }
    ~basic_quantile_sketch() = default;

  private:
    struct page {
        std::array<std::uint16_t, page_size> recent{};
        std::unique_ptr<page_type> carried;  // none before something is carried

        [[nodiscard]] std::uint64_t count(std::size_t bin) const noexcept {
            return recent[bin] + (carried ? (*carried)[bin] : 0);
        }
        [[nodiscard]] page_type counts() const noexcept {
            page_type all;
            for (std::size_t j = 0; j < page_size; ++j) all[j] = count(j);
            return all;
        }
        void carry(std::size_t bin) {
            if (!carried) carried = std::make_unique<page_type>();
            (*carried)[bin] += 1U << 16U;
        }
        void add(const page& other) {
            for (std::size_t j = 0; j < page_size; ++j) {
                const std::uint32_t sum = std::uint32_t{recent[j]} + other.recent[j];
                recent[j] = static_cast<std::uint16_t>(sum);
                if (sum >> 16U != 0) carry(j);
            }
            if (other.carried) add(*other.carried);
        }
        void add(const page_type& counts) {
            if (!carried) carried = std::make_unique<page_type>();
            for (std::size_t j = 0; j < page_size; ++j) (*carried)[j] += counts[j];
        }
    };

    page& page_of(std::size_t sign_and_exponent) {
        if (pages_.empty()) pages_.resize(page_count);
        auto& found = pages_[sign_and_exponent];
        if (!found) found = std::make_unique<page>();
        return *found;
    }

    std::vector<std::unique_ptr<page>> pages_;  // none before the first value
    std::uint64_t count_ = 0;
};
using quantile_sketch = basic_quantile_sketch<>;

}  // namespace headway::detail
HEADWAY_EXACT_END
