#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# R's forecast 8.20: `$mean` of a forecast in logarithms is the median, and with biasadj = TRUE it is still not the mean.
#
# One would guess: a forecast's component `mean` is the mean, so that a budget is the sum over the years; and whoever has
#   read that a log transform (lambda = 0) gives medians asks for biasadj = TRUE, of which the manual says that an
#   adjustment is made to produce mean forecasts.
# What happens: `mean` holds medians, whose sum is neither the mean nor the median of the total. The adjustment is the
#   first term of a series, 1 + s^2 / 2 in place of exp(s^2 / 2), s being the standard deviation in logarithms: good to
#   a per cent while s < 0.5, and 59 % too low at s = 2, where long forecasts of growth soon are. Here a random walk
#   with drift of a spend that triples a year: ten years together are 9 billion USD by `mean` and 25 by the adjusted
#   one; by the integral over the package's own prediction distribution, 57.
# Version: r-cran-forecast 8.20-1 (Debian). The distribution is read off its 95 % bound, checked against its 80 % bound
#   and integrated numerically.
# Why it matters: exponential growth with uncertainty growing in time is the standard model of compute and cost, and its
#   mean lies in the tail. The error has one sign: budgets are too low, and the more so the longer the horizon.
# Instead: simulate whole paths and add them up (sums and quantiles of sums come with it), or use exp(m + s^2 / 2); name
#   what is returned by what it is.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

if ! dpkg-query -W r-cran-forecast >/dev/null 2>&1; then
    apt-get update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends r-cran-forecast >/dev/null
fi
version=$(dpkg-query -W -f '${Version}' r-cran-forecast)
if [ "$version" != 8.20-1 ]; then
    echo "needs r-cran-forecast 8.20-1 (Debian 12), found $version" >&2
    exit 2
fi

cat >spend.R <<'END'
suppressPackageStartupMessages(library(forecast))
spend <- ts(exp(log(3) * 0:11 + 0.3 * rep(c(0, 1, -1), 4)) / 1e6)  # million USD a year
cat("years  of mean  adjusted  integral   (sums, million USD);  s of the last year\n")
for (years in c(2, 5, 10)) {
  plain <- rwf(spend, h = years, drift = TRUE, lambda = 0)
  adjusted <- rwf(spend, h = years, drift = TRUE, lambda = 0, biasadj = TRUE)
  m <- log(as.numeric(plain$mean))
  s <- (log(as.numeric(plain$upper[, 2])) - m) / qnorm(0.975)
  stopifnot(abs(m + s * qnorm(0.9) - log(as.numeric(plain$upper[, 1]))) < 1e-9)    # a lognormal indeed
  stopifnot(abs(as.numeric(adjusted$mean) / (exp(m) * (1 + s^2 / 2)) - 1) < 1e-9)  # the first term, and no more
  means <- sapply(seq_len(years), function(i)
    integrate(function(z) exp(m[i] + s[i] * z) * dnorm(z), -12, 20, rel.tol = 1e-9)$value)
  cat(sprintf("%5d %8.3g %9.3g %9.3g %22.2f\n", years, sum(plain$mean), sum(adjusted$mean), sum(means), s[years]))
}
END
Rscript --vanilla spend.R | tee seen.txt
cat >expected.txt <<'END'
years  of mean  adjusted  integral   (sums, million USD);  s of the last year
    2      1.5      1.82      1.86                   0.70
    5     42.1      69.9      82.3                   1.22
   10 8.97e+03  2.54e+04  5.71e+04                   1.98
END
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
