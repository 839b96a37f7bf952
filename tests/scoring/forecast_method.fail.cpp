// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/forecast_method.hpp>

#include <headway/history/fit_exponential.hpp>

namespace hw = headway;
hw::observations<double> data() { return hw::observations{hw::observation(hw::date(), 1.0)}; }
auto errors_of(const auto& fit) {
    return hw::hindcast_errors(data(), {.first_known = 1, .steps = 1}, hw::forecast_method("x", fit));
}
auto control() {
    return errors_of([](const auto& past) { return hw::fit_exponential(past); });
}

#if HEADWAY_CASE == 1  // case: a method that makes a number of the past
// expect: must have a member forecast\(date\) or prediction\(date\), or be called with a date
auto no_belief() {
    return errors_of([](const auto& past) { return past.back().value; });
}
#endif
