# SPDX-License-Identifier: BSL-1.0
"""Coefficients and golden values of headway/math/gamma.hpp, from 60-digit arithmetic (python3, mpmath).

    python3 gamma.py coefficients    prints the fits and series that the header holds
    python3 gamma.py > gamma.hpp     writes the golden values
"""
import random
import sys
from fractions import Fraction

from mpmath import mp, mpf

from incomplete import head, invert, tail, write
from minimax import print_fit, rational

mp.dps = 60


def atanh_rest(w):
    """(atanh(s) - s)/s^3 at s^2 = w."""
    if w < mpf(10) ** -12:
        return mp.fsum(w**k / (2 * k + 3) for k in range(6))
    s = mp.sqrt(w)
    return (mp.atanh(s) - s) / (s * w)


def stirling_rest(a):
    """log gamma(a) - ((a - 1/2) log a - a + log(2 pi)/2)."""
    with mp.workdps(90):
        return +(mp.loggamma(a) - (a - mpf(1) / 2) * mp.log(a) + a - mp.log(2 * mp.pi) / 2)


def stirling_scaled(w):
    """a stirling_rest(a) at 1/a^2 = w."""
    if w < mpf(10) ** -8:
        return mpf(1) / 12 - w / 360 + w**2 / 1260 - w**3 / 1680 + w**4 / 1188
    return stirling_rest(1 / mp.sqrt(w)) / mp.sqrt(w)


def log_gamma_quotient(s):
    """log gamma(1 + s) / (s (s - 1))."""
    if abs(s) < mpf(10) ** -20:
        return +mp.euler
    if abs(s - 1) < mpf(10) ** -20:
        return 1 - mp.euler
    return mp.loggamma(1 + s) / (s * (s - 1))


def eta_over_mu(count):
    """Taylor coefficients in eta of eta/mu, where eta^2/2 = mu - log(1 + mu): exact, from mu dmu = (1 + mu) eta deta."""
    w, h, f = [], [], []
    for k in range(count):
        h.append((Fraction(int(k == 0)) + (w[k - 1] if k else 0)) / (1 + Fraction(k, 2)))
        w.append(Fraction(1) if k == 0 else (h[k] - sum(w[j] * w[k - j] for j in range(1, k))) / 2)
        f.append(Fraction(1) if k == 0 else -sum(w[j] * f[k - j] for j in range(1, k + 1)))
    return f


def coefficients():
    print_fit("(atanh(s) - s)/s^3 in s^2, |s| <= 1/2", rational(atanh_rest, 0, "0.25", 5, 5))
    print_fit("Stirling remainder in a - 1, 1 <= a <= 8", rational(lambda s: stirling_rest(1 + s), 0, 7, 7, 8))
    print_fit("a times Stirling remainder in 1/a^2, a >= 8", rational(stirling_scaled, 0, mpf(1) / 64, 3, 3))
    print_fit("log gamma(1 + s)/(s (s - 1)), 0 <= s <= 2", rational(log_gamma_quotient, 0, 2, 7, 7))
    print("eta/mu in eta: " + ", ".join(repr(float(c)) for c in eta_over_mu(23)))


def tails(a, x):
    """P, Q and x^a exp(-x)/gamma(a): the series of positive terms up to a little above the mean, else the continued fraction."""
    a, x = mpf(a), mpf(x)
    slope = mp.exp(a * mp.log(x) - x - mp.loggamma(a))
    if x < a + 8 * mp.sqrt(a) + 10:
        total = term = mpf(1)
        n = 0
        while n + a < x or term > total * mpf(10) ** -62:
            n += 1
            term *= x / (a + n)
            total += term
        p = slope / a * total
        return p, 1 - p, slope
    depth = int(60 + 40 * mp.sqrt(a) + 20000 / x)
    f = mpf(0)
    for k in range(depth, 0, -1):
        f = k * (a - k) / (x + 2 * k + 1 - a + f)
    q = slope / (x + 1 - a + f)
    return 1 - q, q, slope


def inverse(a, p, q):
    a = mpf(a)
    small = (mp.log(p if p <= q else -mp.expm1(mp.log(q)) if q < 0.99 else 1 - q) + mp.loggamma(a + 1)) / a
    if small < -40:
        return mp.exp(small + a / (a + 1) * mp.exp(small) / a)
    start = mp.log(a) if a > 1 else max(small, mpf(-5))
    return mp.exp(invert(lambda u: tails(a, mp.exp(u)), start, p, q))


def golden():
    rng = random.Random(20240516)
    log_uniform = lambda low, high: mp.mpf(low) * mp.exp(rng.random() * mp.log(mpf(high) / mpf(low)))
    shape = lambda: float(log_uniform("1e-2", "1e6") if rng.random() < 0.5 else log_uniform("1e-2", 100))

    points = []
    for _ in range(900):
        a = shape()
        kind = rng.randrange(3)
        if kind == 0:
            x = a + a**0.5 * rng.uniform(-8, 10)
        elif kind == 1:
            x = a * float(mp.exp(rng.uniform(-3, 2)))
        else:
            x = a * float(mp.exp(-rng.random() ** 2 * 700 / (a + 1))) if rng.random() < 0.5 else a + 38 * a**0.5 * rng.random() + 40 * rng.random()
        if x > 0:
            points.append((a, float(x)))
    points += [(a, a) for a in (0.01, 0.1, 0.5, 1.0, 2.0, 7.9, 8.0, 19.999, 20.0, 100.0, 1e3, 1e4, 1e5, 1e6)]
    # the joints of the methods: x = 1, a = 1, 20, and the edge of the uniform expansion
    points += [(a, x) for a in (0.05, 0.999, 1.0, 19.9, 20.0, 30.0, 500.0) for x in (0.999, 1.0, 0.51 * a, 0.53 * a, 1.7 * a, 1.75 * a)]
    values = [((a, x), tails(a, x)) for a, x in points]

    inverses = {"p": [], "q": []}
    for i in range(700):
        a = shape()
        t = float(rng.random() if i % 3 == 0 else log_uniform("1e-300" if i % 3 == 1 else "1e-12", 1))
        for name, p, q in (("p", mpf(t), 1 - mpf(t)), ("q", 1 - mpf(t), mpf(t))):
            if rng.random() < 0.5:
                inverses[name].append(((a, t), inverse(a, p, q)))

    logs = [2.0**k for k in range(-1074, 1010, 17)] + [float(f"1e{k}") for k in range(-20, 21)]
    logs += [rng.uniform(0, 12) for _ in range(300)] + [float(log_uniform("1e-8", "1e15")) for _ in range(200)]
    logs += [c + s * 2.0**-k for c in (1, 2, 3, 8) for s in (-1, 1) for k in range(2, 52, 3)]

    head("gamma.py")
    write("log_gamma", "golden", [((x,), mp.loggamma(mpf(x))) for x in set(logs)])
    write("gamma_p", "golden2", [(at, v[0]) for at, v in values])
    write("gamma_q", "golden2", [(at, v[1]) for at, v in values])
    write("gamma_p_inverse", "golden2", inverses["p"])
    write("gamma_q_inverse", "golden2", inverses["q"])
    tail()


if __name__ == "__main__":
    coefficients() if sys.argv[1:] == ["coefficients"] else golden()
