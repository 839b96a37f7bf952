// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component.hpp>
#include <headway/math/error_function.hpp>

#include <headway/header_begin.hpp>

/// The shapes whose quantile is a formula. Each struct holds one shape's functions, for the shape before truncation:
/// `at` the quantile, `below` the probability on either side of x, `density`, `mean`, `variance`.
/// `below` and `density` are called strictly inside the support only. `has_steps`: single values have a probability of
/// their own; `has_windows`: what is left of it by a truncation may be a window (window.hpp).
namespace headway::detail {

/// Of a shape with parameter lo, hi: the end that is nearer in probability, and the sign of the way from there. Chosen
/// between constants, which compilers vectorise, rather than between two results.
struct end_and_sign {
    double end, sign;
};
HEADWAY_INLINE constexpr end_and_sign nearer_end(const component& a, split_probability p) noexcept {
    return {p.lower <= p.upper ? a.parameter[0] : a.parameter[1], p.lower <= p.upper ? 1.0 : -1.0};
}

/// parameter: lo, hi
struct uniform_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = false;
    HEADWAY_INLINE static constexpr double at(const component& a, split_probability p) noexcept {
        const auto [end, sign] = nearer_end(a, p);
        return end + sign * (a.parameter[1] - a.parameter[0]) * min(p.lower, p.upper);
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double width = a.parameter[1] - a.parameter[0];
        return {(x - a.parameter[0]) / width, (a.parameter[1] - x) / width};
    }
    static constexpr double density(const component& a, double) noexcept { return 1.0 / (a.parameter[1] - a.parameter[0]); }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[0] + 0.5 * (a.parameter[1] - a.parameter[0]);
    }
    static constexpr double variance(const component& a) noexcept {
        const double width = a.parameter[1] - a.parameter[0];
        return width * width / 12.0;
    }
};

/// parameter: lo, hi; derived: ln(hi/lo)
struct log_uniform_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = false;
    HEADWAY_INLINE static constexpr double at(const component& a, split_probability p) noexcept {
        const auto [end, sign] = nearer_end(a, p);
        return end * exp(sign * a.derived[0] * min(p.lower, p.upper));
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        return {log_of_ratio(x, a.parameter[0]) / a.derived[0], log_of_ratio(a.parameter[1], x) / a.derived[0]};
    }
    static constexpr double density(const component& a, double x) noexcept { return 1.0 / (x * a.derived[0]); }
    static constexpr double mean(const component& a) noexcept { return (a.parameter[1] - a.parameter[0]) / a.derived[0]; }
    static constexpr double variance(const component& a) noexcept {
        // mean · (arithmetic mean of the ends - mean), where with h = ln(hi/lo)/2 and m = √(lo·hi)
        // the second factor is m·(cosh h - sinh(h)/h) = m·Σ h^2k·2k/(2k+1)!: the series where the difference cancels.
        const double h = 0.5 * a.derived[0];
        if (h > 1.0) return mean(a) * (0.5 * (a.parameter[0] + a.parameter[1]) - mean(a));
        double power_over_factorial = 1.0;
        double sum = 0.0;
        for (int k = 1; k <= 10; ++k) {
            power_over_factorial *= h * h / (2.0 * k * (2.0 * k + 1.0));
            sum += 2.0 * k * power_over_factorial;
        }
        return mean(a) * sqrt(a.parameter[0]) * sqrt(a.parameter[1]) * sum;
    }
};

/// parameter: mean, standard deviation
struct normal_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = false;
    HEADWAY_INLINE static constexpr double from_z(const component& a, double z) noexcept {
        return a.parameter[0] + a.parameter[1] * z;
    }
    static constexpr double at(const component& a, split_probability p) noexcept {
        return from_z(a, p.lower <= p.upper ? normal_quantile(p.lower) : -normal_quantile(p.upper));
    }
    static constexpr double z(const component& a, double x) noexcept { return (x - a.parameter[0]) / a.parameter[1]; }
    static constexpr split_probability below(const component& a, double x) noexcept {
        return {normal_cdf(z(a, x)), normal_cdf(-z(a, x))};
    }
    static constexpr double density(const component& a, double x) noexcept { return normal_pdf(z(a, x)) / a.parameter[1]; }
    static constexpr double mean(const component& a) noexcept { return a.parameter[0]; }
    static constexpr double variance(const component& a) noexcept { return a.parameter[1] * a.parameter[1]; }
};

/// parameter: median, sigma of the logarithm
struct lognormal_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = false;
    // Not exp(mu + sigma·z): mu of a large quantity would lose the digits that the exponential then multiplies.
    HEADWAY_INLINE static constexpr double from_z(const component& a, double z) noexcept {
        return a.parameter[0] * exp(a.parameter[1] * z);
    }
    static constexpr double at(const component& a, split_probability p) noexcept {
        return from_z(a, p.lower <= p.upper ? normal_quantile(p.lower) : -normal_quantile(p.upper));
    }
    static constexpr double z(const component& a, double x) noexcept { return log_of_ratio(x, a.parameter[0]) / a.parameter[1]; }
    static constexpr split_probability below(const component& a, double x) noexcept {
        return {normal_cdf(z(a, x)), normal_cdf(-z(a, x))};
    }
    static constexpr double density(const component& a, double x) noexcept {
        if (!(x > 0.0 && x < infinity)) return 0.0;
        return normal_pdf(z(a, x)) / (a.parameter[1] * x);
    }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[0] * exp(0.5 * a.parameter[1] * a.parameter[1]);
    }
    static constexpr double variance(const component& a) noexcept {
        return mean(a) * mean(a) * expm1(a.parameter[1] * a.parameter[1]);
    }
};

/// parameter: lo, mode, hi; derived: probability below the mode, √((hi-lo)(mode-lo)), √((hi-lo)(hi-mode))
struct triangular_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = false;
    static constexpr double at(const component& a, split_probability p) noexcept {
        const double lo = a.parameter[0], mode = a.parameter[1], hi = a.parameter[2];
        // A right angle at either end: there the quantile starts in proportion to p, which the roots would cancel.
        if (mode == lo && p.lower <= p.upper) return lo + (hi - lo) * p.lower / (1.0 + sqrt(p.upper));
        if (mode == hi && p.upper < p.lower) return hi - (hi - lo) * p.upper / (1.0 + sqrt(p.lower));
        // Each side stops at the mode, so that rounding cannot make the two overlap there.
        const double from_lo = lo + sqrt(p.lower) * a.derived[1];
        const double from_hi = hi - sqrt(p.upper) * a.derived[2];
        return p.lower <= a.derived[0] ? clamped(from_lo, lo, mode) : clamped(from_hi, mode, hi);
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double lo = a.parameter[0], mode = a.parameter[1], hi = a.parameter[2];
        const double width = hi - lo;
        // On either side of the mode the far probability is that beyond the mode and a trapezium.
        if (x < mode) {
            return {(x - lo) / width * ((x - lo) / (mode - lo)),
                    (hi - mode) / width + (mode - x) / width * (((mode - lo) + (x - lo)) / (mode - lo))};
        }
        if (hi == mode) return {1.0, 0.0};
        return {(mode - lo) / width + (x - mode) / width * (((hi - mode) + (hi - x)) / (hi - mode)),
                (hi - x) / width * ((hi - x) / (hi - mode))};
    }
    static constexpr double density(const component& a, double x) noexcept {
        const double lo = a.parameter[0], mode = a.parameter[1], hi = a.parameter[2];
        if (x < mode || mode == hi) return 2.0 / (hi - lo) * ((x - lo) / (mode - lo));
        return 2.0 / (hi - lo) * ((hi - x) / (hi - mode));
    }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[1] + ((a.parameter[0] - a.parameter[1]) + (a.parameter[2] - a.parameter[1])) / 3.0;
    }
    static constexpr double variance(const component& a) noexcept {
        const double to_mode = a.parameter[1] - a.parameter[0];
        const double width = a.parameter[2] - a.parameter[0];
        return (width * (width - to_mode) + to_mode * to_mode) / 18.0;
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
