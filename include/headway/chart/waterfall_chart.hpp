// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_rows.hpp>
#include <headway/sensitivity/change_attribution.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One step of a waterfall: what it is called, and by how much it changes the value.
template <any_value V>
struct waterfall_chart_step {
    using difference_type = typename value_traits<V>::difference_type;
    std::string label;
    difference_type change;
    std::string remark = {};  ///< beside the name; the change in words where it is left out

    waterfall_chart_step(std::string name, const difference_type& by, std::string words = {})
        : label(std::move(name)), change(by), remark(std::move(words)) {}
};

/// How to draw a waterfall; every part may be left out.
template <any_value V>
struct waterfall_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<V> unit = {};
    std::string before = "before";
    std::string after = "after";
    std::size_t most_rows = 20;  ///< from 1 to 200; of more steps the greatest are shown, and the others as one
    double width = 720.0;        ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// A difference in words, with its sign: "+9.13 months", "−1.92 million USD", "no change".
template <any_value V>
[[nodiscard, gnu::cold]] std::string difference_text(const typename value_traits<V>::difference_type& by,
                                                     const chart_unit<V>& unit) {
    const double x = base_value_of(by);
    if (x == 0.0) return "no change";  // of time it would be "0 seconds"
    const auto size = value_from_base<typename value_traits<V>::difference_type>(x < 0.0 ? -x : x);
    std::string text = to_text(size);
    if constexpr (!any_date<V>) {
        if (unit)
            text = unit.name() == "%" ? to_text(base_value_of(size) / unit.size()) + " points" : chart_text(size, unit);
    }
    return (x > 0.0 ? "+" : "−") + text;
}

/// How far each step goes.
template <any_value V>
[[nodiscard, gnu::cold]] std::vector<double> sizes_of(const char* function, const std::vector<waterfall_chart_step<V>>& steps) {
    std::vector<double> sizes;
    for (const auto& step : steps) {
        const double by = base_value_of(step.change);
        require_chartable(function, "a step", by);
        sizes.push_back(by < 0.0 ? -by : by);
    }
    return sizes;
}

/// The value before the first step and after each.
struct values_on_the_way {
    std::vector<double> at;
    axis_range range;
};
template <any_value V>
[[nodiscard, gnu::cold]] values_on_the_way way_of(const char* function, const V& before,
                                                  const std::vector<waterfall_chart_step<V>>& steps) {
    values_on_the_way way{{chartable(function, "the value before", before)}, {}};
    for (const auto& step : steps) {
        way.at.push_back(way.at.back() + base_value_of(step.change));
        static_cast<void>(chartable(function, "a value on the way", value_from_base<V>(way.at.back())));
    }
    for (const double value : way.at) way.range.add(value);
    return way;
}

/// What is drawn of an attribution, by `draw(before, steps, options)`: a change of a probability in per cent, and that of the
/// probability of never where the statistic itself is never somewhere on the way.
template <any_value V, class... Assumptions, class Draw>
[[nodiscard, gnu::cold]] std::string draw_attribution(const change_attribution<V, Assumptions...>& why,
                                                      waterfall_chart_options<V> options, const Draw& draw) {
    if (!why.happens()) {
        waterfall_chart_options<double> of_never;
        of_never.title = options.title;
        of_never.description = options.description;
        of_never.id = options.id;
        of_never.before = options.before;
        of_never.after = options.after;
        of_never.most_rows = options.most_rows;
        of_never.width = options.width;
        return draw_attribution(why.never(), of_never, draw);
    }
    double scale = 1.0;
    if (why.is_probability()) {
        if constexpr (std::is_same_v<V, double>) options.unit = chart_unit<double>("%");
        scale = 100.0;
    }
    std::vector<waterfall_chart_step<V>> steps;
    for (const auto& part : why) {
        steps.emplace_back(
            part.input, value_from_base<typename value_traits<V>::difference_type>(scale * base_value_of(part.change)));
    }
    if (options.title.empty()) {
        const std::string moved = why.is_probability() ? why.statistic() : "the answer";
        options.title = "Why " + moved + " moved";
    }
    return draw(value_from_base<V>(scale * base_value_of(why.before())), steps, options);
}

}  // namespace detail

/// How one value becomes another as an SVG picture (a waterfall): a line at the first, a bar for each step from where the
/// last one ended, a line at what they lead to.
/// \throws std::domain_error for no steps, values on the way that cannot be drawn (not a number, never, beyond 1e250 or the
/// year 30000), or options outside their ranges.
template <any_value V>
[[nodiscard, gnu::cold]] std::string waterfall_chart(const V& before, const std::vector<waterfall_chart_step<V>>& steps,
                                                     const waterfall_chart_options<V>& options = {}) {
    std::vector<waterfall_chart_step<V>> shown;
    const auto chosen = detail::largest_rows("waterfall_chart", detail::sizes_of("waterfall_chart", steps), options.most_rows);
    double others = 0.0;
    for (std::size_t i = 0, c = 0; i < steps.size(); ++i) {
        if (c < chosen.size() && chosen[c] == i) {
            shown.push_back(steps[i]);
            ++c;
        } else {
            others += base_value_of(steps[i].change);
        }
    }
    if (shown.size() < steps.size()) {
        shown.emplace_back(std::to_string(steps.size() - shown.size()) + " others",
                           value_from_base<typename value_traits<V>::difference_type>(others));
    }
    const auto way = detail::way_of("waterfall_chart", before, shown);
    const std::vector<double>& at = way.at;
    auto axis = detail::make_axis<V>("waterfall_chart", way.range, axis_kind::linear, options.unit, 6, true);

    const auto say = [&](double value) { return detail::chart_text(value_from_base<V>(value), options.unit); };
    std::string description = options.before + ": " + say(at.front()) + ".";
    std::vector<detail::row_words> words{{options.before, say(at.front())}};
    for (const auto& step : shown) {
        const std::string by = detail::difference_text<V>(step.change, options.unit);
        words.push_back({step.label, step.remark.empty() ? by : step.remark});
        description += " " + step.label + ": " + by + ".";
    }
    words.push_back({options.after, say(at.back())});
    description += " " + options.after + ": " + say(at.back()) + ".";

    detail::chart_canvas canvas(
        detail::texts_of("waterfall_chart", options, "Why the answer moved", std::move(description)));
    using detail::legend_entry;
    canvas.legend({{legend_entry::swatch::area, "hw-main", any_date<V> ? "earlier" : "lower"},
                   {legend_entry::swatch::area, "hw-second", any_date<V> ? "later" : "higher"}});
    const detail::row_plot plot(canvas, axis, words);
    const auto& y = plot.centres();
    const auto mark = [&](double value, double centre, const std::string& name) {
        canvas.line_over("hw-mark", axis.scale(value), centre - 17.0, axis.scale(value), centre + 17.0);
        canvas.circle("hw-point", axis.scale(value), centre, 7.0, name + ": " + say(value));
    };
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const double from = axis.scale(at[k]);
        const double to = axis.scale(at[k + 1]);
        const std::string told = shown[k].label + ": " + detail::difference_text<V>(shown[k].change, options.unit) +
                                 ", from " + say(at[k]) + " to " + say(at[k + 1]);
        plot.tell(canvas, k + 1, told);
        canvas.rect(at[k + 1] < at[k] ? "hw-main" : "hw-second", std::min(from, to), y[k + 1] - 13.0, abs(to - from),
                    26.0, told);
        canvas.line("hw-mark", from, y[k + 1] - 17.0, from, y[k + 1] + 17.0);  // where the step before has led
    }
    mark(at.front(), y.front(), options.before);
    mark(at.back(), y.back(), options.after);
    return canvas.finish();
}

/// The chart of `explain_change(before, after)`; of the probability of never where the statistic itself is never somewhere
/// on the way. \throws std::domain_error where nothing has changed: there is nothing to draw.
template <any_value V, class... Assumptions>
[[nodiscard, gnu::cold]] std::string waterfall_chart(const change_attribution<V, Assumptions...>& why,
                                                     const waterfall_chart_options<V>& options = {}) {
    return detail::draw_attribution(why, options, [](const auto& before, const auto& steps, const auto& how) {
        return waterfall_chart(before, steps, how);
    });
}

}  // namespace headway::report

#include <headway/header_end.hpp>
