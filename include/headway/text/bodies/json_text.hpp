// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/json_text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string json_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    while (!text.empty()) {
        const auto [c, bytes] = next_code_point(text);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || turns_direction(c)) {
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) out += digits[(c >> shift) & 15U];
        } else if (c == 0xFFFD) {
            out += "\xEF\xBF\xBD";
        } else {
            out += text.substr(0, bytes);
        }
        text.remove_prefix(bytes);
    }
    return out + '"';
}
HEADWAY_INSTANTIATE(std::string json_string<>(std::string_view text));

template <class>
std::string json_number(double x, std::string_view infinite) {
    if (x != x) return "null";
    if (x - x == 0.0) return number_text(x);
    return x > 0.0 ? json_string(infinite) : "\"-" + std::string(infinite_word) + '"';
}
HEADWAY_INSTANTIATE(std::string json_number<>(double x, std::string_view infinite));

template <class>
std::string json_head(std::string_view kind) {
    return "{\"headway\": " + json_string(headway::version) + ", \"kind\": " + json_string(kind) +
           ", \"schema_version\": " + std::to_string(json_schema_version);
}
HEADWAY_INSTANTIATE(std::string json_head<>(std::string_view kind));

}  // namespace headway::detail

#include <headway/header_end.hpp>
