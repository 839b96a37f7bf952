// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/closed_form.hpp>
#include <headway/distribution/special_form.hpp>
#include <headway/distribution/window.hpp>

#include <headway/header_begin.hpp>

/// Mean and variance of a truncated shape: the integral of the quantile function over the probability left inside; of a
/// window, that of the density.
namespace headway::detail {

/// ∫ g(p) dq over the tail probability q from `from` to `to`, p having that much below it (above it, if is_upper).
/// Double exponential rule of Takahasi and Mori, steps of 1/32 in t, in ln q if q spans more than a factor of 2: then what
/// the quantile function does towards q = 0 is far from every node. Error below 1e-14 of the integral of |g|.
template <class G>
constexpr double tail_integral(bool is_upper, double from, double to, G g) {
    constexpr double pi = 3.14159265358979323846;
    if (from < 1e-300) from = 1e-300;
    if (!(from < to)) return 0.0;
    const bool in_logarithm = to > 2.0 * from;
    const double width = in_logarithm ? log(to / from) : to - from;
    double sum = 0.0;
    for (int k = -128; k <= 128; ++k) {
        // The rule's abscissa in (0, 1), by its distance from the nearer end.
        const double e = exp(abs(k) / 32.0);
        const double s = exp(-0.5 * pi * (e - 1.0 / e));
        const double distance = s / (1.0 + s);
        const double weight = 0.5 * pi * (e + 1.0 / e) * distance / (1.0 + s) / 32.0 * width;
        const double shift = (k < 0 ? distance : -distance) * width;
        const double end = k < 0 ? from : to;
        const double q = in_logarithm ? end * exp(shift) : end + shift;
        sum += weight * (in_logarithm ? q : 1.0) * g(is_upper ? from_upper(q) : from_lower(q));
    }
    return sum;
}

/// The quantile function of a shape that is not truncated.
using quantile_formula = double (*)(const component&, split_probability) noexcept;
template <class Formulas>
constexpr double formula_quantile(const component& a, split_probability p) noexcept {
    return Formulas::at(a, p);
}

/// The expectation of g(X) for the truncated X: each half of the untruncated shape from its own end.
template <class = void>
constexpr double expectation(quantile_formula at, const component& a, central_power g) {
    const auto g_of = [&](split_probability p) { return g(clamped(at(a, p), a.lo, a.hi)); };
    const double lower = tail_integral(false, a.at_lo.lower, min(a.at_hi.lower, 0.5), g_of);
    const double upper = tail_integral(true, a.at_hi.upper, min(a.at_lo.upper, 0.5), g_of);
    return (lower + upper) / a.inside;
}
HEADWAY_INSTANTIATE(double expectation<>(quantile_formula at, const component& a, central_power g));

/// The mean of a window, counted from its anchor.
template <class Formulas>
constexpr double window_mean(Formulas formulas, const component& a, double anchor) {
    const auto at = coordinate(formulas, a, anchor);
    return window_integral(at, at.to(anchor == a.lo ? a.hi : a.lo), {1}) / a.window;
}

template <class Formulas>
constexpr double truncated_mean(Formulas formulas, const component& a) {
    if (a.window > 0.0) {
        const double anchor = window_anchor(formulas, a);
        return anchor + window_mean(formulas, a, anchor);
    }
    const double middle = formulas.at(a, {a.at_lo.lower + 0.5 * a.inside, a.at_hi.upper + 0.5 * a.inside});
    return middle + expectation(&formula_quantile<Formulas>, a, {1, middle});
}

template <class Formulas>
constexpr double truncated_variance(Formulas formulas, const component& a) {
    if (a.window > 0.0) {
        const double anchor = window_anchor(formulas, a);
        const double mean = window_mean(formulas, a, anchor);
        const auto at = coordinate(formulas, a, anchor);
        return window_integral(at, at.to(anchor == a.lo ? a.hi : a.lo), {2, mean}) / a.window;
    }
    const double mean = truncated_mean(formulas, a);
    return expectation(&formula_quantile<Formulas>, a, {2, mean});
}

/// The density of a triangular is a straight line on either side of its mode, where three points of Gauss are exact. `g`
/// takes the way from the lower end of what is left.
constexpr double triangular_expectation(const component& a, central_power g) {
    constexpr double root = 0.77459666924148337704;
    const double lo = a.parameter[0], mode = a.parameter[1], hi = a.parameter[2];
    const double width = a.hi - a.lo;
    const double ends[] = {0.0, clamped(mode, a.lo, a.hi) - a.lo, width};
    double sum = 0.0;
    for (int side = 0; side < 2; ++side) {
        const double half = 0.5 * (ends[side + 1] - ends[side]);
        const double middle = ends[side] + half;
        if (!(half > 0.0)) continue;
        for (int k = -1; k <= 1; ++k) {
            const double way = middle + half * root * k;
            // From the ways to the ends, which keep their digits where lo + way does not.
            const double height =
                side == 0 ? ((a.lo - lo) + way) / (mode - lo) : ((hi - a.hi) + (width - way)) / (hi - mode);
            const double density = 2.0 / (hi - lo) * height;
            sum += half * (k == 0 ? 8.0 / 9.0 : 5.0 / 9.0) * density / a.inside * g(way);
        }
    }
    return sum;
}

constexpr double truncated_mean(triangular_formulas, const component& a) {
    return a.lo + triangular_expectation(a, {1});
}
constexpr double truncated_variance(triangular_formulas, const component& a) {
    const double mean = triangular_expectation(a, {1});
    return triangular_expectation(a, {2, mean});
}

/// Cut off on one side only and with few degrees of freedom, so much of a moment lies beyond every double's probability
/// that the integral must be taken in closed form: ∫ t f(t) dt from c is (n + c²) f(c)/(n - 1).
constexpr double truncated_mean(student_t_formulas formulas, const component& a) {
    const double n = a.parameter[0];
    if (n > 1.2 || a.window > 0.0 || (a.lo > -infinity && a.hi < infinity))
        return truncated_mean<student_t_formulas>(formulas, a);
    const auto partial = [&](double x) {
        if (!(abs(x) < infinity)) return 0.0;
        const double t = (x - a.parameter[1]) / a.parameter[2];
        return sqrt(n) / a.derived[0] / (n - 1.0) * exp(-0.5 * (n - 1.0) * log1p(t * t / n));
    };
    return a.parameter[1] + a.parameter[2] * (partial(a.lo) - partial(a.hi)) / a.inside;
}
/// As above: ∫ t² f(t) dt from c is n·((n - 1)/(n - 2)·P(T' > c√((n - 2)/n)) - P(T > c)), T' with n - 2 degrees.
constexpr double truncated_variance(student_t_formulas formulas, const component& a) {
    const double n = a.parameter[0];
    if (n > 2.4 || a.window > 0.0 || (a.lo > -infinity && a.hi < infinity))
        return truncated_variance<student_t_formulas>(formulas, a);
    component fewer;
    fewer.parameter[0] = n - 2.0;
    fewer.parameter[2] = 1.0;
    fewer.derived[0] = exp(log_beta(0.5 * (n - 2.0), 0.5));
    const bool is_above = a.lo > -infinity;
    const double c = ((is_above ? a.lo : a.hi) - a.parameter[1]) / a.parameter[2];
    const split_probability below = student_t_formulas::below(fewer, c * sqrt((n - 2.0) / n));
    const double beyond = is_above ? below.upper : below.lower;
    const double square = n * ((n - 1.0) / (n - 2.0) * beyond / a.inside - 1.0);
    const double mean = (truncated_mean(formulas, a) - a.parameter[1]) / a.parameter[2];
    return a.parameter[2] * a.parameter[2] * (square - mean * mean);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
