// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/json.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string json_cell(const result_table& table, const result_cell& cell, bool has_error) {
    using kind = result_cell::kind;
    if (cell.is == kind::text) return json_string(cell.text);
    if (cell.is == kind::count) return count_text(cell);
    std::string out = "{\"value\": ";
    if (cell.is == kind::date) {
        const bool known = cell.value - cell.value == 0.0;
        out += cell.value != cell.value ? "null" : json_string(to_text(date::from_seconds_since_1970(cell.value)));
        out += ", \"seconds_since_1970\": " + (known ? headway::detail::number_text(cell.value) : "null");
    } else {
        out += json_number(in_machine_unit(table, cell, cell.value));
        if (cell.is == kind::number) out += ", \"unit\": " + json_string(machine_unit(table, cell).name);
    }
    if (has_error) {
        out += ", \"standard_error\": " + json_number(in_machine_unit(table, cell, cell.error), "unknown");
        if (cell.is == kind::date) out += ", \"standard_error_unit\": " + json_string(machine_unit(table, cell).name);
    }
    return out + "}";
}
HEADWAY_INSTANTIATE(std::string json_cell<>(const result_table& table, const result_cell& cell, bool has_error));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string json(const result_table& table) {
    std::string out = headway::detail::json_head("results") + ", \"rows\": [";
    for (const auto& row : table.rows()) {
        out += &row == table.rows().data() ? "\n  {" : ",\n  {";
        bool first = true;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (row[c].is == result_cell::kind::nothing) continue;
            const result_column& column = table.columns()[c];
            out += (first ? "" : ", ") + detail::json_string(column.key) + ": " +
                   detail::json_cell(table, row[c], column.has_error);
            first = false;
        }
        out += '}';
    }
    return out + "\n]}\n";
}
HEADWAY_INSTANTIATE(std::string json<>(const result_table& table));

}  // namespace headway::report

#include <headway/header_end.hpp>
