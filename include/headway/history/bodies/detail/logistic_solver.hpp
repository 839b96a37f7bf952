// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/detail/logistic_solver.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
logistic_slope logistic_shape::at(double x) const noexcept {
    const double along = rate_ * (x - midpoint_);
    const double e = exp(-abs(along));
    const double larger = 1.0 / (1.0 + e);
    const double value = ceiling_ * (along >= 0.0 ? larger : e * larger);
    const double bend = ceiling_ * e * larger * larger;
    return {value, {value, -rate_ * bend, along * bend}};
}
HEADWAY_INSTANTIATE(logistic_slope logistic_shape::at<>(double x) const);

template <class>
normal_equations equations_at(const logistic_parameters& p, const std::vector<double>& x,
                              const std::vector<double>& y) noexcept {
    const logistic_shape curve(p);
    careful_sum matrix[3][3];
    careful_sum gradient[3];
    careful_sum rss;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const logistic_slope s = curve.at(x[i]);
        const double residual = y[i] - s.value;
        rss.add(residual * residual);
        for (std::size_t j = 0; j < 3; ++j) {
            gradient[j].add(s.by[j] * residual);
            for (std::size_t k = 0; k <= j; ++k) matrix[j][k].add(s.by[j] * s.by[k]);
        }
    }
    normal_equations e;
    e.rss = rss.value();
    for (std::size_t j = 0; j < 3; ++j) {
        e.gradient[j] = gradient[j].value();
        for (std::size_t k = 0; k <= j; ++k) e.matrix[j][k] = e.matrix[k][j] = matrix[j][k].value();
    }
    return e;
}
HEADWAY_INSTANTIATE(normal_equations equations_at<>(const logistic_parameters& p, const std::vector<double>& x,
                    const std::vector<double>& y));

template <class>
bool solve(const std::array<std::array<double, 3>, 3>& matrix, const logistic_parameters& right,
           logistic_parameters& result) noexcept {
    std::array<std::array<double, 3>, 3> root{};
    for (std::size_t j = 0; j < 3; ++j) {
        for (std::size_t k = 0; k <= j; ++k) {
            double sum = matrix[j][k];
            for (std::size_t m = 0; m < k; ++m) sum -= root[j][m] * root[k][m];
            if (k < j) {
                root[j][k] = sum / root[k][k];
            } else {
                if (!(sum > 1e-15 * matrix[j][j])) return false;
                root[j][j] = sqrt(sum);
            }
        }
    }
    for (std::size_t j = 0; j < 3; ++j) {
        result[j] = right[j];
        for (std::size_t m = 0; m < j; ++m) result[j] -= root[j][m] * result[m];
        result[j] /= root[j][j];
    }
    for (std::size_t j = 3; j-- > 0;) {
        for (std::size_t m = j + 1; m < 3; ++m) result[j] -= root[m][j] * result[m];
        result[j] /= root[j][j];
    }
    return true;
}
HEADWAY_INSTANTIATE(bool solve<>(const std::array<std::array<double, 3>, 3>& matrix, const logistic_parameters& right,
                    logistic_parameters& result));

template <class>
logistic_parameters best_start(const std::vector<double>& x, const std::vector<double>& y) noexcept {
    const std::size_t stride = 1 + x.size() / 128;
    logistic_parameters best{0.0, 0.0, 0.0};
    double least = infinity;
    for (double log_rate = -1.0; log_rate < 6.0; log_rate += 0.5) {
        const double width = exp(-log_rate);
        for (double midpoint = -0.5 - 6.0 * width; midpoint < 0.5 + 6.0 * width; midpoint += 0.7 * width) {
            double ys = 0.0;
            double ss = 0.0;
            double yy = 0.0;
            for (std::size_t i = 0; i < x.size(); i += stride) {
                const double share = logistic_share((x[i] - midpoint) / width);
                ys += y[i] * share;
                ss += share * share;
                yy += y[i] * y[i];
            }
            const double rss = yy - ys * ys / ss;
            if (ys > 0.0 && rss < least) {
                least = rss;
                best = {log(ys / ss), midpoint, log_rate};
            }
        }
    }
    return best;
}
HEADWAY_INSTANTIATE(logistic_parameters best_start<>(const std::vector<double>& x, const std::vector<double>& y));

template <class>
std::size_t points_on_the_rise(const logistic_parameters& p, const std::vector<double>& x) noexcept {
    const double rate = exp(p[2]);
    std::size_t count = 0;
    for (const double v : x) count += abs(rate * (v - p[1])) < 12.0 ? 1u : 0u;
    return count;
}
HEADWAY_INSTANTIATE(std::size_t points_on_the_rise<>(const logistic_parameters& p, const std::vector<double>& x));

template <class>
logistic_solution solve_logistic(const std::vector<double>& x, const std::vector<double>& y) noexcept {
    logistic_solution s;
    s.p = best_start(x, y);
    normal_equations e = equations_at(s.p, x, y);
    double damping = 1e-3;
    double last_step = infinity;
    for (int i = 0; i < 500 && !s.converged; ++i) {
        auto damped = e.matrix;
        for (std::size_t j = 0; j < 3; ++j) damped[j][j] *= 1.0 + damping;
        logistic_parameters step;
        if (!solve(damped, e.gradient, step)) {
            damping = max(10.0 * damping, 1e-12);
            if (damping > 1e12) break;
            continue;
        }
        const double size = max(abs(step[0]), max(abs(step[1]), abs(step[2])));
        logistic_parameters next = s.p;
        for (std::size_t j = 0; j < 3; ++j) next[j] += step[j];
        const bool is_final = damping == 0.0 && size < 1e-6;
        const normal_equations there = equations_at(next, x, y);
        if (is_final && !(size < 0.9 * last_step)) {
            s.converged = true;
        } else if (is_final || (size < 5.0 && there.rss <= e.rss)) {
            s.p = next;
            e = there;
            last_step = size;
            damping = size < 1e-3 || damping < 1e-10 ? 0.0 : 0.1 * damping;
        } else {
            damping = max(10.0 * damping, 1e-9);
            if (damping > 1e12) break;
        }
    }
    s.rss = e.rss;
    for (std::size_t j = 0; j < 3; ++j) {
        logistic_parameters unit{};
        unit[j] = 1.0;
        logistic_parameters column{};
        if (!solve(e.matrix, unit, column)) s.converged = false;
        for (std::size_t k = 0; k < 3; ++k) s.covariance[k][j] = column[k];
    }
    return s;
}
HEADWAY_INSTANTIATE(logistic_solution solve_logistic<>(const std::vector<double>& x, const std::vector<double>& y));

}  // namespace headway::detail

#include <headway/header_end.hpp>
