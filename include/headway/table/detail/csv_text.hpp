// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <headway/text/parse_number.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// A field of a file. A semicolon and a tab are quoted too, for they part the fields of programs in other countries.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_quoted(std::string_view text);

/// Whether a spreadsheet would take the text for a formula: it begins with =, +, - or @, in full width too, which Japanese
/// and Chinese ones read as the same, and is no number. So does a text that begins with an apostrophe count, since that is
/// what the others get in front.
[[nodiscard]] constexpr bool reads_as_formula(std::string_view text) noexcept {
    if (text.empty()) return false;
    const char32_t c = headway::detail::next_code_point(text).value;
    const char32_t narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    const bool begins = narrow == '=' || narrow == '+' || narrow == '-' || narrow == '@' || narrow == '\'';
    return begins && !parse_number(text);
}

/// A name or another text as a field: on one line, without characters that steer, and harmless in a spreadsheet.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_text(std::string_view text);

/// Whether a character beyond ASCII stands in a header as it is: letters do, signs, spaces and punctuation do not.
[[nodiscard]] constexpr bool stands_in_header(char32_t c) noexcept {
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x3000 && c < 0x3040) &&
           !(c >= 0xE000 && c < 0xF900) && !(c >= 0xFE00 && c < 0xFE70) && !(c >= 0xFF00 && c < 0xFF21) && c < 0xFFF0;
}

/// A header out of letters, digits and _ alone: "p5 [USD per chip]" is p5_USD_per_chip. What else there is parts words, but
/// for a percent sign, raised digits and the minus sign of a number, which are told.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_header(std::string_view text);

/// The headers of a file, no two alike: of those that would be, the later ones are numbered.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_header_line(const std::vector<std::string>& texts);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/detail/csv_text.hpp>
#endif
