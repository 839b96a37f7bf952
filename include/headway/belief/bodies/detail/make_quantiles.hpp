// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_quantiles.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string what_would_do(const maker& m, const given_quantiles& g) {
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

template <class>
void the_quantile_function_falls(const maker& m, const given_quantiles& g, double log_odds) {
    const split_probability p = {1.0 / (1.0 + exp(-log_odds)), 1.0 / (1.0 + exp(log_odds))};
    const component a = fitted_metalog(g);
    const double x = from_metalog_scale(a, metalog_at(a.derived, log_odds));
    m.refuse("no belief has these quantiles with " + std::to_string(g.term_count()) +
             " terms: the quantile function would fall at the probability " +
             (p.upper < 0.001 ? "1 - " + text_of_base<double>(p.upper, 3) : text_of_base<double>(p.lower, 3)) +
             (is_finite(x) ? ", near " + m.value_text(x) : "") + "; " + what_would_do(m, g));
}
HEADWAY_INSTANTIATE(void the_quantile_function_falls<>(const maker& m, const given_quantiles& g, double log_odds));

}  // namespace headway::detail

#include <headway/header_end.hpp>
