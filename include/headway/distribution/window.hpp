// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/closed_form.hpp>
#include <headway/distribution/special_form.hpp>

#include <headway/header_begin.hpp>

/// What lies between two places so near each other, or so far out, that a difference of probabilities has no digits left:
/// the density integrated, relative to the density at one of them.
namespace headway::detail {

// A coordinate y for each shape, counted from an anchor inside the support, in which the density times dx/dy has neither
// poles nor branches: `to` leads from x to y, `offset` from y to x - anchor, `log_weight` is the logarithm of that density
// relative to the anchor's, `stretch` dx/dy there.

struct normal_coordinate {
    double anchor, sigma, z;
    constexpr double to(double x) const noexcept { return (x - anchor) / sigma; }
    constexpr double offset(double y) const noexcept { return sigma * y; }
    constexpr double log_weight(double y) const noexcept { return -y * (z + 0.5 * y); }
    constexpr double stretch() const noexcept { return sigma; }
};
constexpr auto coordinate(normal_formulas, const component& a, double anchor) noexcept {
    return normal_coordinate{anchor, a.parameter[1], normal_formulas::z(a, anchor)};
}

struct lognormal_coordinate {
    double anchor, sigma, z;
    constexpr double to(double x) const noexcept { return log_of_ratio(x, anchor) / sigma; }
    constexpr double offset(double y) const noexcept { return anchor * expm1(sigma * y); }
    constexpr double log_weight(double y) const noexcept { return -y * (z + 0.5 * y); }
    constexpr double stretch() const noexcept { return anchor * sigma; }
};
constexpr auto coordinate(lognormal_formulas, const component& a, double anchor) noexcept {
    return lognormal_coordinate{anchor, a.parameter[1], lognormal_formulas::z(a, anchor)};
}

struct gamma_coordinate {
    double anchor, shape, scale;
    constexpr double to(double x) const noexcept { return log_of_ratio(x, anchor); }
    constexpr double offset(double y) const noexcept { return anchor * expm1(y); }
    constexpr double log_weight(double y) const noexcept { return shape * y - anchor / scale * expm1(y); }
    constexpr double stretch() const noexcept { return anchor; }
};
constexpr auto coordinate(gamma_formulas, const component& a, double anchor) noexcept {
    return gamma_coordinate{anchor, a.parameter[0], a.parameter[1]};
}

struct weibull_coordinate {
    double anchor, shape, power;
    constexpr double to(double x) const noexcept { return log_of_ratio(x, anchor); }
    constexpr double offset(double y) const noexcept { return anchor * expm1(y); }
    constexpr double log_weight(double y) const noexcept { return shape * y - power * expm1(shape * y); }
    constexpr double stretch() const noexcept { return anchor; }
};
constexpr auto coordinate(weibull_formulas, const component& a, double anchor) noexcept {
    return weibull_coordinate{anchor, a.parameter[0], pow(anchor / a.parameter[1], a.parameter[0])};
}

/// y = ln((x - lo)/(hi - x))
struct beta_coordinate {
    double anchor, first, second, lo, hi;
    constexpr double width() const noexcept { return hi - lo; }
    constexpr double below() const noexcept { return (anchor - lo) / width(); }
    constexpr double above() const noexcept { return (hi - anchor) / width(); }
    constexpr double to(double x) const noexcept {
        // Nearby from the way between the two, which is exact where the ways to an end are rounded.
        const double up = (x - anchor) / (anchor - lo);
        const double down = (anchor - x) / (hi - anchor);
        return (abs(up) < 0.5 ? log1p(up) : log_of_ratio(x - lo, anchor - lo)) -
               (abs(down) < 0.5 ? log1p(down) : log_of_ratio(hi - x, hi - anchor));
    }
    constexpr double offset(double y) const noexcept {
        // Of the two forms the one whose exponential does not overflow.
        if (y > 0.0) return -width() * below() * above() * expm1(-y) / (below() + above() * exp(-y));
        return width() * below() * above() * expm1(y) / (above() + below() * exp(y));
    }
    constexpr double log_weight(double y) const noexcept {
        if (y > 0.0) return -second * y - (first + second) * log1p(above() * expm1(-y));
        return first * y - (first + second) * log1p(below() * expm1(y));
    }
    constexpr double stretch() const noexcept { return width() * below() * above(); }
};
template <int Lo, int Hi>
constexpr auto coordinate(beta_formulas<Lo, Hi>, const component& a, double anchor) noexcept {
    return beta_coordinate{anchor, a.derived[0], a.derived[1], a.parameter[Lo], a.parameter[Hi]};
}

/// ln of the density of T at t + y relative to that at t.
constexpr double log_of_student_ratio(double dof, double t, double y) noexcept {
    const double far = y / t;
    const double change = abs(t) > 1e100 ? far * (2.0 + far) : y * ((2.0 * t + y) / (dof + t * t));
    return -0.5 * (dof + 1.0) * log1p(change);
}
struct student_t_coordinate {
    double anchor, dof, scale, t;
    constexpr double to(double x) const noexcept { return (x - anchor) / scale; }
    constexpr double offset(double y) const noexcept { return scale * y; }
    constexpr double log_weight(double y) const noexcept { return log_of_student_ratio(dof, t, y); }
    constexpr double stretch() const noexcept { return scale; }
};
constexpr auto coordinate(student_t_formulas, const component& a, double anchor) noexcept {
    return student_t_coordinate{anchor, a.parameter[0], a.parameter[2], (anchor - a.parameter[1]) / a.parameter[2]};
}
struct log_student_t_coordinate {
    double anchor, dof, scale, t;
    constexpr double to(double x) const noexcept { return log_of_ratio(x, anchor) / scale; }
    constexpr double offset(double y) const noexcept { return anchor * expm1(scale * y); }
    constexpr double log_weight(double y) const noexcept { return log_of_student_ratio(dof, t, y); }
    constexpr double stretch() const noexcept { return anchor * scale; }
};
constexpr auto coordinate(log_student_t_formulas, const component& a, double anchor) noexcept {
    return log_student_t_coordinate{anchor, a.parameter[0], a.parameter[2],
                                    log_of_ratio(anchor, a.parameter[1]) / a.parameter[2]};
}

/// A place from which the coordinate can be counted: neither end of the support.
constexpr bool can_be_anchor(const component& whole, double x) noexcept { return x > whole.lo && x < whole.hi; }

/// What an integral over a window asks of a coordinate, so that it is compiled once for all of them.
struct window_weight {
    [[nodiscard]] virtual constexpr double offset(double y) const noexcept = 0;
    [[nodiscard]] virtual constexpr double log_weight(double y) const noexcept = 0;

  protected:
    constexpr window_weight() = default;
    constexpr ~window_weight() = default;
};
template <class Coordinate>
struct weight_of_window final : window_weight {
    constexpr explicit weight_of_window(const Coordinate& coordinate) : at(coordinate) {}
    [[nodiscard]] constexpr double offset(double y) const noexcept override { return at.offset(y); }
    [[nodiscard]] constexpr double log_weight(double y) const noexcept override { return at.log_weight(y); }
    const Coordinate& at;
};

/// What moments integrate: (x - centre)^order for the orders 0, 1 and 2.
struct central_power {
    int order = 0;
    double centre = 0.0;
    constexpr double operator()(double x) const noexcept {
        const double way = order == 0 ? 1.0 : x - centre;
        return order == 2 ? way * way : way;
    }
};

/// ∫ g(x - anchor) exp(log_weight) |dy| from the anchor to y = reach, which may be infinite. With y = ±scale·(e^s - 1),
/// scale the way on which the weight falls by about e, what falls exponentially and what falls as a power are smooth in s:
/// sixteen points of Gauss and Legendre for each unit of s, to some 1e-15, until less than e^-50 is left.
template <class = void>
constexpr double weighted_integral(const window_weight& at, double reach, central_power g) noexcept {
    constexpr double node[] = {0.095012509837637440185, 0.28160355077925891323, 0.45801677765722738634,
                               0.61787624440264374845,  0.75540440835500303390, 0.86563120238783174388,
                               0.94457502307323257608,  0.98940093499164993260};
    constexpr double weight[] = {0.18945061045506849629,  0.18260341504492358887, 0.16915651939500253819,
                                 0.14959598881657673208,  0.12462897125553387205, 0.095158511682492784810,
                                 0.062253523938647892863, 0.027152459411754094852};
    const double sign = reach < 0.0 ? -1.0 : 1.0;
    const double length = abs(reach);
    if (!(length > 0.0)) return 0.0;
    double scale = min(length, 1.0);
    while (scale < length && scale < 1e300 && at.log_weight(sign * scale) > -0.5) scale = min(2.0 * scale, length);
    while (scale > 0x1p-1000 && at.log_weight(sign * scale) < -1.5) scale *= 0.5;
    const double unit = abs(at.offset(sign * scale));
    const double all = log1p(length / scale);
    double end = 1.0;
    while (end < all && end < 700.0) {
        const double y = sign * scale * expm1(end);
        // With the square that a variance takes.
        if (at.log_weight(y) + end + 2.0 * log1p(abs(at.offset(y)) / unit) < -50.0) break;
        end += 1.0;
    }
    end = min(end, all);
    const double panels = -floor(-end);
    const double half = 0.5 * end / panels;
    double sum = 0.0;
    for (double panel = 0.0; panel < panels; panel += 1.0) {
        const double middle = half * (2.0 * panel + 1.0);
        for (int k = -8; k < 8; ++k) {
            const int i = k < 0 ? -k - 1 : k;
            const double s = middle + (k < 0 ? -half : half) * node[i];
            const double y = sign * scale * expm1(s);
            sum += weight[i] * half * (scale * exp(s + at.log_weight(y))) * g(at.offset(y));
        }
    }
    return sum;
}

HEADWAY_INSTANTIATE(double weighted_integral<>(const window_weight& at, double reach, central_power g) noexcept);
template <class Coordinate>
constexpr double window_integral(const Coordinate& at, double reach, central_power g = {}) noexcept {
    return weighted_integral(weight_of_window(at), reach, g);
}

/// The end of the window from which its integrals are taken: of two the one with the greater weight.
template <class Formulas>
constexpr double window_anchor(Formulas formulas, const component& a) noexcept {
    const component whole = without_truncation(a, nullptr);
    if (!can_be_anchor(whole, a.hi)) return a.lo;
    if (!can_be_anchor(whole, a.lo)) return a.hi;
    const auto at = coordinate(formulas, a, a.lo);
    return at.log_weight(at.to(a.hi)) > 0.0 ? a.hi : a.lo;
}

/// The probability between two places inside the support or at its ends, x the one that is strictly inside.
template <class Formulas>
constexpr double probability_between(Formulas formulas, const component& a, double x, double other) noexcept {
    const auto at = coordinate(formulas, a, x);
    return Formulas::density(a, x) * at.stretch() * window_integral(at, at.to(other));
}

/// The straight lines of a triangular need no integral.
constexpr double probability_between(triangular_formulas, const component& a, double x, double other) noexcept {
    const double lo = min(x, other);
    const double hi = max(x, other);
    const double mode = clamped(a.parameter[1], lo, hi);
    // Beside the mode the density on the side in question, which at a right angle is not 0.
    const double top = 2.0 / (a.parameter[2] - a.parameter[0]);
    const auto side = [&](double from, double to) {
        if (!(from < to)) return 0.0;
        const bool rises = to <= a.parameter[1];
        const double end = rises ? a.parameter[0] : a.parameter[2];
        const double run = abs(a.parameter[1] - end);
        return 0.5 * top * (abs(from - end) / run + abs(to - end) / run) * (to - from);
    };
    return side(lo, mode) + side(mode, hi);
}

/// A difference of probabilities, or `precise()` where that has lost more than seven of its bits.
template <class Precise>
constexpr double difference_or(double greater, double less, Precise precise) noexcept {
    const double difference = greater - less;
    return difference > 0x1p-7 * greater ? difference : precise();
}

/// Sets `inside` and `window` of a cut component whose probability inside is no difference.
template <class Formulas>
constexpr void open_window(Formulas formulas, component& cut) noexcept {
    const double anchor = window_anchor(formulas, cut);
    const auto at = coordinate(formulas, cut, anchor);
    cut.window = window_integral(at, at.to(anchor == cut.lo ? cut.hi : cut.lo));
    cut.inside = Formulas::density(cut, anchor) * at.stretch() * cut.window;
}
constexpr void open_window(triangular_formulas formulas, component& cut) noexcept {
    cut.window = 1.0;
    cut.inside = probability_between(formulas, cut, cut.lo, cut.hi);
}

/// Of a window, P(X <= x) and P(X > x), lo < x < hi.
template <class Formulas>
constexpr split_probability window_probability(Formulas formulas, const component& a, double x) noexcept {
    const double anchor = window_anchor(formulas, a);
    const auto at = coordinate(formulas, a, anchor);
    const double y = at.to(x);
    const auto at_x = coordinate(formulas, a, x);
    const double near = window_integral(at, y) / a.window;
    const double far = exp(at.log_weight(y)) * window_integral(at_x, at_x.to(anchor == a.lo ? a.hi : a.lo)) / a.window;
    return anchor == a.lo ? split_probability{near, far} : split_probability{far, near};
}
constexpr split_probability window_probability(triangular_formulas formulas, const component& a, double x) noexcept {
    return {probability_between(formulas, a, x, a.lo) / a.inside, probability_between(formulas, a, x, a.hi) / a.inside};
}

/// The density inside a window.
template <class Formulas>
constexpr double window_density(Formulas formulas, const component& a, double x) noexcept {
    if (!can_be_anchor(without_truncation(a, nullptr), x)) return Formulas::density(a, x) / a.inside;
    const auto at = coordinate(formulas, a, window_anchor(formulas, a));
    return exp(at.log_weight(at.to(x))) / (a.window * coordinate(formulas, a, x).stretch());
}
constexpr double window_density(triangular_formulas, const component& a, double x) noexcept {
    return triangular_formulas::density(a, x) / a.inside;
}

/// The quantile inside a window: from the end that is nearer in probability, by Newton's method on what lies between, held
/// by bisection. Of the far end on the logarithm, which in a tail is nearly straight.
template <class Formulas>
constexpr double window_quantile(Formulas formulas, const component& a, split_probability p) noexcept {
    const double anchor = window_anchor(formulas, a);
    const bool is_lo = anchor == a.lo;
    const double other = is_lo ? a.hi : a.lo;
    const double p_near = is_lo ? p.lower : p.upper;
    const double p_far = is_lo ? p.upper : p.lower;
    if (p_near == 0.0) return anchor;
    if (p_far == 0.0) return other;
    const auto at = coordinate(formulas, a, anchor);
    const double reach = at.to(other);
    const double sign = reach < 0.0 ? -1.0 : 1.0;
    const bool from_near = p_near <= 0.5;
    const double target = (from_near ? p_near : p_far) * a.window;
    double lo = 0.0;
    double hi = abs(reach);
    double y = from_near ? target : 0.0;
    for (int i = 0; i < 200; ++i) {
        if (!(y >= lo && y < hi)) y = hi < infinity ? lo + 0.5 * (hi - lo) : 2.0 * lo + 1.0;
        const double weight = exp(at.log_weight(sign * y));
        double step = 0.0;
        if (from_near) {
            step = (target - window_integral(at, sign * y)) / weight;
        } else {
            const auto at_y = coordinate(formulas, a, anchor + at.offset(sign * y));
            // From the place itself, not from the number next to it.
            const double left = weight * window_integral(at_y, reach - sign * y);
            step = left > 0.0 ? log_of_ratio(left, target) * (left / weight) : -infinity;
        }
        (step > 0.0 ? lo : hi) = y;
        if (!(abs(step) > 0x1p-40 * y)) {
            y += step;
            break;
        }
        if (hi < infinity && hi - lo <= 0x1p-52 * hi) break;
        y += step;
    }
    return clamped(anchor + at.offset(sign * y), a.lo, a.hi);
}
/// From a place where the density is f and changes by c for each unit, an area A ends at 2A/(f + √(f² + 2cA)).
constexpr double window_quantile(triangular_formulas formulas, const component& a, split_probability p) noexcept {
    const double lo = a.parameter[0], mode = a.parameter[1], hi = a.parameter[2];
    const double top = 2.0 / (hi - lo);
    const auto way = [](double area, double density, double slope) {
        const double square = density * density + 2.0 * slope * area;
        return 2.0 * area / (density + sqrt(square > 0.0 ? square : 0.0));
    };
    const double peak = clamped(mode, a.lo, a.hi);
    const double rising = peak > a.lo ? probability_between(formulas, a, peak, a.lo) : 0.0;
    const double area = p.lower * a.inside;
    if (area <= rising && mode > lo) {
        return clamped(a.lo + way(area, top * ((a.lo - lo) / (mode - lo)), top / (mode - lo)), a.lo, peak);
    }
    return clamped(a.hi - way(p.upper * a.inside, top * ((hi - a.hi) / (hi - mode)), top / (hi - mode)), peak, a.hi);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
