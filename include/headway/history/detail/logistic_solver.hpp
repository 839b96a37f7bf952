// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <headway/history/detail/line_fit.hpp>
#include <headway/math/math.hpp>
#include <headway/trend/amount.hpp>

#include <headway/header_begin.hpp>

/// Least squares of the S-curve y = exp(p0)/(1 + exp(-exp(p2)·(x - p1))), for x over a range of about 1 and y of about 1.
namespace headway::detail {

using logistic_parameters = std::array<double, 3>;

struct logistic_solution {
    logistic_parameters p{};
    /// The inverse of JᵀJ; times the variance of the residuals it is the covariance of p.
    std::array<std::array<double, 3>, 3> covariance{};
    double rss = 0.0;
    bool converged = false;
};

/// The curve's value at x and its derivatives by p.
struct logistic_slope {
    double value;
    logistic_parameters by;
};
/// The curve of parameters p, ready for many x.
class logistic_shape {
  public:
    explicit logistic_shape(const logistic_parameters& p) noexcept
        : ceiling_(exp(p[0])), midpoint_(p[1]), rate_(exp(p[2])) {}

    template <class = void>
    [[nodiscard]] logistic_slope at(double x) const noexcept;

  private:
    double ceiling_;
    double midpoint_;
    double rate_;
};

/// JᵀJ, Jᵀr and the sum of squared residuals.
struct normal_equations {
    std::array<std::array<double, 3>, 3> matrix{};
    logistic_parameters gradient{};
    double rss = 0.0;
};
template <class = void>
[[nodiscard]] normal_equations equations_at(const logistic_parameters& p, const std::vector<double>& x,
                                                   const std::vector<double>& y) noexcept;

/// Solves matrix·result = right for a symmetric positive definite matrix (Cholesky); false if it is not.
template <class = void>
[[nodiscard]] bool solve(const std::array<std::array<double, 3>, 3>& matrix, const logistic_parameters& right,
                                logistic_parameters& result) noexcept;

/// The best of a grid of midpoints and rates, each with its best ceiling, for which the model is linear. Midpoints are as
/// close together as the width of the curve's rise asks for, and reach so far beyond the data that the rest looks the same.
template <class = void>
[[nodiscard]] logistic_parameters best_start(const std::vector<double>& x,
                                                    const std::vector<double>& y) noexcept;

/// How many points lie where the curve is neither nothing nor its ceiling.
template <class = void>
[[nodiscard]] std::size_t points_on_the_rise(const logistic_parameters& p,
                                                    const std::vector<double>& x) noexcept;

/// Levenberg-Marquardt from the best start. Far from the minimum a step counts if it lowers the sum of squares; near it,
/// where rounding hides that, plain Gauss-Newton steps go on for as long as they shrink.
template <class = void>
[[nodiscard]] logistic_solution solve_logistic(const std::vector<double>& x,
                                                      const std::vector<double>& y) noexcept;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/detail/logistic_solver.hpp>
#endif
