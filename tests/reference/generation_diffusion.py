# SPDX-License-Identifier: BSL-1.0
"""Golden values of chip/generation_diffusion (Norton and Bass 1987), from 40-digit arithmetic (python3, mpmath).

    python3 generation_diffusion.py > generation_diffusion.hpp
"""
import datetime

from mpmath import exp, mp, mpf

mp.dps = 40
YEAR = mpf(31556952)

# launch, market added, p, q (per year)
GENERATIONS = [
    ((2020, 5, 14), mpf(1), mpf("0.03"), mpf("0.9")),
    ((2022, 9, 20), mpf(3), mpf("0.05"), mpf("1.1")),
    ((2024, 11, 1), mpf(4), mpf("0.08"), mpf("1.2")),
]


def share(i, when):
    if i >= len(GENERATIONS):
        return mpf(0)
    launch, _, p, q = GENERATIONS[i]
    days = (datetime.date(*when) - datetime.date(*launch)).days
    if days < 0:
        return mpf(0)
    t = days * 86400 / YEAR
    return (1 - exp(-(p + q) * t)) / (1 + q / p * exp(-(p + q) * t))


def potential(i, when):
    own = GENERATIONS[i][1]
    return own if i == 0 else own + share(i - 1, when) * potential(i - 1, when)


def in_use(i, when):
    return share(i, when) * potential(i, when) * (1 - share(i + 1, when))


print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by generation_diffusion.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for when in [(2021, 7, 1), (2024, 1, 1), (2026, 1, 1), (2030, 1, 1)]:
    for i in range(3):
        print(f"inline constexpr double in_use_{i}_{when[0]} = {mp.nstr(in_use(i, when), 19)};")
print("\n}  // namespace reference")
