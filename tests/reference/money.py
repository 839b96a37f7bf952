# SPDX-License-Identifier: BSL-1.0
"""Golden values of the cash flows in economics/, from 50-digit arithmetic: present values as sums of powers, internal rates
as the zeros of the sum that mpmath finds from brackets of a fine grid, polynomials by their roots.

    python3 money.py > money.hpp
"""
from datetime import date

from mpmath import findroot, mp, mpf, polyroots

mp.dps = 50
DAY, YEAR = mpf(86400), mpf(31556952)


def worth(flows, rate, at=mpf(0)):
    """Flows are (years, amount)."""
    return sum(a * (1 + rate) ** (at - t) for t, a in flows)


def rates(flows):
    """Every rate between -99.99 % and 9999 %, by changes of sign on a grid of ln(1 + rate)."""
    grid = [mpf(k) / 200 for k in range(-1842, 921)]
    f = lambda u: sum(a * mp.exp(-u * t) for t, a in flows)
    found = []
    for left, right in zip(grid, grid[1:]):
        if f(left) * f(right) < 0:
            found.append(mp.expm1(findroot(f, (left, right), solver="anderson", tol=mpf(10) ** -80)))
    return found


def polynomial_rates(amounts):
    """Of amounts a year apart: the roots of the polynomial in 1 + rate."""
    roots = polyroots(amounts, maxsteps=500, extraprec=400)
    return sorted(mp.re(r) - 1 for r in roots if abs(mp.im(r)) < mpf(10) ** -30 and mp.re(r) > 0)


issue = [-100, 39, 59, 55, 20]
yearly = list(enumerate(issue))
# Days after 2008-01-01 of 2008-03-01, 2008-10-30, 2009-02-15 and 2009-04-01.
spread = [(d * DAY / YEAR, mpf(a)) for d, a in [(0, -10000), (60, 2750), (303, 4250), (411, 3250), (456, 2750)]]
monthly = [(mpf(k) / 12, mpf(-1000) if k == 0 else mpf(30 + k % 5)) for k in range(61)]
several = [-1000, 6000, -11000, 6000]  # rates 0, 100 and 200 %
pump = [-4, 25, -25]  # 25 and 400 %
five = [mpf(a) for a in ("1", "-6.4", "15.18", "-16.76", "8.6225", "-1.65")]  # of 1 + rate = 0.5, 0.8, 1.1, 1.5, 2.5

rate = mpf(8) / 100
irr_issue = polynomial_rates([mpf(a) for a in issue])
assert len(irr_issue) == 1 and mp.nstr(irr_issue[0], 15) == "0.280948421159961"
irr_spread, irr_monthly = rates(spread), rates(monthly)
assert len(irr_spread) == len(irr_monthly) == 1
loss = polynomial_rates([mpf(-100), mpf(20), mpf(10)])
assert len(loss) == 1

golden = {
    "irr_issue": irr_issue[0],
    "npv_issue_8": worth(yearly, rate),
    "npv_issue_8_two_years_on": worth(yearly, rate, mpf(2)),
    "irr_spread": irr_spread[0],
    "npv_spread_9": worth(spread, mpf(9) / 100),
    "irr_monthly": irr_monthly[0],
    "npv_monthly_8": worth(monthly, rate),
    "irr_loss": loss[0],
    "eac_3_years": 300 * rate / (1 - (1 + rate) ** -3),
    "eac_4_and_a_half_years": 300 * rate / (1 - (1 + rate) ** mpf("-4.5")),
    "nominal_6_monthly": (1 + mpf(6) / 1200) ** 12 - 1,
    "continuous_8": mp.expm1(rate),
    # 1000 USD a month that grows by 5 % a year, for 30.5 months, each month's integral paid at its end
    "npv_growing_30_and_a_half": sum(
        12000 * ((mpf("1.05") ** (min(k, mpf("30.5")) / 12) - mpf("1.05") ** ((k - 1) / mpf(12))) / mp.log(mpf("1.05")))
        * (1 + rate) ** (-min(k, mpf("30.5")) / 12) for k in range(1, 32)),
    # the same as 30 amounts, each what it is on the first of the next month, from February 2026 on
    "npv_growing_amounts_30": sum(
        1000 * (mpf("1.05") / (1 + rate)) ** ((date(2026 + k // 12, 1 + k % 12, 1) - date(2026, 1, 1)).days * DAY / YEAR)
        for k in range(1, 31)),
}
# How irr of -100, 39, ... moves with each amount and, per year, each date.
u = mp.log1p(irr_issue[0])
slope = -sum(a * t * mp.exp(-u * t) for t, a in yearly)
for k, (t, a) in enumerate(yearly):
    golden[f"irr_by_amount_{k}"] = -mp.exp(-u * t) / slope * mp.exp(u)
golden["irr_by_date_2"] = 59 * u * mp.exp(-2 * u) / slope * mp.exp(u)

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by money.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print(f"inline constexpr double irr_five[] = {{{', '.join(mp.nstr(r, 19) for r in polynomial_rates(five))}}};")
print(f"inline constexpr double irr_several[] = {{{', '.join(mp.nstr(r, 19) for r in polynomial_rates([mpf(a) for a in several]))}}};")
print(f"inline constexpr double irr_pump[] = {{{', '.join(mp.nstr(r, 19) for r in polynomial_rates([mpf(a) for a in pump]))}}};")
print("\n}  // namespace reference")
