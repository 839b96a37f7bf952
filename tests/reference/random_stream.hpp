// SPDX-License-Identifier: BSL-1.0
// Made by random_stream.py.
#pragma once

#include <cstdint>

namespace reference {

// sfc64 from the state 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0 with counter 1; NumPy's SFC64 agrees.
inline constexpr std::uint64_t sfc64_first[] = {0x3758f4b689137c18ULL, 0xd76ee252bd48dd9cULL, 0xe9e1a6977869c31bULL, 0xe3a0ea65bccca350ULL};
inline constexpr std::uint64_t sfc64_1000th = 0x35c1294f20efa896ULL;

struct stream_block {
    std::uint64_t seed;
    const char* name;
    std::uint64_t block;
    double first, last;
    std::uint64_t hash;  // FNV-1a of the 64 doubles, little-endian
};
inline constexpr stream_block stream_blocks[] = {
    {0ULL, "", 0ULL, 0x1.bd73cde8243f3p-1, 0x1.483dbf6cf6291p-1, 0x505fa6c6f946ed8fULL},
    {1ULL, "cost", 0ULL, 0x1.a130d3518f908p-4, 0x1.8a6411c392acdp-1, 0x1dd387c2344ede05ULL},
    {1ULL, "cost", 1ULL, 0x1.15737404ac03dp-1, 0x1.3c597d61743b1p-1, 0x56d04c32454598feULL},
    {2ULL, "cost", 1ULL, 0x1.76cca92e2c4aap-2, 0x1.756bf0ea37d1cp-3, 0xf1044f67a8ecb7d9ULL},
    {1ULL, "price", 1ULL, 0x1.d38c67687a652p-2, 0x1.2e3f8532fd413p-1, 0x175649846456705eULL},
    {1ULL, "cost", 15ULL, 0x1.0d83a012e38f0p-5, 0x1.5c276d813607dp-1, 0x18ce85564dc8cc40ULL},
    {1ULL, "cost", 16ULL, 0x1.5bd3d21d4fac8p-4, 0x1.87512f05435f9p-1, 0x703faa505dc2f493ULL},
    {2025ULL, "yearly fall in training cost", 1000003ULL, 0x1.d5172121aaec3p-1, 0x1.08e5ec849edd3p-1, 0xcade5608b06c51dfULL},
    {18446744073709551615ULL, "x", 288230376151711743ULL, 0x1.481adf5ec4d43p-1, 0x1.8ff6ddc79e9f0p-5, 0x4691aef94a58cd18ULL},
    {18446744073709551615ULL, "\xc2\xb5", 18446744073709551615ULL, 0x1.48b57e7e647cbp-1, 0x1.237fc47bb71b8p-4, 0x835aab420b7965adULL},
};

// FNV-1a of blocks 0 to 63 of the stream "first run" under seed 2025, little-endian.
inline constexpr std::uint64_t first_64_blocks_hash = 0x1d4517c859c2ed9cULL;

// Hashes of doubles by whole words: hash = (hash ^ bits) * prime, from FNV's offset basis with FNV's prime.
// Points 64000 to 64511 of dimensions 0, 1, 5 and 127, seed 2025, name "first run", replicate 3.
inline constexpr std::uint64_t scrambled_hash = 0x0a80e8cdbe62fed5ULL;
// Latin hypercubes of so many draws, seed 2025, name "first run".
struct strata_hash {
    std::uint64_t draws, hash;
};
inline constexpr strata_hash strata_hashes[] = {
    {1ULL, 0x411e411ddaa701abULL},
    {2ULL, 0xd8fe1ddea76166b1ULL},
    {3ULL, 0x585a2e0b11940a5cULL},
    {64ULL, 0x04115d557bb76c1dULL},
    {65ULL, 0x88a9534517726c23ULL},
    {256ULL, 0xd82e46b4c5d578d5ULL},
    {257ULL, 0xa62e1208459a2f6bULL},
    {1000ULL, 0x27e5f64e54c4d721ULL},
    {4096ULL, 0x39eeb5bac97c14f5ULL},
    {5000ULL, 0x6d85c94a6b780550ULL},
};

}  // namespace reference
