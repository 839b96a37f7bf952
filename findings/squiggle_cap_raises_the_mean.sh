#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# Squiggle 0.10.0: a cap far above anything plausible multiplies the mean by thousands.
#
# One would guess: truncateRight(cost, cap) takes away what lies above the cap, so the mean can only fall, and with a
#   cap that is practically never reached it stays what it was. truncateLeft(z, 5) has a mean above 5.
# What happens: a symbolic distribution (Sym.*) is laid on a grid over its own range before it is cut; a point of density
#   0 is then put at the cap and joined with the last point of the grid by a straight line, a triangle that is the
#   heavier the further off the cap. A run that costs 80 to 200 million USD (mean 131.5) has, capped at 10 billion, a
#   mean of 196, and capped at a trillion one of 222 billion. Of a cost with a wider spread the median goes along, from
#   31.6 to 86 million. A cut beyond the grid leaves no points: the mean of a standard normal above 5 is told as 0, its
#   cdf as NaN, without an error (in truth 5.1865).
# Version: @quri/squiggle-lang 0.10.0 (the points are added in src/PointSet/Continuous.ts). The project's tracker has had
#   "Incorrect mean when truncate wide-ish distributions" (quantified-uncertainty/squiggle, issue 1719) open since 2023;
#   that quantiles go along, and that the narrow ones and cuts in the tail are hit too, it does not say.
# Why it matters: "at most the world's yearly product" is how a careful forecaster guards a heavy tail. Here the guard
#   makes the tail, and the mean, which is what a budget is made from, is wrong by a factor of a thousand.
# Instead: cap samples (the same call on `80 to 200`, a sample set, only drops draws; last line), or a distribution
#   whose truncated mean has a closed form; and test that a cap that is never reached changes nothing.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund @quri/squiggle-lang@0.10.0 >/dev/null

cat >ask.mjs <<'END'
import { run } from "@quri/squiggle-lang";

async function ask(label, code) {
    const { result } = await run(code);
    const value = result.ok ? result.value.result.toString() : "error";
    console.log(label.padEnd(52), Number.isFinite(Number(value)) ? Number(Number(value).toPrecision(5)) : value);
}
const run_cost = "cost = Sym.lognormal({p5: 80, p95: 200})\n";
await ask("mean of a cost of 80 to 200 million", run_cost + "mean(cost)");
for (const cap of ["1000", "10000", "100000", "1000000"])
    await ask(`... capped at ${cap} million`, `${run_cost}mean(truncateRight(cost, ${cap}))`);
const wide = "cost = Sym.lognormal({p5: 1, p95: 1000})\n";
await ask("median of a cost of 1 to 1000", wide + "inv(cost, 0.5)");
await ask("... capped at 1e9", wide + "inv(truncateRight(cost, 1e9), 0.5)");
await ask("mean of a standard normal above 3 (true: 3.2831)", "mean(truncateLeft(Sym.normal(0, 1), 3))");
await ask("... above 5 (true: 5.1865)", "mean(truncateLeft(Sym.normal(0, 1), 5))");
await ask("... its cdf at 100 (true: 1)", "cdf(truncateLeft(Sym.normal(0, 1), 5), 100)");
await ask("capped samples: mean after by mean before", "cost = 80 to 200\nmean(truncateRight(cost, 1000000)) / mean(cost)");
END
cat >expected.txt <<'END'
mean of a cost of 80 to 200 million                  131.49
... capped at 1000 million                           132.11
... capped at 10000 million                          196.4
... capped at 100000 million                         5671.2
... capped at 1000000 million                        222130
median of a cost of 1 to 1000                        31.623
... capped at 1e9                                    86157000
mean of a standard normal above 3 (true: 3.2831)     3.2817
... above 5 (true: 5.1865)                           0
... its cdf at 100 (true: 1)                         NaN
capped samples: mean after by mean before            1
END
node ask.mjs | tee seen.txt
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
