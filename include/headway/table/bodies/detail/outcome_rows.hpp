// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/outcome_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<result_column> outcome_columns() {
    return {{"draws", "draws", false, false, false},
            {"p5", "p5", true},
            {"p50", "p50", true},
            {"p95", "p95", true},
            {"mean", "mean", true, true},
            {"std. dev.", "standard_deviation", true, false, false},
            {"never", "probability_never", true, false, true, true}};
}
HEADWAY_INSTANTIATE(std::vector<result_column> outcome_columns<>());

template <class>
std::vector<result_column> weighted_columns() {
    std::vector<result_column> columns = outcome_columns();
    columns.insert(columns.begin() + 1, {"effective draws", "effective_draws"});
    return columns;
}
HEADWAY_INSTANTIATE(std::vector<result_column> weighted_columns<>());

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
