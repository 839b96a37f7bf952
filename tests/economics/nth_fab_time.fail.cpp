// SPDX-License-Identifier: BSL-1.0
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
