// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/make_empirical.hpp>
#include <headway/belief/detail/make_mixture.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What truncation leaves of a component, and the share of its probability that this was.
struct remainder {
    component part;
    double share = 0.0;
    /// The share of what comes in equal steps: so many of so many; all is 0 for others.
    double count = 0.0;
    double all = 0.0;
};

constexpr remainder truncate_bernoulli(const component& a, double lo, double hi) noexcept {
    const bool has_0 = lo <= 0.0 && hi >= 0.0;
    const bool has_1 = lo <= 1.0 && hi >= 1.0;
    if (has_0 && has_1) return {a, 1.0};
    component sure;
    sure.parameter[0] = sure.lo = sure.hi = has_1 ? 1.0 : 0.0;
    const double share = has_1 ? a.parameter[0] : has_0 ? a.derived[0] : 0.0;
    const decimal found = decimal_of(share);
    return {sure, share, found.whole, found.is_found ? found.scale : 0.0};
}

constexpr remainder truncate_empirical(const component& a, double lo, double hi) noexcept {
    std::size_t first = 0;
    while (first < a.data_size && a.observation(first) < lo) ++first;
    std::size_t last = a.data_size;
    while (last > first && a.observation(last - 1) > hi) --last;
    if (first == last) return {};
    const auto count = static_cast<double>(last - first);
    const auto all = static_cast<double>(a.data_size);
    if (a.data != nullptr) return {empirical_component(a.data + first, last - first), count / all, count, all};
    double left[component::capacity_in_place] = {};
    for (std::size_t i = first; i < last; ++i) left[i - first] = a.observation(i);
    return {empirical_component(left, last - first), count / all, count, all};
}

constexpr remainder truncate_count(const component& a, double lo, double hi) noexcept {
    component cut = a;
    cut.lo = lo > a.lo ? -floor(-lo) : a.lo;
    cut.hi = hi < a.hi ? floor(hi) : a.hi;
    if (!(cut.lo <= cut.hi)) return {};
    if (cut.lo == a.lo && cut.hi == a.hi) return {a, 1.0};
    if (cut.lo == cut.hi) {
        component sure;
        sure.parameter[0] = sure.lo = sure.hi = cut.lo;
        return {sure, mass_of(a, cut.lo)};
    }
    const component whole = without_truncation(a);
    cut.is_truncated = true;
    cut.at_lo = probability_of(whole, cut.lo - 1.0);
    cut.at_hi = probability_of(whole, cut.hi);
    cut.inside = cut.at_lo.lower > 0.5   ? cut.at_lo.upper - cut.at_hi.upper
                 : cut.at_hi.upper > 0.5 ? cut.at_hi.lower - cut.at_lo.lower
                                         : 1.0 - cut.at_lo.lower - cut.at_hi.upper;
    cut.functions = with_formulas(a.shape, [](auto formulas) -> const shape_functions* {
        return &functions_of<decltype(formulas), true>;
    });
    if (!(cut.inside > 0.0)) return {};
    return {cut, cut.inside / a.inside};
}

constexpr remainder truncate(const component& a, double lo, double hi) noexcept {
    switch (a.shape) {
        case belief_shape::exactly: return {a, a.lo >= lo && a.lo <= hi ? 1.0 : 0.0};
        case belief_shape::bernoulli: return truncate_bernoulli(a, lo, hi);
        case belief_shape::empirical: return truncate_empirical(a, lo, hi);
        case belief_shape::poisson:
        case belief_shape::geometric_trials:
        case belief_shape::geometric_failures: return truncate_count(a, lo, hi);
        default: break;
    }
    component cut = a;
    cut.lo = lo > a.lo ? lo : a.lo;
    cut.hi = hi < a.hi ? hi : a.hi;
    if (!(cut.lo < cut.hi)) return {};
    if (cut.lo == a.lo && cut.hi == a.hi) return {a, 1.0};
    if (a.shape == belief_shape::uniform || a.shape == belief_shape::log_uniform) {
        const double share = a.shape == belief_shape::uniform ? (cut.hi - cut.lo) / (a.hi - a.lo)
                                                              : log_of_ratio(cut.hi, cut.lo) / a.derived[0];
        cut.parameter[0] = cut.lo;
        cut.parameter[1] = cut.hi;
        cut.derived[0] = a.shape == belief_shape::log_uniform ? log_of_ratio(cut.hi, cut.lo) : 0.0;
        return {cut, share};
    }
    const component whole = without_truncation(a);
    cut.at_lo = probability_of(whole, cut.lo);
    cut.at_hi = probability_of(whole, cut.hi);
    // From whichever side loses no digits; a small part of it, and what is below the range in which ratios of probabilities
    // keep their digits, is a window.
    double whole_side = 1.0;
    if (cut.at_lo.lower > 0.5) {
        whole_side = cut.at_lo.upper;
        cut.inside = cut.at_lo.upper - cut.at_hi.upper;
    } else if (cut.at_hi.upper > 0.5) {
        whole_side = cut.at_hi.lower;
        cut.inside = cut.at_hi.lower - cut.at_lo.lower;
    } else {
        cut.inside = 1.0 - cut.at_lo.lower - cut.at_hi.upper;
    }
    cut.is_truncated = true;
    cut.functions = with_formulas(a.shape, [](auto formulas) -> const shape_functions* {
        if constexpr (decltype(formulas)::has_windows) {
            return &functions_of<decltype(formulas), true>;
        } else {
            return nullptr;  // no shape that comes here
        }
    });
    cut.window = 0.0;
    if (!(cut.inside > 0x1p-7 * whole_side && cut.inside > 1e-285)) {
        with_formulas(a.shape, [&](auto formulas) {
            if constexpr (decltype(formulas)::has_windows) open_window(formulas, cut);
        });
    }
    if (!(cut.inside > 0.0)) return {};
    return {cut, cut.inside / a.inside};
}

[[noreturn]] inline void nothing_is_between(const maker& m, double lo, double hi) {
    m.refuse("the belief has no probability between " + m.two_values_text(lo, hi) +
             ", or less than a number can hold; widen the bounds or change the belief");
}

constexpr double weight_left(double weight, const remainder& left) noexcept {
    const decimal product = left.all > 0.0 ? decimal_share(weight, left.count, left.all) : decimal();
    return product.is_found ? product.whole / product.scale : weight * left.share;
}

constexpr component_list truncate(const maker& m, const component_list& parts, double lo, double hi) {
    if (!(lo < hi)) m.bounds_must_rise(lo, hi);
    component_builder builder(m);
    for (const weighted_component& c : parts) {
        const remainder left = truncate(c.part, lo, hi);
        // A discrete belief keeps the weights it was given: what is left of each value is all of it.
        if (left.share > 0.0 && c.weight > 0.0) {
            const bool is_mixture = parts.shape() == belief_shape::mixture;
            builder.add(left.part, is_mixture ? weight_left(c.weight, left) : c.weight);
        }
    }
    if (builder.size() == 0) nothing_is_between(m, lo, hi);
    return parts.shape() == belief_shape::discrete ? builder.discrete() : builder.mixture();
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
