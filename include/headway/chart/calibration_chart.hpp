// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/scoring/score_summary.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// How often intervals of a stated level held what came: `observed` of `cases` (0: not told).
struct calibration_chart_point {
    double nominal;
    double observed;
    std::size_t cases = 0;
};

/// How to draw a calibration plot; every part may be left out.
struct calibration_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    double width = 720.0;          ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
    std::string stated = "stated level of the intervals";    ///< what the horizontal axis has
    std::string observed = "share of intervals that held";  ///< what the vertical one has
};

namespace detail {

template <class = void>
[[gnu::cold]] void require_calibration_points(const char* function, const std::vector<calibration_chart_point>& points);

/// How far chance takes the observed share of so many cases: two binomial standard deviations.
[[nodiscard]] inline double reach_of_chance(const calibration_chart_point& p) {
    return 2.0 * sqrt(p.nominal * (1.0 - p.nominal) / static_cast<double>(p.cases));
}

}  // namespace detail

/// A calibration plot (reliability diagram) as an SVG picture: the share of intervals that held against the level they
/// stated, with the diagonal on which a calibrated forecaster lies. Where the number of cases is told, a whisker spans
/// two binomial standard deviations to either side of the diagonal: a point outside it is hardly chance. Points in any
/// order. A template only so that programs that draw none do not compile it.
/// \throws std::domain_error for no points, more than 1000, a share outside [0, 1], or a width outside 320 to 4000.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string calibration_chart(std::vector<calibration_chart_point> points, const Options& options = {}) {
    detail::require_calibration_points("calibration_chart", points);
    headway::detail::sort_stably(points, [](const auto& a, const auto& b) { return a.nominal < b.nominal; });
    std::string description;
    std::vector<std::string> told;
    bool any_cases = false;
    for (const auto& p : points) {
        any_cases = any_cases || p.cases > 0;
        description += (description.empty() ? "" : " ") + detail::share_text(p.nominal) + " intervals held in " +
                       detail::share_text(p.observed) +
                       (p.cases > 0 ? " of " + std::to_string(p.cases) + " cases." : ".");
        told.push_back(options.stated + " " + detail::share_text(p.nominal) + ": " + options.observed + " " +
                       detail::share_text(p.observed) +
                       (p.cases > 0 ? ", of " + std::to_string(p.cases) + " cases" : ""));
    }
    detail::chart_canvas canvas(detail::texts_of("calibration_chart", options, "Calibration", std::move(description)));
    using detail::legend_entry;
    std::vector<legend_entry> entries{{legend_entry::swatch::point, "hw-point", "observed"},
                                      {legend_entry::swatch::line, "hw-dash", "calibrated"}};
    if (any_cases) entries.push_back({legend_entry::swatch::line, "hw-axis", "chance, ±2 standard deviations"});
    canvas.legend(entries);

    using share = quantity<dimensionless>;
    auto x_axis = detail::make_axis<share>("calibration_chart", {0.0, 1.0}, axis_kind::linear, {}, 5, true);
    auto y_axis = x_axis;
    detail::draw_y_name(canvas, y_axis, options.observed);
    const double left = canvas.left() + detail::y_labels_width(y_axis, 0.3 * options.width) + 12.0;
    const double side = canvas.right() - 24.0 - left;
    detail::plot_area area{left, left + side, canvas.y, canvas.y + 0.8 * side};
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area, options.stated);
    canvas.line("hw-dash", area.left, area.bottom, area.right, area.top);
    std::string path;
    for (const auto& p : points) {
        const double x = x_axis.scale(p.nominal);
        if (p.cases > 0) {
            const double spread = detail::reach_of_chance(p);
            const double top = y_axis.scale(p.nominal + spread);
            const double bottom = y_axis.scale(p.nominal - spread);
            canvas.line("hw-axis", x, bottom, x, top);
            canvas.line("hw-axis", x - 7.0, top, x + 7.0, top);
            canvas.line("hw-axis", x - 7.0, bottom, x + 7.0, bottom);
        }
        path += (path.empty() ? "M" : "L") + detail::svg_number(x) + " " + detail::svg_number(y_axis.scale(p.observed));
    }
    canvas.path("hw-second-line", path);
    for (std::size_t i = 0; i < points.size(); ++i) {
        canvas.circle("hw-point", x_axis.scale(points[i].nominal), y_axis.scale(points[i].observed), 8.0, told[i]);
    }
    return canvas.finish();
}

/// The chart of the coverage of a hindcast, `calibration_chart(record.all())`. Without whiskers: forecasts from overlapping
/// windows are not independent, so their number does not tell what chance does.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string calibration_chart(const score_summary& scores, const Options& options = {}) {
    std::vector<calibration_chart_point> points;
    for (const double level : score_summary::levels) points.push_back({level, scores.coverage(level)});
    return calibration_chart(std::move(points), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/calibration_chart.hpp>
#endif
