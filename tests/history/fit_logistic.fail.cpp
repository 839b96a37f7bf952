// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_logistic.hpp>

namespace hw = headway;
const std::vector rows{hw::observation(hw::date(), 1.0)};
auto fit() { return hw::fit_logistic(hw::observations(rows)); }

#if HEADWAY_CASE == 1   // case: a vector instead of observations
// expect: fit_logistic: give the observations of a quantity or a plain number
auto from_rows() { return hw::fit_logistic(rows); }
#endif
