// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include <headway/simulation/detail/normal_mixture.hpp>

#include <headway/header_begin.hpp>

// A mixture of normals for points in the space of standard normal inputs, by the EM algorithm (Dempster, Laird and Rubin, JRSS B
// 39 (1977) 1-38), with as many parts as the Bayesian information criterion finds worth their parameters.
namespace headway::detail {

/// Points, one after another, with weights that add up to 1.
struct weighted_points {
    std::size_t size;
    std::vector<double> z;
    std::vector<double> weight;
    /// As how many independent points they count.
    double worth;

    [[nodiscard]] std::size_t count() const noexcept { return weight.size(); }
    [[nodiscard]] const double* at(std::size_t i) const noexcept { return z.data() + i * size; }
};

/// Up to so many variables a part has a covariance of its own; from there on one that differs from the identity along its
/// mean only, for there are too few points to tell more.
inline constexpr std::size_t most_correlated = 16;
inline constexpr std::size_t most_parts = 8;

template <class = void>
class basic_mixture_fit {
  public:
    explicit basic_mixture_fit(const weighted_points& points) : points_(points), size_(points.size) {}

    [[nodiscard]] normal_mixture best() const;

  private:
    static constexpr int steps = 12;

    [[nodiscard]] double distance(const double* a, const double* b) const;
    /// Parts start as spheres about points that are far from each other.
    [[nodiscard]] normal_mixture of_parts(std::size_t parts) const;
    void improve(normal_mixture& mixture, bool with_covariances) const;
    /// Drawn towards the identity, the more the fewer points there are.
    [[nodiscard]] square_matrix covariance(const double* weight, std::size_t stride, double share,
                                           const std::vector<double>& mean) const;
    [[nodiscard]] double criterion(const normal_mixture& mixture) const;

    const weighted_points& points_;
    std::size_t size_;
};
HEADWAY_ELSEWHERE(class basic_mixture_fit<>);
using mixture_fit = basic_mixture_fit<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/fit_normal_mixture.hpp>
#endif
