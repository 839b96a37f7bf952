#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Normal correlations that give two beliefs, some with ties, a Spearman correlation. Needs numpy and scipy.

Another way than the library's, which integrates a rate over the correlation: here the covariance of the grades is a
double integral over the two normal numbers at a fixed correlation, and the correlation is found by bisection.

    rank_copula.py > rank_copula.hpp
"""
import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

NODE, WEIGHT = np.polynomial.legendre.leggauss(24)


def empirical(values):
    return sorted((v, values.count(v) / len(values)) for v in set(values))


class Grades:
    """Of a belief with atoms (value, mass) and a continuous rest given by its cdf (without the atoms)."""

    def __init__(self, atoms, rest=lambda x: 0.0):
        below = 0.0
        self.ties = []  # (from, to) in probability
        for value, mass in sorted(atoms):
            lower = below + rest(value)
            self.ties.append((lower, lower + mass))
            below += mass
        self.variance = (1 - sum((b - a) ** 3 for a, b in self.ties)) / 12

    def pieces(self):
        """(z from, z to, constant grade or None)"""
        out, at = [], 0.0
        for a, b in self.ties + [(1.0, 1.0)]:
            if a - at > 1e-12:
                out.append((norm.ppf(at), norm.ppf(a), None))
            if b - a > 1e-12:
                out.append((norm.ppf(a), norm.ppf(min(b, 1.0)), (a + b) / 2))
            at = b
        return out


def expectation(pieces, mean, sd):
    """E[h(W)] for W normal, for arrays of means."""
    total = np.zeros_like(mean)
    for lo, hi, constant in pieces:
        if constant is not None:
            total += constant * (norm.cdf((hi - mean) / sd) - norm.cdf((lo - mean) / sd))
            continue
        a = np.maximum(lo, mean - 9 * sd)
        b = np.minimum(hi, mean + 9 * sd)
        width = np.maximum(b - a, 0.0)
        for k in range(4):
            start, half = a + width * k / 4, width / 8
            w = start[:, None] + half[:, None] * (1 + NODE)
            f = norm.cdf(w) * norm.pdf((w - mean[:, None]) / sd) / sd
            total += half * (f @ WEIGHT)
    return total


def rank_correlation(g, h, r):
    sd = np.sqrt(1 - r * r)
    inner = h.pieces()
    cuts = sorted(p[1] / r for p in inner if np.isfinite(p[1]))
    total = 0.0
    for lo, hi, constant in g.pieces():
        lo, hi = max(lo, -9.0), min(hi, 9.0)
        edges = [lo] + [c for c in cuts if lo < c < hi] + [hi]
        for a, b in zip(edges[:-1], edges[1:]):
            panels = int((b - a) / min(0.5, sd)) + 1
            for k in range(panels):
                start, half = a + (b - a) * k / panels, (b - a) / panels / 2
                z = start + half * (1 + NODE)
                grade = norm.cdf(z) if constant is None else constant
                total += half * np.sum(WEIGHT * norm.pdf(z) * grade * expectation(inner, r * z, sd))
    return (total - 0.25) / np.sqrt(g.variance * h.variance)


CONTINUOUS = Grades([])
BERNOULLI = Grades([(0, 0.7), (1, 0.3)])
THREE = Grades([(1, 0.2), (2, 0.5), (5, 0.3)])
OTHER_THREE = Grades([(0, 0.6), (10, 0.05), (20, 0.35)])
SAMPLE = Grades(empirical([1, 2, 2, 3, 7, 8, 8, 8, 9, 12]))
MIXED = Grades([(0.5, 0.2)], lambda x: 0.5 * norm.cdf(x) + 0.3 * norm.cdf(x - 3))
INFLATED = Grades([(0, 0.6), (1, 0.2)], lambda x: 0.0 if x <= 0 else 0.2 * norm.cdf(np.log(x) - 1))

PAIRS = [("continuous", CONTINUOUS, "bernoulli", BERNOULLI, 0.7), ("continuous", CONTINUOUS, "bernoulli", BERNOULLI, -0.5),
         ("continuous", CONTINUOUS, "three", THREE, 0.9), ("bernoulli", BERNOULLI, "three", THREE, 0.6),
         ("three", THREE, "other_three", OTHER_THREE, 0.7), ("three", THREE, "other_three", OTHER_THREE, -0.65),
         ("sample", SAMPLE, "other_three", OTHER_THREE, 0.5), ("sample", SAMPLE, "mixed", MIXED, 0.8),
         ("continuous", CONTINUOUS, "mixed", MIXED, -0.9), ("mixed", MIXED, "inflated", INFLATED, 0.8),
         ("mixed", MIXED, "inflated", INFLATED, -0.6), ("inflated", INFLATED, "inflated", INFLATED, 0.95),
         ("sample", SAMPLE, "sample", SAMPLE, -0.3)]

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by rank_copula.py; do not edit.")
print("#pragma once\n")
print("namespace reference {\n")
print("struct copula_case {\n    const char* one;\n    const char* other;\n    double rank_correlation;\n    double normal_correlation;\n};\n")
print("inline constexpr copula_case rank_copula[] = {")
for one, g, other, h, rho in PAIRS:
    sign = 1.0 if rho > 0 else -1.0
    r = brentq(lambda x: rank_correlation(g, h, sign * x) - rho, 0.01, 0.9999, xtol=1e-13)
    print('    {"%s", "%s", %r, %.10f},' % (one, other, rho, sign * r))
print("};\n\n}  // namespace reference")
