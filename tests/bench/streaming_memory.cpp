// SPDX-License-Identifier: BSL-1.0
// A streaming run of 100 million draws on one thread: its processor time per draw, and its peak memory over that of a
// process that has done nothing.
// Usage: bench_streaming_memory [draws [mixture|date]]   (Linux: reads the high-water mark from /proc/self/status, which is
//                                                        that of the first run of a process)
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
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

inline constexpr auto mixed = hw::assumption<"mixed">(
    hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::ci90(1.0, 3.0), 0.1}, {hw::ci90(2.0, 10.0), 0.1}), "benchmark");
inline constexpr auto mixture = hw::forecast(hw::inputs(mixed), [](const auto& in) { return in[mixed]; });

/// `number(median)` is what to print of it.
void measure(const char* name, const auto& forecast, std::uint64_t draws, const char* target, auto number) {
    const long before = peak_kibibytes();
    const auto start = std::clock();
    const auto outcome = hw::simulate(forecast, {.draws = draws, .threads = 1, .keep = false});
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const long after = peak_kibibytes();
    std::printf("%s, %llu draws, median %.4f: %.2f ns a draw%s; %.2f MiB before, %.2f MiB after, %.2f MiB for the run (target "
                "1)\n",
                name, static_cast<unsigned long long>(draws), number(outcome.median()),
                seconds * 1e9 / static_cast<double>(draws), target, static_cast<double>(before) / 1024,
                static_cast<double>(after) / 1024, static_cast<double>(after - before) / 1024);
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t draws = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000'000;
    const std::string_view job = argc > 2 ? argv[2] : "mixture";
    if (job == "mixture") {
        measure("a mixture", mixture, draws, " (target 4)", [](double median) { return median; });
    } else {
        measure("a date reached, of two lognormals", affordable, draws, "",
                [](hw::date median) { return median.decimal_year(); });
    }
}
