// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/table/score_table.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string share_cell(double share) {
    const auto tenths = static_cast<long long>(1000.0 * share + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}
HEADWAY_INSTANTIATE(std::string share_cell<>(double share));

template <class>
std::vector<std::string> score_headings(std::vector<std::string> first) {
    for (const char* heading : {"n", "CRPS", "log score", "in 50 %", "in 80 %", "in 90 %", "in 95 %", "90 % width"}) {
        first.emplace_back(heading);
    }
    return first;
}
HEADWAY_INSTANTIATE(std::vector<std::string> score_headings<>(std::vector<std::string> first));

template <class>
void add_score_cells(std::vector<std::string>& cells, const score_summary& scores) {
    cells.push_back(std::to_string(scores.count()));
    if (scores.count() == 0) {
        cells.resize(cells.size() + 7, "-");
        return;
    }
    cells.push_back(to_text(scores.crps()));
    cells.push_back(to_text(scores.log_score()));
    for (const double level : score_summary::levels) cells.push_back(share_cell(scores.coverage(level)));
    cells.push_back(to_text(scores.sharpness()));
}
HEADWAY_INSTANTIATE(void add_score_cells<>(std::vector<std::string>& cells, const score_summary& scores));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
text_table score_table(const std::vector<named_scores>& rows, const std::string& heading) {
    text_table table(detail::score_headings({heading}));
    for (const named_scores& row : rows) {
        std::vector<std::string> cells{row.name};
        detail::add_score_cells(cells, row.scores);
        table.row(std::move(cells));
    }
    return table;
}
HEADWAY_INSTANTIATE(text_table score_table<>(const std::vector<named_scores>& rows, const std::string& heading));

template <class>
text_table hindcast_table(const hindcast_record& record, const std::vector<int>& steps) {
    text_table table(detail::score_headings({"steps ahead", "squared error", "expected"}));
    const auto is_asked_for = [&](int s) {
        for (const int asked : steps) {
            if (asked == s) return true;
        }
        return steps.empty();
    };
    for (const hindcast_horizon& row : record.horizons()) {
        if (!is_asked_for(row.steps)) continue;
        std::vector<std::string> cells{std::to_string(row.steps),
                                       row.scores.count() == 0 ? "-" : to_text(row.squared_error),
                                       to_text(row.expected_squared_error)};
        detail::add_score_cells(cells, row.scores);
        table.row(std::move(cells));
    }
    return table;
}
HEADWAY_INSTANTIATE(text_table hindcast_table<>(const hindcast_record& record, const std::vector<int>& steps));

template <class>
text_table table(const hindcast_record& record) {
    return hindcast_table(record);
}
HEADWAY_INSTANTIATE(text_table table<>(const hindcast_record& record));

}  // namespace headway::report

#include <headway/header_end.hpp>
