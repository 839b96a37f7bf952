// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
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
    double width = 720.0;  ///< of the view box, from 320 to 4000; texts are 20 units high
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

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string fan_picture(const fan<Outcome>& forecast, const fan_chart_options<T>& options) {
    const detail::fan_points<T> points(forecast);
    auto x_axis = detail::make_axis<date>("fan_chart", points.times, axis_kind::linear, {}, 7, false);
    auto y_axis =
        detail::make_axis<T>("fan_chart", points.values, options.axis, options.unit, 6, true, options.width >= 600.0);
    const auto told = [&](std::size_t i) {
        const auto& q = points.quantiles[i];
        return "on " + to_text(points.dates[i]) + " " + detail::chart_text(q[2], options.unit) + " (90 % between " +
               detail::chart_text(q[0], options.unit) + " and " + detail::chart_text(q[4], options.unit) + ")";
    };
    const std::size_t last = points.dates.size() - 1;
    std::string description = "Median " + told(0) + (last > 0 ? ", " + told(last) : "") + ".";
    detail::chart_canvas canvas(detail::texts_of("fan_chart", options, "Forecast over time", std::move(description)));

    using detail::legend_entry;
    canvas.legend({{legend_entry::swatch::line, "hw-line", "median"},
                   {legend_entry::swatch::area_on_area, "hw-inner", "25 to 75 %"},
                   {legend_entry::swatch::area, "hw-outer", "5 to 95 %"}});
    detail::draw_y_name(canvas, y_axis);
    detail::plot_area area{};
    area.left = canvas.left() + detail::y_labels_width(y_axis, 0.4 * options.width) + 12.0;
    area.right = canvas.right() - 6.0;
    area.top = canvas.y;
    area.bottom = canvas.y + 0.47 * options.width;
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area);

    std::array<std::vector<double>, 5> lines;
    std::vector<double> x;
    std::string median;
    bool pen_down = false;
    for (std::size_t i = 0; i <= last; ++i) {
        x.push_back(x_axis.scale(points.dates[i].seconds_since_1970()));
        for (std::size_t k = 0; k < 5; ++k) lines[k].push_back(y_axis.scale(base_value_of(points.quantiles[i][k])));
        const bool happens = base_value_of(points.quantiles[i][2]) < no_limit;
        if (happens)
            median += (pen_down ? "L" : "M") + detail::svg_number(x[i]) + " " + detail::svg_number(lines[2][i]);
        pen_down = happens;
    }
    if (last == 0) {
        canvas.rect("hw-outer", x[0] - 30.0, lines[4][0], 60.0, lines[0][0] - lines[4][0]);
        canvas.rect("hw-inner", x[0] - 30.0, lines[3][0], 60.0, lines[1][0] - lines[3][0]);
        median = "M" + detail::svg_number(x[0] - 30.0) + " " + detail::svg_number(lines[2][0]) + "h60";
        if (!pen_down) median.clear();
    } else {
        canvas.path("hw-outer", detail::band_path(x, lines[0], lines[4]));
        canvas.path("hw-inner", detail::band_path(x, lines[1], lines[3]));
    }
    if (!median.empty()) canvas.path("hw-line", median);
    if (points.most_never > 0.0) {
        canvas.note("Never in up to " + detail::share_text(points.most_never) +
                    " of draws; where a quantile is never, the band is open at the top.");
    }
    return canvas.finish();
}

}  // namespace detail

/// A fan chart of a forecast over time as an SVG picture: the median over the dates, the band that holds half of the
/// draws (25 to 75 %) and the one that holds 90 % (5 to 95 %), joined by straight lines between the simulated dates. A
/// band whose upper quantile is never is open at the top, and a remark tells in how many draws; the median's line ends
/// where it is never. Dates may be in any order; one alone is drawn as a bar; of more than 400 the picture shows 400.
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
