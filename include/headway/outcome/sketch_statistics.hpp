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
    void find(std::span<const std::uint64_t> ranks, std::span<double> found) const {
        std::fill(found.begin(), found.end(), no_limit);
        if (contents_.how == counting_plan::form::few) {
            const auto end = std::lower_bound(ranks.begin(), ranks.end(), contents_.few.size());
            if (end == ranks.begin()) return;
            const auto asked = static_cast<std::size_t>(end - ranks.begin());
            held_draws(contents_.few).find(ranks.first(asked), found.first(asked));
            return;
        }
        std::size_t r = 0;
        const auto is_asked_for = [&](std::uint32_t, std::uint64_t below) { return ranks[r] < below; };
        each_cell(is_asked_for, [&](const cell& c) {
            if (!(ranks[r] < c.below + c.count)) return true;
            const detailed inside(*this, c);
            for (; r < ranks.size() && ranks[r] < c.below + c.count; ++r)
                found[r] = inside.value_at(ranks[r] - c.below);
            return r < ranks.size();
        });
    }

    /// `below[i]` becomes the number of values below `limits[i]`. Limits must ascend and be finite.
    void count_below(std::span<const double> limits, std::span<std::uint64_t> below) const {
        if (contents_.how == counting_plan::form::few) {
            for (std::size_t i = 0; i < limits.size(); ++i) below[i] = held_draws(contents_.few).count_below(limits[i]);
            return;
        }
        std::size_t l = 0;
        const auto is_asked_for = [&](std::uint32_t last, std::uint64_t) {
            return l < limits.size() && bins_.key_of(limits[l]) <= last;
        };
        const std::uint64_t all = each_cell(is_asked_for, [&](const cell& c) {
            while (l < limits.size() && bins_.key_of(limits[l]) < c.key) below[l++] = c.below;
            if (l == limits.size()) return false;
            if (bins_.key_of(limits[l]) > c.key) return true;
            const detailed inside(*this, c);
            for (; l < limits.size() && bins_.key_of(limits[l]) == c.key; ++l) {
                below[l] = c.below + inside.count_below(limits[l]);
            }
            return l < limits.size();
        });
        for (; l < limits.size(); ++l) below[l] = all;
    }

    /// What is known of a draw in a bin.
    struct known_value {
        double value;
        std::uint64_t count;
        std::uint32_t key;
    };
    /// The draws in bins that are known to the last bit, in ascending order.
    [[nodiscard]] static std::vector<known_value> known_in_bins(const sketch_contents& contents,
                                                                const value_bins& bins) {
        std::vector<known_value> known;
        if (contents.edges.least_count == 0) return known;
        const bin_edges& e = contents.edges;
        const auto note = [&](double x, std::uint64_t count) {
            if (!(x - x == 0.0)) return;
            for (const known_value& k : known) {
                if (k.value == x) return;
            }
            known.push_back({x, count, bins.key_of(x)});
        };
        note(e.least, e.least_count);
        note(e.greatest, e.greatest_count);
        for (const double x : {e.below_zero, e.above_zero, e.below_pivot, e.above_pivot}) note(x, 1);
        std::sort(known.begin(), known.end(),
                  [](const known_value& a, const known_value& b) { return a.value < b.value; });
        return known;
    }

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

        [[nodiscard]] std::uint64_t count() const noexcept {
            std::uint64_t all = rest;
            for (const known_value& k : known) all += k.count;
            return all;
        }
        [[nodiscard]] double value_at(std::uint64_t rank) const noexcept {
            std::uint64_t before = 0;
            double from = lower;
            for (const known_value& k : known) {
                const std::uint64_t less = rest_below(k.value);
                if (rank < before + less) return std::clamp(rest_at(rank - before), from, std::max(from, k.value));
                if (rank < before + less + k.count) return k.value;
                before += k.count;
                from = std::max(from, k.value);
            }
            return std::clamp(rest_at(rank - before), from, std::max(from, upper));
        }
        [[nodiscard]] std::uint64_t count_below(double x) const noexcept {
            std::uint64_t below = rest_below(x);
            for (const known_value& k : known) below += k.value < x ? k.count : 0;
            return below;
        }

      private:
        [[nodiscard]] double rest_at(std::uint64_t i) const noexcept {
            return lower + (upper - lower) * ((static_cast<double>(i) + 0.5) / static_cast<double>(rest));
        }
        [[nodiscard]] std::uint64_t rest_below(double x) const noexcept {
            if (rest == 0 || !(x > lower)) return 0;
            if (x > upper) return rest;
            const double place = static_cast<double>(rest) * ((x - lower) / (upper - lower)) - 0.5;
            const auto whole = place > 0.0 ? static_cast<std::uint64_t>(place) : 0;
            return std::min(whole + (static_cast<double>(whole) < place ? 1U : 0U), rest);
        }
    };

    /// A cell with its values in their places.
    class detailed {
      public:
        detailed(const basic_sketch_statistics& all, const cell& c) : values_(c.values) {
            if (c.in_bin == 0) return;
            const value_bins::range range = all.bins_.range_of(c.key);
            const bin_edges& e = all.contents_.edges;
            double lower = std::max(range.least, e.least);
            double upper = std::min(range.greatest, e.greatest);
            for (const double x : {e.below_zero, e.below_pivot}) upper = range.holds(x) ? std::min(upper, x) : upper;
            for (const double x : {e.above_zero, e.above_pivot}) lower = range.holds(x) ? std::max(lower, x) : lower;
            std::uint64_t below = 0;
            for (const counted_value& v : values_) {
                add_stretch(all, lower, std::min(upper, next_below(v.value)), v.below_in_bin - below);
                below = v.below_in_bin;
                lower = std::max(lower, next_above(v.value));
            }
            add_stretch(all, lower, upper, c.in_bin - below);
        }

        [[nodiscard]] double value_at(std::uint64_t rank) const {
            for (std::size_t i = 0; i < values_.size(); ++i) {
                if (!stretches_.empty()) {
                    if (rank < stretches_[i].count()) return stretches_[i].value_at(rank);
                    rank -= stretches_[i].count();
                }
                if (rank < values_[i].count()) return values_[i].value;
                rank -= values_[i].count();
            }
            return stretches_.back().value_at(rank);
        }
        [[nodiscard]] std::uint64_t count_below(double x) const {
            std::uint64_t below = 0;
            for (const counted_value& v : values_) below += v.value < x ? v.count() : 0;
            for (const stretch& s : stretches_) below += s.count_below(x);
            return below;
        }

      private:
        void add_stretch(const basic_sketch_statistics& all, double lower, double upper, std::uint64_t count) {
            stretch s{lower, std::max(lower, upper), count, {}};
            for (const known_value& k : all.known_) {
                if (count == 0 || !(s.lower <= k.value && k.value <= s.upper)) continue;
                s.known.push_back(k);
                s.rest -= std::min(k.count, s.rest);
            }
            // No more of the draws are at the ends than are known there.
            const bin_edges& e = all.contents_.edges;
            if (s.lower <= e.least) s.lower = next_above(e.least);
            if (s.upper >= e.greatest) s.upper = next_below(e.greatest);
            s.upper = std::max(s.lower, s.upper);
            stretches_.push_back(std::move(s));
        }

        std::span<const counted_value> values_;
        std::vector<stretch> stretches_;  // none, or one before each value and one behind the last
    };

    const sketch_contents& contents_;
    value_bins bins_;
    const bin_pages* pages_;
    std::vector<known_value> known_;
};
HEADWAY_INSTANTIATE(class basic_sketch_statistics<>);
using sketch_statistics = basic_sketch_statistics<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
