// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/next_in_rank.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_next_in_rank<V>::basic_next_in_rank(std::span<const double> z, double variance, std::span<const std::size_t> part)
    : z_(z), variance_(variance), part_(part) {
    for (const std::size_t p : part) {
        if (p >= of_part_.size()) of_part_.resize(p + 1);
    }
}

template <class V>
share_by_rank basic_next_in_rank<V>::share(std::span<const double> x) {
    const ranking ranks(x);
    const auto& order = ranks.order();
    const std::size_t n = order.size();
    if (n == 0 || x[order.front()] == x[order.back()]) return {};
    find_next(order);
    pairs_.clear();
    double sum = 0.0;
    for (std::size_t first = 0, last = 0; first < n; first = last) {
        while (last < n && x[order[last]] == x[order[first]]) ++last;
        const bool of_several_parts = next_[first] < last;
        sum += of_several_parts ? equal_ones(order, first, last) : next_ones(order, first, last);
    }
    const double pairs = static_cast<double>(pairs_.size());
    const double value = 1.0 - sum / pairs / variance_;
    return {value, sqrt(mean_square(value) / pairs) / variance_};
}

template <class V>
void basic_next_in_rank<V>::moments_of_part::add(double x) noexcept {
    ++count;
    sum += x;
    square += x * x;
}

template <class V>
void basic_next_in_rank<V>::find_next(const std::vector<std::size_t>& order) {
    const std::size_t n = order.size();
    next_.assign(n, n);
    for (std::size_t i = n - 1; i > 0; --i) next_[i - 1] = same_part(order[i - 1], order[i]) ? next_[i] : i;
}

template <class V>
double basic_next_in_rank<V>::next_ones(const std::vector<std::size_t>& order, std::size_t first, std::size_t last) {
    double sum = 0.0;
    for (std::size_t i = first; i < last && next_[i] < order.size(); ++i) {
        const double a = z_[order[i]], b = z_[order[next_[i]]];
        const double left = 0.5 * (a - b) * (a - b);
        pairs_.push_back({0.5 * (a * a + b * b), left});
        sum += left;
    }
    return sum;
}

template <class V>
double basic_next_in_rank<V>::equal_ones(const std::vector<std::size_t>& order, std::size_t first, std::size_t last) {
    const double n = static_cast<double>(last - first);
    double mean = 0.0;
    for (std::size_t i = first; i < last; ++i) mean += z_[order[i]];
    mean /= n;
    moments_of_part all;
    for (std::size_t i = first; i < last; ++i) {
        const double rest = z_[order[i]] - mean;
        all.add(rest);
        if (!part_.empty()) of_part_[part_[order[i]]].add(rest);
    }
    double sum = 0.0;
    for (std::size_t i = first; i < last; ++i) {
        const double z = z_[order[i]], rest = z - mean;
        moments_of_part own;
        own.add(rest);
        if (!part_.empty()) own = of_part_[part_[order[i]]];
        const double others = all.count - own.count;
        if (!(others > 0.0)) continue;
        const double about = (all.square - own.square) / others - 2.0 * rest * ((all.sum - own.sum) / others);
        sum += 0.5 * (rest * rest + about);
        // For the error, what this draw does to the variance of its equals, through their mean as well.
        pairs_.push_back({z * z, rest * rest * n / (n - 1.0)});
    }
    for (std::size_t i = first; i < last && !part_.empty(); ++i) of_part_[part_[order[i]]] = {};
    return sum;
}

template <class V>
double basic_next_in_rank<V>::mean_square(double value) const {
    const std::size_t n = pairs_.size();
    const auto influence = [&](std::size_t i) { return (1.0 - value) * pairs_[i].all - pairs_[i].left; };
    double squares = 0.0, shared = 0.0, before = 0.0, before_that = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const double here = influence(i);
        squares += here * here;
        shared += 2.0 * here * (before - before_that);
        before_that = before;
        before = here;
    }
    return (shared > 0.0 ? squares + shared : squares) / static_cast<double>(n);
}

HEADWAY_INSTANTIATE(class basic_next_in_rank<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
