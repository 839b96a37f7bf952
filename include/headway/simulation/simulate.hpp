// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>
#include <vector>

#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_call.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/simulation/detail/engine.hpp>
#include <headway/simulation/evaluation.hpp>
#include <headway/simulation/progress.hpp>
#include <headway/simulation/result_shape.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// A model once, or on several dates.
template <class = void>
[[nodiscard]] finished_run simulate_model(const model_call& model, const std::vector<date>& dates,
                                          const simulation& options, progress_ref progress) {
    return run_simulation(model_evaluation(model, dates), options, progress);
}
HEADWAY_INSTANTIATE(finished_run simulate_model<>(const model_call& model, const std::vector<date>& dates,
                    const simulation& options, progress_ref progress));

/// What a forecast's model makes of its inputs, as outcomes.
template <class Forecast, class Progress>
[[nodiscard]] auto simulate(const Forecast& forecast, const std::vector<date>& dates, const simulation& options,
                            Progress& progress) {
    finished_run run = simulate_model(typed_model<Forecast>::call(forecast), dates, options, told(progress));
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
/// \param progress called with the draws done and to do, from any thread but one at a time.
/// \throws std::domain_error for options that cannot be and for draws that no memory can keep, before any work; model_error
/// for a model that throws or returns an undefined value, naming the lowest such draw and its inputs; simulation_cancelled.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const simulation& options = {},
                            Progress progress = {}) {
    return detail::simulate(forecast, {}, options, progress);
}

/// Runs a forecast over time: a `fan` with one outcome for each of the dates, all from the same draws of the inputs.
template <class Model, class... Assumptions, class Progress = no_progress>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto simulate(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                            const simulation& options = {}, Progress progress = {}) {
    if (dates.empty()) throw std::domain_error("simulate: no dates given for a forecast over time; give at least one");
    for (const date& d : dates) {
        if (!(d == d)) detail::value_breaks_a_rule("simulate", "every date", "must be a number", d.seconds_since_1970());
    }
    return detail::simulate(forecast, dates, options, progress);
}

}  // namespace headway

#include <headway/header_end.hpp>
