#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The same seed gives the same bits on every machine: builds with cross compilers and a user's plain -O2, runs under
# emulation (no flag asks for exact arithmetic; the headers do), and compares with what this machine gives:
#   the bits of draws and outcomes, three examples, outcome files written here and read there and the other way round,
#   and the numeric tests of core, belief and forecast.
#   tests/emulation.sh [target...]    default: aarch64 s390x armhf x86-64-v3 native
#   further targets: ppc64le riscv64 i686 aarch64-clang
# Needs the packages qemu-user, g++-aarch64-linux-gnu, g++-s390x-linux-gnu, g++-arm-linux-gnueabihf (`sh .ci/setup all`);
# for further targets g++-powerpc64le-linux-gnu, g++-riscv64-linux-gnu, g++-multilib, clang. Catch2 v2's single header.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- aarch64 s390x armhf x86-64-v3 native

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "emulation: $*" >&2; exit 1; }
say() { printf 'emulation: %4d s  %s\n' "$SECONDS" "$*"; }

[ -e /usr/include/catch2/catch.hpp ] || fail "needs Catch2 v2 as one header (Debian 12's package catch2)"
mkdir "$work/catch2"
ln -s /usr/include/catch2 "$work/catch2/catch2" # not -I /usr/include, whose C headers are of this machine
printf '#define CATCH_CONFIG_MAIN\n#include <catch2/catch.hpp>\n' >"$work/main.cpp"

# What is numbers rather than text: those of core, belief and forecast whose results are compared to the last bits.
numeric_tests=(
    core/{elementary,math,error_function,gamma,beta,batch,dual,growth,date,exact_text,parse_number}
    belief/{makers,discrete,mixture,truncated,sampler}
    forecast/{random_stream,sobol,latin_hypercube,simulate,merge,outcome_file}
)
examples=(hello_headway training_cost when_is_it_affordable)

use_target() { # sets compiler and run
    flags=(-std=c++20 -O2 -w -Iinclude -pthread)
    run=()
    local static=-static
    case $1 in
    host) compiler=(g++) static= ;;
    aarch64) compiler=(aarch64-linux-gnu-g++) run=(qemu-aarch64) ;;
    s390x) compiler=(s390x-linux-gnu-g++) run=(qemu-s390x) ;;
    armhf) compiler=(arm-linux-gnueabihf-g++) run=(qemu-arm) ;;
    ppc64le) compiler=(powerpc64le-linux-gnu-g++) run=(qemu-ppc64le) ;;
    riscv64) compiler=(riscv64-linux-gnu-g++) run=(qemu-riscv64) ;;
    i686) compiler=(g++ -m32 -msse2 -mfpmath=sse) static= ;; # with x87 the headers refuse in words
    aarch64-clang) compiler=(clang++ --target=aarch64-linux-gnu) run=(qemu-aarch64) ;;
    x86-64-v3) compiler=(g++ -march=x86-64-v3) run=(qemu-x86_64 -cpu max) ;;
    native) compiler=(g++ -march=native) static= ;;
    *) fail "knows no target $1" ;;
    esac
    [ -z "$static" ] || flags+=("$static")
    command -v "${compiler[0]}" >/dev/null || fail "$1: ${compiler[0]} is missing; sh .ci/setup all"
    [ ${#run[@]} = 0 ] || command -v "${run[0]}" >/dev/null || fail "$1: ${run[0]} is missing; sh .ci/setup all"
}

# Builds programs two at a time: pairs of a name and the words of its compile command.
build_all() { # target
    local out=$work/$1 job
    mkdir -p "$out"
    {
        printf '%s\n' "tests/bits/bits.cpp -o $out/bits"
        for job in "${examples[@]}"; do printf '%s\n' "examples/$job.cpp -o $out/$job"; done
        [ "$1" = x86-64-v3 ] || [ "$1" = native ] || printf '%s\n' "examples/shards.cpp -o $out/shards"
        if [ "$1" != host ] && [ "$1" != x86-64-v3 ] && [ "$1" != native ]; then
            printf '%s\n' "-c $work/main.cpp -o $out/main.o -I$work/catch2"
            for job in "${numeric_tests[@]}"; do
                printf '%s\n' "-c tests/$job.test.cpp -o $out/${job/\//_}.o -Itests -I$work/catch2"
            done
        fi
    } | xargs -P "$(nproc)" -I{} sh -c "${compiler[*]} ${flags[*]/-static/} {} $([[ " ${flags[*]} " == *" -static "* ]] && echo -static)" ||
        fail "$1: does not compile"
}

compare() { # target, what, expected file
    "${run[@]}" "$work/$1/$2" >"$work/out" || fail "$1: $2 ended with $?"
    cmp -s "$work/out" "$3" || { diff "$work/out" "$3" | head -20; fail "$1: $2 prints other numbers"; }
}

use_target host
build_all host
(cd "$work/host" && for i in 1 2; do ./shards run --draws 20000 --shard $i/2 --out host$i.hw >/dev/null; done &&
    ./shards merge --out whole.hw host1.hw host2.hw >merged)

for target in "$@"; do
    use_target "$target"
    build_all "$target"
    say "$target: built"
    compare "$target" bits tests/bits/bits.expected
    for example in "${examples[@]}"; do compare "$target" "$example" "examples/$example.expected"; done
    [ -e "$work/$target/main.o" ] || { say "$target: bits and examples are the same"; continue; }

    "${run[@]}" "$work/$target/shards" run --draws 20000 --shard 2/2 --out "$work/$target/there2.hw" >/dev/null
    (cd "$work/host" && "${run[@]}" "$work/$target/shards" merge --out "$work/there.hw" host1.hw "$work/$target/there2.hw" >"$work/merged_there")
    (cd "$work/host" && ./shards merge --out "$work/here.hw" host1.hw "$work/$target/there2.hw" >"$work/merged_here")
    for merged in here there; do
        cmp -s "$work/merged_$merged" "$work/host/merged" || fail "$target: shards merged $merged give another answer"
        cmp -s "$work/$merged.hw" "$work/host/whole.hw" || fail "$target: the file merged $merged differs"
    done

    "${compiler[@]}" "${flags[@]}" "$work/$target"/*.o -o "$work/$target/numeric"
    "${run[@]}" "$work/$target/numeric" >"$work/out" || { tail -40 "$work/out"; fail "$target: a numeric test fails"; }
    say "$target: bits, examples, outcome files and $(grep -o '[0-9]* assertions' "$work/out" | tail -1) are the same"
done
