// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

/// The least squares line, and what is said of its residuals.
namespace headway::detail {

/// A sum that keeps what each addition rounds away.
class careful_sum {
  public:
    constexpr void add(double x) noexcept {
        const double next = sum_ + x;
        const double part = next - sum_;
        lost_ += (sum_ - (next - part)) + (x - part);
        sum_ = next;
    }
    [[nodiscard]] constexpr double value() const noexcept { return sum_ + lost_; }

  private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

template <class = void>
[[nodiscard]] double careful_mean(const std::vector<double>& x) noexcept;

/// y = y_mean + slope·(x - x_mean), for dx = x - x_mean and dy likewise.
struct line_fit {
    std::size_t size = 0;
    double x_mean = 0.0;
    double y_mean = 0.0;
    double slope = 0.0;
    double sxx = 0.0;   ///< Σ dx²; the variance of the slope is that of the residuals over it
    double syy = 0.0;   ///< Σ dy²
    double rss = 0.0;   ///< sum of squared residuals
    double lag1 = 0.0;  ///< autocorrelation of residuals with their neighbours in the order of the data

    [[nodiscard]] double degrees_of_freedom() const noexcept { return static_cast<double>(size) - 2.0; }
    /// The standard deviation of the residuals, for two parameters.
    [[nodiscard]] double residual_stddev() const noexcept { return sqrt(rss / degrees_of_freedom()); }
    [[nodiscard]] double slope_error() const noexcept { return residual_stddev() / sqrt(sxx); }
    /// The standard error of the line at x, and of an observation there.
    [[nodiscard]] double line_error(double x) const noexcept { return residual_stddev() * sqrt(leverage(x)); }
    [[nodiscard]] double prediction_error(double x) const noexcept {
        return residual_stddev() * sqrt(1.0 + leverage(x));
    }
    /// The share of the variance explained. Of constant data nothing is to be explained: 1 by convention.
    [[nodiscard]] double r_squared() const noexcept { return syy > 0.0 ? 1.0 - rss / syy : 1.0; }

  private:
    [[nodiscard]] double leverage(double x) const noexcept;
};

/// The line through at least two points. Means first, then deviations, whose sums are not quite zero after rounding and are
/// allowed for: two passes and careful sums lose nothing to an offset that data and dates share. sxx is 0 if all x are
/// equal; the slope is then 0.
template <class = void>
[[nodiscard]] line_fit fit_line(const std::vector<double>& x, const std::vector<double>& y) noexcept;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/line_fit.hpp>
#endif
