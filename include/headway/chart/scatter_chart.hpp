// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include <headway/chart/chart_plot.hpp>
#include <headway/sensitivity/spearman.hpp>
#include <headway/text/utf8.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One draw: the value of an input, and of the answer.
template <any_value Input, any_value Answer>
struct scatter_chart_point {
    Input input;
    Answer answer;
};

/// How to draw a scatter chart; every part may be left out.
template <any_value Input, any_value Answer>
struct scatter_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    std::string input = {};        ///< what the input is called; by default as the assumption
    std::string answer = {};       ///< what the answer is called; by default as the output
    chart_unit<Input> input_unit = {};
    chart_unit<Answer> answer_unit = {};
    axis_kind input_axis = axis_kind::automatic;
    axis_kind answer_axis = axis_kind::automatic;
    std::size_t most_points = 500;  ///< from 1 to 5000; of more draws the first are shown
    double width = 720.0;           ///< of the view box, from 320 to 4000; texts are 20 units high
};

namespace detail {

inline constexpr std::string_view scatter_style =
    ".hw-chart .hw-dot{fill:#0072b2;fill:var(--hw-main);fill-opacity:.5}";

/// How input and answer rise and fall together, over all draws; empty where that cannot be told.
struct rank_correlation {
    std::optional<double> value;
    std::optional<double> standard_error;

    /// "0.62, standard error 0.013"
    [[nodiscard, gnu::cold]] std::string text() const;
};

/// Of independent pairs. Of fewer than three there is none.
template <class = void>
[[nodiscard, gnu::cold]] rank_correlation rank_correlation_of(std::span<const double> x, std::span<const double> y);

/// The draws of a scatter chart, in base units; `told` is of those that are shown, the first of all.
struct scatter_draws {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::string> told;
    rank_correlation correlation;
    std::string input;
    std::string answer;
    std::string input_range;   ///< in words, of those that are shown
    std::string answer_range;  ///< as above, empty where all are never

    [[nodiscard]] std::size_t shown() const noexcept { return told.size(); }
    [[nodiscard]] std::size_t never() const noexcept;
    /// What is said of how the two rise and fall together.
    [[nodiscard, gnu::cold]] std::string correlation_text() const;
    [[nodiscard, gnu::cold]] std::string never_text() const;
    /// What a reader has to know beside that.
    [[nodiscard, gnu::cold]] std::string remark() const;
    [[nodiscard]] bool shows_never() const;
};

/// What the axes have to hold.
struct scatter_ranges {
    axis_range inputs;
    axis_range answers;  ///< empty where all of those shown are never
};

template <class = void>
[[nodiscard, gnu::cold]] std::string scatter_words(const scatter_draws& draws);

/// \param y_axis of the answers that are not never; none where all of those shown are
template <class = void>
[[nodiscard, gnu::cold]] std::string scatter_picture(chart_texts texts, const scatter_draws& draws, chart_axis x_axis,
                                                     std::optional<chart_axis> y_axis);

/// Says of draws what is said of them. \param number of each draw that is shown, for who points at it
template <any_value Input, any_value Answer>
[[nodiscard, gnu::cold]] scatter_ranges tell_draws(scatter_draws& draws, const std::vector<std::uint64_t>& number,
                                                   const scatter_chart_options<Input, Answer>& options) {
    draws.input = headway::detail::shown_text(options.input.empty() ? "input" : options.input);
    draws.answer = headway::detail::shown_text(options.answer.empty() ? "answer" : options.answer);
    const auto input_text = [&](double x) { return chart_text(value_from_base<Input>(x), options.input_unit); };
    const auto answer_text = [&](double y) { return chart_text(value_from_base<Answer>(y), options.answer_unit); };
    scatter_ranges ranges;
    auto& [inputs, answers] = ranges;
    for (std::size_t i = 0; i < number.size(); ++i) {
        inputs.add(chartable("scatter_chart", "an input", value_from_base<Input>(draws.x[i])));
        answers.add(chartable_or_never("scatter_chart", "an answer", value_from_base<Answer>(draws.y[i])));
        draws.told.push_back("draw " + std::to_string(number[i]) + ": " + input_text(draws.x[i]) + ", " +
                             answer_text(draws.y[i]));
    }
    draws.input_range = input_text(inputs.lo) + " to " + input_text(inputs.hi);
    if (!answers.empty()) draws.answer_range = answer_text(answers.lo) + " to " + answer_text(answers.hi);
    return ranges;
}

template <any_value Input, any_value Answer>
[[nodiscard, gnu::cold]] std::string scatter_of(const scatter_draws& draws, const scatter_ranges& ranges,
                                                const scatter_chart_options<Input, Answer>& options) {
    const auto& [inputs, answers] = ranges;
    auto x_axis = make_axis<Input>("scatter_chart", inputs, options.input_axis, options.input_unit, 6, true);
    std::optional<chart_axis> y_axis;
    if (!answers.empty()) {
        y_axis = make_axis<Answer>("scatter_chart", answers, options.answer_axis, options.answer_unit, 6, true,
                                   options.width >= 600.0);
    }
    auto texts = texts_of("scatter_chart", options, "Input and answer, draw by draw", scatter_words(draws));
    return scatter_picture(std::move(texts), draws, std::move(x_axis), std::move(y_axis));
}

template <class = void>
[[gnu::cold]] void require_most_points(std::size_t most);

/// What is drawn of points, by `picture(draws, ranges, options)`.
template <any_value Input, any_value Answer, class Draw>
[[nodiscard, gnu::cold]] std::string scatter_of_points(const std::vector<scatter_chart_point<Input, Answer>>& points,
                                                       const scatter_chart_options<Input, Answer>& options,
                                                       const Draw& picture) {
    require_most_points(options.most_points);
    if (points.empty()) throw std::domain_error("scatter_chart: there are no points to draw; give at least one");
    scatter_draws draws;
    std::vector<std::uint64_t> number;
    for (const auto& point : points) {
        draws.x.push_back(chartable("scatter_chart", "an input", point.input));
        draws.y.push_back(chartable_or_never("scatter_chart", "an answer", point.answer));
        if (number.size() < options.most_points) number.push_back(number.size());
    }
    draws.correlation = rank_correlation_of(draws.x, draws.y);
    const scatter_ranges ranges = tell_draws(draws, number, options);
    return picture(draws, ranges, options);
}

/// The same of a run.
template <any_value Input, any_value Answer, label Name, class Model, class... Assumptions, class Draw>
[[nodiscard, gnu::cold]] std::string
scatter_of_run(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
               const outcome<Answer>& result, std::string_view output,
               scatter_chart_options<Input, Answer> options, const Draw& picture) {
    constexpr bool is_an_input = ((Assumptions::name == Name.view()) || ...);
    static_assert(is_an_input, "scatter_chart: this assumption is not among the forecast's inputs");
    require_most_points(options.most_points);
    using headway::detail::typed_model;
    const headway::detail::model_call model = typed_model<basic_forecast<Model, Assumptions...>>::call(forecast);
    scatter_draws draws;
    draws.y = headway::detail::draws_of_run("scatter_chart", model, dates, result.identity(), result.column());
    std::size_t place = 0;
    while (model.inputs[place].name != Name.view()) ++place;
    draws.x = headway::detail::drawn_again(model, result.identity(), result.column().kept())[place];
    const auto row = headway::detail::spearman_of_run(model, dates, result.identity(), result.column())[place];
    draws.correlation = {row.value, row.standard_error};
    std::vector<std::uint64_t> number;
    for (const auto& range : result.column().kept()) {
        for (std::uint64_t draw = range.first; draw < range.last() && number.size() < options.most_points; ++draw) {
            number.push_back(draw);
        }
    }
    if (options.input.empty()) options.input = Name.view();
    if (options.answer.empty()) options.answer = output;
    const scatter_ranges ranges = tell_draws(draws, number, options);
    return picture(draws, ranges, options);
}

/// As a picture.
inline constexpr auto draw_scatter = [](const scatter_draws& draws, const scatter_ranges& ranges, const auto& options) {
    return scatter_of(draws, ranges, options);
};

}  // namespace detail

/// Draws of an input against those of the answer as an SVG picture (a scatter plot), with Spearman's rank correlation of
/// all of them and its standard error, as `spearman` has both for independent draws: equal values share their average
/// rank, and what never comes ranks last. Answers that are never stand in a row of their own above the others and are
/// counted. Of more than `most_points` draws the first are shown, and a remark says so: evenly spaced ones of a Sobol'
/// sequence would lie in a few of its cells only. Axes are logarithmic where the values ask for it, and say so.
/// \throws std::domain_error for no points, inputs that cannot be drawn (never, not a number, beyond 1e250 or the year
/// 30000) and such answers but never, or options outside their ranges.
template <any_value Input, any_value Answer>
[[nodiscard, gnu::cold]] std::string scatter_chart(const std::vector<scatter_chart_point<Input, Answer>>& points,
                                                   const scatter_chart_options<Input, Answer>& options = {}) {
    return detail::scatter_of_points(points, options, detail::draw_scatter);
}

/// The same of one input of a forecast, in the draws of a run: `scatter_chart(f, simulate(f, options), decline)`. Costs no
/// run of the model: the inputs are drawn again, which their keys allow. Of a run with several outputs name one,
/// `scatter_chart<"cost">(f, run, decline)`; of a fan give the date after the assumption. An assumption that the forecast
/// does not read does not compile. *Not for* the effect of an input alone: what it shares with others that are correlated
/// with it is in the picture too.
/// \throws std::domain_error as `spearman` and as above.
template <label Output = "", class Model, class... Assumptions, class Outcome, label Name, class Input,
          any_value Answer = typename std::remove_cvref_t<decltype(headway::detail::outcome_of<Output>(
              std::declval<const Outcome&>()))>::value_type>
[[nodiscard, gnu::cold]] std::string
scatter_chart(const basic_forecast<Model, Assumptions...>& forecast, const Outcome& run,
              const named_assumption<Name, Input>&,
              const std::type_identity_t<scatter_chart_options<Input, Answer>>& options = {}) {
    return detail::scatter_of_run<Input, Answer, Name>(forecast, {}, headway::detail::outcome_of<Output>(run),
                                                       Output.view(), options, detail::draw_scatter);
}
template <label Output = "", class Model, class... Assumptions, class Outcome, label Name, class Input,
          any_value Answer = typename std::remove_cvref_t<decltype(headway::detail::outcome_of<Output>(
              std::declval<const Outcome&>()))>::value_type>
[[nodiscard, gnu::cold]] std::string
scatter_chart(const basic_forecast<Model, Assumptions...>& forecast, const fan<Outcome>& run,
              const named_assumption<Name, Input>&, const date& when,
              const std::type_identity_t<scatter_chart_options<Input, Answer>>& options = {}) {
    return detail::scatter_of_run<Input, Answer, Name>(
        forecast, run.dates(), headway::detail::outcome_of<Output>(run.at(when)), Output.view(), options,
        detail::draw_scatter);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/scatter_chart.hpp>
#endif
