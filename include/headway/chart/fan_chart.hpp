// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/history/observations.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who updates a forecast.
template <any_value T>
class weighted_outcome;

}  // namespace headway

namespace headway::report {

/// How to draw a fan chart; every part may be left out: `fan_chart(cost, {.title = "Cost of a training run"})`.
template <any_value T>
struct fan_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    axis_kind axis = axis_kind::automatic;
    observations<T> observed = {};             ///< drawn as points beside the forecast
    std::string observed_name = "observed";    ///< what they are called in the legend
    std::vector<chart_line<T>> lines = {};     ///< across, at values: `{{"budget", 5.0 * million_usd}}`
    std::vector<chart_line<date>> dates = {};  ///< upright, at dates: `{{"today", 2026y / 1 / 1}}`
    double width = 720.0;                      ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// Of more dates than this the picture shows evenly chosen ones, the first and the last among them.
inline constexpr std::size_t most_fan_dates = 400;

template <any_value T>
struct fan_points {
    static constexpr std::array<double, 5> levels{0.05, 0.25, 0.5, 0.75, 0.95};
    std::vector<date> dates;
    std::vector<std::array<T, 5>> quantiles;
    axis_range times;
    axis_range values;
    double most_never = 0.0;

    template <class Outcome>
    explicit fan_points(const fan<Outcome>& forecast) {
        if (forecast.size() == 0) {
            throw std::domain_error("fan_chart: the forecast has no dates; simulate it on at least one");
        }
        const std::size_t shown = std::min(forecast.size(), most_fan_dates);
        const std::vector<std::size_t> order = headway::detail::stable_order(
            forecast.size(), [&](std::size_t a, std::size_t b) { return forecast.dates()[a] < forecast.dates()[b]; });
        for (std::size_t i = 0; i < shown; ++i) {
            const std::size_t at = order[shown == 1 ? 0 : i * (order.size() - 1) / (shown - 1)];
            dates.push_back(forecast.dates()[at]);
            times.add(chartable("fan_chart", "a date of the forecast", dates.back()));
            quantiles.push_back(forecast[at].quantiles(levels));
            for (const T& q : quantiles.back()) values.add(chartable_or_never("fan_chart", "a quantile", q));
            most_never = std::max(most_never, forecast[at].probability_never());
        }
        if (values.empty()) {
            throw std::domain_error(
                "fan_chart: the value is never on every date in 95 % of draws; there is nothing to draw");
        }
    }
};

/// The observed values as points; of more than `most_fan_dates` evenly chosen ones.
template <any_value T>
[[gnu::cold]] void draw_observed(chart_canvas& canvas, const fan_chart_options<T>& options, const chart_axis& x_axis,
                                 const chart_axis& y_axis) {
    const std::size_t all = options.observed.size();
    const std::size_t shown = std::min(all, most_fan_dates);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& seen = options.observed[shown < 2 ? 0 : i * (all - 1) / (shown - 1)];
        canvas.circle("hw-point", x_axis.scale(seen.when.seconds_since_1970()), y_axis.scale(base_value_of(seen.value)),
                      shown > 100 ? 4.5 : 7.0,
                      headway::detail::shown_text(options.observed_name) + ", " + to_text(seen.when) + ": " +
                          chart_text(seen.value, options.unit));
    }
}

/// The names of the lines at the right of the area, where they end; a thin line leads to one that had to move.
template <class = void>
[[gnu::cold]] void draw_end_labels(chart_canvas& canvas, const plot_area& area, const std::vector<double>& heights,
                                   const std::vector<std::string>& names);

/// Upright lines with their words above the area, or a line lower where two would touch.
template <class = void>
[[gnu::cold]] void draw_date_lines(chart_canvas& canvas, std::vector<std::pair<double, std::string>> lines,
                                   const plot_area& area);

/// The lines that a fan chart is asked for, after they have widened the axes as far as they may.
template <any_value T>
struct fan_lines {
    std::vector<const chart_line<T>*> across;
    std::vector<const chart_line<date>*> upright;
    std::vector<std::string> not_shown;

    fan_lines(const fan_chart_options<T>& options, axis_range& times, axis_range& values, bool logarithmic) {
        for (const auto& line : options.lines) {
            const double x = chartable("fan_chart", "the value of a line", line.value);
            if (reach_to(values, x, logarithmic)) {
                across.push_back(&line);
            } else {
                not_shown.push_back(line_text(line, options.unit));
            }
        }
        for (const auto& line : options.dates) {
            const double x = chartable("fan_chart", "the date of a line", line.value);
            if (reach_to(times, x, false)) {
                upright.push_back(&line);
            } else {
                not_shown.push_back(line_text(line, {}));
            }
        }
    }
};

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string fan_picture(const fan<Outcome>& forecast, const fan_chart_options<T>& options) {
    detail::fan_points<T> points(forecast);
    for (const auto& seen : options.observed) {
        points.times.add(detail::chartable("fan_chart", "the date of an observation", seen.when));
        points.values.add(detail::chartable("fan_chart", "an observed value", seen.value));
    }
    bool logarithmic = false;
    if constexpr (!any_date<T>) logarithmic = detail::is_logarithmic("fan_chart", options.axis, points.values);
    const detail::fan_lines<T> lines(options, points.times, points.values, logarithmic);
    auto x_axis = detail::make_axis<date>("fan_chart", points.times, axis_kind::linear, {}, 7, false);
    auto y_axis =
        detail::make_axis<T>("fan_chart", points.values, logarithmic ? axis_kind::logarithmic : axis_kind::linear,
                             options.unit, 6, true, options.width >= 600.0);
    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    const auto told = [&](std::size_t i) {
        const auto& q = points.quantiles[i];
        return "on " + to_text(points.dates[i]) + " " + say(q[2]) + " (90 % between " + say(q[0]) + " and " +
               say(q[4]) + ")";
    };
    const std::size_t last = points.dates.size() - 1;
    std::string description = "Median " + told(0) + (last > 0 ? ", " + told(last) : "") + ".";
    if (!options.observed.empty()) {
        description += " " + headway::detail::shown_text(options.observed_name) + " from " +
                       to_text(options.observed.front().when) + " to " + to_text(options.observed.back().when) +
                       ", at last " + say(options.observed.back().value) + ".";
    }
    for (const auto* line : lines.across) description += " Line at " + detail::line_text(*line, options.unit) + ".";
    for (const auto* line : lines.upright) description += " Line at " + detail::line_text(*line, {}) + ".";
    detail::chart_canvas canvas(detail::texts_of("fan_chart", options, "Forecast over time", std::move(description)));

    // Lines are named where they end, where there is room for that.
    const bool named_at_end = last > 0 && options.width >= 480.0;
    using detail::legend_entry;
    std::vector<legend_entry> entries;
    if (!named_at_end) {
        entries = {{legend_entry::swatch::line, "hw-line", "median"},
                   {legend_entry::swatch::area_on_area, "hw-inner", "25 to 75 %"},
                   {legend_entry::swatch::area, "hw-outer", "5 to 95 %"}};
    }
    if (!options.observed.empty()) {
        if (named_at_end) entries.push_back({legend_entry::swatch::line, "hw-line", "forecast, with 50 and 90 % bands"});
        entries.push_back({legend_entry::swatch::point, "hw-point", headway::detail::shown_text(options.observed_name)});
    }
    if (!entries.empty()) canvas.legend(entries);
    detail::draw_y_name(canvas, y_axis);
    if (!lines.upright.empty()) canvas.y += detail::line_height;
    detail::plot_area area{};
    area.left = canvas.left() + detail::y_labels_width(y_axis, 0.4 * options.width) + 12.0;
    area.right = canvas.right() - (named_at_end ? detail::text_width("median", detail::label_size) + 18.0 : 6.0);
    area.top = canvas.y;
    area.bottom = canvas.y + 0.47 * options.width;
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area);

    std::array<std::vector<double>, 5> curves;
    std::vector<double> x;
    std::vector<std::string> told_at;
    std::string median;
    bool pen_down = false;
    for (std::size_t i = 0; i <= last; ++i) {
        const auto& q = points.quantiles[i];
        x.push_back(x_axis.scale(points.dates[i].seconds_since_1970()));
        for (std::size_t k = 0; k < 5; ++k) curves[k].push_back(y_axis.scale(base_value_of(q[k])));
        const bool happens = base_value_of(q[2]) < no_limit;
        if (happens)
            median += (pen_down ? "L" : "M") + detail::svg_number(x[i]) + " " + detail::svg_number(curves[2][i]);
        pen_down = happens;
        told_at.push_back(to_text(points.dates[i]) + ": median " + say(q[2]) + "; 50 % between " + say(q[1]) + " and " +
                          say(q[3]) + "; 90 % between " + say(q[0]) + " and " + say(q[4]));
    }
    if (last == 0) {
        canvas.rect("hw-outer", x[0] - 30.0, curves[4][0], 60.0, curves[0][0] - curves[4][0], told_at[0]);
        canvas.rect("hw-inner", x[0] - 30.0, curves[3][0], 60.0, curves[1][0] - curves[3][0], told_at[0]);
        median = "M" + detail::svg_number(x[0] - 30.0) + " " + detail::svg_number(curves[2][0]) + "h60";
        if (!pen_down) median.clear();
    } else {
        canvas.path("hw-outer", detail::band_path(x, curves[0], curves[4]));
        canvas.path("hw-inner", detail::band_path(x, curves[1], curves[3]));
    }
    if (!median.empty()) canvas.path("hw-line", median);
    for (const auto* line : lines.across) {
        const double y = y_axis.scale(base_value_of(line->value));
        canvas.line_over("hw-second-line", area.left, y, area.right, y);
        const bool above = y - area.top > detail::line_height;
        canvas.cut_text("hw-halo", area.left + 8.0, above ? y - 9.0 : y + 26.0, detail::anchor::start,
                        detail::line_text(*line, options.unit), area.right - area.left - 8.0);
    }
    if (last > 0) detail::told_columns(canvas, {x.front(), x.back(), area.top, area.bottom}, x, told_at);
    detail::draw_observed(canvas, options, x_axis, y_axis);
    std::vector<std::pair<double, std::string>> upright;
    for (const auto* line : lines.upright) {
        upright.emplace_back(x_axis.scale(line->value.seconds_since_1970()), detail::line_text(*line, {}));
    }
    detail::draw_date_lines(canvas, std::move(upright), area);
    if (named_at_end) {
        constexpr const char* names[] = {"5 %", "25 %", "median", "75 %", "95 %"};
        std::vector<double> ends;
        std::vector<std::string> of_ends;
        for (std::size_t k = 0; k < 5; ++k) {
            if (!(base_value_of(points.quantiles[last][k]) < no_limit)) continue;
            ends.push_back(curves[k][last]);
            of_ends.emplace_back(names[k]);
        }
        detail::plot_area beside = area;
        beside.right = x[last];
        detail::draw_end_labels(canvas, beside, ends, of_ends);
    }
    if (points.most_never > 0.0) {
        canvas.note("Never in up to " + detail::share_text(points.most_never) +
                    " of draws; where a quantile is never, the band is open at the top.");
    }
    for (const auto& line : lines.not_shown) detail::note_line_not_shown(canvas, line);
    return canvas.finish();
}

}  // namespace detail

/// A fan chart of a forecast over time as an SVG picture: the median over the dates, the band that holds half of the
/// draws (25 to 75 %) and the one that holds 90 % (5 to 95 %), joined by straight lines between the simulated dates and
/// named where they end (narrower than 480, in a legend); observed values as points, and lines at values and dates, where
/// they are asked for. A line that lies further off than half the axis is told in a remark. A band whose upper quantile is
/// never is open at the top, and a remark tells in how many draws; the median's line ends where it is never. Dates may be in
/// any order; one alone is drawn as a bar; of more than 400 the picture shows 400.
/// \throws std::domain_error for a forecast without dates, one that is never throughout, a value or date that cannot be
/// drawn (beyond 1e250 or the year 30000), values that are not above zero on a logarithmic axis, or a width outside 320
/// to 4000.
template <any_value T>
[[nodiscard, gnu::cold]] std::string fan_chart(const fan<outcome<T>>& forecast, const fan_chart_options<T>& options = {}) {
    return detail::fan_picture(forecast, options);
}
/// The same of a forecast that was updated: each draw counts by its weight.
template <any_value T>
[[nodiscard, gnu::cold]] std::string fan_chart(const fan<weighted_outcome<T>>& forecast,
                                               const fan_chart_options<T>& options = {}) {
    return detail::fan_picture(forecast, options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/fan_chart.hpp>
#endif
