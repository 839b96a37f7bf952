// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>
#include <headway/history/fit_experience_curve.hpp>

namespace hw = headway;
using namespace hw::units;
const hw::observations costs{hw::observation(hw::date(), 1.0 * usd)};
const hw::observations output{hw::observation(hw::date(), 1.0 * chip)};
auto fit() {
    return hw::fit_experience_curve(costs, hw::cumulative_output(output, hw::current_period::included));
}

#if HEADWAY_CASE == 1   // case: whether the current period counts is not said
// expect: fit_experience_curve: the second argument must say whether cumulative output counts the current period
auto unsaid() { return hw::fit_experience_curve(costs, output); }
#endif

#if HEADWAY_CASE == 2   // case: what was made before of another dimension
// expect: (chips.*money|money.*chips)
auto dollars() { return hw::cumulated(output, 1.0 * usd, hw::current_period::included); }
#endif
