# SPDX-License-Identifier: BSL-1.0
"""Golden aggregates of probabilities, from 50-digit arithmetic (python3, mpmath): python3 aggregation.py > aggregation.hpp

The trimmed mean is the integral of the weighted quantile function between the trimmed share and one minus it, not the
library's sum over overlaps; odds are multiplied as odds, not added as logarithms.
"""
from mpmath import mp, mpf

mp.dps = 50

SETS = {
    "three": [("0.1", 1), ("0.3", 1), ("0.6", 1)],
    "weighted": [("0.02", 3), ("0.35", 1), ("0.9", 2), ("0.6", "0.5")],
    "ten": [(str(p), 1) for p in ("0.01", "0.05", "0.08", "0.1", "0.2", "0.25", "0.3", "0.4", "0.85", "0.999")],
    "extreme": [("1e-12", 1), ("3e-9", 2), ("1e-6", 1)],
}


def number(text):
    return mpf(float(text))  # what the library is given


def weighted_quantile(points, share):
    total = sum(w for _, w in points)
    below = mpf(0)
    for x, w in points:
        below += w
        if below > share * total:
            return x
    return points[-1][0]


def trimmed_mean(points, g):
    points = sorted(points)
    total = sum(w for _, w in points)
    edges = sorted({g, 1 - g} | {e for e in (sum(w for _, w in points[:i]) / total for i in range(1, len(points)))
                                 if g < e < 1 - g})
    area = sum((b - a) * weighted_quantile(points, (a + b) / 2) for a, b in zip(edges, edges[1:]))
    return area / (1 - 2 * g)


def geometric(points, g, a, b):
    points = sorted((p / (1 - p), w) for p, w in points)
    if g == 0:
        total = sum(w for _, w in points)
        odds = mpf(1)
        for o, w in points:
            odds *= mp.power(o, w / total)
    else:
        odds = mp.exp(trimmed_mean([(mp.log(o), w) for o, w in points], g))
    base = b / (1 - b)
    odds = base * mp.power(odds / base, a)
    return odds / (1 + odds)


def main():
    print("// SPDX-License-Identifier: BSL-1.0\n// Written by aggregation.py; do not edit.\n#pragma once\n")
    print("namespace reference {\n")
    print("/// A set of aggregation.test.cpp, the options, the geometric mean of odds and the trimmed mean.")
    print("struct aggregation_point {\n    const char* set;\n    double trimmed, extremised_by, base_rate, geometric, mean;\n};")
    print("inline constexpr aggregation_point aggregation_points[] = {")
    for name, texts in SETS.items():
        points = [(number(p), number(w)) for p, w in texts]
        for g, a, b in ((0, 1, "0.5"), (0, "1.5", "0.5"), ("0.1", 1, "0.5"), ("0.25", "2.5", "0.2"), ("0.33", "0.5", "0.05")):
            g, a, b = number(g), number(a), number(b)
            values = (g, a, b, geometric(points, g, a, b), trimmed_mean(points, g))
            print('    {"%s", %s},' % (name, ", ".join(float(v).hex() for v in values)))
    print("};\n\n}  // namespace reference")


main()
