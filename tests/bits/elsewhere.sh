#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The same seed gives the same bits on other machines: builds bits.cpp with cross compilers and a user's plain -O2 (no flag
# asks for exact arithmetic; the headers do), runs it under emulation, and compares with bits.expected.
#   tests/bits/elsewhere.sh [target...]    default: aarch64 s390x armhf x86-64-v3 native
#   further targets: ppc64le riscv64
# Needs the packages qemu-user, g++-aarch64-linux-gnu, g++-s390x-linux-gnu, g++-arm-linux-gnueabihf; for further targets
# g++-powerpc64le-linux-gnu, g++-riscv64-linux-gnu.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- aarch64 s390x armhf x86-64-v3 native

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$0: $*" >&2; exit 1; }

for target in "$@"; do
    run=()
    case $target in
    aarch64) compiler=(aarch64-linux-gnu-g++ -static) run=(qemu-aarch64) ;;
    s390x) compiler=(s390x-linux-gnu-g++ -static) run=(qemu-s390x) ;;
    armhf) compiler=(arm-linux-gnueabihf-g++ -static) run=(qemu-arm) ;;
    ppc64le) compiler=(powerpc64le-linux-gnu-g++ -static) run=(qemu-ppc64le) ;;
    riscv64) compiler=(riscv64-linux-gnu-g++ -static) run=(qemu-riscv64) ;;
    x86-64-v3) compiler=(g++ -march=x86-64-v3 -static) run=(qemu-x86_64 -cpu max) ;;
    native) compiler=(g++ -march=native) ;;
    *) fail "knows no target $target" ;;
    esac
    for tool in "${compiler[0]}" ${run[@]+"${run[0]}"}; do
        command -v "$tool" >/dev/null || fail "$target: $tool is missing; the comment on top names its package"
    done
    "${compiler[@]}" -std=c++20 -O2 -w -Wno-psabi -Iinclude tests/bits/bits.cpp -o "$work/bits" -pthread
    ${run[@]+"${run[@]}"} "$work/bits" >"$work/out" || fail "$target: bits.cpp ended with $?"
    diff "$work/out" tests/bits/bits.expected >"$work/other" || { cat "$work/other"; fail "$target: other bits"; }
    echo "$target: $(wc -l <"$work/out") hashes are the same"
done
