# SPDX-License-Identifier: BSL-1.0
"""Golden values of headway/math/beta.hpp, from 70-digit arithmetic (python3, mpmath).

    python3 beta.py > beta.hpp
"""
import random

from mpmath import mp, mpf

from incomplete import head, invert, tail, write

mp.dps = 70


def series(slope, a, b, x):
    """Lower tail: slope/a · sum (a+b)_n/(a+1)_n x^n, all terms positive."""
    total = term = mpf(1)
    n = 0
    while True:
        ratio = (a + b + n) * x / (a + 1 + n)
        term *= ratio
        total += term
        n += 1
        if ratio < 1 and term < total * mpf(10) ** -72:
            return slope / a * total


def fraction(slope, a, b, x, y):
    """Lower tail by the continued fraction DLMF 8.17.22, two steps at a time, from deeper and deeper down until it settles."""
    before, depth = mpf(0), 100
    while True:
        f = mpf(0)
        for n in range(depth, -1, -1):
            odd = a + 2 * n - 1
            part = n * (b - n) * x / odd
            f = n + part + (a + n) / (odd + 2) * (a * y - b * x + 1 + n * (1 + y)) + f
            if n:
                f = (a + n - 1) * (a + b + n - 1) * x / odd * part / f
        value = slope / f
        if abs(value - before) < abs(value) * mpf(10) ** -30:
            return value
        before, depth = value, depth * 3


def tails(a, b, x, y, mirrored=False):
    """I(x; a, b), its complement and x^a y^b / B(a, b), for x + y = 1."""
    if b * x > a * y and not mirrored:
        p, q, slope = tails(b, a, y, x, True)
        return q, p, slope
    slope = mp.exp(a * mp.log(x) + b * mp.log(y) + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))
    if x <= mpf("0.6"):
        p = series(slope, a, b, x)
    elif (a + b) * y < 3 * (b + 1) and y < mpf("0.4") and b < 50:
        with mp.workdps(140):
            p = 1 - series(slope, b, a, y)
    else:
        p = fraction(slope, a, b, x, y)
    return p, 1 - p, slope


def inverse(a, b, p, q):
    """x and 1 - x."""
    a, b = mpf(a), mpf(b)
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    small_x = (mp.log(p) + mp.log(a) + log_beta) / a
    small_y = (mp.log(q) + mp.log(b) + log_beta) / b
    if small_x < -80:
        x = mp.exp(small_x)
        return x, 1 - x
    if small_y < -80:
        y = mp.exp(small_y)
        return 1 - y, y
    start = mp.log(a / b) if a >= 1 and b >= 1 else small_x if small_x < -1 else -small_y if small_y < -1 else mpf(0)
    at = lambda u: tails(a, b, 1 / (1 + mp.exp(-u)), 1 / (1 + mp.exp(u)))
    u = invert(at, start, p, q)
    return 1 / (1 + mp.exp(-u)), 1 / (1 + mp.exp(u))


def golden():
    rng = random.Random(20250320)
    log_uniform = lambda low, high: float(mpf(low) * mp.exp(rng.random() * mp.log(mpf(high) / mpf(low))))
    shape = lambda: rng.choice(
        (lambda: log_uniform("1e-2", "1e6"), lambda: log_uniform("1e-2", 100), lambda: 0.5, lambda: rng.randrange(1, 60) / 2)
    )()

    points = []
    while len(points) < 800:
        a, b = shape(), shape()
        spread = (1 / a + 1 / b) ** 0.5
        kind = rng.randrange(3)
        u = float(mp.log(a / b)) + spread * (rng.uniform(-6, 6) if kind == 0 else rng.uniform(-40, 40)) if kind < 2 else rng.uniform(-30, 30)
        x = float(1 / (1 + mp.exp(-u)))
        if 0 < x < 1:
            points.append((a, b, x))
    for a in (0.01, 0.5, 1.0, 19.99, 20.0, 1e3, 1e6):
        for b in (0.01, 0.5, 1.0, 19.99, 20.0, 1e3, 1e6):
            points += [(a, b, x) for x in (a / (a + b), 0.5, a / (a + b) / 2) if 0 < x < 1]
    values = [(at, tails(mpf(at[0]), mpf(at[1]), mpf(at[2]), 1 - mpf(at[2]))) for at in points]

    inverses = {"p": [], "q": []}
    for i in range(900):
        a, b = shape(), shape()
        t = rng.random() if i % 3 == 0 else log_uniform("1e-300" if i % 3 == 1 else "1e-12", 1)
        if i % 2:
            inverses["p"].append(((a, b, t), inverse(a, b, mpf(t), 1 - mpf(t))[0]))
        else:
            inverses["q"].append(((a, b, t), inverse(a, b, 1 - mpf(t), mpf(t))[0]))

    pairs = [(shape(), shape()) for _ in range(500)]
    pairs += [(a, b) for a in (0.01, 1.0, 2.0, 8.0, 1e6) for b in (0.01, 0.5, 1.0, 3.0, 7.99, 1e6)]

    head("beta.py")
    write("log_beta", "golden2", [(at, mp.loggamma(mpf(at[0])) + mp.loggamma(mpf(at[1])) - mp.loggamma(mpf(at[0]) + mpf(at[1]))) for at in pairs])
    write("beta_i", "golden3", [(at, v[0]) for at, v in values])
    write("beta_i_complement", "golden3", [(at, v[1]) for at, v in values])
    write("beta_i_inverse", "golden3", inverses["p"])
    write("beta_i_complement_inverse", "golden3", inverses["q"])
    tail()


if __name__ == "__main__":
    golden()
