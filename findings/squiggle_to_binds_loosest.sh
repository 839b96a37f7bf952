#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# Squiggle 0.10.0: `2 * 10 to 40` is not twice "10 to 40".
#
# One would guess: an interval is a literal, as it is read aloud, so that arithmetic acts on all of it: twice "10 to 40"
#   is 20 to 80, a half of it 5 to 20, and five more 15 to 45.
# What happens: `to` binds more loosely than every arithmetic operator, so that the factor reaches the near end only:
#   `2 * 10 to 40` is 20 to 40, `10 to 40 / 2` is 10 to 20, `10 to 40 + 5` is 10 to 45. Only where the ends then stand
#   in the wrong order (`5 * 10 to 40`) is there an error. An arrow goes the same way: in `10 to 40 -> {|x| 2 * x}`
#   the function is given 40, not the interval.
# Version: @quri/squiggle-lang 0.10.0. It is meant so (quantified-uncertainty/squiggle, pull request 1201 of 2022; the
#   arrow: issue 2736, open).
# Why it matters: units and head counts are multiplied into intervals all the time, and the result looks sound: an
#   interval with one end right, and its 95 % quantile off by a factor of two.
# Instead: put every interval in parentheses or give it a name first; in a notation of one's own, let an interval be
#   one value (a function of two arguments), not an operator.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund @quri/squiggle-lang@0.10.0 >/dev/null

# Draws vary by some per cent about the quantiles, so each expression is told by the interval whose 5 % and 95 %
# quantiles, in closed form, its own are within 6 % of.
cat >ask.mjs <<'END'
import { run } from "@quri/squiggle-lang";

const environment = { sampleCount: 100000, xyPointLength: 1000, seed: "to" };
for (const [code, guess] of [
    ["10 to 40", "10 to 40"],
    ["2 * 10 to 40", "20 to 80"],
    ["2 * (10 to 40)", "20 to 80"],
    ["10 to 40 / 2", "5 to 20"],
    ["10 to 40 + 5", "15 to 45"],
    ["10 to 40 -> {|x| 2 * x}", "20 to 80"],
    ["5 * 10 to 40", "50 to 200"],
]) {
    const { result } = await run(`x = ${code}\n[inv(x, 0.05), inv(x, 0.95)]`, { environment });
    let said = "error: " + (result.ok ? "" : /Low value[^\n]*/.exec(result.value.toString()));
    if (result.ok) {
        const [low, high] = JSON.parse(result.value.result.toString());
        const near = (value) => [5, 10, 15, 20, 40, 45, 50, 80, 200].find((end) => Math.abs(value / end - 1) < 0.06);
        said = `${near(low)} to ${near(high)}`;
    }
    console.log(code.padEnd(26), "guessed", guess.padEnd(10), "is", said);
}
END
cat >expected.txt <<'END'
10 to 40                   guessed 10 to 40   is 10 to 40
2 * 10 to 40               guessed 20 to 80   is 20 to 40
2 * (10 to 40)             guessed 20 to 80   is 20 to 80
10 to 40 / 2               guessed 5 to 20    is 10 to 20
10 to 40 + 5               guessed 15 to 45   is 10 to 45
10 to 40 -> {|x| 2 * x}    guessed 20 to 80   is 10 to 80
5 * 10 to 40               guessed 50 to 200  is error: Low value must be less than high value
END
node ask.mjs | tee seen.txt
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
