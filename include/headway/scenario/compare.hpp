// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/comparison.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

template <class Forecast>
[[nodiscard]] auto compare(const Forecast& forecast, const scenario_list<Forecast>& scenarios,
                           const std::vector<date>& dates, const simulation& options, progress_ref progress) {
    const scenario_forecasts<Forecast> under("compare", forecast, scenarios);
    const common_draws all("compare", under.names(), under.models(), dates,
                           options.keep ? pairing::afterwards : pairing::with_first);
    scenario_columns columns = all.run(options, progress);
    return arrange<comparison, Forecast>(dates, [&]<class T>(std::type_identity<T>, std::size_t c) {
        return comparison_of<T>(all.names(), columns, c, options.keep);
    });
}

}  // namespace detail

/// Runs a forecast under several scenarios on common random numbers: each input has the same random numbers in all of
/// them, so that what they share cancels in their differences. The first scenario is the base that the others are
/// compared with.
///
///     const auto c = compare(affordable, {baseline, stagnation, hot}, {.draws = 100'000, .seed = 2025});
///     c[hot].median();  c.difference(hot).mean();  c.beats(hot, stagnation, better::earlier).probability;
///
/// The result is a `comparison<T>` for a model that returns a number, quantity or date; for one that returns
/// `outputs(...)` one for each, `get<"cost">(c)`. Each outcome has the bits of its scenario's own simulation,
/// `simulate(f.with(overrides...), options)`.
/// A run with `.keep = false` has bounded memory, and pairs every scenario with the first only.
/// Cost: of ten scenarios 4 to 10 simulations, for an input that a scenario leaves alone is drawn once; in a streaming
/// run 8 to 13, because the counts of so many outcomes do not fit a cache (tests/bench/compare.cpp). Of a model that says
/// its parts (`part`) a scenario evaluates those alone that read what it changes: the main forecast's ten take 2 to 3.
/// \param progress as of `simulate`; a draw is done when it is in every scenario.
/// \throws std::domain_error before any work, for an empty list, two scenarios of one name, or an override that is not
/// of an input and its dimension (of a scenario written in code this does not compile); model_error naming the
/// scenario; simulation_cancelled.
template <class Model, class... Assumptions, class Progress = no_progress>
[[nodiscard]] auto compare(const basic_forecast<Model, Assumptions...>& forecast,
                           const std::type_identity_t<scenario_list<basic_forecast<Model, Assumptions...>>>& scenarios,
                           const simulation& options = {}, Progress progress = {}) {
    constexpr bool needs_no_dates = !basic_forecast<Model, Assumptions...>::over_time;
    static_assert(needs_no_dates, "compare: this is a forecast over time: give the dates, compare(f, dates, {...})");
    if constexpr (needs_no_dates) {
        return detail::compare(forecast, scenarios, {}, options, detail::told(progress));
    }
}

/// Compares scenarios of a forecast over time: a `fan` with one comparison for each of the dates.
template <class Model, class... Assumptions, class Progress = no_progress>
[[nodiscard]] auto compare(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                           const std::type_identity_t<scenario_list<basic_forecast<Model, Assumptions...>>>& scenarios,
                           const simulation& options = {}, Progress progress = {}) {
    constexpr bool is_over_time = basic_forecast<Model, Assumptions...>::over_time;
    static_assert(is_over_time, "compare: this forecast is not over time: leave out the dates, compare(f, {...})");
    if constexpr (is_over_time) {
        if (dates.empty()) {
            throw std::domain_error("compare: no dates given for a forecast over time; give at least one");
        }
        return detail::compare(forecast, scenarios, dates, options, detail::told(progress));
    }
}

}  // namespace headway

#include <headway/header_end.hpp>
