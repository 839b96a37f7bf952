// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <type_traits>
#include <utility>
#include <vector>

#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/outcome/outcome_text.hpp>
#include <headway/simulation/detail/run_until.hpp>
#include <headway/simulation/evaluation.hpp>
#include <headway/simulation/progress.hpp>
#include <headway/simulation/result_shape.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A model once, or on several dates.
template <class = void>
[[nodiscard]] finished_run simulate_model(const model_call& model, kinds_view outputs,
                                          const std::vector<date>& dates, const simulation& options,
                                          progress_ref progress);

/// The dates of a forecast over time.
template <class = void>
void require_dates(const std::vector<date>& dates);

/// What a forecast's model makes of its inputs, as outcomes.
template <class Forecast, class Progress>
[[nodiscard]] auto simulate(const Forecast& forecast, const std::vector<date>& dates, const simulation& options,
                            Progress& progress) {
    finished_run run = simulate_model(typed_model<Forecast>::call(forecast),
                                      output_kinds<typename typed_model<Forecast>::result_type>, dates, options,
                                      told(progress));
    return arrange<outcome, Forecast>(dates, [&run]<class T>(std::type_identity<T>, std::size_t c) {
        return outcome<T>(run.identity, std::move(run.columns[c]));
    });
}

}  // namespace detail

/// Runs a forecast over its beliefs. The outcome is an `outcome<T>` for a model that returns a number, quantity or date,
/// and `named_outcomes` for one that returns `outputs(...)`.
/// A model runs on blocks of 64 draws, and where it branches on them once for each way that draws of a block go;
/// `branches_on_draws<Forecast>` tells whether it does. Besides the draws it is evaluated at the inputs' medians and at 64
/// fixed points, tails and corners among them, by which outcomes of an edited model are told from this one's when they are
/// merged or loaded; it may throw there.
///
/// With `until` it goes on until the standard errors that are asked are reached, of every output and date they are asked of:
///
///     simulate(f, {.seed = 2025, .method = method::sobol, .until = known_to{.median = 1.0 * day}})
///
/// It looks after 4096 draws and after each doubling (of Sobol' points, after each doubling of those of a scrambling, the
/// first a power of two), and last after the `draws` that it may take at most, which are 2^24 where none are given; of
/// Sobol' points not those, but the last doubling below them. Where it stops follows from forecast, seed and options alone,
/// and the outcome has the very bits of a plain run of so many draws, which `outcome::draws()` tells. That the most draws do
/// not reach the errors is no error: `precision_of(outcome, asked)` tells.
/// Cost: that of the plain run, for draws that are there are kept. Latin hypercube draws begin anew at each look, whose
/// strata are as many as the draws, and so does a streaming run (`.keep = false`) at 131 072 draws, where it begins to count
/// in another way (of Sobol' points until a scrambling has 16 384): less than twice that of the plain run. Kept draws take up
/// to 1.5 times the memory while it goes on.
/// A stop by an estimated error is a stop by chance. Eight scramblings know an error to a quarter only, so that Sobol' runs go
/// on until it is small twice in a row. Over 320 seeds of a product of three lognormals the true error at the stop was 0.9 of
/// that asked for independent draws and 0.66 for Sobol' points, and 95 % intervals held the truth in 0.95 and 0.94
/// (tests/simulation/run_until.test.cpp). An error does not know of a tail that no draw has met, and no run waits for one.
/// A standard error of Latin hypercube draws, and of a streaming Sobol' run that of a quantile or probability, is an upper
/// bound (see `outcome`), so that these take more draws than they need.
/// \param progress called with the draws done and to do, from any thread but one at a time; with `until` those to do are
/// those up to the next look, and where draws begin anew those done do.
/// \throws std::domain_error for options that cannot be, errors that fit no output or that no such run can have, and draws
/// that no memory can keep, before any work (but of a run with `until` before the look that they are for); model_error
/// for a model that throws or returns an undefined value, naming the lowest such draw and its inputs; simulation_cancelled.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const simulation& options = {},
                            Progress progress = {}) {
    if constexpr (basic_forecast<Model, Assumptions...>::takes_inputs) {
        // Here first, so that a mistake in the model is told with the fewest steps between it and this call, and once.
        using values = detail::values_of_run<Model, Assumptions...>;
        using made [[maybe_unused]] = decltype(forecast.model()(std::declval<const values&>()));
        if constexpr (requires(const Model& model, const values& in) { model(in); }) {
            return detail::simulate(forecast, {}, options, progress);
        } else {
            return detail::what_a_mistake_leaves<outcome<double>>();
        }
    } else {
        return detail::what_a_mistake_leaves<outcome<double>>();
    }
}

/// Runs a forecast over time: a `fan` with one outcome for each of the dates, all from the same draws of the inputs.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                            const simulation& options = {}, Progress progress = {}) {
    using values = detail::values_of_run<Model, Assumptions...>;
    using made [[maybe_unused]] = decltype(forecast.model()(std::declval<const values&>(), std::declval<const date&>()));
    if constexpr (requires(const Model& model, const values& in, const date& when) { model(in, when); }) {
        detail::require_dates(dates);
        return detail::simulate(forecast, dates, options, progress);
    } else {
        return nullptr;
    }
}

// Dates in braces, none as well, which options in braces would be as good a match for.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, std::initializer_list<date> dates,
                            const simulation& options = {}, Progress progress = {}) {
    return simulate(forecast, std::vector<date>(dates), options, std::move(progress));
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Model, class... Assumptions, number_like Draws, class... Rest>
auto simulate(const basic_forecast<Model, Assumptions...>&, const Draws&, const Rest&...) {
    constexpr bool draws_are_an_option = !number_like<Draws>;
    static_assert(draws_are_an_option, "simulate: the number of draws is one of the options: simulate(f, {.draws = 1000})");
    return nullptr;
}
template <class Model, class... Assumptions, class... Rest>
    requires basic_forecast<Model, Assumptions...>::over_time
auto simulate(const basic_forecast<Model, Assumptions...>&, const simulation&, const Rest&...) {
    constexpr bool dates_are_given = !basic_forecast<Model, Assumptions...>::over_time;
    static_assert(dates_are_given, "simulate: this is a forecast over time: give the dates, simulate(f, {date(2027y / 1 / 1), "
                                   "date(2028y / 1 / 1)}, options)");
    return nullptr;
}
template <class Model, class... Assumptions>
    requires basic_forecast<Model, Assumptions...>::over_time
auto simulate(const basic_forecast<Model, Assumptions...>&) {
    constexpr bool dates_are_given = !basic_forecast<Model, Assumptions...>::over_time;
    static_assert(dates_are_given, "simulate: this is a forecast over time: give the dates, simulate(f, {date(2027y / 1 / 1), "
                                   "date(2028y / 1 / 1)})");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/simulate.hpp>
#endif
