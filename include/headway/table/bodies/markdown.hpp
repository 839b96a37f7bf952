// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/markdown.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]#|~$";
    std::string out;
    for (const char c : headway::detail::shown_text(text)) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else {
            if (marks.find(c) != marks.npos) out += '\\';
            out += c;
        }
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string markdown_escaped<>(std::string_view text));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string markdown(const result_table& results) {
    const formatted_table shown(results);
    if (shown.headings.empty()) return {};
    const auto line = [](const std::vector<std::string>& cells) {
        std::string out = "|";
        for (const auto& cell : cells) out += " " + detail::markdown_escaped(cell) + " |";
        return out + "\n";
    };
    std::string out = line(shown.headings) + "|";
    for (const bool numeric : shown.numeric) out += numeric ? " ---: |" : " :--- |";
    out += "\n";
    for (const auto& row : shown.rows) out += line(row);
    return out;
}
HEADWAY_INSTANTIATE(std::string markdown<>(const result_table& results));

}  // namespace headway::report

#include <headway/header_end.hpp>
