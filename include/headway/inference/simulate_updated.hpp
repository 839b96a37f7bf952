// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <headway/inference/posterior.hpp>
#include <headway/outcome/merge.hpp>
#include <headway/simulation/simulate.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class = void>
[[nodiscard]] weighted_run run_update(const update_evaluation& evaluation, const simulation& options,
                                      progress_ref progress);

template <class = void>
[[nodiscard]] weighted_run merged_run(const weighted_run& a, const weighted_run& b);

template <class Updated, class Progress>
[[nodiscard]] posterior<Updated> simulate_updated(const Updated& updated, const std::vector<date>& dates,
                                                  const simulation& options, Progress& progress) {
    return posterior<Updated>(updated, dates, run_update(evaluation_of(updated, dates), options, told(progress)));
}

}  // namespace detail

/// Runs a forecast that was updated by observations: `simulate(f.updated(observed(...)), {.draws = 100'000})`. Its draws are
/// those of `simulate(f)`; each has as its weight the likelihood of what was observed, the density of the error where the
/// model meets it (importance sampling from the beliefs, self-normalised). The `posterior` is the weighted outcome and more.
/// Right for observations that the beliefs make not too improbable: the narrower the error and the more of them, the fewer
/// draws count. The standard errors tell, and `effective_draws()`; below `at_least_effective` a whole run is refused, with
/// what was observed beside what the model gives. So is one whose draws, chosen by weight, ask for errors of a probability
/// below 1e-6 (of each observation the two-sided tail probability of its error; of several the lesser of n times the least of
/// these and Fisher's of all; the mean over 32 draws of four blocks): observations that contradict each other or the model, named in
/// the message. Of observations that come about as is believed fewer than one in 100 000 is refused. A shard is not judged, the
/// merged whole is.
/// Works on kept draws; a further column is kept for the weights. Not for streaming runs: counts by bin would have to be
/// weighed by likelihoods whose greatest is known at the end only, and a quantile by weight needs the draws near it with theirs.
/// Not for `until`: a run would stop where its errors are estimated small, which with few effective draws they are by chance,
/// before the draws are met that count most.
/// \throws std::domain_error for fewer effective draws, contradicting observations, `until` and `.keep = false`; else as
/// `simulate` of the forecast.
/// Source: Owen, Monte Carlo theory, methods and examples (2013), chapter 9.
template <class Forecast, class... Observations, class Progress = no_progress>
    requires(!Forecast::over_time)
[[nodiscard]] auto simulate(const updated_forecast<Forecast, Observations...>& updated, const simulation& options = {},
                            Progress progress = {}) {
    return detail::simulate_updated(updated, {}, options, progress);
}
/// Over time: a fan with one weighted outcome for each of the dates.
template <class Forecast, class... Observations, class Progress = no_progress>
    requires(Forecast::over_time)
[[nodiscard]] auto simulate(const updated_forecast<Forecast, Observations...>& updated, const std::vector<date>& dates,
                            const simulation& options = {}, Progress progress = {}) {
    detail::require_dates(dates);
    return detail::simulate_updated(updated, dates, options, progress);
}

/// The posterior of two shards of one run together, as `merge` of their outcomes: with all shards the very bits of the whole
/// run. \throws std::domain_error for shards of different forecasts, observations, seeds or options, overlapping ones, and a
/// whole that is worth fewer draws than is asked.
template <class Updated>
[[nodiscard]] posterior<Updated> merge(const posterior<Updated>& a, const posterior<Updated>& b) {
    if (a.simulated_dates() != b.simulated_dates()) {
        throw std::domain_error("merge: the fans have different dates; run every shard over the same dates");
    }
    return posterior<Updated>(a.updated(), a.simulated_dates(), detail::merged_run(a.run(), b.run()));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/simulate_updated.hpp>
#endif
