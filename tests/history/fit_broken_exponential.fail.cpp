// SPDX-License-Identifier: BSL-1.0
#include <headway/history/fit_broken_exponential.hpp>

#include <vector>

namespace hw = headway;
hw::observations<double> data() { return hw::observations{hw::observation(hw::date(), 1.0)}; }
auto control() { return hw::fit_broken_exponential(data(), hw::between(hw::date(), hw::date())); }

#if HEADWAY_CASE == 1  // case: values without dates
// expect: give the observations of a quantity or a plain number
auto undated() { return hw::fit_broken_exponential(std::vector{1.0, 2.0}); }
#endif

#if HEADWAY_CASE == 2  // case: a date where a window belongs
// expect: must be a window, between\(first, last\)
auto at_a_date() { return hw::fit_broken_exponential(data(), hw::date()); }
#endif
