// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/closed_form.hpp>
#include <headway/distribution/point_masses.hpp>
#include <headway/distribution/special_form.hpp>
#include <headway/distribution/truncated_moments.hpp>
#include <headway/distribution/window.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// `f(formulas)` with the formulas of a shape: one dispatch, then straight code.
template <class F>
constexpr auto with_formulas(belief_shape shape, F f) {
    switch (shape) {
        case belief_shape::uniform: return f(uniform_formulas{});
        case belief_shape::log_uniform: return f(log_uniform_formulas{});
        case belief_shape::normal: return f(normal_formulas{});
        case belief_shape::lognormal: return f(lognormal_formulas{});
        case belief_shape::triangular: return f(triangular_formulas{});
        case belief_shape::pert: return f(beta_formulas<0, 2>{});
        case belief_shape::beta: return f(beta_formulas<2, 3>{});
        case belief_shape::gamma: return f(gamma_formulas{});
        case belief_shape::weibull: return f(weibull_formulas{});
        case belief_shape::student_t: return f(student_t_formulas{});
        case belief_shape::log_student_t: return f(log_student_t_formulas{});
        case belief_shape::bernoulli: return f(bernoulli_formulas{});
        case belief_shape::empirical: return f(empirical_formulas{});
        default: return f(exactly_formulas{});
    }
}

/// The two sides, in the untruncated shape, of a share of what the truncation left; both from their own end, so that
/// neither tail is a difference.
HEADWAY_INLINE constexpr split_probability untruncated(const component& a, split_probability p) noexcept {
    return {a.at_lo.lower + p.lower * a.inside, a.at_hi.upper + p.upper * a.inside};
}

/// The value below which p lies, by the formulas of the shape.
template <class Formulas>
HEADWAY_INLINE constexpr double quantile_by(Formulas formulas, const component& a, asked_probability p) noexcept {
    if constexpr (Formulas::has_steps) {
        return formulas.at(a, p);
    } else {
        if constexpr (Formulas::has_windows) {
            if (a.window > 0.0) return window_quantile(formulas, a, p);
        }
        return clamped(formulas.at(a, untruncated(a, p)), a.lo, a.hi);
    }
}

constexpr double quantile_of(const component& a, asked_probability p) noexcept {
    return with_formulas(a.shape, [&](auto formulas) { return quantile_by(formulas, a, p); });
}

/// P(X <= x) and P(X > x) of a truncated shape, lo < x < hi: differences, or where these have lost their digits integrals.
template <class Formulas>
constexpr split_probability truncated_probability(Formulas formulas, const component& a, double x) noexcept {
    const split_probability at_x = Formulas::below(a, x);
    const auto below = [&] { return probability_between(formulas, a, x, a.lo); };
    const auto above = [&] { return probability_between(formulas, a, x, a.hi); };
    const double from_lo = a.at_lo.lower <= 0.5 ? difference_or(at_x.lower, a.at_lo.lower, below)
                                                : difference_or(a.at_lo.upper, at_x.upper, below);
    const double from_hi = a.at_hi.upper <= 0.5 ? difference_or(at_x.upper, a.at_hi.upper, above)
                                                : difference_or(a.at_hi.lower, at_x.lower, above);
    return {clamped(from_lo / a.inside, 0.0, 1.0), clamped(from_hi / a.inside, 0.0, 1.0)};
}

/// P(X <= x) and P(X > x).
constexpr split_probability probability_of(const component& a, double x) noexcept {
    if (x < a.lo || (x == a.lo && is_continuous(a.shape))) return {0.0, 1.0};
    if (x >= a.hi) return {1.0, 0.0};
    return with_formulas(a.shape, [&](auto formulas) {
        using formulas_type = decltype(formulas);
        if constexpr (formulas_type::has_windows) {
            if (a.window > 0.0) return window_probability(formulas, a, x);
            if (a.is_truncated) return truncated_probability(formulas, a, x);
        }
        return formulas_type::below(a, x);
    });
}

/// P(X = x)
constexpr double mass_of(const component& a, double x) noexcept {
    switch (a.shape) {
        case belief_shape::exactly: return x == a.parameter[0] ? 1.0 : 0.0;
        case belief_shape::bernoulli: return x == 1.0 ? a.parameter[0] : x == 0.0 ? a.derived[0] : 0.0;
        case belief_shape::empirical:
            return static_cast<double>(empirical_formulas::count_of(a, x)) / static_cast<double>(a.data_size);
        default: return 0.0;
    }
}

constexpr double density_of(const component& a, double x) noexcept {
    if (!(x >= a.lo && x <= a.hi)) return 0.0;
    return with_formulas(a.shape, [&](auto formulas) {
        if constexpr (decltype(formulas)::has_windows) {
            if (a.window > 0.0) return window_density(formulas, a, x);
        }
        return formulas.density(a, x) / a.inside;
    });
}

constexpr bool has_moment(const component& a, double order) noexcept {
    if (a.shape == belief_shape::log_student_t) return a.hi < infinity;
    if (a.shape != belief_shape::student_t || a.parameter[0] > order) return true;
    return a.lo > -infinity && a.hi < infinity;
}

constexpr double mean_of(const component& a) {
    return with_formulas(a.shape, [&](auto formulas) {
        if constexpr (decltype(formulas)::has_windows) {
            if (a.is_truncated) return truncated_mean(formulas, a);
        }
        return formulas.mean(a);
    });
}

constexpr double variance_of(const component& a) {
    return with_formulas(a.shape, [&](auto formulas) {
        if constexpr (decltype(formulas)::has_windows) {
            if (a.is_truncated) return truncated_variance(formulas, a);
        }
        return formulas.variance(a);
    });
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
