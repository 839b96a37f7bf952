#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# libstdc++ 12 on a machine that stores the highest byte first: a < b of two vectors of unsigned numbers looks at a part of
# them, so that a std::map or std::set of such keys quietly merges keys that differ.
#
# One would guess: std::vector<std::uint64_t> has the same order on every machine, as the standard says: element by element.
# What happens: in C++20, on s390x, {0, 1, 2} is neither less nor greater than {0, 2, 1}, though == tells them apart, and a
#   std::set of all six orders of 0, 1, 2 holds one; on x86-64 it holds six. For vectors of signed numbers, and in C++17,
#   all is well. Where memory order is number order, the three-way comparison of C++20 compares memory, and as many bytes as
#   there are elements; C++17 counts in elements' sizes.
# Version: libstdc++ of g++-12 12.2.0 (Debian 12), cross compiler for s390x, run by QEMU 7.2.
# Why it matters: counting draws or scenarios by a tuple of integer codes (a contingency table, a test that permutations are
#   equally likely, draws matched by key between shards) gives too few cells with too large counts, and no error. Whoever
#   checks that a simulation has the same results on another machine meets it in the check, not in the simulation.
# Instead: signed keys, or std::array of int, or a hash of one's own; on such machines compare with
#   std::lexicographical_compare, which is right.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

if [ "$(dpkg --print-architecture)" != amd64 ]; then
    echo "needs Debian 12 on amd64" >&2
    exit 2
fi
if ! dpkg-query -W g++-12 g++-12-s390x-linux-gnu qemu-user >/dev/null 2>&1; then
    apt-get update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends g++-12 g++-12-s390x-linux-gnu qemu-user >/dev/null
fi
version=$(dpkg-query -W -f '${Version}' g++-12-s390x-linux-gnu)
case $version in
12.2.0-*) ;;
*)
    echo "needs g++-12-s390x-linux-gnu 12.2.0, found $version" >&2
    exit 2
    ;;
esac

cat >order.cpp <<'END'
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <set>
#include <vector>

template <class Number>
void look(const char* name) {
    using key = std::vector<Number>;
    const key a{0, 1, 2};
    const key b{0, 2, 1};
    std::set<key> orders;
    key order{0, 1, 2};
    do orders.insert(order);
    while (std::next_permutation(order.begin(), order.end()));
    std::printf("%s: a < b %d, b < a %d, a == b %d, lexicographical_compare %d; orders in a set %zu\n", name, a < b, b < a,
                a == b, std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end()), orders.size());
}
int main() {
    look<std::uint64_t>("uint64_t");
    look<std::int64_t>("int64_t ");
}
END

{
    for standard in c++17 c++20; do
        echo "x86-64, $standard"
        g++-12 -std=$standard -O1 order.cpp -o order
        ./order
        echo "s390x, $standard"
        s390x-linux-gnu-g++-12 -std=$standard -O1 -static order.cpp -o order
        qemu-s390x ./order
    done
} >seen.txt
cat seen.txt

cat >expected.txt <<'END'
x86-64, c++17
uint64_t: a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
int64_t : a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
s390x, c++17
uint64_t: a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
int64_t : a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
x86-64, c++20
uint64_t: a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
int64_t : a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
s390x, c++20
uint64_t: a < b 0, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 1
int64_t : a < b 1, b < a 0, a == b 0, lexicographical_compare 1; orders in a set 6
END
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
