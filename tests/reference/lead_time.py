# SPDX-License-Identifier: BSL-1.0
"""Golden values of project/lead_time, stages and procurement, from 50-digit arithmetic (python3, mpmath).

    python3 lead_time.py > lead_time.hpp
"""
from itertools import product

from mpmath import exp, log, mp, mpf, quad

mp.dps = 50
WEEK = mpf(7) / mpf("365.2425")  # years

# A network that is not series-parallel, its paths listed by hand: a -> c, a -> d, b -> d, c -> e, d -> e, d -> f.
months = {"a": 6, "b": 9, "c": 14, "d": 10, "e": 5, "f": 7}
paths = ["ace", "ade", "adf", "bde", "bdf"]


def longest(durations):
    return max(sum(durations[stage] for stage in path) for path in paths)


# permits, then building beside tools, then ramp-up, each of its two durations equally likely
halves = {"permits": (10, 18), "building": (16, 22), "tools": (12, 24), "ramp": (4, 8)}
outcomes = [p + max(b, t) + r for p, b, t, r in product(*halves.values())]
critical_tools = [t >= b for _, b, t, _ in product(*halves.values())]

# Orders grow by 2 a year from 1000 a year; the lead time falls from 39 to 10 weeks for orders placed 1 to 1.4 years
# after the start. Deliveries keep the order of the orders.
g = log(2)


def quoted(u):
    share = min(max((u - 1) / mpf("0.4"), 0), 1)
    return (39 + (10 - 39) * share) * WEEK


def arrived(t, lead=quoted):
    """The orders that are not overtaken are those placed before the last one that has arrived."""
    steps = 4000
    last = mpf(0)
    for i in range(steps + 1):
        u = t * i / steps
        if u + lead(u) <= t:
            last = u
    low, high = last, min(last + t / steps, t)
    for _ in range(150):
        middle = (low + high) / 2
        low, high = (middle, high) if middle + lead(middle) <= t else (low, middle)
    return quad(lambda u: 1000 * exp(g * u), [0, low]) if low > 0 else mpf(0)


golden = {
    "pert_mean": (8 + 4 * mpf(14) + 26) / 6,
    "pert_variance": (mpf(26 - 8) / 6) ** 2,
    "network_months": longest(months),
    "network_months_without_d": longest({**months, "d": 0}),
    "expected_months": mpf(sum(outcomes)) / len(outcomes),
    "months_of_expectations": 14 + max(19, 18) + 6,
    "criticality_of_tools": mpf(sum(critical_tools)) / len(critical_tools),
    "chips_at_constant_39_weeks": arrived(mpf(2), lambda u: 39 * WEEK),
    "chips_after_0_9_years": arrived(mpf("0.9")),
    "chips_after_1_5_years": arrived(mpf("1.5")),
    "chips_after_2_years": arrived(mpf(2)),
    "chips_ordered_in_2_years": 1000 * (exp(2 * g) - 1) / g,
}

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by lead_time.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(mpf(value), 19)};")
print("\n}  // namespace reference")
