// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/counting_memory.hpp>
#include <headway/outcome/detail/packed_bins.hpp>
#include <headway/outcome/detail/value_bins.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Counts by bin of a run, at hand for more draws and for questions. The bins of one exponent are a page; a page that few
/// draws met has a list of them, which a far tail or a spread over hundreds of exponents fills with no more than the draws
/// it has, one that many met an array of 16-bit counters (8 KiB), so that the pages of many outputs fit a cache together,
/// and it carries what exceeds them. Memory grows with the number of exponents that occur, not with the draws.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_bin_pages {
  public:
    static constexpr unsigned page_shift = value_bins::fraction_bits;
    static constexpr unsigned page_bits = value_bins::key_bits - page_shift;
    static constexpr std::size_t page_size = std::size_t{1} << page_shift;
    static_assert(page_size * sizeof(std::uint16_t) == counting_memory::bytes);

    basic_bin_pages() : page_of_(std::size_t{1} << page_bits, 0), pages_(1) {}

    /// Pages have places in the order in which they came, from 1 on; 0 stands for none.
    [[nodiscard]] std::size_t place_of(std::uint64_t key) const noexcept {
        return page_of_[static_cast<std::size_t>(key >> page_shift)];
    }
    [[nodiscard]] std::size_t places() const noexcept { return pages_.size(); }
    [[nodiscard]] static constexpr std::size_t bin_in_page(std::uint64_t key) noexcept { return key & (page_size - 1); }
    /// Of the page at a place; null where it has a list. One that overflows must be carried.
    [[nodiscard]] std::uint16_t* counters(std::size_t place) noexcept { return pages_[place].counters.get(); }

    void carry(std::uint32_t key, std::uint64_t units);
    /// Counts a draw in the bin. True if there is a page, or are counters, that were not there.
    bool add_one(std::uint32_t key);
    void add(std::uint32_t key, std::uint64_t count);
    /// The counts of both.
    void add(const basic_bin_pages& other) {
        other.each_page([&](std::uint32_t first, const page& p) { add(first, p); });
    }

    [[nodiscard]] packed_bins packed() const;

  private:
    using carried_counts = std::array<std::uint64_t, page_size>;

    [[nodiscard]] static bool four_are_zero(const std::uint16_t* numbers) noexcept;
    struct total_loop {
        const std::uint16_t* counters;
        std::uint32_t* total;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            std::uint32_t all = 0;
            for (std::size_t i = 0; i < page_size; ++i) all += counters[i];
            *total = all;
        }
    };
    /// Adds without carrying; tells whether some sum is to be carried, which then is below what was added.
    struct add_loop {
        std::uint16_t* to;
        const std::uint16_t* from;
        bool* overflows;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            std::uint16_t any = 0;
            HEADWAY_INDEPENDENT
            for (std::size_t i = 0; i < page_size; ++i) {
                const auto sum = static_cast<std::uint16_t>(to[i] + from[i]);
                any = static_cast<std::uint16_t>(any | (sum < from[i] ? 1U : 0U));
                to[i] = sum;
            }
            *overflows = any != 0;
        }
    };

    struct page {
        std::vector<std::uint16_t> list;
        counting_memory::room_for<std::uint16_t> counters;
        std::unique_ptr<carried_counts> carried;  // in units of 2^16; none before something is carried

        page() = default;
        page(const page& other);
        page(page&&) noexcept = default;
        page& operator=(const page&) = delete;
        page& operator=(page&&) = delete;
        ~page() = default;

        /// Of a list, as counters.
        [[nodiscard]] std::vector<std::uint16_t> counted() const;
        [[nodiscard]] std::uint64_t count() const noexcept;
    };

    // A list takes less room, but its draws cost more time: the first pages, of which most outputs have no more, soon have
    // counters; from then on room counts.
    static constexpr std::size_t soon = 16;
    static constexpr std::size_t counted_soon = 64;
    [[nodiscard]] std::size_t list_size() const noexcept { return counted_ < counted_soon ? soon : page_size / 4; }
    void make_counters(page& p);

  public:
    /// The bins of one page in ascending order: `while (in.next()) use(in.bin(), in.count())`.
    class reader {
      public:
        reader(std::uint32_t first, const page& p)
            : first_(first), list_(p.counters ? std::vector<std::uint16_t>() : p.counted()),
              counters_(p.counters ? p.counters.get() : list_.data()), carried_(p.carried.get()) {}
        reader(const reader&) = delete;
        reader& operator=(const reader&) = delete;
        [[nodiscard]] bool next() noexcept;
        [[nodiscard]] std::uint32_t bin() const noexcept { return first_ + static_cast<std::uint32_t>(at_); }
        [[nodiscard]] std::uint64_t count() const noexcept {
            return counters_[at_] + (carried_ != nullptr ? (*carried_)[at_] << 16U : 0);
        }

      private:
        std::uint32_t first_;
        std::vector<std::uint16_t> list_;
        const std::uint16_t* counters_;
        const carried_counts* carried_;
        std::size_t at_ = ~std::size_t{0};
    };

    /// `f(first key, page)` for each page in ascending order; a page has a count(), and a reader its bins.
    template <class F>
    void each_page(F f) const {
        for (std::uint32_t number = 0; number < page_of_.size(); ++number) {
            while (number % 4 == 0 && number < page_of_.size() && four_are_zero(page_of_.data() + number)) number += 4;
            if (number == page_of_.size()) break;
            if (page_of_[number] != 0) f(number << page_shift, pages_[page_of_[number]]);
        }
    }

  private:
    static void append(packed_bins& all, std::uint32_t first, const std::uint16_t* counters,
                       const carried_counts* carried);
    std::size_t place_with(std::uint32_t key);
    void add(std::uint32_t first, const page& from);

    std::vector<std::uint16_t> page_of_;  // 0: none yet
    std::vector<page> pages_;             // the first stands for none
    std::size_t counted_ = 0;             // pages that have counters
};
HEADWAY_ELSEWHERE(class basic_bin_pages<>);
using bin_pages = basic_bin_pages<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/bin_pages.hpp>
#endif
