# SPDX-License-Identifier: BSL-1.0
"""Golden scores of quantile grids, from 40-digit arithmetic (python3, mpmath): python3 quantile_grid.py > quantile_grid.hpp

The score is the quantile score integrated over probability, 2 ∫ (1{y < x(p)} - p)(x(p) - y) dp, by mpmath's quadrature of the
quantile function itself; the library integrates squares of the distribution function over values, in closed form. The
logarithmic score is the logarithm of the numerical derivative of the quantile function at F(y).
"""
from mpmath import mp, mpf

mp.dps = 40
INF = mp.inf

GRIDS = {
    "nine": [(0.01, 1.5), (0.05, 2.0), (0.1, 2.25), (0.25, 3.0), (0.5, 4.0), (0.75, 5.5), (0.9, 8.0), (0.95, 10.0), (0.99, 15.0)],
    "two": [(0.05, 80.0), (0.95, 200.0)],
    "ends": [(0.0, -1.0), (0.3, 2.0), (1.0, 4.0)],
    "atoms": [(0.1, 0.0), (0.4, 0.0), (0.5, 1.0), (0.8, 3.0), (0.9, 3.0)],
    "point": [(0.5, 80.0)],
    "never": [(0.1, 10.0), (0.25, 12.0), (0.45, 20.0), (0.5, INF), (0.9, INF)],
}
OUTCOMES = {
    "nine": [0.5, 1.5, 3.3, 4.0, 9.0, 16.0, 40.0],
    "two": [10.0, 100.0, 200.0, 1000.0],
    "ends": [-3.0, -1.0, 0.5, 4.0, 6.0],
    "atoms": [-2.0, 0.0, 0.5, 3.0, 7.0],
    "point": [80.0, 95.0],
    "never": [5.0, 11.0, 30.0, INF],
}
HORIZONS = {"never": [15.0, 40.0], "nine": [INF, 5.0], "atoms": [INF, 3.0], "two": [INF, 50.0]}


def quantile(grid, p):
    finite = [(mpf(a), mpf(b)) for a, b in grid if b != INF]
    (p0, x0), (pn, xn) = finite[0], finite[-1]
    if p < p0:
        s = p0 * (finite[1][1] - x0) / (finite[1][0] - p0) if len(finite) > 1 else 0
        return x0 + (s * mp.log(p / p0) if s else 0)
    if p > pn:
        if len(finite) < len(grid):
            return INF
        s = (1 - pn) * (xn - finite[-2][1]) / (pn - finite[-2][0]) if len(finite) > 1 else 0
        return xn - (s * mp.log((1 - p) / (1 - pn)) if s else 0)
    for (a, xa), (b, xb) in zip(finite, finite[1:]):
        if a <= p <= b:
            return xa + (p - a) / (b - a) * (xb - xa)
    return x0


def cdf(grid, x):
    lo, hi = mpf(0), mpf(1)
    for _ in range(130):
        mid = (lo + hi) / 2
        if quantile(grid, mid) <= x:
            lo = mid
        else:
            hi = mid
    return (lo + hi) / 2


def crps(grid, y, horizon):
    y = min(mpf(y), mpf(horizon))
    x = lambda p: min(quantile(grid, p), mpf(horizon))
    cuts = sorted({mpf(0), mpf(1)} | {mpf(p) for p, _ in grid} | {cdf(grid, y), cdf(grid, mpf(horizon))})
    cuts = [c for i, c in enumerate(cuts) if i == 0 or c - cuts[i - 1] > mpf(10) ** -30]
    loss = lambda p: 2 * ((1 if y < x(p) else 0) - p) * (x(p) - y)
    return sum(mp.quad(loss, [a, b]) for a, b in zip(cuts, cuts[1:]))


def number(x):
    return "headway::detail::infinity" if x == INF else float(x).hex()


def main():
    print("// SPDX-License-Identifier: BSL-1.0\n// Written by quantile_grid.py; do not edit.\n#pragma once\n")
    print("#include <headway/math/number.hpp>\n\nnamespace reference {\n")
    print("/// A grid of quantile_grid.test.cpp, an outcome, a horizon, the continuous ranked probability score and F(outcome).")
    print("struct quantile_grid_point {\n    const char* grid;\n    double outcome, horizon, crps, cdf;\n};")
    print("inline constexpr quantile_grid_point quantile_grid_points[] = {")
    for name, grid in GRIDS.items():
        for horizon in HORIZONS.get(name, [INF]):
            for y in OUTCOMES[name]:
                f = mpf(1) if y == INF else cdf(grid, mpf(y))
                print('    {"%s", %s, %s, %s, %s},' % (name, number(y), number(horizon), number(crps(grid, y, horizon)), number(f)))
    print("};\n")
    print("/// A grid, an outcome where there is a density, and its logarithmic score.")
    print("struct quantile_grid_density {\n    const char* grid;\n    double outcome, log_score;\n};")
    print("inline constexpr quantile_grid_density quantile_grid_densities[] = {")
    for name, ys in (("nine", (1.0, 3.3, 9.0, 20.0)), ("two", (60.0, 100.0, 300.0)), ("ends", (0.0, 3.0)), ("atoms", (0.5, 2.0)),
                     ("never", (8.0, 11.0))):
        for y in ys:
            slope = mp.diff(lambda p: quantile(GRIDS[name], p), cdf(GRIDS[name], mpf(y)))
            print('    {"%s", %s, %s},' % (name, number(y), number(mp.log(slope))))
    print("};\n\n}  // namespace reference")


main()
