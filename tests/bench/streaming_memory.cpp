// SPDX-License-Identifier: BSL-1.0
// Peak memory of a streaming run of 100 million draws over that of a process that has done nothing.
// Usage: bench_streaming_memory [draws]        (Linux: reads the high-water mark from /proc/self/status)
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

long peak_kibibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::atol(line.c_str() + 6);
    }
    return 0;
}

inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto affordable = hw::forecast(hw::inputs(cost, decline), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year))
        .reaches(5.0 * million_usd);
});

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t draws = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000'000;
    const long before = peak_kibibytes();
    const auto outcome = hw::simulate(affordable, {.draws = draws, .keep = false});
    const long after = peak_kibibytes();
    std::printf("%llu draws, median in %.4f: %.2f MiB before, %.2f MiB after, %.2f MiB for the run (target 2)\n",
                static_cast<unsigned long long>(draws), outcome.median().decimal_year(),
                static_cast<double>(before) / 1024, static_cast<double>(after) / 1024,
                static_cast<double>(after - before) / 1024);
}
