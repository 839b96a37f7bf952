// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>

#include <headway/distribution/shape_functions.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

constexpr double quantile_of(const component& a, asked_probability p) noexcept {
    return a.functions != nullptr ? a.functions->quantile(a, p) : exactly_formulas::at(a, p);
}

/// P(X <= x) and P(X > x).
constexpr split_probability probability_of(const component& a, double x) noexcept {
    if (x < a.lo || (x == a.lo && is_continuous(a.shape))) return {0.0, 1.0};
    if (x >= a.hi) return {1.0, 0.0};
    return a.functions != nullptr ? a.functions->probability(a, x) : exactly_formulas::below(a, x);
}

/// P(X = x)
constexpr double mass_of(const component& a, double x) noexcept {
    switch (a.shape) {
        case belief_shape::exactly: return x == a.parameter[0] ? 1.0 : 0.0;
        case belief_shape::bernoulli: return x == 1.0 ? a.parameter[0] : x == 0.0 ? a.derived[0] : 0.0;
        case belief_shape::empirical:
            return static_cast<double>(empirical_formulas::count_of(a, x)) / static_cast<double>(a.data_size);
        case belief_shape::poisson: return poisson_formulas::mass_at(a, x);
        case belief_shape::geometric_trials: return geometric_formulas<1>::mass_at(a, x);
        case belief_shape::geometric_failures: return geometric_formulas<0>::mass_at(a, x);
        default: return 0.0;
    }
}

constexpr double density_of(const component& a, double x) noexcept {
    if (!(x >= a.lo && x <= a.hi)) return 0.0;
    return a.functions != nullptr ? a.functions->density(a, x) : exactly_formulas::density(a, x);
}

constexpr bool has_moment(const component& a, double order) noexcept {
    if (a.shape == belief_shape::log_student_t) return a.hi < infinity;
    if (a.shape == belief_shape::metalog) {
        // With one bound the other tail falls as a power.
        for (const bool is_upper : {false, true}) {
            if (!metalog_formulas::has_heavy_side(a, is_upper) || is_finite(is_upper ? a.hi : a.lo)) continue;
            if (!(order * metalog_formulas::tail(a, is_upper) < 1.0)) return false;
        }
        return true;
    }
    if (a.shape == belief_shape::pareto || a.shape == belief_shape::lomax) {
        return a.hi < infinity || a.parameter[1] > order;
    }
    if (a.shape == belief_shape::generalized_pareto) return a.hi < infinity || order * a.parameter[2] < 1.0;
    if (a.shape == belief_shape::exactly) return is_finite(a.parameter[0]);
    if (a.shape != belief_shape::student_t || a.parameter[0] > order) return true;
    return a.lo > -infinity && a.hi < infinity;
}

constexpr double mean_of(const component& a) {
    return a.functions != nullptr ? a.functions->mean(a) : exactly_formulas::mean(a);
}

constexpr double variance_of(const component& a) {
    return a.functions != nullptr ? a.functions->variance(a) : exactly_formulas::variance(a);
}

/// The shape as it was before a truncation.
constexpr component without_truncation(const component& a) noexcept {
    return a.is_truncated ? without_truncation(a, a.functions->whole) : a;
}

/// N draws from as many uniform numbers; `drawn` may be `u`.
template <std::size_t N>
constexpr void draw_block(const component& a, const double* u, double* drawn) noexcept {
    if constexpr (N == shape_block) {
        if (a.functions != nullptr) return a.functions->draw(a, u, drawn);
    }
    for (std::size_t i = 0; i < N; ++i) drawn[i] = quantile_of(a, from_lower(u[i]));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
