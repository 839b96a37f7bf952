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
    void append(std::uint32_t bin, std::uint64_t count) {
        writer to(*this);
        to.append(bin, count);
    }
    /// The same for many bins, with the bytes written in larger pieces.
    class writer {
      public:
        explicit writer(packed_bins& bins) noexcept : bins_(bins), last_(bins.last_) {}
        writer(const writer&) = delete;
        writer& operator=(const writer&) = delete;
        ~writer() { flush(); }
        template <class = void>
        void append(std::uint32_t bin, std::uint64_t count) {
            if (end_ > piece_ + sizeof piece_ - 20) flush();
            end_ = write(write(end_, bin - last_), count);
            last_ = bin;
            count_ += count;
        }
        /// Four bins in a row, empty ones among them; false, and nothing done, unless each step and count takes one byte.
        template <class = void>
        [[nodiscard]] bool append_small(std::uint32_t bin, const std::uint16_t* counts) {
            const unsigned any = unsigned{counts[0]} | counts[1] | counts[2] | counts[3];
            if (any == 0) return true;
            if (any >= 0x80U || bin + 3 - last_ >= 0x80U) return false;
            if (end_ > piece_ + sizeof piece_ - 20) flush();
            // About as many bins are empty as not, which no processor guesses: an empty one is written, then overwritten.
            char* end = end_;
            std::uint32_t last = last_;
            HEADWAY_UNROLLED
            for (std::uint32_t i = 0; i < 4; ++i) {
                end[0] = static_cast<char>(bin + i - last);
                end[1] = static_cast<char>(counts[i]);
                const std::uint32_t empty = (counts[i] - 1U) >> 31U;
                end += 2U - 2U * empty;
                last = empty != 0 ? last : bin + i;
                count_ += counts[i];
            }
            end_ = end;
            last_ = last;
            return true;
        }

      private:
        template <class = void>
        void flush() {
            bins_.bytes_.append(piece_, static_cast<std::size_t>(end_ - piece_));
            bins_.last_ = last_;
            bins_.count_ += count_;
            end_ = piece_;
            count_ = 0;
        }
        [[nodiscard]] static char* write(char* to, std::uint64_t x) noexcept {
            for (; x >= 0x80U; x >>= 7U) *to++ = static_cast<char>(static_cast<unsigned char>(x | 0x80U));
            *to++ = static_cast<char>(static_cast<unsigned char>(x));
            return to;
        }

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
        [[nodiscard]] bool next() noexcept {
            if (at_ == end_) return false;
            bin_ += static_cast<std::uint32_t>(number());
            count_ = number();
            return true;
        }
        [[nodiscard]] std::uint32_t bin() const noexcept { return bin_; }
        [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

      private:
        template <class = void>
        [[nodiscard]] std::uint64_t number() noexcept {
            std::uint64_t x = 0;
            for (unsigned shift = 0;; shift += 7) {
                const auto byte = static_cast<unsigned char>(*at_++);
                x |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
                if (byte < 0x80U) return x;
            }
        }
        const char* at_;
        const char* end_;
        std::uint32_t bin_ = 0;
        std::uint64_t count_ = 0;
    };

    /// The counts of both: associative, commutative, exact.
    template <class = void>
    [[nodiscard]] static packed_bins sum(const packed_bins& a, const packed_bins& b) {
        if (a.bytes_.empty()) return b;
        if (b.bytes_.empty()) return a;
        packed_bins all;
        add_up(all, a, b);
        all.bytes_.shrink_to_fit();
        return all;
    }

  private:
    template <class = void>
    static void add_up(packed_bins& all, const packed_bins& a, const packed_bins& b) {
        all.reserve(std::max(a.bytes_.size(), b.bytes_.size()) * 5 / 4);
        reader x(a);
        reader y(b);
        bool more_x = x.next();
        bool more_y = y.next();
        writer to(all);
        while (more_x || more_y) {
            const bool take_x = more_x && (!more_y || x.bin() <= y.bin());
            const bool take_y = more_y && (!more_x || y.bin() <= x.bin());
            to.append(take_x ? x.bin() : y.bin(), (take_x ? x.count() : 0) + (take_y ? y.count() : 0));
            if (take_x) more_x = x.next();
            if (take_y) more_y = y.next();
        }
    }

    std::string bytes_;
    std::uint32_t last_ = 0;
    std::uint64_t count_ = 0;
};
HEADWAY_INSTANTIATE(void packed_bins::writer::append<>(std::uint32_t bin, std::uint64_t count));
HEADWAY_INSTANTIATE(bool packed_bins::writer::append_small<>(std::uint32_t bin, const std::uint16_t* counts));
HEADWAY_INSTANTIATE(void packed_bins::writer::flush<>());
HEADWAY_INSTANTIATE(bool packed_bins::reader::next<>());
HEADWAY_INSTANTIATE(std::uint64_t packed_bins::reader::number<>());
HEADWAY_INSTANTIATE(packed_bins packed_bins::sum<>(const packed_bins& a, const packed_bins& b));
HEADWAY_INSTANTIATE(void packed_bins::add_up<>(packed_bins& all, const packed_bins& a, const packed_bins& b));

}  // namespace headway::detail

#include <headway/header_end.hpp>
