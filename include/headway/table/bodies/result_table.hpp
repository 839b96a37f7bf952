// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/result_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

template <class>
bool result_table::any(std::size_t column) const noexcept {
    for (const auto& row : rows()) {
        if (row[column].is != result_cell::kind::nothing) return true;
    }
    return false;
}
HEADWAY_INSTANTIATE(bool result_table::any<>(std::size_t column) const);

}  // namespace headway::report

#include <headway/header_end.hpp>
