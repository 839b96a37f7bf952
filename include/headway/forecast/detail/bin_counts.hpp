// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/core/detail/widest.hpp>
#include <headway/forecast/detail/value_bins.hpp>

#include <headway/core/detail/header_begin.hpp>

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
        void append(std::uint32_t bin, std::uint64_t count) {
            if (end_ > piece_ + sizeof piece_ - 20) flush();
            end_ = write(write(end_, bin - last_), count);
            last_ = bin;
            count_ += count;
        }
        /// Four bins in a row, empty ones among them; false, and nothing done, unless each step and count takes one byte.
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
        [[nodiscard]] bool next() noexcept {
            if (at_ == end_) return false;
            bin_ += static_cast<std::uint32_t>(number());
            count_ = number();
            return true;
        }
        [[nodiscard]] std::uint32_t bin() const noexcept { return bin_; }
        [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

      private:
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
    [[nodiscard]] static packed_bins sum(const packed_bins& a, const packed_bins& b) {
        if (a.bytes_.empty()) return b;
        if (b.bytes_.empty()) return a;
        packed_bins all;
        add_up(all, a, b);
        all.bytes_.shrink_to_fit();
        return all;
    }

  private:
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

/// Counts draws by bin while a run goes on. The bins of one exponent are a page; a page that few draws met has a list of
/// them, which a far tail or a spread over hundreds of exponents fills with no more than the draws it has, one that many
/// met an array of 16-bit counters (8 KiB), so that the pages of many outputs fit a cache together, and it carries what
/// exceeds them. Memory grows with the number of exponents that occur, not with the draws.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_bin_counter {
  public:
    explicit basic_bin_counter(const value_bins& bins) : bins_(bins), page_of_(std::size_t{1} << page_bits, 0) {
        counters_.push_back(nullptr);
        pages_.emplace_back();
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
    void add_block(const double* x, int size) {
        // All counters are asked for before the first is counted in.
        std::uint64_t keys[batch::size];
        std::uint16_t* counters[batch::size];
        run_widest(value_bins::keys_loop{&bins_, x, keys});
        for (int i = 0; i < size; ++i) {
            if (keys[i] == 0) keys[i] = bins_.key_of(x[i]);
            std::uint16_t* const counter = counters_[page_of_[keys[i] >> page_shift]];
            counters[i] = counter == nullptr ? nullptr : counter + (keys[i] & (page_size - 1));
            __builtin_prefetch(counters[i], 1);
        }
        if (dividers_) {
            for (int i = 0; i < size; ++i) {
                if (dividers_->may_divide(keys[i])) dividers_->add(x[i], keys[i], 1);
            }
        }
        for (int i = 0; i < size; ++i) {
            if (counters[i] == nullptr) {
                add_to_list(static_cast<std::uint32_t>(keys[i]));
            } else if (++*counters[i] == 0) {
                carry(static_cast<std::uint32_t>(keys[i]), 1);
            }
        }
    }
    void add(double x, std::uint64_t count) {
        const std::uint32_t key = bins_.key_of(x);
        if (dividers_) dividers_->add(x, key, count);
        if (count < list_size) {
            for (std::uint64_t i = 0; i < count; ++i) add_one(key);
        } else {
            page& p = pages_[page_with(key)];
            if (!p.counters) make_counters(page_with(key));
            const std::uint64_t sum = p.counters[key & (page_size - 1)] + count;
            p.counters[key & (page_size - 1)] = static_cast<std::uint16_t>(sum);
            carry(key, sum >> 16U);
        }
    }

    [[nodiscard]] packed_bins packed() const {
        packed_bins all;
        std::size_t used = 0;
        for (const page& p : pages_) used += p.counters ? page_size : p.list.size();
        all.reserve(2 * used);
        for (std::size_t i = 0; i < page_of_.size(); ++i) {
            if (page_of_[i] == 0) continue;
            const page& p = pages_[page_of_[i]];
            const auto first = static_cast<std::uint32_t>(i << page_shift);
            if (p.counters) {
                append(all, first, p.counters.get(), p.carried.get());
            } else if (p.list.size() > page_size / 16) {
                std::vector<std::uint16_t> counters(page_size, 0);
                for (const std::uint16_t bin : p.list) ++counters[bin];
                append(all, first, counters.data(), nullptr);
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
        }
        return all;
    }

  private:
    static constexpr unsigned page_shift = value_bins::fraction_bits;
    static constexpr unsigned page_bits = value_bins::key_bits - page_shift;
    static constexpr std::size_t page_size = std::size_t{1} << page_shift;
    static constexpr std::size_t list_size = page_size / 4;

    struct page {
        std::vector<std::uint16_t> list;
        std::unique_ptr<std::uint16_t[]> counters;
        std::unique_ptr<std::uint64_t[]> carried;  // in units of 2^16; none before something is carried
    };

    static void append(packed_bins& all, std::uint32_t first, const std::uint16_t* counters,
                       const std::uint64_t* carried) {
        packed_bins::writer to(all);
        for (std::uint32_t j = 0; j < page_size; j += 4) {
            if (carried == nullptr && to.append_small(first + j, counters + j)) continue;
            for (std::uint32_t k = j; k < j + 4; ++k) {
                const std::uint64_t count = counters[k] + (carried != nullptr ? carried[k] << 16U : 0);
                if (count != 0) to.append(first + k, count);
            }
        }
    }
    std::size_t page_with(std::uint32_t key) {
        std::uint16_t& place = page_of_[key >> page_shift];
        if (place == 0) {
            place = static_cast<std::uint16_t>(pages_.size());
            pages_.emplace_back();
            counters_.push_back(nullptr);
        }
        return place;
    }
    void add_one(std::uint32_t key) {
        std::uint16_t* const counters = counters_[page_with(key)];
        if (counters == nullptr) {
            add_to_list(key);
        } else if (++counters[key & (page_size - 1)] == 0) {
            carry(key, 1);
        }
    }
    // A function of its own, so that the loop over a block has the registers to itself.
    [[gnu::noinline]] void add_to_list(std::uint32_t key) {
        std::size_t place = page_of_[key >> page_shift];
        if (place == 0) place = page_with(key);
        page& p = pages_[place];
        if (p.counters) {  // since this block
            add_one(key);
            return;
        }
        p.list.push_back(static_cast<std::uint16_t>(key & (page_size - 1)));
        if (p.list.size() == list_size) make_counters(place);
    }
    void make_counters(std::size_t place) {
        page& p = pages_[place];
        p.counters = std::make_unique<std::uint16_t[]>(page_size);
        for (const std::uint16_t bin : p.list) ++p.counters[bin];
        p.list = {};
        counters_[place] = p.counters.get();
    }
    [[gnu::noinline]] void carry(std::uint32_t key, std::uint64_t units) {
        page& p = pages_[page_with(key)];
        if (!p.carried) p.carried = std::make_unique<std::uint64_t[]>(page_size);
        p.carried[key & (page_size - 1)] += units;
    }

    value_bins bins_;
    std::vector<std::uint16_t> page_of_;  // 0: none yet
    std::vector<page> pages_;             // the first stands for none
    std::unique_ptr<bin_dividers> dividers_;
    std::vector<std::uint16_t*> counters_;  // of the pages; null where there is a list
};
using bin_counter = basic_bin_counter<>;

}  // namespace headway::detail

#include <headway/core/detail/header_end.hpp>
