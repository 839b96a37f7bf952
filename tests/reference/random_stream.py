# SPDX-License-Identifier: BSL-1.0
"""Golden values of random_stream, sobol and latin_hypercube in headway/forecast, written from its documentation with Python's integers.

    python3 random_stream.py > random_stream.hpp    (numpy, if there, is a second witness of sfc64)
"""
import struct

MASK = (1 << 64) - 1


def philox4x64(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2E7470EE14C6C93 * c[0], 0xCA5A826395121157 * c[2]
        c = [(p1 >> 64) ^ c[1] ^ k[0], p1 & MASK, (p0 >> 64) ^ c[3] ^ k[1], p0 & MASK]
        k = [(k[0] + 0x9E3779B97F4A7C15) & MASK, (k[1] + 0xBB67AE8584CAA73B) & MASK]
    return c


def sfc64(a, b, c, counter=1):
    while True:
        word = (a + b + counter) & MASK
        counter = (counter + 1) & MASK
        a = b ^ (b >> 11)
        b = (c + (c << 3)) & MASK
        c = (((c << 24) | (c >> 40)) + word) & MASK
        yield word


def fnv1a(data):
    h = 14695981039346656037
    for byte in data:
        h = ((h ^ byte) * 1099511628211) & MASK
    return h


def words(seed, name, block, purpose=1):
    segment, within = divmod(block, 16)
    state = []
    for half in range(2):
        a, b, c = (philox4x64((segment, 3 * half + i, purpose, 0), (seed, fnv1a(name.encode()))) for i in range(3))
        state += zip(a, b, c)
    lanes = [sfc64(*s) for s in state]
    out = [next(lane) for _ in range(8 * (within + 1)) for lane in lanes]
    return out[-64:]


def uniform(word):
    return ((word >> 12) + 0.5) * 2.0**-52


# Polynomial and initial numbers of three dimensions, from new-joe-kuo-6.21201.
JOE_KUO = {1: (3, [1]), 5: (19, [1, 1, 3, 3]), 127: (1509, [1, 3, 3, 7, 5, 41, 127, 61, 261, 717])}


def direction_numbers(dimension):
    if dimension == 0:
        return [1 << (51 - k) for k in range(52)]
    polynomial, m = JOE_KUO[dimension]
    s = polynomial.bit_length() - 1
    m = list(m)
    for k in range(s, 52):
        new = m[k - s] ^ (m[k - s] << s)
        for i in range(1, s):
            if polynomial >> (s - i) & 1:
                new ^= m[k - i] << i
        m.append(new)
    return [m[k] << (51 - k) for k in range(52)]


def avalanche(w):
    w = (w ^ (w >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    w = (w ^ (w >> 27)) * 0x94D049BB133111EB & MASK
    return w ^ (w >> 31)


def scrambled(dimension, seed, name, replicate, index):
    v = direction_numbers(dimension)
    gray = index ^ (index >> 1)
    digits = 0
    for k in range(52):
        if gray >> k & 1:
            digits ^= v[k]
    key = [seed, fnv1a(name.encode())]
    word = lambda n: philox4x64((replicate, n // 4, 4, 0), key)[n % 4]
    padded = f"{digits:052b}00"
    flips = ""
    for group in range(9):
        before, six = padded[:6 * group], padded[6 * group:6 * group + 6]
        # The digits before the first six are none; those are told apart by a shift of their own below.
        tree = word(0) if group == 0 else avalanche(int(before[6:] or "0", 2) ^ word(group))
        for depth in range(6):
            flips += str(tree >> int("1" + six[:depth], 2) & 1)
    cell = int(padded[:6], 2)
    return (digits ^ int(flips[:52], 2) ^ (word(12 + cell) >> 18)) + 0.5


def strata(n, seed, name):
    key = [seed, fnv1a(name.encode())]
    word = lambda i, j: philox4x64((n, i, 3, 0), key)[j]
    if n <= 256:
        order = []
        for i in range(n):
            j = word(i, 0) * (i + 1) >> 64
            order.append(i)
            order[i], order[j] = order[j], i
        return order
    width = (n - 1).bit_length()
    factors = [0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD2E7470EE14C6C93, 0xCA5A826395121157]

    def shuffled(x):
        for r in range(6):
            x = ((x ^ word(r // 4, r % 4)) * factors[r % 4]) & ((1 << width) - 1)
            x ^= x >> (width + 1) // 2
        return x

    order = []
    for x in range(n):
        x = shuffled(x)
        while x >= n:
            x = shuffled(x)
        order.append(x)
    return order


def latin_hypercube(n, seed, name):
    order, width = strata(n, seed, name), (n - 1).bit_length()
    jitter = [w for b in range((n + 63) // 64) for w in words(seed, name, b, purpose=2)]
    return [((p << (50 - width)) + (w >> (14 + width)) + 0.5) / (n << (50 - width)) for p, w in zip(order, jitter)]


def double_hash(values):
    h = 14695981039346656037
    for x in values:
        h = (h ^ struct.unpack("<Q", struct.pack("<d", x))[0]) * 1099511628211 & MASK
    return h


# The vectors of the authors' distribution: file tests/kat_vectors of Random123.
assert philox4x64((0,) * 4, (0,) * 2) == [0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B,
                                          0x7E68B68AEC7BA23B]

sfc_start = (0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0)  # digits of pi
generator = sfc64(*sfc_start)
sfc_words = [next(generator) for _ in range(1000)]
try:
    import numpy
    bits = numpy.random.SFC64()
    state = bits.state
    state["state"]["state"] = numpy.array([*sfc_start, 1], dtype=numpy.uint64)
    bits.state = state
    assert [int(w) for w in bits.random_raw(1000)] == sfc_words
except ImportError:
    pass

print("// SPDX-License-Identifier: BSL-1.0")
print("// Made by random_stream.py.")
print("#pragma once\n\n#include <cstdint>\n\nnamespace reference {\n")
print("// sfc64 from the state " + ", ".join(f"{w:#018x}" for w in sfc_start) + " with counter 1; NumPy's SFC64 agrees.")
print("inline constexpr std::uint64_t sfc64_first[] = {" + ", ".join(f"{w:#018x}ULL" for w in sfc_words[:4]) + "};")
print(f"inline constexpr std::uint64_t sfc64_1000th = {sfc_words[999]:#018x}ULL;\n")
print("struct stream_block {\n    std::uint64_t seed;\n    const char* name;\n    std::uint64_t block;")
print("    double first, last;\n    std::uint64_t hash;  // FNV-1a of the 64 doubles, little-endian\n};")
print("inline constexpr stream_block stream_blocks[] = {")
for seed, name, block in [(0, "", 0), (1, "cost", 0), (1, "cost", 1), (2, "cost", 1), (1, "price", 1), (1, "cost", 15),
                          (1, "cost", 16), (2025, "yearly fall in training cost", 1000003), (MASK, "x", (1 << 58) - 1),
                          (MASK, "\u00b5", MASK)]:
    u = [uniform(w) for w in words(seed, name, block)]
    h = fnv1a(b"".join(struct.pack("<d", x) for x in u))
    text = '"' + "".join(ch if ch.isascii() else "".join(f"\\x{b:02x}" for b in ch.encode()) for ch in name) + '"'
    print(f"    {{{seed}ULL, {text}, {block}ULL, {u[0].hex()}, {u[63].hex()}, {h:#018x}ULL}},")
print("};\n")
data = b"".join(struct.pack("<d", uniform(w)) for b in range(64) for w in words(2025, "first run", b))
print("// FNV-1a of blocks 0 to 63 of the stream \"first run\" under seed 2025, little-endian.")
print(f"inline constexpr std::uint64_t first_64_blocks_hash = {fnv1a(data):#018x}ULL;\n")
print("// Hashes of doubles by whole words: hash = (hash ^ bits) * prime, from FNV's offset basis with FNV's prime.")
points = [scrambled(d, 2025, "first run", 3, 64000 + i) * 2.0**-52 for d in (0, 1, 5, 127) for i in range(512)]
print("// Points 64000 to 64511 of dimensions 0, 1, 5 and 127, seed 2025, name \"first run\", replicate 3.")
print(f"inline constexpr std::uint64_t scrambled_hash = {double_hash(points):#018x}ULL;")
print("// Latin hypercubes of so many draws, seed 2025, name \"first run\".")
print("struct strata_hash {\n    std::uint64_t draws, hash;\n};\ninline constexpr strata_hash strata_hashes[] = {")
for n in (1, 2, 3, 64, 65, 256, 257, 1000, 4096, 5000):
    print(f"    {{{n}ULL, {double_hash(latin_hypercube(n, 2025, 'first run')):#018x}ULL}},")
print("};\n\n}  // namespace reference")
