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
[[nodiscard, gnu::cold]] std::string what_would_do(const maker& m, const given_quantiles& g) {
    const auto does = [](const given_quantiles& other) {
        return !metalog_fault_of(fitted_metalog(other).derived).is_found;
    };
    std::string words;
    for (int terms = g.term_count() - 1; terms >= least_terms; --terms) {
        given_quantiles fewer = g;
        fewer.terms = terms;
        if (!does(fewer)) continue;
        words = std::to_string(terms) + " terms would do";
        break;
    }
    const auto offer = [&](given_quantiles bounded, double lo, double hi) {
        const bool is_lower = lo > g.lo;
        // As it is told, rounded to six digits or to the day, it must do too.
        const double rounding = m.of_dates ? 86400.0 : 1e-5 * abs(is_lower ? lo : hi);
        for (const double off : {-rounding, 0.0, rounding}) {
            bounded.lo = is_lower ? lo + off : lo;
            bounded.hi = is_lower ? hi : hi + off;
            if (!(bounded.lo < g.value[0] && bounded.hi > g.value[g.count - 1]) || !does(bounded)) return false;
        }
        words += (words.empty() ? "" : ", or ") + std::string(is_lower ? "a lower" : "an upper") + " bound of " +
                 (is_lower && lo == 0.0 && !m.of_dates ? std::string("0") : m.value_text(is_lower ? lo : hi)) +
                 (words.empty() ? " would do" : "");
        return true;
    };
    const double least = g.value[0];
    const double greatest = g.value[g.count - 1];
    bool is_done = false;
    if (!m.of_dates && least > 0.0 && g.lo < 0.0) is_done = offer(g, 0.0, g.hi);
    for (const double share : {1.0, 0.5, 0.25, 0.1}) {
        const double lo = least - share * (greatest - least);
        const double hi = greatest + share * (greatest - least);
        if (!is_done && lo > g.lo && (m.of_dates || !(least > 0.0) || lo > 0.0)) is_done = offer(g, lo, g.hi);
        if (!is_done && hi < g.hi) is_done = offer(g, g.lo, hi);
    }
    return words.empty() ? "look at them again, or state a mixture" : words;
}
HEADWAY_INSTANTIATE(std::string what_would_do<>(const maker& m, const given_quantiles& g));

template <class = void>
[[noreturn, gnu::cold]] void the_quantile_function_falls(const maker& m, const given_quantiles& g, double log_odds) {
    const split_probability p = {1.0 / (1.0 + exp(-log_odds)), 1.0 / (1.0 + exp(log_odds))};
    const component a = fitted_metalog(g);
    const double x = from_metalog_scale(a, metalog_at(a.derived, log_odds));
    m.refuse("no belief has these quantiles with " + std::to_string(g.term_count()) +
             " terms: the quantile function would fall at the probability " +
             (p.upper < 0.001 ? "1 - " + text_of_base<double>(p.upper, 3) : text_of_base<double>(p.lower, 3)) +
             (is_finite(x) ? ", near " + m.value_text(x) : "") + "; " + what_would_do(m, g));
}
HEADWAY_INSTANTIATE(void the_quantile_function_falls<>(const maker& m, const given_quantiles& g, double log_odds));

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
