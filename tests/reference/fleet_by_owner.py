# SPDX-License-Identifier: BSL-1.0
"""Golden values of chip/fleet_by_owner and forecast/common_factor (python3, numpy, scipy):

    python3 fleet_by_owner.py > fleet_by_owner.hpp

Beliefs are log metalogs through the published 5, 50 and 95 %, solved here from Keelin's (2016) three equations; the numbers
are read from the header that has them. Moments are Gauss-Hermite sums over the normal scores of a Gaussian copula, quantiles
of a ratio the root of a one-dimensional integral.
"""
import pathlib
import re

import numpy as np
from scipy import integrate, optimize, stats

chips = (pathlib.Path(__file__).parents[2] / "include/headway/figures/since/chips.hpp").read_text()


def published(name):
    found = re.search(name + r" = detail::stock\(\s*([\d'.]+), ([\d'.]+), ([\d'.]+),", chips)
    return [float(number.replace("'", "")) for number in found.groups()]


class LogMetalog:
    def __init__(self, low, median, high):
        s = np.log(0.95 / 0.05)
        up, down = np.log(high / median), np.log(median / low)
        # ln x = a1 + a2 s + a3 (p - 1/2) s at p = 0.05, 0.5, 0.95
        self.a1, self.a2, self.a3 = np.log(median), (up + down) / (2 * s), (up - down) / (2 * 0.45 * s)

    def at(self, z):
        s = stats.norm.logcdf(z) - stats.norm.logsf(z)
        return np.exp(self.a1 + self.a2 * s + self.a3 * (stats.norm.cdf(z) - 0.5) * s)

    def score(self, x):
        return optimize.brentq(lambda z: self.at(z) - x, -30, 30, xtol=1e-14)


def normal_correlation(rank_correlation):
    return 2 * np.sin(np.pi / 6 * rank_correlation)


nodes, weights = np.polynomial.hermite_e.hermegauss(200)
weights = weights / weights.sum()


def covariance(one, other, r):
    if r == 1:
        return (weights * one.at(nodes) ** 2).sum() - (weights * one.at(nodes)).sum() ** 2
    second = r * nodes[:, None] + np.sqrt(1 - r * r) * nodes[None, :]
    means = [(weights * x.at(nodes)).sum() for x in (one, other)]
    return (weights[:, None] * weights[None, :] * one.at(nodes)[:, None] * other.at(second)).sum() - means[0] * means[1]


def total_stddev(makers, rank_correlation):
    r = normal_correlation(rank_correlation)
    return np.sqrt(sum(covariance(a, b, 1 if a is b else r) for a in makers for b in makers))


def ratio_quantile(numerator, denominator, rank_correlation, p):
    r = normal_correlation(rank_correlation)

    def below(q):
        def given(z):
            return stats.norm.pdf(z) * stats.norm.cdf((numerator.score(q * denominator.at(z)) - r * z) / np.sqrt(1 - r * r))
        return integrate.quad(given, -9, 9, epsabs=1e-11, epsrel=1e-11, limit=400)[0]
    return optimize.brentq(lambda q: below(q) - p, 1, 6, xtol=1e-10)


makers = [LogMetalog(*published(name)) for name in
          ("nvidia_stock_2025", "tpu_stock_2025", "trainium_stock_2025", "amd_stock_2025")]
before, after = LogMetalog(*published("nvidia_stock_2024")), makers[0]

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by fleet_by_owner.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
print("/// Mean of the four makers' stocks together, in equivalents of an H100, and its standard deviation by rank correlation.")
print(f"inline constexpr double four_makers_mean = {sum((weights * m.at(nodes)).sum() for m in makers):.10g};")
print("struct total_spread {\n    double rank_correlation;\n    double stddev;\n};")
print("inline constexpr total_spread four_makers[] = {")
for rho in (0.0, 0.3, 0.6, 0.9):
    print(f"    {{{rho}, {total_stddev(makers, rho):.8g}}},")
print("};\n")
print("/// Quantiles of Nvidia's stock of 2025 over that of 2024 by rank correlation of the two.")
print("struct growth_quantiles {\n    double rank_correlation;\n    double p5;\n    double p50;\n    double p95;\n};")
print("inline constexpr growth_quantiles nvidia_growth[] = {")
for rho in (0.0, 0.5, 0.9):
    row = ", ".join(f"{ratio_quantile(after, before, rho, p):.8g}" for p in (0.05, 0.5, 0.95))
    print(f"    {{{rho}, {row}}},")
print("};\n\n}  // namespace reference")
