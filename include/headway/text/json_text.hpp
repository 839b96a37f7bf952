// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/text/text.hpp>
#include <headway/text/utf8.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

// How every JSON document of the library is written (RFC 8259): its head, its strings and its numbers.

namespace headway::detail {

/// The version of examples/export/headway.schema.json, which tells what documents hold. It is counted up by whatever would
/// make a reader of the documents before fail or err.
inline constexpr int json_schema_version = 1;

/// An infinite number as programs are told of it, here and in CSV: JavaScript, Python, R and C read this word as the number.
inline constexpr std::string_view infinite_word = "Infinity";

/// A string, quotes included. Control characters and those that turn the direction of writing are escaped, so that no
/// terminal and no editor obeys them; a byte that begins no valid UTF-8 becomes U+FFFD.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_string(std::string_view text);

/// A number, the shortest that reads back to the same double; null for an undefined one, and for an infinite one a word.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_number(double x, std::string_view infinite = infinite_word);

/// What a document begins with: who wrote it, what it holds, and by which version of the schema.
template <class = void>
[[nodiscard, gnu::cold]] std::string json_head(std::string_view kind);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/text/bodies/json_text.hpp>
#endif
