// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/math/batch.hpp>
#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/draw_memory.hpp>
#include <headway/outcome/detail/exact_sum.hpp>
#include <headway/outcome/sketch_statistics.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

inline constexpr double never_value = no_limit;

/// Sums of one output over one replicate, relative to a pivot near its middle so that the variance keeps its digits.
/// Only values that happen (finite ones) enter the sums; `never` counts the others. `least` and `greatest` are over all.
struct moments {
    exact_sum sum;
    exact_sum sum_of_squares;
    std::uint64_t count = 0;
    std::uint64_t never = 0;
    double least = never_value;
    double greatest = -never_value;

    template <class = void>
    void add(const moments& other) noexcept;
    [[nodiscard]] double mean_offset() const noexcept { return sum.value() / static_cast<double>(count); }
    /// The sample variance, with divisor n - 1.
    template <class = void>
    [[nodiscard]] double variance() const noexcept;
};

/// What a block of draws adds to the moments. Eight sums run side by side and meet in a fixed order, so that the rounding
/// is the same however a compiler vectorises them.
struct block_sums {
    double sum = 0.0;
    double sum_of_squares = 0.0;
    double least = never_value;
    double greatest = -never_value;
    int happened = 0;
};

inline constexpr int sum_lanes = 8;

[[nodiscard]] HEADWAY_INLINE constexpr double together(const double (&lane)[sum_lanes]) noexcept {
    return ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
}

/// The sums of the first `size` draws of a block in which some value may be never.
template <class = void>
[[nodiscard]] block_sums sums_of_some(const double* x, int size, double pivot) noexcept;

/// The same sums, bit for bit, of a full block in which every value happens; a sum that is not finite where some may not.
/// It copies the block as well, because a copy that is read back waits for the memory it was written to. In vectors spelled
/// out: GCC keeps eight sums in memory where a vector holds fewer.
template <int Width>
struct full_block_loop {
    static constexpr std::size_t vectors = sum_lanes / Width;
    using doubles = typename vector_of<Width>::doubles;
    const double* x;
    double pivot;
    double* copy;
    block_sums* result;
    HEADWAY_INLINE void operator()() const noexcept {
        doubles least[vectors], greatest[vectors];
        HEADWAY_UNROLLED
        for (std::size_t v = 0; v < vectors; ++v) {
            std::memcpy(&least[v], x + v * Width, sizeof(doubles));
            greatest[v] = least[v];
        }
        for (int i = sum_lanes; i < batch::size; i += sum_lanes) {
            HEADWAY_UNROLLED
            for (std::size_t v = 0; v < vectors; ++v) {
                doubles y;
                std::memcpy(&y, x + i + v * Width, sizeof y);
                least[v] = y < least[v] ? y : least[v];
                greatest[v] = y > greatest[v] ? y : greatest[v];
            }
        }
        doubles sums[vectors] = {}, squares[vectors] = {};
        const doubles middle = doubles{} + pivot;
        for (int i = 0; i < batch::size; i += sum_lanes) {
            fetch_ahead(copy + i);
            HEADWAY_UNROLLED
            for (std::size_t v = 0; v < vectors; ++v) {
                doubles y;
                std::memcpy(&y, x + i + v * Width, sizeof y);
                const doubles offset = y - middle;
                sums[v] += offset;
                squares[v] += offset * offset;
                std::memcpy(copy + i + v * Width, &y, sizeof y);
            }
        }
        double lane[sum_lanes];
        std::memcpy(lane, sums, sizeof lane);
        result->sum = together(lane);
        std::memcpy(lane, squares, sizeof lane);
        result->sum_of_squares = together(lane);
        std::memcpy(lane, least, sizeof lane);
        result->least = lane[0];
        for (int j = 1; j < sum_lanes; ++j) result->least = lane[j] < result->least ? lane[j] : result->least;
        std::memcpy(lane, greatest, sizeof lane);
        result->greatest = lane[0];
        for (int j = 1; j < sum_lanes; ++j) result->greatest = lane[j] > result->greatest ? lane[j] : result->greatest;
        result->happened = batch::size;
    }

  private:
    /// Asks for the memory that the copy two blocks later goes to: a run that keeps its draws mostly waits for it. There may
    /// be none, and the advice is then not taken.
    HEADWAY_INLINE static void fetch_ahead(const double* to) noexcept {
#if defined(__GNUC__)
        __builtin_prefetch(reinterpret_cast<const void*>(reinterpret_cast<std::uintptr_t>(to) + 2 * batch::size * sizeof(double)), 1);
#else
        static_cast<void>(to);
#endif
    }
};
inline void sums_of_full_block(const double* x, double pivot, double* copy, block_sums& result) noexcept {
#if defined(__GNUC__)
    run_at_width(full_block_loop<8>{x, pivot, copy, &result}, full_block_loop<4>{x, pivot, copy, &result},
                 full_block_loop<2>{x, pivot, copy, &result});
#else
    full_block_loop<1>{x, pivot, copy, &result}();
#endif
}

/// The draws [first, first + size) of one output, in draw order. Copies share them: they do not change after a run.
struct kept_range {
    std::uint64_t first = 0;
    std::size_t size = 0;
    std::shared_ptr<double[]> values;

    kept_range(std::uint64_t first_draw, std::size_t count)
        : kept_range(first_draw, count, draw_memory::take(count)) {}
    kept_range(std::uint64_t first_draw, std::size_t count, std::shared_ptr<double[]> room)
        : first(first_draw), size(count), values(std::move(room)) {}
    [[nodiscard]] std::uint64_t last() const noexcept { return first + size; }
    [[nodiscard]] std::span<const double> draws() const noexcept { return {values.get(), size}; }
};

/// All that a run knows of one output: the statistics of a sequence of plain numbers. A template only so that programs
/// that never simulate do not compile it.
template <class = void>
class draw_accumulator {
  public:
    draw_accumulator(double pivot, std::size_t replicates, bool keep)
        : pivot_(pivot), replicates_(replicates), keep_(keep), sketch_(pivot) {}
    /// Of a streaming run, from its statistics.
    draw_accumulator(double pivot, std::vector<moments> replicates, quantile_sketch sketch)
        : pivot_(pivot), replicates_(std::move(replicates)), keep_(false), sketch_(std::move(sketch)) {}

    /// How a streaming run counts its values: before the first block, and the same in every part of the run.
    void plan_counts(const counting_plan& plan) { sketch_ = quantile_sketch(pivot_, plan); }

    /// Adds one block: draws [0, valid) of `x`, which are copied to `copy` unless it is null. True only if all are finite.
    bool add_block(const double* x, int valid, std::size_t replicate, double* copy = nullptr);
    /// The same but for the count of the values, whose least and greatest `ends`, if any, become if all are finite.
    bool add_moments(const double* x, int valid, std::size_t replicate, double* copy = nullptr,
                     value_bins::range* ends = nullptr);
    /// Counts the values of a pilot, whose moments are there already; they are no more there.
    template <class Values>
    void add_pilot(Values& values) {
        values.take([&](double x, std::uint64_t times) { sketch_.add(x, times); },
                    [&](const double* x, int size) {
                        value_bins::range ends{};
                        if (size == batch::size) vector_dispatch(bin_edges::range_loop{x, &ends});
                        sketch_.add_block(x, size, size == batch::size ? &ends : nullptr);
                    });
    }

    /// Room for the draws [first, first + size); returns where to write them.
    double* keep_range(std::uint64_t first, std::size_t size) {
        return keep_range(first, size, draw_memory::take(size));
    }
    double* keep_range(std::uint64_t first, std::size_t size, std::shared_ptr<double[]> room);

    /// The statistics of another part of the same run.
    template <class Column>
        requires std::same_as<std::remove_cvref_t<Column>, draw_accumulator>
    void add(Column&& other) {
        for (std::size_t r = 0; r < replicates_.size(); ++r) replicates_[r].add(other.replicates_[r]);
        if (!keep_) sketch_.add(std::forward<Column>(other).sketch_);
        for (const auto& range : other.kept_) kept_.push_back(range);
        std::sort(kept_.begin(), kept_.end(),
                  [](const kept_range& a, const kept_range& b) { return a.first < b.first; });
        join_ranges();
    }

    /// The moments and kept draws of the same run with fewer draws, whose replicates are the first `shorter_by` draws of
    /// those of this one, of `by` draws each, for which there is room at `to`. To be called before any other draw is added;
    /// the moments are taken from `shorter`.
    void continue_from(draw_accumulator& shorter, std::uint64_t shorter_by, std::uint64_t by, double* to);

    [[nodiscard]] moments total() const noexcept;
    [[nodiscard]] const std::vector<moments>& replicates() const noexcept { return replicates_; }
    [[nodiscard]] double pivot() const noexcept { return pivot_; }
    [[nodiscard]] bool keeps_draws() const noexcept { return keep_; }
    [[nodiscard]] const std::vector<kept_range>& kept() const noexcept { return kept_; }
    [[nodiscard]] const quantile_sketch& sketch() const noexcept { return sketch_; }

    /// Of a streaming run: order statistics, as sketch_statistics::find.
    void find_streamed(std::span<const std::uint64_t> ranks, std::span<double> found) const;
    /// Of a streaming run: how many values that happen lie below each limit. Limits must ascend; they may be infinite.
    [[nodiscard]] std::vector<std::uint64_t> streamed_below(const std::vector<double>& limits) const;

  private:
    /// Ranges that touch become one, so that a merged run equals a whole one.
    void join_ranges();

    double pivot_;
    std::vector<moments> replicates_;
    bool keep_;
    std::vector<kept_range> kept_;
    quantile_sketch sketch_;
};
HEADWAY_ELSEWHERE(class draw_accumulator<>);
using draw_column = draw_accumulator<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/draw_column.hpp>
#endif
