// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/table/formatted_table.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// Broken between words where it is wider than `width`.
template <class = void>
[[nodiscard, gnu::cold]] std::string broken_heading(const std::string& heading, std::size_t width);

}  // namespace detail

/// Results as a table for a terminal: `std::cout << report::table(simulate(f))`, and so of `tornado(f)`,
/// `compare(f, {a, b})`, `sobol_indices(f)` and every other result of the library. Which ones there are and what their
/// rows say is told at `result_table`, in which units and digits at `formatted_table`. Control characters in names are
/// dropped, so that a name cannot steer the terminal. A heading of the first column that is wider than 44 columns and than its
/// cells goes on in further lines.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const result_table& results);

/// Chosen only for what has no table, to say so in words.
template <class Other>
    requires(!detail::tabular<Other> && !std::is_convertible_v<const Other&, const result_table&>)
[[gnu::cold]] text_table table(const Other&) {
    static_assert(detail::tabular<Other>,
                  "table: this is no result; ask something of the forecast first, such as table(simulate(f)), and for hindcasts, "
                  "verdicts and track records include <headway/table.hpp>");
    return text_table({});
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/print_table.hpp>
#endif
