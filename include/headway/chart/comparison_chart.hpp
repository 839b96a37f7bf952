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

/// One scenario: its 5 %, 50 % and 95 % quantile, where an upper one may be never (an infinite value), and the share of
/// draws that are never, or below 0 where that is not known.
template <any_value T>
struct comparison_chart_row {
    std::string name;
    T low;
    T median;
    T high;
    double never = -1.0;

    comparison_chart_row(std::string scenario, const T& p5, const T& p50, const T& p95, double share_never = -1.0)
        : name(std::move(scenario)), low(p5), median(p50), high(p95), never(share_never) {}
    comparison_chart_row(std::string scenario, const outcome<T>& result)
        : comparison_chart_row(std::move(scenario), result.quantiles(std::array{0.05, 0.5, 0.95}),
                               result.probability_never()) {}
    comparison_chart_row(std::string scenario, const weighted_outcome<T>& result)
        : comparison_chart_row(std::move(scenario), result.quantiles(std::array{0.05, 0.5, 0.95}),
                               result.probability_never()) {}

  private:
    comparison_chart_row(std::string scenario, const std::array<T, 3>& q, double share_never)
        : comparison_chart_row(std::move(scenario), q[0], q[1], q[2], share_never) {}
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
    double width = 720.0;        ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// The rows that are shown, the first always among them.
template <any_value T>
[[nodiscard, gnu::cold]] shown_rows shown_scenarios(const char* function, const std::vector<comparison_chart_row<T>>& rows,
                                                    std::size_t most) {
    std::vector<double> sizes;
    for (const auto& row : rows) {
        const double low = chartable_or_never(function, "a quantile", row.low);
        const double median = chartable_or_never(function, "a quantile", row.median);
        const double high = chartable_or_never(function, "a quantile", row.high);
        if (!(low <= median && median <= high)) {
            throw std::domain_error(std::string(function) + ": the quantiles of \"" + row.name +
                                    "\" are out of order; give 5 %, 50 % and 95 % in this order");
        }
        if (!(row.never <= 1.0)) {
            headway::detail::value_breaks_a_rule(function, "never", "must be a share of at most 1", row.never);
        }
        sizes.push_back(sizes.empty() ? no_limit : low == no_limit ? 0.0 : high - low);
    }
    shown_rows shown{largest_rows(function, sizes, most), {}};
    for (const std::size_t i : shown.places) {
        for (const T& q : {rows[i].low, rows[i].median, rows[i].high}) shown.range.add(base_value_of(q));
    }
    if (shown.range.empty()) {
        throw std::domain_error(std::string(function) + ": every quantile is never; there is nothing to draw");
    }
    return shown;
}

template <any_value T>
[[nodiscard, gnu::cold]] std::vector<comparison_chart_row<T>> rows_of(const comparison<T>& scenarios) {
    std::vector<comparison_chart_row<T>> rows;
    for (std::size_t i = 0; i < scenarios.size(); ++i) rows.emplace_back(scenarios.names()[i], scenarios[i]);
    return rows;
}

}  // namespace detail

/// Scenarios side by side as an SVG picture: for each the interval between its 5 % and 95 % quantiles and its median,
/// on one axis, with a dashed line at the median of the first. An end that is never is an arrow into a column
/// beside the axis that tells the share of draws that are never, where it is known. The first row is always among those shown.
/// \throws std::domain_error for no rows, quantiles out of order or that cannot be drawn (not a number, beyond 1e250 or
/// the year 30000), when every quantile is never, for values that are not above zero on a logarithmic axis, or for
/// options outside their ranges.
template <any_value T>
[[nodiscard, gnu::cold]] std::string comparison_chart(const std::vector<comparison_chart_row<T>>& rows,
                                           const comparison_chart_options<T>& options = {}) {
    constexpr double never = no_limit;
    const auto [shown, range] = detail::shown_scenarios("comparison_chart", rows, options.most_rows);
    auto axis = detail::make_axis<T>("comparison_chart", range, options.axis, options.unit, 6, true);

    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    std::string description;
    std::vector<std::string> told;
    bool any_never = false;
    for (const std::size_t i : shown) {
        told.push_back(rows[i].name + ": median " + say(rows[i].median) + ", 90 % between " + say(rows[i].low) + " and " +
                       say(rows[i].high));
        if (rows[i].never > 0.0) told.back() += ", never in " + detail::share_text(rows[i].never);
        any_never = any_never || rows[i].never > 0.0 || base_value_of(rows[i].high) == never;
        description += (description.empty() ? "" : " ") + told.back() + ".";
    }
    detail::chart_canvas canvas(
        detail::texts_of("comparison_chart", options, "Comparison of scenarios", std::move(description)));
    using detail::legend_entry;
    canvas.legend({{legend_entry::swatch::point, "hw-point", "median"},
                   {legend_entry::swatch::line, "hw-line", "5 to 95 %"},
                   {legend_entry::swatch::line, "hw-dash", "median of the first"}});
    std::vector<detail::row_words> words;
    for (const std::size_t i : shown) {
        words.push_back(
            {rows[i].name, "median " + detail::label_text(rows[i].median, rows[i].low, rows[i].high, options.unit)});
    }
    const detail::row_plot plot(canvas, axis, words, any_never);
    const double first = base_value_of(rows[shown[0]].median);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const auto& row = rows[shown[k]];
        const double y = plot.centres()[k];
        plot.tell(canvas, k, told[k]);
        if (first < never) canvas.line("hw-dash", axis.scale(first), y - 18.0, axis.scale(first), y + 18.0);
        if (base_value_of(row.low) < never) {
            canvas.line("hw-line", axis.scale(base_value_of(row.low)), y, axis.scale(base_value_of(row.high)), y);
        }
        plot.draw_never(canvas, k, base_value_of(row.high) == never ? "hw-line" : nullptr, row.never);
        if (base_value_of(row.median) < never)
            canvas.circle("hw-point", axis.scale(base_value_of(row.median)), y, 8.0, told[k]);
    }
    detail::note_rows_left_out(canvas, rows.size(), shown.size(), "scenarios with the widest intervals");
    return canvas.finish();
}

/// The chart of `compare(forecast, scenarios...)`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string comparison_chart(const comparison<T>& scenarios,
                                           const comparison_chart_options<T>& options = {}) {
    return comparison_chart(detail::rows_of(scenarios), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
