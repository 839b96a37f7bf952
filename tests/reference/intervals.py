# SPDX-License-Identifier: BSL-1.0
"""Golden binomial intervals, ranks and factors of outcome_intervals.test.cpp, from 40-digit arithmetic (python3, mpmath).

Every number is the root, by bisection, of an equation in mpmath's own incomplete beta function.
"""
from mpmath import betainc, mp, mpf, nstr, sqrt

mp.dps = 40


def root(falling, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(130):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def below(k, part, n, p):
    up_to_k = betainc(k + 1, n - k, p, 1, regularized=True) if k < n else mpf(1)
    below_k = betainc(k, n - k + 1, p, 1, regularized=True) if k > 0 else mpf(0)
    return part * up_to_k + (1 - part) * below_k


for k, n, level in [(0, 1000, '.95'), (3, 1000, '.95'), (1, 10, '.9'), (5, 10, '.95'), (997, 1000, '.99'),
                    (200, 500, '.95'), (10, 10, '.95')]:
    tail = (1 - mpf(level)) / 2
    share = mpf(k) / n
    low = mpf(0) if k == 0 else root(lambda p: below(k, share / 2, n, p) - (1 - tail), 0, share)
    high = mpf(1) if k == n else root(lambda p: below(k, (1 + share) / 2, n, p) - tail, share, 1)
    print('share', k, n, level, nstr(low, 17), nstr(high, 17))

for probability, p, n in [('.025', '.5', 100), ('.975', '.5', 100), ('.025', '.05', 500), ('.975', '.05', 500),
                          ('.025', '.9999', 2000)]:
    probability, p = mpf(probability), mpf(p)
    rank = root(lambda r: probability - betainc(r, n + 1 - r, p, 1, regularized=True), 1, n)
    print('rank', nstr(probability, 4), nstr(p, 6), n, nstr(rank, 17))

for freedom, level in [(3, '.95'), (7, '.95'), (499, '.95'), (1, '.99')]:
    level = mpf(level)
    x = root(lambda x: (1 - level) - betainc(mpf(freedom) / 2, mpf(1) / 2, 0, x, regularized=True), 0, 1)
    print('Student', freedom, nstr(level, 4), nstr(sqrt(freedom * (1 - x) / x), 17))
