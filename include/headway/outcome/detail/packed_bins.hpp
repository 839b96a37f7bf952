// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include <headway/math/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Counts by bin, packed: in ascending order of the bins, for each that has values the distance from the bin before and
/// the count, seven bits a byte, the lowest first, the top bit of a byte telling that more follow (LEB128). Two to three
/// bytes a bin, in memory as in a file, so that a file cannot ask for more memory than it has bytes, and equal counts are
/// equal bytes.
class packed_bins {
  public:
    void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
    /// Bins must come in ascending order, counts must not be 0.
    void append(std::uint32_t bin, std::uint64_t count);
    /// The same for many bins, with the bytes written in larger pieces.
    class writer {
      public:
        explicit writer(packed_bins& bins) noexcept : bins_(bins), last_(bins.last_) {}
        writer(const writer&) = delete;
        writer& operator=(const writer&) = delete;
        ~writer() { flush(); }
        template <class = void>
        void append(std::uint32_t bin, std::uint64_t count);
        /// Four bins in a row, empty ones among them; false, and nothing done, unless each step and count takes one byte.
        template <class = void>
        [[nodiscard]] bool append_small(std::uint32_t bin, const std::uint16_t* counts);

      private:
        template <class = void>
        void flush();
        [[nodiscard]] static char* write(char* to, std::uint64_t x) noexcept;

        packed_bins& bins_;
        std::uint32_t last_;
        std::uint64_t count_ = 0;
        char piece_[512];
        char* end_ = piece_;
    };
    [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
    /// Of all bins together.
    [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

    /// The bins in ascending order: `while (in.next()) use(in.bin(), in.count())`.
    class reader {
      public:
        explicit reader(const packed_bins& bins) noexcept : at_(bins.bytes_.data()), end_(at_ + bins.bytes_.size()) {}
        template <class = void>
        [[nodiscard]] bool next() noexcept;
        [[nodiscard]] std::uint32_t bin() const noexcept { return bin_; }
        [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

      private:
        template <class = void>
        [[nodiscard]] std::uint64_t number() noexcept;
        const char* at_;
        const char* end_;
        std::uint32_t bin_ = 0;
        std::uint64_t count_ = 0;
    };

    /// The counts of both: associative, commutative, exact.
    template <class = void>
    [[nodiscard]] static packed_bins sum(const packed_bins& a, const packed_bins& b);

  private:
    template <class = void>
    static void add_up(packed_bins& all, const packed_bins& a, const packed_bins& b);

    std::string bytes_;
    std::uint32_t last_ = 0;
    std::uint64_t count_ = 0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/packed_bins.hpp>
#endif
