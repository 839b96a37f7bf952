#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Instructions per date that loops over a million dates execute on plain numbers and with the library's types, at -O2,
# counted by valgrind's callgrind. Fails when the library's loop executes over 1 % more.
#   tests/bench/zero_overhead.sh [compiler...]       default: g++ clang++
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

instructions() { # mode loop
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work/program" "$@" 2>"$work/log" ||
        { cat "$work/log" >&2; return 1; }
    awk '/Collected/ { print $NF }' "$work/log"
}

status=0
printf '%-12s %-6s %8s %8s %8s\n' compiler loop raw headway ratio
[ $# -gt 0 ] || set -- g++ clang++
for compiler in "$@"; do
    "$compiler" -std=c++20 -O2 -I include tests/bench/zero_overhead.cpp -o "$work/program"
    around=$(instructions nothing sum)
    for loop in sum store step; do
        raw=$(($(instructions raw $loop) - around))
        library=$(($(instructions headway $loop) - around))
        awk -v name="$compiler" -v loop=$loop -v raw="$raw" -v library="$library" 'BEGIN {
            printf "%-12s %-6s %8.2f %8.2f %8.4f\n", name, loop, raw / 1e6, library / 1e6, library / raw
            exit library > 1.01 * raw
        }' || status=1
    done
done
exit $status
