// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/detail/chart_rows.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/sensitivity/tornado.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One input of a tornado: what the forecast becomes when this input alone takes its low and its high value. An end may
/// be never (an infinite value).
template <any_value T>
struct tornado_chart_row {
    std::string label;
    T at_low;
    T at_high;
    std::string low_text = {};   ///< the input's low value in words
    std::string high_text = {};  ///< the input's high value in words

    tornado_chart_row(std::string input, const T& low_end, const T& high_end, std::string low_value = {},
                      std::string high_value = {})
        : label(std::move(input)), at_low(low_end), at_high(high_end), low_text(std::move(low_value)),
          high_text(std::move(high_value)) {}
};

/// How to draw a tornado; every part may be left out.
template <any_value T>
struct tornado_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    axis_kind axis = axis_kind::automatic;
    std::size_t most_rows = 20;  ///< from 1 to 200; of more inputs those with the widest swing are shown
    double width = 720.0;        ///< of the view box, from 320 to 4000; above 720 texts are small on a phone
};

namespace detail {

/// The bars that are shown, the widest swing first.
template <any_value T>
[[nodiscard, gnu::cold]] shown_rows shown_bars(const char* function, const std::vector<tornado_chart_row<T>>& bars,
                                               const T& baseline, std::size_t most) {
    const double centre = chartable_or_never(function, "the baseline", baseline);
    std::vector<double> swings;
    for (const auto& bar : bars) {
        const double low = chartable_or_never(function, "an end of a bar", bar.at_low);
        const double high = chartable_or_never(function, "an end of a bar", bar.at_high);
        const double least = std::min({low, high, centre});
        const double greatest = std::max({low, high, centre});
        swings.push_back(least == greatest ? 0.0 : greatest - least);
    }
    shown_rows shown{largest_rows(function, swings, most), {}};
    headway::detail::sort_stably(shown.places, [&](std::size_t a, std::size_t b) { return swings[a] > swings[b]; });
    shown.range.add(centre);
    for (const std::size_t i : shown.places) {
        shown.range.add(base_value_of(bars[i].at_low));
        shown.range.add(base_value_of(bars[i].at_high));
    }
    if (shown.range.empty()) {
        throw std::domain_error(std::string(function) + ": every end is never; there is nothing to draw");
    }
    return shown;
}

template <any_value T, class... Assumptions>
[[nodiscard, gnu::cold]] std::vector<tornado_chart_row<T>> rows_of(const tornado_bars<T, Assumptions...>& bars) {
    std::vector<tornado_chart_row<T>> rows;
    for (const auto& bar : bars) {
        rows.emplace_back(std::string(bar.input), bar.low.result, bar.high.result, bar.low.input.text(),
                          bar.high.input.text());
    }
    return rows;
}

}  // namespace detail

/// A tornado diagram as an SVG picture: for each input a bar from the baseline to what the forecast becomes at the
/// input's low and high value, the widest swing on top, the input's values beside its name. An end that is never is an
/// arrow into a column beside the axis that says so.
/// \throws std::domain_error for no bars, ends or a baseline that cannot be drawn (not a number, beyond 1e250 or the
/// year 30000), when all of them are never, for values that are not above zero on a logarithmic axis, or for options
/// outside their ranges.
template <any_value T>
[[nodiscard, gnu::cold]] std::string tornado_chart(const std::vector<tornado_chart_row<T>>& bars, const T& baseline,
                                        const tornado_chart_options<T>& options = {}) {
    constexpr double never = no_limit;
    const double centre = base_value_of(baseline);
    const auto [shown, range] = detail::shown_bars("tornado_chart", bars, baseline, options.most_rows);
    auto axis = detail::make_axis<T>("tornado_chart", range, options.axis, options.unit, 6, true);

    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    std::string description = "Baseline " + say(baseline) + ".";
    bool any_never = centre == never;
    std::vector<std::string> told_low;
    std::vector<std::string> told_high;
    for (const std::size_t i : shown) {
        const auto with = [](const std::string& text) { return text.empty() ? "" : " (" + text + ")"; };
        description += " " + bars[i].label + ": " + say(bars[i].at_low) + " at its low value" + with(bars[i].low_text) +
                       ", " + say(bars[i].at_high) + " at its high value" + with(bars[i].high_text) + ".";
        told_low.push_back(bars[i].label + " at its low value" + with(bars[i].low_text) + ": " + say(bars[i].at_low));
        told_high.push_back(bars[i].label + " at its high value" + with(bars[i].high_text) + ": " +
                            say(bars[i].at_high));
        any_never = any_never || base_value_of(bars[i].at_low) == never || base_value_of(bars[i].at_high) == never;
    }
    detail::chart_canvas canvas(
        detail::texts_of("tornado_chart", options, "What the forecast depends on most", std::move(description)));
    using detail::legend_entry;
    canvas.legend({{legend_entry::swatch::area, "hw-main", "input low"},
                   {legend_entry::swatch::area, "hw-second", "input high"},
                   {legend_entry::swatch::line, "hw-mark", "baseline: " + say(baseline)}});
    std::vector<detail::row_words> words;
    for (const std::size_t i : shown) {
        const bool worded = !bars[i].low_text.empty() || !bars[i].high_text.empty();
        words.push_back({bars[i].label, worded ? bars[i].low_text + " to " + bars[i].high_text : ""});
    }
    const detail::row_plot plot(canvas, axis, words, any_never);
    const double base = axis.scale(centre);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const auto& bar = bars[shown[k]];
        const double y = plot.centres()[k];
        plot.tell(canvas, k, told_low[k] + "; " + told_high[k]);
        const auto draw = [&](const char* style, const T& end, double half, const std::string& told) {
            const double at = axis.scale(base_value_of(end));
            canvas.rect(style, std::min(at, base), y - half, abs(at - base), 2.0 * half, told);
            if (base_value_of(end) == never) plot.draw_never(canvas, k, "hw-mark", -1.0);
        };
        // Where both ends lie on one side, the longer bar is drawn first and taller, so that neither hides the other.
        const double low = axis.scale(base_value_of(bar.at_low)) - base;
        const double high = axis.scale(base_value_of(bar.at_high)) - base;
        const double shorter = low * high > 0.0 ? 7.0 : 13.0;
        if (abs(low) >= abs(high)) {
            draw("hw-main", bar.at_low, 13.0, told_low[k]);
            draw("hw-second", bar.at_high, shorter, told_high[k]);
        } else {
            draw("hw-second", bar.at_high, 13.0, told_high[k]);
            draw("hw-main", bar.at_low, shorter, told_low[k]);
        }
        canvas.line("hw-mark", base, y - 17.0, base, y + 17.0);
    }
    detail::note_rows_left_out(canvas, bars.size(), shown.size(), "inputs with the widest swing");
    return canvas.finish();
}

/// The chart of a `tornado(forecast)`.
template <any_value T, class... Assumptions>
[[nodiscard, gnu::cold]] std::string tornado_chart(const tornado_bars<T, Assumptions...>& bars,
                                        const tornado_chart_options<T>& options = {}) {
    return tornado_chart(detail::rows_of(bars), bars.baseline(), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
