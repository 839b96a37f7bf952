// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_rows.hpp>
#include <headway/scenario/comparison.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who updates a forecast.
template <any_value T>
class weighted_outcome;

}  // namespace headway

namespace headway::report {

/// One scenario: its 5 %, 50 % and 95 % quantile, where an upper one may be never (an infinite value).
template <any_value T>
struct comparison_chart_row {
    std::string name;
    T low;
    T median;
    T high;

    comparison_chart_row(std::string scenario, const T& p5, const T& p50, const T& p95)
        : name(std::move(scenario)), low(p5), median(p50), high(p95) {}
    comparison_chart_row(std::string scenario, const outcome<T>& result)
        : comparison_chart_row(std::move(scenario), result.quantiles(std::array{0.05, 0.5, 0.95})) {}
    comparison_chart_row(std::string scenario, const weighted_outcome<T>& result)
        : comparison_chart_row(std::move(scenario), result.quantiles(std::array{0.05, 0.5, 0.95})) {}

  private:
    comparison_chart_row(std::string scenario, const std::array<T, 3>& q)
        : comparison_chart_row(std::move(scenario), q[0], q[1], q[2]) {}
};

/// How to draw a comparison; every part may be left out.
template <any_value T>
struct comparison_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    axis_kind axis = axis_kind::automatic;
    std::size_t most_rows = 30;  ///< from 1 to 200; of more rows those with the widest intervals are shown
    double width = 720.0;        ///< of the view box, from 320 to 4000; texts are 20 units high
};

/// Scenarios side by side as an SVG picture: for each the interval between its 5 % and 95 % quantiles and its median,
/// on one axis, with a dashed line at the median of the first. An end that is never is an arrow at the end of the axis.
/// The first row is always among those shown.
/// \throws std::domain_error for no rows, quantiles out of order or that cannot be drawn (not a number, beyond 1e250 or
/// the year 30000), when every quantile is never, for values that are not above zero on a logarithmic axis, or for
/// options outside their ranges.
template <any_value T>
[[nodiscard, gnu::cold]] std::string comparison_chart(const std::vector<comparison_chart_row<T>>& rows,
                                           const comparison_chart_options<T>& options = {}) {
    constexpr double never = no_limit;
    std::vector<double> sizes;
    for (const auto& row : rows) {
        const double low = detail::chartable_or_never("comparison_chart", "a quantile", row.low);
        const double median = detail::chartable_or_never("comparison_chart", "a quantile", row.median);
        const double high = detail::chartable_or_never("comparison_chart", "a quantile", row.high);
        if (!(low <= median && median <= high)) {
            throw std::domain_error("comparison_chart: the quantiles of \"" + row.name +
                                    "\" are out of order; give 5 %, 50 % and 95 % in this order");
        }
        sizes.push_back(sizes.empty() ? never : low == never ? 0.0 : high - low);
    }
    const auto shown = detail::largest_rows("comparison_chart", sizes, options.most_rows);
    detail::axis_range range;
    for (const std::size_t i : shown) {
        range.add(base_value_of(rows[i].low));
        range.add(base_value_of(rows[i].median));
        range.add(base_value_of(rows[i].high));
    }
    if (range.empty()) throw std::domain_error("comparison_chart: every quantile is never; there is nothing to draw");
    auto axis = detail::make_axis<T>("comparison_chart", range, options.axis, options.unit, 6, true);

    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    std::string description;
    for (const std::size_t i : shown) {
        description += rows[i].name + ": median " + say(rows[i].median) + ", 90 % between " + say(rows[i].low) +
                       " and " + say(rows[i].high) + ". ";
    }
    description.pop_back();
    detail::chart_canvas canvas(
        detail::texts_of("comparison_chart", options, "Comparison of scenarios", std::move(description)));
    using detail::legend_entry;
    canvas.legend({{legend_entry::swatch::point, "hw-point", "median"},
                   {legend_entry::swatch::line, "hw-line", "5 to 95 %"},
                   {legend_entry::swatch::line, "hw-dash", "median of the first"}});
    std::vector<detail::row_words> words;
    for (const std::size_t i : shown) words.push_back({rows[i].name, "median " + say(rows[i].median)});
    const detail::row_plot plot(canvas, axis, words);
    const double first = base_value_of(rows[shown[0]].median);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const auto& row = rows[shown[k]];
        const double y = plot.centres()[k];
        const double to = axis.scale(base_value_of(row.high));
        if (first < never) canvas.line("hw-dash", axis.scale(first), y - 18.0, axis.scale(first), y + 18.0);
        canvas.line("hw-line", axis.scale(base_value_of(row.low)), y, to, y);
        if (base_value_of(row.high) == never) detail::arrow_right(canvas, "hw-line", to + 6.0, y);
        if (base_value_of(row.median) < never) canvas.circle("hw-point", axis.scale(base_value_of(row.median)), y, 8.0);
    }
    detail::note_rows_left_out(canvas, rows.size(), shown.size(), "scenarios with the widest intervals");
    return canvas.finish();
}

/// The chart of `compare(forecast, scenarios...)`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string comparison_chart(const comparison<T>& scenarios,
                                           const comparison_chart_options<T>& options = {}) {
    std::vector<comparison_chart_row<T>> rows;
    for (std::size_t i = 0; i < scenarios.size(); ++i) rows.emplace_back(scenarios.names()[i], scenarios[i]);
    return comparison_chart(rows, options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
