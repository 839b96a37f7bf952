// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/updated_forecast.hpp>

#include <headway/header_begin.hpp>

// What is asked of beliefs, and so not of an updated forecast, whose draws have weights: each says in words what to ask instead.
// `after.beliefs()` are the beliefs after the observation, input by input.
namespace headway {

namespace detail {

template <class>
inline constexpr bool has_weighted_draws = true;

}  // namespace detail

template <label Output = "", class Forecast, class... Observations, class... Rest>
auto tornado(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "tornado: what is believed after an observation is known when it was run: "
                  "tornado(simulate(f.updated(...), options))");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto elasticities(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "elasticities: are of the model at the medians of beliefs, not of weighted draws: with const "
                  "auto after = simulate(f.updated(...), options) ask elasticities(f.with(after.beliefs()))");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto sobol_indices(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "sobol_indices: are of beliefs that are drawn, not of weighted draws: with const auto after = "
                  "simulate(f.updated(...), options) ask sobol_indices(f.with(after.beliefs()))");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto shapley(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "shapley: effects are of beliefs that are drawn, not of weighted draws: with const auto after = "
                  "simulate(f.updated(...), options) ask shapley(f.with(after.beliefs()))");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto value_for(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "value_for: varies a belief and draws anew, which weighted draws do not: with const auto after "
                  "= simulate(f.updated(...), options) ask value_for(f.with(after.beliefs()), ...)");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto two_way(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "two_way: sets two inputs and draws anew, which weighted draws do not: with const auto after = "
                  "simulate(f.updated(...), options) ask two_way(f.with(after.beliefs()), ...)");
    return nullptr;
}
template <label Output = "", class Forecast, class... Observations, class... Rest>
auto explain_change(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "explain_change: what an observation did to each input is told by simulate(f.updated(...), "
                  "options).changes(); what that does to the answer by explain_change(f, after.beliefs())");
    return nullptr;
}
template <class Forecast, class... Observations, class... Rest>
auto holds(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "holds: counts draws of equal weight: with const auto after = simulate(f.updated(...), options) "
                  "ask probability_below_is(after, ...), or holds(f.with(after.beliefs()), ...)");
    return nullptr;
}
template <class Forecast, class... Observations, class... Rest>
auto holds_always(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "holds_always: counts draws of equal weight: with const auto after = simulate(f.updated(...), "
                  "options) ask holds_always(f.with(after.beliefs()), ...)");
    return nullptr;
}
template <class Forecast, class... Observations, class... Rest>
auto holds_with_probability(const updated_forecast<Forecast, Observations...>&, const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "holds_with_probability: counts draws of equal weight: with const auto after = "
                  "simulate(f.updated(...), options) ask probability_below_is(after, ...), or "
                  "holds_with_probability(f.with(after.beliefs()), ...)");
    return nullptr;
}
/// Chosen where the change is the observation itself.
template <label Output = "", class Model, class... Assumptions, class Forecast, class... Observations, class... Rest>
auto explain_change(const basic_forecast<Model, Assumptions...>&, const updated_forecast<Forecast, Observations...>&,
                    const Rest&...) {
    constexpr bool draws_have_no_weights = !detail::has_weighted_draws<Forecast>;
    static_assert(draws_have_no_weights,
                  "explain_change: what an observation did to each input is told by simulate(f.updated(...), "
                  "options).changes(); what that does to the answer by explain_change(f, after.beliefs())");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
