// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/sensitivity/detail/ranking.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double spearman_of(const ranking& x, const ranking& y) {
    const double xx = mean_of(x.size(), [&](std::size_t i) { return x[i] * x[i]; });
    const double yy = mean_of(x.size(), [&](std::size_t i) { return y[i] * y[i]; });
    return mean_of(x.size(), [&](std::size_t i) { return x[i] * y[i]; }) / sqrt(xx * yy);
}
HEADWAY_INSTANTIATE(double spearman_of<>(const ranking& x, const ranking& y));

template <class>
double spearman_error_of(const ranking& x, const ranking& y, double rho) {
    const std::size_t n = x.size();
    const double xx = mean_of(n, [&](std::size_t i) { return x[i] * x[i]; });
    const double yy = mean_of(n, [&](std::size_t i) { return y[i] * y[i]; });
    const auto pull_of = [](const ranking& one, const ranking& other) {
        return one.pull([&](std::size_t i) { return other[i]; });
    };
    const auto x_by_y = pull_of(x, y), y_by_x = pull_of(y, x), x_by_x = pull_of(x, x), y_by_y = pull_of(y, y);
    const auto influence = [&](std::size_t i) {
        const double on_xy = x[i] * y[i] + x_by_y[i] + y_by_x[i];
        const double on_xx = x[i] * x[i] + 2.0 * x_by_x[i];
        const double on_yy = y[i] * y[i] + 2.0 * y_by_y[i];
        return on_xy / sqrt(xx * yy) - 0.5 * rho * (on_xx / xx + on_yy / yy);
    };
    const double mean = mean_of(n, influence);
    const double square = mean_of(n, [&](std::size_t i) {
        const double rest = influence(i) - mean;
        return rest * rest;
    });
    return sqrt(square / static_cast<double>(n));
}
HEADWAY_INSTANTIATE(double spearman_error_of<>(const ranking& x, const ranking& y, double rho));

HEADWAY_OUT_OF_LINE ranking::ranking(std::span<const double> values) : order_(values.size()), rank_(values.size()) {
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::sort(order_.begin(), order_.end(), [&](std::size_t i, std::size_t k) {
        return values[i] < values[k] || (values[i] == values[k] && i < k);
    });
    const double n = static_cast<double>(values.size());
    for (std::size_t first = 0, last = 0; first < order_.size(); first = last) {
        while (last < order_.size() && values[order_[last]] == values[order_[first]]) ++last;
        const double rank = (0.5 * static_cast<double>(first + last) - 0.5 * n) / n;
        for (std::size_t i = first; i < last; ++i) rank_[order_[i]] = rank;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
