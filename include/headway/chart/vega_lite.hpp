// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <headway/chart/comparison_chart.hpp>
#include <headway/chart/detail/vega_spec.hpp>
#include <headway/chart/fan_chart.hpp>
#include <headway/chart/histogram_chart.hpp>
#include <headway/chart/tornado_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string vega_histogram(const Outcome& result, const histogram_chart_options<T>& options) {
    if (options.bars < 5 || options.bars > 200) {
        headway::detail::value_breaks_a_rule("vega_lite", "bars", "must be between 5 and 200", options.bars);
    }
    const histogram_span<T> range(result, options);
    const auto say = [&](const T& value) { return chart_text(value, options.unit); };
    std::string told = "Median " + say(range.marks[1]) + "; 90 % between " + say(range.marks[0]) + " and " + say(range.marks[2]) + ".";
    if (range.never > 0.0) told += " Never in " + share_text(range.never) + " of draws.";
    vega_rows rows;
    std::vector<std::string> layers;
    if (range.never < 1.0) {
        const vega_scale scale = make_vega_scale<T>(
            "vega_lite", range.shown, range.logarithmic ? axis_kind::logarithmic : axis_kind::linear, options.unit, false);
        axis_range bars = range.shown;
        if (bars.lo == bars.hi) {
            const double per = scale.is_date ? 1e-3 : scale.size;
            bars = {scale.lo * per, scale.hi * per};
        }
        const std::vector<double> edges = bar_edges(bars, scale.logarithmic, options.bars);
        const std::vector<double> shares = shares_between(result, edges);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            rows.begin();
            rows.put("from", scale.value(edges[i]));
            rows.put("to", scale.value(edges[i + 1]));
            rows.put("share", json_number(shares[i]));
        }
        layers.push_back("{\"mark\": {\"type\": \"rect\", \"color\": \"" + std::string(vega_main) +
                         "\", \"stroke\": \"white\", \"strokeWidth\": 0.5}, \"encoding\": {" + scale.channel("x", "from") +
                         ", \"x2\": {\"field\": \"to\"}, \"y\": {\"field\": \"share\", \"type\": \"quantitative\", \"title\": "
                         "\"share of draws in each bar\", \"axis\": {\"format\": \".1~%\"}}, \"y2\": {\"datum\": 0}}}");
        for (std::size_t i = 0; i < 3; ++i) {
            const double at = base_value_of(range.marks[i]);
            if (!(at < no_limit)) continue;
            layers.push_back("{\"data\": {\"values\": [{\"at\": " + scale.value(at) + "}]}, \"mark\": {\"type\": \"rule\", \"color\": \"" +
                             vega_ink + "\", \"strokeWidth\": 2" + (i == 1 ? "" : ", \"strokeDash\": [6, 4]") + "}, \"encoding\": {" +
                             scale.channel("x", "at") + "}}");
        }
    } else {
        rows.begin();
        rows.put("said", "\"never in every draw\"");
        layers.push_back("{\"mark\": {\"type\": \"text\", \"fontSize\": 16}, \"encoding\": {\"text\": {\"field\": \"said\"}}}");
    }
    return vega_spec(texts_of("vega_lite", options, "Distribution of the outcome", told), told, rows,
                     json_number(0.42 * options.width), layers);
}

template <class Outcome, any_value T>
[[nodiscard, gnu::cold]] std::string vega_fan(const fan<Outcome>& forecast, const fan_chart_options<T>& options) {
    const fan_points<T> points(forecast);
    vega_scale times = make_vega_scale<date>("vega_lite", points.times, axis_kind::linear, {}, points.dates.size() == 1);
    const vega_scale values = make_vega_scale<T>("vega_lite", points.values, options.axis, options.unit, true);
    const char* const names[] = {"low", "quarter", "median", "threequarters", "high"};
    vega_rows rows;
    for (std::size_t i = 0; i < points.dates.size(); ++i) {
        rows.begin();
        rows.put("date", times.value(points.dates[i].seconds_since_1970()));
        for (std::size_t k = 0; k < 5; ++k) {
            const double at = base_value_of(points.quantiles[i][k]);
            rows.put(names[k], k == 2 && at == no_limit ? "null" : values.value(at));
        }
    }
    const bool is_one = points.dates.size() == 1;
    // By a field and not by a datum, to which Vega-Lite's own schema gives no scale.
    const std::string hues = "\"color\": {\"field\": \"band\", \"type\": \"nominal\", \"scale\": {\"domain\": [\"median\", \"25 to 75 %\", \"5 to 95 %\"], \"range\": [\"#0072b2\", \"#80b9d9\", "
                             "\"#cce3f0\"]}, \"title\": null, \"legend\": {\"orient\": \"top\"}}";
    const auto is_called = [](const char* name) {
        return "{\"transform\": [{\"calculate\": \"'" + std::string(name) + "'\", \"as\": \"band\"}], ";
    };
    const auto band = [&](const char* from, const char* to, const char* name) {
        const char* const mark = is_one ? "{\"type\": \"rule\", \"strokeWidth\": 60" : "{\"type\": \"area\"";
        return is_called(name) + "\"mark\": " + mark + "}, \"encoding\": {" + times.channel("x", "date") + ", " + values.channel("y", from) +
               ", \"y2\": {\"field\": \"" + to + "\"}, " + hues + "}}";
    };
    std::vector<std::string> layers{band("low", "high", "5 to 95 %"), band("quarter", "threequarters", "25 to 75 %")};
    layers.push_back(is_called("median") + "\"mark\": {\"type\": " + (is_one ? "\"tick\", \"size\": 60, \"thickness\": 3" : "\"line\", \"strokeWidth\": 3") +
                     "}, \"encoding\": {" + times.channel("x", "date") + ", " + values.channel("y", "median") +
                     ", " + hues + "}}");
    const std::string told = points.most_never > 0.0 ? "Never in up to " + share_text(points.most_never) +
                                                           " of draws; a quantile that is never lies at the top."
                                                     : "";
    const auto say = [&](std::size_t i) {
        const auto& q = points.quantiles[i];
        return "on " + to_text(points.dates[i]) + " " + chart_text(q[2], options.unit) + " (90 % between " + chart_text(q[0], options.unit) +
               " and " + chart_text(q[4], options.unit) + ")";
    };
    const std::size_t last = points.dates.size() - 1;
    return vega_spec(texts_of("vega_lite", options, "Forecast over time", "Median " + say(0) + (last > 0 ? ", " + say(last) : "") + "."),
                     told, rows, json_number(0.47 * options.width), layers);
}

}  // namespace detail

/// The charts as Vega-Lite specifications (version 5), for web pages and notebooks: `vega_lite(x, options)` shows what
/// `histogram_chart`, `fan_chart`, `comparison_chart` and `tornado_chart` of the same arguments show, by which the overload
/// is chosen. JSON with the data in it and nothing to load; values are in the unit of the axis, dates are milliseconds since
/// 1970 in UTC. What is never stands at the end of the axis, with an arrow, or is told in the subtitle.
/// \throws std::domain_error as the chart. *Not for* reading values back: units are chosen for people; see `json`, `csv`.
/// Source: Vega-Lite 5, https://vega.github.io/vega-lite/docs/.
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const outcome<T>& result, const histogram_chart_options<T>& options = {}) {
    return detail::vega_histogram(result, options);
}
/// Of a forecast over time: as `fan_chart`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const fan<outcome<T>>& forecast, const fan_chart_options<T>& options = {}) {
    return detail::vega_fan(forecast, options);
}

/// The same of a forecast that was updated: each draw counts by its weight.
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const weighted_outcome<T>& result, const histogram_chart_options<T>& options = {}) {
    return detail::vega_histogram(result, options);
}
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const fan<weighted_outcome<T>>& forecast, const fan_chart_options<T>& options = {}) {
    return detail::vega_fan(forecast, options);
}

/// Of scenarios: as `comparison_chart`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<comparison_chart_row<T>>& scenarios,
                                               const comparison_chart_options<T>& options = {}) {
    const auto [shown, range] = detail::shown_scenarios("vega_lite", scenarios, options.most_rows);
    const detail::vega_scale scale = detail::make_vega_scale<T>("vega_lite", range, options.axis, options.unit, true);
    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    detail::vega_rows rows;
    std::vector<std::string> names;
    std::string description;
    for (const std::size_t i : shown) {
        const auto& row = scenarios[i];
        description += row.name + ": median " + say(row.median) + ", 90 % between " + say(row.low) + " and " + say(row.high) + ". ";
        rows.begin();
        rows.put("name", detail::vega_row_name(names, row.name));
        rows.put("low", scale.value(base_value_of(row.low)));
        rows.put("median", base_value_of(row.median) == no_limit ? "null" : scale.value(base_value_of(row.median)));
        rows.put("high", scale.value(base_value_of(row.high)));
        rows.put("never", base_value_of(row.high) == no_limit ? "true" : "false");
    }
    description.pop_back();
    const std::string where = std::string(detail::vega_row_channel) + ", ";
    std::vector<std::string> layers{
        "{\"mark\": {\"type\": \"rule\", \"strokeWidth\": 4, \"color\": \"" + std::string(detail::vega_main) + "\"}, \"encoding\": {" + where +
            scale.channel("x", "low") + ", \"x2\": {\"field\": \"high\"}}}",
        "{\"mark\": {\"type\": \"point\", \"filled\": true, \"opacity\": 1, \"size\": 160, \"color\": \"" + std::string(detail::vega_second) +
            "\"}, \"encoding\": {" + where + scale.channel("x", "median") + "}}",
        detail::vega_arrow(scale, "high")};
    const double first = base_value_of(scenarios[shown[0]].median);
    if (first < no_limit) {
        layers.insert(layers.begin(), "{\"data\": {\"values\": [{\"first\": " + scale.value(first) + "}]}, \"mark\": {\"type\": \"rule\", \"strokeDash\": [6, 4], "
                                      "\"color\": \"" + detail::vega_ink + "\"}, \"encoding\": {" + scale.channel("x", "first") + "}}");
    }
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Comparison of scenarios", std::move(description)),
                             "median and 5 to 95 %; dashed: the median of the first", rows, "{\"step\": 34}", layers);
}
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const comparison<T>& scenarios, const comparison_chart_options<T>& options = {}) {
    return vega_lite(detail::rows_of(scenarios), options);
}

/// Of what the forecast becomes at the ends of each input: as `tornado_chart`.
template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<tornado_chart_row<T>>& bars, const T& baseline,
                                               const tornado_chart_options<T>& options = {}) {
    const double centre = base_value_of(baseline);
    const auto [shown, range] = detail::shown_bars("vega_lite", bars, baseline, options.most_rows);
    const detail::vega_scale scale = detail::make_vega_scale<T>("vega_lite", range, options.axis, options.unit, true);
    const auto say = [&](const T& value) { return detail::chart_text(value, options.unit); };
    std::string description = "Baseline " + say(baseline) + ".";
    detail::vega_rows rows;
    std::vector<std::string> names;
    for (const std::size_t i : shown) {
        const auto& bar = bars[i];
        const std::string name = detail::vega_row_name(names, bar.label);
        description += " " + bar.label + ": " + say(bar.at_low) + " at its low value, " + say(bar.at_high) + " at its high value.";
        const double low = base_value_of(bar.at_low);
        const double high = base_value_of(bar.at_high);
        // Where both ends lie on one side, the longer bar comes first and is thicker, so that neither hides the other.
        const bool one_side = (low > centre && high > centre) || (low < centre && high < centre);
        const bool low_is_longer = abs(low - centre) >= abs(high - centre);
        for (const bool first : {true, false}) {
            const bool is_low = first == low_is_longer;
            const std::string& words = is_low ? bar.low_text : bar.high_text;
            rows.begin();
            rows.put("name", name);
            rows.put("input", is_low ? "\"input low\"" : "\"input high\"");
            rows.put("value", detail::vega_text(words));
            rows.put("from", scale.value(centre));
            rows.put("to", scale.value(is_low ? low : high));
            rows.put("thickness", first || !one_side ? "22" : "11");
            rows.put("never", (is_low ? low : high) == no_limit ? "true" : "false");
        }
    }
    const std::vector<std::string> layers{
        "{\"mark\": {\"type\": \"bar\"}, \"encoding\": {" + std::string(detail::vega_row_channel) + ", " + scale.channel("x", "from") +
            ", \"x2\": {\"field\": \"to\"}, \"size\": {\"field\": \"thickness\", \"type\": \"quantitative\", \"scale\": null, \"legend\": null}, "
            "\"tooltip\": {\"field\": \"value\", \"type\": \"nominal\"}, \"color\": {\"field\": \"input\", \"type\": \"nominal\", \"scale\": {\"domain\": "
            "[\"input low\", \"input high\"], \"range\": [\"" + detail::vega_main + "\", \"" + detail::vega_second +
            "\"]}, \"title\": null, \"legend\": {\"orient\": \"top\"}}}}",
        detail::vega_arrow(scale, "to"),
        "{\"data\": {\"values\": [{\"baseline\": " + scale.value(centre) + "}]}, \"mark\": {\"type\": \"rule\", \"strokeWidth\": 2, \"color\": \"" +
            detail::vega_ink + "\"}, \"encoding\": {" + scale.channel("x", "baseline") + "}}"};
    return detail::vega_spec(detail::texts_of("vega_lite", options, "What the forecast depends on most", std::move(description)),
                             "baseline: " + say(baseline), rows, "{\"step\": 30}", layers);
}
template <any_value T, class... Assumptions>
[[nodiscard, gnu::cold]] std::string vega_lite(const tornado_bars<T, Assumptions...>& bars, const tornado_chart_options<T>& options = {}) {
    return vega_lite(detail::rows_of(bars), bars.baseline(), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
