// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/hindcast.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A row of a score table: what was forecast, and its scores.
struct named_scores {
    std::string name;
    score_summary scores;
};

namespace detail {

/// A share in percent to one decimal, all of one width after the point.
template <class = void>
[[nodiscard, gnu::cold]] std::string share_cell(double share) {
    const auto tenths = static_cast<long long>(1000.0 * share + 0.5);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}
HEADWAY_INSTANTIATE(std::string share_cell<>(double share));
template <class = void>
[[nodiscard, gnu::cold]] std::vector<std::string> score_headings(std::vector<std::string> first) {
    for (const char* heading : {"n", "CRPS", "log score", "in 50 %", "in 80 %", "in 90 %", "in 95 %", "90 % width"}) {
        first.emplace_back(heading);
    }
    return first;
}
HEADWAY_INSTANTIATE(std::vector<std::string> score_headings<>(std::vector<std::string> first));
template <class = void>
[[gnu::cold]] void add_score_cells(std::vector<std::string>& cells, const score_summary& scores) {
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

}  // namespace detail

/// Scores side by side, one row each: the number of forecasts, mean CRPS and logarithmic score (lower is better), the
/// share of outcomes within the 50, 80, 90 and 95 % intervals (of calibrated forecasts those levels), and the mean
/// width of the 90 % interval. A row without forecasts has dashes.
template <class = void>
[[nodiscard, gnu::cold]] text_table score_table(const std::vector<named_scores>& rows,
                                            const std::string& heading = "forecasts") {
    text_table table(detail::score_headings({heading}));
    for (const named_scores& row : rows) {
        std::vector<std::string> cells{row.name};
        detail::add_score_cells(cells, row.scores);
        table.row(std::move(cells));
    }
    return table;
}
HEADWAY_INSTANTIATE(text_table score_table<>(const std::vector<named_scores>& rows, const std::string& heading));

/// A hindcast by horizon, at the horizons asked for: the mean squared normalised error and what the model expects, then
/// as `score_table`, in logarithms. Horizons beyond the data have no row; with none asked for, all have one.
template <class = void>
[[nodiscard, gnu::cold]] text_table hindcast_table(const hindcast_record& record, const std::vector<int>& steps = {}) {
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
/// A hindcast at all its horizons, as `hindcast_table`.
template <class = void>
[[nodiscard, gnu::cold]] text_table table(const hindcast_record& record) {
    return hindcast_table(record);
}
HEADWAY_INSTANTIATE(text_table table<>(const hindcast_record& record));

}  // namespace headway::report

#include <headway/header_end.hpp>
