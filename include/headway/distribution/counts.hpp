// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component.hpp>
#include <headway/math/error_function.hpp>
#include <headway/math/gamma.hpp>

#include <headway/header_begin.hpp>

/// Counts without an upper limit. For the meaning of the functions see closed_form.hpp; besides, `whole` is the probability
/// on either side of a whole number before truncation, `mass` its own, `guess` about where a quantile is. Truncation is
/// between whole numbers, which lo and hi then are.
namespace headway::detail {

template <class Formulas>
struct count_functions {
    static constexpr bool has_steps = true;
    static constexpr bool has_windows = false;
    static constexpr bool is_slow = true;

    /// The least number that reaches p: from where it is about, in growing steps, then by bisection.
    static constexpr double at(const component& a, asked_probability p) noexcept {
        if (p.is_from_above ? p.upper == 0.0 : p.lower == 1.0) return a.hi;
        const auto reaches = [&](double k) { return k >= a.hi || is_reached(p, below(a, k)); };
        const split_probability of_whole = {a.at_lo.lower + p.lower * a.inside, a.at_hi.upper + p.upper * a.inside};
        double hi = clamped(floor(Formulas::guess(a, of_whole)), a.lo, min(a.hi, 1e300));
        double lo = hi;
        double step = 1.0;
        if (reaches(hi)) {
            for (;; step *= 2.0) {
                lo = hi - step;
                if (!(lo >= a.lo)) {
                    lo = a.lo - 1.0;
                    break;
                }
                if (!reaches(lo)) break;
                hi = lo;
            }
        } else {
            for (;; step *= 2.0) {
                hi = lo + step;
                if (reaches(hi)) break;
                lo = hi;
            }
        }
        while (hi - lo > 1.0) {
            const double middle = floor(lo + 0.5 * (hi - lo));
            if (!(middle > lo && middle < hi)) break;
            (reaches(middle) ? hi : lo) = middle;
        }
        return hi;
    }
    static constexpr split_probability below(const component& a, double x) noexcept {
        const split_probability p = Formulas::whole(a, floor(x));
        if (!a.is_truncated) return p;
        const double from_lo = a.at_lo.lower <= 0.5 ? p.lower - a.at_lo.lower : a.at_lo.upper - p.upper;
        const double from_hi = a.at_hi.upper <= 0.5 ? p.upper - a.at_hi.upper : a.at_hi.lower - p.lower;
        return {clamped(from_lo / a.inside, 0.0, 1.0), clamped(from_hi / a.inside, 0.0, 1.0)};
    }
    static constexpr double mass_at(const component& a, double x) noexcept {
        return x >= a.lo && x <= a.hi && x < infinity && floor(x) == x ? Formulas::mass(a, x) / a.inside : 0.0;
    }
    static constexpr double density(const component&, double) noexcept { return 0.0; }
};

/// parameter: mean
struct poisson_formulas : count_functions<poisson_formulas> {
    static constexpr double first = 0.0;
    static constexpr split_probability whole(const component& a, double k) noexcept {
        const double mean = a.parameter[0];
        if (k < 0.0) return {0.0, 1.0};
        // There all of it is below 1e-300.
        if (k > mean + 60.0 * sqrt(mean) + 1000.0) return {1.0, 0.0};
        const tails t = gamma_tails(k + 1.0, mean);
        return {t.upper, t.lower};
    }
    static constexpr double mass(const component& a, double k) noexcept {
        const double mean = a.parameter[0];
        if (k > mean + 60.0 * sqrt(mean) + 1000.0) return 0.0;
        return gamma_tails(k + 1.0, mean).slope / mean;
    }
    /// Cornish and Fisher's first two terms.
    static constexpr double guess(const component& a, split_probability p) noexcept {
        const double mean = a.parameter[0];
        const double z = p.lower <= p.upper ? normal_quantile(p.lower) : -normal_quantile(p.upper);
        return min(mean + sqrt(mean) * z + (z * z - 1.0) / 6.0, mean + 60.0 * sqrt(mean) + 1000.0);
    }
    static constexpr double mean(const component& a) noexcept { return a.is_truncated ? sums(a).mean : a.parameter[0]; }
    static constexpr double variance(const component& a) noexcept {
        return a.is_truncated ? sums(a).variance : a.parameter[0];
    }

  private:
    struct moments {
        double mean, variance;
    };
    /// Of what the truncation left: from its most probable number in both directions, until no more comes to it.
    static constexpr moments sums(const component& a) noexcept {
        const double rate = a.parameter[0];
        const double mode = clamped(floor(rate), a.lo, a.hi);
        double weight = 1.0, all = 1.0, first_order = 0.0, second_order = 0.0;
        const auto add = [&](double way) {
            all += weight;
            first_order += weight * way;
            second_order += weight * way * way;
        };
        for (double k = mode; k > a.lo && weight > 1e-25; k -= 1.0) {
            weight *= k / rate;
            add(k - 1.0 - mode);
        }
        weight = 1.0;
        for (double k = mode + 1.0; k <= a.hi && weight > 1e-25; k += 1.0) {
            weight *= rate / k;
            add(k - mode);
        }
        const double way = first_order / all;
        return {mode + way, second_order / all - way * way};
    }
};

/// parameter: probability of success; derived: ln(1 - p). First is the least number: 1 of trials, 0 of failures.
template <int First>
struct geometric_formulas : count_functions<geometric_formulas<First>> {
    static constexpr double first = First;
    static constexpr split_probability whole(const component& a, double k) noexcept {
        if (k < first) return {0.0, 1.0};
        const double power = (k - first + 1.0) * a.derived[0];
        return {-expm1(power), exp(power)};
    }
    static constexpr double mass(const component& a, double k) noexcept {
        return k == first ? a.parameter[0] : a.parameter[0] * exp((k - first) * a.derived[0]);
    }
    static constexpr double guess(const component& a, split_probability p) noexcept {
        const double log_upper = p.lower <= p.upper ? log1p(-p.lower) : log(p.upper);
        return first - floor(-log_upper / a.derived[0]) - 1.0;
    }
    static constexpr double mean(const component& a) noexcept {
        const double rest = 1.0 - a.parameter[0];
        if (!(a.hi < infinity)) return a.lo + rest / a.parameter[0];
        const double h = -a.derived[0];
        const double n = a.hi - a.lo + 1.0;
        // With t/(e^t - 1) = g: (g(h) - g(nh))/h, by its series where the difference cancels.
        if (n * h > 0.5) return a.lo + (1.0 / expm1(h) - n / expm1(n * h));
        constexpr double series[] = {-1.0 / 12.0,     1.0 / 720.0,       -1.0 / 30240.0,
                                     1.0 / 1209600.0, -1.0 / 47900160.0, 691.0 / 1307674368000.0};
        double sum = 0.5 * (n - 1.0);
        double h_power = h, n_power = n * n;
        for (const double coefficient : series) {
            sum += coefficient * h_power * (n_power - 1.0);
            h_power *= h * h;
            n_power *= n * n;
        }
        return a.lo + sum;
    }
    static constexpr double variance(const component& a) noexcept {
        const double rest = 1.0 - a.parameter[0];
        if (!(a.hi < infinity)) return rest / a.parameter[0] / a.parameter[0];
        const double h = -a.derived[0];
        const double n = a.hi - a.lo + 1.0;
        // With (t/2 / sinh(t/2))² = v: (v(h) - v(nh))/h².
        const auto over_square = [](double t) { return exp(-t) / (expm1(-t) * expm1(-t)); };
        if (n * h > 0.5) return over_square(h) - n * n * over_square(n * h);
        constexpr double series[] = {1.0 / 12.0,      -1.0 / 240.0,    1.0 / 6048.0,
                                     -1.0 / 172800.0, 1.0 / 5322240.0, -691.0 / 118879488000.0};
        double sum = 0.0;
        double h_power = 1.0, n_power = n * n;
        for (const double coefficient : series) {
            sum += coefficient * h_power * (n_power - 1.0);
            h_power *= h * h;
            n_power *= n * n;
        }
        return sum;
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
