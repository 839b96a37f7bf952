# SPDX-License-Identifier: BSL-1.0
"""Rational minimax fits: Remez exchange, each levelled system solved by Newton's method in mpmath."""
from mpmath import mp, mpf

mp.dps = 60


def rational(f, a, b, m, n, weight=None, rounds=30, density=12):
    """Largest error, numerator (degree m) and denominator (degree n, constant term 1) of the fit of f on [a, b].

    The error is relative to weight(x), by default f(x).
    """
    a, b = mpf(a), mpf(b)
    size = m + n + 2
    mid, half = (a + b) / 2, (b - a) / 2
    grid = sorted(mid - half * mp.cos(mp.pi * k / mpf(density * size)) for k in range(density * size + 1))
    exact = [f(x) for x in grid]
    scale = [weight(x) for x in grid] if weight else exact

    start = [mid + half * mp.cos(mp.pi * (2 * k + 1) / (2 * (size - 1))) for k in range(size - 1)]
    lhs, rhs = mp.matrix(size - 1, size - 1), mp.matrix(size - 1, 1)
    for i, x in enumerate(start):
        y = f(x)
        for j in range(m + 1):
            lhs[i, j] = x**j
        for j in range(1, n + 1):
            lhs[i, m + j] = -y * x**j
        rhs[i] = y
    s = mp.lu_solve(lhs, rhs)
    p, q = [s[j] for j in range(m + 1)], [mpf(1)] + [s[m + j] for j in range(1, n + 1)]

    def errors():
        return [(mp.polyval(p[::-1], x) / mp.polyval(q[::-1], x) - y) / w for x, y, w in zip(grid, exact, scale)]

    e = errors()
    best = (max(abs(v) for v in e), p, q)
    for _ in range(rounds):
        extrema, i = [], 0
        while i < len(e):
            j = k = i
            while j < len(e) and (e[j] > 0) == (e[i] > 0):
                k = j if abs(e[j]) > abs(e[k]) else k
                j += 1
            extrema.append(k)
            i = j
        while len(extrema) > size:
            extrema.pop(0 if abs(e[extrema[0]]) < abs(e[extrema[-1]]) else -1)
        if len(extrema) < size:
            break
        sign = 1 if e[extrema[0]] > 0 else -1
        level = mp.exp(mp.fsum(mp.log(abs(e[k])) for k in extrema) / size)
        for _ in range(12):
            lhs, rhs = mp.matrix(size, size), mp.matrix(size, 1)
            for i, k in enumerate(extrema):
                x, unit = grid[k], scale[k] * sign * (-1) ** i
                target, bottom = exact[k] + unit * level, mp.polyval(q[::-1], grid[k])
                for j in range(m + 1):
                    lhs[i, j] = x**j
                for j in range(1, n + 1):
                    lhs[i, m + j] = -target * x**j
                lhs[i, size - 1] = -unit * bottom
                rhs[i] = target * bottom - mp.polyval(p[::-1], x)
            d = mp.lu_solve(lhs, rhs)
            p = [p[j] + d[j] for j in range(m + 1)]
            q = [mpf(1)] + [q[j] + d[m + j] for j in range(1, n + 1)]
            level += d[size - 1]
            if abs(d[size - 1]) < abs(level) * mpf("1e-8"):
                break
        e = errors()
        worst = max(abs(v) for v in e)
        best = min(best, (worst, p, q), key=lambda fit: fit[0])
        if worst < abs(level) * mpf("1.02"):
            break
    return best


def print_fit(name, fit):
    """Coefficients from the highest power down, as the headers write them."""
    worst, p, q = fit
    print(f"{name}: largest error {mp.nstr(worst, 3)}, all coefficients positive: {min(p) > 0 and min(q) > 0}")
    for label, c in (("over", p), ("under", q)):
        print(f"  {label}: " + ", ".join(repr(float(v)) for v in reversed(c)))
