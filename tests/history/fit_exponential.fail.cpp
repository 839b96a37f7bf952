// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_exponential.hpp>

namespace hw = headway;
const std::vector rows{hw::observation(hw::date(), 1.0), hw::observation(hw::date::decimal(1971.0), 2.0)};
const auto fit = hw::fit_exponential(hw::observations(rows));

#if HEADWAY_CASE == 1   // case: a vector instead of observations
// expect: fit_exponential: give the observations of a quantity or a plain number
const auto from_rows = hw::fit_exponential(rows);
#endif

#if HEADWAY_CASE == 2   // case: dates are not fitted
// expect: fit_exponential: give the observations of a quantity or a plain number
const auto from_dates = hw::fit_exponential(hw::observations<hw::date>());
#endif
