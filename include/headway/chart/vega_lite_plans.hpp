// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <headway/chart/calibration_chart.hpp>
#include <headway/chart/detail/vega_spec.hpp>
#include <headway/chart/gantt_chart.hpp>
#include <headway/chart/learning_curve_chart.hpp>
#include <headway/chart/track_record_chart.hpp>
#include <headway/chart/two_way_chart.hpp>
#include <headway/chart/waterfall_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// A schedule with uncertainty as a Vega-Lite specification: as `gantt_chart`. \throws std::domain_error as the chart.
template <class Options = gantt_chart_options>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<gantt_chart_row>& stages, const Options& options = {}) {
    const auto [shown, range] = detail::shown_stages("vega_lite", stages, options.most_rows);
    const detail::vega_scale scale = detail::make_vega_scale<date>("vega_lite", range, axis_kind::linear, {}, true);
    detail::vega_rows rows;
    std::vector<std::string> names;
    std::string description;
    for (const std::size_t i : shown) {
        const auto& s = stages[i];
        description += s.stage + ": " + to_text(s.start[1]) + " to " + to_text(s.end[1]) + ". ";
        rows.begin();
        rows.put("name", detail::vega_row_name(names, s.stage));
        for (std::size_t k = 0; k < 3; ++k) {
            constexpr const char* const fields[3][2] = {{"earliest", "endlow"}, {"start", "end"}, {"startlate", "latest"}};
            rows.put(fields[k][0], scale.value(s.start[k].seconds_since_1970()));
            rows.put(fields[k][1], scale.value(s.end[k].seconds_since_1970()));
        }
        rows.put("stage", s.critical >= 0.5 ? "\"critical\"" : "\"not critical\"");
        rows.put("never", s.end[2].is_never() ? "true" : "false");
    }
    if (!description.empty()) description.pop_back();
    const std::string colour = ", \"color\": {\"field\": \"stage\", \"type\": \"nominal\", \"scale\": {\"domain\": [\"not critical\", \"critical\"], "
                               "\"range\": [\"" + std::string(detail::vega_main) + "\", \"" + detail::vega_second +
                               "\"]}, \"title\": null, \"legend\": {\"orient\": \"top\"}}}}";
    const auto bar = [&](const char* from, const char* to, const char* look) {
        return std::string("{\"mark\": {\"type\": \"bar\", ") + look + "}, \"encoding\": {" + detail::vega_row_channel + ", " +
               scale.channel("x", from) + ", \"x2\": {\"field\": \"" + to + "\"}" + colour;
    };
    const std::vector<std::string> layers{
        bar("earliest", "latest", "\"opacity\": 0.3"), bar("start", "end", "\"height\": 16"),
        "{\"mark\": {\"type\": \"rule\", \"strokeWidth\": 2, \"color\": \"" + std::string(detail::vega_ink) + "\"}, \"encoding\": {" +
            detail::vega_row_channel + ", " + scale.channel("x", "endlow") + ", \"x2\": {\"field\": \"latest\"}}}",
        detail::vega_arrow(scale, "latest")};
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Schedule", std::move(description)),
                             "median start to end; paler: earliest start (5 %) to latest end (95 %); line: the end, 5 to 95 %", rows,
                             "{\"step\": 34}", layers);
}
template <std::size_t Size>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::array<gantt_row<double>, Size>& schedule, const gantt_chart_options& options = {}) {
    return vega_lite(std::vector<gantt_chart_row>(schedule.begin(), schedule.end()), options);
}

/// From one value to another, step by step: as `waterfall_chart`, with every step.
template <any_value V>
[[nodiscard, gnu::cold]] std::string vega_lite(const V& before, const std::vector<waterfall_chart_step<V>>& steps,
                                               const waterfall_chart_options<V>& options = {}) {
    static_cast<void>(detail::largest_rows("vega_lite", detail::sizes_of("vega_lite", steps), options.most_rows));  // for its checks
    const auto way = detail::way_of("vega_lite", before, steps);
    const std::vector<double>& at = way.at;
    const detail::vega_scale scale = detail::make_vega_scale<V>("vega_lite", way.range, axis_kind::linear, options.unit, true);
    const auto say = [&](double value) { return detail::chart_text(value_from_base<V>(value), options.unit); };
    const char* const lower = any_date<V> ? "earlier" : "lower";
    const char* const higher = any_date<V> ? "later" : "higher";
    detail::vega_rows rows;
    std::vector<std::string> names;
    std::string description = options.before + ": " + say(at.front()) + ".";
    const auto end = [&](const std::string& name, double value) {
        rows.begin();
        rows.put("name", detail::vega_row_name(names, name));
        rows.put("value", scale.value(value));
        rows.put("told", detail::vega_text(say(value)));
    };
    end(options.before, at.front());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string by = steps[i].remark.empty() ? detail::difference_text<V>(steps[i].change, options.unit) : steps[i].remark;
        description += " " + steps[i].label + ": " + by + ".";
        rows.begin();
        rows.put("name", detail::vega_row_name(names, steps[i].label));
        rows.put("from", scale.value(at[i]));
        rows.put("to", scale.value(at[i + 1]));
        rows.put("direction", at[i + 1] < at[i] ? "\"" + std::string(lower) + "\"" : "\"" + std::string(higher) + "\"");
        rows.put("told", detail::vega_text(by));
    }
    end(options.after, at.back());
    description += " " + options.after + ": " + say(at.back()) + ".";
    // Each layer has some of the rows, of which Vega-Lite would take those of the first layer first.
    std::string order;
    for (const std::string& name : names) order += (order.empty() ? "" : ", ") + detail::json_string(name);
    const std::string where = "\"y\": {\"field\": \"name\", \"type\": \"nominal\", \"title\": null, \"axis\": {\"labelLimit\": 320}, \"scale\": "
                              "{\"domain\": [" + order + "]}}, ";
    const std::string tooltip = ", \"tooltip\": {\"field\": \"told\", \"type\": \"nominal\"}";
    const std::vector<std::string> layers{
        "{\"transform\": [{\"filter\": \"isValid(datum.from)\"}], \"mark\": {\"type\": \"bar\"}, \"encoding\": {" + where + scale.channel("x", "from") +
            ", \"x2\": {\"field\": \"to\"}" + tooltip + ", \"color\": {\"field\": \"direction\", \"type\": \"nominal\", \"scale\": {\"domain\": [\"" + lower +
            "\", \"" + higher + "\"], \"range\": [\"" + detail::vega_main + "\", \"" + detail::vega_second +
            "\"]}, \"title\": null, \"legend\": {\"orient\": \"top\"}}}}",
        "{\"transform\": [{\"filter\": \"isValid(datum.value)\"}], \"mark\": {\"type\": \"point\", \"filled\": true, \"opacity\": 1, \"size\": 140, \"color\": \"" +
            std::string(detail::vega_ink) + "\"}, \"encoding\": {" + where + scale.channel("x", "value") + tooltip + "}}"};
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Why the answer moved", std::move(description)),
                             options.before + ": " + say(at.front()) + "; " + options.after + ": " + say(at.back()), rows, "{\"step\": 30}", layers);
}

/// Of `explain_change(before, after)`; of the probability of never where the statistic itself is never on the way.
template <any_value V, class... Assumptions>
[[nodiscard, gnu::cold]] std::string vega_lite(const change_attribution<V, Assumptions...>& why, const waterfall_chart_options<V>& options = {}) {
    return detail::draw_attribution(
        why, options, [](const auto& before, const auto& steps, const auto& how) { return vega_lite(before, steps, how); });
}

/// A statistic for each pair of levels of two inputs, as colours with the values in them: as `two_way_chart`.
template <any_value V>
[[nodiscard, gnu::cold]] std::string vega_lite(const two_way_table<V>& table, const two_way_chart_options<V>& options = {}) {
    static_cast<void>(detail::range_of_cells("vega_lite", table));  // for its checks
    detail::vega_rows rows;
    const auto& down = table.rows();
    const auto& across = table.columns();
    for (std::size_t r = 0; r < down.levels.size(); ++r) {
        for (std::size_t c = 0; c < across.levels.size(); ++c) {
            const V value = table.at(r, c).value;
            rows.begin();
            rows.put("down", detail::vega_text(down.levels[r]));
            rows.put("across", detail::vega_text(across.levels[c]));
            rows.put("value", base_value_of(value) == no_limit ? "null" : detail::json_number(base_value_of(value)));
            rows.put("told", detail::vega_text(detail::text_of_cell(table, value, options.unit)));
        }
    }
    const std::string where = "\"x\": {\"field\": \"across\", \"type\": \"ordinal\", \"sort\": null, \"title\": " + detail::vega_text(across.input) +
                              ", \"axis\": {\"labelAngle\": 0}}, \"y\": {\"field\": \"down\", \"type\": \"ordinal\", \"sort\": null, \"title\": " +
                              detail::vega_text(down.input) + "}";
    const std::vector<std::string> layers{
        "{\"mark\": {\"type\": \"rect\"}, \"encoding\": {" + where +
            ", \"color\": {\"field\": \"value\", \"type\": \"quantitative\", \"scale\": {\"range\": [\"#e5f1f8\", \"#80b9d9\"], \"zero\": false}, \"legend\": null}}}",
        "{\"mark\": {\"type\": \"text\", \"fontSize\": 13, \"color\": \"" + std::string(detail::vega_ink) + "\"}, \"encoding\": {" + where +
            ", \"text\": {\"field\": \"told\", \"type\": \"nominal\"}}}"};
    const std::string statistic = table.statistic() + " by " + down.input + " and " + across.input;
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Two inputs at once", statistic), statistic, rows, "{\"step\": 34}", layers);
}

/// How often intervals held against what they stated: as `calibration_chart`.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<calibration_chart_point>& points, const Options& options = {}) {
    detail::require_calibration_points("vega_lite", points);
    detail::vega_rows rows;
    std::string description;
    for (const auto& p : points) {
        description += (description.empty() ? "" : " ") + detail::share_text(p.nominal) + ": " + detail::share_text(p.observed) +
                       (p.cases > 0 ? " of " + std::to_string(p.cases) + "." : ".");
        rows.begin();
        rows.put("stated", detail::json_number(p.nominal));
        rows.put("observed", detail::json_number(p.observed));
        if (p.cases == 0) continue;
        const double chance = detail::reach_of_chance(p);
        rows.put("low", detail::json_number(std::max(0.0, p.nominal - chance)));
        rows.put("high", detail::json_number(std::min(1.0, p.nominal + chance)));
    }
    const detail::vega_scale x = detail::vega_share_scale(options.stated);
    const detail::vega_scale y = detail::vega_share_scale(options.observed);
    const std::vector<std::string> layers{
        "{\"data\": {\"values\": [{\"a\": 0, \"b\": 0}, {\"a\": 1, \"b\": 1}]}, \"mark\": {\"type\": \"line\", \"strokeDash\": [6, 4], \"color\": \"" +
            std::string(detail::vega_ink) + "\"}, \"encoding\": {" + x.channel("x", "a") + ", " + y.channel("y", "b") + "}}",
        "{\"transform\": [{\"filter\": \"isValid(datum.low)\"}], \"mark\": {\"type\": \"rule\", \"strokeWidth\": 2, \"color\": \"#4b535d\"}, \"encoding\": {" +
            x.channel("x", "stated") + ", " + y.channel("y", "low") + ", \"y2\": {\"field\": \"high\"}}}",
        "{\"mark\": {\"type\": \"point\", \"filled\": true, \"opacity\": 1, \"size\": 140, \"color\": \"" + std::string(detail::vega_second) +
            "\"}, \"encoding\": {" + x.channel("x", "stated") + ", " + y.channel("y", "observed") + "}}"};
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Calibration", std::move(description)),
                             "dashed: calibrated; lines: chance, two standard deviations", rows, detail::json_number(0.6 * options.width), layers);
}
/// Of a track record: how often the 50, 80 and 90 % intervals of numbers and dates held.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string vega_lite(const track_record_row& row, const Options& options = {}) {
    return vega_lite(detail::coverage_points(row), options);
}
/// Of its events: as `reliability_chart`, whose arguments those of the calibration plot are too.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string reliability_vega_lite(const track_record_row& row, const Options& options = {}) {
    const auto points = detail::reliability_points(row);
    return vega_lite(points, detail::reliability_options(points, options));
}
/// Of the coverage of a hindcast, without lines of chance, for forecasts from overlapping windows are not independent.
template <class Options = calibration_chart_options>
[[nodiscard, gnu::cold]] std::string vega_lite(const score_summary& scores, const Options& options = {}) {
    std::vector<calibration_chart_point> points;
    for (const double level : score_summary::levels) points.push_back({level, scores.coverage(level)});
    return vega_lite(points, options);
}

/// Observations and a fitted experience curve with its interval, on logarithmic axes: as `learning_curve_chart`.
template <any_value Output, any_value Cost>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<learning_chart_point<Output, Cost>>& points,
                                               const std::vector<learning_chart_step<Output, Cost>>& curve,
                                               const learning_curve_chart_options<Output, Cost>& options = {}) {
    const auto [outputs, costs] = detail::ranges_of("vega_lite", points, curve);
    const auto x = detail::make_vega_scale<Output>("vega_lite", outputs, axis_kind::logarithmic, options.output_unit, true);
    const auto y = detail::make_vega_scale<Cost>("vega_lite", costs, axis_kind::logarithmic, options.cost_unit, true);
    detail::vega_rows rows;
    for (const auto& p : points) {
        rows.begin();
        rows.put("output", x.value(base_value_of(p.output)));
        rows.put("cost", y.value(base_value_of(p.cost)));
    }
    for (const auto& s : curve) {
        rows.begin();
        rows.put("at", x.value(base_value_of(s.output)));
        rows.put("low", y.value(base_value_of(s.low)));
        rows.put("centre", y.value(base_value_of(s.centre)));
        rows.put("high", y.value(base_value_of(s.high)));
    }
    const std::string of_curve = "{\"transform\": [{\"filter\": \"isValid(datum.at)\"}], \"mark\": {\"type\": ";
    const std::vector<std::string> layers{
        of_curve + "\"area\", \"opacity\": 0.25, \"color\": \"" + detail::vega_main + "\"}, \"encoding\": {" + x.channel("x", "at") + ", " +
            y.channel("y", "low") + ", \"y2\": {\"field\": \"high\"}}}",
        of_curve + "\"line\", \"strokeWidth\": 3, \"color\": \"" + detail::vega_main + "\"}, \"encoding\": {" + x.channel("x", "at") + ", " +
            y.channel("y", "centre") + "}}",
        "{\"transform\": [{\"filter\": \"isValid(datum.cost)\"}], \"mark\": {\"type\": \"point\", \"filled\": true, \"opacity\": 1, \"size\": 90, \"color\": \"" +
            std::string(detail::vega_second) + "\"}, \"encoding\": {" + x.channel("x", "output") + ", " + y.channel("y", "cost") + "}}"};
    const std::string told = "observations, the fitted curve and its " + options.interval;
    return detail::vega_spec(detail::texts_of("vega_lite", options, "Learning curve", told), told, rows, detail::json_number(0.5 * options.width), layers);
}

}  // namespace headway::report

#include <headway/header_end.hpp>
