// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/histogram_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::size_t place_marks(const chart_canvas& canvas, std::vector<histogram_mark>& marks) {
    std::vector<double> free_from;
    headway::detail::sort_stably(marks, [](const auto& a, const auto& b) { return a.at < b.at; });
    for (auto& mark : marks) {
        mark.text = cut_to(mark.text, canvas.right() - canvas.left(), label_size);
        const double half = 0.5 * text_width(mark.text, label_size);
        const double centre = std::max(canvas.left() + half, std::min(canvas.right() - half, mark.at));
        std::size_t row = 0;
        while (row < free_from.size() && centre - half < free_from[row]) ++row;
        if (row == free_from.size()) free_from.push_back(0.0);
        free_from[row] = centre + half + 16.0;
        mark.from = centre - half;
        mark.to = centre + half;
        mark.row = static_cast<double>(row);
    }
    return free_from.size();
}
HEADWAY_INSTANTIATE(std::size_t place_marks<>(const chart_canvas& canvas, std::vector<histogram_mark>& marks));

template <class>
std::vector<double> bar_edges(const axis_range& range, bool logarithmic, int bars) {
    std::vector<double> edges{range.lo};
    for (int i = 1; i < bars; ++i) {
        const double share = static_cast<double>(i) / bars;
        edges.push_back(logarithmic ? exp(log(range.lo) + (log(range.hi) - log(range.lo)) * share)
                                    : range.lo + (range.hi - range.lo) * share);
    }
    edges.push_back(range.hi);
    return edges;
}
HEADWAY_INSTANTIATE(std::vector<double> bar_edges<>(const axis_range& range, bool logarithmic, int bars));

template <class>
void draw_marks(chart_canvas& canvas, const std::vector<histogram_mark>& marks, double first_row,
                const plot_area& area) {
    for (const auto& m : marks) {
        const double baseline = first_row + line_height * (m.row + 1.0) - 8.0;
        const bool through_a_text = std::any_of(marks.begin(), marks.end(), [&](const histogram_mark& other) {
            return other.row > m.row && m.at > other.from - 12.0 && m.at < other.to + 12.0;
        });
        const double top = through_a_text ? area.top - 3.0 : baseline + 7.0;
        if (m.style != nullptr) canvas.line_over(m.style, m.at, top, m.at, area.bottom);
        canvas.text("hw-halo", 0.5 * (m.from + m.to), baseline, anchor::middle, m.text);
    }
}
HEADWAY_INSTANTIATE(void draw_marks<>(chart_canvas& canvas, const std::vector<histogram_mark>& marks, double first_row,
                    const plot_area& area));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
