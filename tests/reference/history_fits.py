# SPDX-License-Identifier: BSL-1.0
"""Golden values of the fits in history/, from 50-digit arithmetic (python3, mpmath).

    python3 history_fits.py > history_fits.hpp

The data are made of whole numbers by rules that the tests repeat, so that both sides hold the same doubles.
"""
from mpmath import betainc, exp, findroot, log, matrix, mp, mpf, sqrt

mp.dps = 50


def noise(count, seed=2025):
    """31 random bits each: a linear congruential generator modulo 2^64 (Knuth's MMIX constants)."""
    state = seed
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def student_quantile(dof, above):
    """The x that a Student-t variable exceeds with this probability."""
    def tail(x):
        return betainc(mpf(dof) / 2, mpf(1) / 2, 0, dof / (dof + x * x), regularized=True) / 2 - above
    return findroot(tail, 2.0)


def line(x, y):
    n = len(x)
    mx, my = sum(x) / n, sum(y) / n
    sxx = sum((a - mx) ** 2 for a in x)
    sxy = sum((a - mx) * (b - my) for a, b in zip(x, y))
    syy = sum((b - my) ** 2 for b in y)
    slope = sxy / sxx
    residuals = [b - my - slope * (a - mx) for a, b in zip(x, y)]
    rss = sum(r * r for r in residuals)
    return {"n": n, "mx": mx, "my": my, "slope": slope, "sxx": sxx, "rss": rss, "r_squared": 1 - rss / syy,
            "stddev": sqrt(rss / (n - 2)), "lag1": sum(a * b for a, b in zip(residuals, residuals[1:])) / rss,
            "residuals": residuals}


golden = {}


def exponential(name, dates, values, later):
    """The log-linear fit, its 95 % interval of the rate and its prediction on the date `later`."""
    fit = line([mpf(d) for d in dates], [log(mpf(v)) for v in values])
    t = student_quantile(fit["n"] - 2, mpf("0.025"))
    golden[name + "_rate"] = fit["slope"]
    golden[name + "_half_width"] = t * fit["stddev"] / sqrt(fit["sxx"])
    golden[name + "_r_squared"] = fit["r_squared"]
    golden[name + "_stddev"] = fit["stddev"]
    golden[name + "_lag1"] = fit["lag1"]
    golden[name + "_predicted"] = exp(fit["my"] + fit["slope"] * (later - fit["mx"]))
    golden[name + "_prediction_error"] = fit["stddev"] * sqrt(1 + mpf(1) / fit["n"] + (later - fit["mx"]) ** 2 / fit["sxx"])


many = 100000
start = 1735689600  # 2025-01-01
# Nearly constant: costs near 1e12 that differ in the fourth digit, an observation every 6 minutes.
exponential("offset", [start + 360 * i for i in range(many)],
            [10**12 + 1000 * i + k % 10**8 for i, k in enumerate(noise(many))], start + 10**8)
# Thirty orders of magnitude, three observations to a date.
exponential("wide", [start + 86400 * (i // 3) for i in range(many)],
            [mpf(2) ** (i // 1000) * (2**31 + k) for i, k in enumerate(noise(many))], start + 10**10)
few_dates = [0, 31536000, 63072000, 94694400, 126230400]
few_values = [100, 61, 35, 24, 13]
exponential("few", few_dates, few_values, 157766400)

# Wright's law and Sahal's identity: yearly costs and output, 40 made before the first year, the current year counted.
years = [31556952 * i for i in range(8)]
costs = [500, 410, 365, 260, 235, 190, 160, 148]
made = [10, 18, 26, 60, 75, 150, 210, 260]
cumulated = [40 + sum(made[:i + 1]) for i in range(8)]
c = [log(mpf(x)) for x in costs]
q = [log(mpf(x)) for x in cumulated]
wright = line(q, c)
golden["wright_exponent"] = -wright["slope"]
golden["wright_half_width"] = student_quantile(6, mpf("0.025")) * wright["stddev"] / sqrt(wright["sxx"])
golden["wright_r_squared"] = wright["r_squared"]
golden["wright_lag1"] = wright["lag1"]
golden["wright_at_3000"] = exp(wright["my"] + wright["slope"] * (log(3000) - wright["mx"]))
golden["wright_error_at_3000"] = wright["stddev"] * sqrt(
    1 + mpf(1) / 8 + (log(3000) - wright["mx"]) ** 2 / wright["sxx"])
t = [mpf(x) for x in years]
over_time = line(t, c)
output = line(t, q)
golden["sahal_cost"] = over_time["slope"]
golden["sahal_output"] = output["slope"]
golden["sahal_discrepancy"] = over_time["slope"] - wright["slope"] * output["slope"]
# Time as a second regressor, by the normal equations: the test of its coefficient is the test of the discrepancy.
tc, qc, cc = ([x - sum(v) / 8 for x in v] for v in (t, q, c))
stt, sqq, stq = (sum(a * b for a, b in zip(u, v)) for u, v in ((tc, tc), (qc, qc), (tc, qc)))
stc, sqc = (sum(a * b for a, b in zip(u, cc)) for u in (tc, qc))
det = stt * sqq - stq * stq
on_time, on_output = (stc * sqq - sqc * stq) / det, (sqc * stt - stc * stq) / det
rss = sum((z - on_time * x - on_output * y) ** 2 for x, y, z in zip(tc, qc, cc))
t_statistic = on_time / sqrt(rss / 5 * sqq / det)
golden["sahal_t"] = t_statistic
golden["sahal_p"] = betainc(mpf(5) / 2, mpf(1) / 2, 0, 5 / (5 + t_statistic**2), regularized=True)

# An S-curve of shares in percent, a year apart: the least squares solution, by Newton's method on the gradient.
shares = [2, 3, 7, 11, 22, 34, 52, 63, 77, 85, 88, 93]


def curve(k, h, r, x):
    return k / (1 + exp(-r * (x - h)))


def gradient(k, h, r):
    total = [mpf(0)] * 3
    for x, y in enumerate(shares):
        v = curve(k, h, r, x)
        slopes = [v / k, -r * v * (1 - v / k), (x - h) * v * (1 - v / k)]
        total = [a + b * (y - v) for a, b in zip(total, slopes)]
    return total


k, h, r = findroot(gradient, (mpf(95), mpf("5.7"), mpf("0.7")), tol=1e-60)
golden["logistic_ceiling"], golden["logistic_midpoint_years"], golden["logistic_rate_per_year"] = k, h, r
rss = sum((y - curve(k, h, r, x)) ** 2 for x, y in enumerate(shares))
golden["logistic_rss"] = rss
rows = []
for x in range(len(shares)):
    v = curve(k, h, r, x)
    rows.append([v / k, -r * v * (1 - v / k), (x - h) * v * (1 - v / k)])
covariance = (matrix(rows).T * matrix(rows)) ** -1 * (rss / (len(shares) - 3))
t = student_quantile(len(shares) - 3, mpf("0.025"))
golden["logistic_ceiling_ratio"] = exp(t * sqrt(covariance[0, 0]) / k)  # of the upper end of the 95 % interval
golden["logistic_midpoint_half_width"] = t * sqrt(covariance[1, 1])
golden["logistic_rate_ratio"] = exp(t * sqrt(covariance[2, 2]) / r)
v = curve(k, h, r, 14)
at = matrix([v / k, -r * v * (1 - v / k), (14 - h) * v * (1 - v / k)])
golden["logistic_predicted_14"] = v
golden["logistic_prediction_half_width_14"] = t * sqrt(rss / (len(shares) - 3) + (at.T * covariance * at)[0])

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by history_fits.py; do not edit.")
print("#pragma once\n\nnamespace reference::history {\n")
for name, value in golden.items():
    print(f"inline constexpr double {name} = {mp.nstr(value, 19)};")
print("\n}  // namespace reference::history")
