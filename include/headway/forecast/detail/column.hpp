// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <headway/core/batch.hpp>
#include <headway/forecast/detail/exact_sum.hpp>
#include <headway/forecast/detail/quantile_sketch.hpp>

namespace headway::detail {

inline constexpr double never_value = __builtin_huge_val();

/// Sums of one output over one replicate, relative to a pivot near its middle so that the variance keeps its digits.
/// Only values that happen (finite ones) enter the sums; `never` counts the others. `least` and `greatest` are over all.
struct moments {
    exact_sum sum;
    exact_sum sum_of_squares;
    std::uint64_t count = 0;
    std::uint64_t never = 0;
    double least = never_value;
    double greatest = -never_value;

    void add(const moments& other) noexcept {
        sum.add(other.sum);
        sum_of_squares.add(other.sum_of_squares);
        count += other.count;
        never += other.never;
        least = other.least < least ? other.least : least;
        greatest = other.greatest > greatest ? other.greatest : greatest;
    }
    [[nodiscard]] double mean_offset() const noexcept { return sum.value() / static_cast<double>(count); }
    /// The sample variance, with divisor n - 1.
    [[nodiscard]] double variance() const noexcept {
        const double n = static_cast<double>(count);
        const double s = sum.value();
        const double v = (sum_of_squares.value() - s * s / n) / (n - 1.0);
        return v > 0.0 ? v : 0.0;
    }
};

/// The draws [first, first + values.size()) of one output, in draw order.
struct kept_range {
    std::uint64_t first = 0;
    std::vector<double> values;
};

/// All that a run knows of one output: the statistics of a sequence of plain numbers.
class column {
  public:
    column(double pivot, std::size_t replicates, bool keep) : pivot_(pivot), replicates_(replicates), keep_(keep) {}

    /// Adds one block: draws [0, valid) of `x`. The sums run in eight fixed lanes, so their rounding is the same
    /// however a compiler vectorises them.
    void add_block(const double* x, int valid, std::size_t replicate) {
        moments& m = replicates_[replicate];
        double sums[8] = {};
        double squares[8] = {};
        double least = never_value;
        double greatest = -never_value;
        int happened = 0;
        for (int i = 0; i < valid; i += 8) {
            const int lanes = valid - i < 8 ? valid - i : 8;
            for (int j = 0; j < lanes; ++j) {
                const bool finite = x[i + j] < never_value;
                const double offset = finite ? x[i + j] - pivot_ : 0.0;
                sums[j] += offset;
                squares[j] += offset * offset;
                happened += finite ? 1 : 0;
                least = x[i + j] < least ? x[i + j] : least;
                greatest = x[i + j] > greatest ? x[i + j] : greatest;
            }
        }
        m.sum.add(((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7])));
        m.sum_of_squares.add(((squares[0] + squares[1]) + (squares[2] + squares[3])) +
                             ((squares[4] + squares[5]) + (squares[6] + squares[7])));
        m.least = least < m.least ? least : m.least;
        m.greatest = greatest > m.greatest ? greatest : m.greatest;
        m.count += static_cast<std::uint64_t>(happened);
        m.never += static_cast<std::uint64_t>(valid - happened);
        if (!keep_) {
            for (int i = 0; i < valid; ++i) {
                if (x[i] < never_value) sketch_.add(x[i] - pivot_);
            }
        }
    }

    /// Room for the draws [first, first + size); returns where to write them.
    double* keep_range(std::uint64_t first, std::size_t size) {
        kept_.push_back({first, std::vector<double>(size)});
        return kept_.back().values.data();
    }

    /// The statistics of another part of the same run.
    void add(const column& other) {
        for (std::size_t r = 0; r < replicates_.size(); ++r) replicates_[r].add(other.replicates_[r]);
        sketch_.add(other.sketch_);
        for (const auto& range : other.kept_) kept_.push_back(range);
        std::sort(kept_.begin(), kept_.end(),
                  [](const kept_range& a, const kept_range& b) { return a.first < b.first; });
        // Ranges that touch become one, so that a merged run equals a whole one.
        std::vector<kept_range> joined;
        for (auto& range : kept_) {
            if (!joined.empty() && joined.back().first + joined.back().values.size() == range.first) {
                joined.back().values.insert(joined.back().values.end(), range.values.begin(), range.values.end());
            } else {
                joined.push_back(std::move(range));
            }
        }
        kept_ = std::move(joined);
    }

    [[nodiscard]] moments total() const noexcept {
        moments all;
        for (const auto& m : replicates_) all.add(m);
        return all;
    }
    [[nodiscard]] const std::vector<moments>& replicates() const noexcept { return replicates_; }
    [[nodiscard]] double pivot() const noexcept { return pivot_; }
    [[nodiscard]] bool keeps_draws() const noexcept { return keep_; }
    [[nodiscard]] const std::vector<kept_range>& kept() const noexcept { return kept_; }
    [[nodiscard]] const quantile_sketch& sketch() const noexcept { return sketch_; }

  private:
    double pivot_;
    std::vector<moments> replicates_;
    bool keep_;
    std::vector<kept_range> kept_;
    quantile_sketch sketch_;
};

}  // namespace headway::detail
