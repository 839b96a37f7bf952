// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/bin_pages.hpp>
#include <headway/outcome/detail/value_bins.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Values that divide their bins: counts what is in such a bin and below them.
class bin_dividers {
  public:
    bin_dividers(const value_bins& bins, std::vector<double> ascending)
        : values_(std::move(ascending)), below_(values_.size(), 0) {
        for (const double x : values_) {
            keys_.push_back(bins.key_of(x));
            filter_[place(keys_.back())] = true;
        }
    }
    [[nodiscard]] const std::vector<std::uint64_t>& below() const noexcept { return below_; }
    /// False only if no value divides the bin.
    [[nodiscard]] bool may_divide(std::uint64_t key) const noexcept { return filter_[place(key)]; }
    template <class = void>
    void add(double x, std::uint64_t key, std::uint64_t count) noexcept {
        const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), key);
        for (auto i = first - keys_.begin(); i < last - keys_.begin(); ++i) {
            if (x < values_[static_cast<std::size_t>(i)]) below_[static_cast<std::size_t>(i)] += count;
        }
    }

  private:
    static constexpr std::size_t filter_size = std::size_t{1} << 12U;
    [[nodiscard]] static std::size_t place(std::uint64_t key) noexcept { return key & (filter_size - 1); }

    std::vector<double> values_;
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint64_t> below_;
    std::array<bool, filter_size> filter_{};
};
HEADWAY_INSTANTIATE(void bin_dividers::add<>(double x, std::uint64_t key, std::uint64_t count));

/// Counts draws by bin while a run goes on.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_bin_counter {
  public:
    explicit basic_bin_counter(const value_bins& bins)
        : bins_(bins), full_(std::make_unique<std::uint16_t[]>(bin_pages::page_size)), counters_(1, full_.get()) {
        std::fill(full_.get(), full_.get() + bin_pages::page_size, std::uint16_t{0xFFFF});
    }

    /// From now on, also counts what is below each of these in its bin.
    void divide(std::vector<double> ascending) {
        dividers_ = std::make_unique<bin_dividers>(bins_, std::move(ascending));
    }
    /// For each of them, how many.
    [[nodiscard]] std::vector<std::uint64_t> below_dividers() const {
        return dividers_ ? dividers_->below() : std::vector<std::uint64_t>();
    }

    /// Counts a block of at most 64 draws, all finite; what is behind them in the block must be readable.
    [[gnu::noinline]] void add_block(const double* x, int size) {
        // All counters are asked for before the first is counted in. What has no counter, and what has no key yet, has one
        // that is full, so that only where a counter overflows there is something to decide.
        std::uint64_t keys[batch::size];
        std::uint16_t* counters[batch::size];
        vector_dispatch(value_bins::keys_loop{&bins_, x, keys});
        for (int i = 0; i < size; ++i) {
            counters[i] = counters_[pages_.place_of(keys[i])] + bin_pages::bin_in_page(keys[i]);
            __builtin_prefetch(counters[i], 1);
        }
        if (dividers_) divide_block(x, size, keys);
        for (int i = 0; i < size; ++i) {
            if (++*counters[i] == 0) overflow(x[i], keys[i], counters[i]);
        }
    }
    void add(double x, std::uint64_t count) {
        const std::uint32_t key = bins_.key_of(x);
        if (dividers_) dividers_->add(x, key, count);
        pages_.add(key, count);
        note_page(key);
    }

    [[nodiscard]] const bin_pages& pages() const noexcept { return pages_; }
    /// Ends the count.
    [[nodiscard]] bin_pages take_pages() noexcept { return std::move(pages_); }

  private:
    // Functions of their own, as add_block is, so that its loops have the registers to themselves.
    [[gnu::noinline]] void divide_block(const double* x, int size, const std::uint64_t* keys) {
        for (int i = 0; i < size; ++i) {
            const std::uint64_t key = keys[i] != 0 ? keys[i] : bins_.key_of(x[i]);
            if (dividers_->may_divide(key)) dividers_->add(x[i], key, 1);
        }
    }
    [[gnu::noinline]] void overflow(double x, std::uint64_t found, std::uint16_t* counter) {
        if (counter == full_.get() + bin_pages::bin_in_page(found)) {
            *counter = 0xFFFF;
            const std::uint32_t key = found != 0 ? static_cast<std::uint32_t>(found) : bins_.key_of(x);
            if (pages_.add_one(key)) note_page(key);
        } else {
            pages_.carry(static_cast<std::uint32_t>(found), 1);
        }
    }
    void note_page(std::uint32_t key) {
        counters_.resize(pages_.places(), full_.get());
        const std::size_t place = pages_.place_of(key);
        if (pages_.counters(place) != nullptr) counters_[place] = pages_.counters(place);
    }

    value_bins bins_;
    bin_pages pages_;
    std::unique_ptr<std::uint16_t[]> full_;  // a page whose every count overflows
    std::vector<std::uint16_t*> counters_;   // of the pages
    std::unique_ptr<bin_dividers> dividers_;
};
HEADWAY_INSTANTIATE(class basic_bin_counter<>);
using bin_counter = basic_bin_counter<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
