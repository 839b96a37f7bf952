// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/chart/convergence_chart.hpp>
#include <headway/chart/detail/vega_spec.hpp>
#include <headway/chart/scatter_chart.hpp>
#include <headway/chart/stacked_probability_chart.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

/// What is told to who points at a mark.
inline constexpr const char* vega_told = ", \"tooltip\": {\"field\": \"told\", \"type\": \"nominal\"}";

/// A line across a plot at one value, upright where the channel is x.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_line_at(const vega_scale& scale, const char* channel, double at, const char* look);

template <class = void>
[[nodiscard, gnu::cold]] std::string vega_stacked(const stacked_shares& shares, const std::string& remark,
                                                  const stacked_probability_chart_options& options);

template <label... Kinds, class Outcome>
[[nodiscard, gnu::cold]] std::string vega_kinds(const fan<Outcome>& forecast, const stacked_probability_chart_options& options) {
    const simulated_kinds found = kinds_of<Kinds...>(forecast, options);
    return vega_stacked(stacked(forecast.dates(), found.kinds), found.remark(), options);
}

/// The points of a scatter chart in layers: those that happen, and those that are never at the end of the axis.
inline constexpr auto vega_scatter = []<any_value Input, any_value Answer>(const scatter_draws& draws, const scatter_ranges& ranges,
                                                                          const scatter_chart_options<Input, Answer>& options) {
    const vega_scale x =
        make_vega_scale<Input>("vega_lite", ranges.inputs, options.input_axis, options.input_unit, true).called(draws.input);
    const bool some_happen = !ranges.answers.empty();
    vega_scale y;
    if (some_happen) {
        y = make_vega_scale<Answer>("vega_lite", ranges.answers, options.answer_axis, options.answer_unit, true).called(draws.answer);
    }
    vega_rows rows;
    for (std::size_t i = 0; i < draws.shown(); ++i) {
        const bool never = !(draws.y[i] < no_limit);
        rows.begin();
        rows.put("input", x.value(draws.x[i]));
        rows.put("answer", some_happen ? y.value(draws.y[i]) : "\"never\"");
        rows.put("never", never ? "true" : "false");
        rows.put("told", json_string(draws.told[i]));
    }
    const std::string up = some_happen ? y.channel("y", "answer")
                                       : "\"y\": {\"field\": \"answer\", \"type\": \"nominal\", \"title\": " + vega_text(draws.answer) + "}";
    const auto points = [&](const char* which, const char* look) {
        return "{\"transform\": [{\"filter\": \"" + std::string(which) + "\"}], \"mark\": {\"type\": \"point\", \"filled\": true, " + look +
               "}, \"encoding\": {" + x.channel("x", "input") + ", " + up + vega_told + "}}";
    };
    const std::string dot = "\"size\": 40, \"opacity\": 0.5, \"color\": \"" + std::string(vega_main) + "\"";
    std::vector<std::string> layers{points("!datum.never", dot.c_str())};
    if (draws.shows_never()) {
        const std::string arrow = "\"shape\": \"triangle-up\", \"size\": 60, \"opacity\": 0.8, \"color\": \"" + std::string(vega_ink) + "\"";
        layers.push_back(points("datum.never", arrow.c_str()));
    }
    const std::string remark = draws.remark();
    return vega_spec(texts_of("vega_lite", options, "Input and answer, draw by draw", scatter_words(draws)),
                     draws.correlation_text() + "." + (remark.empty() ? "" : " " + remark), rows, json_number(0.5 * options.width), layers);
};

template <any_value T>
[[nodiscard, gnu::cold]] std::string vega_convergence(const convergence_story& story, const convergence_chart_options<T>& options) {
    using difference = typename value_traits<T>::difference_type;
    const bool has_values = !story.values_shown.empty();
    const bool has_errors = !story.errors_shown.empty();
    const vega_scale x = make_vega_scale<double>("vega_lite", story.draws_shown(), axis_kind::logarithmic, {"draws"}, false);
    vega_scale values;
    vega_scale errors;
    if (has_values) {
        values = make_vega_scale<T>("vega_lite", story.values_shown, axis_kind::linear, options.unit, true).called("running " + story.statistic);
    }
    if (has_errors) {
        errors = make_vega_scale<difference>("vega_lite", story.errors_shown, axis_kind::logarithmic, error_unit_of(options), true)
                     .called("standard error");
    }
    const bool is_one = story.steps.size() == 1;
    vega_rows rows;
    for (std::size_t i = 0; i < story.steps.size(); ++i) {
        const auto& step = story.steps[i];
        rows.begin();
        rows.put("draws", x.value(step.draws));
        if (has_values) {
            rows.put("value", step.value < no_limit ? values.value(step.value) : "null");
            rows.put("low", values.value(step.low));
            rows.put("high", values.value(step.high));
        }
        if (has_errors) rows.put("error", step.error > 0.0 && step.error < no_limit ? errors.value(step.error) : "null");
        rows.put("told", json_string(story.told[i]));
    }
    const auto line = [&](const vega_scale& scale, const char* field) {
        const char* const mark = is_one ? "{\"type\": \"point\", \"filled\": true, \"size\": 140" : "{\"type\": \"line\", \"strokeWidth\": 3, \"point\": true";
        // Of itself Vega-Lite joins points in the order of a date.
        return "{\"mark\": " + std::string(mark) + ", \"color\": \"" + vega_main + "\"}, \"encoding\": {" + x.channel("x", "draws") + ", " +
               scale.channel("y", field) + (is_one ? "" : ", \"order\": {\"field\": \"draws\", \"type\": \"quantitative\"}") + vega_told + "}}";
    };
    const auto stop = [&](vega_plot& plot) {
        const std::string look = "\"color\": \"" + std::string(vega_second) + "\"";
        if (story.stops_early()) plot.layers.push_back(vega_line_at(x, "x", story.stop.draws, look.c_str()));
    };
    std::vector<vega_plot> plots;
    std::string legend;
    if (has_values) {
        legend = "Line: the " + story.statistic + " so far; area: its 90 % interval";
        vega_plot plot{json_number(0.36 * options.width), {}};
        if (!is_one) {
            plot.layers.push_back("{\"mark\": {\"type\": \"area\", \"opacity\": 0.2, \"color\": \"" + std::string(vega_main) + "\"}, \"encoding\": {" +
                                  x.channel("x", "draws") + ", " + values.channel("y", "low") + ", \"y2\": {\"field\": \"high\"}}}");
        }
        plot.layers.push_back(line(values, "value"));
        stop(plot);
        plots.push_back(std::move(plot));
    }
    if (has_errors) {
        vega_plot plot{json_number(0.28 * options.width), {line(errors, "error")}};
        if (story.allowed && *story.allowed > 0.0) {
            legend += std::string(legend.empty() ? "Dashed" : "; dashed") + ": the error asked";
            const std::string look = "\"strokeDash\": [6, 4], \"color\": \"" + std::string(vega_ink) + "\"";
            plot.layers.push_back(vega_line_at(errors, "y", *story.allowed, look.c_str()));
        }
        stop(plot);
        plots.push_back(std::move(plot));
    }
    if (story.stops_early() && !legend.empty()) legend += "; upright: where the run could have stopped";
    if (plots.empty()) {
        plots.push_back({"60", {"{\"data\": {\"values\": [{\"said\": \"never\"}]}, \"mark\": {\"type\": \"text\", \"fontSize\": 16}, "
                                "\"encoding\": {\"text\": {\"field\": \"said\"}}}"}});
    }
    return vega_spec(texts_of("vega_lite", options, story.title().c_str(), story.description()),
                     (legend.empty() ? "" : legend + ". ") + story.stop.words, rows, plots);
}

template <class Statistic>
concept followed_statistic = std::same_as<Statistic, statistic::mean_of_draws> || std::same_as<Statistic, statistic::quantile>;

}  // namespace detail

/// Which of several kinds an outcome is of, over time, as a Vega-Lite specification: as `stacked_probability_chart`.
/// \throws std::domain_error as the chart.
template <class = void>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds,
                                               const stacked_probability_chart_options& options = {});
/// Of a simulated forecast with an output for each kind: `vega_lite<"power", "chips">(forecast)`.
template <label... Kinds, template <class> class Of, class... Outputs>
[[nodiscard, gnu::cold]] std::string vega_lite(const fan<named_results<Of, Outputs...>>& forecast,
                                               const stacked_probability_chart_options& options = {}) {
    return detail::vega_kinds<Kinds...>(forecast, options);
}
/// Of one that returns the place of the kind, which has a fan chart too: the type of the options tells which is meant,
/// `vega_lite(forecast, stacked_probability_chart_options{.kinds = {"power", "chips"}})`.
template <class Outcome, std::same_as<stacked_probability_chart_options> Options>
[[nodiscard, gnu::cold]] std::string vega_lite(const fan<Outcome>& forecast, const Options& options) {
    return detail::vega_kinds(forecast, options);
}

/// Draws of an input against those of the answer: as `scatter_chart`. An answer that is never is an arrow at the end of the
/// axis. \throws std::domain_error as the chart.
template <any_value Input, any_value Answer>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<scatter_chart_point<Input, Answer>>& points,
                                               const scatter_chart_options<Input, Answer>& options = {}) {
    return detail::scatter_of_points(points, options, detail::vega_scatter);
}
/// Of one input of a forecast, in the draws of a run: `vega_lite(f, run, decline)`, `vega_lite<"cost">(f, run, decline)`.
template <label Output = "", class Model, class... Assumptions, class Outcome, label Name, class Input,
          any_value Answer = typename std::remove_cvref_t<decltype(headway::detail::outcome_of<Output>(
              std::declval<const Outcome&>()))>::value_type>
[[nodiscard, gnu::cold]] std::string
vega_lite(const basic_forecast<Model, Assumptions...>& forecast, const Outcome& run, const named_assumption<Name, Input>&,
          const std::type_identity_t<scatter_chart_options<Input, Answer>>& options = {}) {
    return detail::scatter_of_run<Input, Answer, Name>(forecast, {}, headway::detail::outcome_of<Output>(run), Output.view(),
                                                       options, detail::vega_scatter);
}
/// Of a forecast over time, on one of its dates.
template <label Output = "", class Model, class... Assumptions, class Outcome, label Name, class Input,
          any_value Answer = typename std::remove_cvref_t<decltype(headway::detail::outcome_of<Output>(
              std::declval<const Outcome&>()))>::value_type>
[[nodiscard, gnu::cold]] std::string
vega_lite(const basic_forecast<Model, Assumptions...>& forecast, const fan<Outcome>& run, const named_assumption<Name, Input>&,
          const date& when, const std::type_identity_t<scatter_chart_options<Input, Answer>>& options = {}) {
    return detail::scatter_of_run<Input, Answer, Name>(forecast, run.dates(), headway::detail::outcome_of<Output>(run.at(when)),
                                                       Output.view(), options, detail::vega_scatter);
}

/// How a statistic of a run converges, as two plots one below the other: as `convergence_chart`, `vega_lite(run,
/// statistic::median)`, or of the shards of a run. \throws std::domain_error as the chart.
template <any_value T, detail::followed_statistic Statistic>
[[nodiscard, gnu::cold]] std::string vega_lite(const outcome<T>& run, const Statistic& of,
                                               const convergence_chart_options<T>& options = {}) {
    return detail::vega_convergence(detail::story_of_run(run, of, options), options);
}
template <any_value T, detail::followed_statistic Statistic>
[[nodiscard, gnu::cold]] std::string vega_lite(const std::vector<outcome<T>>& shards, const Statistic& of,
                                               const convergence_chart_options<T>& options = {}) {
    return detail::vega_convergence(detail::story_of_run(shards, of, options), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/vega_lite_runs.hpp>
#endif
