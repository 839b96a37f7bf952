# SPDX-License-Identifier: BSL-1.0
# The values of tests/inference/conjugate_update.test.cpp: evidences and moments by closed form and by quadrature, 40 digits.
from mpmath import beta, binomial, exp, factorial, gamma, log, mp, mpf, pi, quad, sqrt

mp.dps = 40


def normal(v, mean, sd):
    return exp(-(((v - mean) / sd) ** 2) / 2) / (sd * sqrt(2 * pi))


def lognormal(v, log_median, sd):
    return normal(log(v), log_median, sd) / v


def moments(density, ends):
    z = quad(density, ends)
    mean = quad(lambda x: x * density(x), ends) / z
    return mean, sqrt(quad(lambda x: (x - mean) ** 2 * density(x), ends) / z), z


half, fifth, tenth = mpf(1) / 2, mpf(1) / 5, mpf(1) / 10
print("power", lognormal(mpf(6), 3 * half * log(4), sqrt((3 * half * 3 * tenth) ** 2 + fifth**2)))
print("normal", normal(5, 2, sqrt(1 + half**2)), sqrt(1 / (1 + 1 / half**2)))
print("uniform", moments(lambda x: normal(5, x, half) / 2, [2, 3, 4]))
inside = quad(lambda x: lognormal(x, log(4), 3 * tenth), [3, 4, 5])
print("truncated", moments(lambda x: lognormal(x, log(4), 3 * tenth) / inside * lognormal(5, log(x), half), [3, 4, 5]))
print("log-uniform", moments(lambda x: 1 / (x * log(100)) * lognormal(5, log(x), half), [1, 2, 5, 10, 30, 100]))
print("beta-binomial", binomial(10, 7) * beta(9, 6) / beta(2, 3))
print("negative binomial", gamma(15) / gamma(3) / factorial(12) * mpf(6) ** 12 / mpf(7) ** 15)
