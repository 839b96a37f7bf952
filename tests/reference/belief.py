# SPDX-License-Identifier: BSL-1.0
"""Golden values of the beliefs, from 40-digit arithmetic (python3, mpmath): python3 belief.py > belief.hpp

Every density is written here from its definition; probabilities come from mpmath's erfc, gammainc and betainc, moments
from its quadrature of the density, never from the formulas that the library uses.
"""
from mpmath import mp, mpf

mp.dps = 40
INF = mp.inf


class Shape:
    """Density, lower and upper probability of one untruncated shape with double parameters."""

    def __init__(self, name, *p):
        self.name, self.p = name, [mpf(v) for v in p]
        getattr(self, name)(*self.p)

    def uniform(self, lo, hi):
        self.support, self.kinks = (lo, hi), []
        self.density = lambda x: 1 / (hi - lo)
        self.lower = lambda x: (x - lo) / (hi - lo)
        self.upper = lambda x: (hi - x) / (hi - lo)

    def log_uniform(self, lo, hi):
        length = mp.log(hi / lo)
        self.support, self.kinks = (lo, hi), []
        self.density = lambda x: 1 / (x * length)
        self.lower = lambda x: mp.log(x / lo) / length
        self.upper = lambda x: mp.log(hi / x) / length

    def normal(self, mean, sd):
        self.support, self.kinks = (-INF, INF), [mean]
        self.density = lambda x: mp.npdf((x - mean) / sd) / sd
        self.lower = lambda x: mp.erfc(-(x - mean) / sd / mp.sqrt(2)) / 2
        self.upper = lambda x: mp.erfc((x - mean) / sd / mp.sqrt(2)) / 2

    def lognormal(self, median, sigma):
        self.support, self.kinks = (mpf(0), INF), [median]
        z = lambda x: mp.log(x / median) / sigma
        self.density = lambda x: mp.npdf(z(x)) / (sigma * x) if x > 0 else mpf(0)
        self.lower = lambda x: mp.erfc(-z(x) / mp.sqrt(2)) / 2
        self.upper = lambda x: mp.erfc(z(x) / mp.sqrt(2)) / 2

    def triangular(self, lo, mode, hi):
        self.support, self.kinks = (lo, hi), [mode]
        top = 2 / (hi - lo)
        self.density = lambda x: (top * (x - lo) / (mode - lo) if x < mode or mode == hi
                                  else top * (hi - x) / (hi - mode))
        self.lower = lambda x: ((x - lo) ** 2 / ((hi - lo) * (mode - lo)) if x < mode or mode == hi
                                else 1 - (hi - x) ** 2 / ((hi - lo) * (hi - mode)))
        self.upper = lambda x: ((hi - x) ** 2 / ((hi - lo) * (hi - mode)) if x > mode or mode == lo
                                else 1 - (x - lo) ** 2 / ((hi - lo) * (mode - lo)))

    def beta(self, a, b, lo, hi):
        self.support, self.kinks = (lo, hi), []
        scale = mp.beta(a, b) * (hi - lo) ** (a + b - 1)
        self.density = lambda x: (x - lo) ** (a - 1) * (hi - x) ** (b - 1) / scale if lo < x < hi else mpf(0)
        self.lower = lambda x: mp.betainc(a, b, 0, (x - lo) / (hi - lo), regularized=True)
        self.upper = lambda x: mp.betainc(b, a, 0, (hi - x) / (hi - lo), regularized=True)

    def pert(self, lo, mode, hi):
        self.beta(1 + 4 * (mode - lo) / (hi - lo), 1 + 4 * (hi - mode) / (hi - lo), lo, hi)

    def gamma(self, k, scale):
        self.support, self.kinks = (mpf(0), INF), [k * scale]
        self.density = lambda x: (x / scale) ** (k - 1) * mp.exp(-x / scale) / (mp.gamma(k) * scale) if x > 0 else mpf(0)
        self.lower = lambda x: mp.gammainc(k, 0, x / scale, regularized=True)
        self.upper = lambda x: mp.gammainc(k, x / scale, INF, regularized=True)

    def weibull(self, k, scale):
        self.support, self.kinks = (mpf(0), INF), [scale]
        self.density = lambda x: k / scale * (x / scale) ** (k - 1) * mp.exp(-((x / scale) ** k)) if x > 0 else mpf(0)
        self.lower = lambda x: -mp.expm1(-((x / scale) ** k))
        self.upper = lambda x: mp.exp(-((x / scale) ** k))

    def student_t(self, n, location, scale):
        self.support, self.kinks = (-INF, INF), [location]
        norm = mp.sqrt(n) * mp.beta(n / 2, mpf(1) / 2) * scale
        self.density = lambda x: (1 + ((x - location) / scale) ** 2 / n) ** (-(n + 1) / 2) / norm

        def tail(t):
            part = mp.betainc(n / 2, mpf(1) / 2, 0, n / (n + t * t), regularized=True) / 2
            return part if t > 0 else 1 - part
        self.upper = lambda x: tail((x - location) / scale)
        self.lower = lambda x: tail(-(x - location) / scale)

    def log_student_t(self, n, median, scale):
        self.student_t(n, mp.log(median), scale)
        density, lower, upper = self.density, self.lower, self.upper
        self.support, self.kinks = (mpf(0), INF), [median]
        self.density = lambda x: density(mp.log(x)) / x if x > 0 else INF
        self.lower = lambda x: lower(mp.log(x))
        self.upper = lambda x: upper(mp.log(x))


def solve(shape, p, from_above):
    """A number near the quantile; only where the points lie depends on it."""
    lo, hi = shape.support
    side = shape.upper if from_above else shape.lower
    if lo == -INF:
        at = lambda s: shape.kinks[0] + mp.sinh(s)
        a, b = mpf(-400), mpf(400)
    elif hi == INF:
        at = mp.exp
        a, b = mpf(-400), mpf(400)
    else:
        at = lambda s: lo + (hi - lo) / (1 + mp.exp(-s))
        a, b = mpf(-60), mpf(34)
    for _ in range(60):
        middle = (a + b) / 2
        if (side(at(middle)) > p) == from_above:
            a = middle
        else:
            b = middle
    return float(at(a))


def integrate(shape, f, lo, hi):
    """Over pieces that follow the density through its powers of ten, so that each is smooth."""
    cuts = [lo, hi] + [k for k in shape.kinks if lo < k < hi]
    for e in (2, 4, 8, 16, 32, 64, 128):
        for from_above in (False, True):
            x = mpf(solve(shape, mpf(10) ** -e, from_above))
            if lo < x < hi:
                cuts.append(x)
    for k in (1, 3, 5, 7, 9):
        x = mpf(solve(shape, mpf(k) / 10, False))
        if lo < x < hi:
            cuts.append(x)
    cuts = sorted(set(cuts))
    return mp.quad(f, cuts)


def moments(shape, lo, hi):
    if shape.name == "beta" and lo == -INF:  # quadrature cannot resolve an infinite density at an end other than 0
        a, b, least, most = shape.p
        first, second = (mp.beta(a + k, b) / mp.beta(a, b) for k in (1, 2))
        return least + (most - least) * first, (most - least) ** 2 * (second - first * first)
    if shape.name == "log_student_t":  # in t = ln(x/median)/scale, else its infinite density at 0 defeats quadrature
        n, median, scale = shape.p
        ends = [mp.log(lo / median) / scale if lo > 0 else -INF, mp.log(hi / median) / scale]
        nearby = [ends[1] - mpf(10) ** k for k in (-2, -1, 0, 1)]
        cuts = sorted(ends + [mpf(t) for t in nearby + [-1000, -100, -10, -1, 0, 1] if ends[0] < t < ends[1]])
        expected = lambda f: mp.quad(lambda t: (1 + t * t / n) ** (-(n + 1) / 2) * f(median * mp.exp(scale * t)), cuts)
        mass = expected(lambda x: 1)
        mean = expected(lambda x: x) / mass
        return mean, expected(lambda x: (x - mean) ** 2) / mass
    a, b = max(lo, shape.support[0]), min(hi, shape.support[1])
    mass = integrate(shape, shape.density, a, b)
    mean = integrate(shape, lambda x: x * shape.density(x), a, b) / mass
    variance = integrate(shape, lambda x: (x - mean) ** 2 * shape.density(x), a, b) / mass
    return mean, variance


SHAPES = [
    ("uniform", 2, 10), ("uniform", -3, 1e6), ("log_uniform", 2, 10), ("log_uniform", 1, 1.0009765625),
    ("log_uniform", 1e-3, 1e9), ("normal", 3, 2), ("normal", -1e6, 1e-3), ("lognormal", 4.5, 0.5),
    ("lognormal", 1e25, 0.03125), ("lognormal", 1e-6, 2.5), ("triangular", 1, 2.5, 10), ("triangular", -4, -4, 3),
    ("triangular", 0, 5, 5), ("pert", 1, 2.5, 10), ("pert", 0, 0, 1), ("pert", -10, 4, 5), ("beta", 2, 3.5, 0, 1),
    ("beta", 0.5, 0.25, -1, 3), ("beta", 300, 40, 0, 100), ("beta", 1, 1, 0, 1), ("gamma", 2.5, 3), ("gamma", 0.3, 1e6),
    ("gamma", 250, 0.01), ("gamma", 1, 1), ("weibull", 1.5, 2), ("weibull", 0.5, 1e3), ("weibull", 80, 5),
    ("weibull", 1, 1), ("student_t", 1, 0, 1), ("student_t", 2, 1, 3), ("student_t", 2.5, -1, 0.5), ("student_t", 7, 0, 1),
    ("student_t", 32, 100, 7), ("student_t", 0.5, 0, 1), ("student_t", 1000, 0, 1),
    ("log_student_t", 32, 1e9, 0.5), ("log_student_t", 4, 1e-6, 0.25), ("log_student_t", 19, 3, 2), ("log_student_t", 1, 1, 1),
    ("log_student_t", 1000, 1e25, 0.1),
]
TRUNCATED = [
    ("normal", (0, 1), -1, 2), ("normal", (0, 1), 5, INF), ("normal", (0, 1), -INF, -7), ("normal", (3, 2), 2.5, 2.75),
    ("normal", (0, 1), -8, 1), ("lognormal", (4.5, 0.5), 4, 6), ("lognormal", (1, 2.5), 0.5, INF),
    ("lognormal", (1, 2.5), 0, 1e3), ("triangular", (0, 2, 10), 1, 9), ("triangular", (0, 2, 10), 3, 9),
    ("triangular", (0, 2, 10), -1, 1), ("pert", (0, 2, 10), 1, 9), ("pert", (0, 0, 1), 0.25, 1),
    ("beta", (0.5, 0.25, 0, 1), 0.125, 0.96875), ("beta", (0.5, 3, 0, 1), -1, 0.5), ("gamma", (2.5, 3), 1, 20),
    ("gamma", (0.3, 1), 0, 0.5), ("gamma", (2.5, 3), 40, INF), ("weibull", (1.5, 2), 1, INF), ("weibull", (0.5, 1), 0.25, 9),
    ("student_t", (1, 0, 1), -2, 50), ("student_t", (1.5, 0, 1), 1, 1e6), ("student_t", (7, 1, 3), 2, INF),
    ("student_t", (3.5, 0, 1), -INF, 0.5), ("log_student_t", (9, 1, 0.5), 0, 10), ("log_student_t", (3, 1, 1), 0.5, 1e6),
    ("log_student_t", (32, 100, 0.25), 80, 90), ("log_student_t", (1, 1, 0.5), 0, 1e9),
]


def hexa(x):
    x = mpf(x)
    if x == INF:
        return "infinite"
    if x == -INF:
        return "-infinite"
    return float(x).hex()


def row(*values):
    return "    {" + ", ".join(v if isinstance(v, str) else hexa(v) for v in values) + "},"


def parameters(p):
    return "{" + ", ".join(hexa(v) for v in p) + "}"


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by belief.py; do not edit.")
    print("#pragma once\n\n#include <limits>\n\nnamespace reference {\n")
    print("inline constexpr double infinite = std::numeric_limits<double>::infinity();")
    print("inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();\n")
    print("/// Of a shape with these parameters: at x the probability below and above, and the density.")
    print("struct belief_point {\n    const char* shape;\n    double parameter[4];\n    double x, below, above, density;\n};")
    print("inline constexpr belief_point belief_points[] = {")
    for name, *p in SHAPES:
        shape = Shape(name, *p)
        for e, from_above in ((300, False), (12, False), (2, False), (0.5, False), (0.5, True), (2, True), (12, True),
                              (300, True)):
            x = solve(shape, mpf(10) ** -mpf(e), from_above)
            if not shape.support[0] < x < shape.support[1] or abs(x) > 1e150:
                continue
            below, above = shape.lower(mpf(x)), shape.upper(mpf(x))
            if min(below, above) < mpf(10) ** -305:
                continue
            print(row(f'"{name}"', parameters(p), x, below, above, shape.density(mpf(x))))
    print("};\n")
    print("/// Mean and variance; undefined where there is none.")
    print("struct belief_moments {\n    const char* shape;\n    double parameter[4];\n    double mean, variance;\n};")
    print("inline constexpr belief_moments belief_moments_table[] = {")
    for name, *p in SHAPES:
        shape = Shape(name, *p)
        if name == "log_student_t":
            print(row(f'"{name}"', parameters(p), "undefined", "undefined"))
        elif name == "student_t" and p[0] <= 2:
            print(row(f'"{name}"', parameters(p), p[1] if p[0] > 1 else "undefined", "undefined"))
        elif name == "student_t":  # its slow tails defeat quadrature
            n = mpf(p[0])
            print(row(f'"{name}"', parameters(p), p[1], mpf(p[2]) ** 2 * n / (n - 2)))
        else:
            print(row(f'"{name}"', parameters(p), *moments(shape, -INF, INF)))
    print("};\n")
    print("/// The same, given lo <= X <= hi.")
    print("struct truncated_moments {\n    const char* shape;\n    double parameter[4];\n    double lo, hi, mean, variance;\n};")
    print("inline constexpr truncated_moments truncated_moments_table[] = {")
    for name, p, lo, hi in TRUNCATED:
        print(row(f'"{name}"', parameters(p), mpf(lo), mpf(hi), *moments(Shape(name, *p), mpf(lo), mpf(hi))))
    print("};\n")
    print("}  // namespace reference")


if __name__ == "__main__":
    main()
