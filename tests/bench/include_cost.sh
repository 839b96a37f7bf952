#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What including headway costs a compiler: median seconds of -fsyntax-only over 7 rounds, the files taken in turn so that
# a change of the machine's load meets all of them. CPU is user + system time, the steadier of the two on a busy machine.
#   tests/bench/include_cost.sh [compiler...]       default: g++ clang++
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=7
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

names=(empty trend forecasting.hpp headway.hpp)
: >"$work/empty.cpp"
echo '#include <headway/trend.hpp>' >"$work/trend.cpp"
echo '#include <headway/forecasting.hpp>' >"$work/forecasting.hpp.cpp"
echo '#include <headway/headway.hpp>' >"$work/headway.hpp.cpp"

median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }

printf '%-12s %-12s %8s %8s\n' compiler file 'wall s' 'CPU s'
TIMEFORMAT='%R %U %S'
[ $# -gt 0 ] || set -- g++ clang++
for compiler in "$@"; do
    for ((i = 0; i < rounds; i++)); do
        for name in "${names[@]}"; do
            { time "$compiler" -std=c++20 -fsyntax-only -I include "$work/$name.cpp" 2>"$work/errors"; } 2>"$work/time" ||
                { cat "$work/errors" >&2; exit 1; }
            read -r wall user system <"$work/time"
            echo "$wall" >>"$work/$compiler $name wall"
            awk "BEGIN { print $user + $system }" >>"$work/$compiler $name cpu"
        done
    done
    for name in "${names[@]}"; do
        printf '%-12s %-12s %8.2f %8.2f\n' "$compiler" "$name" \
            "$(median "$work/$compiler $name wall")" "$(median "$work/$compiler $name cpu")"
    done
done
