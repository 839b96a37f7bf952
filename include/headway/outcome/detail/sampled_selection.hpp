// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <headway/math/number.hpp>
#include <headway/math/math.hpp>
#include <headway/math/vector_dispatch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Finds order statistics of many numbers in one pass: a sample tells two values between which each wanted one lies almost
/// surely; the pass counts what lies below and collects the few between (Floyd and Rivest 1975, for several at once). What
/// is found is exact, for the counts tell whether it is; where the sample misled, nothing is found.
template <class = void>
class sampled_selection {
  public:
    static constexpr std::size_t least_size = std::size_t{1} << 17U;

    /// Runs of neighbouring values, one from each part of equal size at a place that follows no pattern: draws that are
    /// evenly spread are so in their order too, and every n-th of them would be all but the same.
    static std::vector<double> sample_of(std::span<const double> values, std::size_t size) {
        const std::size_t runs = size / chunk;
        const std::size_t part = values.size() / runs;
        std::vector<double> sample;
        sample.reserve(runs * chunk);
        std::uint64_t state = 0x9e3779b97f4a7c15U;
        for (std::size_t r = 0; r < runs; ++r) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            const std::size_t off = part > chunk ? static_cast<std::size_t>((state >> 33U) % (part - chunk)) : 0;
            const auto run = values.subspan(r * part + off, std::min(chunk, part));
            sample.insert(sample.end(), run.begin(), run.end());
        }
        return sample;
    }
    /// Of the ranks, which ascend, 0 for the smallest.
    sampled_selection(std::span<const double> values, std::span<const std::uint64_t> ranks)
        : values_(values), ranks_(ranks), room_(sample_of(values, sample_size(values.size()))) {
        make_brackets();
    }

    /// `found[i]` becomes the value of rank `ranks[i]`. False if that cannot be told. Once only.
    [[nodiscard]] bool find(std::span<double> found) {
        if (!is_ready_) return false;
        room_.clear();
        count();
        std::vector<std::uint8_t> is_found(ranks_.size(), 0);
        for (std::size_t k = 0; k < tie_count_; ++k) {
            const tie& t = ties_[k];
            for (std::size_t i = 0; i < ranks_.size(); ++i) {
                if (ranks_[i] < t.below || ranks_[i] - t.below >= t.equal) continue;
                found[i] = t.value;
                is_found[i] = 1;
            }
        }
        // The values of a bracket are the least from `from` on.
        auto from = room_.begin();
        std::size_t i = 0;
        for (std::size_t k = 0; k < bracket_count_; ++k) {
            const bracket& b = brackets_[k];
            const auto first = from;
            for (; i < ranks_.size() && (is_found[i] != 0 || ranks_[i] < b.below + b.between); ++i) {
                if (is_found[i] != 0) continue;
                if (ranks_[i] < b.below) return false;
                const auto place = first + static_cast<std::ptrdiff_t>(ranks_[i] - b.below);
                std::nth_element(from, place, room_.end());
                found[i] = *place;
                from = place;
            }
            const auto next = first + static_cast<std::ptrdiff_t>(b.between);
            if (next != room_.end()) std::nth_element(from, next, room_.end());
            from = next;
        }
        while (i < ranks_.size() && is_found[i] != 0) ++i;
        return i == ranks_.size();
    }

  private:
    static constexpr std::size_t most_brackets = 24;
    static constexpr std::size_t most_ties = 2 * most_brackets;
    static constexpr std::size_t chunk = 64;
    static constexpr std::size_t sums = 8;

    /// Two values of the sample between which a wanted rank, or several, will lie.
    struct bracket {
        double lo = 0.0;
        double hi = 0.0;
        std::uint64_t below = 0;    ///< values at most lo
        std::uint64_t between = 0;  ///< values above lo and below hi
    };
    /// An end of a bracket that the sample has more than once, as where a belief puts weight on a single value.
    struct tie {
        double value = 0.0;
        std::uint64_t below = 0;
        std::uint64_t equal = 0;
    };

    /// About 4 n^(2/3), so that sorting the sample and collecting what lies between both grow slower than n.
    static std::size_t sample_size(std::size_t size) {
        const auto n = static_cast<double>(size);
        double wanted = 4096.0;
        while (wanted * wanted * wanted < 64.0 * n * n) wanted *= 1.25;
        return std::min(static_cast<std::size_t>(wanted), size / 2);
    }
    /// Not ready where there are too many.
    void make_brackets() {
        const auto n = static_cast<double>(values_.size());
        const auto m = static_cast<double>(room_.size());
        std::size_t first[most_brackets];
        std::size_t last[most_brackets];
        std::size_t count = 0;
        for (const std::uint64_t rank : ranks_) {
            const double p = (static_cast<double>(rank) + 0.5) / n;
            const double margin = 4.0 * sqrt(m * p * (1.0 - p)) + 4.0;
            const double lo = p * m - margin;
            const double hi = p * m + margin;
            const std::size_t from = lo > 0.0 ? static_cast<std::size_t>(lo) : 0;
            const std::size_t to = hi < m - 1.0 ? static_cast<std::size_t>(hi) : room_.size() - 1;
            if (count > 0 && from <= last[count - 1]) {
                last[count - 1] = to;
            } else if (count == most_brackets) {
                return;
            } else {
                first[count] = from;
                last[count++] = to;
            }
        }
        auto from = room_.begin();
        const auto at = [&](std::size_t place) {
            const auto it = room_.begin() + static_cast<std::ptrdiff_t>(place);
            std::nth_element(from, it, room_.end());
            from = it;
            return *it;
        };
        for (std::size_t k = 0; k < count; ++k) {
            const double lo = at(first[k]);
            const double hi = at(last[k]);
            for (const double end : {lo, hi}) {
                const bool is_new = tie_count_ == 0 || ties_[tie_count_ - 1].value < end;
                if (is_new && std::count(room_.begin(), room_.end(), end) > 1) ties_[tie_count_++] = {end};
            }
            // Beyond the sample's ends there may be more.
            if (lo < hi) {
                brackets_[bracket_count_++] = {first[k] == 0 ? -no_limit : lo,
                                               last[k] == room_.size() - 1 ? no_limit : hi};
            }
        }
        is_ready_ = true;
    }

    /// How many of a chunk lie below each tie and at it, and at or below each lo; and which lie within some bracket.
    struct counting_loop {
        const double* x;
        const tie* ties;
        std::size_t tie_count;
        const bracket* brackets;
        std::size_t bracket_count;
        std::int64_t (*below)[sums];  ///< of the ties, then of the brackets
        std::int64_t (*equal)[sums];
        std::int64_t* between;
        HEADWAY_INLINE constexpr void operator()() const noexcept {
            for (std::size_t i = 0; i < chunk; i += sums) {
                double value[sums];
                std::int64_t inside[sums] = {};
                for (std::size_t j = 0; j < sums; ++j) value[j] = x[i + j];
                for (std::size_t t = 0; t < tie_count; ++t) {
                    const double same = ties[t].value;
                    for (std::size_t j = 0; j < sums; ++j) below[t][j] -= value[j] < same ? -1 : 0;
                    for (std::size_t j = 0; j < sums; ++j) equal[t][j] -= value[j] == same ? -1 : 0;
                }
                for (std::size_t b = 0; b < bracket_count; ++b) {
                    const double lo = brackets[b].lo;
                    const double hi = brackets[b].hi;
                    std::int64_t* const at_most = below[tie_count + b];
                    for (std::size_t j = 0; j < sums; ++j) at_most[j] -= value[j] <= lo ? -1 : 0;
                    // Masks, and each loop for itself: an `and` of two comparisons would be a branch.
                    for (std::size_t j = 0; j < sums; ++j) {
                        const std::int64_t above = value[j] > lo ? -1 : 0;
                        const std::int64_t under = value[j] < hi ? -1 : 0;
                        inside[j] |= above & under;
                    }
                }
                for (std::size_t j = 0; j < sums; ++j) between[i + j] = inside[j];
            }
        }
    };
    /// Counts, and collects what lies within brackets. All share one room, so that nothing grows meanwhile.
    void count() {
        alignas(64) std::int64_t below[most_ties + most_brackets][sums] = {};
        alignas(64) std::int64_t equal[most_ties][sums] = {};
        alignas(64) std::int64_t between[chunk];
        std::size_t first = 0;
        for (; first + chunk <= values_.size(); first += chunk) {
            const double* const x = values_.data() + first;
            vector_dispatch(counting_loop{x, ties_, tie_count_, brackets_, bracket_count_, below, equal, between});
            for (std::size_t i = 0; i < chunk; ++i) {
                if (between[i] != 0) [[unlikely]] room_.push_back(x[i]);
            }
        }
        for (; first < values_.size(); ++first) {
            const double x = values_[first];
            for (std::size_t t = 0; t < tie_count_; ++t) {
                below[t][0] += x < ties_[t].value ? 1 : 0;
                equal[t][0] += x == ties_[t].value ? 1 : 0;
            }
            for (std::size_t b = 0; b < bracket_count_; ++b) {
                below[tie_count_ + b][0] += x <= brackets_[b].lo ? 1 : 0;
                if (x > brackets_[b].lo && x < brackets_[b].hi) room_.push_back(x);
            }
        }
        const auto sum = [](const std::int64_t (&of)[sums]) {
            std::int64_t all = 0;
            for (const std::int64_t part : of) all += part;
            return static_cast<std::uint64_t>(all);
        };
        for (std::size_t t = 0; t < tie_count_; ++t) {
            ties_[t].below = sum(below[t]);
            ties_[t].equal = sum(equal[t]);
        }
        for (std::size_t b = 0; b < bracket_count_; ++b) brackets_[b].below = sum(below[tie_count_ + b]);
        for (const double x : room_) {
            std::size_t b = 0;
            while (x >= brackets_[b].hi) ++b;
            ++brackets_[b].between;
        }
    }

    std::span<const double> values_;
    std::span<const std::uint64_t> ranks_;
    /// The sample; then what lies within brackets.
    std::vector<double> room_;
    bracket brackets_[most_brackets];
    tie ties_[most_ties];
    std::size_t bracket_count_ = 0;
    std::size_t tie_count_ = 0;
    bool is_ready_ = false;
};
HEADWAY_INSTANTIATE(class sampled_selection<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
