# SPDX-License-Identifier: BSL-1.0
"""Golden values of decision/real_option, by binomial trees (python3, numpy).

    python3 real_option.py > real_option.hpp

The put of Longstaff and Schwartz (2001), table 1: stock 36, strike 40, rate 6 %, volatility 20 %, one year, exercised on equally
spaced dates, today included (what is written with 50 dates a year they have at 4.472 with a standard error of 0.010, and an
American one at 4.478). And a cost that has to be paid on one of ten dates: min(x, 110) of a lognormal x of 100 today that
grows by 12 % a year in expectation with a volatility of 30 %, discounted at 1 %: below some x one pays at once, above it one waits.
All rates are continuous here, exp(rate) - 1 as effective ones. Trees with the probabilities and steps of Cox, Ross and Rubinstein; extrapolated from 4000 and 8000 steps, each the
mean of an even and an odd number of steps between two dates where that is possible.
"""
import numpy as np


def tree(s0, volatility, growth, rate, years, dates, steps, payoff, must):
    """Least or greatest value backwards; exercise on dates of equal distance, today and the last included."""
    per = steps // dates
    steps = per * dates
    dt = years / steps
    u = np.exp(volatility * np.sqrt(dt))
    p = (np.exp(growth * dt) - 1 / u) / (u - 1 / u)
    d = np.exp(-rate * dt)
    j = np.arange(steps + 1)
    s = s0 * u ** (2.0 * j - steps)
    v = payoff(s) if must else np.maximum(payoff(s), 0.0)
    for k in range(steps - 1, -1, -1):
        v = d * (p * v[1:] + (1 - p) * v[:-1])
        if k % per == 0:
            s = s0 * u ** (2.0 * np.arange(k + 1) - k)
            v = np.maximum(v, payoff(s))
    return v[0]


def value(*args, dates, **more):
    def at(per):
        return 0.5 * (tree(*args, dates, per * dates, **more) + tree(*args, dates, (per + 1) * dates, **more))

    coarse, fine = at(4000 // dates), at(8000 // dates)
    return 2 * fine - coarse


def put(s):
    return 40.0 - s


print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by real_option.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for dates in (10, 50):
    print(f"inline constexpr double bermudan_put_{dates} = {value(36.0, 0.2, 0.06, 0.06, 1.0, dates=dates, payoff=put, must=False):.6f};")
print(f"inline constexpr double bermudan_put_at_40_10 = {value(40.0, 0.2, 0.06, 0.06, 1.0, dates=10, payoff=put, must=False):.6f};")
cost = -value(100.0, 0.3, 0.12, 0.01, 1.0, dates=10, payoff=lambda s: -np.minimum(s, 110.0), must=True)
print(f"inline constexpr double bermudan_cost_10 = {cost:.6f};")
print("\n}  // namespace reference")
