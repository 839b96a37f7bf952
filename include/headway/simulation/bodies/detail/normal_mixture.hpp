// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/normal_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
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

template <class V>
void basic_normal_mixture<V>::add(double share, std::vector<double> mean, square_matrix covariance) {
    factorise_lower(covariance, size_);
    double log_scale = 0.0;
    for (std::size_t i = 0; i < size_; ++i) log_scale -= log(covariance[i * size_ + i]);
    parts_.push_back({share, std::move(mean), std::move(covariance), log_scale});
}

template <class V>
void basic_normal_mixture<V>::add_standard(double share, std::vector<double> mean) {
    square_matrix identity(size_ * size_, 0.0);
    for (std::size_t i = 0; i < size_; ++i) identity[i * size_ + i] = 1.0;
    parts_.push_back({share, std::move(mean), std::move(identity), 0.0});
}

template <class V>
double basic_normal_mixture<V>::log_density(const normal_part& part, const double* z) const {
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

template <class V>
double basic_normal_mixture<V>::log_density(const double* z, double* of_parts) const {
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

template <class V>
void basic_normal_mixture<V>::draw(double u, const double* normals, double* z) const {
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

HEADWAY_INSTANTIATE(class basic_normal_mixture<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
