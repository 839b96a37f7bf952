// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/belief/shown_belief.hpp>
#include <headway/report/assumption_rows.hpp>
#include <headway/report/detail/html_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class = void>
[[nodiscard, gnu::cold]] bool is_disputed(const assumption_row& row);

/// The id of the n-th row on a page.
template <class = void>
[[nodiscard, gnu::cold]] std::string assumption_id(std::size_t n);

/// How many there are of what kind, in a paragraph.
template <class = void>
[[nodiscard, gnu::cold]] std::string assumption_summary(const std::vector<assumption_row>& rows, const date& as_of);

template <class = void>
[[nodiscard, gnu::cold]] std::string source_cell(const assumption_row& row);
template <class = void>
[[nodiscard, gnu::cold]] std::string precision_cell(const assumption_row& row);

/// Of a long list how it was made: its median and interval stand beside it.
template <class = void>
[[nodiscard, gnu::cold]] std::string shown_notation(const assumption_row& row);

/// \param before how many rows the page has above
template <class = void>
[[nodiscard, gnu::cold]] std::string assumption_table(const std::vector<assumption_row>& rows, const date& as_of,
                                                  std::size_t before);

/// The topics on which the sources of these assumptions disagree, with every position on each.
template <class = void>
[[nodiscard, gnu::cold]] std::string disagreement_list(const std::vector<assumption_row>& rows);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/detail/assumption_table.hpp>
#endif
