// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/closed_formulas.hpp>

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
        default: return f(exactly_formulas{});
    }
}

/// The value below which p lies.
constexpr double quantile_of(const atom& a, split_probability p) noexcept {
    // Both sides from their own end, so that neither tail is a difference.
    const split_probability untruncated = {a.at_lo.lower + p.lower * a.inside, a.at_hi.upper + p.upper * a.inside};
    return with_formulas(a.shape, [&](auto formulas) { return clamped(formulas.at(a, untruncated), a.lo, a.hi); });
}

/// P(X <= x) and P(X > x).
constexpr split_probability probability_of(const atom& a, double x) noexcept {
    if (x < a.lo) return {0.0, 1.0};
    if (x >= a.hi) return {1.0, 0.0};
    return with_formulas(a.shape, [&](auto formulas) -> split_probability {
        const double lower = formulas.lower(a, x);
        const double upper = formulas.upper(a, x);
        if (!a.is_truncated) return {lower, upper};
        const double from_lo = a.at_lo.lower <= 0.5 ? lower - a.at_lo.lower : a.at_lo.upper - upper;
        const double from_hi = a.at_hi.upper <= 0.5 ? upper - a.at_hi.upper : a.at_hi.lower - lower;
        return {clamped(from_lo / a.inside, 0.0, 1.0), clamped(from_hi / a.inside, 0.0, 1.0)};
    });
}

constexpr double density_of(const atom& a, double x) noexcept {
    if (!(x > a.lo && x < a.hi)) return 0.0;
    return with_formulas(a.shape, [&](auto formulas) { return formulas.density(a, x) / a.inside; });
}

constexpr double mean_of(const atom& a) noexcept {
    return with_formulas(a.shape, [&](auto formulas) { return formulas.mean(a); });
}

constexpr double variance_of(const atom& a) noexcept {
    return with_formulas(a.shape, [&](auto formulas) { return formulas.variance(a); });
}

}  // namespace headway::detail
