// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/track_record_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<calibration_chart_point> reliability_points(const track_record_row& row) {
    double stated[10] = {};
    std::size_t cases[10] = {};
    std::size_t came[10] = {};
    for (const auto& [probability, happened] : row.stated_chances()) {
        const int tenth = probability < 1.0 ? static_cast<int>(10.0 * probability) : 9;
        stated[tenth] += probability;
        ++cases[tenth];
        came[tenth] += happened ? 1U : 0U;
    }
    std::vector<calibration_chart_point> points;
    for (int i = 0; i < 10; ++i) {
        if (cases[i] == 0) continue;
        const auto n = static_cast<double>(cases[i]);
        points.push_back({stated[i] / n, static_cast<double>(came[i]) / n, cases[i]});
    }
    return points;
}
HEADWAY_INSTANTIATE(std::vector<calibration_chart_point> reliability_points<>(const track_record_row& row));

template <class>
std::vector<calibration_chart_point> coverage_points(const track_record_row& row) {
    std::vector<calibration_chart_point> points;
    if (row.values() == 0) return points;
    for (const double level : headway::detail::recorded_levels) {
        points.push_back({level, row.coverage(level), row.values()});
    }
    return points;
}
HEADWAY_INSTANTIATE(std::vector<calibration_chart_point> coverage_points<>(const track_record_row& row));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
