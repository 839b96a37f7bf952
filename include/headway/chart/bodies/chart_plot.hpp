// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::vector<placed_label> place_labels(const std::vector<double>& places, const std::vector<double>& widths,
                                       double left, double right) {
    std::vector<placed_label> placed;
    double free_from = left;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double half = 0.5 * widths[i];
        double centre = places[i];
        if (centre + half > right) centre = right - half;
        if (centre - half < left) centre = left + half;
        const bool fits = centre - half >= free_from && centre + half <= right;
        placed.push_back({centre, fits});
        if (fits) free_from = centre + half + 14.0;
    }
    return placed;
}
HEADWAY_INSTANTIATE(std::vector<placed_label> place_labels<>(const std::vector<double>& places, const std::vector<double>&
                    widths, double left, double right));

template <class>
void draw_x_axis(chart_canvas& canvas, chart_axis& axis, const plot_area& area, const std::string& name) {
    axis.scale.from = area.left;
    axis.scale.to = area.right;
    std::vector<double> places;
    std::vector<double> widths;
    for (const auto& tick : axis.marks.ticks) {
        places.push_back(axis.scale(tick.value));
        widths.push_back(text_width(tick.label, label_size));
        canvas.line("hw-grid", places.back(), area.top, places.back(), area.bottom);
        canvas.line("hw-axis", places.back(), area.bottom, places.back(), area.bottom + 8.0);
    }
    for (const double at : axis.marks.minor) {
        canvas.line("hw-axis", axis.scale(at), area.bottom, axis.scale(at), area.bottom + 4.0);
    }
    canvas.line("hw-axis", area.left, area.bottom, area.right, area.bottom);
    const auto labels = place_labels(places, widths, canvas.left() - 14.0, canvas.right() + 14.0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].shown) {
            canvas.text("hw-soft", labels[i].centre, area.bottom + 31.0, anchor::middle, axis.marks.ticks[i].label);
        }
    }
    canvas.y = area.bottom + 36.0;
    const std::string title = name.empty() ? axis.title : axis.title.empty() ? name : name + ", " + axis.title;
    if (title.empty()) return;
    canvas.y += line_height;
    canvas.cut_text("hw-soft", area.right, canvas.y - 4.0, anchor::end, title, canvas.right() - canvas.left());
}
HEADWAY_INSTANTIATE(void draw_x_axis<>(chart_canvas& canvas, chart_axis& axis, const plot_area& area,
                    const std::string& name));

template <class>
double y_labels_width(const chart_axis& axis, double most) {
    double widest = 0.0;
    for (const auto& tick : axis.marks.ticks) widest = std::max(widest, text_width(tick.label, label_size));
    return std::min(widest, most);
}
HEADWAY_INSTANTIATE(double y_labels_width<>(const chart_axis& axis, double most));

template <class>
void draw_y_name(chart_canvas& canvas, const chart_axis& axis, const std::string& name) {
    const std::string title = name.empty() ? axis.title : axis.title.empty() ? name : name + ", " + axis.title;
    if (title.empty()) {
        canvas.y += 12.0;
        return;
    }
    canvas.y += line_height;
    canvas.cut_text("hw-soft", canvas.left(), canvas.y, anchor::start, title, canvas.right() - canvas.left());
    canvas.y += 18.0;
}
HEADWAY_INSTANTIATE(void draw_y_name<>(chart_canvas& canvas, const chart_axis& axis, const std::string& name));

template <class>
void draw_y_axis(chart_canvas& canvas, chart_axis& axis, const plot_area& area) {
    axis.scale.from = area.bottom;
    axis.scale.to = area.top;
    double free_below = canvas.y + 1e9;
    for (const auto& tick : axis.marks.ticks) {
        const double at = axis.scale(tick.value);
        canvas.line("hw-grid", area.left, at, area.right, at);
        if (at > free_below) continue;
        canvas.cut_text("hw-soft", area.left - 10.0, at + 7.5, anchor::end, tick.label, area.left - 10.0 - 4.0);
        free_below = at - 27.0;
    }
    for (const double at : axis.marks.minor) {
        canvas.line("hw-axis", area.left - 4.0, axis.scale(at), area.left, axis.scale(at));
    }
}
HEADWAY_INSTANTIATE(void draw_y_axis<>(chart_canvas& canvas, chart_axis& axis, const plot_area& area));

template <class>
std::string band_path(const std::vector<double>& x, const std::vector<double>& lower,
                      const std::vector<double>& upper) {
    std::string data;
    for (std::size_t i = 0; i < x.size(); ++i)
        data += (i == 0 ? "M" : "L") + svg_number(x[i]) + " " + svg_number(upper[i]);
    for (std::size_t i = x.size(); i-- > 0;) data += "L" + svg_number(x[i]) + " " + svg_number(lower[i]);
    return data + "Z";
}
HEADWAY_INSTANTIATE(std::string band_path<>(const std::vector<double>& x, const std::vector<double>& lower,
                    const std::vector<double>& upper));

template <class>
bool reach_to(axis_range& range, double value, bool logarithmic) {
    if (range.empty() || !(value < no_limit) || (logarithmic && !(value > 0.0))) return false;
    const auto place = [&](double x) { return logarithmic ? log(x) : x; };
    const double most = 0.5 * place(range.hi) - 0.5 * place(range.lo);
    if (place(value) < place(range.lo) - most || place(value) > place(range.hi) + most) return false;
    range.add(value);
    return true;
}
HEADWAY_INSTANTIATE(bool reach_to<>(axis_range& range, double value, bool logarithmic));

template <class>
void note_line_not_shown(chart_canvas& canvas, const std::string& line) {
    canvas.note("Not shown, beyond the axis: " + line + ".");
}
HEADWAY_INSTANTIATE(void note_line_not_shown<>(chart_canvas& canvas, const std::string& line));

template <class>
std::string share_text(double share) {
    if (share > 0.0 && share < 0.0005) return "less than 0.1 %";
    if (share < 1.0 && share > 0.9995) return "more than 99.9 %";
    return to_text(quantity<dimensionless>::from_base_value(share), share < 0.1 ? 2 : 3);
}
HEADWAY_INSTANTIATE(std::string share_text<>(double share));

template <class>
std::string short_share_text(double share) {
    if (share > 0.0 && share < 0.0005) return "<0.1 %";
    if (share < 1.0 && share > 0.9995) return ">99.9 %";
    return to_text(quantity<dimensionless>::from_base_value(share), share > 0.99 ? 3 : 2);
}
HEADWAY_INSTANTIATE(std::string short_share_text<>(double share));

template <class>
void told_columns(chart_canvas& canvas, const plot_area& area, const std::vector<double>& x,
                  const std::vector<std::string>& told) {
    const std::size_t count = std::min<std::size_t>(x.size(), 60);
    const auto place = [&](std::size_t i) { return count < 2 ? 0 : i * (x.size() - 1) / (count - 1); };
    double from = area.left;
    for (std::size_t i = 0; i < count; ++i) {
        const double to = i + 1 < count ? 0.5 * (x[place(i)] + x[place(i + 1)]) : area.right;
        canvas.rect("hw-hit", from, area.top, to - from, area.bottom - area.top, told[place(i)]);
        from = to;
    }
}
HEADWAY_INSTANTIATE(void told_columns<>(chart_canvas& canvas, const plot_area& area, const std::vector<double>& x,
                    const std::vector<std::string>& told));

template <class>
std::vector<double> spread_labels(std::vector<double> heights, double apart, double top, double bottom) {
    double free = bottom;
    for (double& y : heights) {
        y = std::min(y, free);
        free = y - apart;
    }
    free = top;
    for (std::size_t i = heights.size(); i-- > 0;) {
        heights[i] = std::max(heights[i], free);
        free = heights[i] + apart;
    }
    return heights;
}
HEADWAY_INSTANTIATE(std::vector<double> spread_labels<>(std::vector<double> heights, double apart, double top, double
                    bottom));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
