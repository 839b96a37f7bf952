# SPDX-License-Identifier: BSL-1.0
"""Golden values of the trends, from 40-digit arithmetic (python3, mpmath).

    python3 trend.py > trend.hpp

Times are years of 365.2425 days after 2024-03-01; the parameters are those of the tests.
"""
from mpmath import mp, mpf, quad, findroot

mp.dps = 40
TIMES = [mpf(t) / 4 for t in (-12, -5, -1, 0, 1, 3, 8, 21, 40)]


def d(x):
    """The number that a double literal stands for."""
    return mpf(float(x))


def exponential(t):
    return 100 * mp.exp(-mp.log(4) * t)


def logistic(t):
    return 100 / (1 + mp.exp(-d(0.8) * (t - 2)))


def gompertz(t):
    return 100 * mp.exp(-mp.exp(-d(0.8) * (t - 2)))


P, Q = d(0.03), d(0.38)


def bass(t):
    e = mp.exp(-(P + Q) * t)
    return 100 * (1 - e) / (1 + Q / P * e) if t > 0 else mpf(0)


def bass_rate(t):
    e = mp.exp(-(P + Q) * t)
    return 100 * (P + Q) ** 2 / P * e / (1 + Q / P * e) ** 2 if t >= 0 else mpf(0)


def substitution(t):
    ratio = d(0.1) / (1 - d(0.1)) * 2 ** t
    return ratio / (1 + ratio)


def accelerating(shortening):
    s = d(shortening)
    return lambda t: 100 * 2 ** (mp.log(1 - s * t) / mp.log(1 - s) if s else t)


def wright(q):
    return 10 * (q / 100) ** (mp.log(1 - d(0.2)) / mp.log(2))


def rows(name, f, xs):
    print(f"inline constexpr row {name}[] = {{")
    for x in xs:
        print(f"    {{{mp.nstr(x, 17)}, {mp.nstr(f(x), 20)}}},")
    print("};")


def integral(name, f, a, b):
    print(f"inline constexpr double {name} = {mp.nstr(quad(f, mp.linspace(a, b, 9)), 20)};")


print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by trend.py.")
print("#pragma once")
print("namespace reference::trend {")
print("struct row {")
print("    double x;")
print("    double y;")
print("};")
rows("exponential", exponential, TIMES)
rows("logistic", logistic, TIMES)
rows("gompertz", gompertz, TIMES)
rows("bass", bass, TIMES)
rows("bass_rate", bass_rate, TIMES)
rows("substitution", substitution, TIMES)
rows("accelerating", accelerating(0.1), [t for t in TIMES if t < 10])
rows("slowing", accelerating(-0.1), TIMES)
rows("steady", accelerating(0), TIMES)
rows("wright", wright, [mpf(x) for x in (1, 50, 100, 200, 400, 12345)])
integral("exponential_integral", exponential, -1, 3)
integral("logistic_integral", logistic, -1, 3)
integral("gompertz_integral", gompertz, -1, 3)
integral("bass_integral", bass, 0, 3)
integral("bump_integral", lambda x: mp.exp(-1 / (1 - x * x)) if abs(x) < 1 else mpf(0), -1, 1)
print(f"inline constexpr double bass_peak = {mp.nstr(mp.log(Q / P) / (P + Q), 20)};")
# Where 100 * 4^-t meets 10 + 3 t, which has no closed form.
print(f"inline constexpr double meets_line = {mp.nstr(findroot(lambda t: exponential(t) - 10 - 3 * t, 1.5), 20)};")
print("}  // namespace reference::trend")
