#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The same seed gives the same bits on other processors: builds bits.cpp with a user's plain -O2 (no flag asks for exact
# arithmetic; the headers do), runs it, emulated where need be, and compares with bits.expected. Then a program that opted
# out by HEADWAY_FUSED_ARITHMETIC: its outcome file is refused by name.
#   tests/bits/elsewhere.sh [target...]    default: x86-64-v3 clang-x86-64-v3 native refusal
#   further targets: aarch64 s390x armhf i686 ppc64le riscv64
# Needs the package qemu-user; for further targets g++-aarch64-linux-gnu, g++-s390x-linux-gnu, g++-arm-linux-gnueabihf,
# g++-i686-linux-gnu, g++-powerpc64le-linux-gnu, g++-riscv64-linux-gnu.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- x86-64-v3 clang-x86-64-v3 native refusal

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$0: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || fail "$1 is missing; the comment on top names its package"; }
fused_files_are_refused() {
    local merged
    # A processor without fused operations shows the macro, one with them the bits too; GCC fuses from -O1 on.
    for fusing in "g++ -march=x86-64-v3" "g++"; do
        $fusing -std=c++20 -O1 -w -static -DHEADWAY_FUSED_ARITHMETIC -Iinclude examples/scale_out/shards.cpp -o "$work/fusing" -pthread
        [ -x "$work/exact" ] || g++ -std=c++20 -O1 -w -Iinclude examples/scale_out/shards.cpp -o "$work/exact" -pthread
        (
            cd "$work"
            ./exact run --draws 20000 --shard 1/2 --out exact.hw >/dev/null
            qemu-x86_64 -cpu max ./fusing run --draws 20000 --shard 2/2 --out fusing.hw >/dev/null
            if merged=$(./exact merge exact.hw fusing.hw 2>&1); then fail "merged: a file of a fusing program"; fi
            case $merged in
            *"fusing.hw: was run by a program that may fuse products and sums (HEADWAY_FUSED_ARITHMETIC)"*) ;;
            *) fail "the refusal says: $merged" ;;
            esac
        )
    done
    echo "refusal: files of a program that opted out are refused by name"
}

for target in "$@"; do
    run=()
    case $target in
    aarch64) compiler=(aarch64-linux-gnu-g++ -static) run=(qemu-aarch64) ;;
    s390x) compiler=(s390x-linux-gnu-g++ -static) run=(qemu-s390x) ;;
    armhf) compiler=(arm-linux-gnueabihf-g++ -static) run=(qemu-arm) ;;
    i686) compiler=(i686-linux-gnu-g++ -static -msse2 -mfpmath=sse) run=(qemu-i386 -cpu max) ;;
    ppc64le) compiler=(powerpc64le-linux-gnu-g++ -static) run=(qemu-ppc64le) ;;
    riscv64) compiler=(riscv64-linux-gnu-g++ -static) run=(qemu-riscv64) ;;
    x86-64-v3) compiler=(g++ -march=x86-64-v3 -static) run=(qemu-x86_64 -cpu max) ;;
    clang-x86-64-v3) compiler=(clang++ -march=x86-64-v3 -static) run=(qemu-x86_64 -cpu max) ;;
    native) compiler=(g++ -march=native) ;;
    refusal)
        need qemu-x86_64
        fused_files_are_refused
        continue
        ;;
    *) fail "knows no target $target" ;;
    esac
    for tool in "${compiler[0]}" ${run[@]+"${run[0]}"}; do need "$tool"; done
    "${compiler[@]}" -std=c++20 -O2 -w -Wno-psabi -Iinclude tests/bits/bits.cpp -o "$work/bits" -pthread
    ${run[@]+"${run[@]}"} "$work/bits" >"$work/out" || fail "$target: bits.cpp ended with $?"
    diff "$work/out" tests/bits/bits.expected >"$work/other" || { cat "$work/other"; fail "$target: other bits"; }
    echo "$target: $(wc -l <"$work/out") hashes are the same"
done
