# SPDX-License-Identifier: BSL-1.0
"""Golden values of chip/price_life, from 40-digit arithmetic (python3, mpmath).

    python3 price_life.py > price_life.hpp
"""
import datetime

from mpmath import exp, mp, mpf

mp.dps = 40
YEAR = mpf(31556952)


def seconds(first, last):
    return mpf((datetime.date(*last) - datetime.date(*first)).days * 86400)


LAUNCH, SUCCESSOR, MOVES_ON = (2022, 9, 20), (2024, 11, 1), (2026, 1, 1)
PRICE, PREMIUM, PARITY, END = mpf(30000), mpf("0.5"), mpf(12000), mpf("0.02")


def price(when):
    """A list price that loses 20 % a year, a premium that halves every 6 months, a successor that caps it, and a boom
    whose end halves what is above the end price every 3 months."""
    u = seconds(LAUNCH, when) / YEAR
    busy = PRICE * mpf("0.8") ** u * (1 + PREMIUM * mpf(2) ** (-2 * u))
    if seconds(SUCCESSOR, when) >= 0:
        busy = min(busy, PARITY)
    if seconds(MOVES_ON, when) <= 0:
        return busy
    end = min(END * PRICE, busy)
    return end + (busy - end) * mpf(2) ** (-4 * seconds(MOVES_ON, when) / YEAR)


print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by price_life.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for when in [(2023, 9, 20), (2024, 10, 31), (2024, 11, 1), (2025, 6, 1), (2026, 7, 1), (2028, 1, 1)]:
    print(f"inline constexpr double price_{when[0]}_{when[1]} = {mp.nstr(price(when), 19)};")
kappa = mpf("0.14") * mp.log(10)
print(f"inline constexpr double default_share_after_2_years = {mp.nstr(exp(-2 * kappa), 19)};")
half = mp.findroot(lambda u: mpf("0.8") ** u * (1 + PREMIUM * mpf(2) ** (-2 * u)) - mpf("0.5"), 3)
print(f"inline constexpr double years_to_half_the_price = {mp.nstr(half, 19)};")
print("\n}  // namespace reference")
