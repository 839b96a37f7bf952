// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/csv_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string csv_quoted(std::string_view text) {
    const bool plain = std::none_of(text.begin(), text.end(),
                                    [](char c) { return c == ',' || c == ';' || c == '"' || static_cast<unsigned char>(c) < 0x20; }) &&
                       (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}
HEADWAY_INSTANTIATE(std::string csv_quoted<>(std::string_view text));

template <class>
std::string csv_text(std::string_view text) {
    const std::string shown = headway::detail::shown_text(text);
    const std::size_t first = std::min(shown.find_first_not_of(' '), shown.size());
    return csv_quoted(reads_as_formula(std::string_view(shown).substr(first)) ? "'" + shown : shown);
}
HEADWAY_INSTANTIATE(std::string csv_text<>(std::string_view text));

template <class>
std::string csv_header(std::string_view text) {
    std::string header;
    bool parts_words = false;
    const auto put = [&](std::string_view piece) {
        if (parts_words && !header.empty()) header += '_';
        header += piece;
        parts_words = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, bytes] = headway::detail::next_code_point(text.substr(at));
        const char next = at + bytes < text.size() ? text[at + bytes] : '\0';
        const bool in_word = !parts_words && !header.empty();
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || headway::detail::is_digit(static_cast<char>(c < 0x80 ? c : 0)) ||
            c == '_' || (c >= 0x80 && stands_in_header(c))) {
            put(text.substr(at, bytes));
        } else if (c == 0xB2 || c == 0xB3) {
            put(c == 0xB2 ? "2" : "3");
        } else if (c == '%') {
            parts_words = true;
            put("percent");
            parts_words = true;
        } else {
            parts_words = true;
            if ((c == '-' || c == 0x2212) && !in_word && headway::detail::is_digit(next)) {
                put("minus");
                parts_words = true;
            }
        }
        at += bytes;
    }
    return header.empty() ? "column" : header;
}
HEADWAY_INSTANTIATE(std::string csv_header<>(std::string_view text));

template <class>
std::string csv_header_line(const std::vector<std::string>& texts) {
    std::vector<std::string> headers;
    std::string line;
    for (const std::string& text : texts) {
        const std::string name = csv_header(text);
        std::string header = name;
        for (int i = 2; std::find(headers.begin(), headers.end(), header) != headers.end(); ++i) {
            header = name + "_" + std::to_string(i);
        }
        line += (headers.empty() ? "" : ",") + header;
        headers.push_back(header);
    }
    return line + "\r\n";
}
HEADWAY_INSTANTIATE(std::string csv_header_line<>(const std::vector<std::string>& texts));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
