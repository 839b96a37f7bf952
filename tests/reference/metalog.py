# SPDX-License-Identifier: BSL-1.0
"""Golden values of beliefs from quantiles, in 50-digit arithmetic (python3, mpmath): python3 metalog.py > metalog.hpp

The coefficients solve the linear system of Keelin (2016), by normal equations where there are fewer terms than quantiles;
moments integrate the quantile function, probabilities invert it by bisection.
"""
from mpmath import mp, mpf

mp.dps = 50
INF = mp.inf


def basis(p, k):
    s, c = mp.log(p / (1 - p)), p - mpf(1) / 2
    return [mpf(1), s, c * s, c, c ** 2, c ** 2 * s, c ** 3, c ** 3 * s, c ** 4][:k]


class Metalog:
    def __init__(self, pairs, terms=None, lo=-INF, hi=INF):
        self.p = [mpf(p) for p, _ in pairs]
        self.x = [mpf(x) for _, x in pairs]
        self.lo, self.hi, self.terms = mpf(lo), mpf(hi), terms or len(pairs)
        y = mp.matrix([basis(p, self.terms) for p in self.p])
        z = mp.matrix([self.scale(x) for x in self.x])
        self.a = mp.lu_solve(y.T * y, y.T * z) if self.terms < len(pairs) else mp.lu_solve(y, z)

    def scale(self, x):
        if self.lo > -INF and self.hi < INF:
            return mp.log((x - self.lo) / (self.hi - x))
        if self.lo > -INF:
            return mp.log(x - self.lo)
        return -mp.log(self.hi - x) if self.hi < INF else x

    def unscale(self, z):
        if self.lo > -INF and self.hi < INF:
            return self.lo + (self.hi - self.lo) / (1 + mp.exp(-z))
        if self.lo > -INF:
            return self.lo + mp.exp(z)
        return self.hi - mp.exp(-z) if self.hi < INF else z

    def curve(self, s):
        """M at log odds s."""
        p = 1 / (1 + mp.exp(-s))
        c = mp.tanh(s / 2) / 2
        b = [mpf(1), s, c * s, c, c ** 2, c ** 2 * s, c ** 3, c ** 3 * s, c ** 4]
        return sum(b[j] * self.a[j] for j in range(self.terms))

    def at(self, s):
        return self.unscale(self.curve(s))

    def quantile(self, p):
        return self.at(mp.log(mpf(p) / (1 - mpf(p))))

    def log_odds(self, x):
        lo, hi = mpf(-2000), mpf(2000)
        for _ in range(190):
            middle = (lo + hi) / 2
            if self.at(middle) < x:
                lo = middle
            else:
                hi = middle
        return (lo + hi) / 2

    def density(self, x):
        s = self.log_odds(x)
        p, q = 1 / (1 + mp.exp(-s)), 1 / (1 + mp.exp(s))
        return p * q / mp.diff(self.at, s, h=mpf(10) ** -15)

    def expectation(self, g, a=-INF, b=INF):
        """of g(X) between the values a and b, given that X lies there"""
        s_a = mpf(-8000) if a <= self.at(mpf(-2000)) or a == -INF else self.log_odds(a)
        s_b = mpf(8000) if b == INF or b >= self.at(mpf(2000)) else self.log_odds(b)
        weight = lambda s: 1 / (2 * mp.cosh(s / 2)) ** 2
        cuts = [-8000, -2000, -500, -120, -60, -30, -15, -8, -4, -2, 0, 2, 4, 8, 15, 30, 60, 120, 500, 2000, 8000]
        cuts = [s_a] + [mpf(c) for c in cuts if s_a < c < s_b] + [s_b]
        inside = 1 / (1 + mp.exp(s_a)) - 1 / (1 + mp.exp(s_b))
        return mp.quad(lambda s: g(self.at(s)) * weight(s), cuts) / inside

    def moments(self, a=-INF, b=INF):
        middle = self.quantile(mpf(1) / 2) if a == -INF or b == INF else mpf(a)
        way = self.expectation(lambda x: x - middle, a, b)
        return middle + way, mp.sqrt(self.expectation(lambda x: (x - middle - way) ** 2, a, b))


def double(x):
    x = mpf(x)
    if not mp.isfinite(x):
        return ("-" if x < 0 else "") + "std::numeric_limits<double>::infinity()"
    return mp.nstr(x, 20, min_fixed=-2, max_fixed=6)


THREE = [(0.1, 10), (0.5, 20), (0.9, 50)]
FIVE = [(0.05, 2.5), (0.25, 4), (0.5, 5.25), (0.75, 7), (0.95, 12)]
SEVEN = [(0.01, -3), (0.1, 1), (0.3, 2.75), (0.5, 4), (0.7, 5.5), (0.9, 8), (0.99, 14)]
NINE = [(0.1, 1.0), (0.2, 2.1), (0.3, 3.0), (0.4, 3.7), (0.5, 4.3), (0.6, 5.0), (0.7, 5.9), (0.8, 7.0), (0.9, 9.0)]
SHARE = [(0.1, 0.2), (0.5, 0.5), (0.9, 0.7)]
CASES = [
    (THREE, None, -INF, INF), (THREE, None, 0, INF), (THREE, None, -INF, 200), (THREE, None, 0, 100), (THREE, 2, -INF, INF),
    (THREE, 2, 4, INF), (SHARE, None, 0, 1), ([(0.25, 3e9), (0.5, 1e10), (0.75, 6e10)], None, 0, INF),
    ([(0.05, 100), (0.4, 300), (0.8, 900)], None, 50, INF), ([(0.1, 1), (0.3, 1.5), (0.5, 2), (0.9, 4)], None, 0, INF),
    ([(0.1, 1), (0.4, 1.9), (0.6, 2.5), (0.9, 4)], None, -INF, INF), (FIVE, None, -INF, INF), (FIVE, None, 0, INF),
    (FIVE, 3, -INF, INF), (FIVE, 4, 0, 30), (FIVE, 2, -INF, 20), (SEVEN, 5, -INF, INF), (SEVEN, 3, -20, INF),
    (NINE, 3, 0, INF), (NINE, 5, -INF, INF), (NINE, None, -INF, INF),
]
LEVELS = [1e-6, 0.01, 0.05, 0.3, 0.5, 0.77, 0.95, 0.99, 1 - 2 ** -20]
CUTS = [(0, 0, 60), (0, 20, 20.0001), (0, 300, 301), (1, 15, INF), (1, 1e-3, 1.0000001e-3), (1, -INF, 40), (3, 20, 20.5),
        (3, 0.001, 40), (6, 0.999, INF), (2, -INF, -500), (12, 3, 11), (13, 100, INF), (20, 5, 5.001)]


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by metalog.py; do not edit.")
    print("#pragma once\n\n#include <limits>\n\nnamespace reference {\n")
    print("/// Quantiles given, terms, bounds; the coefficients, and the quantile and density at metalog_levels; mean and standard")
    print("/// deviation, infinite where they are.")
    print("struct metalog_case {\n    int count;\n    double probability[9], value[9];\n    int terms;\n    double lo, hi;")
    print("    double coefficient[9], quantile[9], density[9];\n    double mean, stddev;\n};")
    print("inline constexpr double metalog_levels[] = {" + ", ".join(double(mpf(p)) for p in LEVELS) + "};")
    print("inline constexpr metalog_case metalog_cases[] = {")
    many = lambda values: "{" + ", ".join(double(v) for v in values) + "}"
    made = []
    for pairs, terms, lo, hi in CASES:
        m = Metalog(pairs, terms, lo, hi)
        made.append(m)
        factor = lambda c: sum(m.a[j] * f for j, f in ((1, 1), (2, c), (5, c ** 2), (7, c ** 3)) if j < m.terms)
        heavy = mpf(0)
        if (lo > -INF) != (hi < INF):
            heavy = factor(mpf(1) / 2) if lo > -INF else factor(-mpf(1) / 2)
        mean = m.moments()[0] if heavy < 1 else (INF if lo > -INF else -INF)
        stddev = m.moments()[1] if heavy < mpf(1) / 2 else INF
        q = [m.quantile(p) for p in LEVELS]
        print(f"    {{{len(pairs)}, {many(p for p, _ in pairs)},\n     {many(x for _, x in pairs)},\n     {m.terms}, {double(lo)}, {double(hi)},")
        print(f"     {many(m.a)},\n     {many(q)},\n     {many(m.density(x) for x in q)},\n     {double(mean)}, {double(stddev)}}},")
    print("};\n")
    print("/// The case cut off to lo and hi: what is left of its probability; mean and standard deviation; the median.")
    print("struct metalog_cut {\n    int which;\n    double lo, hi, inside, mean, stddev, median;\n};")
    print("inline constexpr metalog_cut metalog_cuts[] = {")
    for which, lo, hi in CUTS:
        m = made[which]
        lo, hi = mpf(lo), mpf(hi)
        s_lo = mpf(-2000) if lo == -INF else m.log_odds(lo)
        s_hi = mpf(2000) if hi == INF or hi >= m.hi else m.log_odds(hi)
        below, above = 1 / (1 + mp.exp(-s_lo)), 1 / (1 + mp.exp(s_hi))
        inside = 1 / (1 + mp.exp(s_lo)) - above
        mean, stddev = m.moments(lo, hi)
        middle, rest = below + inside / 2, above + inside / 2
        median = m.at(mp.log(middle / rest))
        print(f"    {{{which}, {double(lo)}, {double(hi)}, {double(inside)}, {double(mean)}, {double(stddev)}, {double(median)}}},")
    print("};\n")
    print("/// The greatest |a3/a2| with which three terms are a quantile function: where the least of dM/dy is 0.")
    slope = lambda r: min(1 + r * (mp.tanh(s / 2) / 2 + s / (2 * mp.cosh(s / 2)) ** 2) for s in [-mpf(k) / 1000 for k in range(500, 4000)])
    least = mp.findroot(lambda s: mp.diff(lambda t: mp.tanh(t / 2) / 2 + t / (2 * mp.cosh(t / 2)) ** 2, s), mpf(-1.5))
    bound = -1 / (mp.tanh(least / 2) / 2 + least / (2 * mp.cosh(least / 2)) ** 2)
    assert abs(slope(bound)) < mpf(10) ** -6
    print(f"inline constexpr double metalog_greatest_ratio = {double(bound)};\n\n}}  // namespace reference")


if __name__ == "__main__":
    main()
