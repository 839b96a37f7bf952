# SPDX-License-Identifier: BSL-1.0
"""Golden values of truncated beliefs in far tails and narrow windows, from 50-digit arithmetic (python3, mpmath):
python3 window.py > window.hpp

Densities are those of belief.py, integrated over the window by mpmath's quadrature in pieces that grow from the end with
the greater density; probabilities, moments and quantiles are ratios of such integrals, never of distribution functions.
"""
from mpmath import mp, mpf

from belief import Shape, hexa, INF

mp.dps = 50

WINDOWS = [
    ("normal", (0, 1), 37, 38), ("normal", (0, 1), 37, INF), ("normal", (0, 1), -INF, -37.5), ("normal", (0, 1), -38, -37),
    ("normal", (0, 1), -1e-12, 1e-12), ("normal", (0, 1), 5, 5.000000001), ("normal", (3, 2), 2.5, 2.500001),
    ("normal", (0, 1), 30, 30.0001), ("normal", (0, 1), 0, 0.01), ("normal", (0, 1), -9, -8.999), ("normal", (0, 1), 36, 36.5),
    ("lognormal", (4.5, 0.5), 4.5, 4.5000001), ("lognormal", (1, 0.1), 42, INF), ("lognormal", (1, 0.1), 0, 0.024),
    ("lognormal", (1, 2.5), 1e-12, 1.0001e-12), ("lognormal", (1e25, 0.5), 1e25, 1.0000001e25),
    ("gamma", (2.5, 3), 7, 7.0000001), ("gamma", (2.5, 3), 2050, INF), ("gamma", (2.5, 3), 2060, 2100),
    ("gamma", (250, 0.01), 0, 0.06), ("gamma", (0.3, 1), 3, 3.000001), ("gamma", (1, 1), 690, 700),
    ("beta", (2, 3.5, 0, 1), 0.25, 0.2500001), ("beta", (200, 3, 0, 1), 0, 0.03), ("beta", (3, 200, 0, 1), 0.975, 1),
    ("beta", (0.5, 0.25, 0, 1), 0.5, 0.5000001), ("beta", (300, 40, 0, 100), 10, 10.5), ("pert", (0, 2, 10), 3, 3.0000001),
    ("pert", (0, 2, 10), 9.99, 9.9900001), ("weibull", (1.5, 2), 1, 1.0000001), ("weibull", (1.5, 2), 153, INF),
    ("weibull", (80, 5), 0, 0.001), ("weibull", (0.5, 1), 4, 4.000001), ("student_t", (7, 1, 3), 2, 2.0000001),
    ("student_t", (2.5, 0, 1), 1000, 1000.001), ("student_t", (1000, 0, 1), 34, 34.5), ("student_t", (30, 0, 1), 1e10, INF),
    ("log_student_t", (32, 100, 0.25), 80, 80.00001), ("log_student_t", (9, 1, 0.5), 0.01, 0.0100001),
    ("triangular", (0, 2, 10), 1, 1.0000001), ("triangular", (0, 2, 10), 1.9999999, 2.0000001),
    ("triangular", (0, 2, 10), 9.9999999, 10), ("triangular", (0, 0, 1), 0.5, 0.50000001), ("triangular", (0, 5, 5), 4.999999, 5),
]


class Window:
    def __init__(self, name, parameters, lo, hi):
        self.shape = Shape(name, *parameters)
        self.lo, self.hi = mpf(lo), mpf(hi)
        # An end of the support where the density vanishes is no place to start from.
        f = lambda x: self.shape.density(x) if mp.isfinite(x) else mpf(0)
        self.from_lo = f(self.lo) >= f(self.hi)
        self.anchor = self.lo if self.from_lo else self.hi
        self.top = self.shape.density(self.anchor)
        self.weight = lambda way: self.shape.density(self.at(way)) / self.top
        self.length = self.hi - self.lo
        scale = self.length if mp.isfinite(self.length) else max(abs(self.anchor), mpf(1))
        while self.weight(scale) < mp.exp(-1):
            scale /= 2
        self.unit = scale
        self.cuts = [mpf(0)]
        step = scale / 4
        while self.cuts[-1] < self.length and (self.cuts[-1] == 0 or self.weight(self.cuts[-1]) > mpf(10) ** -60) and len(self.cuts) < 900:
            self.cuts.append(min(self.length, self.cuts[-1] + step))
            step *= mpf(3) / 2
        if mp.isfinite(self.length):
            self.cuts.append(self.length)
        kinks = [abs(k - self.anchor) for k in self.shape.kinks if self.lo < k < self.hi]
        self.cuts = sorted(set(self.cuts + kinks))
        self.mass = self.integral(lambda t: 1)

    def at(self, way):
        return self.anchor + way if self.from_lo else self.anchor - way

    def integral(self, g, start=None, end=None):
        start = self.cuts[0] if start is None else start
        end = self.cuts[-1] if end is None else end
        inner = [c for c in self.cuts if start < c < end]
        # In units of the window: the quadrature stops at an absolute error.
        places = [c / self.unit for c in [start] + inner + [end]]
        return self.unit * mp.quad(lambda t: g(t) * self.weight(t * self.unit), places)

    def moments(self):
        mean = self.integral(lambda t: t) / self.mass
        variance = self.integral(lambda t: (t - mean) ** 2) / self.mass
        return self.at(mean * self.unit), mp.sqrt(variance) * self.unit

    def point(self, share):
        """A double inside, its density, and the probabilities on either side."""
        reach = self.cuts[-1] if mp.isfinite(self.length) and self.length <= self.cuts[-1] else self.cuts[6]
        x = float(self.at(mpf(share) * reach))
        way = abs(mpf(x) - self.anchor)
        near = self.integral(lambda w: 1, None, way) / self.mass
        here = self.weight(way)
        far = here * self.integral(lambda t: 1 / here, way, None) / self.mass
        density = self.weight(way) / self.mass
        return (x, density, near, far) if self.from_lo else (x, density, far, near)

    def quantile(self, p):
        near = mpf(p) if self.from_lo else 1 - mpf(p)
        a, b = mpf(0), self.cuts[-1]
        whole, below = self.mass * near, mpf(0)
        for first, last in zip(self.cuts, self.cuts[1:]):
            piece = self.integral(lambda t: 1, first, last)
            if below + piece >= whole:
                a, b = first, last
                break
            below += piece
        way = (a + b) / 2
        lo, hi = a, b
        for _ in range(60):  # Newton's method, held by bisection
            error = below + self.integral(lambda t: 1, a, way) - whole
            if error > 0:
                hi = way
            else:
                lo = way
            step = error / self.weight(way)
            new = way - step
            if not lo < new < hi:
                new = (lo + hi) / 2
            if abs(new - way) < abs(way) * mpf(10) ** -30:
                break
            way = new
        return self.at(way)


def main():
    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by window.py; do not edit.")
    print("#pragma once\n\n#include <limits>\n\nnamespace reference {\n")
    print("/// Of a shape with these parameters, given lo <= X <= hi: mean and standard deviation; at two places density and the")
    print("/// probability below and above; the quantiles at 0.01, 0.25, 0.5, 0.75 and 0.99.")
    print("struct belief_window {\n    const char* shape;\n    double parameter[4];\n    double lo, hi, mean, stddev;")
    print("    double at[2][4];\n    double quantile[5];\n};")
    print("inline constexpr belief_window belief_windows[] = {")
    infinite = "std::numeric_limits<double>::infinity()"
    number = lambda x: hexa(x).replace("infinite", infinite)
    for name, p, lo, hi in WINDOWS:
        w = Window(name, p, lo, hi)
        numbers = lambda values: "{" + ", ".join(number(v) for v in values) + "}"
        points = "{" + numbers(w.point(0.3)) + ", " + numbers(w.point(0.9)) + "}"
        quantiles = numbers(w.quantile(q) for q in (0.01, 0.25, 0.5, 0.75, 0.99))
        print(f'    {{"{name}", {numbers(p)}, {number(w.lo)}, {number(w.hi)},')
        print("     " + ", ".join(number(v) for v in w.moments()) + ",")
        print(f"     {points},\n     {quantiles}}},")
    print("};\n\n}  // namespace reference")


if __name__ == "__main__":
    main()
