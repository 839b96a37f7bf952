// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

/// 64-bit FNV-1a hash of a name: the key under which an input draws its random numbers, so it never changes.
/// Source: Fowler, Noll and Vo, offset basis 14695981039346656037, prime 1099511628211.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view name) noexcept {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

}  // namespace headway

#include <headway/header_end.hpp>
