# SPDX-License-Identifier: BSL-1.0
"""Coefficients and golden values of headway/math/error_function.hpp, from 60-digit arithmetic (python3, mpmath).

    python3 error_function.py coefficients           prints the fits that the header holds
    python3 error_function.py > error_function.hpp    writes the golden values
"""
import random
import sys

from mpmath import mp, mpf

from minimax import print_fit, rational

mp.dps = 60


def erfc(x):
    return mp.erfc(mpf(x))


def cdf(z):
    return mp.erfc(-mpf(z) / mp.sqrt(2)) / 2


def quantile(p):
    """z with cdf(z) = p; Newton's method on log cdf, which is concave, from the outside."""
    p = mpf(p)
    if p == mpf(1) / 2:
        return mpf(0)
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    target = mp.log(p)
    z = -mp.sqrt(-2 * target) if p < 0.2 else (p - mpf(1) / 2) * mp.sqrt(2 * mp.pi)
    for _ in range(80):
        value = cdf(z)
        step = (mp.log(value) - target) * value / mp.npdf(z)
        z -= step
        if abs(step) < mpf(10) ** -55 * abs(z):
            break
    return z


def erf_over_x(t):
    x = mp.sqrt(t)
    return 2 / mp.sqrt(mp.pi) if x < mpf(10) ** -25 else mp.erf(x) / x


def erfcx(x):
    with mp.workdps(80):
        return +(mp.erfc(x) * mp.exp(x * x))


def central_over_q(t):
    q = mp.sqrt(mpf(1) / 4 - t)
    return mp.sqrt(2 * mp.pi) if q < mpf(10) ** -15 else quantile(t / (mpf(1) / 2 + q)) / -q


def coefficients():
    for low, high in (("0.46", 3), (3, 28)):
        low = mpf(low)
        ratio = lambda s: 1 / (mp.sqrt(mp.pi) * erfcx(low + s))
        fit = rational(lambda s: ratio(s) - (low + s), 0, high - low, 6, 7, ratio)
        print_fit(f"1/(sqrt(pi) erfc(x) exp(x^2)) - x in x - {low}, up to x = {high}", fit)
    for name, c in (("pi", mp.pi), ("2 pi", 2 * mp.pi)):
        top = mp.floor(mp.log(c) / 2 * 2**25) / 2**25
        print(f"log(sqrt({name})) = {float(top).hex()} + {float(mp.log(c) / 2 - top).hex()}")
    low = mpf("0.0196")
    fit = rational(
        lambda r: central_over_q(low + r) - mpf("2.5"), 0, mpf(1) / 4 - low, 10, 10, lambda r: central_over_q(low + r)
    )
    print_fit("quantile(p)/(p - 1/2) - 2.5 in p(1-p) - 0.0196, 0.02 <= p <= 0.98", fit)
    for low, high in (("2.75", 7), (7, "38.6")):
        low, high = mpf(low), mpf(high)
        tail = lambda s: -quantile(mp.exp(-((low + s) ** 2) / 2))
        fit = rational(lambda s: low + s - tail(s), 0, high - low, 7, 7, tail)
        print_fit(f"r + quantile(exp(-r^2/2)) in r - {low}, up to r = {high}", fit)


def row(x, value):
    """The argument, the nearest double to the value, and what is left over."""
    head = float(value)
    rest = float(value - mpf(head)) if head != 0 else float(value)
    return "    {%s, %s, %s}," % (float(x).hex(), head.hex(), rest.hex())


def write(name, f, points, low=None):
    print(f"inline constexpr golden {name}[] = {{")
    for x in sorted(set(points)):
        value = f(x)
        if low is None or abs(value) >= low:
            print(row(x, value))
    print("};\n")


def golden():
    rng = random.Random(20250206)
    tiny = mpf(2) ** -1074
    powers = [2.0**k for k in range(-1074, 5, 7)] + [2.0**k for k in range(-30, 5)] + [float(f"1e{k}") for k in range(-20, 2)]
    erf_points = powers + [rng.uniform(0, 6.5) for _ in range(400)] + [-rng.uniform(0, 6.5) for _ in range(50)]
    erfc_points = [2.0**k for k in range(-60, 5)] + [rng.uniform(-6, 28) for _ in range(500)] + [rng.uniform(0, 3) for _ in range(150)]
    erfc_points += [rng.uniform(26, 27.3) for _ in range(80)]
    cdf_points = [s * 2.0**k for k in range(-40, 5) for s in (-1, 1)] + [rng.uniform(-38.6, 8.5) for _ in range(500)]
    cdf_points += [rng.uniform(-3, 3) for _ in range(150)] + [rng.uniform(-38.6, -36) for _ in range(80)]
    pdf_points = [2.0**k for k in range(-40, 5)] + [rng.uniform(-38.7, 38.7) for _ in range(400)] + [rng.uniform(36, 38.7) for _ in range(80)]
    quantile_points = [2.0**k for k in range(-1074, 0, 3)] + [float(f"1e{k}") for k in range(-323, 0)]
    quantile_points += [1 - 2.0**k for k in range(-53, -1)] + [0.5 + s * 2.0**k for k in range(-53, -2) for s in (-1, 1) if s > 0 or k > -54]
    quantile_points += [rng.random() for _ in range(500)] + [mp.exp(-rng.uniform(0.7, 744)) for _ in range(200)]
    quantile_points += [x for e in (0.02, 0.98) for x in (e, e - 2.0**-50, e + 2.0**-50)]
    quantile_points = [float(x) for x in quantile_points if 0 < float(x) < 1]

    print("// SPDX-License-Identifier: BSL-1.0")
    print("// Written by error_function.py; do not edit. Columns: argument, nearest double to the exact value, exact value minus it.")
    print("#pragma once\n\n#include \"golden.hpp\"\n\nnamespace reference {\n")
    write("erf", mp.erf, erf_points)
    write("erfc", erfc, erfc_points, tiny)
    write("normal_cdf", cdf, cdf_points, tiny)
    write("normal_pdf", mp.npdf, pdf_points, tiny)
    write("normal_quantile", quantile, quantile_points)
    print("}  // namespace reference")


if __name__ == "__main__":
    coefficients() if sys.argv[1:] == ["coefficients"] else golden()
