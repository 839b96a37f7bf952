// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/core/beta.hpp>

HEADWAY_EXACT_BEGIN
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

/// P(K < k) + P(K = k) / 2 for K of the binomial distribution with n trials of probability p. Counts need not be whole.
[[nodiscard]] constexpr double binomial_below_or_half(double k, double n, double p) noexcept {
    const double up_to_k = k < n ? beta_i_complement(k + 1.0, n - k, p) : 1.0;
    const double below_k = k > 0.0 ? beta_i_complement(k, n - k + 1.0, p) : 0.0;
    return 0.5 * (up_to_k + below_k);
}

struct share_bounds {
    double low;
    double high;
};

/// The confidence interval of a probability of which k of n independent draws were: the mid-P interval, which counts half
/// of the probability of k itself towards either tail. None of n gives [0, 1 - (1 - level)^(1/n)], the "rule of three".
/// The interval of Clopper and Pearson counts all of it and so covers more than stated, without limit for small counts;
/// this one covers as stated on average over p (the 95 % interval between 0.93 and 0.99 where n p >= 1 and n >= 20).
/// Source: Lancaster, Journal of the American Statistical Association 56 (1961) 223-234; Berry and Armitage, The
/// Statistician 44 (1995) 417-423.
[[nodiscard]] constexpr share_bounds binomial_interval(double k, double n, double level) {
    const double tail = 0.5 * (1.0 - level);
    const double share = k / n;
    return {k > 0.0 ? where_it_falls_below_zero(
                          0.0, share, [&](double p) { return binomial_below_or_half(k, n, p) - (1.0 - tail); })
                    : 0.0,
            k < n ? where_it_falls_below_zero(share, 1.0,
                                              [&](double p) { return binomial_below_or_half(k, n, p) - tail; })
                  : 1.0};
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
HEADWAY_EXACT_END
