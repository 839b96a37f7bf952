// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <vector>

#include <headway/distribution/list_functions.hpp>
#include <headway/math/math.hpp>
#include <headway/math/stable_order.hpp>

#include <headway/header_begin.hpp>

/// The continuous ranked probability score, ∫ (F(t) - 1{t >= x})² dt: closed forms, sums and integrals.
namespace headway::detail {

/// 2P - 1 of the distribution function P at z, without cancellation beside the median.
constexpr double central_share(split_probability below) noexcept {
    return below.lower < below.upper ? 1.0 - 2.0 * below.lower : 1.0 - 2.0 * below.upper;
}

/// Of the standard normal at z: z (2Φ(z) - 1) + 2φ(z) - 1/√π.
constexpr double normal_crps(double z) noexcept {
    constexpr double one_over_root_pi = 0.56418958354775628695;
    const double distance = abs(z);
    return distance * (1.0 - 2.0 * normal_cdf(-distance)) + (2.0 * normal_pdf(distance) - one_over_root_pi);
}

/// Of a lognormal with median 1 at y (Baran & Lerch 2015).
constexpr double lognormal_crps(double sigma, double y) noexcept {
    const double mean = exp(0.5 * sigma * sigma);
    // Φ(σ/√2) - 1 and Φ(ω - σ) by their smaller tails: mean is large where they are small.
    const double spread = normal_cdf(-sigma * 0.70710678118654752440);
    if (!(y > 0.0)) return mean * 2.0 * spread - y;
    const double omega = log(y) / sigma;
    return y * (1.0 - 2.0 * normal_cdf(-omega)) - 2.0 * mean * (normal_cdf(omega - sigma) - spread);
}

/// What does not depend on z in the score of a standard Student-t with n degrees of freedom, n > 1/2: z (2F(z) - 1) + 2
/// ((n + z²) f(z) - at_centre)/(n - 1), at_centre = √n B(1/2, n - 1/2)/B(1/2, n/2)² (Jordan et al. 2019).
class student_crps {
  public:
    constexpr explicit student_crps(double dof) : n_(dof) {
        t_.parameter[0] = dof;
        t_.parameter[2] = 1.0;
        const double log_b = log_beta(0.5 * dof, 0.5);
        t_.derived[0] = exp(log_b);
        at_centre_ = sqrt(dof) * exp(log_beta(dof - 0.5, 0.5) - 2.0 * log_b);
    }
    [[nodiscard]] constexpr split_probability below(double z) const noexcept {
        return student_t_formulas::below(t_, z);
    }
    [[nodiscard]] constexpr double density(double z) const noexcept {
        return student_t_formulas::standard_density(t_, abs(z));
    }
    /// From the distribution function and the density at z.
    [[nodiscard]] constexpr double at(double z, split_probability below_z, double density_at_z) const noexcept {
        const double distance = abs(z);
        const double linear = distance * abs(central_share(below_z));
        // At n = 1 the quotient's limit; this near, rounding takes as much from the quotient as it differs from that.
        if (abs(n_ - 1.0) < 1e-8) {
            constexpr double one_over_pi = 0.31830988618379067154;
            constexpr double ln_2 = 0.69314718055994530942;
            const double half_log = distance < 1e150 ? 0.5 * log1p(distance * distance) : log(distance);
            return linear + 2.0 * one_over_pi * (ln_2 - half_log);
        }
        return linear + 2.0 * ((n_ + distance * distance) * density_at_z - at_centre_) / (n_ - 1.0);
    }
    [[nodiscard]] constexpr double at(double z) const noexcept { return at(z, below(z), density(z)); }

  private:
    double n_;
    component t_;
    double at_centre_ = 0.0;
};

/// Whether a tail may fall so slowly that some of it lies beyond all numbers.
constexpr bool has_power_tail(const component& a) noexcept {
    return a.shape == belief_shape::log_student_t || a.shape == belief_shape::pareto || a.shape == belief_shape::lomax ||
           a.shape == belief_shape::generalized_pareto || a.shape == belief_shape::metalog;
}

/// Whether ∫ (F - 1{...})² is finite, of x itself.
constexpr bool has_crps(const component& a) noexcept {
    if (a.shape == belief_shape::log_student_t) return a.hi < infinity;
    // The square falls twice as fast, as if the tail index were twice as large: half a mean is enough.
    if (has_power_tail(a) || a.shape == belief_shape::exactly) return has_moment(a, 0.5);
    if (a.shape != belief_shape::student_t || a.parameter[0] > 0.5) return true;
    return a.lo > -infinity && a.hi < infinity;
}

struct share_at {
    double x;
    double share;
};

constexpr bool is_sure_or_a_list(const component_list& parts) noexcept {
    for (const weighted_component& c : parts) {
        if (is_continuous(c.part.shape)) return false;
    }
    return true;
}

[[noreturn, gnu::cold]] inline void count_takes_too_many_values() {
    throw std::domain_error("crps: a count that takes more than a million values cannot be summed; score it with log_score, "
                            "or state it as a continuous belief");
}
/// `f(k, share)` for each value of a count, until what is left is below 1e-20.
template <class F>
void for_each_count(const component& a, F f) {
    const double first = quantile_of(a, from_lower(1e-20));
    const double last = quantile_of(a, from_upper(1e-20));
    if (!(last - first < 1e6)) count_takes_too_many_values();
    for (double k = first; k <= last; k += 1.0) f(k, mass_of(a, k));
}

/// The values of a belief that is all values, each with its share, in increasing order.
template <class = void>
[[nodiscard]] std::vector<share_at> values_and_shares(const component_list& parts);

/// The score of such a belief at y, of `scale(x)` instead of x: the area step by step.
template <class Scale>
[[nodiscard]] double crps_sum(const component_list& parts, double y, Scale scale) {
    const auto all = values_and_shares(parts);
    const double at = scale(y);
    double sum = 0.0;
    double below = 0.0;
    double before = scale(all.front().x);
    if (at < before) sum += before - at;
    for (const share_at& value : all) {
        const double x = scale(value.x);
        if (at > before && at < x) {
            sum += below * below * (at - before) + (1.0 - below) * (1.0 - below) * (x - at);
        } else {
            sum += (at >= x ? below * below : (1.0 - below) * (1.0 - below)) * (x - before);
        }
        below += value.share;
        before = x;
    }
    return at > before ? sum + (at - before) : sum;
}

/// The places in probability where a quantile function may jump or bend, and 0, 1/2 and 1; in order.
template <class = void>
[[nodiscard]] std::vector<split_probability> probability_breaks(const component_list& parts, double y);

/// The integral of a function of probability between two places on one side of 1/2.
template <class Loss>
[[nodiscard]] double integral_between(split_probability from, split_probability to, Loss loss) {
    return to.lower <= 0.5 ? tail_integral(false, from.lower, to.lower, loss)
                           : tail_integral(true, to.upper, from.upper, loss);
}

/// The same, once `whole` is known: in halves until these add up to the whole. The halves are of x, because between two
/// humps of a mixture x leaps where the probability hardly moves.
template <class Loss>
[[nodiscard]] double refined_integral(const component_list& parts, split_probability from, split_probability to,
                                      Loss loss, double whole, double tolerance, int halvings) {
    const double lo = quantile_of(parts, from);
    const double hi = quantile_of(parts, to);
    split_probability middle;
    if (is_finite(lo) && is_finite(hi)) {
        middle = probability_of(parts, lo + 0.5 * (hi - lo));
    } else if (to.lower <= 0.5) {
        middle = from_lower(sqrt(max(from.lower, 1e-300)) * sqrt(to.lower));
    } else {
        middle = from_upper(sqrt(from.upper) * sqrt(max(to.upper, 1e-300)));
    }
    const bool lies_between = from.lower <= 0.5 && to.lower <= 0.5
                                  ? middle.lower > from.lower && middle.lower < to.lower
                                  : middle.upper < from.upper && middle.upper > to.upper;
    if (!lies_between || halvings == 0) return whole;
    const double left = integral_between(from, middle, loss);
    const double right = integral_between(middle, to, loss);
    if (abs(left + right - whole) <= tolerance) return left + right;
    return refined_integral(parts, from, middle, loss, left, tolerance, halvings - 1) +
           refined_integral(parts, middle, to, loss, right, tolerance, halvings - 1);
}

/// The score at y of any belief, of `scale(x)` instead of x: 2 ∫ |1{y < x(p)} - p| |x(p) - y| dp over the quantile
/// function.
template <class Scale>
[[nodiscard]] double crps_integral(const component_list& parts, double y, Scale scale) {
    const auto breaks = probability_breaks(parts, y);
    const double at = scale(y);
    const auto loss = [&](split_probability p) {
        const double x = scale(quantile_of(parts, p));
        // So far out that x is too large for a number the squared probability outweighs it.
        if (!is_finite(x)) return 0.0;
        return x < at ? p.lower * (at - x) : p.upper * (x - at);
    };
    std::vector<double> pieces;
    double sum = 0.0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        pieces.push_back(integral_between(breaks[i - 1], breaks[i], loss));
        sum += pieces.back();
    }
    double refined = 0.0;
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        refined += refined_integral(parts, breaks[i - 1], breaks[i], loss, pieces[i - 1], 1e-13 * sum, 40);
    }
    return 2.0 * refined;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/detail/crps_formulas.hpp>
#endif
