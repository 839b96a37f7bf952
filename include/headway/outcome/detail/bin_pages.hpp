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

    void carry(std::uint32_t key, std::uint64_t units) {
        page& p = pages_[place_with(key)];
        if (!p.carried) p.carried = std::make_unique<carried_counts>();
        (*p.carried)[bin_in_page(key)] += units;
    }
    /// Counts a draw in the bin. True if there is a page, or are counters, that were not there.
    bool add_one(std::uint32_t key) {
        const std::size_t before = pages_.size();
        page& p = pages_[place_with(key)];
        if (p.counters) {
            if (++p.counters[bin_in_page(key)] == 0) carry(key, 1);
            return false;
        }
        p.list.push_back(static_cast<std::uint16_t>(bin_in_page(key)));
        if (p.list.size() >= list_size()) make_counters(p);
        return p.counters || before != pages_.size();
    }
    void add(std::uint32_t key, std::uint64_t count) {
        if (count < soon) {
            for (std::uint64_t i = 0; i < count; ++i) add_one(key);
            return;
        }
        page& p = pages_[place_with(key)];
        make_counters(p);
        const std::uint64_t sum = p.counters[bin_in_page(key)] + count;
        p.counters[bin_in_page(key)] = static_cast<std::uint16_t>(sum);
        if (sum >> 16U != 0) carry(key, sum >> 16U);
    }
    /// The counts of both.
    void add(const basic_bin_pages& other) {
        other.each_page([&](std::uint32_t first, const page& p) { add(first, p); });
    }

    [[nodiscard]] packed_bins packed() const {
        packed_bins all;
        std::size_t used = 0;
        for (const page& p : pages_) used += p.counters ? page_size : p.list.size();
        all.reserve(2 * used);
        each_page([&](std::uint32_t first, const page& p) {
            if (p.counters) {
                append(all, first, p.counters.get(), p.carried.get());
            } else if (p.list.size() > page_size / 16) {
                append(all, first, p.counted().data(), nullptr);
            } else {
                std::vector<std::uint16_t> list = p.list;
                std::sort(list.begin(), list.end());
                for (std::size_t j = 0; j < list.size();) {
                    std::size_t end = j + 1;
                    while (end < list.size() && list[end] == list[j]) ++end;
                    all.append(first + list[j], end - j);
                    j = end;
                }
            }
        });
        return all;
    }

  private:
    using carried_counts = std::array<std::uint64_t, page_size>;

    [[nodiscard]] static bool four_are_zero(const std::uint16_t* numbers) noexcept {
        std::uint64_t four = 0;
        std::memcpy(&four, numbers, sizeof four);
        return four == 0;
    }
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
        page(const page& other) : list(other.list) {
            if (other.counters) {
                counters = counting_memory::take<std::uint16_t>();
                std::copy(other.counters.get(), other.counters.get() + page_size, counters.get());
            }
            if (other.carried) carried = std::make_unique<carried_counts>(*other.carried);
        }
        page(page&&) noexcept = default;
        page& operator=(const page&) = delete;
        page& operator=(page&&) = delete;
        ~page() = default;

        /// Of a list, as counters.
        [[nodiscard]] std::vector<std::uint16_t> counted() const {
            std::vector<std::uint16_t> all(page_size, 0);
            for (const std::uint16_t bin : list) ++all[bin];
            return all;
        }
        [[nodiscard]] std::uint64_t count() const noexcept {
            if (!counters) return list.size();
            std::uint32_t recent = 0;
            vector_dispatch(total_loop{counters.get(), &recent});
            std::uint64_t all = recent;
            if (carried) {
                for (const std::uint64_t units : *carried) all += units << 16U;
            }
            return all;
        }
    };

    // A list takes less room, but its draws cost more time: the first pages, of which most outputs have no more, soon have
    // counters; from then on room counts.
    static constexpr std::size_t soon = 16;
    static constexpr std::size_t counted_soon = 64;
    [[nodiscard]] std::size_t list_size() const noexcept { return counted_ < counted_soon ? soon : page_size / 4; }
    void make_counters(page& p) {
        if (p.counters) return;
        p.counters = counting_memory::take_zeros<std::uint16_t>();
        for (const std::uint16_t bin : p.list) ++p.counters[bin];
        p.list = {};
        ++counted_;
    }

  public:
    /// The bins of one page in ascending order: `while (in.next()) use(in.bin(), in.count())`.
    class reader {
      public:
        reader(std::uint32_t first, const page& p)
            : first_(first), list_(p.counters ? std::vector<std::uint16_t>() : p.counted()),
              counters_(p.counters ? p.counters.get() : list_.data()), carried_(p.carried.get()) {}
        reader(const reader&) = delete;
        reader& operator=(const reader&) = delete;
        [[nodiscard]] bool next() noexcept {
            for (++at_; at_ < page_size; ++at_) {
                if (carried_ == nullptr && at_ % 4 == 0) {
                    while (at_ < page_size && four_are_zero(counters_ + at_)) at_ += 4;
                    if (at_ == page_size) break;
                }
                if (count() != 0) return true;
            }
            return false;
        }
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
                       const carried_counts* carried) {
        packed_bins::writer to(all);
        for (std::uint32_t j = 0; j < page_size; j += 4) {
            if (carried == nullptr && to.append_small(first + j, counters + j)) continue;
            for (std::uint32_t k = j; k < j + 4; ++k) {
                const std::uint64_t count = counters[k] + (carried != nullptr ? (*carried)[k] << 16U : 0);
                if (count != 0) to.append(first + k, count);
            }
        }
    }
    std::size_t place_with(std::uint32_t key) {
        std::uint16_t& place = page_of_[key >> page_shift];
        if (place == 0) {
            place = static_cast<std::uint16_t>(pages_.size());
            pages_.emplace_back();
        }
        return place;
    }
    void add(std::uint32_t first, const page& from) {
        if (!from.counters) {
            for (const std::uint16_t bin : from.list) add_one(first + bin);
            return;
        }
        page& to = pages_[place_with(first)];
        make_counters(to);
        bool overflows = false;
        vector_dispatch(add_loop{to.counters.get(), from.counters.get(), &overflows});
        for (std::uint32_t j = 0; overflows && j < page_size; ++j) {
            if (to.counters[j] < from.counters[j]) carry(first + j, 1);
        }
        for (std::uint32_t j = 0; from.carried && j < page_size; ++j) {
            if ((*from.carried)[j] != 0) carry(first + j, (*from.carried)[j]);
        }
    }

    std::vector<std::uint16_t> page_of_;  // 0: none yet
    std::vector<page> pages_;             // the first stands for none
    std::size_t counted_ = 0;             // pages that have counters
};
HEADWAY_INSTANTIATE(class basic_bin_pages<>);
using bin_pages = basic_bin_pages<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
