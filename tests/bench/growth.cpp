// SPDX-License-Identifier: BSL-1.0
// How the cost of a run grows with draws, inputs and outputs: processor time, which what else runs on a machine adds little
// to, and memory of its own, each run in a process of its own.
// Usage: bench_growth [rounds]        (default 5; one thread; Linux, for the memory: VmHWM of /proc/self/status)
//        bench_growth INPUTS OUTPUTS DRAWS keep|stream        one run
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;

namespace {

template <std::size_t I>
consteval auto numbered() {
    const char text[] = {'n', 'o', '.', ' ', '0' + I / 100, '0' + I / 10 % 10, '0' + I % 10, '\0'};
    return hw::label<7>(text);
}
template <std::size_t I>
inline constexpr auto input = hw::assumption<numbered<I>()>(hw::normal(1.0 + I, 0.5), "benchmark");

// A product and a sum for each input; an output is that times a number of its own.
template <std::size_t... I, std::size_t... O>
constexpr auto forecast_of(std::index_sequence<I...>, std::index_sequence<O...>) {
    return hw::forecast(hw::inputs(input<I>...), [](const auto& in) {
        const auto sum = ((in[input<I>] * (0.5 + I)) + ...);
        return hw::outputs(hw::output<numbered<O>()>(sum * (1.0 + O))...);
    });
}
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr auto forecast = forecast_of(std::make_index_sequence<Inputs>(), std::make_index_sequence<Outputs>());

long peak_kibibytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::atol(line.c_str() + 6);
    }
    return 0;
}

struct cost {
    double milliseconds;
    double mebibytes;
};

template <std::size_t Inputs, std::size_t Outputs>
cost run(std::uint64_t draws, bool keep) {
    const long before = peak_kibibytes();
    const auto start = std::clock();
    const auto outcomes = hw::simulate(forecast<Inputs, Outputs>, {.draws = draws, .seed = 1, .threads = 1, .keep = keep});
    const double sum = [&]<std::size_t... O>(std::index_sequence<O...>) {
        return (outcomes.template get<O>().median() + ...);
    }(std::make_index_sequence<Outputs>());
    const double taken = 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (!(sum > 0.0)) std::abort();
    return {taken, static_cast<double>(peak_kibibytes() - before) / 1024.0};
}

struct job {
    std::size_t inputs;
    std::size_t outputs;
    cost (*run)(std::uint64_t draws, bool keep);
};
constexpr job jobs[] = {{2, 1, run<2, 1>},    {20, 1, run<20, 1>},   {200, 1, run<200, 1>},
                        {20, 10, run<20, 10>}, {20, 50, run<20, 50>}};

// In a process of its own, so that neither memory nor its first touch is that of a run before.
cost apart(const char* program, const job& j, std::uint64_t draws, bool keep) {
    const std::string command = std::string(program) + " " + std::to_string(j.inputs) + " " + std::to_string(j.outputs) + " " +
                                std::to_string(draws) + (keep ? " keep" : " stream");
    std::FILE* const said = popen(command.c_str(), "r");
    cost c{};
    if (said == nullptr || std::fscanf(said, "%lf %lf", &c.milliseconds, &c.mebibytes) != 2) std::abort();
    pclose(said);
    return c;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 5) {
        for (const job& j : jobs) {
            if (j.inputs != std::strtoull(argv[1], nullptr, 10) || j.outputs != std::strtoull(argv[2], nullptr, 10)) continue;
            const cost c = j.run(std::strtoull(argv[3], nullptr, 10), std::string(argv[4]) == "keep");
            std::printf("%.4f %.3f\n", c.milliseconds, c.mebibytes);
            return 0;
        }
        return 1;
    }
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    std::printf("%6s %7s %10s   %22s   %22s\n", "inputs", "outputs", "draws", "kept: ns a draw, MiB", "streaming");
    for (const job& j : jobs) {
        for (std::uint64_t draws = 10'000; draws <= 100'000'000; draws *= 10) {
            // Some 4 GiB of kept draws, or a minute, are too much for a table.
            const double size = static_cast<double>(draws);
            if (size * static_cast<double>(j.inputs) > (rounds > 1 ? 4e9 : 2e7)) continue;
            std::printf("%6zu %7zu %10llu", j.inputs, j.outputs, static_cast<unsigned long long>(draws));
            for (const bool keep : {true, false}) {
                if (keep && size * static_cast<double>(j.outputs) * 8 > 4e9) {
                    std::printf("   %22s", "");
                    continue;
                }
                std::vector<double> times;
                double memory = 0.0;
                for (int i = 0; i < rounds; ++i) {
                    const cost c = apart(argv[0], j, draws, keep);
                    times.push_back(c.milliseconds);
                    memory = c.mebibytes;
                }
                std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
                std::printf("   %12.1f %9.1f", 1e6 * times[static_cast<std::size_t>(rounds / 2)] / size, memory);
            }
            std::printf("\n");
            std::fflush(stdout);
        }
    }
}
