// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/chart_plot.hpp>
#include <headway/chart/chart_range.hpp>
#include <headway/math/stable_order.hpp>
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
    chart_range<T> range = {};              ///< what the axis shows; by default chosen so that the body is seen
    std::vector<chart_line<T>> lines = {};  ///< `{{"deadline", 2027y / 6 / 1}, {"today", 2026y / 1 / 1}}`
    int bars = 40;                          ///< from 5 to 200
    double width = 720.0;                   ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// Which values the bars of a histogram show. Without a range asked for: those between the 0.2 % and the 99.8 % quantile of
/// the draws that happen, so that a single far draw does not press the others into one bar, and no further from the
/// quartiles than three times their distance (Tukey's outer fences), so that a long tail does not either; the 5 % and the
/// 95 % quantile are shown within four times. Where bars so wide could hold more than a third of the draws, the axis is made
/// shorter, but never ends nearer to a quartile than once that distance. Where half of the draws or more are one value, a third of the distance of the 5 %
/// and the 95 % quantile stands for that of the quartiles.
template <any_value T>
struct histogram_span {
    double never;
    axis_range shown;
    bool logarithmic = false;
    std::array<T, 3> marks;

    template <class Outcome>
    histogram_span(const Outcome& result, const histogram_chart_options<T>& options) : never(0.0), marks{} {
        if (result.draws() == 0) {
            throw std::domain_error("histogram_chart: the outcome has no draws; simulate with at least one");
        }
        never = result.probability_never();
        marks = result.quantiles(std::array{0.05, 0.5, 0.95});
        if (options.range) {
            for (const double end : {options.range.from(), options.range.to()}) {
                shown.add(chartable("histogram_chart", "an end of the range", value_from_base<T>(end)));
            }
        }
        if (!(never < 1.0)) return;
        if (!options.range) choose(result, options.axis, options.bars);
        if constexpr (!any_date<T>) logarithmic = is_logarithmic("histogram_chart", options.axis, shown);
    }

  private:
    template <class Outcome>
    [[gnu::cold]] void choose(const Outcome& result, axis_kind kind, double bars) {
        // Ranks among the draws that happen, as probabilities among all.
        const double all = static_cast<double>(result.draws());
        const double ranks = all > 1.0 ? (floor(all * (1.0 - never) + 0.5) - 1.0) / (all - 1.0) : 0.0;
        std::array<double, 6> q{0.002, 0.05, 0.25, 0.75, 0.95, 0.998};
        for (double& p : q) p *= ranks;
        const auto values = result.quantiles(q);
        for (std::size_t i = 0; i < q.size(); ++i) q[i] = base_value_of(values[i]);
        // The quartiles alone need not be far: what they are cut off from may be.
        for (const std::size_t i : {2U, 3U}) static_cast<void>(chartable("histogram_chart", "a quantile", values[i]));
        bool by_logarithm = false;
        if constexpr (!any_date<T>) by_logarithm = is_logarithmic("histogram_chart", kind, {q[0], q[5]});
        const auto place = [&](double x) { return by_logarithm ? log(x) : x; };
        const double distance = q[2] < q[3] ? place(q[3]) - place(q[2]) : (place(q[4]) - place(q[1])) / 3.0;
        const auto reach = [&](std::size_t quartile, std::size_t mark, std::size_t end) {
            const auto from_quartile = [&](std::size_t i) { return abs(place(q[i]) - place(q[quartile])); };
            const double fence = std::max(3.0 * distance, std::min(4.0 * distance, from_quartile(mark)));
            return distance > 0.0 ? std::min(fence, from_quartile(end)) : from_quartile(end);
        };
        double down = reach(2, 1, 0);
        double up = reach(3, 4, 5);
        const double between = place(q[3]) - place(q[2]);
        const double most = bars * least_of_a_third(result, ranks, place);
        if (down + between + up > most) {
            const double kept = std::max(most - between, 0.0) / (down + up);
            down = std::min(down, std::max(distance, kept * down));
            up = std::min(up, std::max(distance, kept * up));
        }
        for (const double end : {place(q[2]) - down, place(q[3]) + up}) {
            shown.add(chartable("histogram_chart", "a quantile", value_from_base<T>(by_logarithm ? exp(end) : end)));
        }
        // Rounding does not cut off the draws at an end.
        for (const std::size_t i : {0U, 5U}) {
            if (abs(q[i] - (i == 0 ? shown.lo : shown.hi)) <= 1e-9 * abs(q[i])) shown.add(q[i]);
        }
    }

    /// The least part of the axis, above zero, that holds a third of the draws: a bar should not be wider.
    template <class Outcome, class Place>
    [[nodiscard, gnu::cold]] double least_of_a_third(const Outcome& result, double ranks, const Place& place) const {
        std::array<double, 13> p{};
        for (std::size_t i = 0; i < p.size(); ++i) {
            p[i] = ranks * std::max(0.002, std::min(0.998, static_cast<double>(i) / 12.0));
        }
        const auto values = result.quantiles(p);
        double least = no_limit;
        for (std::size_t i = 0; i + 4 < p.size(); ++i) {
            const double part = place(base_value_of(values[i + 4])) - place(base_value_of(values[i]));
            if (part > 0.0) least = std::min(least, part);
        }
        return least;
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

/// A line through the bars with its words above them, in one of several rows; without a style, words alone.
struct histogram_mark {
    double at;
    const char* style;
    std::string text;
    double from = 0.0;
    double to = 0.0;
    double row = 0.0;
};

/// Puts the words of marks into as many rows as keep them apart. \returns how many.
template <class = void>
[[nodiscard, gnu::cold]] std::size_t place_marks(const chart_canvas& canvas, std::vector<histogram_mark>& marks);

/// Where bars of one width in the picture begin, and where the last ends.
template <class = void>
[[nodiscard, gnu::cold]] std::vector<double> bar_edges(const axis_range& range, bool logarithmic, int bars);

template <class = void>
[[gnu::cold]] void draw_marks(chart_canvas& canvas, const std::vector<histogram_mark>& marks, double first_row,
                              const plot_area& area);

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string histogram_of(const Outcome& result, const histogram_chart_options<T>& options) {
    if (options.bars < 5 || options.bars > 200) {
        headway::detail::value_breaks_a_rule("histogram_chart", "bars", "must be between 5 and 200", options.bars);
    }
    histogram_span<T> span(result, options);
    const bool happens = span.never < 1.0;
    const auto& [p5, p50, p95] = span.marks;
    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    const auto say_base = [&](double value) { return say(value_from_base<T>(value)); };
    constexpr const char* before = any_date<T> ? "before" : "below";
    const std::string never_text = detail::share_text(span.never);
    std::string description = "Median " + say(p50) + "; 90 % between " + say(p5) + " and " + say(p95) + ".";
    if (span.never > 0.0) description += " Never in " + never_text + " of draws.";
    std::vector<bool> line_is_shown;
    for (const auto& line : options.lines) {
        const double x = chartable("histogram_chart", "the value of a line", line.value);
        const bool inside = x >= span.shown.lo && x <= span.shown.hi;
        line_is_shown.push_back(happens && (options.range ? inside : reach_to(span.shown, x, span.logarithmic)));
        description += " " + headway::detail::shown_text(line.label) + (line.label.empty() ? "" : ", ") +
                       say(line.value) + ": " + detail::share_text(result.probability_below(line.value)) +
                       " of draws lie " + before + " it.";
    }
    detail::chart_canvas canvas(
        detail::texts_of("histogram_chart", options, "Distribution of the outcome", std::move(description)));

    const double never_width = span.never > 0.0 ? 116.0 : 0.0;
    detail::chart_axis x_axis;
    std::vector<double> shares;
    std::vector<double> edges;
    double early = 0.0;
    double late = 0.0;
    if (happens) {
        const axis_kind kind = span.logarithmic ? axis_kind::logarithmic : axis_kind::linear;
        x_axis = detail::make_axis<T>("histogram_chart", span.shown, kind, options.unit, any_date<T> ? 7 : 6, false);
        const double lo = x_axis.scale.lo;
        const double hi = x_axis.scale.hi;
        edges = detail::bar_edges({lo, hi}, x_axis.scale.logarithmic, options.bars);
        shares = detail::shares_between(result, edges);
        early = result.probability_below(value_from_base<T>(lo));
        late = 1.0 - span.never - early;
        for (const double share : shares) late -= share;
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
    std::vector<detail::histogram_mark> marks;
    constexpr const char* names[] = {"5 %: ", "median: ", "95 %: "};
    for (std::size_t i = 0; i < 3; ++i) {
        const double x = base_value_of(span.marks[i]);
        const char* const style = i == 1 ? "hw-mark" : "hw-dash";
        const std::string text = names[i] + detail::label_text(span.marks[i], p5, p95, options.unit);
        if (!(x < no_limit)) {
            marks.push_back({right + 0.5 * never_width + 10.0, nullptr, text});
        } else if (x_axis.scale.shows(x)) {
            marks.push_back({x_axis.scale(x), style, text});
        } else {
            marks.push_back({x_axis.scale(x), nullptr, x < x_axis.scale.lo ? "← " + text : text + " →"});
        }
    }
    for (std::size_t i = 0; i < options.lines.size(); ++i) {
        if (!line_is_shown[i]) continue;
        marks.push_back({x_axis.scale(base_value_of(options.lines[i].value)), "hw-second-line",
                         detail::line_text(options.lines[i], options.unit)});
    }
    const std::size_t rows = detail::place_marks(canvas, marks);
    detail::draw_y_name(canvas, y_axis, "share of draws in each bar");
    const double first_row = canvas.y + 4.0;
    area.top = first_row + detail::line_height * static_cast<double>(rows) + 4.0;
    area.bottom = area.top + 0.42 * options.width;
    canvas.y = area.top;
    detail::draw_y_axis(canvas, y_axis, area);
    detail::draw_x_axis(canvas, x_axis, area);
    const double end_of_axis = canvas.y;

    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double from = x_axis.scale(edges[i]);
        const double width = x_axis.scale(edges[i + 1]) - from - 0.8;
        const double top = y_axis.scale(shares[i]);
        const std::string told =
            say_base(edges[i]) + " to " + say_base(edges[i + 1]) + ": " + detail::share_text(shares[i]) + " of draws";
        constexpr double easily_hit = 44.0;
        if (area.bottom - top < easily_hit) canvas.rect("hw-hit", from, area.bottom - easily_hit, width, easily_hit, told);
        if (shares[i] > 0.0) canvas.rect("hw-main", from, top, width, area.bottom - top, told);
    }
    if (span.never > 0.0) {
        const double left = right + 40.0;
        const double width = never_width - 56.0;
        const double top = area.bottom - (area.bottom - area.top) * span.never;
        canvas.rect("hw-second", left, top, width, area.bottom - top, "never: " + never_text + " of draws");
        canvas.path("hw-axis", "M" + detail::svg_number(left) + " " + detail::svg_number(area.top) + "h" +
                                   detail::svg_number(width) + "V" + detail::svg_number(area.bottom) + "h" +
                                   detail::svg_number(-width) + "Z");
        canvas.text("hw-soft", left + 0.5 * width, area.bottom + 31.0, detail::anchor::middle, "never");
        canvas.text("hw-halo", left + 0.5 * width, std::max(top - 8.0, area.top + 24.0), detail::anchor::middle,
                    detail::short_share_text(span.never));
    }
    detail::draw_marks(canvas, marks, first_row, area);
    canvas.y = end_of_axis;
    if (span.never > 0.0) canvas.note("Never in " + never_text + " of draws: the outlined column is all of them.");
    std::string outside;
    if (early > 1e-9) outside = detail::share_text(early) + " of draws " + before + " " + say_base(edges.front());
    if (late > 1e-9) {
        outside += (outside.empty() ? "" : ", ") + detail::share_text(late) + (outside.empty() ? " of draws " : " ") +
                   (any_date<T> ? "after " : "above ") + say_base(edges.back());
    }
    if (!outside.empty()) canvas.note("Not shown: " + outside + ".");
    for (std::size_t i = 0; i < options.lines.size(); ++i) {
        if (!line_is_shown[i]) detail::note_line_not_shown(canvas, detail::line_text(options.lines[i], options.unit));
    }
    return canvas.finish();
}

}  // namespace detail

/// A histogram of an outcome as an SVG picture: the share of draws in each of equally wide bars, marks at the 5 %, 50 %
/// and 95 % quantiles with their values, lines where they are asked for, and beside the axis a column that is filled to the
/// share of draws in which it never happens. Unless a range is asked for, the bars reach over 99.6 % of the draws that
/// happen or, of a distribution with long tails, as far as lets its body be seen; a remark tells the shares beyond. A line
/// that lies further off than half the axis is told in a remark. Works on streaming runs too.
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

#if HEADWAY_BODIES
#include <headway/chart/bodies/histogram_chart.hpp>
#endif
