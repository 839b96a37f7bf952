// SPDX-License-Identifier: BSL-1.0
#pragma once

// What benchmarks measure with.

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <vector>

namespace stopwatch {

inline double sink = 0.0;  // what the optimiser must not remove

/// Processor time of this process, which other programs on the machine disturb less than the clock on the wall.
double milliseconds(auto job) {
    const auto start = std::clock();
    sink += job();
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

inline double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

}  // namespace stopwatch
