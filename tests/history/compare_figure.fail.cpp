// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/amodei.hpp>
#include <headway/history/compare_figure.hpp>
#include <headway/history/fit_exponential.hpp>

namespace hw = headway;
const auto& claim = hw::figures::amodei::training_cost_decline;
auto fit() { return hw::fit_exponential(hw::observations{hw::observation(hw::date(), 1.0)}); }
auto said() {
    return hw::compare_figure(claim, [](double f) { return hw::falls_by_factor(f, hw::units::year); }, fit());
}

#if HEADWAY_CASE == 1   // case: a growth whose direction is not said
// expect: say how the figure's value is a growth, with its direction and its period
auto unsaid() { return hw::compare_figure(claim, fit()); }
#endif

#if HEADWAY_CASE == 2   // case: a number against a number
// expect: the last argument must be a belief about a value of the figure's kind
auto no_belief() { return hw::compare_figure(claim, 4.0); }
#endif
