// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/svg.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string svg_number(double x) {
    char buffer[400];  // the longest double, written out
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::fixed, 2).ptr;
    std::string text(buffer, end);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}
HEADWAY_INSTANTIATE(std::string svg_number<>(double x));

template <class>
double text_width(std::string_view text, double font_size) noexcept {
    double width = 0.0;
    while (!text.empty()) {
        const auto [c, bytes] = headway::detail::next_code_point(text);
        width += width_in_em(c);
        text.remove_prefix(bytes);
    }
    return width * font_size;
}
HEADWAY_INSTANTIATE(double text_width<>(std::string_view text, double font_size));

template <class>
std::string cut_to(const std::string& text, double width, double font_size) {
    if (text_width(text, font_size) <= width) return text;
    const double room = width - text_width("…", font_size);
    if (room < 0.0) return {};
    struct piece {
        std::size_t at;
        double width;
    };
    std::vector<piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = headway::detail::next_code_point(std::string_view(text).substr(at));
        pieces.push_back({at, width_in_em(c) * font_size});
        at += bytes;
    }
    std::size_t tail = pieces.size();
    double used = 0.0;
    while (used + pieces[tail - 1].width <= 0.45 * room) used += pieces[--tail].width;
    while (tail < pieces.size() && (pieces[tail].width == 0.0 || text[pieces[tail].at] == ' ')) {
        used -= pieces[tail++].width;
    }
    std::size_t head = 0;
    while (used + pieces[head].width <= room) used += pieces[head++].width;
    std::string cut = text.substr(0, pieces[head].at);
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    return cut + "…" + (tail < pieces.size() ? text.substr(pieces[tail].at) : "");
}
HEADWAY_INSTANTIATE(std::string cut_to<>(const std::string& text, double width, double font_size));

template <class>
std::string text_hash(std::string_view text) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[h >> static_cast<unsigned>(shift) & 15U];
    return hex;
}
HEADWAY_INSTANTIATE(std::string text_hash<>(std::string_view text));

template <class>
std::string id_from(std::string_view text) {
    std::string id;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool later = (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (id.empty() && !letter) id = "chart-";
        id += letter || later ? c : '-';
    }
    return id;
}
HEADWAY_INSTANTIATE(std::string id_from<>(std::string_view text));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
