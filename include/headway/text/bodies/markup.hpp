// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/markup.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string markup_escaped(std::string_view text) {
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
HEADWAY_INSTANTIATE(std::string markup_escaped<>(std::string_view text));

}  // namespace headway::detail

#include <headway/header_end.hpp>
