// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
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

}  // namespace headway

#include <headway/header_end.hpp>
