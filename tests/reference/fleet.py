# SPDX-License-Identifier: BSL-1.0
"""Golden values of chip/retirement, chip/fleet and chip/fleet_flow, from 40-digit arithmetic and quadrature of the
survival curves (python3, mpmath).

    python3 fleet.py > fleet.hpp
"""
from mpmath import exp, log, mp, mpf, quad

mp.dps = 40


def hazard(rate):
    return lambda age: exp(-rate * age)


def logistic(median, spread):
    # (1 + c) / (1 + c exp(age / spread)) is 1/2 at the median
    c = 1 / (exp(median / spread) - 2)
    return lambda age: (1 + c) / (1 + c * exp(age / spread))


def served(curve, age):
    return quad(curve, [0, age / 4, age / 2, 3 * age / 4, age])


five, half = mpf(5), mpf("0.5")
logistic_5 = logistic(five, half)
wide_5 = logistic(five, mpf(3))
fifth = mpf("0.2")

# 100 a year for 3 years from year 0 and 1000 at once in year 1, at the end of year 4.
inflow_hazard = 100 * quad(lambda s: exp(-fifth * (4 - s)), [0, 3]) + 1000 * exp(-fifth * 3)
inflow_logistic = 100 * quad(lambda s: logistic_5(4 - s), [0, 1, 2, 3]) + 1000 * logistic_5(mpf(3))
inflow_fixed = 100 * mpf("1.5") + 0  # a lifetime of 2.5 years: bought in [1.5, 3] is left, bought in year 1 is not

# dN/dt = I(t) - 0.2 N with I = 50 exp(g t) and 200 at the start, after 6 years.
growing = 200 * exp(-fifth * 6) + quad(lambda s: 50 * exp(half * s) * exp(-fifth * (6 - s)), [0, 3, 6])
falling = 200 * exp(-fifth * 6) + quad(lambda s: 50 * exp(-half * s) * exp(-fifth * (6 - s)), [0, 3, 6])
balanced = 200 * exp(-fifth * 6) + quad(lambda s: 50 * exp(-fifth * s) * exp(-fifth * (6 - s)), [0, 6])
steady = 200 * exp(-fifth * 6) + quad(lambda s: 50 * exp(-fifth * (6 - s)), [0, 6])


def yearly(added, share, years):
    n = mpf(0)
    for _ in range(years):
        n = n * (1 - share) + added
    return n


golden = {
    "hazard_served_3": served(hazard(fifth), mpf(3)),
    "logistic_surviving_4": logistic_5(mpf(4)),
    "logistic_surviving_6": logistic_5(mpf(6)),
    "logistic_served_4": served(logistic_5, mpf(4)),
    "logistic_served_9": served(logistic_5, mpf(9)),
    "wide_surviving_2": wide_5(mpf(2)),
    "wide_served_8": served(wide_5, mpf(8)),
    "share_20_as_hazard": -log(mpf("0.8")),
    "inflow_hazard": inflow_hazard,
    "inflow_logistic": inflow_logistic,
    "inflow_fixed": inflow_fixed,
    "fed_growing": growing,
    "fed_falling": falling,
    "fed_balanced": balanced,
    "fed_steady": steady,
    "yearly_4": yearly(mpf(100), fifth, 4),
    "yearly_5": yearly(mpf(100), fifth, 5),
    "yearly_30": yearly(mpf(100), fifth, 30),
    "yearly_small_1000": yearly(mpf(100), mpf(10) ** -9, 1000),
}

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by fleet.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference")
