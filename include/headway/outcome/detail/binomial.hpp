// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/beta.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The x in (low, high) at which a falling function passes zero, to the last bits.
template <class F>
[[nodiscard]] constexpr double where_it_falls_below_zero(double low, double high, F f) {
    for (int i = 0; i < 80; ++i) {
        const double middle = 0.5 * (low + high);
        if (!(low < middle && middle < high)) break;
        (f(middle) > 0.0 ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// P(K < k) and a part of P(K = k) for K of the binomial distribution with n trials of probability p. Counts need not be
/// whole.
[[nodiscard]] constexpr double binomial_below(double k, double part, double n, double p) noexcept {
    const double up_to_k = k < n ? beta_i_complement(k + 1.0, n - k, p) : 1.0;
    const double below_k = k > 0.0 ? beta_i_complement(k, n - k + 1.0, p) : 0.0;
    return part * up_to_k + (1.0 - part) * below_k;
}

struct share_bounds {
    double low;
    double high;
};

/// The confidence interval of a probability of which k of n independent draws were. Of the probability of k itself the end
/// towards 1/2 counts a half, as the mid-P interval does, and the end towards 0 or 1 all of it, as that of Clopper and
/// Pearson does; in between, in proportion. None of n gives [0, 1 - (1 - level)^(1/n)], the "rule of three". A 95 % interval
/// covers 0.927 to 0.995 for n p >= 1 and n >= 20 (mid-P alone 0.918, Clopper and Pearson 0.95 to 1), and 0.95 to 0.96 where
/// n p is large. Counts are whole, and the lower the level, the more its coverage depends on p: of 99 % 0.987 to 0.999, of
/// 90 % 0.87 to 0.99, of 80 % 0.72 to 0.97.
/// Source: Clopper and Pearson, Biometrika 26 (1934) 404-413; Lancaster, Journal of the American Statistical Association
/// 56 (1961) 223-234, for mid-P.
[[nodiscard]] constexpr share_bounds binomial_interval(double k, double n, double level) {
    const double tail = 0.5 * (1.0 - level);
    const double share = k / n;
    const auto lower = [&](double p) { return binomial_below(k, 0.5 * share, n, p) - (1.0 - tail); };
    const auto upper = [&](double p) { return binomial_below(k, 0.5 + 0.5 * share, n, p) - tail; };
    return {k > 0.0 ? where_it_falls_below_zero(0.0, share, lower) : 0.0,
            k < n ? where_it_falls_below_zero(share, 1.0, upper) : 1.0};
}

/// The rank r in [1, n], counted from 1 and not whole, below whose order statistic the p-quantile lies with this
/// probability: P(B > p) for B of the beta distribution with r and n + 1 - r, the distribution of the order statistic's
/// own probability. 0 where even the least draw may lie above, n + 1 where even the greatest may lie below.
/// Source: Hutson, Journal of Applied Statistics 26 (1999) 343-353; Goldman and Kaplan, Journal of Econometrics 196
/// (2017) 331-346, for the error of its coverage, O(1/n).
[[nodiscard]] constexpr double rank_above(double probability, double p, double n) {
    const auto above = [&](double r) { return beta_i_complement(r, n + 1.0 - r, p); };
    if (above(1.0) > probability) return 0.0;
    if (above(n) < probability) return n + 1.0;
    return where_it_falls_below_zero(1.0, n, [&](double r) { return probability - above(r); });
}

/// The factor by which a standard error from so many degrees of freedom makes a central interval of this level.
[[nodiscard]] constexpr double student_factor(double degrees_of_freedom, double level) noexcept {
    if (degrees_of_freedom > 1e6) return normal_quantile_upper(0.5 * (1.0 - level));
    const beta_point at = beta_inverse(0.5 * degrees_of_freedom, 0.5, 1.0 - level, level);
    return sqrt(degrees_of_freedom * (at.y / at.x));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
