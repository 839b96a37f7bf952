// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/gantt_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
shown_rows shown_stages(const char* function, const std::vector<gantt_chart_row>& stages, std::size_t most) {
    std::vector<double> lengths;
    for (const auto& stage : stages) {
        const auto ordered = [&](const std::array<date, 3>& q) {
            for (const date& d : q) static_cast<void>(chartable_or_never(function, "a date", d));
            return q[0] <= q[1] && q[1] <= q[2];
        };
        bool good = ordered(stage.start) && ordered(stage.end);
        for (std::size_t i = 0; i < 3; ++i) good = good && stage.start[i] <= stage.end[i];
        if (!good) {
            throw std::domain_error(
                std::string(function) + ": the dates of stage \"" + stage.stage +
                "\" are out of order; give 5 %, 50 % and 95 % of start and end, no end before its start");
        }
        for (const auto& [what, share] : {std::pair{"critical", stage.critical}, {"never", stage.never}}) {
            if (!(share <= 1.0)) {
                headway::detail::value_breaks_a_rule(function, what, "must be a share of at most 1", share);
            }
        }
        lengths.push_back(stage.start[1].is_never() ? 0.0 : (stage.end[1] - stage.start[1]).base_value());
    }
    shown_rows shown{largest_rows(function, lengths, most), {}};
    for (const std::size_t i : shown.places) {
        for (const date& d : stages[i].start) shown.range.add(d.seconds_since_1970());
        for (const date& d : stages[i].end) shown.range.add(d.seconds_since_1970());
    }
    if (shown.range.empty()) {
        throw std::domain_error(std::string(function) + ": every date is never; there is nothing to draw");
    }
    return shown;
}
HEADWAY_INSTANTIATE(shown_rows shown_stages<>(const char* function, const std::vector<gantt_chart_row>& stages,
                                              std::size_t most));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
