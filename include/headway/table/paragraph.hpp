// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Unicode code points, which is what a terminal's columns are for the scripts that the reports use.
template <class = void>
[[nodiscard]] std::size_t width_of(std::string_view text) noexcept {
    std::size_t code_points = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++code_points;
    }
    return code_points;
}
HEADWAY_INSTANTIATE(std::size_t width_of<>(std::string_view text));

}  // namespace detail

/// How far a paragraph's lines stand in, and how long they may become.
struct margins {
    std::size_t first = 0;     ///< spaces before the first line
    std::size_t others = 0;    ///< spaces before every other line
    std::size_t width = 100;   ///< columns of a line, its spaces included
};

/// The text broken at spaces into lines, each with its line end. A word longer than a line stands alone on one; runs of
/// spaces count as one space, and a line break in the text starts a new line. Nothing for a text without words.
template <class = void>
[[nodiscard, gnu::cold]] std::string paragraph(std::string_view text, const margins& m = {}) {
    std::string out;
    std::string line;
    std::size_t used = 0;  // columns of `line`, without its margin
    const auto end_line = [&] {
        if (line.empty()) return;
        out += std::string(out.empty() ? m.first : m.others, ' ') + line + '\n';
        line.clear();
        used = 0;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '\n') {
            end_line();
            ++at;
            continue;
        }
        if (text[at] == ' ') {
            ++at;
            continue;
        }
        const std::string_view word = text.substr(at, text.substr(at).find_first_of(" \n"));
        const std::size_t width = detail::width_of(word);
        if (!line.empty() && (out.empty() ? m.first : m.others) + used + 1 + width > m.width) end_line();
        if (!line.empty()) {
            line += ' ';
            ++used;
        }
        line += word;
        used += width;
        at += word.size();
    }
    end_line();
    return out;
}
HEADWAY_INSTANTIATE(std::string paragraph<>(std::string_view text, const margins& m));

}  // namespace headway::report

#include <headway/header_end.hpp>
