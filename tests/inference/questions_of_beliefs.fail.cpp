// SPDX-License-Identifier: BSL-1.0
#include <headway/decision.hpp>
#include <headway/inference.hpp>
#include <headway/sensitivity.hpp>
#include <headway/testing.hpp>

namespace hw = headway;
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "a guess");
constexpr auto cost = hw::assumption<"cost">(hw::ci90(2.0, 3.0), "a guess");
constexpr auto f = hw::forecast(hw::inputs(decline, cost), [](const auto& in) { return in[cost] / in[decline]; });
constexpr auto updated = f.updated(hw::observed(decline, 4.0, hw::log_error(0.2)));
const auto after = hw::simulate(updated, {.draws = 1000});
const auto bars = hw::tornado(after);
const auto indices = hw::sobol_indices(f.with(after.beliefs()), {.draws = 1000});

#if HEADWAY_CASE == 1  // case: a tornado of an update that was not run
// expect: tornado: what is believed after an observation is known when it was run
const auto wrong = hw::tornado(updated);
#endif

#if HEADWAY_CASE == 2  // case: elasticities of an update
// expect: elasticities: are of the model at the medians of beliefs, not of weighted draws
const auto wrong = hw::elasticities(updated);
#endif

#if HEADWAY_CASE == 3  // case: indices of an update
// expect: sobol_indices: are of beliefs that are drawn, not of weighted draws
const auto wrong = hw::sobol_indices(updated, hw::simulation{.draws = 1000});
#endif

#if HEADWAY_CASE == 4  // case: Shapley effects of an update
// expect: shapley: effects are of beliefs that are drawn, not of weighted draws
const auto wrong = hw::shapley(updated);
#endif

#if HEADWAY_CASE == 5  // case: goal seek on an update
// expect: value_for: varies a belief and draws anew, which weighted draws do not
const auto wrong = hw::value_for(updated, decline, hw::statistic::median == 1.0);
#endif

#if HEADWAY_CASE == 6  // case: a two-way table of an update
// expect: two_way: sets two inputs and draws anew, which weighted draws do not
const auto wrong = hw::two_way(updated, decline, cost);
#endif

#if HEADWAY_CASE == 7  // case: an explained change from an update
// expect: explain_change: what an observation did to each input is told by
const auto wrong = hw::explain_change(updated, f);
#endif

#if HEADWAY_CASE == 8  // case: an explained change to an update
// expect: explain_change: what an observation did to each input is told by
const auto wrong = hw::explain_change(f, updated);
#endif

#if HEADWAY_CASE == 9  // case: a predicate on an update
// expect: holds: counts draws of equal weight
const auto wrong = hw::holds(updated, [](double x) { return x > 0.0; });
#endif

#if HEADWAY_CASE == 10  // case: a predicate always on an update
// expect: holds_always: counts draws of equal weight
const auto wrong = hw::holds_always(updated, [](double x) { return x > 0.0; });
#endif

#if HEADWAY_CASE == 11  // case: a predicate with a probability on an update
// expect: holds_with_probability: counts draws of equal weight
const auto wrong = hw::holds_with_probability(updated, 0.9, [](double x) { return x > 0.0; });
#endif
