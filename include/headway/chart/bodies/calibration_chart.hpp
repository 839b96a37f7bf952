// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/calibration_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void require_calibration_points(const char* function, const std::vector<calibration_chart_point>& points) {
    if (points.empty()) {
        throw std::domain_error(std::string(function) + ": there are no points to draw; give at least one");
    }
    if (points.size() > 1000) {
        headway::detail::value_breaks_a_rule(function, "the number of points", "must be at most 1000; join cases into fewer levels",
                                             static_cast<double>(points.size()));
    }
    for (const auto& p : points) {
        for (const auto& [what, share] : {std::pair{"nominal", p.nominal}, {"observed", p.observed}}) {
            if (!(share >= 0.0 && share <= 1.0)) {
                headway::detail::value_breaks_a_rule(function, what, "must be a share between 0 and 1", share);
            }
        }
    }
}
HEADWAY_INSTANTIATE(void require_calibration_points<>(const char* function, const std::vector<calibration_chart_point>& points));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
