// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include <headway/distribution/truncated_moments.hpp>

#include <headway/header_begin.hpp>

/// The shapes whose tails are powers. For the meaning of the functions see closed_form.hpp. All are the generalised Pareto
/// in three dresses: the excess over any threshold is one again, with the same tail and a scale that grows with the threshold.
namespace headway::detail {

/// (e^(tail·y) - 1)/tail, y for a tail of 0
constexpr double pareto_stretched(double tail, double y) noexcept {
    const double power = tail * y;
    return abs(power) < 1e-18 ? y : expm1(power) / tail;
}
/// Its inverse, ln(1 + tail·x)/tail.
constexpr double pareto_shrunk(double tail, double x) noexcept {
    const double power = tail * x;
    return abs(power) < 1e-18 ? x : log1p(power) / tail;
}

/// What is asked of a generalised Pareto with a threshold, a scale there, and a tail (one over the tail index), from them.
struct power_tail {
    double threshold, scale, tail;

    /// x where a standard exponential number is w.
    constexpr double at(double w) const noexcept { return threshold + scale * pareto_stretched(tail, w); }
    constexpr double exponential(double x) const noexcept { return pareto_shrunk(tail, (x - threshold) / scale); }
    /// The scale at x: one over the hazard rate.
    constexpr double scale_at(double x) const noexcept { return scale + tail * (x - threshold); }
    constexpr power_tail beyond(double x) const noexcept { return {x, scale_at(x), tail}; }
    constexpr double mean() const noexcept { return threshold + scale / (1.0 - tail); }
    constexpr double variance() const noexcept {
        const double part = scale / (1.0 - tail);
        return part * (part / (1.0 - 2.0 * tail));
    }
};
constexpr double exponential_of(split_probability p) noexcept {
    return p.lower <= p.upper ? -log1p(-p.lower) : -log(p.upper);
}

template <class Formulas>
struct pareto_functions {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        if (p.upper == 0.0) return without_truncation(a, nullptr).hi;
        return Formulas::tail_of(a).at(exponential_of(p));
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double w = Formulas::exponential(a, x);
        return {-expm1(-w), exp(-w)};
    }
    static constexpr double density(const component& a, double x) noexcept {
        if (!(x < infinity)) return 0.0;
        const power_tail t = Formulas::tail_of(a);
        const double scale = t.scale_at(x);
        // At an upper end: the power -1 - 1/tail of what is left of the scale there.
        if (!(scale > 0.0)) return t.tail > -1.0 ? 0.0 : t.tail < -1.0 ? infinity : 1.0 / t.scale;
        return exp(-Formulas::exponential(a, x)) / scale;
    }
    static constexpr double mean(const component& a) noexcept { return Formulas::tail_of(a).mean(); }
    static constexpr double variance(const component& a) noexcept { return Formulas::tail_of(a).variance(); }
    static constexpr double exponential(const component& a, double x) noexcept {
        return Formulas::tail_of(a).exponential(x);
    }
};

/// parameter: minimum, tail index
struct pareto_formulas : pareto_functions<pareto_formulas> {
    static constexpr power_tail tail_of(const component& a) noexcept {
        return {a.parameter[0], a.parameter[0] / a.parameter[1], 1.0 / a.parameter[1]};
    }
    static constexpr double at(const component& a, split_probability p) noexcept {
        return p.upper == 0.0 ? infinity : a.parameter[0] * exp(exponential_of(p) / a.parameter[1]);
    }
    static constexpr double exponential(const component& a, double x) noexcept {
        return a.parameter[1] * log_of_ratio(x, a.parameter[0]);
    }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[0] * (a.parameter[1] / (a.parameter[1] - 1.0));
    }
    static constexpr double variance(const component& a) noexcept {
        const double part = a.parameter[0] / (a.parameter[1] - 1.0);
        return part * (part * (a.parameter[1] / (a.parameter[1] - 2.0)));
    }
};

/// parameter: scale, tail index
struct lomax_formulas : pareto_functions<lomax_formulas> {
    static constexpr power_tail tail_of(const component& a) noexcept {
        return {0.0, a.parameter[0] / a.parameter[1], 1.0 / a.parameter[1]};
    }
    static constexpr double at(const component& a, split_probability p) noexcept {
        return p.upper == 0.0 ? infinity : a.parameter[0] * expm1(exponential_of(p) / a.parameter[1]);
    }
    static constexpr double exponential(const component& a, double x) noexcept {
        const double ratio = x / a.parameter[0];
        return a.parameter[1] * (ratio < 1e300 ? log1p(ratio) : log(x) - log(a.parameter[0]));
    }
    static constexpr double mean(const component& a) noexcept { return a.parameter[0] / (a.parameter[1] - 1.0); }
    static constexpr double variance(const component& a) noexcept { return pareto_formulas::variance(a); }
};

/// parameter: threshold, scale, tail
struct generalized_pareto_formulas : pareto_functions<generalized_pareto_formulas> {
    static constexpr power_tail tail_of(const component& a) noexcept {
        return {a.parameter[0], a.parameter[1], a.parameter[2]};
    }
};

template <class Formulas>
concept pareto_shape = std::is_base_of_v<pareto_functions<Formulas>, Formulas>;

/// y, the standard exponential number counted from the anchor's.
struct pareto_coordinate {
    double anchor, tail, scale;
    constexpr double to(double x) const noexcept {
        // Beyond the last number, and at an end.
        if (!(x < infinity)) return infinity;
        const double way = (x - anchor) / scale;
        return tail < 0.0 && !(1.0 + tail * way > 0.0) ? infinity : pareto_shrunk(tail, way);
    }
    constexpr double offset(double y) const noexcept { return scale * pareto_stretched(tail, y); }
    constexpr double log_weight(double y) const noexcept { return -y; }
    constexpr double stretch() const noexcept { return scale; }
};
template <pareto_shape Formulas>
constexpr auto coordinate(Formulas, const component& a, double anchor) noexcept {
    const power_tail t = Formulas::tail_of(a).beyond(anchor);
    return pareto_coordinate{anchor, t.tail, t.scale};
}

/// Cut off from below only it is one again, in closed form, however heavy its tail.
template <class Formulas>
constexpr double pareto_mean(Formulas formulas, const component& a) {
    if (!(a.hi < without_truncation(a, nullptr).hi)) return Formulas::tail_of(a).beyond(a.lo).mean();
    return truncated_mean<Formulas>(formulas, a);
}
template <class Formulas>
constexpr double pareto_variance(Formulas formulas, const component& a) {
    if (!(a.hi < without_truncation(a, nullptr).hi)) return Formulas::tail_of(a).beyond(a.lo).variance();
    return truncated_variance<Formulas>(formulas, a);
}
constexpr double truncated_mean(pareto_formulas f, const component& a) { return pareto_mean(f, a); }
constexpr double truncated_mean(lomax_formulas f, const component& a) { return pareto_mean(f, a); }
constexpr double truncated_mean(generalized_pareto_formulas f, const component& a) { return pareto_mean(f, a); }
constexpr double truncated_variance(pareto_formulas f, const component& a) { return pareto_variance(f, a); }
constexpr double truncated_variance(lomax_formulas f, const component& a) { return pareto_variance(f, a); }
constexpr double truncated_variance(generalized_pareto_formulas f, const component& a) { return pareto_variance(f, a); }

}  // namespace headway::detail

#include <headway/header_end.hpp>
