// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/atom.hpp>

/// The shapes that are sure of one value or of a list of values. For the meaning of the functions see closed_formulas.hpp.
HEADWAY_EXACT_BEGIN
namespace headway::detail {

/// parameter: x
struct exactly_formulas {
    static constexpr double at(const atom& a, split_probability) noexcept { return a.parameter[0]; }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        return x < a.parameter[0] ? split_probability{0.0, 1.0} : split_probability{1.0, 0.0};
    }
    static constexpr double density(const atom&, double) noexcept { return 0.0; }
    static constexpr double mean(const atom& a) noexcept { return a.parameter[0]; }
    static constexpr double variance(const atom&) noexcept { return 0.0; }
};

/// parameter: probability of 1
struct bernoulli_formulas {
    static constexpr double at(const atom& a, split_probability p) noexcept {
        return p.upper < a.parameter[0] ? 1.0 : 0.0;
    }
    static constexpr split_probability below(const atom& a, double) noexcept {
        return {1.0 - a.parameter[0], a.parameter[0]};
    }
    static constexpr double density(const atom&, double) noexcept { return 0.0; }
    static constexpr double mean(const atom& a) noexcept { return a.parameter[0]; }
    static constexpr double variance(const atom& a) noexcept { return a.parameter[0] * (1.0 - a.parameter[0]); }
};

/// data: sorted observations, each equally likely; derived: their mean and variance
struct empirical_formulas {
    static constexpr double at(const atom& a, split_probability p) noexcept {
        // The least observation with a share >= p at or below it, counted from the nearer end.
        const auto n = static_cast<double>(a.data_size);
        double index;
        if (p.lower <= p.upper) {
            index = -floor(-p.lower * n) - 1.0;
        } else {
            index = n - 1.0 - floor(p.upper * n);
        }
        return a.data[static_cast<std::size_t>(clamped(index, 0.0, n - 1.0))];
    }
    static constexpr std::size_t count_up_to(const atom& a, double x) noexcept {
        std::size_t lo = 0;
        std::size_t hi = a.data_size;
        while (lo < hi) {
            const std::size_t middle = lo + (hi - lo) / 2;
            if (a.data[middle] <= x) {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        return lo;
    }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        const auto n = static_cast<double>(a.data_size);
        const auto count = static_cast<double>(count_up_to(a, x));
        return {count / n, (n - count) / n};
    }
    static constexpr double density(const atom&, double) noexcept { return 0.0; }
    static constexpr double mean(const atom& a) noexcept { return a.derived[0]; }
    static constexpr double variance(const atom& a) noexcept { return a.derived[1]; }
};

}  // namespace headway::detail
HEADWAY_EXACT_END
