// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// A coordinate: at most two decimals, "0" for what rounds to it, the same bytes everywhere. Callers hand over finite
/// numbers of picture size.
template <class = void>
[[nodiscard, gnu::cold]] std::string svg_number(double x);

/// The width of a character in a sans-serif face, in units of the font size. No face is loaded to measure with, so
/// these are those of a wide one (DejaVu Sans, rounded up), and other faces leave room.
[[nodiscard]] constexpr double width_in_em(char32_t c) noexcept {
    constexpr std::u32string_view narrow = U" ijlI.,:;'|!";
    constexpr std::u32string_view slim = U"-()[]/\\rtf\"";
    constexpr std::u32string_view round = U"ckszJ";
    constexpr std::u32string_view broad = U"DGHNOQw+=<>×÷";
    constexpr std::u32string_view wide = U"mMW%@—…";
    if (narrow.find(c) != narrow.npos) return 0.34;
    if (slim.find(c) != slim.npos) return 0.42;
    if (round.find(c) != round.npos) return 0.57;
    if (broad.find(c) != broad.npos) return 0.82;
    if (wide.find(c) != wide.npos) return 1.0;
    if (c >= U'A' && c <= U'Z') return 0.73;
    if (c >= 0x300 && c < 0x370) return 0.0;  // combining marks
    return c < 0x1100 || (c >= 0x2000 && c < 0x20D0) ? 0.64 : 1.05;
}
template <class = void>
[[nodiscard]] double text_width(std::string_view text, double font_size) noexcept;

/// The text, or as much of its beginning and its end as fits with an ellipsis between, because names of one family
/// often differ at their end; empty where not even that fits.
template <class = void>
[[nodiscard, gnu::cold]] std::string cut_to(const std::string& text, double width, double font_size);

/// 64 bits of a text (FNV-1a), in hexadecimal.
template <class = void>
[[nodiscard, gnu::cold]] std::string text_hash(std::string_view text);

/// A name that may be an id and be pointed to: ASCII letters, digits, '-' and '_', beginning with a letter.
template <class = void>
[[nodiscard, gnu::cold]] std::string id_from(std::string_view text);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/detail/svg.hpp>
#endif
