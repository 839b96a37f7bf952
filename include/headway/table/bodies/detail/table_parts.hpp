// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/table_parts.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
result_cell cell_of_text(std::string_view text) {
    if (text.empty()) return {};
    return {result_cell::kind::text, std::string(text)};
}
HEADWAY_INSTANTIATE(result_cell cell_of_text<>(std::string_view text));

template <class>
result_cell cell_of_share(double share, double error) {
    return {result_cell::kind::share, {}, share, error};
}
HEADWAY_INSTANTIATE(result_cell cell_of_share<>(double share, double error));

template <class>
result_cell cell_of_probability(double share, double error) {
    return {result_cell::kind::share, {}, share, error, 0, true};
}
HEADWAY_INSTANTIATE(result_cell cell_of_probability<>(double share, double error));

template <class>
result_cell cell_of_number(double base_value, double error, std::size_t scale) {
    return {result_cell::kind::number, {}, base_value, error, scale};
}
HEADWAY_INSTANTIATE(result_cell cell_of_number<>(double base_value, double error, std::size_t scale));

template <class>
void table_parts::declare(const std::vector<result_column>& wanted) {
    if (columns.empty()) columns = {{"date", "date"}, {"output", "output"}};
    std::size_t next = 2;
    for (const result_column& column : wanted) {
        const std::size_t place = place_of(column.key);
        if (place == columns.size()) {
            const auto offset = static_cast<std::ptrdiff_t>(next++);
            columns.insert(columns.begin() + offset, column);
            for (auto& row : rows) row.insert(row.begin() + offset, result_cell{});
            continue;
        }
        result_column& known = columns[place];
        known.has_error = known.has_error || column.has_error;
        known.show_error = known.show_error || column.show_error;
        if (known.heading.find(column.heading) == std::string::npos) known.heading += " / " + column.heading;
        next = place + 1;
    }
}
HEADWAY_INSTANTIATE(void table_parts::declare<>(const std::vector<result_column>& wanted));

HEADWAY_OUT_OF_LINE std::size_t table_parts::place_of(std::string_view key) const noexcept {
    std::size_t place = 0;
    while (place < columns.size() && columns[place].key != key) ++place;
    return place;
}

HEADWAY_OUT_OF_LINE void table_parts::begin_row(const row_head& head) {
    rows.emplace_back(columns.size());
    set("date", head.when);
    set("output", cell_of_text(head.name));
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
