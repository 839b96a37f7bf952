// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/decision/stress.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/inference/weighted_difference.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What one output is in several scenarios, each updated by the same observations, on common draws: weighted outcomes by
/// scenario and their differences. Made by `compare(f.updated(...), {...})`. A scenario is given by its name or by itself.
template <any_value T>
class weighted_comparison {
  public:
    using value_type = T;

    weighted_comparison(std::vector<std::string> names, std::vector<weighted_outcome<T>> outcomes)
        : names_(std::move(names)), outcomes_(std::move(outcomes)) {}

    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] const weighted_outcome<T>& operator[](std::size_t place) const noexcept { return outcomes_[place]; }
    /// \throws std::domain_error, as those below, for a scenario that was not compared.
    [[nodiscard]] const weighted_outcome<T>& operator[](const scenario_name& s) const { return outcomes_[place_of(s)]; }

    /// A scenario less the first one.
    [[nodiscard]] weighted_difference<T> difference(const scenario_name& s) const { return between(place_of(s), 0); }
    /// One scenario less another.
    [[nodiscard]] weighted_difference<T> difference(const scenario_name& a, const scenario_name& b) const {
        return between(place_of(a), place_of(b));
    }
    /// The probability that `a` beats `b`. \throws std::domain_error where a scenario changes what was observed.
    [[nodiscard]] chance_to_beat beats(const scenario_name& a, const scenario_name& b, better preferred) const {
        return difference(a, b).beats(preferred);
    }

  private:
    [[nodiscard]] std::size_t place_of(const scenario_name& s) const { return detail::place_of_scenario(names_, s.view()); }
    [[nodiscard]] weighted_difference<T> between(std::size_t a, std::size_t b) const {
        return {outcomes_[a].record(), outcomes_[b].record()};
    }

    std::vector<std::string> names_;
    std::vector<weighted_outcome<T>> outcomes_;
};

namespace detail {

template <class = void>
[[gnu::cold]] void require_whole_comparison(const simulation& options);

template <class Forecast, class... Observations>
[[nodiscard]] auto compare_updated(const updated_forecast<Forecast, Observations...>& updated,
                                   const scenario_list<Forecast>& scenarios, const std::vector<date>& dates,
                                   const simulation& options) {
    require_whole_comparison(options);
    const std::vector<Forecast> forecasts = scenarios.forecasts("compare", updated.forecast());
    std::vector<std::string> names;
    std::vector<weighted_run> runs;
    for (const any_scenario& s : scenarios) {
        names.push_back(s.name());
        try {
            no_progress silent;
            runs.push_back(simulate_updated(updated.of(forecasts[runs.size()]), dates, options, silent).run());
        } catch (const std::domain_error& e) {
            throw std::domain_error("compare: in scenario '" + s.name() + "': " + e.what());
        }
    }
    return arrange<weighted_comparison, Forecast>(dates, [&]<class T>(std::type_identity<T>, std::size_t c) {
        std::vector<weighted_outcome<T>> outcomes;
        for (const weighted_run& run : runs) outcomes.emplace_back(draw_record(run.before, run.columns[c]), run.weights);
        return weighted_comparison<T>(names, std::move(outcomes));
    });
}

}  // namespace detail

/// Runs an updated forecast under several scenarios on common random numbers. What a scenario overrides is believed before
/// anything was observed, and the observations update it: each outcome has the bits of
/// `simulate(f.with(overrides...).updated(observed(...)), options)`. The first scenario is the base of the differences.
///
///     const auto c = compare(affordable.updated(seen), {baseline, stagnation}, {.draws = 100'000, .seed = 2025});
///     c[stagnation].median();  c.difference(stagnation).mean();
///
/// To change a belief in spite of what was observed, override what came of it: `compare(f.with(after.beliefs()), {...})`.
/// Cost: one updated simulation for each scenario.
/// \throws std::domain_error as `compare` of a forecast, for a shard, and, with its name, for a scenario whose draws are worth
/// too few or contradict the observations; else as `simulate` of an updated forecast.
template <class Forecast, class... Observations>
[[nodiscard]] auto compare(const updated_forecast<Forecast, Observations...>& updated,
                           const std::type_identity_t<scenario_list<Forecast>>& scenarios, const simulation& options = {}) {
    constexpr bool needs_no_dates = !Forecast::over_time;
    static_assert(needs_no_dates, "compare: this is a forecast over time: give the dates, compare(f, dates, {...})");
    if constexpr (needs_no_dates) return detail::compare_updated(updated, scenarios, {}, options);
}
/// Over time: a fan with one comparison for each of the dates.
template <class Forecast, class... Observations>
[[nodiscard]] auto compare(const updated_forecast<Forecast, Observations...>& updated, const std::vector<date>& dates,
                           const std::type_identity_t<scenario_list<Forecast>>& scenarios, const simulation& options = {}) {
    constexpr bool is_over_time = Forecast::over_time;
    static_assert(is_over_time, "compare: this forecast is not over time: leave out the dates, compare(f, {...})");
    if constexpr (is_over_time) {
        detail::require_dates(dates);
        return detail::compare_updated(updated, scenarios, dates, options);
    }
}

/// A stress test of an updated forecast: the input confined to a part of what was believed of it before the observation, and
/// updated there; see `stress` of a forecast.
template <class Forecast, class... Observations, label Name, class T>
[[nodiscard]] auto stress(const updated_forecast<Forecast, Observations...>& updated, const named_assumption<Name, T>& input,
                          const std::type_identity_t<detail::input_range<T>>& range, const simulation& options = {}) {
    return compare(updated, detail::stress_scenarios(updated.forecast(), input, range), options);
}
template <class Forecast, class... Observations, label Name, class T>
[[nodiscard]] auto stress(const updated_forecast<Forecast, Observations...>& updated, const std::vector<date>& dates,
                          const named_assumption<Name, T>& input,
                          const std::type_identity_t<detail::input_range<T>>& range, const simulation& options = {}) {
    return compare(updated, dates, detail::stress_scenarios(updated.forecast(), input, range), options);
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/inference/bodies/weighted_comparison.hpp>
#endif
