#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# Squiggle 0.10.0 and OpenTURNS 1.20: x - x is not 0, x * x is not x squared, once x is a distribution in closed form.
#
# One would guess: a name stands for one uncertain number, so that x - x is certainly 0, x + x is 2 * x, and the mean of
#   x * x is that of x squared. In Squiggle it is so: for `x = 0.19 to 5.2`, which is held as draws.
# What happens: written as Sym.lognormal(0, 1), which Squiggle's pages call completely accurate, each *mention* of x is
#   another, independent variable: x - x has a standard deviation of 2.9, x / x one of 6.9, and the mean of x * x is
#   2.7 where that of the square is 7.4. No warning tells that the meaning of a name has changed with its
#   representation. OpenTURNS, whose product is documented as that of independent factors, answers alike, but
#   lets x**2 be the square, so that within one library x * x and x**2 differ.
# Version: @quri/squiggle-lang 0.10.0; python3-openturns 1.20-9 (Debian). True values by the closed forms of a
#   lognormal: the mean of the square is exp(2) = 7.389; the standard deviation of 2x is 2 sqrt(e(e - 1)) = 4.322.
# Why it matters: models mention an input twice (a price that enters both a revenue and a cost; a growth rate in two
#   years). Replacing draws by "exact" distributions makes a hedge look like a risk, x - x, and a bet on one input look
#   diversified: the spread of x + x falls from 4.3 to 3.1.
# Instead: carry draws (or points of one common sequence) through the model and let a name be one column of them; use
#   closed forms for single inputs and for final answers only.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

if ! dpkg-query -W python3-openturns >/dev/null 2>&1; then
    apt-get update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends python3-openturns >/dev/null
fi
version=$(dpkg-query -W -f '${Version}' python3-openturns)
if [ "$version" != 1.20-9 ]; then
    echo "needs python3-openturns 1.20-9 (Debian 12), found $version" >&2
    exit 2
fi
echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund @quri/squiggle-lang@0.10.0 >/dev/null

cat >ask.mjs <<'END'
import { run } from "@quri/squiggle-lang";

async function ask(label, code) {
    const { result } = await run(code);
    console.log(label.padEnd(44), result.ok ? Number(result.value.result.toString()).toFixed(1) : "error");
}
const drawn = "x = 0.19 to 5.2\n";
await ask("draws: sd of x - x", drawn + "stdev(x - x)");
await ask("draws: mean of x * x by that of x^2", drawn + "mean(x * x) / mean(x^2)");
await ask("draws: sd of x + x by that of 2 * x", drawn + "stdev(x + x) / stdev(2 * x)");
const exact = "x = Sym.lognormal(0, 1)\n";
await ask("closed form: sd of x - x", exact + "stdev(x - x)");
await ask("closed form: sd of x / x", exact + "stdev(x / x)");
await ask("closed form: mean of x * x (true: 7.4)", exact + "mean(x * x)");
END
cat >ask.py <<'END'
import openturns as ot

x = ot.LogNormal(0.0, 1.0)
for label, value in (
    ("OpenTURNS: sd of x - x", (x - x).getStandardDeviation()),
    ("OpenTURNS: mean of x * x", (x * x).getMean()),
    ("OpenTURNS: mean of x**2", (x**2).getMean()),
    ("OpenTURNS: sd of x + x", (x + x).getStandardDeviation()),
    ("OpenTURNS: sd of 2 * x", (2 * x).getStandardDeviation()),
):
    print(f"{label:<44} {value[0]:.1f}")
END
{
    node ask.mjs
    /usr/bin/python3 ask.py
} >seen.txt
cat seen.txt
cat >expected.txt <<'END'
draws: sd of x - x                           0.0
draws: mean of x * x by that of x^2          1.0
draws: sd of x + x by that of 2 * x          1.0
closed form: sd of x - x                     2.9
closed form: sd of x / x                     6.9
closed form: mean of x * x (true: 7.4)       2.7
OpenTURNS: sd of x - x                       3.1
OpenTURNS: mean of x * x                     2.7
OpenTURNS: mean of x**2                      7.4
OpenTURNS: sd of x + x                       3.1
OpenTURNS: sd of 2 * x                       4.3
END
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
