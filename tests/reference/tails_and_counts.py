# SPDX-License-Identifier: BSL-1.0
"""Golden values of Paretos, counts and likely, in 40-digit arithmetic (python3, mpmath):
python3 tails_and_counts.py > tails_and_counts.hpp

Paretos from their distribution function and integrals of the density, counts from sums of their probabilities, likely by
bisection of the incomplete beta function; never from the formulas that the library uses.
"""
from mpmath import mp, mpf

mp.dps = 40
INF = mp.inf


def upper(name, p, x):
    if name == "pareto":
        return (p[0] / x) ** p[1]
    if name == "lomax":
        return (1 + x / p[0]) ** -p[1]
    z = (x - p[0]) / p[1]
    return mp.exp(-z) if p[2] == 0 else (1 + p[2] * z) ** (-1 / p[2])


def density(name, p, x):
    if name == "pareto":
        return p[1] * p[0] ** p[1] / x ** (p[1] + 1)
    if name == "lomax":
        return p[1] / p[0] * (1 + x / p[0]) ** (-p[1] - 1)
    z = (x - p[0]) / p[1]
    return mp.exp(-z) / p[1] if p[2] == 0 else (1 + p[2] * z) ** (-1 / p[2] - 1) / p[1]


def support(name, p):
    if name == "lomax":
        return mpf(0), INF
    if name == "pareto":
        return p[0], INF
    return p[0], p[0] - p[1] / p[2] if p[2] < 0 else INF


def tail_index(name, p):
    if name != "generalized_pareto":
        return p[1]
    return 1 / p[2] if p[2] > 0 else INF


def moments(name, p, lo, hi):
    """Mean and standard deviation between lo and hi."""
    least, greatest = support(name, p)
    lo, hi = max(mpf(lo), least), min(mpf(hi), greatest)
    at_hi = upper(name, p, hi) if hi < greatest else mpf(0)
    inside = 1 - at_hi / upper(name, p, lo)
    index = tail_index(name, p) if hi == INF else INF
    # In t = -ln P(X > x), which runs to infinity with e^-t.
    quantile = lambda t: {"pareto": lambda: p[0] * mp.exp(t / p[1]), "lomax": lambda: p[0] * (mp.exp(t / p[1]) - 1)}.get(
        name, lambda: p[0] + p[1] * (t if p[2] == 0 else (mp.exp(p[2] * t) - 1) / p[2]))()
    a = -mp.log(upper(name, p, lo))
    b = -mp.log(at_hi) if at_hi > 0 else INF
    cuts = [a] + [a + (b - a) * k / 8 for k in range(1, 9)] if b < INF else [a] + [a + mpf(2) ** k for k in range(-3, 13)]
    of = lambda g: mp.quad(lambda t: g(quantile(t)) * mp.exp(a - t), cuts) / inside
    mean = lo + of(lambda x: x - lo) if index > 1 else INF
    return mean, mp.sqrt(of(lambda x: (x - mean) ** 2)) if index > 2 else INF


def pmf(name, p):
    if name == "poisson":
        return lambda k: mp.exp(-p + k * mp.log(p) - mp.loggamma(k + 1)) if k >= 0 else mpf(0)
    first = 1 if name == "geometric_trials" else 0
    return lambda k: p * (1 - p) ** (k - first) if k >= first else mpf(0)


def count_row(name, p, lo, hi):
    p = mpf(p)
    f = pmf(name, p)
    first = 1 if name == "geometric_trials" else 0
    width = 30 * mp.sqrt(p) + 400 if name == "poisson" else 100 / p
    last = int(p + width) if name == "poisson" else int(width) + 1
    ks = range(max(first, lo), min(last, hi) + 1)
    weights = [f(k) for k in ks]
    inside = mp.fsum(weights)
    mean = mp.fsum(k * w for k, w in zip(ks, weights)) / inside
    variance = mp.fsum((k - mean) ** 2 * w for k, w in zip(ks, weights)) / inside
    at = int(mp.floor(mean))
    below = mp.fsum(w for k, w in zip(ks, weights) if k <= at) / inside
    return [inside, mean, mp.sqrt(variance), mpf(at), f(at) / inside, below]


def likely_ends(level, lo, mode, hi):
    tail = (1 - mpf(level)) / 2
    lo, mode, hi = mpf(lo), mpf(mode), mpf(hi)

    def quantile(a, b, p):
        x, y = mpf(0), mpf(1)
        for _ in range(110):
            z = (x + y) / 2
            if mp.betainc(a, b, 0, z, regularized=True) < p:
                x = z
            else:
                y = z
        return (x + y) / 2

    below, above = mpf(0), mpf(1)
    for _ in range(70):
        t = (below + above) / 2
        a, b = 1 + 4 * t, 5 - 4 * t
        u, v = quantile(a, b, tail), 1 - quantile(b, a, tail)
        if (t - u) / (v - u) < (mode - lo) / (hi - lo):
            below = t
        else:
            above = t
    width = (hi - lo) / (v - u)
    return lo - width * u, hi + width * (1 - v)


def double(x):
    x = mpf(x)
    if not mp.isfinite(x):
        return ("-" if x < 0 else "") + "std::numeric_limits<double>::infinity()"
    return mp.nstr(x, 20, min_fixed=-2, max_fixed=9)


PARETOS = [("pareto", (2, 3.5)), ("pareto", (1, 1.16)), ("pareto", (5e9, 2.0)), ("pareto", (1, 0.5)), ("lomax", (2, 3)),
           ("lomax", (1e-3, 1.5)), ("lomax", (7, 20)), ("generalized_pareto", (1, 2, 0.2)), ("generalized_pareto", (-10, 2, 0)),
           ("generalized_pareto", (1, 2, -0.5)), ("generalized_pareto", (0, 1, -2)), ("generalized_pareto", (3, 1, 1e-9)),
           ("generalized_pareto", (100, 30, 0.9))]
CUTS = [("pareto", (2, 3.5), 3, 4), ("pareto", (2, 3.5), 100, INF), ("pareto", (1, 0.5), 2, 1e6), ("pareto", (2, 0.5), 3, 3.001),
        ("lomax", (2, 3), 1e6, INF), ("lomax", (2, 3), 1, 5), ("lomax", (2, 3), 1e8, 1.5e8),
        ("generalized_pareto", (1, 2, 0.2), 100, 101), ("generalized_pareto", (-10, 2, 0), 500, INF),
        ("generalized_pareto", (1, 2, -0.5), 4.9, 5), ("generalized_pareto", (1, 2, -0.5), 2, 3)]
COUNTS = [("poisson", 4.5, 0, 10**9), ("poisson", 0.001, 0, 10**9), ("poisson", 250, 0, 10**9), ("poisson", 4.5, 2, 7),
          ("poisson", 4.5, 30, 10**9), ("poisson", 250, 100, 150), ("geometric_trials", 0.2, 0, 10**9),
          ("geometric_failures", 0.2, 0, 10**9), ("geometric_failures", 0.9, 0, 10**9), ("geometric_trials", 0.2, 3, 9),
          ("geometric_failures", 0.01, 3, 40), ("geometric_failures", 0.001, 10, 200), ("geometric_failures", 0.3, 3, 4000)]
LIKELY = [(0.9, 8, 12, 24), (0.8, 1, 1, 2), (0.5, -3, 0, 1), (0.99, 10, 11, 30), (0.1, 2, 4.9, 5), (0.9, 0, 5, 10)]


def main():
    print("// SPDX-License-Identifier: BSL-1.0\n// Written by tails_and_counts.py; do not edit.\n#pragma once\n\n#include <limits>\n")
    print("namespace reference {\n")
    row = lambda values: "{" + ", ".join(double(v) for v in values) + "}"
    print("/// At x: the probability below and above, and the density.\nstruct pareto_point {\n    const char* shape;\n    double parameter[3];")
    print("    double x, below, above, density;\n};\ninline constexpr pareto_point pareto_points[] = {")
    for name, p in PARETOS:
        p = [mpf(v) for v in p]
        lo, hi = support(name, p)
        for share in (1e-6, 0.3, 3, 300):
            scale = p[0] if name == "pareto" else p[0] if name == "lomax" else p[1]
            x = lo + mpf(share) * scale
            if x >= hi:
                x = hi - (hi - lo) / 4 / mpf(share)
            x = mpf(float(x))
            print(f'    {{"{name}", {row(p)}, {double(x)}, {double(1 - upper(name, p, x))}, {double(upper(name, p, x))}, {double(density(name, p, x))}}},')
    print("};\n\n/// Mean and standard deviation, of what is left between lo and hi.\nstruct pareto_moments {\n    const char* shape;")
    print("    double parameter[3];\n    double lo, hi, mean, stddev;\n};\ninline constexpr pareto_moments pareto_moments_table[] = {")
    for name, p, lo, hi in [(name, p, -INF, INF) for name, p in PARETOS] + CUTS:
        p = [mpf(v) for v in p]
        mean, stddev = moments(name, p, lo, hi)
        print(f'    {{"{name}", {row(p)}, {double(lo)}, {double(hi)}, {double(mean)}, {double(stddev)}}},')
    print("};\n\n/// A count between lo and hi: its probability there, mean, standard deviation; at a number its mass and the probability")
    print("/// up to it.\nstruct count_case {\n    const char* shape;\n    double parameter, lo, hi, inside, mean, stddev, at, mass, below;\n};")
    print("inline constexpr count_case count_cases[] = {")
    for name, p, lo, hi in COUNTS:
        values = count_row(name, p, lo, hi)
        ends = f"{double(lo)}, {double(INF if hi == 10**9 else hi)}"
        print(f'    {{"{name}", {double(p)}, {ends}, ' + ", ".join(double(v) for v in values) + "},")
    print("};\n\n/// The ends of the PERT that likely makes.\nstruct likely_case {\n    double level, lo, mode, hi, least, greatest;\n};")
    print("inline constexpr likely_case likely_cases[] = {")
    for case in LIKELY:
        print("    " + row(list(case) + list(likely_ends(*case))) + ",")
    print("};\n\n}  // namespace reference")


if __name__ == "__main__":
    main()
