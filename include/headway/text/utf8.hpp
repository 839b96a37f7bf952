// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// One character of UTF-8 text and how many bytes it takes; U+FFFD for one byte that begins no valid character.
struct code_point {
    char32_t value;
    std::size_t bytes;
};
[[nodiscard]] constexpr code_point next_code_point(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80U) return {first, 1};
    const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    constexpr char32_t least_of[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2U || first > 0xF4U || text.size() < bytes) return {0xFFFD, 1};
    char32_t value = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
        value = value << 6U | (byte(i) & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (value < least_of[bytes] || value > 0x10FFFF || surrogate) return {0xFFFD, 1};
    return {value, bytes};
}

/// How many bytes of well-formed UTF-8 stand at the start of a text for one character; 0 for what is none.
[[nodiscard]] constexpr std::size_t character_length(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const code_point c = next_code_point(text);
    return c.value == 0xFFFD && c.bytes == 1 ? 0 : c.bytes;
}

/// A character that is not seen and turns the direction of writing, or what is written in it: marks, embeddings, overrides
/// and isolates (Unicode Standard Annex 9), and U+FEFF, which at the start of a file is its byte-order mark.
[[nodiscard]] constexpr bool turns_direction(char32_t c) noexcept {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

/// Text as it can stand in a message: cut short, on one line, and valid UTF-8 whatever it was.
template <class = void>
[[nodiscard, gnu::cold]] std::string quoted_in_message(std::string_view text, std::size_t most = 60);

/// Text that is fit to be shown on one line: valid UTF-8, line breaks and tabs as spaces, control characters (those
/// that turn the direction of writing among them) dropped, invalid bytes and non-characters as U+FFFD.
template <class = void>
[[nodiscard, gnu::cold]] std::string shown_text(std::string_view text);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/utf8.hpp>
#endif
