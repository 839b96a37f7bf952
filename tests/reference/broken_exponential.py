# SPDX-License-Identifier: BSL-1.0
"""Golden values of fit_broken_exponential, from the textbook formulas (python3, mpmath, numpy).

    python3 broken_exponential.py > broken_exponential.hpp

The best date is found by a search of the plain normal equations in 40 digits, stretch by stretch; the density of the date is
integrated by Gauss-Legendre quadrature between the dates, and so is the distribution of a value to come; the p-value comes
from a million data sets of numpy's generator.
"""
import numpy
from mpmath import betainc, det, exp, findroot, log, lu_solve, matrix, mp, mpf, quad, sqrt

mp.dps = 40

DAY = 86400
# Days since 1970, and values: doublings in about 7 months up to day 900, in about 4.3 from there, with errors.
days = [0, 75, 150, 210, 300, 390, 450, 540, 600, 690, 760, 840, 910, 980, 1060, 1120, 1200, 1290]
values = [100, 141, 139, 190, 233, 371, 401, 690, 640, 1190, 1210, 1910, 2700, 3800, 6100, 7900, 17000, 24100]
later = 1500

x = [mpf(d) for d in days]
y = [log(mpf(v)) for v in values]
n = len(x)


def plus(v):
    return v if v > 0 else mpf(0)


def fit(at):
    """Coefficients of 1, t, (t - at)+, the sum of squared residuals and XᵀX."""
    rows = matrix([[1, t, plus(t - at)] for t in x])
    xtx = rows.T * rows
    c = lu_solve(xtx, rows.T * matrix(y))
    residuals = [y[i] - sum(rows[i, j] * c[j] for j in range(3)) for i in range(n)]
    return c, sum(r * r for r in residuals), xtx, residuals


def golden_section(f, a, b):
    ratio = (sqrt(mpf(5)) - 1) / 2
    c, d = b - ratio * (b - a), a + ratio * (b - a)
    fc, fd = f(c), f(d)
    for _ in range(90):
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - ratio * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + ratio * (b - a)
            fd = f(d)
    return (a + b) / 2


first, last = 2, n - 3
best = min((golden_section(lambda at: fit(at)[1], x[k], x[k + 1]) for k in range(first, last)), key=lambda at: fit(at)[1])
c, rss, _, residuals = fit(best)
mean_x, mean_y = sum(x) / n, sum(y) / n
sxx = sum((a - mean_x) ** 2 for a in x)
slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sxx
line_rss = sum((b - mean_y - slope * (a - mean_x)) ** 2 for a, b in zip(x, y))
f_value = (line_rss - rss) / 2 / (rss / (n - 4))

golden = {
    "break_day": best,
    "rate_before": c[1] / DAY,
    "rate_after": (c[1] + c[2]) / DAY,
    "stddev": sqrt(rss / (n - 4)),
    "r_squared": 1 - rss / sum((b - mean_y) ** 2 for b in y),
    "lag1": sum(a * b for a, b in zip(residuals, residuals[1:])) / rss,
    "value_later": exp(c[0] + c[1] * later + c[2] * plus(later - best)),
    "f": f_value,
    "aic_gain": n * log(line_rss / rss) - 4,
    "bic_gain": n * log(line_rss / rss) - 2 * log(mpf(n)),
}

# A break on a date that is known: ordinary regression on three columns.
known_day = 700
rss_known = fit(mpf(known_day))[1]
f_known = (line_rss - rss_known) / (rss_known / (n - 3))
golden["known_day"] = mpf(known_day)
golden["known_stddev"] = sqrt(rss_known / (n - 3))
golden["known_f"] = f_known
golden["known_aic_gain"] = n * log(line_rss / rss_known) - 2
golden["known_bic_gain"] = n * log(line_rss / rss_known) - log(mpf(n))
# P(F(1, n - 3) > 3).
golden["known_p_of_f3"] = betainc(mpf(n - 3) / 2, mpf(1) / 2, 0, (n - 3) / (n - 3 + mpf(3)), regularized=True)

# The density of the date, and what each date says of a value and of the rates.
mp.dps = 20


def density(at):
    _, r, xtx, _ = fit(at)
    return det(xtx) ** mpf(-0.5) * (r / rss) ** (-mpf(n - 3) / 2)


def student_cdf(dof, t):
    tail = betainc(mpf(dof) / 2, mpf(1) / 2, 0, dof / (dof + t * t), regularized=True) / 2
    return 1 - tail if t > 0 else tail


def over_dates(g, upto=None):
    total = mpf(0)
    for k in range(first, last):
        pieces = 6 if n < 100 else 1
        for j in range(pieces):
            a = x[k] + (x[k + 1] - x[k]) * j / pieces
            b = x[k] + (x[k + 1] - x[k]) * (j + 1) / pieces
            if upto is not None:
                if a >= upto:
                    return total
                b = min(b, upto)
            for node, weight in zip(*numpy.polynomial.legendre.leggauss(5)):
                total += mpf(weight) * (b - a) / 2 * g(a + (b - a) * (1 + mpf(node)) / 2)
    return total


whole = over_dates(density)
for name, p in (("break_p05", 0.05), ("break_p50", 0.5), ("break_p95", 0.95)):
    low, high = x[first], x[last]
    for _ in range(30):
        middle = (low + high) / 2
        if over_dates(density, middle) < p * whole:
            low = middle
        else:
            high = middle
    golden[name] = low


def quantile(location_and_scale, p, low, high):
    """Of the mixture over dates of Student-t's with n - 3 degrees of freedom."""
    nodes = []

    def remember(at):
        nodes.append((at, density(at), *location_and_scale(at)))
        return mpf(0)
    over_dates(remember)
    weights = iter(nodes)

    def cdf(v):
        it = iter(nodes)

        def g(at):
            _, d, location, scale = next(it)
            return d * student_cdf(n - 3, (v - location) / scale)
        return over_dates(g) / whole
    for _ in range(34):
        middle = (low + high) / 2
        if cdf(middle) < p:
            low = middle
        else:
            high = middle
    return low


def combination(coefficients, scatter):
    def at_date(at):
        c, r, xtx, _ = fit(at)
        k = matrix(coefficients(at))
        variance = (k.T * lu_solve(xtx, k))[0]
        return (k.T * c)[0], sqrt(r / (n - 3) * (variance + scatter))
    return at_date


for name, p in (("p05", 0.05), ("p50", 0.5), ("p95", 0.95)):
    golden["value_" + name] = exp(quantile(combination(lambda at: [1, later, plus(later - at)], 1), p, mpf(0), mpf(30)))
    golden["rate_before_" + name] = quantile(combination(lambda at: [0, 1, 0], 0), p, mpf(-1), mpf(1)) / DAY
    golden["rate_after_" + name] = quantile(combination(lambda at: [0, 1, 1], 0), p, mpf(-1), mpf(1)) / DAY

# The p-value of a weaker break, F 5, at these dates: the largest F over a fine grid and the dates themselves.
rng = numpy.random.default_rng(17)
t = numpy.array(days, dtype=float)
grid = numpy.unique(numpy.concatenate([numpy.linspace(days[first], days[last], 600), t[first:last + 1]]))
straight = numpy.linalg.qr(numpy.column_stack([numpy.ones(n), t]))[0]
hinges = numpy.maximum(t[:, None] - grid[None, :], 0.0)
hinges -= straight @ (straight.T @ hinges)
hinges /= numpy.linalg.norm(hinges, axis=0)
sets, above = 1000000, {5.0: 0, 3.0: 0}
for _ in range(sets // 10000):
    e = rng.standard_normal((10000, n))
    e -= (e @ straight) @ straight.T
    total = (e * e).sum(axis=1)
    gain = ((e @ hinges) ** 2).max(axis=1)
    f = gain / 2 / ((total - gain) / (n - 4))
    for level in above:
        above[level] += int((f >= level).sum())
golden["p_of_f5"] = mpf(above[5.0]) / sets
golden["p_of_f3"] = mpf(above[3.0]) / sets

print("// SPDX-License-Identifier: BSL-1.0\n// Written by broken_exponential.py; do not edit.\n#pragma once\n")
print("namespace reference::broken_exponential {\n")
print("inline constexpr double days[] = {" + ", ".join(str(d) for d in days) + "};")
print("inline constexpr double values[] = {" + ", ".join(str(v) for v in values) + "};")
print(f"inline constexpr double later = {later};")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 17)};")
print("\n}  // namespace reference::broken_exponential")
