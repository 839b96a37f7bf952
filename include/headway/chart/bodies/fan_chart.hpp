// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/fan_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void draw_end_labels(chart_canvas& canvas, const plot_area& area, const std::vector<double>& heights,
                     const std::vector<std::string>& names) {
    const auto placed = spread_labels(heights, line_height - 4.0, area.top + 6.0, area.bottom - 6.0);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (abs(placed[i] - heights[i]) > 4.0)
            canvas.line("hw-axis", area.right + 3.0, heights[i], area.right + 15.0, placed[i]);
        canvas.text(names[i] == "median" ? "hw-halo" : "hw-soft hw-halo", area.right + 18.0, placed[i] + 7.5,
                    anchor::start, names[i]);
    }
}
HEADWAY_INSTANTIATE(void draw_end_labels<>(chart_canvas& canvas, const plot_area& area, const std::vector<double>&
                    heights, const std::vector<std::string>& names));

template <class>
void draw_date_lines(chart_canvas& canvas, std::vector<std::pair<double, std::string>> lines, const plot_area& area) {
    headway::detail::sort_stably(lines, [](const auto& a, const auto& b) { return a.first < b.first; });
    double free_from = canvas.left();
    double baseline = area.top - 10.0;
    for (const auto& [x, text] : lines) {
        const double half = 0.5 * text_width(text, label_size);
        const double centre = std::max(canvas.left() + half, std::min(canvas.right() - half, x));
        baseline = centre - half < free_from ? baseline + line_height : area.top - 10.0;
        free_from = centre + half + 16.0;
        canvas.line_over("hw-dash", x, baseline + 7.0, x, area.bottom);
        canvas.cut_text("hw-halo", centre, baseline, anchor::middle, text, canvas.right() - canvas.left());
    }
}
HEADWAY_INSTANTIATE(void draw_date_lines<>(chart_canvas& canvas, std::vector<std::pair<double, std::string>> lines,
                    const plot_area& area));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
