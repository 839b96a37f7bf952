// SPDX-License-Identifier: BSL-1.0
// A streaming run of 100 million draws on one thread: its processor time per draw, and the memory that it adds to that of a
// process that has done nothing: its data, the most seen while it goes on and after it, and the resident set's peak.
// Usage: bench_streaming_memory [draws [mixture|date]]   (Linux: reads /proc/self)
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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

long kibibytes(const char* file, const char* field) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(field, 0) == 0) return std::atol(line.c_str() + std::strlen(field));
    }
    return 0;
}
// Heap, stacks and written data: what a run has of its own. The resident set counts besides each page of the program and its
// libraries when it is first read, in groups as large as the system had them in its cache, which depends on what ran before;
// other programs share them. Of the whole process it is in /proc/self/status as RssAnon, which lags behind by up to 64
// pages a processor; here every page is counted.
long data_kibibytes() { return kibibytes("/proc/self/smaps_rollup", "Anonymous:"); }
// The high-water mark, which is that of the first run of a process.
long peak_kibibytes() { return kibibytes("/proc/self/status", "VmHWM:"); }

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
    static_cast<void>(data_kibibytes());  // reading has buffers, too
    const long peak_before = peak_kibibytes();
    const long before = data_kibibytes();
    long most = before;
    std::uint64_t next_look = 0;
    const auto look = [&](std::uint64_t done, std::uint64_t all) {
        if (done >= next_look) {
            most = std::max(most, data_kibibytes());
            next_look = done + all / 20;
        }
        return true;
    };
    const auto start = std::clock();
    const auto outcome = hw::simulate(forecast, {.draws = draws, .threads = 1, .keep = false}, look);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    most = std::max(most, data_kibibytes());
    const long peak = peak_kibibytes();
    const auto mebibytes = [](long kibibytes) { return static_cast<double>(kibibytes) / 1024; };
    std::printf("%s, %llu draws, median %.4f: %.2f ns a draw%s; %.2f MiB of data added by the run (target 1); "
                "resident set's peak %.2f MiB before, %.2f MiB after, %.2f MiB more with the pages of the program\n",
                name, static_cast<unsigned long long>(draws), number(outcome.median()),
                seconds * 1e9 / static_cast<double>(draws), target, mebibytes(most - before), mebibytes(peak_before),
                mebibytes(peak), mebibytes(peak - peak_before));
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
