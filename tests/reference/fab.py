# SPDX-License-Identifier: BSL-1.0
"""Golden values of economics/yield, economics/capital, economics/nth_fab and economics/levelised_cost, from 50-digit arithmetic.

    python3 fab.py > fab.hpp
"""
from mpmath import mp, mpf

mp.dps = 50


def poisson(x):
    return mp.exp(-x)


def murphy(x):
    return ((1 - mp.exp(-x)) / x) ** 2


def seeds(x):
    return 1 / (1 + x)


def negative_binomial(x, alpha):
    return (1 + x / alpha) ** (-alpha)


PROFILES = {
    "even": lambda u: u,
    "front_loaded": lambda u: 1 - (1 - u) ** 2,
    "s_curve": lambda u: 3 * u**2 - 2 * u**3,
}


def discount(rate, months):
    return (1 + rate) ** (-months / mpf(12))


def capital(profile, months, rate):
    """Present value of 1 spent over so many months, each month's part paid at its end, the last part at the end."""
    spent, total, k = mpf(0), mpf(0), 1
    while spent < 1:
        end = min(mpf(k), months)
        now = profile(end / months)
        total += (now - spent) * discount(rate, end)
        spent, k = now, k + 1
    return total


def ramp_area(months, ramp):
    """The ramp's integral from the opening, in months."""
    inside = min(months, ramp)
    return inside**2 / (2 * ramp) + months - inside


def output(wait, life, ramp, rate):
    """Present value of output 1 a month after a wait, while the plant comes up over `ramp` months."""
    total, k = mpf(0), 1
    while k - 1 < life:
        end = min(mpf(k), life)
        total += (ramp_area(end, ramp) - ramp_area(mpf(k - 1), ramp)) * discount(rate, wait + end)
        k += 1
    return total


half, rate = mpf(1) / 2, mpf(8) / 100
tiny = mpf(2) ** -40
golden = {
    "poisson_half": poisson(half),
    "murphy_half": murphy(half),
    "seeds_half": seeds(half),
    "negative_binomial_half_2": negative_binomial(half, 2),
    "poisson_reticle": poisson(mpf("0.814")),
    "murphy_reticle": murphy(mpf("0.814")),
    "seeds_reticle": seeds(mpf("0.814")),
    "negative_binomial_reticle_3": negative_binomial(mpf("0.814"), 3),
    "murphy_loss_tiny": (1 - murphy(tiny)) / tiny,
    "murphy_20": murphy(mpf(20)),
    "capital_even_38": capital(PROFILES["even"], mpf(38), rate),
    "capital_front_loaded_38": capital(PROFILES["front_loaded"], mpf(38), rate),
    "capital_s_curve_38": capital(PROFILES["s_curve"], mpf(38), rate),
    "capital_even_19_and_a_half": capital(PROFILES["even"], mpf("19.5"), rate),
    "output_38_120_12": output(mpf(38), mpf(120), mpf(12), rate),
    "output_19_and_a_half_100_and_a_quarter_7": output(mpf("19.5"), mpf("100.25"), mpf(7), rate),
    "discount_19_months": discount(rate, mpf(19)),
    "delay_19_months": 1 / discount(rate, mpf(19)),
    "third_fab_at_20_percent": 3 ** mp.log(mpf(8) / 10, 2),
}
golden["first_three_fabs_at_20_percent"] = 1 + mpf(8) / 10 + golden["third_fab_at_20_percent"]
# 20 billion over 38 months on an S-curve, 1.5 billion a year to run it for 120 months, 30 000 wafers a month, yield 0.8
operating = mpf(3) / 2 / 12 * sum(discount(rate, mpf(38 + k)) for k in range(1, 121))
golden["wafer_usd"] = (20 * golden["capital_s_curve_38"] + operating) * 10**9 / (
    30000 * mpf("0.8") * golden["output_38_120_12"])

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by fab.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference")
