// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/text/markup.hpp>
#include <headway/text/text.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// Text as the content of an element or the value of an attribute; both languages escape alike.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_escaped(std::string_view text);

/// Text in which a number with a point and more than 12 digits, which is what arithmetic leaves and nobody enters, is told
/// to 4: "0.1118" for "0.1118017816623301".
template <class = void>
[[nodiscard, gnu::cold]] std::string short_numbers(std::string_view text);

/// Escaped text in which no line breaks inside a date ("2026-11-30"), between the groups of a number ("100 000") or
/// between a number and its sign ("90 %").
template <class = void>
[[nodiscard, gnu::cold]] std::string html_words(std::string_view text);

/// An element with text; nothing for a text without words.
template <class = void>
[[nodiscard, gnu::cold]] std::string html_text(const std::string& element, std::string_view text,
                                           const std::string& style = {});

/// A link to what is elsewhere on the web, or the words alone where the address is none: anything but http and https could
/// act on the reader's machine.
template <class = void>
[[nodiscard, gnu::cold]] std::string web_link(std::string_view address, std::string_view words);

/// The address of a file beside the page, or in a folder there. What has a meaning in an address is written as its code.
template <class = void>
[[nodiscard, gnu::cold]] std::string file_address(const char* function, std::string_view name);

/// What must have words to be told by.
template <class = void>
[[nodiscard, gnu::cold]] std::string words_of(const char* function, const char* what, std::string_view text);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/detail/html_text.hpp>
#endif
