# SPDX-License-Identifier: BSL-1.0
"""Golden values of stacking weights, by scipy's constrained optimiser and a root in 30 digits (python3, mpmath, scipy).

    python3 stacking.py > stacking.hpp

The densities are whole numbers by a rule that the test repeats. Of four methods the optimum leaves out one.
"""
from mpmath import findroot, log, mp, mpf
from scipy.optimize import minimize

mp.dps = 30
methods, count = 4, 40


def density(k, i):
    return 1 + (i * i * (k + 2) + 7 * i * k + 3 * k) % (17 if k < 3 else 11) + (6 if (i + k) % 3 == 0 and k < 3 else 0)


d = [[mpf(density(k, i)) for i in range(count)] for k in range(methods)]


def mean_log(w):
    return sum(log(sum(w[k] * d[k][i] for k in range(methods))) for i in range(count)) / count


found = minimize(lambda w: -float(mean_log([mpf(v) for v in w])), [1 / methods] * methods, method="SLSQP",
                 bounds=[(0, 1)] * methods, constraints={"type": "eq", "fun": lambda w: sum(w) - 1},
                 options={"ftol": 1e-14, "maxiter": 1000})
used = [k for k in range(methods) if found.x[k] > 1e-4]


def gains(w):
    mixed = [sum(w[k] * d[k][i] for k in range(methods)) for i in range(count)]
    return [sum(d[k][i] / mixed[i] for i in range(count)) / count for k in range(methods)]


def conditions(*free):
    """Equal gains of all that are used; the last weight is the rest."""
    w = [mpf(0)] * methods
    for k, v in zip(used, list(free) + [1 - sum(free)]):
        w[k] = v
    g = gains(w)
    return [g[k] - 1 for k in used[:-1]]


root = findroot(conditions, [mpf(found.x[k]) for k in used[:-1]])
weights = [mpf(0)] * methods
for k, v in zip(used, list(root) + [1 - sum(root)]):
    weights[k] = v
assert all(g < 1 + mpf(10) ** -20 for g in gains(weights)) and len(used) == 3

print("// SPDX-License-Identifier: BSL-1.0\n// Written by stacking.py; do not edit.\n#pragma once\n")
print("namespace reference::stacking {\n")
print("inline constexpr double weights[] = {" + ", ".join(mp.nstr(w, 17) for w in weights) + "};")
print("inline constexpr double mean_log = " + mp.nstr(mean_log(weights), 17) + ";")
print("\n}  // namespace reference::stacking")
