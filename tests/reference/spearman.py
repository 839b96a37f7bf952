# SPDX-License-Identifier: BSL-1.0
"""Golden values of Spearman's rank correlation, by SciPy (python3, scipy 1.10): python3 spearman.py > spearman.hpp

Ranks of equal values are averaged and an infinite answer, which is never, ranks last, as scipy.stats.rankdata has it. The
standard error is the jackknife's, another estimate of the same than the library's, whole correlations with one pair left
out; of 60 pairs the two differ by some per cent.
"""
import math
import random

from scipy.stats import spearmanr

random.seed(20261130)


def jackknife(x, y):
    n = len(x)
    rest = [spearmanr(x[:i] + x[i + 1:], y[:i] + y[i + 1:]).statistic for i in range(n)]
    mean = math.fsum(rest) / n
    return math.sqrt((n - 1) / n * math.fsum((r - mean) ** 2 for r in rest))


def pairs(n, f):
    x = [random.gauss(0.0, 1.0) for _ in range(n)]
    return [float("%.4g" % a) for a in x], [float("%.4g" % f(a, random.gauss(0.0, 1.0))) for a in x]


def cases():
    yield "rises", pairs(60, lambda a, e: a + 0.7 * e)
    yield "falls, on a wide scale", pairs(60, lambda a, e: math.exp(4.0 - 1.5 * a + e))
    yield "not joined", pairs(60, lambda a, e: e)
    x, y = pairs(60, lambda a, e: a + e)
    yield "with equal values", ([float(round(a)) for a in x], [float(round(2.0 * b)) for b in y])
    x, y = pairs(60, lambda a, e: a + e)
    yield "never in some", (x, [b if b < 0.8 else math.inf for b in y])
    x, y = pairs(60, lambda a, e: a * a + 0.3 * e)
    yield "rises and falls", (x, y)


def number(v):
    return "std::numeric_limits<double>::infinity()" if math.isinf(v) else repr(v)


print("""// SPDX-License-Identifier: BSL-1.0
// Written by spearman.py; do not edit.
#pragma once

#include <limits>
#include <vector>

namespace reference {

struct spearman_case {
    const char* name;
    double rho;
    double jackknife_error;
    std::vector<double> x;
    std::vector<double> y;
};
inline const std::vector<spearman_case>& spearman_cases() {
    static const std::vector<spearman_case> all{""")
for name, (x, y) in cases():
    print('        {"%s",\n         %r,\n         %r,' % (name, float(spearmanr(x, y).statistic), jackknife(x, y)))
    print("         {%s},\n         {%s}}," % (", ".join(map(number, x)), ", ".join(map(number, y))))
print("""    };
    return all;
}

}  // namespace reference""")
