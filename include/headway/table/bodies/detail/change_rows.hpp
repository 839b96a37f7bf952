// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/change_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<result_column> change_columns() {
    return {{"because of", "input"},
            {"before", "before"},
            {"after", "after"},
            {"change", "change", true, true},
            {"statistic", "statistic", false, false, false},
            {"value before", "value_before", true, false, false},
            {"value after", "value_after", true, false, false},
            {"draws", "draws", false, false, false},
            {"evaluations", "evaluations", false, false, false}};
}
HEADWAY_INSTANTIATE(std::vector<result_column> change_columns<>());

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
