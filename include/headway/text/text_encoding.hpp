// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include <headway/text/text_cursor.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// UTF-8's byte-order mark at the start of a text is no part of it.
[[nodiscard]] constexpr std::size_t byte_order_mark_length(std::string_view text) noexcept {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

/// The encoding of a text whose characters take two or four bytes each, by its byte-order mark or the NUL bytes of its
/// first characters; empty for any other text.
[[nodiscard]] constexpr std::string_view wide_encoding(std::string_view text) noexcept {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32 (little-endian)";
    if (text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32 (big-endian)";
    if (text.starts_with("\xFF\xFE")) return "UTF-16 (little-endian)";
    if (text.starts_with("\xFE\xFF")) return "UTF-16 (big-endian)";
    const auto is_nul = [text](std::size_t i) { return text[i] == '\0'; };
    if (text.size() >= 4 && !is_nul(0) && is_nul(1) && !is_nul(2) && is_nul(3)) return "UTF-16 (little-endian)";
    if (text.size() >= 4 && is_nul(0) && !is_nul(1) && is_nul(2) && !is_nul(3)) return "UTF-16 (big-endian)";
    return {};
}

/// That a text is in an encoding of wide characters, which no line of it can be read in.
template <class = void>
[[nodiscard, gnu::cold]] std::optional<parse_error> wide_encoding_fault(std::string_view text);

/// How many bytes at the start of a text are ASCII and not NUL, eight at a time and so up to seven less.
template <class = void>
[[nodiscard]] std::size_t plain_length(std::string_view text) noexcept;

/// The first thing about a text's encoding that is not UTF-8: wide characters, a NUL byte, a byte of another encoding.
template <class = void>
[[nodiscard]] std::optional<parse_error> encoding_fault(std::string_view text);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/text_encoding.hpp>
#endif
