# SPDX-License-Identifier: BSL-1.0
"""Golden values of economics/technology_lead, from 50-digit arithmetic (python3, mpmath).

    python3 lead.py > lead.hpp
"""
from mpmath import findroot, log, exp, mp, mpf

mp.dps = 50
leader = log(4)  # per year: ×4
follower = log(5)
years = 2  # the follower's lag at the start


def gap_after(t, spent=0):
    """ln(L/F) after t years, when the leader pauses for `spent` years."""
    return leader * (t - spent) - (follower * t - leader * years)


golden = {
    "ratio_of_2_years": exp(2 * leader),
    "ratio_of_18_months": exp(leader * mpf(3) / 2),
    "lead_of_10": log(10) / leader,
    "lead_after_3_years": gap_after(3) / leader,
    "catch_up_years": years * leader / (follower - leader),
    # Against 1 + L, which has no closed form: L = 100 at the start, F = L two years ago.
    "catch_up_of_shifted": findroot(lambda t: log(100 * exp(leader * t) + 1000) - log(100) - follower * t
                                    + leader * years, 13),
    "lead_when_slowed": (3 * leader + years * leader - follower * (1 + mpf(2) * 3 / 4)) / leader,  # pace 3/4 from year 1 on, at year 3
}

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by lead.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference")
