// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/table/formatted_table.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Text that a Markdown reader shows as it is: on one line, without control characters, all that marks up escaped.
template <class = void>
[[nodiscard, gnu::cold]] std::string markdown_escaped(std::string_view text) {
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

}  // namespace detail

/// Results as a Markdown table in GitHub's dialect, numbers aligned right. What it shows and in which units and digits is
/// told at `formatted_table`; whatever marks up in a name is escaped. Nothing for a table without columns.
/// Source: GitHub Flavored Markdown 0.29, section 4.10.
template <class = void>
[[nodiscard, gnu::cold]] std::string markdown(const result_table& results) {
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
