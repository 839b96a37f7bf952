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
    static std::vector<double> sample_of(std::span<const double> values, std::size_t size);
    /// Of the ranks, which ascend, 0 for the smallest.
    sampled_selection(std::span<const double> values, std::span<const std::uint64_t> ranks)
        : values_(values), ranks_(ranks), room_(sample_of(values, sample_size(values.size()))) {
        make_brackets();
    }

    /// `found[i]` becomes the value of rank `ranks[i]`. False if that cannot be told. Once only.
    [[nodiscard]] bool find(std::span<double> found);

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
    static std::size_t sample_size(std::size_t size);
    /// Not ready where there are too many.
    void make_brackets();

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
    void count();

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
HEADWAY_ELSEWHERE(class sampled_selection<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/sampled_selection.hpp>
#endif
