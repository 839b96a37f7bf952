# SPDX-License-Identifier: BSL-1.0
"""Golden values of economics/training_cost and economics/run_cost, from 50-digit arithmetic (python3, mpmath).

    python3 training_cost.py > training_cost.hpp
"""
import datetime

from mpmath import mp, mpf

mp.dps = 50
YEAR = mpf(31556952)  # seconds: 365.2425 days
MONTH = YEAR / 12
WEEK = mpf(7 * 86400)
DECLINE = mp.log(4) / YEAR  # divides by 4 a year


def seconds(first, last):
    return mpf((datetime.date(*last) - datetime.date(*first)).days * 86400)


def on_curve(cost, start, when, rate=DECLINE):
    return cost * mp.exp(-rate * seconds(start, when))


def steps(percent, weeks):
    return (1 - mpf(percent) / 100) ** (-YEAR / (weeks * WEEK))


golden = {
    "months_worth_of_20": mp.log(20) / DECLINE / MONTH,
    "gap_of_7_months": mp.exp(DECLINE * 7 * MONTH),
    "gap_of_10_months": mp.exp(DECLINE * 10 * MONTH),
    "steps_2_weeks": steps(20, 2),
    "steps_3_weeks": steps(20, 3),
    "steps_4_weeks": steps(20, 4),
    "steps_6_weeks": steps(20, 6),
    "step_weeks_of_4": mp.log(mpf(10) / 8) / DECLINE / WEEK,
    "months_worth_of_workload_100": mp.log(100) / DECLINE / MONTH,
    # 100 million USD on 2024-03-01, divided by 4 a year
    "curve_on_2024_12_26": on_curve(mpf(10) ** 8, (2024, 3, 1), (2024, 12, 26)),
    "curve_on_2023_03_01": on_curve(mpf(10) ** 8, (2024, 3, 1), (2023, 3, 1)),
    "claim_ratio": mpf(6) * 10 ** 6 / on_curve(mpf(10) ** 8, (2024, 3, 1), (2024, 12, 26)),
    "claim_months_ahead": mp.log(on_curve(mpf(10) ** 8, (2024, 3, 1), (2024, 12, 26)) / (6 * mpf(10) ** 6)) / DECLINE / MONTH,
    # 8 months to halve by algorithms, 2.07 years by hardware
    "yearly_factor_of_both": mp.mpf(2) ** (mpf(12) / 8 + 1 / mpf("2.07")),
    "algorithmic_factor_of_4": 4 / mp.mpf(2) ** (1 / mpf("2.07")),
    # 2.4 times a year, from 100 million USD to a billion
    "years_to_tenfold_spending": mp.log(10) / mp.log(mpf("2.4")),
    "effective_factor": mpf("2.4") * 4,
    # the amortised run
    "run_chips_usd": mpf(49200) * 25000 * 2160 * 3600 * mpf("0.14") * mp.log(10) / YEAR,
    "run_energy_usd": mpf(25000) * 2160 * mpf("0.7") * mpf("1.8214") * mpf("0.75") * mpf("1.1") * mpf("0.0806"),
}
golden["run_interconnect_usd"] = golden["run_chips_usd"] * mpf("0.19") / mpf("0.81")
golden["run_usd"] = golden["run_chips_usd"] + golden["run_interconnect_usd"] + golden["run_energy_usd"]

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by training_cost.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference")
