// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component.hpp>
#include <headway/math/beta.hpp>
#include <headway/math/gamma.hpp>

#include <headway/header_begin.hpp>

/// The shapes that need the gamma and beta functions. For the meaning of the functions see closed_formulas.hpp.
namespace headway::detail {

/// The shapes for which math/beta.hpp and math/gamma.hpp state their accuracy.
inline constexpr double least_shape = 0.01;
inline constexpr double most_shape = 1e6;

/// derived: a, b. The beta shape has parameter a, b, lo, hi; the PERT shape lo, mode, hi.
template <int Lo, int Hi>
struct beta_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        const double width = a.parameter[Hi] - a.parameter[Lo];
        const beta_point point = beta_inverse(a.derived[0], a.derived[1], p.lower, p.upper);
        return point.x <= point.y ? a.parameter[Lo] + width * point.x : a.parameter[Hi] - width * point.y;
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const tails t = tails_at(a, x);
        return {t.lower, t.upper};
    }
    static constexpr double density(const component& a, double x) noexcept {
        const double width = a.parameter[Hi] - a.parameter[Lo];
        if (x == a.parameter[Lo]) return density_at_end(a.derived[0], a.derived[1]) / width;
        if (x == a.parameter[Hi]) return density_at_end(a.derived[1], a.derived[0]) / width;
        return tails_at(a, x).slope / ((x - a.parameter[Lo]) / width) / (a.parameter[Hi] - x);
    }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[Lo] + (a.parameter[Hi] - a.parameter[Lo]) * (a.derived[0] / (a.derived[0] + a.derived[1]));
    }
    static constexpr double variance(const component& a) noexcept {
        const double sum = a.derived[0] + a.derived[1];
        const double width = a.parameter[Hi] - a.parameter[Lo];
        return width * width * (a.derived[0] / sum) * (a.derived[1] / sum) / (sum + 1.0);
    }

  private:
    static constexpr tails tails_at(const component& a, double x) noexcept {
        const double width = a.parameter[Hi] - a.parameter[Lo];
        return beta_tails(a.derived[0], a.derived[1], (x - a.parameter[Lo]) / width, (a.parameter[Hi] - x) / width);
    }
    static constexpr double density_at_end(double own, double other) noexcept {
        return own > 1.0 ? 0.0 : own < 1.0 ? infinity : other;
    }
};

/// parameter: shape k, scale
struct gamma_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        return a.parameter[1] * gamma_inverse(a.parameter[0], p.lower, p.upper);
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const tails t = gamma_tails(a.parameter[0], x / a.parameter[1]);
        return {t.lower, t.upper};
    }
    static constexpr double density(const component& a, double x) noexcept {
        if (x == 0.0) return a.parameter[0] > 1.0 ? 0.0 : a.parameter[0] < 1.0 ? infinity : 1.0 / a.parameter[1];
        if (!(x < infinity)) return 0.0;
        return gamma_tails(a.parameter[0], x / a.parameter[1]).slope / x;
    }
    static constexpr double mean(const component& a) noexcept { return a.parameter[0] * a.parameter[1]; }
    static constexpr double variance(const component& a) noexcept {
        return a.parameter[0] * a.parameter[1] * a.parameter[1];
    }
};

/// parameter: shape k, scale
struct weibull_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        const double minus_log_upper = p.lower <= p.upper ? -log1p(-p.lower) : -log(p.upper);
        return a.parameter[1] * pow(minus_log_upper, 1.0 / a.parameter[0]);
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double power = pow(x / a.parameter[1], a.parameter[0]);
        return {-expm1(-power), exp(-power)};
    }
    static constexpr double density(const component& a, double x) noexcept {
        if (x == 0.0) return a.parameter[0] > 1.0 ? 0.0 : a.parameter[0] < 1.0 ? infinity : 1.0 / a.parameter[1];
        const double power = pow(x / a.parameter[1], a.parameter[0]);
        return power < infinity ? a.parameter[0] / x * power * exp(-power) : 0.0;
    }
    static constexpr double mean(const component& a) noexcept {
        return a.parameter[1] * exp(log_gamma(1.0 + 1.0 / a.parameter[0]));
    }
    static constexpr double variance(const component& a) noexcept {
        return mean(a) * mean(a) * expm1(log_gamma_excess(1.0 / a.parameter[0]));
    }

  private:
    /// ln Γ(1 + 2e) - 2 ln Γ(1 + e)
    static constexpr double log_gamma_excess(double e) noexcept {
        if (e > 0.02) return log_gamma(1.0 + 2.0 * e) - 2.0 * log_gamma(1.0 + e);
        // Σ (-1)^n ζ(n)/n (2^n - 2) e^n from n = 2
        constexpr double zeta[] = {1.6449340668482264365, 1.2020569031595942854, 1.0823232337111381915,
                                   1.0369277551433699263, 1.0173430619844491397, 1.0083492773819228268,
                                   1.0040773561979443394, 1.0020083928260822144, 1.0009945751278180853,
                                   1.0004941886041194646, 1.0002460865533080483, 1.0001227133475784891};
        double sum = 0.0;
        double sign_and_power = e;
        double power_of_2 = 2.0;
        for (int n = 2; n <= 13; ++n) {
            sign_and_power *= -e;
            power_of_2 *= 2.0;
            sum -= zeta[n - 2] / n * (power_of_2 - 2.0) * sign_and_power;
        }
        return sum;
    }
};

/// parameter: degrees of freedom n, location, scale; derived: B(n/2, 1/2)
struct student_t_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        const bool is_lower = p.lower <= p.upper;
        const double t = distance(a, is_lower ? p.lower : p.upper);
        return a.parameter[1] + a.parameter[2] * (is_lower ? -t : t);
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double t = (x - a.parameter[1]) / a.parameter[2];
        const double tail = tail_beyond(a, abs(t));
        return t < 0.0 ? split_probability{tail, 1.0 - tail} : split_probability{1.0 - tail, tail};
    }
    static constexpr double density(const component& a, double x) noexcept {
        return standard_density(a, abs(x - a.parameter[1]) / a.parameter[2]) / a.parameter[2];
    }
    static constexpr double mean(const component& a) noexcept { return a.parameter[1]; }
    static constexpr double variance(const component& a) noexcept {
        return a.parameter[2] * a.parameter[2] * (a.parameter[0] / (a.parameter[0] - 2.0));
    }

    /// Of T at t >= 0.
    static constexpr double standard_density(const component& a, double t) noexcept {
        const double n = a.parameter[0];
        const double log_power = t < 1e150 ? log1p(t * t / n) : 2.0 * log(t) - log(n);
        return exp(-0.5 * (n + 1.0) * log_power) / (sqrt(n) * a.derived[0]);
    }
    /// P(T > t) for t >= 0. With w = n/(n + t²) it is I_w(n/2, 1/2)/2; far out, where w would underflow, its first term.
    static constexpr double tail_beyond(const component& a, double t) noexcept {
        const double n = a.parameter[0];
        if (t > 1e9 * sqrt(n)) return pow(t / sqrt(n), -n) / (n * a.derived[0]);
        return 0.5 * beta_tails(0.5 * n, 0.5, n / (n + t * t), t * t / (n + t * t)).lower;
    }
    /// The t >= 0 with P(T > t) = tail <= 1/2.
    static constexpr double distance(const component& a, double tail) noexcept {
        const double n = a.parameter[0];
        if (tail == 0.0) return infinity;
        const double far = sqrt(n) * pow(tail * n * a.derived[0], -1.0 / n);
        if (far > 1e9 * sqrt(n)) return far;
        const beta_point w = beta_inverse(0.5 * n, 0.5, 2.0 * tail, 1.0 - 2.0 * tail);
        return sqrt(n * w.y / w.x);
    }
};

/// parameter: degrees of freedom n, median, scale of the logarithm; derived: B(n/2, 1/2)
struct log_student_t_formulas {
    static constexpr bool has_steps = false;
    static constexpr bool has_windows = true;
    static constexpr bool is_slow = true;
    static constexpr double at(const component& a, split_probability p) noexcept {
        const bool is_lower = p.lower <= p.upper;
        const double t = student_t_formulas::distance(a, is_lower ? p.lower : p.upper);
        return a.parameter[1] * exp(a.parameter[2] * (is_lower ? -t : t));
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const double t = log_of_ratio(x, a.parameter[1]) / a.parameter[2];
        const double tail = student_t_formulas::tail_beyond(a, abs(t));
        return t < 0.0 ? split_probability{tail, 1.0 - tail} : split_probability{1.0 - tail, tail};
    }
    static constexpr double density(const component& a, double x) noexcept {
        // Any power of a logarithm grows more slowly than x shrinks.
        if (x == 0.0) return infinity;
        if (!(x < infinity)) return 0.0;
        return student_t_formulas::standard_density(a, abs(log_of_ratio(x, a.parameter[1])) / a.parameter[2]) /
               (a.parameter[2] * x);
    }
    static constexpr double mean(const component&) noexcept { return infinity; }
    static constexpr double variance(const component&) noexcept { return infinity; }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
