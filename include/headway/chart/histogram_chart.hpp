// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

// Declared here, included by who updates a forecast.
template <any_value T>
class weighted_outcome;

}  // namespace headway

namespace headway::report {

/// How to draw a histogram; every part may be left out.
template <any_value T>
struct histogram_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    axis_kind axis = axis_kind::automatic;  ///< bars are equally wide on the axis
    int bars = 40;                          ///< from 5 to 200
    double width = 720.0;                   ///< of the view box, from 320 to 4000; texts are 20 units high
};

namespace detail {

/// What the bars of a histogram show: the draws between two quantiles near the ends, so that a single far draw does not
/// press the others into one bar.
template <any_value T>
struct histogram_range {
    double never;
    axis_range shown;
    std::array<T, 3> marks;

    template <class Outcome>
    explicit histogram_range(const Outcome& result) : never(0.0), marks{} {
        if (result.draws() == 0) {
            throw std::domain_error("histogram_chart: the outcome has no draws; simulate with at least one");
        }
        never = result.probability_never();
        marks = result.quantiles(std::array{0.05, 0.5, 0.95});
        if (!(never < 1.0)) return;
        // Ranks among the draws that happen, as probabilities among all.
        const double all = static_cast<double>(result.draws());
        const double ranks = all > 1.0 ? (floor(all * (1.0 - never) + 0.5) - 1.0) / (all - 1.0) : 0.0;
        for (const T& end : result.quantiles(std::array{0.002 * ranks, 0.998 * ranks})) {
            shown.add(chartable("histogram_chart", "a quantile", end));
        }
    }
};

/// The share of draws from each edge to below the next; the last bar has both its ends, so that a value at the end of the
/// axis lies in the picture.
template <any_value T>
[[nodiscard, gnu::cold]] std::vector<double> shares_between(const outcome<T>& result, const std::vector<double>& edges) {
    std::vector<double> shares(edges.size() - 1, 0.0);
    if (result.column().keeps_draws()) {
        result.for_each_draw([&](const T& value) {
            const double x = base_value_of(value);
            if (!(x >= edges.front() && x <= edges.back())) return;
            const auto bar = static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), x) - edges.begin());
            shares[std::min(bar, shares.size()) - 1] += 1.0;
        });
        for (double& share : shares) share /= static_cast<double>(result.draws());
        return shares;
    }
    std::vector<double> ends = edges;
    ends.back() = headway::detail::next_above(ends.back());
    const std::vector<std::uint64_t> below = result.column().streamed_below(ends);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = static_cast<double>(below[i + 1] - below[i]) / static_cast<double>(result.draws());
    }
    return shares;
}

/// The share of the weight, of an outcome that has weights.
template <any_value T>
[[nodiscard, gnu::cold]] std::vector<double> shares_between(const weighted_outcome<T>& result, const std::vector<double>& edges) {
    return result.record().shares_between(edges);
}

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string histogram_of(const Outcome& result, const histogram_chart_options<T>& options) {
    if (options.bars < 5 || options.bars > 200) {
        headway::detail::value_breaks_a_rule("histogram_chart", "bars", "must be between 5 and 200", options.bars);
    }
    const histogram_range<T> range(result);
    const bool happens = !range.shown.empty();
    const auto& [p5, p50, p95] = range.marks;
    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    const std::string never_percent = to_text(quantity<dimensionless>::from_base_value(range.never), 2);
    const std::string never_text = detail::share_text(range.never);
    std::string description = "Median " + say(p50) + "; 90 % between " + say(p5) + " and " + say(p95) + ".";
    if (range.never > 0.0) description += " Never in " + never_text + " of draws.";
    detail::chart_canvas canvas(
        detail::texts_of("histogram_chart", options, "Distribution of the outcome", std::move(description)));

    const double never_width = range.never > 0.0 ? 110.0 : 0.0;
    detail::chart_axis x_axis;
    std::vector<double> shares;
    std::vector<double> edges;
    double beyond = 0.0;
    if (happens) {
        x_axis = detail::make_axis<T>("histogram_chart", range.shown, options.axis, options.unit, any_date<T> ? 7 : 6,
                                      false);
        const double lo = x_axis.scale.lo;
        const double hi = x_axis.scale.hi;
        for (int i = 0; i <= options.bars; ++i) {
            const double share = static_cast<double>(i) / options.bars;
            edges.push_back(i == 0                     ? lo
                            : i == options.bars        ? hi
                            : x_axis.scale.logarithmic ? exp(log(lo) + (log(hi) - log(lo)) * share)
                                                       : lo + (hi - lo) * share);
        }
        shares = detail::shares_between(result, edges);
        beyond = 1.0 - range.never;
        for (const double share : shares) beyond -= share;
    }
    double most = 0.0;
    for (const double share : shares) most = std::max(most, share);
    auto y_axis = detail::make_axis<quantity<dimensionless>>("histogram_chart", {0.0, most > 0.0 ? most : 1.0},
                                                             axis_kind::linear, {}, 5, true);

    // Marks in as many lines as keep them apart.
    const double right = canvas.right() - 6.0 - never_width;
    detail::plot_area area{canvas.left() + detail::y_labels_width(y_axis, 0.3 * options.width) + 12.0, right, 0.0, 0.0};
    x_axis.scale.from = area.left;
    x_axis.scale.to = area.right;
    struct mark {
        double at;
        std::string text;
        double from;
        double to;
        double row;
    };
    std::vector<mark> marks;
    constexpr const char* names[] = {"5 %: ", "median: ", "95 %: "};
    std::vector<double> free_from;
    for (std::size_t i = 0; i < 3; ++i) {
        const bool never = !(base_value_of(range.marks[i]) < no_limit);
        const double at = never ? right + 0.5 * never_width + 10.0 : x_axis.scale(base_value_of(range.marks[i]));
        const std::string text = names[i] + say(range.marks[i]);
        const double half = 0.5 * detail::text_width(text, detail::label_size);
        const double centre = std::max(canvas.left() + half, std::min(canvas.right() - half, at));
        std::size_t row = 0;
        while (row < free_from.size() && centre - half < free_from[row]) ++row;
        if (row == free_from.size()) free_from.push_back(0.0);
        free_from[row] = centre + half + 16.0;
        marks.push_back({at, text, centre - half, centre + half, static_cast<double>(row)});
    }
    detail::draw_y_name(canvas, y_axis, "share of draws in each bar");
    const double first_row = canvas.y + 4.0;
    area.top = first_row + detail::line_height * static_cast<double>(free_from.size()) + 4.0;
    area.bottom = area.top + 0.42 * options.width;
    canvas.y = area.top;
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area);
    const double end_of_axis = canvas.y;

    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (!(shares[i] > 0.0)) continue;
        const double from = x_axis.scale(edges[i]);
        const double top = y_axis.scale(shares[i]);
        canvas.rect("hw-main", from, top, x_axis.scale(edges[i + 1]) - from - 0.8, area.bottom - top);
    }
    if (range.never > 0.0) {
        const double left = right + 40.0;
        const double width = never_width - 56.0;
        const double top = area.bottom - (area.bottom - area.top) * range.never;
        canvas.rect("hw-second", left, top, width, area.bottom - top);
        canvas.path("hw-axis", "M" + detail::svg_number(left) + " " + detail::svg_number(area.top) + "h" +
                                   detail::svg_number(width) + "V" + detail::svg_number(area.bottom) + "h" +
                                   detail::svg_number(-width) + "Z");
        canvas.text("hw-soft", left + 0.5 * width, area.bottom + 30.0, detail::anchor::middle, "never");
        canvas.text("hw-halo", left + 0.5 * width, std::max(top - 8.0, area.top + 24.0), detail::anchor::middle,
                    never_percent);
    }
    for (const auto& m : marks) {
        const double baseline = first_row + detail::line_height * (m.row + 1.0) - 8.0;
        const bool through_a_text = std::any_of(marks.begin(), marks.end(), [&](const mark& other) {
            return other.row > m.row && m.at > other.from - 12.0 && m.at < other.to + 12.0;
        });
        const double top = through_a_text ? area.top - 3.0 : baseline + 7.0;
        if (m.at <= right)
            canvas.line_over(m.text.front() == 'm' ? "hw-mark" : "hw-dash", m.at, top, m.at, area.bottom);
        canvas.text("hw-halo", 0.5 * (m.from + m.to), baseline, detail::anchor::middle, m.text);
    }
    canvas.y = end_of_axis;
    if (range.never > 0.0) canvas.note("Never in " + never_text + " of draws: the outlined column is all of them.");
    if (beyond > 1e-9)
        canvas.note("Not shown: " + detail::share_text(beyond) + " of draws, beyond the ends of the axis.");
    return canvas.finish();
}

}  // namespace detail

/// A histogram of an outcome as an SVG picture: the share of draws in each of equally wide bars, marks at the 5 %, 50 %
/// and 95 % quantiles with their values, and beside the axis a column that is filled to the share of draws in which it
/// never happens. The bars reach over 99.6 % of the draws that happen; a remark tells the share beyond. Works on
/// streaming runs too.
/// \throws std::domain_error for an outcome without draws, a value that cannot be drawn (beyond 1e250 or the year
/// 30000), values that are not above zero on a logarithmic axis, bars outside 5 to 200 or a width outside 320 to 4000.
template <any_value T>
[[nodiscard, gnu::cold]] std::string histogram_chart(const outcome<T>& result, const histogram_chart_options<T>& options = {}) {
    return detail::histogram_of(result, options);
}
/// The same of a forecast that was updated: each draw counts by its weight.
template <any_value T>
[[nodiscard, gnu::cold]] std::string histogram_chart(const weighted_outcome<T>& result,
                                                     const histogram_chart_options<T>& options = {}) {
    return detail::histogram_of(result, options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
