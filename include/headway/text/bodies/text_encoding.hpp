// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::optional<parse_error> wide_encoding_fault(std::string_view text) {
    const std::string_view encoding = wide_encoding(text);
    if (encoding.empty()) return std::nullopt;
    return parse_error(1, 1, quoted_in_message(text.substr(0, 8)),
                       "text in UTF-8; this is " + std::string(encoding) + ", save it as UTF-8");
}
HEADWAY_INSTANTIATE(std::optional<parse_error> wide_encoding_fault<>(std::string_view text));

template <class>
std::size_t plain_length(std::string_view text) noexcept {
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        // A byte without its upper bit borrows one from below only if it is 0.
        if (((eight | (eight - ones)) & (ones << 7)) != 0) break;
    }
    return at;
}
HEADWAY_INSTANTIATE(std::size_t plain_length<>(std::string_view text));

template <class>
std::optional<parse_error> encoding_fault(std::string_view text) {
    if (auto fault = wide_encoding_fault(text)) return fault;
    for (std::size_t at = 0; at < text.size();) {
        at += plain_length(text.substr(at));
        if (at == text.size()) break;
        const char c = text[at];
        const bool is_ascii = static_cast<unsigned char>(c) < 0x80u;
        const std::size_t length = is_ascii ? 1 : character_length(text.substr(at, 4));
        if (c == '\0' || length == 0) {
            const char* const expected =
                c == '\0' ? "text; a NUL byte is none, this is binary data or its end was lost"
                          : "text in UTF-8; this byte is none, as in a file saved as Latin-1 or Windows-1252: save it "
                            "as UTF-8";
            const std::string_view before = text.substr(0, at);
            const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
            const std::size_t line_start = before.rfind('\n') + 1;  // 0 where there is none
            return parse_error(line, at - line_start + 1, quoted_in_message(text.substr(at, 8)), expected);
        }
        at += length;
    }
    return std::nullopt;
}
HEADWAY_INSTANTIATE(std::optional<parse_error> encoding_fault<>(std::string_view text));

}  // namespace headway::detail

#include <headway/header_end.hpp>
