// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/csv.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string csv_number(double x) {
    if (x - x == 0.0) return headway::detail::number_text(x);
    return x != x ? "" : (x < 0.0 ? "-" : "") + std::string(headway::detail::infinite_word);
}
HEADWAY_INSTANTIATE(std::string csv_number<>(double x));

template <class>
std::string csv_value(const result_table& table, const result_cell& cell) {
    using kind = result_cell::kind;
    if (cell.is == kind::text) return csv_text(cell.text);
    if (cell.is == kind::count) return count_text(cell);
    if (cell.is == kind::nothing || cell.value != cell.value) return {};
    if (cell.is == kind::date) return to_text(date::from_seconds_since_1970(cell.value));
    return csv_number(in_machine_unit(table, cell, cell.value));
}
HEADWAY_INSTANTIATE(std::string csv_value<>(const result_table& table, const result_cell& cell));

template <class>
std::string csv_error(const result_table& table, const result_cell& cell) {
    return cell.error == no_limit ? "unknown" : csv_number(in_machine_unit(table, cell, cell.error));
}
HEADWAY_INSTANTIATE(std::string csv_error<>(const result_table& table, const result_cell& cell));

template <class>
std::string csv_unit(const result_table& table, const result_cell& cell) {
    using kind = result_cell::kind;
    if (cell.is == kind::date) return "date";
    return cell.is == kind::number ? machine_unit(table, cell).name : std::string();
}
HEADWAY_INSTANTIATE(std::string csv_unit<>(const result_table& table, const result_cell& cell));

template <class>
std::string csv_headed(const std::string& key, const std::string& unit) {
    return unit.empty() ? key : key + " " + unit;
}
HEADWAY_INSTANTIATE(std::string csv_headed<>(const std::string& key, const std::string& unit));

template <class>
csv_column csv_column_of(const result_table& table, std::size_t place) {
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

template <class>
std::string csv_row_unit(const result_table& table, const std::vector<result_cell>& row,
                         const std::vector<csv_column>& columns) {
    for (const csv_column& column : columns) {
        const result_cell& cell = row[column.place];
        if (column.mixed && cell.is != result_cell::kind::nothing) return csv_unit(table, cell);
    }
    return {};
}
HEADWAY_INSTANTIATE(std::string csv_row_unit<>(const result_table& table, const std::vector<result_cell>& row,
                    const std::vector<csv_column>& columns));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string csv(const result_table& table) {
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

    std::vector<std::string> headers;
    std::vector<std::string> lines(table.rows().size());
    for (const auto& column : columns) {
        const result_column& described = table.columns()[column.place];
        if (mixed && !headers.empty() && !is_text(column)) {
            headers.push_back("unit");
            for (std::size_t r = 0; r < lines.size(); ++r) {
                lines[r] += "," + detail::csv_text(detail::csv_row_unit(table, table.rows()[r], columns));
            }
            mixed = false;
        }
        headers.push_back(detail::csv_headed(described.key, column.mixed || described.key == "date" ? "" : column.unit));
        if (described.has_error) {
            const std::string unit = column.mixed ? "" : column.unit == "date" ? "seconds" : column.unit;
            headers.push_back(detail::csv_headed(described.key + "_standard_error", unit));
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
    std::string out = detail::csv_header_line(headers);
    for (const auto& line : lines) out += line + "\r\n";
    return out;
}
HEADWAY_INSTANTIATE(std::string csv<>(const result_table& table));

}  // namespace headway::report

#include <headway/header_end.hpp>
