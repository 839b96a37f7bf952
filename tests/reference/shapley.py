# SPDX-License-Identifier: BSL-1.0
"""Golden values of sensitivity/shapley, from 50-digit arithmetic (python3, mpmath): the effects of a sum of correlated
normals, of Ishigami's function and of Sobol's g-function.

    python3 shapley.py > shapley.hpp

Of y = sum of b_i x_i with covariances S, drawing the inputs u anew given the rest v leaves the variance
c(u) = b_u' (S_uu - S_uv S_vv^-1 S_vu) b_u; the effect of an input is what it adds to c, averaged over all orders.

Without correlations the effect of an input is the sum of V_u / |u| over the sets u of inputs that it is in, where V_u is
the variance of what just these do together (Owen, 2014). Of the g-function, the product of (|4 x_i - 2| + a_i) / (1 + a_i),
V_u is the product of 1 / (3 (1 + a_i)^2) over u; of Ishigami's, sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, there are V_1, V_2
and V_13.
"""
from itertools import combinations, permutations
from mpmath import matrix, mp, mpf, pi, sin

mp.dps = 50


def effects(b, sigma, rank):
    n = len(b)
    s = matrix(n, n)
    for i in range(n):
        for j in range(n):
            rho = 1 if i == j else rank.get((i, j), rank.get((j, i), 0))
            s[i, j] = sigma[i] * sigma[j] * (1 if i == j else 2 * sin(pi * mpf(rho) / 6))

    def part(rows, columns):
        m = matrix(len(rows), len(columns))
        for p, i in enumerate(rows):
            for q, j in enumerate(columns):
                m[p, q] = s[i, j]
        return m

    def left(u):
        u = sorted(u)
        v = [i for i in range(n) if i not in u]
        if not u:
            return mpf(0)
        m = part(u, u)
        if v:
            m -= part(u, v) * part(v, v) ** -1 * part(v, u)
        return sum(b[i] * m[p, q] * b[j] for p, i in enumerate(u) for q, j in enumerate(u))

    total = [mpf(0)] * n
    orders = list(permutations(range(n)))
    for order in orders:
        known = []
        for i in order:
            total[i] += left(known + [i]) - left(known)
            known.append(i)
    variance = left(range(n))
    return [t / len(orders) / variance for t in total]


def independent_effects(n, variance_of):
    total, variance = [mpf(0)] * n, mpf(0)
    for size in range(1, n + 1):
        for u in combinations(range(n), size):
            v = variance_of(u)
            variance += v
            for i in u:
                total[i] += v / size
    return [t / variance for t in total]


def of_g(a):
    def variance_of(u):
        v = mpf(1)
        for i in u:
            v /= 3 * (1 + mpf(a[i])) ** 2
        return v

    return independent_effects(len(a), variance_of)


def of_ishigami():
    a, b = mpf(7), mpf("0.1")
    parts = {(0,): (1 + b * pi**4 / 5) ** 2 / 2, (1,): a**2 / 8, (0, 2): 8 * b**2 * pi**8 / 225}
    return independent_effects(3, lambda u: parts.get(u, mpf(0)))


golden = {
    "two": effects([1, 1], [1, 2], {(0, 1): mpf("0.6")}),
    "four": effects([1, -2, mpf("0.5"), 0], [1, 1, 3, 2],
                    {(0, 1): mpf("0.5"), (1, 3): mpf("-0.7"), (0, 3): mpf("-0.2")}),
    "ishigami": of_ishigami(),
    "g": of_g([0, mpf("0.5"), 1, 2, mpf("4.5"), 9, 20, 50, 99, 99]),
}

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by shapley.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, values in golden.items():
    print(f"inline constexpr double shapley_{name}[] = {{{', '.join(mp.nstr(v, 19) for v in values)}}};")
print("\n}  // namespace reference")
