#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# check.sh PROGRAM WORK: what examples/export writes, as other programs read it. JSON is held to the schema by ajv, which
# must refuse broken documents too; charts are drawn by Vega-Lite; tables are read by Miller and by Vega. WORK is a folder
# of its own, in which the packages of package-lock.json are installed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1")
mkdir -p "$2" && cd "$2"

cp "$here"/package.json "$here"/package-lock.json .
cmp -s package-lock.json node_modules/.installed || npm ci --silent --no-audit --no-fund
cp package-lock.json node_modules/.installed
rm -rf documents pictures && mkdir documents pictures
"$program" --out documents >/dev/null

node "$here"/check.mjs "$here"/../../examples/export/headway.schema.json documents pictures
xmllint --noout pictures/*.svg

# Miller: every column is reached by its name, and in JSON each is a column of its own, not a map.
expect() { # what, how it should be
    [ "$1" = "$2" ] || { printf 'FAULT: %s\nexpected: %s\n' "$1" "$2" >&2; exit 1; }
}
cd documents
expect "$(mlr --icsv --onidx put -q 'end { emit @n } @n = NR' over_time.csv)" 7
expect "$(mlr --icsv --ojsonl cut -f date,p50_USD then put -q 'is_numeric($p50_USD) { @n += 1 } end { emit @n }' over_time.csv)" '{"n": 7}'
expect "$(mlr --icsv --ojsonl put -q 'for (k, v in $*) { if (is_map(v)) { @maps += 1 } } end { emit @maps }' over_time.csv)" ''
# A date that never comes is a word; a name that a spreadsheet would run is none.
expect "$(mlr --icsv --onidx head -n 1 then cut -f p95_date scenarios.csv)" never
expect "$(mlr --icsv --onidx --ofs , tail -n 1 then cut -f scenario scenarios.csv)" "'=dearer(1)"
# As it would be with brackets and dots: the column is lost. Should this fail, Miller has changed.
expect "$(printf 'p5.USD\n1\n' | mlr --icsv --ojsonl put '$a = $p5.USD')" '{"p5": {"USD": 1}}'
echo "Miller and Vega read the tables"
