// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/machine_unit.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
const shown_unit& machine_unit(const result_table& table, const result_cell& cell) {
    return table.scales()[cell.scale].front();
}
HEADWAY_INSTANTIATE(const shown_unit& machine_unit<>(const result_table& table, const result_cell& cell));

template <class>
double in_machine_unit(const result_table& table, const result_cell& cell, double x) {
    using kind = result_cell::kind;
    return cell.is == kind::number || cell.is == kind::date ? x / machine_unit(table, cell).size : x;
}
HEADWAY_INSTANTIATE(double in_machine_unit<>(const result_table& table, const result_cell& cell, double x));

template <class>
std::string count_text(const result_cell& cell) {
    return std::to_string(static_cast<std::uint64_t>(cell.value));
}
HEADWAY_INSTANTIATE(std::string count_text<>(const result_cell& cell));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
