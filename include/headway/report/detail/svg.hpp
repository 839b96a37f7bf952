// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <headway/core/detail/elementary_kernel.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// A coordinate: at most two decimals, "0" for what rounds to it, the same bytes everywhere. Callers hand over finite
/// numbers of picture size.
[[nodiscard]] inline std::string svg_number(double x) {
    char buffer[400];  // the longest double, written out
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::fixed, 2).ptr;
    std::string text(buffer, end);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

/// One character of UTF-8 text and how many bytes it takes; U+FFFD for one byte that begins no valid character.
struct code_point {
    char32_t value;
    std::size_t bytes;
};
[[nodiscard]] inline code_point next_code_point(std::string_view text) noexcept {
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

/// Text that is fit to be shown on one line: valid UTF-8, line breaks and tabs as spaces, control characters (those
/// that turn the direction of writing among them) dropped, invalid bytes and non-characters as U+FFFD.
[[nodiscard]] inline std::string shown_text(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto [c, bytes] = next_code_point(text);
        const bool turns_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        const bool blank = c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (blank) {
            out += ' ';
        } else if (c == 0xFFFD || (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF)) {
            out += "\xEF\xBF\xBD";
        } else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !turns_direction) {
            out += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return out;
}

/// Shown text as the content of an element or the value of an attribute.
[[nodiscard]] inline std::string svg_escaped(std::string_view text) {
    std::string out;
    for (const char c : shown_text(text)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

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
[[nodiscard]] inline double text_width(std::string_view text, double font_size) noexcept {
    double width = 0.0;
    while (!text.empty()) {
        const auto [c, bytes] = next_code_point(text);
        width += width_in_em(c);
        text.remove_prefix(bytes);
    }
    return width * font_size;
}

/// The text, or as much of it as fits with an ellipsis; empty where not even that fits.
[[nodiscard]] inline std::string cut_to(const std::string& text, double width, double font_size) {
    if (text_width(text, font_size) <= width) return text;
    const double room = width - text_width("…", font_size);
    if (room < 0.0) return {};
    std::string_view rest = text;
    double used = 0.0;
    while (!rest.empty()) {
        const auto [c, bytes] = next_code_point(rest);
        used += width_in_em(c) * font_size;
        if (used > room) break;
        rest.remove_prefix(bytes);
    }
    std::string cut = text.substr(0, text.size() - rest.size());
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    return cut + "…";
}

/// 64 bits of a text (FNV-1a), in hexadecimal.
[[nodiscard]] inline std::string text_hash(std::string_view text) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[h >> static_cast<unsigned>(shift) & 15U];
    return hex;
}

/// A name that may be an id and be pointed to: ASCII letters, digits, '-' and '_', beginning with a letter.
[[nodiscard]] inline std::string id_from(std::string_view text) {
    std::string id;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool later = (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (id.empty() && !letter) id = "chart-";
        id += letter || later ? c : '-';
    }
    return id;
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
