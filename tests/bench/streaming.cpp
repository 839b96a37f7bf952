// SPDX-License-Identifier: BSL-1.0
// Streaming and kept runs of results of several shapes, and what is asked of them afterwards: processor time.
// Usage: bench_streaming [rounds]               a table, medians over the rounds (default 9)
//        bench_streaming SHAPE JOB DRAWS TIMES  the time of one job, in ns: per draw, or per call of `ask` and `merge`
//        bench_streaming -                      the same for each line "SHAPE JOB DRAWS TIMES" of the input
// The last is for old_and_new.py, which lets two builds of this program take turns.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <headway/headway.hpp>  // old_and_new.py builds this against older versions too

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

double sink = 0.0;  // what the optimiser must not remove

inline constexpr auto gaussian = hw::assumption<"gaussian">(hw::normal(5.0, 2.0), "benchmark");
inline constexpr auto broad = hw::assumption<"broad">(hw::lognormal(3.0, 2.0), "benchmark");
inline constexpr auto mixed = hw::assumption<"mixed">(
    hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::ci90(1.0, 3.0), 0.1}, {hw::ci90(2.0, 10.0), 0.1}), "benchmark");
inline constexpr auto share = hw::assumption<"share">(hw::uniform(0.0, 1.0), "benchmark");
inline constexpr auto coin = hw::assumption<"coin">(hw::bernoulli(0.3), "benchmark");
inline constexpr auto die =
    hw::assumption<"die">(hw::discrete({1.0, .1}, {2.0, .2}, {3.5, .3}, {5.0, .1}, {8.0, .2}, {13.0, .1}), "benchmark");
inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto workload = hw::assumption<"workload">(hw::ci90(10.0, 200.0), "benchmark");

inline constexpr auto itself = [](const auto& x) {
    return hw::forecast(hw::inputs(x), [x](const auto& in) { return in[x]; });
};
inline constexpr auto capped =
    hw::forecast(hw::inputs(share), [](const auto& in) { return hw::max(in[share] - 0.6, 0.0) * 100.0; });
inline constexpr auto affordable = hw::forecast(hw::inputs(cost, decline), [](const auto& in) {
    return hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year))
        .reaches(5.0 * million_usd);
});
inline constexpr auto three = hw::forecast(hw::inputs(cost, decline, workload),
                                           [](const auto& in) { return in[cost] * in[workload] / in[decline]; });

struct request {
    std::string_view job;
    std::uint64_t draws;
    int times;
};

double nanoseconds(int times, auto job) {
    const auto start = std::clock();
    for (int i = 0; i < times; ++i) sink += job(static_cast<std::uint64_t>(i) + 1);
    return 1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / times;
}

/// A time per draw, or per call.
double time_of(const auto& forecast, const auto& own, const request& what) {
    const auto n = static_cast<double>(what.draws);
    const bool keep = what.job.starts_with("keep");
    const auto options = [&](std::uint64_t seed, hw::shard_of shard = {}) {
        return hw::simulation{.draws = what.draws, .seed = seed, .shard = shard, .keep = keep};
    };
    const auto ask = [](const auto& outcome) {
        double sum = hw::base_value_of(outcome.mean());
        for (const auto& q : outcome.quantiles(std::array{0.05, 0.5, 0.95})) sum += hw::base_value_of(q);
        return sum + outcome.probability_below(outcome.mean());
    };
    if (what.job == "stream" || what.job == "keep") {
        return nanoseconds(what.times,
                           [&](std::uint64_t seed) {
                               return hw::base_value_of(hw::simulate(forecast, options(seed)).mean());
                           }) /
               n;
    }
    if (what.job == "stream+ask" || what.job == "keep+ask") {
        return nanoseconds(what.times, [&](std::uint64_t seed) { return ask(hw::simulate(forecast, options(seed))); }) /
               n;
    }
    if (what.job == "compare") {
        return nanoseconds(what.times,
                           [&](std::uint64_t seed) {
                               const auto c = hw::compare(
                                   forecast, {hw::scenario<"as it is">(), hw::scenario<"other">(own)}, options(seed));
                               return hw::base_value_of(c[1].mean());
                           }) /
               n;
    }
    if (what.job == "ask") {
        const auto outcome = hw::simulate(forecast, options(1));
        return nanoseconds(what.times, [&](std::uint64_t) { return ask(outcome); });
    }
    if (what.job == "merge") {
        const auto a = hw::simulate(forecast, options(1, {0, 2}));
        const auto b = hw::simulate(forecast, options(1, {1, 2}));
        return nanoseconds(what.times, [&](std::uint64_t) { return hw::base_value_of(hw::merge(a, b).mean()); });
    }
    throw std::invalid_argument("no such job: " + std::string(what.job));
}

double time_of(std::string_view shape, const request& what) {
    if (shape == "normal") return time_of(itself(gaussian), hw::override(gaussian, hw::normal(6.0, 2.0)), what);
    if (shape == "lognormal") return time_of(itself(broad), hw::override(broad, hw::lognormal(4.0, 2.0)), what);
    if (shape == "date") return time_of(affordable, hw::override(decline, hw::ci90(4.0, 6.0)), what);
    if (shape == "atoms") return time_of(itself(mixed), hw::override(mixed, hw::ci90(1.0, 3.0)), what);
    if (shape == "capped") return time_of(capped, hw::override(share, hw::uniform(0.2, 1.2)), what);
    if (shape == "bernoulli") return time_of(itself(coin), hw::override(coin, hw::bernoulli(0.4)), what);
    if (shape == "discrete") return time_of(itself(die), hw::override(die, hw::discrete({1.0, .5}, {2.0, .5})), what);
    if (shape == "three") return time_of(three, hw::override(decline, hw::ci90(4.0, 6.0)), what);
    throw std::invalid_argument("no such shape: " + std::string(shape));
}

constexpr const char* shapes[] = {"normal", "lognormal", "date", "atoms", "capped", "bernoulli", "discrete", "three"};

void print_table(int rounds) {
    std::printf("%-10s %-8s", "shape", "job");
    for (const char* draws : {"1e4", "1e5", "1e6"}) std::printf(" %10s", draws);
    std::printf("   ns per draw; of ask and merge, us per call\n");
    for (const char* shape : shapes) {
        for (const char* job : {"stream", "keep", "compare", "ask", "merge"}) {
            std::printf("%-10s %-8s", shape, job);
            for (const std::uint64_t draws : {10'000U, 100'000U, 1'000'000U}) {
                const bool per_call = std::string_view(job) == "ask" || std::string_view(job) == "merge";
                const int times = per_call ? 5 : static_cast<int>(1'000'000 / draws);
                std::vector<double> all;
                for (int i = 0; i <= rounds; ++i) all.push_back(time_of(shape, {job, draws, times}));
                all.erase(all.begin());  // the first touch of the memory and of the code
                const auto middle = all.begin() + rounds / 2;
                std::nth_element(all.begin(), middle, all.end());
                std::printf(" %10.2f", per_call ? *middle / 1e3 : *middle);
            }
            std::printf("\n");
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1] == std::string_view("-")) {
        std::string shape;
        std::string job;
        std::uint64_t draws = 0;
        int times = 0;
        while (std::cin >> shape >> job >> draws >> times) {
            std::cout << time_of(shape, {job, draws, times}) << std::endl;
        }
    } else if (argc == 5) {
        const request one{argv[2], std::strtoull(argv[3], nullptr, 10), std::atoi(argv[4])};
        std::printf("%g\n", time_of(argv[1], one));
    } else {
        print_table(argc > 1 ? std::atoi(argv[1]) : 9);
    }
    if (sink == 1.0) std::puts("");
}
