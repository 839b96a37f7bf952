// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_line.hpp>
#include <headway/chart/detail/chart_axis.hpp>
#include <headway/chart/detail/chart_canvas.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// The rectangle that the data are drawn in.
struct plot_area {
    double left;
    double right;
    double top;
    double bottom;
};

/// Where texts of these widths go on one line around their places: shifted to lie inside the picture, and left out (in
/// the result `shown` is false) where they would touch the one before.
struct placed_label {
    double centre;
    bool shown;
};
template <class = void>
[[nodiscard]] std::vector<placed_label>
place_labels(const std::vector<double>& places, const std::vector<double>& widths, double left, double right);

/// The horizontal axis at the bottom of the area, its lines upward through it, its labels and its name below.
template <class = void>
[[gnu::cold]] void draw_x_axis(chart_canvas& canvas, chart_axis& axis, const plot_area& area, const std::string& name = {});

/// The room that the labels of a vertical axis take.
template <class = void>
[[nodiscard, gnu::cold]] double y_labels_width(const chart_axis& axis, double most);

/// The name of the vertical axis, above it.
template <class = void>
[[gnu::cold]] void draw_y_name(chart_canvas& canvas, const chart_axis& axis, const std::string& name = {});

/// The vertical axis at the left of the area, its lines across, its labels beside.
template <class = void>
[[gnu::cold]] void draw_y_axis(chart_canvas& canvas, chart_axis& axis, const plot_area& area);

/// A polygon between a lower and an upper line.
template <class = void>
[[nodiscard, gnu::cold]] std::string band_path(const std::vector<double>& x, const std::vector<double>& lower,
                                           const std::vector<double>& upper);

/// Widens what an axis shows to a value that lies near it, by at most half its width. \returns whether it is shown.
template <class = void>
[[nodiscard, gnu::cold]] bool reach_to(axis_range& range, double value, bool logarithmic);

/// A line in words: its label and its value.
template <any_value T>
[[nodiscard, gnu::cold]] std::string line_text(const chart_line<T>& line, const chart_unit<T>& unit) {
    const std::string label = headway::detail::shown_text(line.label);
    return (label.empty() ? "" : label + ": ") + chart_text(line.value, unit);
}

/// The remark on a line that lies too far off to be drawn.
template <class = void>
[[gnu::cold]] void note_line_not_shown(chart_canvas& canvas, const std::string& line);

template <class = void>
[[nodiscard, gnu::cold]] std::string share_text(double share);

/// The same where there is little room: "12 %", "<0.1 %".
template <class = void>
[[nodiscard, gnu::cold]] std::string short_share_text(double share);

/// Areas that cannot be seen, side by side over the plot, each around one place and with what is told there, so that a
/// pointer anywhere near finds it. Of more places than 60 evenly chosen ones have such an area.
template <class = void>
[[gnu::cold]] void told_columns(chart_canvas& canvas, const plot_area& area, const std::vector<double>& x,
                                const std::vector<std::string>& told);

/// Heights of labels that are to stand at these heights, from the lowest down the list to the highest, so that none
/// touches the next: each as near as the others and the area let it be.
template <class = void>
[[nodiscard]] std::vector<double> spread_labels(std::vector<double> heights, double apart, double top, double bottom);

}  // namespace headway::report::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/chart_plot.hpp>
#endif
