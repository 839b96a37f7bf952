// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>

#include <headway/math/elementary.hpp>
#include <headway/math/number.hpp>

#include <headway/header_begin.hpp>

/// The metalog of Keelin (2016), "The metalog distributions", Decision Analysis 13(4), eq. 6: a quantile function
///     M(p) = a1 + a2·s + a3·c·s + a4·c + a5·c² + a6·c²·s + a7·c³ + a8·c³·s + a9·c⁴,  s = ln(p/(1 - p)),  c = p - 1/2,
/// linear in up to nine coefficients, so that they are solved for, not searched. Here as a function of the log odds s too,
/// in which its tails are straight lines.
namespace headway::detail {

inline constexpr int most_metalog_terms = 9;

/// p - 1/2 and p·(1 - p) at the log odds y, each to full relative accuracy.
struct odds_point {
    double centred;
    double product;
};
constexpr odds_point odds_at(double y) noexcept {
    const double e = exp(-abs(y));
    const double half = 0.5 * (1.0 - e) / (1.0 + e);
    return {y < 0.0 ? -half : half, e / ((1.0 + e) * (1.0 + e))};
}

/// What stands without s in M, and what is multiplied by it.
HEADWAY_INLINE constexpr double metalog_plain(const double* a, double c) noexcept {
    return a[0] + c * (a[3] + c * (a[4] + c * (a[6] + c * a[8])));
}
HEADWAY_INLINE constexpr double metalog_factor(const double* a, double c) noexcept {
    return a[1] + c * (a[2] + c * (a[5] + c * a[7]));
}
HEADWAY_INLINE constexpr double metalog_value(const double* a, double c, double s) noexcept {
    return metalog_plain(a, c) + s * metalog_factor(a, c);
}
/// M at the log odds y, and dM/dy = B + p(1 - p)·(A' + y·B'), positive wherever M is a quantile function.
constexpr double metalog_at(const double* a, double y) noexcept { return metalog_value(a, odds_at(y).centred, y); }
constexpr double metalog_slope(const double* a, odds_point at, double y) noexcept {
    const double c = at.centred;
    const double plain = a[3] + c * (2.0 * a[4] + c * (3.0 * a[6] + c * 4.0 * a[8]));
    const double factor = a[2] + c * (2.0 * a[5] + c * 3.0 * a[7]);
    return metalog_factor(a, c) + at.product * (plain + y * factor);
}
constexpr double metalog_slope(const double* a, double y) noexcept { return metalog_slope(a, odds_at(y), y); }

/// M(y0 + way) - M(y0), which nearby is integrated: the difference would have no digits.
constexpr double metalog_change(const double* a, double y0, double way) noexcept {
    if (!(abs(way) <= 0.5)) return metalog_at(a, y0 + way) - metalog_at(a, y0);
    // Gauss and Legendre with eight points; the nearest pole lies π from the real line.
    constexpr double node[] = {0.18343464249564980494, 0.52553240991632898582, 0.79666647741362673959,
                               0.96028985649753623168};
    constexpr double weight[] = {0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054,
                                 0.10122853629037625915};
    double sum = 0.0;
    for (int k = 0; k < 4; ++k) {
        const double near = y0 + 0.5 * way * (1.0 - node[k]);
        const double far = y0 + 0.5 * way * (1.0 + node[k]);
        sum += weight[k] * (metalog_slope(a, near) + metalog_slope(a, far));
    }
    return 0.5 * way * sum;
}

/// The y >= 0 or <= 0 at which the increasing f(y), of slope `slope(y)`, is `target`: by Newton's method, held by
/// bisection; `y` is where it starts.
template <class F, class Slope>
constexpr double metalog_solve(double target, double y, F f, Slope slope) noexcept {
    double lo = -infinity;
    double hi = infinity;
    for (int i = 0; i < 300; ++i) {
        const double missing = target - f(y);
        if (missing == 0.0) return y;
        (missing > 0.0 ? lo : hi) = y;
        double next = y + missing / slope(y);
        if (!(next > lo && next < hi)) {
            next = lo == -infinity  ? 2.0 * min(hi, 0.0) - 1.0
                   : hi == infinity ? 2.0 * max(lo, 0.0) + 1.0
                                    : lo + 0.5 * (hi - lo);
        }
        if (!(next > -1e308 && next < 1e308)) return next;
        if (abs(next - y) <= 0x1p-52 * abs(next)) return next;
        y = next;
    }
    return y;
}

/// The log odds at which M is `target`.
constexpr double metalog_log_odds(const double* a, double target) noexcept {
    const double start = (target - a[0]) / metalog_slope(a, 0.0);
    return metalog_solve(
        target, is_finite(start) ? start : 0.0, [a](double y) { return metalog_at(a, y); },
        [a](double y) { return metalog_slope(a, y); });
}

/// M at p = 0 or 1: infinite unless s has no part in it there.
HEADWAY_INLINE constexpr double metalog_end(const double* a, bool is_upper) noexcept {
    const double c = is_upper ? 0.5 : -0.5;
    if (metalog_factor(a, c) == 0.0) return metalog_plain(a, c);
    return is_upper ? infinity : -infinity;
}

/// Where M falls or stands still: of such places that nearest to the median.
struct metalog_fault {
    bool is_found = false;
    double log_odds = 0.0;
};
/// Whether dM/dy > 0 everywhere. For |y| above 40 it is B at the end to every digit, unless that is zero. In between the
/// slope is looked at on a grid and every dip of the grid is followed down; eight powers of c make no narrower ones.
constexpr metalog_fault metalog_fault_of(const double* a) noexcept {
    constexpr int count = 193;
    double at[count] = {};
    double slope[count] = {};
    double size = 0.0;
    bool is_a_number = true;
    for (int i = 0; i < most_metalog_terms; ++i) {
        is_a_number = is_a_number && is_finite(a[i]);
        if (i > 0) size = max(size, abs(a[i]));
    }
    metalog_fault fault;
    if (!is_a_number) return {true, 0.0};
    const auto look = [&](double y, double d) {
        if (d > 0.0 || (fault.is_found && abs(fault.log_odds) <= abs(y))) return;
        fault.is_found = true;
        fault.log_odds = y;
    };
    for (int i = 0; i < count; ++i) {
        // Steps of 1/8 to 8 on either side, of 1 to 40.
        const int k = i - count / 2;
        const double way = abs(k) <= 64 ? 0.125 * abs(k) : 8.0 + (abs(k) - 64.0);
        at[i] = k < 0 ? -way : way;
        slope[i] = metalog_slope(a, at[i]);
        look(at[i], slope[i]);
    }
    for (int i = 1; i + 1 < count; ++i) {
        if (!(slope[i] <= slope[i - 1] && slope[i] <= slope[i + 1] && slope[i] < 0.1 * size)) continue;
        constexpr double golden = 0.61803398874989484820;
        double lo = at[i - 1];
        double hi = at[i + 1];
        double left = hi - golden * (hi - lo);
        double right = lo + golden * (hi - lo);
        double at_left = metalog_slope(a, left);
        double at_right = metalog_slope(a, right);
        for (int step = 0; step < 40; ++step) {
            if (at_left < at_right) {
                hi = right;
                right = left;
                at_right = at_left;
                left = hi - golden * (hi - lo);
                at_left = metalog_slope(a, left);
            } else {
                lo = left;
                left = right;
                at_left = at_right;
                right = lo + golden * (hi - lo);
                at_right = metalog_slope(a, right);
            }
        }
        look(left, at_left);
    }
    for (const bool is_upper : {false, true}) {
        const double end = metalog_factor(a, is_upper ? 0.5 : -0.5);
        const double y = is_upper ? 1.0 : -1.0;
        if (end < 0.0) look(40.0 * y, end);
        if (end == 0.0) look(700.0 * y, metalog_slope(a, 700.0 * y));
    }
    return fault;
}

/// The coefficients, as many as `terms`, with which M goes through count >= terms points (p, z), or nearest to them by
/// least squares: Householder's reflections, refined twice by what is left over.
struct metalog_points {
    double lower[most_metalog_terms] = {};  ///< p
    double upper[most_metalog_terms] = {};  ///< 1 - p
    double value[most_metalog_terms] = {};  ///< z
    int count = 0;
};
class metalog_fit {
  public:
    constexpr metalog_fit(const metalog_points& points, int terms) noexcept : count_(points.count), terms_(terms) {
        for (int i = 0; i < count_; ++i) {
            const double c = 0.5 * (points.lower[i] - points.upper[i]);
            const double s = log(points.lower[i] / points.upper[i]);
            const double basis[] = {1.0, s, c * s, c, c * c, c * c * s, c * c * c, c * c * c * s, c * c * c * c};
            for (int j = 0; j < terms_; ++j) basis_[i][j] = upper_[i][j] = basis[j];
        }
        reflect();
        double rest[most_metalog_terms] = {};
        for (int i = 0; i < count_; ++i) rest[i] = points.value[i];
        for (int round = 0; round < 3; ++round) {
            add_solution(rest);
            for (int i = 0; i < count_; ++i) rest[i] = left_over(i, points.value[i]);
        }
        // What rounding leaves of a term that has no part in it would bend the far tails.
        double size = 0.0;
        for (int i = 0; i < count_; ++i) size = max(size, abs(points.value[i]));
        for (int j = 1; j < terms_; ++j) {
            if (abs(coefficient[j]) < 0x1p-46 * size) coefficient[j] = 0.0;
        }
    }

    double coefficient[most_metalog_terms] = {};

  private:
    constexpr void reflect() noexcept {
        for (int j = 0; j < terms_; ++j) {
            double square = 0.0;
            for (int i = j; i < count_; ++i) square += upper_[i][j] * upper_[i][j];
            const double length = upper_[j][j] > 0.0 ? -sqrt(square) : sqrt(square);
            const double first = upper_[j][j] - length;
            // The reflection along v, v[j] = 1, which is kept below the diagonal.
            factor_[j] = -first / length;
            for (int i = j + 1; i < count_; ++i) upper_[i][j] /= first;
            upper_[j][j] = length;
            for (int k = j + 1; k < terms_; ++k) {
                double along = upper_[j][k];
                for (int i = j + 1; i < count_; ++i) along += upper_[i][j] * upper_[i][k];
                along *= factor_[j];
                upper_[j][k] -= along;
                for (int i = j + 1; i < count_; ++i) upper_[i][k] -= along * upper_[i][j];
            }
        }
    }
    constexpr void add_solution(const double* rest) noexcept {
        double z[most_metalog_terms] = {};
        for (int i = 0; i < count_; ++i) z[i] = rest[i];
        for (int j = 0; j < terms_; ++j) {
            double along = z[j];
            for (int i = j + 1; i < count_; ++i) along += upper_[i][j] * z[i];
            along *= factor_[j];
            z[j] -= along;
            for (int i = j + 1; i < count_; ++i) z[i] -= along * upper_[i][j];
        }
        for (int j = terms_ - 1; j >= 0; --j) {
            for (int k = j + 1; k < terms_; ++k) z[j] -= upper_[j][k] * z[k];
            z[j] /= upper_[j][j];
            coefficient[j] += z[j];
        }
    }
    /// With the roundings of products and sums kept apart.
    constexpr double left_over(int i, double value) const noexcept {
        double sum = value;
        double lost = 0.0;
        for (int j = 0; j < terms_; ++j) {
            const double product = -basis_[i][j] * coefficient[j];
            const double b_top = leading_26_bits(basis_[i][j]);
            const double c_top = leading_26_bits(coefficient[j]);
            const double b_rest = basis_[i][j] - b_top;
            const double c_rest = coefficient[j] - c_top;
            const double exact_rest = (-b_top * c_top - product) - b_top * c_rest - b_rest * c_top - b_rest * c_rest;
            const double next = sum + product;
            const double back = next - sum;
            lost += (sum - (next - back)) + (product - back) + exact_rest;
            sum = next;
        }
        return sum + lost;
    }

    int count_;
    int terms_;
    double basis_[most_metalog_terms][most_metalog_terms] = {};
    double upper_[most_metalog_terms][most_metalog_terms] = {};
    double factor_[most_metalog_terms] = {};
};

/// Mean and variance of M(U), U uniform: of the powers of c times those of s the expectations, in the order c⁰, c², ...;
/// c¹s, c³s, ...; s², c²s², ...
constexpr double metalog_mean(const double* a) noexcept {
    return a[0] + a[2] / 2.0 + a[4] / 12.0 + a[7] / 12.0 + a[8] / 80.0;
}
constexpr double metalog_variance(const double* a) noexcept {
    constexpr double of_c[] = {1.0, 1.0 / 12.0, 1.0 / 80.0, 1.0 / 448.0, 1.0 / 2304.0};
    constexpr double of_s[] = {1.0 / 2.0, 1.0 / 12.0, 23.0 / 1440.0, 11.0 / 3360.0};
    constexpr double of_s2[] = {3.2898681336964528729, 0.60748901114137107275, 0.12445668500453899424,
                                0.026787900100016883893};
    const double plain[] = {a[0] - metalog_mean(a), a[3], a[4], a[6], a[8]};
    const double factor[] = {a[1], a[2], a[5], a[7]};
    double sum = 0.0;
    for (int i = 0; i < 5; ++i) {
        for (int k = i % 2; k < 5; k += 2) sum += plain[i] * plain[k] * of_c[(i + k) / 2];
        for (int k = (i + 1) % 2; k < 4; k += 2) sum += 2.0 * plain[i] * factor[k] * of_s[(i + k) / 2];
    }
    for (int i = 0; i < 4; ++i) {
        for (int k = i % 2; k < 4; k += 2) sum += factor[i] * factor[k] * of_s2[(i + k) / 2];
    }
    return sum;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
