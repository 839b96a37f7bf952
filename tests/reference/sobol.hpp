// SPDX-License-Identifier: BSL-1.0
// Made by sobol.cpp.
#pragma once

#include <cstdint>

namespace reference {

// Some points of Sobol' sequences: the first 52 binary digits of a coordinate.
struct sobol_coordinate {
    int dimension;
    std::uint64_t index, digits;
};
inline constexpr sobol_coordinate sobol_coordinates[] = {
    {0, 1ULL, 0x8000000000000ULL},
    {1, 1ULL, 0x8000000000000ULL},
    {2, 1ULL, 0x8000000000000ULL},
    {63, 1ULL, 0x8000000000000ULL},
    {127, 1ULL, 0x8000000000000ULL},
    {0, 2ULL, 0xc000000000000ULL},
    {1, 2ULL, 0x4000000000000ULL},
    {2, 2ULL, 0x4000000000000ULL},
    {63, 2ULL, 0xc000000000000ULL},
    {127, 2ULL, 0x4000000000000ULL},
    {0, 3ULL, 0x4000000000000ULL},
    {1, 3ULL, 0xc000000000000ULL},
    {2, 3ULL, 0xc000000000000ULL},
    {63, 3ULL, 0x4000000000000ULL},
    {127, 3ULL, 0xc000000000000ULL},
    {0, 4ULL, 0x6000000000000ULL},
    {1, 4ULL, 0x6000000000000ULL},
    {2, 4ULL, 0xa000000000000ULL},
    {63, 4ULL, 0x2000000000000ULL},
    {127, 4ULL, 0xa000000000000ULL},
    {0, 1000ULL, 0x3840000000000ULL},
    {1, 1000ULL, 0x18c0000000000ULL},
    {2, 1000ULL, 0x84c0000000000ULL},
    {63, 1000ULL, 0x7240000000000ULL},
    {127, 1000ULL, 0x8b40000000000ULL},
    {0, 1102897ULL, 0x947d180000000ULL},
    {1, 1102897ULL, 0xef2b780000000ULL},
    {2, 1102897ULL, 0x1669780000000ULL},
    {63, 1102897ULL, 0xb351080000000ULL},
    {127, 1102897ULL, 0x6df4980000000ULL},
};

// Over the points 1 to 1023 and 1102897, each in 128 dimensions: hash = (hash ^ digits) * prime, from FNV's offset basis
// with FNV's prime.
inline constexpr std::uint64_t sobol_last = 1102897ULL;
inline constexpr std::uint64_t sobol_hash = 0x0dc2fb10c74a2325ULL;

}  // namespace reference
