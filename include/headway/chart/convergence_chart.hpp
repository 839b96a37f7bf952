// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <optional>

#include <headway/chart/chart_plot.hpp>
#include <headway/chart/detail/convergence_steps.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/simulation/known_to.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// How to draw the convergence of a run; every part may be left out.
template <any_value T>
struct convergence_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    chart_unit<T> unit = {};
    known_to until = {};   ///< how well the statistic was to be known, as the run was asked; its output's name is left aside
    double width = 720.0;  ///< of the view box, from 320 to 4000; texts are 20 units high
};

namespace detail {

/// What is shown of a run and said of it.
struct convergence_story {
    std::vector<convergence_step> steps;
    std::vector<std::string> told;  ///< of each step
    std::string statistic;
    axis_range values_shown;  ///< empty where it is never throughout
    axis_range errors_shown;  ///< empty where no step has one above zero
    std::optional<double> allowed;
    stopping stop;

    [[nodiscard]] bool stops_early() const noexcept { return stop.draws < steps.back().draws; }
    /// Of a single step the axis begins at half of its draws.
    [[nodiscard]] axis_range draws_shown() const {
        return {steps.size() == 1 ? 0.5 * steps.back().draws : steps.front().draws, steps.back().draws};
    }
    [[nodiscard, gnu::cold]] std::string title() const { return "How the " + statistic + " converges"; }
    [[nodiscard, gnu::cold]] std::string description() const;
};
/// With the axes that the picture has of these.
struct convergence_plot : convergence_story {
    std::optional<chart_axis> values;
    std::optional<chart_axis> errors;
};

/// One of the two plots: the line of what each step has, and below it the axis of draws.
template <class = void>
[[gnu::cold]] void draw_steps(chart_canvas& canvas, const convergence_plot& plot, chart_axis x_axis, chart_axis& y_axis,
                              double height, bool is_error);

template <class = void>
[[nodiscard, gnu::cold]] std::string convergence_picture(chart_texts texts, convergence_plot plot);

template <any_value T>
[[nodiscard, gnu::cold]] chart_unit<typename value_traits<T>::difference_type>
error_unit_of(const convergence_chart_options<T>& options) {
    if constexpr (any_date<T>) {
        return {};
    } else {
        return options.unit;
    }
}

template <any_value T>
[[nodiscard, gnu::cold]] convergence_story story_of(std::vector<convergence_step> steps, const converging& what,
                                                    const headway::detail::draw_record& whole, int looks_needed,
                                                    const convergence_chart_options<T>& options) {
    using difference = typename value_traits<T>::difference_type;
    const chart_unit<difference> error_unit = error_unit_of(options);
    const auto value_text = [&](double x) {
        return x == -no_limit ? "unknown" : chart_text(value_from_base<T>(x), options.unit);
    };
    const auto error_text = [&](double x) {
        if (!(x < no_limit)) return std::string("unknown");
        if (!error_unit) return to_text(value_from_base<difference>(x), 2);
        return chart_text(value_from_base<difference>(x), error_unit);
    };
    convergence_story story;
    story.statistic = what.name();
    auto& values = story.values_shown;
    auto& errors = story.errors_shown;
    for (const auto& step : steps) {
        const std::string draws = std::to_string(static_cast<std::uint64_t>(step.draws));
        std::string told = "after " + draws + (step.draws > 1.0 ? " draws: " : " draw: ") + story.statistic + " " +
                           value_text(step.value);
        const bool high_is_known = step.high < no_limit || whole.total().never > 0;
        if (step.low > -no_limit && high_is_known) {
            told += ", 90 % interval " + value_text(step.low) + " to " + value_text(step.high);
        }
        story.told.push_back(told + ", standard error " + error_text(step.error));
        for (const double x : {step.value, step.low, step.high}) {
            if (x > -no_limit) {
                values.add(chartable_or_never("convergence_chart", "the statistic", value_from_base<T>(x)));
            }
        }
        if (step.error > 0.0) {
            errors.add(chartable_or_never("convergence_chart", "its error", value_from_base<difference>(step.error)));
        }
    }
    if (what.asked) {
        story.allowed = headway::detail::error_of(whole, *what.asked).allowed;
        story.stop = stopping_of(steps, looks_needed, *story.allowed, error_text(*story.allowed));
        if (!errors.empty() && *story.allowed > 0.0) errors.add(*story.allowed);
    } else {
        story.stop.words = "The standard error is " + error_text(steps.back().error) + " after " +
                          std::to_string(static_cast<std::uint64_t>(steps.back().draws)) +
                          (steps.back().draws > 1.0 ? " draws." : " draw.");
    }
    story.steps = std::move(steps);
    return story;
}

template <any_value T>
[[nodiscard, gnu::cold]] std::string convergence_of(convergence_story story, const convergence_chart_options<T>& options) {
    using difference = typename value_traits<T>::difference_type;
    const bool words = options.width >= 600.0;
    auto texts = texts_of("convergence_chart", options, story.title().c_str(), story.description());
    convergence_plot plot{std::move(story), {}, {}};
    if (!plot.values_shown.empty()) {
        plot.values =
            make_axis<T>("convergence_chart", plot.values_shown, axis_kind::linear, options.unit, 5, true, words);
    }
    if (!plot.errors_shown.empty()) {
        plot.errors = make_axis<difference>("convergence_chart", plot.errors_shown, axis_kind::logarithmic,
                                            error_unit_of(options), 4, true, words);
    }
    return convergence_picture(std::move(texts), std::move(plot));
}

/// \throws std::domain_error for errors asked that do not fit a value of this type.
template <any_value T, class Statistic>
[[nodiscard, gnu::cold]] converging converging_of(const Statistic& of, known_to until) {
    constexpr bool is_mean = std::same_as<Statistic, statistic::mean_of_draws>;
    constexpr bool is_quantile = std::same_as<Statistic, statistic::quantile>;
    constexpr bool is_mean_or_quantile = is_mean || is_quantile;
    static_assert(is_mean_or_quantile,
                  "convergence_chart: give the statistic to follow, statistic::median, statistic::mean or "
                  "statistic::quantile(0.9)");
    converging what{converging::statistic::mean, 0.0, {}};
    if constexpr (is_quantile) {
        if (!(of.p > 0.0 && of.p < 1.0)) {
            headway::detail::value_breaks_a_rule("convergence_chart", "the quantile's probability",
                                                 "must lie between 0 and 1", of.p);
        }
        what = {converging::statistic::quantile, of.p, {}};
    }
    until.of = {};
    const error_targets targets(until);
    if (targets.size() > 0) {
        headway::detail::require_targets("convergence_chart", targets, headway::detail::output_kinds<T>,
                                         sampling_plan::max_draws);
    }
    what.asked = target_among(until, what.of, what.at);
    return what;
}

template <any_value T, class Statistic>
[[nodiscard, gnu::cold]] convergence_story story_of_run(const outcome<T>& run, const Statistic& of,
                                                        const convergence_chart_options<T>& options) {
    const converging what = converging_of<T>(of, options.until);
    const int looks_needed = run.identity().method == method::sobol ? 2 : 1;
    return story_of(steps_of_run(run.record(), what), what, run.record(), looks_needed, options);
}
/// Of shards, with a look at each.
template <any_value T, class Statistic>
[[nodiscard, gnu::cold]] convergence_story story_of_run(const std::vector<outcome<T>>& shards, const Statistic& of,
                                                        const convergence_chart_options<T>& options) {
    if (shards.empty()) throw std::domain_error("convergence_chart: there are no shards to draw; give at least one");
    const converging what = converging_of<T>(of, options.until);
    std::vector<convergence_step> steps;
    outcome<T> so_far = shards.front();
    for (std::size_t i = 0; i < shards.size(); ++i) {
        if (i > 0) so_far = merge(so_far, shards[i]);
        if (so_far.draws() > 0) steps.push_back(step_of(so_far.record(), what, true));
    }
    if (steps.empty()) throw std::domain_error("convergence_chart: the shards have no draws");
    return story_of(std::move(steps), what, so_far.record(), 1, options);
}

}  // namespace detail

/// How a statistic of a run converges as an SVG picture, `convergence_chart(run, statistic::median)`: above, the running
/// median, quantile or mean against the number of draws with its 90 % confidence interval, as `interval` has it; below,
/// its standard error, which falls with the root of the draws where they are independent, both axes logarithmic. With
/// `.until`, as the run had or might have had it, a line at the error that was asked, and the number of draws after which
/// a run that waits for it would have stopped, by the rule of `until`: it looks after 4096 draws and at each doubling, of
/// Sobol' points it stops at the second look in a row. Of independent and Sobol' draws that is what such a run does; those
/// of a Latin hypercube are laid out for their number, and fewer of them are drawn as they come.
///
/// After fewer draws the run is what it was then: the first draws of it, of Sobol' points the first of each scrambling. An
/// interval whose end no draw tells, or that is never, is open. \throws std::domain_error for a run without draws or one
/// that did not keep them, for a quantile at 0 or 1, where `.until` asks for another statistic only or for errors that do
/// not fit, values that cannot be drawn (beyond 1e250 or the year 30000), or a width outside 320 to 4000.
template <any_value T, class Statistic>
[[nodiscard, gnu::cold]] std::string convergence_chart(const outcome<T>& run, const Statistic& of,
                                                       const convergence_chart_options<T>& options = {}) {
    return detail::convergence_of(detail::story_of_run(run, of, options), options);
}

/// The same of the shards of a run, merged one after the other in this order, whether they kept their draws or not: a step
/// for each shard, with a look at each.
template <any_value T, class Statistic>
[[nodiscard, gnu::cold]] std::string convergence_chart(const std::vector<outcome<T>>& shards, const Statistic& of,
                                                       const convergence_chart_options<T>& options = {}) {
    return detail::convergence_of(detail::story_of_run(shards, of, options), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/convergence_chart.hpp>
#endif
