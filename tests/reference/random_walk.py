# SPDX-License-Identifier: BSL-1.0
"""Golden values of random walks with drift, from 50-digit arithmetic (python3, mpmath): python3 random_walk.py > random_walk.hpp

The variance of a forecast's error is summed here over the shocks v one by one, never by the closed formula; probabilities
come from mpmath's betainc and erfc.
"""
from mpmath import mp, mpf

mp.dps = 50


def variance_factor(steps, m, theta):
    """Of the error y(t + steps) - y(t) - steps * (mean of the last m increments), the v having variance 1."""
    weight = {}

    def add_increment(at, factor):
        weight[at] = weight.get(at, mpf(0)) + factor
        weight[at - 1] = weight.get(at - 1, mpf(0)) + factor * theta
    for k in range(1, steps + 1):
        add_increment(k, mpf(1))
    for k in range(m):
        add_increment(-k, -mpf(steps) / m)
    return sum(w * w for w in weight.values())


def quantile(dof, p):
    """Of the standard Student-t, p > 1/2."""
    upper = lambda t: mp.betainc(mpf(dof) / 2, mpf(1) / 2, 0, dof / (dof + t * t), regularized=True) / 2
    lo, hi = mpf(0), mpf(1000)
    for _ in range(170):
        middle = (lo + hi) / 2
        lo, hi = (middle, hi) if upper(middle) > 1 - p else (lo, middle)
    return lo


def fit(costs):
    d = [mp.log(mpf(b) / mpf(a)) for a, b in zip(costs, costs[1:])]
    mean = sum(d) / len(d)
    return mean, mp.sqrt(sum((x - mean) ** 2 for x in d) / (len(d) - 1))


def large(n):
    """Costs from 1e12 on with increments that scatter in the seventh place, in double arithmetic."""
    costs, state = [1e12], 12345
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2 ** 31
        costs.append(costs[-1] * (1.0 + state / 2147483648.0 / 1e6))
    return costs


def row(*values):
    return "    {" + ", ".join(v if isinstance(v, str) else float(v).hex() if isinstance(v, (mpf, float)) else str(v)
                               for v in values) + "},"


def main():
    print("// SPDX-License-Identifier: BSL-1.0\n// Written by random_walk.py; do not edit.\n#pragma once\n\nnamespace reference {\n")
    print("struct walk_variance {\n    int steps, increments;\n    double theta, factor;\n};")
    print("inline constexpr walk_variance walk_variances[] = {")
    for steps in (1, 2, 5, 17, 20, 100):
        for m in (2, 5, 33):
            for theta in ("0", "0.625", "-0.5", "0.96875"):
                print(row(steps, m, mpf(theta), variance_factor(steps, m, mpf(theta))))
    print("};\n")
    print("/// ln of the quantile of a forecast, less ln of the last value; drift -1/8, noise 1/4.")
    print("struct walk_quantile {\n    int steps, increments;\n    double theta, p, log_factor;\n};")
    print("inline constexpr walk_quantile walk_quantiles[] = {")
    for steps, m, theta in ((1, 5, "0"), (10, 5, "0.625"), (5, 20, "0"), (20, 33, "0.625"), (1, 2, "0")):
        scale = mp.sqrt(variance_factor(steps, m, mpf(theta)) / (1 + mpf(theta) ** 2)) / 4
        for p in ("0.75", "0.90625", "0.9375", "0.9921875"):
            print(row(steps, m, mpf(theta), mpf(p), -mpf(steps) / 8 + scale * quantile(m - 1, mpf(p))))
    print("};\n")
    mean, sd = fit(large(20000))
    print("/// In doubles: cost = cost * (1 + s / 2147483648 / 1e6), s = (1103515245 s + 12345) mod 2^31, from 1e12 and 12345.")
    print("struct walk_fit {\n    double drift, noise;\n};")
    print(f"inline constexpr walk_fit fit_of_20000_large_costs = {{{float(mean).hex()}, {float(sd).hex()}}};\n")
    print("}  // namespace reference")


if __name__ == "__main__":
    main()
