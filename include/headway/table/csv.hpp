// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <headway/table/detail/csv_text.hpp>
#include <headway/table/detail/machine_unit.hpp>
#include <headway/text/json_text.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_number(double x);

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_value(const result_table& table, const result_cell& cell);

/// The standard error of a cell; in words where the draws cannot tell it.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_error(const result_table& table, const result_cell& cell);

/// "USD"; "date", whose errors are in seconds; nothing for a plain number.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_unit(const result_table& table, const result_cell& cell);

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_headed(const std::string& key, const std::string& unit);

/// The place of a cell's column in the table and what its cells share.
struct csv_column {
    std::size_t place;
    std::string unit;
    bool mixed = false;
};
template <class = void>
[[nodiscard, gnu::cold]] csv_column csv_column_of(const result_table& table, std::size_t place);

/// The unit of a row that is not told by the headers: that of its first cell in a column of several.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_row_unit(const result_table& table, const std::vector<result_cell>& row,
                                              const std::vector<csv_column>& columns);

}  // namespace detail

/// Results as comma-separated values (RFC 4180: a header line, CRLF line ends, quotes where needed), for programs and
/// spreadsheets. Column names are fixed (`date,output,draws,p5,p5_standard_error,...`) with the unit behind them,
/// `p5_USD`: the smallest of the dimension's `unit_ladder`, whatever the values, so that files of different runs agree.
/// They are letters, digits and _ alone, for Vega-Lite takes a dot or a bracket in a name for a path and Miller's `$name` ends
/// at a space. Where rows have different units, a column `unit` has them instead. `p5_date` is a calendar day (ISO 8601), its
/// standard error is in seconds, and so are the spans of a row whose unit is `date`. Numbers are the shortest that read
/// back to the same double. A date that never comes is `never`, an infinite number `Infinity` or `-Infinity`, as in `json`,
/// and what is undefined (the mean of what never happens) an empty cell; a standard error that the draws cannot tell is
/// `unknown`. Probabilities lie between 0 and 1, shares of a variance likewise.
/// Text is on one line, without control characters and those that turn the direction of writing; `json` has them, escaped.
/// A text that a spreadsheet would run, one that begins with `=`, `+`, `-` or `@` and is no number, has an apostrophe in
/// front, and so has one that begins with an apostrophe itself: who reads a text takes off one. Numbers stay numbers.
/// Source: RFC 4180; OWASP, CSV Injection.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv(const result_table& table);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/csv.hpp>
#endif
