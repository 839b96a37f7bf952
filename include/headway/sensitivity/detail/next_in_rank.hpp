// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <headway/sensitivity/detail/ranking.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Var(E[z | x]) / Var(z), as estimated (noise may make it negative), and its standard error.
struct share_by_rank {
    double value = 0.0;
    double standard_error = 0.0;
};

/// The first-order index of an input x of centred results z from draws side by side, of variance `variance`.
///
/// What x leaves, E[Var(z | x)], is half the mean square of the difference of two results with the same x and all else
/// independent. Each draw is compared with the one whose x is next in rank above it; one whose value of x others have
/// too is compared with each of those instead, and the squares are averaged, so that nothing depends on the order in
/// which equal ones stand. Draws of one part are not independent of each other, as those of one scrambling of Sobol'
/// points, which keeps neighbours in one dimension apart in the others; a draw is compared only with those of other
/// parts. No parts: every draw is one.
template <class = void>
class basic_next_in_rank {
  public:
    basic_next_in_rank(std::span<const double> z, double variance, std::span<const std::size_t> part);

    [[nodiscard]] share_by_rank share(std::span<const double> x);

  private:
    /// What one comparison says of Var(z), and what of E[Var(z | x)].
    struct pair {
        double all;
        double left;
    };
    struct moments_of_part {
        double count = 0.0, sum = 0.0, square = 0.0;
        void add(double x) noexcept;
    };

    [[nodiscard]] bool same_part(std::size_t i, std::size_t k) const noexcept {
        return !part_.empty() && part_[i] == part_[k];
    }
    /// For each place of the order the next one of another part.
    void find_next(const std::vector<std::size_t>& order);

    double next_ones(const std::vector<std::size_t>& order, std::size_t first, std::size_t last);
    double equal_ones(const std::vector<std::size_t>& order, std::size_t first, std::size_t last);

    /// The mean square of the influences, which are dependent side by side: given x, each shares a result with the next
    /// one. Their products at lag 1 hold the square of the influence of x besides, those at lag 2 nothing else. What the
    /// shared results add is a variance, so that less than the plain mean square is noise.
    [[nodiscard]] double mean_square(double value) const;

    std::span<const double> z_;
    double variance_;
    std::span<const std::size_t> part_;
    std::vector<std::size_t> next_;
    std::vector<pair> pairs_;
    std::vector<moments_of_part> of_part_;
};
HEADWAY_ELSEWHERE(class basic_next_in_rank<>);
using next_in_rank = basic_next_in_rank<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/next_in_rank.hpp>
#endif
