// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <headway/table/detail/machine_unit.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_quoted(std::string_view text) {
    const bool plain = std::none_of(text.begin(), text.end(),
                                    [](char c) { return c == ',' || c == '"' || static_cast<unsigned char>(c) < 0x20; }) &&
                       (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}
HEADWAY_INSTANTIATE(std::string csv_quoted<>(std::string_view text));

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_number(double x) {
    return x != x ? std::string() : headway::detail::number_text(x);
}
HEADWAY_INSTANTIATE(std::string csv_number<>(double x));

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_value(const result_table& table, const result_cell& cell) {
    using kind = result_cell::kind;
    if (cell.is == kind::text) return csv_quoted(cell.text);
    if (cell.is == kind::count) return count_text(cell);
    if (cell.is == kind::nothing || cell.value != cell.value) return {};
    if (cell.is == kind::date) return csv_quoted(to_text(date::from_seconds_since_1970(cell.value)));
    return csv_number(in_machine_unit(table, cell, cell.value));
}
HEADWAY_INSTANTIATE(std::string csv_value<>(const result_table& table, const result_cell& cell));

/// The standard error of a cell; in words where the draws cannot tell it.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_error(const result_table& table, const result_cell& cell) {
    return cell.error == no_limit ? "unknown" : csv_number(in_machine_unit(table, cell, cell.error));
}
HEADWAY_INSTANTIATE(std::string csv_error<>(const result_table& table, const result_cell& cell));

/// "USD"; "date", whose errors are in seconds; nothing for a plain number.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_unit(const result_table& table, const result_cell& cell) {
    using kind = result_cell::kind;
    if (cell.is == kind::date) return "date";
    return cell.is == kind::number ? machine_unit(table, cell).name : std::string();
}
HEADWAY_INSTANTIATE(std::string csv_unit<>(const result_table& table, const result_cell& cell));

template <class = void>
[[nodiscard, gnu::cold]] std::string csv_headed(const std::string& key, const std::string& unit) {
    return csv_quoted(unit.empty() ? key : key + " [" + unit + "]");
}
HEADWAY_INSTANTIATE(std::string csv_headed<>(const std::string& key, const std::string& unit));

/// The place of a cell's column in the table and what its cells share.
struct csv_column {
    std::size_t place;
    std::string unit;
    bool mixed = false;
};
template <class = void>
[[nodiscard, gnu::cold]] csv_column csv_column_of(const result_table& table, std::size_t place) {
    csv_column column{place, {}};
    bool first = true;
    for (const auto& row : table.rows()) {
        if (row[place].is == result_cell::kind::nothing) continue;
        const std::string unit = csv_unit(table, row[place]);
        column.mixed = column.mixed || (!first && unit != column.unit);
        column.unit = unit;
        first = false;
    }
    return column;
}
HEADWAY_INSTANTIATE(csv_column csv_column_of<>(const result_table& table, std::size_t place));

/// The unit of a row that is not told by the headers: that of its first cell in a column of several.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv_row_unit(const result_table& table, const std::vector<result_cell>& row,
                                              const std::vector<csv_column>& columns) {
    for (const csv_column& column : columns) {
        const result_cell& cell = row[column.place];
        if (column.mixed && cell.is != result_cell::kind::nothing) return csv_unit(table, cell);
    }
    return {};
}
HEADWAY_INSTANTIATE(std::string csv_row_unit<>(const result_table& table, const std::vector<result_cell>& row,
                    const std::vector<csv_column>& columns));

}  // namespace detail

/// Results as comma-separated values (RFC 4180: a header line, CRLF line ends, quotes where needed), for programs and
/// spreadsheets. Column names are fixed (`date,output,draws,p5,p5_standard_error,...`) with the unit in the header,
/// `p5 [USD]`: the smallest of the dimension's `unit_ladder`, whatever the values, so that files of different runs agree.
/// Where rows have different units, a column `unit` has them instead. `p5 [date]` is a calendar day (ISO 8601), its
/// standard error is in seconds, and so are the spans of a row whose unit is `date`. Numbers are the shortest that read
/// back to the same double. A date that never comes is `never`, an infinite number `inf`, and what is undefined (the mean
/// of what never happens) an empty cell; a standard error that the draws cannot tell is `unknown`. Probabilities lie between 0 and 1, shares of a variance likewise. Text is not
/// changed but for quotes: *not for* opening names from a stranger in a spreadsheet, which may take "=..." for a formula.
/// Source: RFC 4180.
template <class = void>
[[nodiscard, gnu::cold]] std::string csv(const result_table& table) {
    using kind = result_cell::kind;
    std::vector<detail::csv_column> columns;
    bool mixed = false;
    for (std::size_t c = 0; c < table.columns().size(); ++c) {
        if (!table.any(c)) continue;
        columns.push_back(detail::csv_column_of(table, c));
        mixed = mixed || columns.back().mixed;
    }
    if (columns.empty()) return {};
    const auto is_text = [&](const detail::csv_column& column) {
        return std::all_of(table.rows().begin(), table.rows().end(), [&](const auto& row) {
            return row[column.place].is == kind::text || row[column.place].is == kind::nothing;
        });
    };

    std::string header;
    std::vector<std::string> lines(table.rows().size());
    const auto put = [](std::string& line, const std::string& cell) { line += (line.empty() ? "" : ",") + cell; };
    for (const auto& column : columns) {
        const result_column& described = table.columns()[column.place];
        if (mixed && !header.empty() && !is_text(column)) {
            put(header, "unit");
            for (std::size_t r = 0; r < lines.size(); ++r) {
                lines[r] += "," + detail::csv_quoted(detail::csv_row_unit(table, table.rows()[r], columns));
            }
            mixed = false;
        }
        put(header, detail::csv_headed(described.key, column.mixed || described.key == "date" ? "" : column.unit));
        if (described.has_error) {
            const std::string unit = column.mixed ? "" : column.unit == "date" ? "seconds" : column.unit;
            put(header, detail::csv_headed(described.key + "_standard_error", unit));
        }
        for (std::size_t r = 0; r < lines.size(); ++r) {
            const result_cell& cell = table.rows()[r][column.place];
            const std::string value = detail::csv_value(table, cell);
            lines[r] += (&column == columns.data() ? "" : ",") + value;
            if (described.has_error) {
                lines[r] += "," + detail::csv_error(table, cell);
            }
        }
    }
    std::string out = header + "\r\n";
    for (const auto& line : lines) out += line + "\r\n";
    return out;
}
HEADWAY_INSTANTIATE(std::string csv<>(const result_table& table));

}  // namespace headway::report

#include <headway/header_end.hpp>
