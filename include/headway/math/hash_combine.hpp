// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// 64 bits that depend on every bit of both: the finaliser of MurmurHash3 over a multiply-add.
[[nodiscard]] constexpr std::uint64_t hash_combine(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t h = a * 0x9E3779B97F4A7C15ULL + b + 0x632BE59BD9B4E019ULL;
    h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDULL;
    h = (h ^ (h >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
    return h ^ (h >> 33U);
}
[[nodiscard]] constexpr std::uint64_t hash_combine(std::uint64_t a, double b) noexcept {
    return hash_combine(a, std::bit_cast<std::uint64_t>(b));
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
