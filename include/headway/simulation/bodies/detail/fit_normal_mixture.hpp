// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/fit_normal_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
normal_mixture basic_mixture_fit<V>::best() const {
    normal_mixture best = of_parts(1);
    double worth = criterion(best);
    for (std::size_t parts = 2; parts <= most_parts; ++parts) {
        normal_mixture next = of_parts(parts);
        const double of_next = criterion(next);
        if (!(of_next > worth)) break;
        worth = of_next;
        best = std::move(next);
    }
    return best;
}

template <class V>
double basic_mixture_fit<V>::distance(const double* a, const double* b) const {
    double sum = 0.0;
    for (std::size_t i = 0; i < size_; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

template <class V>
normal_mixture basic_mixture_fit<V>::of_parts(std::size_t parts) const {
    normal_mixture mixture(size_);
    std::vector<double> middle(size_, 0.0);
    for (std::size_t p = 0; p < points_.count(); ++p) {
        for (std::size_t i = 0; i < size_; ++i) middle[i] += points_.weight[p] * points_.at(p)[i];
    }
    std::vector<double> nearest(points_.count(), 1e300);
    const double* last = middle.data();
    for (std::size_t k = 0; k < parts; ++k) {
        if (parts > 1) {
            std::size_t farthest = 0;
            for (std::size_t p = 0; p < points_.count(); ++p) {
                const double d = distance(points_.at(p), last);
                // The middle is no start itself: the first is the point farthest from it.
                nearest[p] = k == 1 ? d : std::min(nearest[p], d);
                if (nearest[p] > nearest[farthest]) farthest = p;
            }
            last = points_.at(farthest);
        }
        mixture.add_standard(1.0 / static_cast<double>(parts), std::vector<double>(last, last + size_));
    }
    for (int step = 0; step < steps; ++step) improve(mixture, step >= steps / 3);
    return mixture;
}

template <class V>
void basic_mixture_fit<V>::improve(normal_mixture& mixture, bool with_covariances) const {
    const std::size_t parts = mixture.parts().size();
    std::vector<double> chance(parts), share(parts, 0.0);
    std::vector<std::vector<double>> sum(parts, std::vector<double>(size_, 0.0));
    std::vector<double> all(points_.count() * parts);
    for (std::size_t p = 0; p < points_.count(); ++p) {
        static_cast<void>(mixture.log_density(points_.at(p), chance.data()));
        for (std::size_t k = 0; k < parts; ++k) {
            const double w = all[p * parts + k] = points_.weight[p] * chance[k];
            share[k] += w;
            for (std::size_t i = 0; i < size_; ++i) sum[k][i] += w * points_.at(p)[i];
        }
    }
    normal_mixture next(size_);
    for (std::size_t k = 0; k < parts; ++k) {
        if (!(share[k] * points_.worth > 0.5)) continue;  // nothing to fit it to
        for (double& x : sum[k]) x /= share[k];
        if (with_covariances) {
            next.add(share[k], sum[k], covariance(all.data() + k, parts, share[k], sum[k]));
        } else {
            next.add_standard(share[k], sum[k]);
        }
    }
    double left = 0.0;
    for (const normal_part& part : next.parts()) left += part.share;
    for (normal_part& part : next.parts()) part.share /= left;
    mixture = std::move(next);
}

template <class V>
square_matrix basic_mixture_fit<V>::covariance(const double* weight, std::size_t stride, double share,
                                               const std::vector<double>& mean) const {
    square_matrix result(size_ * size_, 0.0);
    const double worth = share * points_.worth;
    if (size_ > most_correlated) {
        double length = 0.0, spread = 0.0;
        for (const double x : mean) length += x * x;
        for (std::size_t p = 0; p < points_.count(); ++p) {
            double along = 0.0;
            for (std::size_t i = 0; i < size_; ++i) along += (points_.at(p)[i] - mean[i]) * mean[i];
            spread += weight[p * stride] * along * along;
        }
        // (the variance along the mean - 1) / |mean|^2
        const double excess = length > 0.0 ? worth / (worth + 3.0) * (spread / (share * length) - 1.0) / length : 0.0;
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) result[i * size_ + j] = excess * mean[i] * mean[j];
            result[i * size_ + i] += 1.0;
        }
        return result;
    }
    std::vector<double> apart(size_);
    for (std::size_t p = 0; p < points_.count(); ++p) {
        for (std::size_t i = 0; i < size_; ++i) apart[i] = points_.at(p)[i] - mean[i];
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) result[i * size_ + j] += weight[p * stride] * apart[i] * apart[j];
        }
    }
    const double lean = static_cast<double>(size_) + 2.0;
    for (std::size_t i = 0; i < size_; ++i) {
        for (std::size_t j = 0; j <= i; ++j) result[i * size_ + j] *= worth / (share * (worth + lean));
        result[i * size_ + i] += lean / (worth + lean);
    }
    return result;
}

template <class V>
double basic_mixture_fit<V>::criterion(const normal_mixture& mixture) const {
    const auto size = static_cast<double>(size_);
    const double of_part = 1.0 + size + (size_ > most_correlated ? 1.0 : 0.5 * size * (size + 1.0));
    double sum = 0.0;
    for (std::size_t p = 0; p < points_.count(); ++p) sum += points_.weight[p] * mixture.log_density(points_.at(p));
    return points_.worth * sum -
           0.5 * static_cast<double>(mixture.parts().size()) * of_part * log(points_.worth + 1.0);
}

HEADWAY_INSTANTIATE(class basic_mixture_fit<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
