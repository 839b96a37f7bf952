// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <headway/math/elementary.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A square matrix in full, row by row; of a symmetric one only the lower triangle is read.
using square_matrix = std::vector<double>;

/// Replaces `a` by its lower Cholesky factor; what lies above the diagonal is left alone. It must be positive definite.
template <class = void>
void factorise_lower(square_matrix& a, std::size_t size);

/// A normal distribution with its share in a mixture. Densities are relative to (2 pi)^(-size / 2), which all share.
struct normal_part {
    double share;
    std::vector<double> mean;
    square_matrix factor;  // lower: covariance = factor factor^T
    double log_scale;      // -log det factor
};

/// A mixture of normal distributions of several variables, to draw from and to ask for densities.
template <class = void>
class basic_normal_mixture {
  public:
    explicit basic_normal_mixture(std::size_t size) : size_(size), apart_(size) {}

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::vector<normal_part>& parts() noexcept { return parts_; }
    [[nodiscard]] const std::vector<normal_part>& parts() const noexcept { return parts_; }

    /// With this covariance, of which the lower triangle is read.
    void add(double share, std::vector<double> mean, square_matrix covariance);
    void add_standard(double share, std::vector<double> mean);

    /// The logarithm of a part's density without its share.
    [[nodiscard]] double log_density(const normal_part& part, const double* z) const;
    /// The logarithm of the mixture's density; `of_parts[k]`, if asked for, becomes the chance that z came from part k.
    [[nodiscard]] double log_density(const double* z, double* of_parts = nullptr) const;
    /// A draw: u, uniform in (0, 1), picks the part; `normals` are independent standard normal.
    void draw(double u, const double* normals, double* z) const;

  private:
    std::size_t size_;
    std::vector<normal_part> parts_;
    mutable std::vector<double> apart_, logs_;
};
HEADWAY_ELSEWHERE(class basic_normal_mixture<>);
using normal_mixture = basic_normal_mixture<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/normal_mixture.hpp>
#endif
