// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>

#include <headway/math/wide_product.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Philox4x64-10: a keyed bijection of 256-bit counters that passes as random.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
[[nodiscard]] constexpr std::array<std::uint64_t, 4> philox(const std::array<std::uint64_t, 4>& counter,
                                                            const std::array<std::uint64_t, 2>& key) noexcept {
    auto [c0, c1, c2, c3] = counter;
    auto [k0, k1] = key;
    for (int round = 0; round < 10; ++round) {
        const wide_product p0 = multiplied_wide(0xD2E7470EE14C6C93ULL, c0);
        const wide_product p1 = multiplied_wide(0xCA5A826395121157ULL, c2);
        c0 = p1.high ^ c1 ^ k0;
        c1 = p1.low;
        c2 = p0.high ^ c3 ^ k1;
        c3 = p0.low;
        k0 += 0x9E3779B97F4A7C15ULL;
        k1 += 0xBB67AE8584CAA73BULL;
    }
    return {c0, c1, c2, c3};
}

/// What random words are drawn for; each purpose has counters of its own, so that no two share a word.
/// The numbers are part of the stream policy and never change.
enum class purpose : std::uint64_t {
    draws = 1,
    strata_jitter = 2,
    strata_order = 3,
    scrambling = 4,
    input_order = 5,
    path_steps = 6
};

/// Four random words addressed by seed, input name, purpose and two indices.
[[nodiscard]] constexpr std::array<std::uint64_t, 4> keyed_words(std::uint64_t seed, std::uint64_t name_hash,
                                                                 purpose what, std::uint64_t major,
                                                                 std::uint64_t minor) noexcept {
    return philox({major, minor, static_cast<std::uint64_t>(what), 0}, {seed, name_hash});
}

/// A bijection of 64-bit words that spreads each bit over all: the finaliser of SplitMix64 (Steele, Lea and Flood
/// 2014), Stafford's variant 13.
[[nodiscard]] constexpr std::uint64_t avalanche(std::uint64_t word) noexcept {
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31);
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
