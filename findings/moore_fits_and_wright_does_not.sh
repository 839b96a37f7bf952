#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# d3-regression 2.2.0, regression 2.0.1, vega-statistics 2.0.0: Moore's law fits with R2 = 0.9999 and Wright's with 0.36,
# though on these data they are one and the same law.
#
# One would guess: "exponential" fits a straight line to log y against x, "power" one to log y against log x, as
#   ml-regression-exponential does. If what has been built grows fourfold a year, y falls by a factor a year exactly
#   where it falls by a power of what has been built: both fits tell one decline, and the same R2.
# What happens: all three packages weigh the points of an exponential fit by y, those of a power law equally. A price
#   that fell tenfold a year for three years and twofold for four is told to fall 9.18-fold a year by one function, the
#   other says 3.84 of the very same points. R2 is taken of the prices, not of their logarithms, which the first point
#   alone decides, so the weighted fit that misses all later points has 0.9999. Of the price three years on they differ
#   by a factor of 1600. None of the three read-me files speaks of weights.
# Version: d3-regression 2.2.0, regression 2.0.1, vega-statistics 2.0.0, ml-regression-exponential 3.0.2.
# Why it matters: whether costs fall with time or with what was built is decided by which of the two fits better; and a
#   decline per year goes straight into when a budget suffices. With y as weight, old high prices decide what next year's
#   fall is (and of a growing quantity the last points alone).
# Instead: take logarithms oneself and fit a straight line, so that the weights are known; compare laws by residuals in
#   logarithms, or better by forecasts of points left out.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund d3-regression@2.2.0 regression@2.0.1 vega-statistics@2.0.0 \
    ml-regression-exponential@3.0.2 >/dev/null

cat >fit.mjs <<'END'
import { regressionExp, regressionPow } from "d3-regression";
import { ExponentialRegression } from "ml-regression-exponential";
import regression from "regression";
import * as vega from "vega-statistics";

const price = [100, 10, 1, 0.1, 0.05, 0.025, 0.0125, 0.00625]; // by year
const by_year = price.map((y, year) => [year, y]);
const by_built = price.map((y, year) => [4 ** year, y]); // what has been built grows fourfold a year
const [x, y] = [(point) => point[0], (point) => point[1]];

// Straight lines by hand, as a reference.
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const [mid_x, mid_log] = [mean(by_year.map(x)), mean(price.map(Math.log))];
const slope =
    mean(by_year.map((p) => (p[0] - mid_x) * (Math.log(p[1]) - mid_log))) / mean(by_year.map((p) => (p[0] - mid_x) ** 2));
const at_ten = Math.exp(mid_log + slope * (10 - mid_x));

function say(label, fall, r_squared, predicted) {
    console.log(label.padEnd(44), fall.toFixed(2), r_squared === undefined ? "      " : r_squared.toFixed(4), predicted.toExponential(1));
}
console.log("".padEnd(44), "fall R2     in year 10");
say("straight line through logarithms", Math.exp(-slope), undefined, at_ten);
const logs = new ExponentialRegression(by_year.map(x), price);
say("ml-regression-exponential", Math.exp(-logs.A), undefined, logs.predict(10));

const d3_exp = regressionExp()(by_year);
say("d3-regression, exponential in years", Math.exp(-d3_exp.b), d3_exp.rSquared, d3_exp.predict(10));
const d3_pow = regressionPow()(by_built);
say("d3-regression, power of what was built", 4 ** -d3_pow.b, d3_pow.rSquared, d3_pow.predict(4 ** 10));

const vega_exp = vega.regressionExp(by_year, x, y);
say("vega-statistics, exponential in years", Math.exp(-vega_exp.coef[1]), vega_exp.rSquared, vega_exp.predict(10));
const vega_pow = vega.regressionPow(by_built, x, y);
say("vega-statistics, power of what was built", 4 ** -vega_pow.coef[1], vega_pow.rSquared, vega_pow.predict(4 ** 10));

const own_exp = regression.exponential(by_year, { precision: 15 });
say("regression, exponential in years", Math.exp(-own_exp.equation[1]), own_exp.r2, own_exp.predict(10)[1]);
const own_pow = regression.power(by_built, { precision: 15 });
say("regression, power of what was built", 4 ** -own_pow.equation[1], own_pow.r2, own_pow.predict(4 ** 10)[1]);
END
cat >expected.txt <<'END'
                                             fall R2     in year 10
straight line through logarithms             3.84        3.8e-5
ml-regression-exponential                    3.84        3.8e-5
d3-regression, exponential in years          9.18 0.9999 2.3e-8
d3-regression, power of what was built       3.84 0.3613 3.8e-5
vega-statistics, exponential in years        9.18 0.9999 2.3e-8
vega-statistics, power of what was built     3.84 0.3613 3.8e-5
regression, exponential in years             9.18 0.9999 2.3e-8
regression, power of what was built          3.84 0.3613 3.8e-5
END
node fit.mjs >seen.txt
cat seen.txt
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
