// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/detail/sensitivity_rows.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
unit_scale plain_scale() { return scale_of_value<double>::get(); }
HEADWAY_INSTANTIATE(unit_scale plain_scale<>());

template <class>
void add_index_columns(std::vector<result_column>& columns, const std::string& heading, const std::string& key,
                       double level) {
    columns.push_back({heading, key, true, true});
    columns.push_back({to_text(100.0 * level, most_digits) + " % from", key + "_low"});
    columns.push_back({"to", key + "_high"});
}
HEADWAY_INSTANTIATE(void add_index_columns<>(std::vector<result_column>& columns, const std::string& heading,
                    const std::string& key, double level));

template <class>
void add_analysis_columns(std::vector<result_column>& columns) {
    columns.push_back({"confidence", "confidence_level", false, false, false});
    columns.push_back({"evaluations", "evaluations", false, false, false});
}
HEADWAY_INSTANTIATE(void add_analysis_columns<>(std::vector<result_column>& columns));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
