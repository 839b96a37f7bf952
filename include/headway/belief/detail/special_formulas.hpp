// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/belief/detail/atom.hpp>
#include <headway/core/beta.hpp>
#include <headway/core/gamma.hpp>

/// The shapes that need the gamma and beta functions. For the meaning of the functions see closed_formulas.hpp.
namespace headway::detail {

// Where the gamma and beta functions keep the accuracy that core/gamma.hpp and core/beta.hpp state.
inline constexpr double least_beta_parameter = 0.001;
inline constexpr double most_beta_parameter = 1e6;
inline constexpr double least_gamma_shape = 0.001;
inline constexpr double most_gamma_shape = 1e6;
inline constexpr double least_dof = 0.01;
inline constexpr double most_dof = 1e6;

/// derived: a, b, ln B(a, b). The beta shape has parameter a, b, lo, hi; the PERT shape lo, mode, hi.
template <int Lo, int Hi>
struct beta_formulas {
    static constexpr double at(const atom& a, split_probability p) noexcept {
        const double width = a.parameter[Hi] - a.parameter[Lo];
        if (p.lower <= p.upper) return a.parameter[Lo] + width * beta_i_inverse(a.derived[0], a.derived[1], p.lower);
        return a.parameter[Hi] - width * beta_i_inverse(a.derived[1], a.derived[0], p.upper);
    }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        const double from_lo = (x - a.parameter[Lo]) / (a.parameter[Hi] - a.parameter[Lo]);
        const double from_hi = (a.parameter[Hi] - x) / (a.parameter[Hi] - a.parameter[Lo]);
        if (from_lo <= from_hi) {
            return {beta_i(a.derived[0], a.derived[1], from_lo), beta_i_complement(a.derived[0], a.derived[1], from_lo)};
        }
        return {beta_i_complement(a.derived[1], a.derived[0], from_hi), beta_i(a.derived[1], a.derived[0], from_hi)};
    }
    static constexpr double density(const atom& a, double x) noexcept {
        const double width = a.parameter[Hi] - a.parameter[Lo];
        const double from_lo = (x - a.parameter[Lo]) / width;
        const double from_hi = (a.parameter[Hi] - x) / width;
        return exp((a.derived[0] - 1.0) * log_of_share(from_lo, from_hi) +
                   (a.derived[1] - 1.0) * log_of_share(from_hi, from_lo) - a.derived[2]) /
               width;
    }
    static constexpr double mean(const atom& a) noexcept {
        return a.parameter[Lo] + (a.parameter[Hi] - a.parameter[Lo]) * (a.derived[0] / (a.derived[0] + a.derived[1]));
    }
    static constexpr double variance(const atom& a) noexcept {
        const double sum = a.derived[0] + a.derived[1];
        const double width = a.parameter[Hi] - a.parameter[Lo];
        return width * width * (a.derived[0] / sum) * (a.derived[1] / sum) / (sum + 1.0);
    }

  private:
    static constexpr double log_of_share(double share, double rest) noexcept {
        return share < rest ? log(share) : log1p(-rest);
    }
};

/// parameter: shape k, scale; derived: ln Γ(k)
struct gamma_formulas {
    static constexpr double at(const atom& a, split_probability p) noexcept {
        return a.parameter[1] * (p.lower <= p.upper ? gamma_p_inverse(a.parameter[0], p.lower)
                                                    : gamma_q_inverse(a.parameter[0], p.upper));
    }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        return {gamma_p(a.parameter[0], x / a.parameter[1]), gamma_q(a.parameter[0], x / a.parameter[1])};
    }
    static constexpr double density(const atom& a, double x) noexcept {
        const double t = x / a.parameter[1];
        return exp((a.parameter[0] - 1.0) * log(t) - t - a.derived[0]) / a.parameter[1];
    }
    static constexpr double mean(const atom& a) noexcept { return a.parameter[0] * a.parameter[1]; }
    static constexpr double variance(const atom& a) noexcept {
        return a.parameter[0] * a.parameter[1] * a.parameter[1];
    }
};

/// parameter: shape k, scale
struct weibull_formulas {
    static constexpr double at(const atom& a, split_probability p) noexcept {
        const double minus_log_upper = p.lower <= p.upper ? -log1p(-p.lower) : -log(p.upper);
        return a.parameter[1] * pow(minus_log_upper, 1.0 / a.parameter[0]);
    }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        const double power = pow(x / a.parameter[1], a.parameter[0]);
        return {-expm1(-power), exp(-power)};
    }
    static constexpr double density(const atom& a, double x) noexcept {
        const double power = pow(x / a.parameter[1], a.parameter[0]);
        return power < infinity ? a.parameter[0] / x * power * exp(-power) : 0.0;
    }
    static constexpr double mean(const atom& a) noexcept {
        return a.parameter[1] * exp(log_gamma(1.0 + 1.0 / a.parameter[0]));
    }
    static constexpr double variance(const atom& a) noexcept {
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
    static constexpr double at(const atom& a, split_probability p) noexcept {
        const bool is_lower = p.lower <= p.upper;
        const double t = distance(a, is_lower ? p.lower : p.upper);
        return a.parameter[1] + a.parameter[2] * (is_lower ? -t : t);
    }
    static constexpr split_probability below(const atom& a, double x) noexcept {
        const double t = (x - a.parameter[1]) / a.parameter[2];
        const double tail = tail_beyond(a, abs(t));
        return t < 0.0 ? split_probability{tail, 1.0 - tail} : split_probability{1.0 - tail, tail};
    }
    static constexpr double density(const atom& a, double x) noexcept {
        const double n = a.parameter[0];
        const double t = abs(x - a.parameter[1]) / a.parameter[2];
        const double log_power = t < 1e150 ? log1p(t * t / n) : 2.0 * log(t) - log(n);
        return exp(-0.5 * (n + 1.0) * log_power) / (sqrt(n) * a.derived[0] * a.parameter[2]);
    }
    static constexpr double mean(const atom& a) noexcept { return a.parameter[1]; }
    static constexpr double variance(const atom& a) noexcept {
        return a.parameter[2] * a.parameter[2] * (a.parameter[0] / (a.parameter[0] - 2.0));
    }

    /// P(T > t) for t >= 0. With w = n/(n + t²) it is I_w(n/2, 1/2)/2; far out, where w would underflow, its first term.
    static constexpr double tail_beyond(const atom& a, double t) noexcept {
        const double n = a.parameter[0];
        if (t > 1e9 * sqrt(n)) return pow(t / sqrt(n), -n) / (n * a.derived[0]);
        const double square = t * t;
        return 0.5 * (square > n ? beta_i(0.5 * n, 0.5, n / (n + square))
                                 : beta_i_complement(0.5, 0.5 * n, square / (n + square)));
    }
    /// The t >= 0 with P(T > t) = tail <= 1/2.
    static constexpr double distance(const atom& a, double tail) noexcept {
        const double n = a.parameter[0];
        if (tail == 0.0) return infinity;
        if (tail < 0.25) {
            const double far = sqrt(n) * pow(tail * n * a.derived[0], -1.0 / n);
            if (far > 1e9 * sqrt(n)) return far;
            const double w = beta_i_inverse(0.5 * n, 0.5, 2.0 * tail);
            if (w < 0.5) return sqrt(n * (1.0 - w) / w);
        }
        const double y = tail < 0.25 ? beta_i_complement_inverse(0.5, 0.5 * n, 2.0 * tail)
                                     : beta_i_inverse(0.5, 0.5 * n, 1.0 - 2.0 * tail);
        return sqrt(n * y / (1.0 - y));
    }
};

}  // namespace headway::detail
