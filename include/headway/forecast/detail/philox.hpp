// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>

namespace headway::detail {

/// Philox4x64-10: a keyed bijection of 256-bit counters that passes as random.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
[[nodiscard]] constexpr std::array<std::uint64_t, 4> philox(std::array<std::uint64_t, 4> counter,
                                                            std::array<std::uint64_t, 2> key) noexcept {
    __extension__ using wide = unsigned __int128;
    for (int round = 0; round < 10; ++round) {
        const wide p0 = static_cast<wide>(0xD2E7470EE14C6C93ULL) * counter[0];
        const wide p1 = static_cast<wide>(0xCA5A826395121157ULL) * counter[2];
        counter = {static_cast<std::uint64_t>(p1 >> 64) ^ counter[1] ^ key[0], static_cast<std::uint64_t>(p1),
                   static_cast<std::uint64_t>(p0 >> 64) ^ counter[3] ^ key[1], static_cast<std::uint64_t>(p0)};
        key[0] += 0x9E3779B97F4A7C15ULL;
        key[1] += 0xBB67AE8584CAA73BULL;
    }
    return counter;
}

/// What random words are drawn for; each purpose has counters of its own, so that no two share a word.
/// The numbers are part of the stream policy and never change.
enum class purpose : std::uint64_t { draws = 1, strata_jitter = 2, strata_order = 3, scrambling = 4 };

/// Four random words addressed by seed, input name, purpose and two indices.
[[nodiscard]] constexpr std::array<std::uint64_t, 4> keyed_words(std::uint64_t seed, std::uint64_t name_hash,
                                                                 purpose what, std::uint64_t major,
                                                                 std::uint64_t minor) noexcept {
    return philox({major, minor, static_cast<std::uint64_t>(what), 0}, {seed, name_hash});
}

}  // namespace headway::detail
