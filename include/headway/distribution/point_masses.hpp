// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component.hpp>

#include <headway/header_begin.hpp>

/// The shapes that are sure of one value or of a list of values. For the meaning of the functions see closed_formulas.hpp.
namespace headway::detail {

/// parameter: x
struct exactly_formulas {
    static constexpr bool has_steps = true;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = false;
    static constexpr double at(const component& a, asked_probability) noexcept { return a.parameter[0]; }
    static constexpr split_probability below(const component& a, double x) noexcept {
        return x < a.parameter[0] ? split_probability{0.0, 1.0} : split_probability{1.0, 0.0};
    }
    static constexpr double density(const component&, double) noexcept { return 0.0; }
    static constexpr double mean(const component& a) noexcept { return a.parameter[0]; }
    static constexpr double variance(const component&) noexcept { return 0.0; }
};

/// parameter: probability of 1; derived: that of 0
struct bernoulli_formulas {
    static constexpr bool has_steps = true;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = false;
    static constexpr double at(const component& a, asked_probability p) noexcept {
        if (!p.is_from_above && p.lower == 1.0) return a.hi;
        return clamped(is_reached(p, below(a, 0.0)) ? 0.0 : 1.0, a.lo, a.hi);
    }
    static constexpr split_probability below(const component& a, double) noexcept {
        return {a.derived[0], a.parameter[0]};
    }
    static constexpr double density(const component&, double) noexcept { return 0.0; }
    static constexpr double mean(const component& a) noexcept { return a.parameter[0]; }
    static constexpr double variance(const component& a) noexcept { return a.parameter[0] * a.derived[0]; }
};

/// data: sorted observations, each equally likely; derived: their mean and variance
struct empirical_formulas {
    static constexpr bool has_steps = true;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = false;
    static constexpr double at(const component& a, asked_probability p) noexcept {
        // The least observation that reaches p, from near where it must be: the product is rounded.
        const auto n = static_cast<double>(a.data_size);
        double count = p.is_from_above ? n - floor(p.upper * n) : -floor(-p.lower * n);
        count = clamped(count, 1.0, n);
        while (count > 1.0 && is_reached(p, up_to(count - 1.0, n))) count -= 1.0;
        while (count < n && !is_reached(p, up_to(count, n))) count += 1.0;
        return a.observation(static_cast<std::size_t>(count) - 1);
    }
    static constexpr split_probability up_to(double count, double n) noexcept { return {count / n, (n - count) / n}; }
    static constexpr std::size_t count_up_to(const component& a, double x) noexcept {
        std::size_t lo = 0;
        std::size_t hi = a.data_size;
        while (lo < hi) {
            const std::size_t middle = lo + (hi - lo) / 2;
            if (a.observation(middle) <= x) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }
    /// How many observations are x.
    static constexpr std::size_t count_of(const component& a, double x) noexcept {
        const std::size_t end = count_up_to(a, x);
        std::size_t begin = end;
        while (begin > 0 && a.observation(begin - 1) == x) --begin;
        return end - begin;
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        return up_to(static_cast<double>(count_up_to(a, x)), static_cast<double>(a.data_size));
    }
    static constexpr double density(const component&, double) noexcept { return 0.0; }
    static constexpr double mean(const component& a) noexcept { return a.derived[0]; }
    static constexpr double variance(const component& a) noexcept { return a.derived[1]; }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
