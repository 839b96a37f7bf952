#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes explain_change.hpp: Shapley values of the change of a statistic of linear and multiplicative models, over all orders
of the changes, with mpmath at 50 digits."""
import itertools
import math

from mpmath import mp, mpf

mp.dps = 50

WEIGHTS = [mpf(2), mpf(-3), mpf("0.5")]
BEFORE = [(mpf(1), mpf(1)), (mpf(2), mpf("0.5")), (mpf(0), mpf(3))]  # mean and standard deviation
AFTER = [(mpf("1.5"), mpf(2)), (mpf(1), mpf("1.5")), (mpf(-2), mpf(1))]
# Median and sigma of lognormal factors.
FACTORS_BEFORE = [(mpf(3), mpf("0.2")), (mpf(5), mpf("0.5")), (mpf(2), mpf("0.3"))]
FACTORS_AFTER = [(mpf(4), mpf("0.1")), (mpf("2.5"), mpf("0.6")), (mpf(3), mpf("0.4"))]


def parts(value, before, after):
    n = len(before)
    result = [mpf(0)] * n
    for order in itertools.permutations(range(n)):
        now = list(before)
        last = value(now)
        for i in order:
            now[i] = after[i]
            next_value = value(now)
            result[i] += next_value - last
            last = next_value
    return [p / math.factorial(n) for p in result]


def moments(inputs):
    mean = sum(w * m for w, (m, s) in zip(WEIGHTS, inputs))
    return mean, mp.sqrt(sum((w * s) ** 2 for w, (m, s) in zip(WEIGHTS, inputs)))


def quantile(p):
    z = mp.sqrt(2) * mp.erfinv(2 * mpf(p) - 1)
    return lambda inputs: moments(inputs)[0] + z * moments(inputs)[1]


def below(x):
    return lambda inputs: mp.ncdf((mpf(x) - moments(inputs)[0]) / moments(inputs)[1])


def product_median(inputs):
    return mp.fprod(m for m, s in inputs)


def product_mean(inputs):
    return mp.fprod(m * mp.exp(s * s / 2) for m, s in inputs)


def line(name, values):
    print(f"inline constexpr double {name}[] = {{" + ", ".join(mp.nstr(v, 20) for v in values) + "};")


print("// SPDX-License-Identifier: BSL-1.0")
print("// Made by explain_change.py.")
print("#pragma once\n")
print("namespace reference {\n")
print("// 2 a - 3 b + c / 2 of normals (1, 1), (2, 0.5), (0, 3) that become (1.5, 2), (1, 1.5), (-2, 1).")
line("linear_median_parts", parts(quantile("0.5"), BEFORE, AFTER))
line("linear_q90_parts", parts(quantile("0.9"), BEFORE, AFTER))
line("linear_below_0_parts", parts(below(0), BEFORE, AFTER))
print("// a b c of lognormals of median and sigma (3, 0.2), (5, 0.5), (2, 0.3) that become (4, 0.1), (2.5, 0.6), (3, 0.4).")
line("product_median_parts", parts(product_median, FACTORS_BEFORE, FACTORS_AFTER))
line("product_mean_parts", parts(product_mean, FACTORS_BEFORE, FACTORS_AFTER))
print("\n}  // namespace reference")
