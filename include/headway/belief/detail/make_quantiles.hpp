// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

/// Checked metalogs, in base units.
namespace headway::detail {

inline constexpr int least_quantiles = 3;
inline constexpr int most_quantiles = most_metalog_terms;
inline constexpr int least_terms = 2;

/// What `from_quantiles` was given.
struct given_quantiles {
    double probability[most_quantiles] = {};
    double value[most_quantiles] = {};
    int count = 0;  ///< as given; of more than most_quantiles the first are kept
    int terms = 0;  ///< 0: as many as quantiles
    double lo = -infinity;
    double hi = infinity;

    constexpr void add(double p, double x) noexcept {
        if (count < most_quantiles) {
            probability[count] = p;
            value[count] = x;
        }
        ++count;
    }
    [[nodiscard]] constexpr int term_count() const noexcept { return terms == 0 ? count : terms; }
};

[[noreturn, gnu::cold]] inline void quantiles_must_be_three_to_nine(const maker& m, int count) {
    m.refuse("takes 3 to 9 quantiles, got " + std::to_string(count) +
             (count < least_quantiles ? "; for two use normal_ci or lognormal_ci" : "; leave some out"));
}
[[noreturn, gnu::cold]] inline void probabilities_must_rise(const maker& m, double p, double next) {
    m.refuse("the probabilities must rise, got " + number_text(p) + " and then " + number_text(next));
}
[[noreturn, gnu::cold]] inline void quantiles_must_rise(const maker& m, const given_quantiles& g, int i) {
    m.refuse("the quantiles must rise with the probability, got " + m.two_values_text(g.value[i - 1], g.value[i]) +
             " at " + number_text(g.probability[i - 1]) + " and " + number_text(g.probability[i]));
}
[[noreturn, gnu::cold]] inline void quantile_must_lie_inside_its_bound(const maker& m, double x, bool is_lower,
                                                                       double bound) {
    m.refuse("every quantile must lie " + std::string(is_lower ? "above" : "below") + " the bound, got " +
             m.two_values_text(x, bound) + " as the bound");
}
[[noreturn, gnu::cold]] inline void terms_must_fit(const maker& m, int terms, int count) {
    m.refuse("takes 2 terms to as many as quantiles (" + std::to_string(count) + "), got " + std::to_string(terms));
}

/// The metalog that goes through the quantiles, or near them, whether or not it is one.
constexpr component fitted_metalog(const given_quantiles& g) noexcept {
    component a;
    a.shape = belief_shape::metalog;
    a.functions = &functions_of<metalog_formulas>;
    a.quantile_count = static_cast<unsigned char>(g.count);
    a.term_count = static_cast<unsigned char>(g.term_count());
    a.parameter[0] = g.lo;
    a.parameter[1] = g.hi;
    metalog_points points;
    points.count = g.count;
    for (int i = 0; i < g.count; ++i) {
        a.parameter[2 + 2 * i] = points.lower[i] = g.probability[i];
        a.parameter[3 + 2 * i] = g.value[i];
        points.upper[i] = complement_of(g.probability[i]);
    }
    for (int i = 0; i < g.count; ++i) points.value[i] = to_metalog_scale(a, g.value[i]);
    const metalog_fit fit(points, a.term_count);
    for (int i = 0; i < a.term_count; ++i) a.derived[i] = fit.coefficient[i];
    a.lo = metalog_support_end(a, false);
    a.hi = metalog_support_end(a, true);
    return a;
}

/// What would make a belief of quantiles that make none as they are.
template <class = void>
[[nodiscard, gnu::cold]] std::string what_would_do(const maker& m, const given_quantiles& g);

template <class = void>
[[noreturn, gnu::cold]] void the_quantile_function_falls(const maker& m, const given_quantiles& g, double log_odds);

/// A breach in a constant expression ends here, where no text can be made: of an element that an array does not have both
/// compilers name the array and the number.
inline constexpr double the_quantile_function_falls_at_this_percent[1] = {};
constexpr double quantile_function_falls_at(double probability, const maker& m, const given_quantiles& g,
                                            double log_odds) {
    if (!std::is_constant_evaluated()) the_quantile_function_falls(m, g, log_odds);
    const int percent = static_cast<int>(100.0 * probability + 0.5);
    return the_quantile_function_falls_at_this_percent[percent > 1 ? percent : 1];
}

constexpr void require_quantiles(const maker& m, const given_quantiles& g) {
    if (!(g.count >= least_quantiles && g.count <= most_quantiles)) quantiles_must_be_three_to_nine(m, g.count);
    for (int i = 0; i < g.count; ++i) {
        const double p = g.probability[i];
        if (!(p > 0.0 && p < 1.0))
            m.number_must_be("every probability", "between 0 and 1 (0.1 for the 10 % quantile)", p);
        if (i > 0 && !(g.probability[i - 1] < p)) probabilities_must_rise(m, g.probability[i - 1], p);
        m.finite("every quantile", g.value[i]);
        if (i > 0 && !(g.value[i - 1] < g.value[i])) quantiles_must_rise(m, g, i);
    }
    if (!(g.value[g.count - 1] - g.value[0] < infinity)) {
        m.bounds_are_too_far_apart(g.value[0], g.value[g.count - 1]);
    }
}
constexpr void require_quantile_bounds(const maker& m, const given_quantiles& g) {
    if (g.lo > -infinity && g.hi < infinity) m.bounds(g.lo, g.hi);
    const double least = g.value[0];
    const double greatest = g.value[g.count - 1];
    if (!(g.lo < least)) quantile_must_lie_inside_its_bound(m, least, true, g.lo);
    if (!(g.hi > greatest)) quantile_must_lie_inside_its_bound(m, greatest, false, g.hi);
    if (!(greatest - g.lo < infinity) && g.lo > -infinity) m.bounds_are_too_far_apart(g.lo, greatest);
    if (!(g.hi - least < infinity) && g.hi < infinity) m.bounds_are_too_far_apart(least, g.hi);
}
constexpr void require_terms(const maker& m, const given_quantiles& g) {
    if (!(g.term_count() >= least_terms && g.term_count() <= g.count)) terms_must_fit(m, g.terms, g.count);
}

/// \throws std::domain_error where the quantile function does not rise everywhere.
constexpr component metalog_component(const maker& m, const given_quantiles& g) {
    require_quantiles(m, g);
    require_quantile_bounds(m, g);
    require_terms(m, g);
    const component a = fitted_metalog(g);
    if (const metalog_fault fault = metalog_fault_of(a.derived); fault.is_found) {
        (void)quantile_function_falls_at(1.0 / (1.0 + exp(-fault.log_odds)), m, g, fault.log_odds);
    }
    return a;
}

/// What a metalog was given.
constexpr given_quantiles quantiles_given(const component& a) noexcept {
    given_quantiles g;
    for (int i = 0; i < a.quantile_count; ++i) g.add(a.parameter[2 + 2 * i], a.parameter[3 + 2 * i]);
    g.terms = a.term_count == a.quantile_count ? 0 : a.term_count;
    g.lo = a.parameter[0];
    g.hi = a.parameter[1];
    return g;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/make_quantiles.hpp>
#endif
