# SPDX-License-Identifier: BSL-1.0
"""Golden values of forecast/shapley, from 50-digit arithmetic (python3, mpmath): the effects of a sum of correlated normals.

    python3 shapley.py > shapley.hpp

Of y = sum of b_i x_i with covariances S, drawing the inputs u anew given the rest v leaves the variance
c(u) = b_u' (S_uu - S_uv S_vv^-1 S_vu) b_u; the effect of an input is what it adds to c, averaged over all orders.
"""
from itertools import permutations
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


golden = {
    "two": effects([1, 1], [1, 2], {(0, 1): mpf("0.6")}),
    "four": effects([1, -2, mpf("0.5"), 0], [1, 1, 3, 2],
                    {(0, 1): mpf("0.5"), (1, 3): mpf("-0.7"), (0, 3): mpf("-0.2")}),
}

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by shapley.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
for name, values in golden.items():
    print(f"inline constexpr double shapley_{name}[] = {{{', '.join(mp.nstr(v, 19) for v in values)}}};")
print("\n}  // namespace reference")
