// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/line_fit.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
double careful_mean(const std::vector<double>& x) noexcept {
    careful_sum sum;
    for (const double v : x) sum.add(v);
    return sum.value() / static_cast<double>(x.size());
}
HEADWAY_INSTANTIATE(double careful_mean<>(const std::vector<double>& x));

template <class>
line_fit fit_line(const std::vector<double>& x, const std::vector<double>& y) noexcept {
    line_fit fit;
    fit.size = x.size();
    fit.x_mean = careful_mean(x);
    fit.y_mean = careful_mean(y);
    careful_sum sum_x;
    careful_sum sum_y;
    careful_sum xx;
    careful_sum xy;
    careful_sum yy;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - fit.x_mean;
        const double dy = y[i] - fit.y_mean;
        sum_x.add(dx);
        sum_y.add(dy);
        xx.add(dx * dx);
        xy.add(dx * dy);
        yy.add(dy * dy);
    }
    const double n = static_cast<double>(fit.size);
    fit.sxx = xx.value() - sum_x.value() * sum_x.value() / n;
    fit.syy = yy.value() - sum_y.value() * sum_y.value() / n;
    if (fit.sxx > 0.0) fit.slope = (xy.value() - sum_x.value() * sum_y.value() / n) / fit.sxx;

    const double offset = (sum_y.value() - fit.slope * sum_x.value()) / n;
    careful_sum squares;
    careful_sum neighbours;
    double before = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double residual = ((y[i] - fit.y_mean) - fit.slope * (x[i] - fit.x_mean)) - offset;
        squares.add(residual * residual);
        neighbours.add(before * residual);
        before = residual;
    }
    // Two points lie on their line: what is left of them is rounding.
    fit.rss = fit.size > 2 ? squares.value() : 0.0;
    fit.lag1 = fit.rss > 0.0 ? neighbours.value() / fit.rss : 0.0;
    return fit;
}
HEADWAY_INSTANTIATE(line_fit fit_line<>(const std::vector<double>& x, const std::vector<double>& y));

HEADWAY_OUT_OF_LINE double line_fit::leverage(double x) const noexcept {
    const double dx = x - x_mean;
    return 1.0 / static_cast<double>(size) + dx * dx / sxx;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
