// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/history/fit_experience_curve.hpp>
#include <headway/math/stable_order.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// An observation: what a unit cost after so much cumulative output.
template <any_value Output, any_value Cost>
struct learning_chart_point {
    Output output;
    Cost cost;
};

/// The fitted curve at one cumulative output: its centre and the ends of its prediction interval.
template <any_value Output, any_value Cost>
struct learning_chart_step {
    Output output;
    Cost low;
    Cost centre;
    Cost high;
};

/// How to draw a learning curve; every part may be left out.
template <any_value Output, any_value Cost>
struct learning_curve_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    std::string interval = "prediction interval";  ///< what the band is: "90 % prediction interval"
    chart_unit<Output> output_unit = {};
    chart_unit<Cost> cost_unit = {};
    double width = 720.0;  ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// Of more observations or steps than this the picture shows evenly chosen ones, the first and the last among them.
inline constexpr std::size_t most_learning_points = 2000;

template <any_value T>
[[nodiscard, gnu::cold]] double on_log_axis(const char* function, const char* what, const T& value) {
    const double x = chartable(function, what, value);
    if (!(x >= 1.0 / greatest_chart_value)) headway::detail::value_must_be_above_zero(function, what, x);
    return x;
}

/// What the two axes have to hold.
struct learning_ranges {
    axis_range outputs;
    axis_range costs;
};
template <any_value Output, any_value Cost>
[[nodiscard, gnu::cold]] learning_ranges ranges_of(const char* function,
                                                   const std::vector<learning_chart_point<Output, Cost>>& points,
                                                   const std::vector<learning_chart_step<Output, Cost>>& curve) {
    static_assert(!any_date<Output> && !any_date<Cost>, "learning_curve_chart: a date has no logarithm; give amounts");
    if (points.empty() && curve.empty()) {
        throw std::domain_error(std::string(function) + ": there is nothing to draw; give observations or a curve");
    }
    learning_ranges ranges;
    for (const auto& p : points) {
        ranges.outputs.add(on_log_axis(function, "the output of a point", p.output));
        ranges.costs.add(on_log_axis(function, "the cost of a point", p.cost));
    }
    for (const auto& s : curve) {
        ranges.outputs.add(on_log_axis(function, "the output of the curve", s.output));
        ranges.costs.add(on_log_axis(function, "the low end of the interval", s.low));
        ranges.costs.add(on_log_axis(function, "the high end of the interval", s.high));
        const double centre = on_log_axis(function, "the centre of the curve", s.centre);
        if (!(base_value_of(s.low) <= centre && centre <= base_value_of(s.high))) {
            headway::detail::value_breaks_a_rule(function, "the centre of the curve",
                                                 "must lie between the ends of the interval", centre);
        }
    }
    return ranges;
}

template <class = void>
[[nodiscard]] std::size_t thinned(std::size_t i, std::size_t shown, std::size_t all) noexcept;

}  // namespace detail

/// A learning curve (experience curve, Wright's law) as an SVG picture on two logarithmic axes, where it is a straight
/// line: observations as points, the fitted curve as a line, its prediction interval as a band. Steps of the curve may
/// be in any order; either list may be empty, not both. Of more than 2000 points or steps 2000 are shown and a remark
/// says so.
/// \throws std::domain_error for nothing to draw, values that are not above zero and finite, an interval out of order,
/// or a width outside 320 to 4000.
template <any_value Output, any_value Cost>
[[nodiscard, gnu::cold]] std::string learning_curve_chart(const std::vector<learning_chart_point<Output, Cost>>& points,
                                               std::vector<learning_chart_step<Output, Cost>> curve,
                                               const learning_curve_chart_options<Output, Cost>& options = {}) {
    const auto [outputs, costs] = detail::ranges_of("learning_curve_chart", points, curve);
    headway::detail::sort_stably(curve, [](const auto& a, const auto& b) { return a.output < b.output; });
    auto x_axis = detail::make_axis<Output>("learning_curve_chart", outputs, axis_kind::logarithmic,
                                            options.output_unit, 6, true);
    auto y_axis = detail::make_axis<Cost>("learning_curve_chart", costs, axis_kind::logarithmic, options.cost_unit, 6,
                                          true, options.width >= 600.0);

    std::string description = std::to_string(points.size()) + (points.size() == 1 ? " observation" : " observations");
    const auto tell = [&](const char* lead, const auto& s) {
        description += lead + detail::chart_text(s.centre, options.cost_unit) + " (" + options.interval + " " +
                       detail::chart_text(s.low, options.cost_unit) + " to " +
                       detail::chart_text(s.high, options.cost_unit) + ") at " +
                       detail::chart_text(s.output, options.output_unit);
    };
    if (!curve.empty()) {
        tell("; the curve leads from ", curve.front());
        tell(" to ", curve.back());
    }
    detail::chart_canvas canvas(detail::texts_of("learning_curve_chart", options, "Learning curve", description + "."));
    using detail::legend_entry;
    std::vector<legend_entry> entries;
    if (!points.empty()) entries.push_back({legend_entry::swatch::point, "hw-point", "observed"});
    if (!curve.empty()) {
        entries.push_back({legend_entry::swatch::line, "hw-line", "fitted curve"});
        entries.push_back({legend_entry::swatch::area, "hw-outer", options.interval});
    }
    canvas.legend(entries);
    detail::draw_y_name(canvas, y_axis, "unit cost");
    detail::plot_area area{canvas.left() + detail::y_labels_width(y_axis, 0.4 * options.width) + 12.0,
                           canvas.right() - 6.0, canvas.y, canvas.y + 0.5 * options.width};
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area, "cumulative output");

    const std::size_t steps = std::min(curve.size(), detail::most_learning_points);
    std::vector<double> x;
    std::vector<double> low;
    std::vector<double> high;
    std::vector<std::string> told;
    std::string centre;
    for (std::size_t i = 0; i < steps; ++i) {
        const auto& s = curve[detail::thinned(i, steps, curve.size())];
        x.push_back(x_axis.scale(base_value_of(s.output)));
        low.push_back(y_axis.scale(base_value_of(s.low)));
        high.push_back(y_axis.scale(base_value_of(s.high)));
        told.push_back(detail::chart_text(s.output, options.output_unit) + ": " +
                       detail::chart_text(s.centre, options.cost_unit) + ", " + options.interval + " " +
                       detail::chart_text(s.low, options.cost_unit) + " to " +
                       detail::chart_text(s.high, options.cost_unit));
        centre += (i == 0 ? "M" : "L") + detail::svg_number(x.back()) + " " +
                  detail::svg_number(y_axis.scale(base_value_of(s.centre)));
    }
    if (steps > 0) {
        canvas.path("hw-outer", detail::band_path(x, low, high));
        canvas.path("hw-line", centre);
        detail::told_columns(canvas, {x.front(), x.back(), area.top, area.bottom}, x, told);
    }
    const std::size_t shown = std::min(points.size(), detail::most_learning_points);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& p = points[detail::thinned(i, shown, points.size())];
        canvas.circle("hw-point", x_axis.scale(base_value_of(p.output)), y_axis.scale(base_value_of(p.cost)),
                      shown > 200 ? 4.0 : 7.0,
                      shown > 400 ? std::string()  // too close to be pointed at
                                  : "observed: " + detail::chart_text(p.cost, options.cost_unit) + " at " +
                                        detail::chart_text(p.output, options.output_unit));
    }
    if (shown < points.size()) {
        canvas.note("Shown: " + std::to_string(shown) + " of " + std::to_string(points.size()) + " observations.");
    }
    return canvas.finish();
}

/// The chart of a fit and the data it was made of, with the prediction interval of one more observation at a level, up to
/// a cumulative output: `learning_curve_chart(costs, output, fit, 0.9, 2.0 * million_chips)`. Where that lies inside the
/// data, the curve ends with them.
/// \throws std::domain_error as the chart, as `fit.prediction_interval`, and for a cost without output on its date.
template <class CostDimension, class OutputDimension, class Cost, class Output>
[[nodiscard, gnu::cold]] std::string learning_curve_chart(const observations<Cost>& costs, const cumulative_output<Output>& output,
                                               const experience_fit<CostDimension, OutputDimension>& fit, double level,
                                               const Output& up_to,
                                               learning_curve_chart_options<Output, Cost> options = {}) {
    const auto matched = headway::detail::outputs_at_costs("learning_curve_chart", costs, output.data());
    std::vector<learning_chart_point<Output, Cost>> points;
    detail::axis_range range;
    range.add(detail::on_log_axis("learning_curve_chart", "the output to draw up to", up_to));
    for (std::size_t i = 0; i < costs.size(); ++i) {
        points.push_back({matched[i].value, costs[i].value});
        range.add(base_value_of(matched[i].value));
    }
    std::vector<learning_chart_step<Output, Cost>> curve;
    constexpr int steps = 64;
    for (int i = 0; i <= steps; ++i) {
        const double share = static_cast<double>(i) / steps;
        const auto at = value_from_base<Output>(exp(log(range.lo) + (log(range.hi) - log(range.lo)) * share));
        const auto interval = fit.prediction_interval(level, at);
        curve.push_back({at, interval.low, fit(at), interval.high});
    }
    options.interval = to_text(100.0 * level) + " % prediction interval";
    return learning_curve_chart(points, std::move(curve), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/learning_curve_chart.hpp>
#endif
