# SPDX-License-Identifier: BSL-1.0
"""Golden scores, from 40-digit arithmetic (python3, mpmath): python3 scores.py > scores.hpp

Every score is the integral of (F(t) - 1{t >= x})² over t, or of the logarithm of t, by mpmath's quadrature of its own
distribution functions; never the closed forms that the library uses.
"""
from mpmath import mp, mpf

mp.dps = 30
INF = mp.inf


def ncdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def tcdf(n, t):
    tail = mp.betainc(n / 2, mpf(1) / 2, 0, n / (n + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def tsf(n, t):
    return tcdf(n, -t)


def score(cdf, sf, x, cuts, lo=-INF, hi=INF):
    below = [lo] + sorted(c for c in cuts if lo < c < x) + [x]
    above = [x] + sorted(c for c in cuts if x < c < hi) + [hi]
    total = mpf(0)
    if x > lo:
        total += mp.quad(lambda t: cdf(t) ** 2, below)
    if x < hi:
        total += mp.quad(lambda t: sf(t) ** 2, above)
    return total


def cuts_around(centre, width):
    near = [centre + s * width * mpf(10) ** e for s in (-1, 1) for e in (-1, 0, mpf("0.5"), 1, 2, 4)]
    return near + [centre]


def standard(name, p, x):
    p = [mpf(v) for v in p]
    x = mpf(x)
    if name == "normal":
        m, s = p
        return score(lambda t: ncdf((t - m) / s), lambda t: ncdf((m - t) / s), x, cuts_around(m, s))
    if name == "student_t":
        n, m, s = p
        return score(lambda t: tcdf(n, (t - m) / s), lambda t: tsf(n, (t - m) / s), x, cuts_around(m, s))
    if name == "lognormal":
        m, s = p
        cuts = [m * mp.exp(s * k) for k in (-8, -4, -2, -1, 0, 1, 2, 4, 8, 16)]
        value = score(lambda t: ncdf(mp.log(t / m) / s) if t > 0 else mpf(0),
                      lambda t: ncdf(-mp.log(t / m) / s) if t > 0 else mpf(1), max(x, mpf(0)), cuts, mpf(0))
        return value + max(mpf(0), -x)
    if name == "uniform":
        lo, hi = p
        clip = lambda u: min(max(u, mpf(0)), mpf(1))
        ends = [min(lo, x) - 1, lo, hi, max(hi, x) + 1]
        return score(lambda t: clip((t - lo) / (hi - lo)), lambda t: clip((hi - t) / (hi - lo)), x, ends, ends[0], ends[3])
    if name == "gamma":
        k, s = p
        cuts = [k * s * c for c in (mpf("0.01"), mpf("0.1"), mpf("0.5"), 1, 2, 4, 8)]
        return score(lambda t: mp.gammainc(k, 0, t / s, regularized=True), lambda t: mp.gammainc(k, t / s, INF, regularized=True),
                     x, cuts, mpf(0))
    raise ValueError(name)


CASES = [
    ("normal", (3, 2), 3), ("normal", (3, 2), 4.5), ("normal", (3, 2), -20), ("normal", (0, 1), 0.001),
    ("student_t", (1, 0, 1), 0), ("student_t", (1, 0, 1), 5), ("student_t", (4, 1, 3), -2.5), ("student_t", (19, 0, 1), 0.25),
    ("student_t", (2.5, -1, 0.5), 30), ("student_t", (1.5, 0, 2), 1), ("student_t", (0.75, 0, 1), 1),
    ("lognormal", (4.5, 0.5), 4), ("lognormal", (4.5, 0.5), 40), ("lognormal", (1, 2), 0.01), ("lognormal", (1, 2), -3),
    ("uniform", (2, 10), 3), ("uniform", (2, 10), 12), ("gamma", (2.5, 3), 4), ("gamma", (2.5, 3), 30),
]


def main():
    print("// SPDX-License-Identifier: BSL-1.0\n// Written by scores.py; do not edit.\n#pragma once\n\nnamespace reference {\n")
    print("/// The continuous ranked probability score of a shape with these parameters at x.")
    print("struct crps_point {\n    const char* shape;\n    double parameter[3];\n    double x, crps;\n};")
    print("inline constexpr crps_point crps_points[] = {")
    for name, p, x in CASES:
        numbers = ", ".join(float(v).hex() for v in p)
        print(f'    {{"{name}", {{{numbers}}}, {float(x).hex()}, {float(standard(name, p, x)).hex()}}},')
    print("};\n")
    mix = lambda t: mpf("0.5") * ncdf((t - 1) / 2) + mpf("0.25") * ncdf(t - 10) + (mpf("0.25") if t >= 4 else 0)
    sf = lambda t: mpf("0.5") * ncdf((1 - t) / 2) + mpf("0.25") * ncdf(10 - t) + (mpf(0) if t >= 4 else mpf("0.25"))
    cuts = cuts_around(mpf(1), mpf(2)) + cuts_around(mpf(10), mpf(1)) + [mpf(4)]
    print("/// Of half a normal(1, 2), a quarter of exactly 4 and a quarter of a normal(10, 1), at 3 and at 11.")
    print(f"inline constexpr double crps_of_mixture[2] = {{{float(score(mix, sf, mpf(3), cuts)).hex()}, {float(score(mix, sf, mpf(11), cuts)).hex()}}};\n")
    k, s = mpf("2.5"), mpf(3)
    cdf = lambda u: mp.gammainc(k, 0, mp.exp(u) / s, regularized=True)
    print("/// Of the logarithm of a gamma(2.5, 3), at the logarithm of 4.")
    logs = score(cdf, lambda u: mp.gammainc(k, mp.exp(u) / s, INF, regularized=True) if u < 8 else mpf(0), mp.log(4),
                 [mpf(v) for v in (-20, -10, -5, -2, 0, 1, 2, 3, 4, 5, 6, 7, 8)])
    print(f"inline constexpr double crps_in_logs_of_gamma = {float(logs).hex()};\n")
    print("}  // namespace reference")


if __name__ == "__main__":
    main()
