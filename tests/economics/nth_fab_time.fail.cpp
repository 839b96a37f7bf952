// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/cost_at_scale.hpp>
#include <headway/economics/nth_fab_time.hpp>

namespace hw = headway;
using namespace hw::units;
static_assert(hw::time_of_nth_fab(38.0 * month, hw::learning_rate(0.0), 2) == 38.0 * month);

#if HEADWAY_CASE == 1  // case: the learning as a number
// expect: time_of_nth_fab: the second argument must be a learning_rate, a progress_ratio or a learning_exponent
auto wrong = hw::time_of_nth_fab(38.0 * month, 0.2, 2);
#endif

#if HEADWAY_CASE == 2  // case: the time as a number
// expect: time_of_nth_fab: the first argument, the time of the first fab, must be a span of time, such as 38.0 \* month
auto wrong = hw::time_of_nth_fab(38.0, hw::learning_rate(0.2), 2);
#endif

#if HEADWAY_CASE == 3  // case: the learning of a cost as a number
// expect: cost_of_nth_fab: the second argument must be a learning_rate
auto wrong = hw::cost_of_nth_fab(20.0 * billion_usd, 0.2, 3);
#endif

#if HEADWAY_CASE == 4  // case: a first cost without a unit
// expect: cost_of_nth_fab: the first argument, the cost of the first fab, must be money
auto wrong = hw::cost_of_nth_fab(20.0, hw::learning_rate(0.2), 3);
#endif

#if HEADWAY_CASE == 5  // case: a cost in place of a site
// expect: at_scale: the first argument must be the account of a site
auto wrong = hw::at_scale(20.0 * billion_usd, 0.25, 0.6);
#endif
