#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# Vega-Lite 5.23.0: a domain of two dates conflicts with itself as soon as the mark has a second end.
#
# One would guess: the ends of an axis, given as "domain": [from, to] in milliseconds, hold for a bar from x to x2 as they do
#   for a point, since a mark has one scale for both ends. For numbers it is so.
# What happens: of a temporal x with an x2 the compiler warns `Conflicting scale property "domain"`, shows both sides of the
#   conflict, the same two numbers once as dates and once as they are, and takes the union of the two. The picture is right,
#   but whoever holds specifications to be compiled without a warning cannot give dates an axis this way.
# Version: vega-lite 5.23.0 with vega 5.33.0. The domain is turned into dates by the type of each channel, and x2 has none to
#   give (its definition may have no type).
# Why it matters: Gantt charts and intervals in time are exactly marks with two dates, and their axes have to be given where
#   an end lies outside the data, as "never" does.
# Instead: the two ends by themselves, "domainMin": from, "domainMax": to. They conflict with nothing.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund vega@5.33.0 vega-lite@5.23.0 >/dev/null

cat >ask.mjs <<'END'
import * as vegaLite from "vega-lite";

const warnings = (type, second, scale) => {
    const said = [];
    const quiet = () => logger;
    const logger = { level: quiet, info: quiet, debug: quiet, error: quiet, warn: (text) => (said.push(text), logger) };
    const encoding = { x: { field: "from", type, scale } };
    if (second) encoding.x2 = { field: "to" };
    vegaLite.compile({ data: { values: [{ from: 1e12, to: 2e12 }] }, mark: second ? "bar" : "point", encoding }, { logger });
    return said.filter((text) => text.startsWith('Conflicting scale property "domain"')).length;
};
const domain = { domain: [0, 3e12] };
const ends = { domainMin: 0, domainMax: 3e12 };
console.log("numbers, a point:            ", warnings("quantitative", false, domain));
console.log("numbers, from one to another:", warnings("quantitative", true, domain));
console.log("dates, a point:              ", warnings("temporal", false, domain));
console.log("dates, from one to another:  ", warnings("temporal", true, domain));
console.log("dates, the ends by themselves:", warnings("temporal", true, ends));
END
cat >expected.txt <<'END'
numbers, a point:             0
numbers, from one to another: 0
dates, a point:               0
dates, from one to another:   1
dates, the ends by themselves: 0
END
node ask.mjs | tee seen.txt
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
