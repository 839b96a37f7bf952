// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/text/markup.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Text as the content of an element or the value of an attribute; both languages escape alike.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_escaped(std::string_view text) { return headway::detail::markup_escaped(text); }
HEADWAY_INSTANTIATE(std::string html_escaped<>(std::string_view text));

/// Escaped text in which no line breaks inside a date ("2026-11-30"), between the groups of a number ("100 000") or
/// between a number and its sign ("90 %").
template <class = void>
[[nodiscard, gnu::cold]] std::string html_words(std::string_view text) {
    const std::string escaped = html_escaped(text);
    const auto digit = [&](std::size_t i) { return i < escaped.size() && escaped[i] >= '0' && escaped[i] <= '9'; };
    const auto is_date = [&](std::size_t at) {
        for (std::size_t i = 0; i < 10; ++i) {
            if (i == 4 || i == 7 ? escaped.compare(at + i, 1, "-") != 0 : !digit(at + i)) return false;
        }
        return !digit(at + 10) && (at == 0 || !digit(at - 1));
    };
    std::string out;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (digit(i) && i + 10 <= escaped.size() && is_date(i)) {
            out += "<time>" + escaped.substr(i, 10) + "</time>";
            i += 9;
            continue;
        }
        const bool in_number = digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        const bool before_sign = escaped.compare(i + 1, 1, "%") == 0 || escaped.compare(i + 1, 2, "×") == 0;
        const bool stays = escaped[i] == ' ' && i > 0 && digit(i - 1) && (in_number || before_sign);
        out += stays ? "\xC2\xA0" : escaped.substr(i, 1);
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string html_words<>(std::string_view text));

/// An element with text; nothing for a text without words.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_text(const std::string& element, std::string_view text,
                                           const std::string& style = {}) {
    const std::string words = html_words(text);
    if (words.find_first_not_of(' ') == words.npos) return {};
    const std::string attribute = style.empty() ? "" : " class=\"" + style + "\"";
    return "<" + element + attribute + ">" + words + "</" + element + ">\n";
}
HEADWAY_INSTANTIATE(std::string html_text<>(const std::string& element, std::string_view text, const std::string& style));

/// What must have words to be told by.
template <class = void>
[[nodiscard, gnu::cold]] std::string words_of(const char* function, const char* what, std::string_view text) {
    std::string words = headway::detail::shown_text(text);
    if (words.find_first_not_of(' ') == words.npos) {
        throw std::domain_error(std::string(function) + ": the " + what + " has no words; give it some");
    }
    return words;
}
HEADWAY_INSTANTIATE(std::string words_of<>(const char* function, const char* what, std::string_view text));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
