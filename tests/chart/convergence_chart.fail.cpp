// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/convergence_chart.hpp>

namespace hw = headway;
inline std::string control(const hw::outcome<double>& run) {
    return hw::report::convergence_chart(run, hw::statistic::median) +
           hw::report::convergence_chart(run, hw::statistic::mean);
}

#if HEADWAY_CASE == 1  // case: a probability, which is not followed
// expect: convergence_chart: give the statistic to follow, statistic::median, statistic::mean
inline void wrong(const hw::outcome<double>& run) {
    hw::report::convergence_chart(run, hw::statistic::probability_never);
}
#endif
