// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The ranks of some values as shares of their number, centred: from -1/2 to 1/2, mean 0. Equal values share the
/// average of their ranks.
class ranking {
  public:
    explicit ranking(std::span<const double> values);

    [[nodiscard]] std::size_t size() const noexcept { return rank_.size(); }
    [[nodiscard]] double operator[](std::size_t i) const noexcept { return rank_[i]; }
    /// The places of the values from the least to the greatest, of equal ones in their order.
    [[nodiscard]] const std::vector<std::size_t>& order() const noexcept { return order_; }

    /// For each value the sum of `weight(k)` over the values k above it, and half of it over those equal to it, all
    /// over n: how the mean of weight times rank moves when one more such value comes in.
    template <class Weight>
    [[nodiscard]] std::vector<double> pull(Weight weight) const {
        std::vector<double> result(size());
        const double n = static_cast<double>(size());
        double above = 0.0;
        for (std::size_t last = order_.size(), first = last; last > 0; last = first) {
            double equal = 0.0;
            for (first = last; first > 0 && rank_[order_[first - 1]] == rank_[order_[last - 1]]; --first) {
                equal += weight(order_[first - 1]);
            }
            for (std::size_t i = first; i < last; ++i) result[order_[i]] = (above + 0.5 * equal) / n;
            above += equal;
        }
        return result;
    }

  private:
    std::vector<std::size_t> order_;
    std::vector<double> rank_;
};

/// The mean of `f(i)` for i below n.
template <class F>
[[nodiscard]] double mean_of(std::size_t n, F f) {
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) sum += f(i);
    return sum / static_cast<double>(n);
}

/// Spearman's rho: Pearson's correlation of ranks. Not a number where all of one kind are equal.
template <class = void>
[[nodiscard]] double spearman_of(const ranking& x, const ranking& y);

/// Its standard error for independent pairs, whatever joins them: from the influence of each pair on rho, in which it
/// counts as a pair and through the ranks of the others (Hampel's influence function, its mean square over n).
template <class = void>
[[nodiscard]] double spearman_error_of(const ranking& x, const ranking& y, double rho);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/ranking.hpp>
#endif
