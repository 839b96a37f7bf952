# SPDX-License-Identifier: BSL-1.0
"""Golden values of the fits in history/, from 50-digit arithmetic (python3, mpmath).

    python3 history_fits.py > history_fits.hpp

The data are made of whole numbers by rules that the tests repeat, so that both sides hold the same doubles.
"""
from mpmath import betainc, exp, findroot, log, mp, mpf, sqrt

mp.dps = 50


def noise(count, seed=2025):
    """31 random bits each: a linear congruential generator modulo 2^64 (Knuth's MMIX constants)."""
    state = seed
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def student_quantile(dof, above):
    """The x that a Student-t variable exceeds with this probability."""
    def tail(x):
        return betainc(mpf(dof) / 2, mpf(1) / 2, 0, dof / (dof + x * x), regularized=True) / 2 - above
    return findroot(tail, 2.0)


def line(x, y):
    n = len(x)
    mx, my = sum(x) / n, sum(y) / n
    sxx = sum((a - mx) ** 2 for a in x)
    sxy = sum((a - mx) * (b - my) for a, b in zip(x, y))
    syy = sum((b - my) ** 2 for b in y)
    slope = sxy / sxx
    residuals = [b - my - slope * (a - mx) for a, b in zip(x, y)]
    rss = sum(r * r for r in residuals)
    return {"n": n, "mx": mx, "my": my, "slope": slope, "sxx": sxx, "rss": rss, "r_squared": 1 - rss / syy,
            "stddev": sqrt(rss / (n - 2)), "lag1": sum(a * b for a, b in zip(residuals, residuals[1:])) / rss,
            "residuals": residuals}


golden = {}


def exponential(name, dates, values, later):
    """The log-linear fit, its 95 % interval of the rate and its prediction on the date `later`."""
    fit = line([mpf(d) for d in dates], [log(mpf(v)) for v in values])
    t = student_quantile(fit["n"] - 2, mpf("0.025"))
    golden[name + "_rate"] = fit["slope"]
    golden[name + "_half_width"] = t * fit["stddev"] / sqrt(fit["sxx"])
    golden[name + "_r_squared"] = fit["r_squared"]
    golden[name + "_stddev"] = fit["stddev"]
    golden[name + "_lag1"] = fit["lag1"]
    golden[name + "_predicted"] = exp(fit["my"] + fit["slope"] * (later - fit["mx"]))
    golden[name + "_prediction_error"] = fit["stddev"] * sqrt(1 + mpf(1) / fit["n"] + (later - fit["mx"]) ** 2 / fit["sxx"])


many = 100000
start = 1735689600  # 2025-01-01
# Nearly constant: costs near 1e12 that differ in the fourth digit, an observation every 6 minutes.
exponential("offset", [start + 360 * i for i in range(many)],
            [10**12 + 1000 * i + k % 10**8 for i, k in enumerate(noise(many))], start + 10**8)
# Thirty orders of magnitude, three observations to a date.
exponential("wide", [start + 86400 * (i // 3) for i in range(many)],
            [mpf(2) ** (i // 1000) * (2**31 + k) for i, k in enumerate(noise(many))], start + 10**10)
few_dates = [0, 31536000, 63072000, 94694400, 126230400]
few_values = [100, 61, 35, 24, 13]
exponential("few", few_dates, few_values, 157766400)

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by history_fits.py; do not edit.")
print("#pragma once\n\nnamespace reference::history {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference::history")
