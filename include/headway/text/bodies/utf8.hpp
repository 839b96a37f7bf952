// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string quoted_in_message(std::string_view text, std::size_t most) {
    constexpr char hex[] = "0123456789abcdef";
    std::string shown;
    while (!text.empty()) {
        if (shown.size() >= most) return shown + "...";
        const auto byte = static_cast<unsigned char>(text.front());
        const std::size_t length = byte < 0x20 || byte == 0x7f ? 0 : character_length(text);
        if (length == 0) {
            shown += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
        } else {
            shown += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return shown;
}
HEADWAY_INSTANTIATE(std::string quoted_in_message<>(std::string_view text, std::size_t most));

template <class>
std::string shown_text(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto [c, bytes] = next_code_point(text);
        const bool blank = c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (blank) {
            out += ' ';
        } else if (c == 0xFFFD || (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF)) {
            out += "\xEF\xBF\xBD";
        } else if (c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !turns_direction(c)) {
            out += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return out;
}
HEADWAY_INSTANTIATE(std::string shown_text<>(std::string_view text));

}  // namespace headway::detail

#include <headway/header_end.hpp>
