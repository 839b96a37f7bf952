// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/paragraph.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::size_t width_of(std::string_view text) noexcept {
    std::size_t code_points = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++code_points;
    }
    return code_points;
}
HEADWAY_INSTANTIATE(std::size_t width_of<>(std::string_view text));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string paragraph(std::string_view text, const margins& m) {
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
