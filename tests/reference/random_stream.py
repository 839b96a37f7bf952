# SPDX-License-Identifier: BSL-1.0
"""Golden values of headway/forecast/random_stream.hpp, written from its documentation with Python's integers.

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
print(f"inline constexpr std::uint64_t first_64_blocks_hash = {fnv1a(data):#018x}ULL;\n\n}}  // namespace reference")
