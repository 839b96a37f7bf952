#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Outcome files of two machines: each runs a shard of one run and merges both, to the bytes of a whole run of either.
#   tests/exchange.sh path/to/example_shards command that runs the other example_shards
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: $0 path/to/example_shards command..." >&2; exit 2; }
native=$(realpath "$1")
shift
other=("$@")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "exchange: $*" >&2; exit 1; }

for run in "--draws 30000" "--draws 70000 --stream" "--draws 16384 --method sobol --forecast spending"; do
    forecast=$(sed -n 's/.*\(--forecast [a-z]*\).*/\1/p' <<<"$run")
    # shellcheck disable=SC2086 # $run and $forecast are lists
    {
        "$native" run $run --out whole.hw >/dev/null
        "${other[@]}" run $run --out there.hw >/dev/null
        cmp whole.hw there.hw || fail "$run: the whole runs differ"
        "$native" run $run --shard 1/2 --out 1.hw >/dev/null
        "${other[@]}" run $run --shard 2/2 --out 2.hw >/dev/null
        "$native" merge $forecast --out merged.hw 1.hw 2.hw >/dev/null
        cmp whole.hw merged.hw || fail "$run: merged here it is not the whole run"
        "${other[@]}" merge $forecast --out merged.hw 1.hw 2.hw >/dev/null
        cmp whole.hw merged.hw || fail "$run: merged there it is not the whole run"
        { head -c 100 1.hw; printf 'xyz'; tail -c +104 1.hw; } >damaged.hw
        if "${other[@]}" merge $forecast damaged.hw 2.hw >out 2>&1; then fail "$run: a damaged file was merged"; fi
        grep -q "damaged.hw: is damaged" out || { cat out; fail "$run: the damaged file is not named"; }
    }
    echo "exchange: $run: the same bytes"
done
