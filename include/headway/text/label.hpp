// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway {

/// A name as a template argument: `assumption<"cost of the first run">`. Holds the characters of a string literal
/// without the terminating zero; two labels are equal when their characters are.
template <std::size_t Length>
struct label {
    char text[Length + 1] = {};

    consteval label(const char (&literal)[Length + 1]) noexcept {  // NOLINT: implicit, so that a literal will do
        for (std::size_t i = 0; i < Length; ++i) text[i] = literal[i];
    }

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {text, Length}; }

    template <std::size_t Other>
    friend constexpr bool operator==(const label& a, const label<Other>& b) noexcept {
        return a.view() == b.view();
    }
};

template <std::size_t Size>
label(const char (&)[Size]) -> label<Size - 1>;

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
