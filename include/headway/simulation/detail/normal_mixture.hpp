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
void factorise_lower(square_matrix& a, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a[i * size + j];
            for (std::size_t k = 0; k < j; ++k) sum -= a[i * size + k] * a[j * size + k];
            a[i * size + j] = j < i ? sum / a[j * size + j] : sqrt(sum);
        }
    }
}
HEADWAY_INSTANTIATE(void factorise_lower<>(square_matrix& a, std::size_t size));

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
    void add(double share, std::vector<double> mean, square_matrix covariance) {
        factorise_lower(covariance, size_);
        double log_scale = 0.0;
        for (std::size_t i = 0; i < size_; ++i) log_scale -= log(covariance[i * size_ + i]);
        parts_.push_back({share, std::move(mean), std::move(covariance), log_scale});
    }
    void add_standard(double share, std::vector<double> mean) {
        square_matrix identity(size_ * size_, 0.0);
        for (std::size_t i = 0; i < size_; ++i) identity[i * size_ + i] = 1.0;
        parts_.push_back({share, std::move(mean), std::move(identity), 0.0});
    }

    /// The logarithm of a part's density without its share.
    [[nodiscard]] double log_density(const normal_part& part, const double* z) const {
        double squares = 0.0;
        for (std::size_t i = 0; i < size_; ++i) {
            const double* const row = part.factor.data() + i * size_;
            double sum = z[i] - part.mean[i];
            for (std::size_t j = 0; j < i; ++j) sum -= row[j] * apart_[j];
            apart_[i] = sum / row[i];
            squares += apart_[i] * apart_[i];
        }
        return part.log_scale - 0.5 * squares;
    }
    /// The logarithm of the mixture's density; `of_parts[k]`, if asked for, becomes the chance that z came from part k.
    [[nodiscard]] double log_density(const double* z, double* of_parts = nullptr) const {
        double most = -1e300;
        logs_.resize(parts_.size());
        for (std::size_t k = 0; k < parts_.size(); ++k) {
            logs_[k] = log_density(parts_[k], z) + log(parts_[k].share);
            if (logs_[k] > most) most = logs_[k];
        }
        double sum = 0.0;
        for (double& x : logs_) sum += x = exp(x - most);
        if (of_parts != nullptr) {
            for (std::size_t k = 0; k < logs_.size(); ++k) of_parts[k] = logs_[k] / sum;
        }
        return most + log(sum);
    }
    /// A draw: u, uniform in (0, 1), picks the part; `normals` are independent standard normal.
    void draw(double u, const double* normals, double* z) const {
        std::size_t k = 0;
        while (k + 1 < parts_.size() && u >= parts_[k].share) u -= parts_[k++].share;
        const normal_part& part = parts_[k];
        for (std::size_t i = 0; i < size_; ++i) {
            const double* const row = part.factor.data() + i * size_;
            double sum = part.mean[i];
            for (std::size_t j = 0; j <= i; ++j) sum += row[j] * normals[j];
            z[i] = sum;
        }
    }

  private:
    std::size_t size_;
    std::vector<normal_part> parts_;
    mutable std::vector<double> apart_, logs_;
};
HEADWAY_INSTANTIATE(class basic_normal_mixture<>);
using normal_mixture = basic_normal_mixture<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
