// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/convergence_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
void draw_steps(chart_canvas& canvas, const convergence_plot& plot, chart_axis x_axis, chart_axis& y_axis,
                double height, bool is_error) {
    draw_y_name(canvas, y_axis, is_error ? "standard error" : "running " + plot.statistic);
    plot_area area{canvas.left() + std::max(plot.values ? y_labels_width(*plot.values, 260.0) : 0.0,
                                            plot.errors ? y_labels_width(*plot.errors, 260.0) : 0.0) +
                       12.0,
                   canvas.right() - 6.0, canvas.y, canvas.y + height};
    draw_y_axis(canvas, y_axis, area);
    if (!is_error && plot.errors) x_axis.title.clear();  // said below the other
    draw_x_axis(canvas, x_axis, area, is_error || !plot.errors ? "draws" : "");
    x_axis.scale.from = area.left;
    x_axis.scale.to = area.right;
    std::vector<double> x;
    std::vector<double> low;
    std::vector<double> high;
    std::string line;
    bool pen_down = false;
    for (const auto& step : plot.steps) {
        const double at = x_axis.scale(step.draws);
        const double value = is_error ? step.error : step.value;
        const bool shown = value < no_limit && (!is_error || value > 0.0);
        if (shown) {
            line += (pen_down ? "L" : "M") + svg_number(at) + " " + svg_number(y_axis.scale(value));
            if (plot.steps.size() == 1) canvas.circle("hw-point", at, y_axis.scale(value), 7.0);
        }
        pen_down = shown;
        x.push_back(at);
        low.push_back(y_axis.scale(step.low));
        high.push_back(y_axis.scale(step.high));
    }
    if (!is_error && x.size() > 1) canvas.path("hw-outer", band_path(x, low, high));
    if (!line.empty()) canvas.path("hw-line", line);
    if (is_error && plot.allowed) {
        const double at = y_axis.scale(*plot.allowed);
        canvas.line("hw-dash", area.left, at, area.right, at);
    }
    if (plot.stops_early()) {
        const double at = x_axis.scale(plot.stop.draws);
        canvas.line("hw-second-line", at, area.top, at, area.bottom);
    }
    told_columns(canvas, area, x, plot.told);
}
HEADWAY_INSTANTIATE(void draw_steps<>(chart_canvas& canvas, const convergence_plot& plot, chart_axis x_axis,
                    chart_axis& y_axis, double height, bool is_error));

template <class>
std::string convergence_picture(chart_texts texts, convergence_plot plot) {
    const double width = texts.width;
    chart_canvas canvas(std::move(texts));
    std::vector<legend_entry> entries;
    if (plot.values) {
        entries.push_back({legend_entry::swatch::line, "hw-line", plot.statistic + " so far"});
        entries.push_back({legend_entry::swatch::area, "hw-outer", "its 90 % interval"});
    }
    if (plot.errors && plot.allowed) entries.push_back({legend_entry::swatch::line, "hw-dash", "asked"});
    if (plot.stops_early()) {
        entries.push_back({legend_entry::swatch::line, "hw-second-line", "could have stopped"});
    }
    if (!entries.empty()) canvas.legend(entries);
    auto x_axis = make_axis<double>("convergence_chart", plot.draws_shown(), axis_kind::logarithmic, {}, 6, false);
    if (plot.values) draw_steps(canvas, plot, x_axis, *plot.values, 0.36 * width, false);
    if (plot.errors) draw_steps(canvas, plot, x_axis, *plot.errors, 0.28 * width, true);
    canvas.note(plot.stop.words);
    return canvas.finish();
}
HEADWAY_INSTANTIATE(std::string convergence_picture<>(chart_texts texts, convergence_plot plot));

HEADWAY_OUT_OF_LINE std::string convergence_story::description() const {
    std::string words = told.back();
    words.replace(0, 5, "After");
    if (steps.size() > 1) words += "; " + told.front();
    return words + ". " + stop.words;
}

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
