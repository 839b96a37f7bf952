// SPDX-License-Identifier: BSL-1.0
// A full hindcast of a series of 40 years: every later point from every window of 5 increments. Target: at most 1 ms.
// Usage: bench_history_hindcast [rounds]   (default 200; processor time, median over the rounds)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include <headway/sampling/random_stream.hpp>
#include <headway/scoring/hindcast.hpp>

namespace hw = headway;

namespace {

double sink = 0.0;  // what the optimiser must not remove

hw::observations<double> series_of_40_years() {
    double u[64];
    hw::random_stream(2025, hw::hash_of("hindcast bench")).uniforms(0, u);
    std::vector<hw::observation<double>> rows;
    double y = 0.0;
    for (int k = 0; k < 40; ++k) {
        rows.emplace_back(hw::date(std::chrono::year(1985 + k) / 1 / 1), hw::exp(y));
        y += -0.1 + 0.2 * hw::normal_quantile(u[k]);
    }
    return hw::observations<double>(std::move(rows));
}

double median_milliseconds(int rounds, auto job) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::clock();
        sink += job();
        times.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
    const auto data = series_of_40_years();
    const auto report = [&](const char* name, int increments, const hw::moving_average& average) {
        const auto forecasts = hw::hindcast(data, increments, average).forecasts().size();
        const double ms =
            median_milliseconds(rounds, [&] { return hw::hindcast(data, increments, average).scores().crps(); });
        std::printf("%-44s %4zu forecasts %7.3f ms (target 1)\n", name, forecasts, ms);
    };
    report("windows of 5, independent increments", 5, hw::independent_increments);
    report("windows of 5, moving average 0.63", 5, hw::moving_average(0.63));
    report("windows of 20, independent increments", 20, hw::independent_increments);
    return sink == 0.0 ? 1 : 0;
}
