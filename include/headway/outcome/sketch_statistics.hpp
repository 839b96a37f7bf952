// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <headway/outcome/detail/bin_pages.hpp>
#include <headway/outcome/detail/held_draws.hpp>
#include <headway/outcome/detail/quantile_sketch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The order statistics of a streaming run: those of a sample that has its values, those counted by bin spread evenly
/// over what is left of their bin between the values known there. The i-th least of that sample lies in the bin of the
/// i-th least draw, and is it where that one is known. Counts are whole, and all statistics are of the one sample.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_sketch_statistics {
  public:
    /// Of contents whose bins are in the pages, if there are any.
    basic_sketch_statistics(const sketch_contents& contents, const value_bins& bins, const bin_pages* pages = nullptr)
        : contents_(contents), bins_(bins), pages_(pages), known_(known_in_bins(contents, bins)) {}

    /// `found[i]` becomes the value of rank `ranks[i]`, 0 for the least. Ranks must ascend; past the last value it is never.
    void find(std::span<const std::uint64_t> ranks, std::span<double> found) const;

    /// `below[i]` becomes the number of values below `limits[i]`. Limits must ascend and be finite.
    void count_below(std::span<const double> limits, std::span<std::uint64_t> below) const;

    /// What is known of a draw in a bin.
    struct known_value {
        double value;
        std::uint64_t count;
        std::uint32_t key;
    };
    /// The draws in bins that are known to the last bit, in ascending order.
    [[nodiscard]] static std::vector<known_value> known_in_bins(const sketch_contents& contents,
                                                                const value_bins& bins);

  private:
    /// The values of one key: so many in the bin, and those counted one by one.
    struct cell {
        std::uint32_t key;
        std::uint64_t below;
        std::uint64_t count;
        std::uint64_t in_bin;
        std::span<const counted_value> values;
    };

    /// `f(cell)` in ascending order, for as long as it returns true. A page of which `wants(last key, count up to there)`
    /// is false is left out. Returns how many values lie below where it ended.
    template <class Wants, class F>
    std::uint64_t each_cell(Wants wants, F f) const {
        cell at{};
        std::size_t v = 0;
        bool goes_on = true;
        if (pages_ != nullptr) {
            pages_->each_page([&](std::uint32_t first, const auto& page) {
                if (!goes_on) return;
                const std::uint32_t last = first + static_cast<std::uint32_t>(bin_pages::page_size - 1);
                std::uint64_t count = page.count();
                std::size_t end = v;
                for (; end < contents_.values.size() && bins_.key_of(contents_.values[end].value) <= last; ++end) {
                    count += contents_.values[end].count();
                }
                if (wants(last, at.below + count)) {
                    bin_pages::reader in(first, page);
                    goes_on = each_cell_of(in, v, end, at, f);
                } else {
                    at.below += count;
                }
                v = end;
            });
        }
        packed_bins::reader in(contents_.bins);
        if (goes_on) each_cell_of(in, v, contents_.values.size(), at, f);
        return at.below;
    }
    /// Of these bins and the values [v, end).
    template <class Reader, class F>
    bool each_cell_of(Reader& in, std::size_t v, std::size_t end, cell& c, F& f) const {
        constexpr std::uint32_t none = ~std::uint32_t{0};
        const std::vector<counted_value>& values = contents_.values;
        const auto key_of_value = [&] { return v < end ? bins_.key_of(values[v].value) : none; };
        std::uint32_t next_bin = in.next() ? in.bin() : none;
        std::uint32_t next_value = key_of_value();
        while (next_bin != none || next_value != none) {
            c.key = std::min(next_bin, next_value);
            c.in_bin = 0;
            c.count = 0;
            c.values = {};
            if (next_value == c.key) {
                const std::size_t first = v;
                for (; next_value == c.key; next_value = key_of_value()) c.count += values[v++].count();
                c.values = std::span(values).subspan(first, v - first);
            }
            if (next_bin == c.key) {
                c.in_bin = in.count();
                c.count += c.in_bin;
                next_bin = in.next() ? in.bin() : none;
            }
            if (!f(c)) return false;
            c.below += c.count;
        }
        return true;
    }

    /// The values of a bin between two that are counted one by one, or an end of the bin: some are known, the rest are
    /// spread evenly between the bounds.
    struct stretch {
        double lower;
        double upper;
        std::uint64_t rest;
        std::vector<known_value> known;

        [[nodiscard]] std::uint64_t count() const noexcept;
        [[nodiscard]] double value_at(std::uint64_t rank) const noexcept;
        [[nodiscard]] std::uint64_t count_below(double x) const noexcept;

      private:
        [[nodiscard]] double rest_at(std::uint64_t i) const noexcept {
            return lower + (upper - lower) * ((static_cast<double>(i) + 0.5) / static_cast<double>(rest));
        }
        [[nodiscard]] std::uint64_t rest_below(double x) const noexcept;
    };

    /// A cell with its values in their places.
    class detailed {
      public:
        detailed(const basic_sketch_statistics& all, const cell& c);

        [[nodiscard]] double value_at(std::uint64_t rank) const;
        [[nodiscard]] std::uint64_t count_below(double x) const;

      private:
        void add_stretch(const basic_sketch_statistics& all, double lower, double upper, std::uint64_t count);

        std::span<const counted_value> values_;
        std::vector<stretch> stretches_;  // none, or one before each value and one behind the last
    };

    const sketch_contents& contents_;
    value_bins bins_;
    const bin_pages* pages_;
    std::vector<known_value> known_;
};
HEADWAY_ELSEWHERE(class basic_sketch_statistics<>);
using sketch_statistics = basic_sketch_statistics<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/sketch_statistics.hpp>
#endif
