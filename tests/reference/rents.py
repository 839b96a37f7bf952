# SPDX-License-Identifier: BSL-1.0
"""Parameters with which one chip price and two shortages make the published rents of an H100, from 40-digit arithmetic
(python3, mpmath) on the published numbers.

    python3 rents.py > rents.hpp
"""
import datetime

from mpmath import log, mp, mpf, sqrt

mp.dps = 40
YEAR = mpf(31556952)


def middle(first, last):
    """The middle of two days, in seconds since 1970."""
    days = [mpf((datetime.date(*d) - datetime.date(1970, 1, 1)).days) for d in (first, last)]
    return 86400 * (days[0] + days[1]) / 2


LAUNCH = middle((2022, 7, 1), (2022, 9, 30))
Y2023 = middle((2023, 1, 1), (2023, 12, 31))
OCTOBER = middle((2025, 10, 1), (2025, 10, 31))
MARCH = middle((2026, 3, 1), (2026, 3, 31))
JUNE = middle((2026, 6, 26), (2026, 6, 26))
PRICE_2023, PRICE_2025 = sqrt(mpf(30000) * 40000), sqrt(mpf(20000) * 27000)
RENT = {Y2023: sqrt(mpf(7) * 12), OCTOBER: mpf("1.70"), MARCH: mpf("2.35"), JUNE: mpf("2.65")}

rate_of_decline = log(PRICE_2023 / PRICE_2025) / 2


def price(when):
    return PRICE_2023 * mp.exp(-rate_of_decline * (when - Y2023) / YEAR)


rental_rate = RENT[OCTOBER] * (YEAR / 3600) / price(OCTOBER)


def scarcity(when):
    return RENT[when] / (rental_rate * price(when) / (YEAR / 3600))


rise = (MARCH - OCTOBER) / (YEAR / 12) * log(scarcity(JUNE)) / log(scarcity(MARCH))

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by rents.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in [
    ("chip_price_factor_per_year", mp.exp(-rate_of_decline)),
    ("rental_rate", rental_rate),
    ("peak_2023", scarcity(Y2023)),
    ("scarcity_in_march", scarcity(MARCH)),
    ("peak_2026", scarcity(JUNE)),
    ("rise_in_months", rise),
    ("shortage_in_march", scarcity(MARCH) ** mpf("0.8")),
    ("june_if_the_rise_to_march_went_on",
     rental_rate * price(JUNE) / (YEAR / 3600) * scarcity(MARCH) ** ((JUNE - OCTOBER) / (MARCH - OCTOBER))),
]:
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference")
