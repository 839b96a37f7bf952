// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/table/formatted_table.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Text that a Markdown reader shows as it is: on one line, without control characters, all that marks up escaped.
template <class = void>
[[nodiscard, gnu::cold]] std::string markdown_escaped(std::string_view text);

}  // namespace detail

/// Results as a Markdown table in GitHub's dialect, numbers aligned right. What it shows and in which units and digits is
/// told at `formatted_table`; whatever marks up in a name is escaped. Nothing for a table without columns.
/// Source: GitHub Flavored Markdown 0.29, section 4.10.
template <class = void>
[[nodiscard, gnu::cold]] std::string markdown(const result_table& results);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/markdown.hpp>
#endif
