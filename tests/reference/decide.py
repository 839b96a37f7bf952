# SPDX-License-Identifier: BSL-1.0
"""Golden values of decision/decide, from 50-digit arithmetic (python3, mpmath): two options whose payoffs are sums of normals.

    python3 decide.py > decide.hpp

Payoffs A = 3 + x + 2 y and B = 2 + y - z of independent normals x (0, 1), y (0, 1), z (0, 2). Higher is better. A - B is normal
with mean D = 1 and variance 1 + 1 + 4, of which each input has its square of weight times standard deviation. With
L(t) = phi(t) - t Phi(-t), the unit normal loss (Raiffa and Schlaifer, 1961), the expected regret of A, the better one, is
s L(D / s), and so is the value of perfect information of an input whose part of the difference has the standard deviation s.
A sample of n with the error e leaves of that part the preposterior standard deviation s sqrt(v / (v + e^2 / n)), v the variance
of the input. A lognormal input seen with log errors has the same shrinkage of its logarithm; what it is worth then is an
integral over the normal posterior mean m of the logarithm: E max(exp(m + w / 2) c, K) - max(E, K), w the posterior variance.
"""
from mpmath import erfc, exp, inf, log, mp, mpf, npdf, pi, quad, sqrt

mp.dps = 50


def cdf(t):
    return erfc(-t / sqrt(mpf(2))) / 2


def loss(t):
    return npdf(t) - t * cdf(-t)


def shown(name, value):
    print(f"inline constexpr double {name} = {mp.nstr(value, 20)};")


D = mpf(1)
parts = {"x": mpf(1), "y": mpf(1), "z": mpf(2)}
variance = {"x": mpf(1), "y": mpf(1), "z": mpf(4)}
s = sqrt(sum(p**2 for p in parts.values()))

print("// SPDX-License-Identifier: BSL-1.0")
print("// Written by decide.py; do not edit.")
print("#pragma once\n\nnamespace reference {\n")
shown("decide_probability_a", cdf(D / s))
shown("decide_regret_a", s * loss(D / s))
shown("decide_regret_b", s * loss(-D / s))
for name, p in parts.items():
    shown(f"decide_knowing_{name}", p * loss(D / p))
for n, e in ((1, mpf(2)), (5, mpf(2)), (4, mpf(1) / 2)):
    z = parts["z"] * sqrt(variance["z"] / (variance["z"] + e**2 / n))
    shown(f"decide_sample_z_{n}", z * loss(D / z))

# Lognormal price, median 10, sigma 0.5, against a sure 11; lower is better; three sightings with log error 0.4.
mu, sigma, sure, n, e = log(mpf(10)), mpf("0.5"), mpf(11), 3, mpf("0.4")
mean = exp(mu + sigma**2 / 2)
knowing = quad(lambda t: min(exp(mu + sigma * t), sure) * npdf(t), [-inf, (log(sure) - mu) / sigma, inf])
shown("decide_knowing_price", min(mean, sure) - knowing)
w = 1 / (1 / sigma**2 + n / e**2)
spread = sqrt(sigma**2 - w)
seen = quad(lambda t: min(exp(mu + spread * t + w / 2), sure) * npdf(t),
            [-inf, (log(sure) - mu - w / 2) / spread, inf])
shown("decide_sample_price_3", min(mean, sure) - seen)
print("\n}  // namespace reference")
