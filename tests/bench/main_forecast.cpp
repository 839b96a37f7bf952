// SPDX-License-Identifier: BSL-1.0
// How well the main forecast knows its answers: the spread over seeds of every mean, quantile and probability of its table,
// by the points it is drawn by and by 100 000 independent draws, which version 0.1.0 took, and the time of both.
// Usage: bench_main_forecast [seeds]
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "../../examples/main_forecast/model.hpp"

using namespace main_forecast;

namespace {

/// The values of each statistic of each output, over the seeds.
using spreads = std::map<std::pair<std::size_t, std::string>, std::vector<double>>;

template <class Outcome>
void add(spreads& all, std::size_t output, const Outcome& o) {
    const auto note = [&](const char* name, double value) { all[{output, name}].push_back(value); };
    note("mean", hw::base_value_of(o.mean()));
    note("p5", hw::base_value_of(o.quantile(0.05)));
    note("p50", hw::base_value_of(o.quantile(0.5)));
    note("p95", hw::base_value_of(o.quantile(0.95)));
    note("never", o.probability_never());
}

spreads over_seeds(hw::simulation options, int seeds, double& seconds) {
    spreads all;
    const auto start = std::clock();
    for (int s = 0; s < seeds; ++s) {
        options.seed = static_cast<std::uint64_t>(1000 + s);
        options.threads = 1;
        const auto run = hw::simulate(everything, options);
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (add(all, I, run.template get<I>()), ...);
        }(std::make_index_sequence<std::remove_cvref_t<decltype(run)>::size>{});
    }
    seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / seeds;
    return all;
}

double spread(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    double mean = 0.0;
    double squares = 0.0;
    for (const double x : values) mean += x / n;
    for (const double x : values) squares += (x - mean) * (x - mean);
    return hw::sqrt(squares / (n - 1.0));
}

}  // namespace

int main(int argc, char** argv) {
    const int seeds = argc > 1 && std::atoi(argv[1]) > 1 ? std::atoi(argv[1]) : 40;
    double old_seconds = 0.0;
    double seconds = 0.0;
    const spreads old = over_seeds({.draws = 100'000}, seeds, old_seconds);
    const spreads now = over_seeds(as_printed, seeds, seconds);
    std::printf("errors as multiples of those of 100 000 independent draws, from %d seeds each (good to %.0f %%)\n", seeds,
                100.0 / hw::sqrt(static_cast<double>(seeds - 1)));
    std::size_t above = 0;
    std::size_t all = 0;
    double worst = 0.0;
    for (const auto& [key, values] : old) {
        const double before = spread(values);
        if (!(before > 0.0) || before - before != 0.0) continue;  // the same in every run, or never
        const double ratio = spread(now.at(key)) / before;
        std::printf("  %2zu %-6s %6.3f\n", key.first + 1, key.second.c_str(), ratio);
        ++all;
        above += ratio > 1.0 ? 1U : 0U;
        worst = ratio > worst ? ratio : worst;
    }
    std::printf("%zu of %zu above 1, the largest %.2f; processor time %.0f ms against %.0f ms\n", above, all, worst, 1e3 * seconds,
                1e3 * old_seconds);
}
