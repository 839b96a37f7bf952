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
    bin_dividers(const value_bins& bins, std::vector<double> ascending);
    [[nodiscard]] const std::vector<std::uint64_t>& below() const noexcept { return below_; }
    /// False only if no value divides the bin.
    [[nodiscard]] bool may_divide(std::uint64_t key) const noexcept { return filter_[place(key)]; }
    template <class = void>
    void add(double x, std::uint64_t key, std::uint64_t count) noexcept;

  private:
    static constexpr std::size_t filter_size = std::size_t{1} << 12U;
    [[nodiscard]] static std::size_t place(std::uint64_t key) noexcept { return key & (filter_size - 1); }

    std::vector<double> values_;
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint64_t> below_;
    std::array<bool, filter_size> filter_{};
};

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
    [[gnu::noinline]] void add_block(const double* x, int size);
    void add(double x, std::uint64_t count);

    [[nodiscard]] const bin_pages& pages() const noexcept { return pages_; }
    /// Ends the count.
    [[nodiscard]] bin_pages take_pages() noexcept { return std::move(pages_); }

  private:
    // Functions of their own, as add_block is, so that its loops have the registers to themselves.
    [[gnu::noinline]] void divide_block(const double* x, int size, const std::uint64_t* keys);
    [[gnu::noinline]] void overflow(double x, std::uint64_t found, std::uint16_t* counter);
    void note_page(std::uint32_t key);

    value_bins bins_;
    bin_pages pages_;
    std::unique_ptr<std::uint16_t[]> full_;  // a page whose every count overflows
    std::vector<std::uint16_t*> counters_;   // of the pages
    std::unique_ptr<bin_dividers> dividers_;
};
HEADWAY_ELSEWHERE(class basic_bin_counter<>);
using bin_counter = basic_bin_counter<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/bin_counter.hpp>
#endif
