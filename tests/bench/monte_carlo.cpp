// SPDX-License-Identifier: BSL-1.0
// The engine against <random>, each job with its rival in the same run, alternating, medians over the rounds.
// Usage: bench_monte_carlo [rounds]        (default 9; one thread unless a line says otherwise)
#include "stopwatch.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using namespace stopwatch;

constexpr std::uint64_t draws = 1'000'000;
double milliseconds_on_the_wall(auto job) {
    const auto start = std::chrono::steady_clock::now();
    sink += job();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void compare(const char* name, double target, int rounds, auto rival, auto ours) {
    // Once without a clock: the first touch of the memory and of the code is no part of either's work.
    sink += rival() + ours();
    std::vector<double> rival_times;
    std::vector<double> our_times;
    std::vector<double> ratios;
    for (int i = 0; i < rounds; ++i) {
        rival_times.push_back(milliseconds(rival));
        our_times.push_back(milliseconds(ours));
        ratios.push_back(our_times.back() / rival_times.back());
    }
    std::printf("%-58s %9.2f %9.2f %8.3f %8.3f\n", name, median(rival_times), median(our_times), median(ratios), target);
}

// The 90 % interval's lognormal parameters, as a rival would work them out.
struct lognormal_parameters {
    double mu;
    double sigma;
};
lognormal_parameters of_interval(double lo, double hi) {
    return {(std::log(lo) + std::log(hi)) / 2, (std::log(hi) - std::log(lo)) / (2 * 1.6448536269514722)};
}
std::lognormal_distribution<double> interval(double lo, double hi) {
    const auto p = of_interval(lo, hi);
    return std::lognormal_distribution<double>(p.mu, p.sigma);
}

inline constexpr auto mixed = hw::assumption<"mixed">(
    hw::mixture({0.0, 0.6}, {1.0, 0.2}, {hw::ci90(1.0, 3.0), 0.1}, {hw::ci90(2.0, 10.0), 0.1}),
    "benchmark");
inline constexpr auto lone = hw::assumption<"lone">(hw::ci90(2.0, 10.0), "benchmark");

inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto workload = hw::assumption<"workload">(hw::ci90(10.0, 200.0), "benchmark");
inline constexpr auto overhead = hw::assumption<"overhead">(hw::ci90(1.1, 1.6), "benchmark");
inline constexpr auto runs = hw::assumption<"runs">(hw::ci90(2.0, 12.0), "benchmark");
inline constexpr auto efficiency = hw::assumption<"efficiency">(hw::ci90(0.25, 0.6), "benchmark");

inline constexpr auto budget = hw::forecast(
    hw::inputs(cost, decline, workload, overhead, runs, efficiency), [](const auto& in) {
        const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[cost], hw::falls_by_factor(in[decline], year));
        return curve(hw::date(2027y / 1 / 1)) * in[workload] * in[overhead] * in[runs] / in[efficiency];
    });

double rival_budget(std::uint64_t seed) {
    std::mt19937_64 engine(seed);
    auto c = interval(80e6, 200e6);
    auto d = interval(3.0, 5.5);
    auto w = interval(10.0, 200.0);
    auto o = interval(1.1, 1.6);
    auto r = interval(2.0, 12.0);
    auto e = interval(0.25, 0.6);
    const double years = (hw::date(2027y / 1 / 1) - hw::date(2024y / 3 / 1)).in(year);
    std::vector<double> values(draws);
    double sum = 0.0;
    for (auto& v : values) {
        const double first = c(engine);
        const double fall = std::pow(d(engine), -years);
        v = first * fall * w(engine) * o(engine) * r(engine) / e(engine);
        sum += v;
    }
    double result = sum / static_cast<double>(draws);
    auto from = values.begin();
    for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(p * static_cast<double>(draws));
        std::nth_element(from, place, values.end());
        result += *place;
        from = place;
    }
    return result;
}

double our_budget(const hw::simulation& options) {
    const auto outcome = hw::simulate(budget, options);
    double result = outcome.mean().in(usd);
    for (const auto& q : outcome.quantiles(std::array{0.05, 0.25, 0.5, 0.75, 0.95})) result += q.in(usd);
    return result;
}

/// Short runs on one thread and on two in turns, on the clock on the wall. What else runs on the machine makes the median
/// of their ratios too small; the shortest of either are those it left alone.
void two_threads(const char* name, int rounds, bool keep) {
    std::vector<double> single;
    std::vector<double> twice;
    std::vector<double> speed_ups;
    const auto on = [&](unsigned threads) {
        return milliseconds_on_the_wall(
            [&] { return hw::simulate(budget, {.draws = 2 * draws, .threads = threads, .keep = keep}).mean().in(usd); });
    };
    sink += on(1) + on(2);
    for (int i = 0; i < 7 * rounds; ++i) {
        single.push_back(on(1));
        twice.push_back(on(2));
        speed_ups.push_back(single.back() / twice.back());
    }
    std::printf("two threads against one, 2 000 000 draws, %s: %.2f x, of the shortest of %d %.2f x (target 1.9)\n", name,
                median(speed_ups), 7 * rounds, *std::min_element(single.begin(), single.end()) /
                                                   *std::min_element(twice.begin(), twice.end()));
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    std::printf("%-58s %9s %9s %8s %8s\n", "1 000 000 draws, one thread", "rival ms", "ours ms", "ratio", "target");

    constexpr auto one = hw::forecast(hw::inputs(mixed), [](const auto& in) { return in[mixed]; });
    std::uint64_t seed = 1;
    compare(
        "mixture {0, 1, ci90(1,3), ci90(2,10)}: mean, draws kept", 1.0 / 9.0, rounds,
        [&] {
            std::mt19937_64 engine(seed);
            std::discrete_distribution<int> choose({0.6, 0.2, 0.1, 0.1});
            auto third = interval(1.0, 3.0);
            auto fourth = interval(2.0, 10.0);
            std::vector<double> values(draws);
            double sum = 0.0;
            for (auto& v : values) {
                const int which = choose(engine);
                v = which == 0 ? 0.0 : which == 1 ? 1.0 : which == 2 ? third(engine) : fourth(engine);
                sum += v;
            }
            return sum / static_cast<double>(draws);
        },
        [&] { return hw::simulate(one, {.draws = draws, .seed = seed++}).mean(); });

    std::vector<double> array(draws);
    compare(
        "lognormal draws into an array", 1.0 / 9.0, rounds,
        [&] {
            std::mt19937_64 engine(seed);
            auto distribution = interval(2.0, 10.0);
            for (auto& v : array) v = distribution(engine);
            return array[draws / 2];
        },
        [&] {
            hw::random_stream stream(seed++, hw::hash_of("lone"));
            auto reader = stream.read();
            const auto belief = lone.belief();
            for (std::uint64_t block = 0; block < draws / 64; ++block) {
                double u[64];
                reader.uniforms(block, u);
                belief.draw_block<64>(u, array.data() + block * 64);
            }
            return array[draws / 2];
        });

    compare(
        "six lognormals, quantities, a growth: mean, five quantiles", 1.0 / 8.0, rounds,
        [&] { return rival_budget(seed); }, [&] { return our_budget({.draws = draws, .seed = seed++}); });

    constexpr auto half_tied = hw::assumption<"half tied">(
        hw::mixture({1.0, 0.5}, {hw::ci90(2.0, 10.0), 0.5}), "benchmark");
    const auto tied =
        hw::simulate(hw::forecast(hw::inputs(half_tied), [&](const auto& in) { return in[half_tied]; }), {.draws = draws});
    const auto five_quantiles = [&] { return tied.quantiles(std::array{0.05, 0.25, 0.5, 0.75, 0.95})[4]; };
    sink += five_quantiles();
    std::vector<double> quantile_times;
    for (int i = 0; i < rounds; ++i) {
        quantile_times.push_back(milliseconds(five_quantiles));
    }
    std::printf("five quantiles of 1e6 kept draws, half of them tied: %.2f ns per draw (target 8)\n",
                median(quantile_times) * 1e6 / static_cast<double>(draws));

    two_threads("draws kept", rounds, true);
    two_threads("streaming", rounds, false);

    // Root-mean-square error of the mean over 50 seeds, against the exact mean of the product of lognormals.
    const auto error = [&](hw::method method, std::uint64_t n, unsigned scramblings = hw::default_replicates) {
        const double years = (hw::date(2027y / 1 / 1) - hw::date(2024y / 3 / 1)).in(year);
        const auto moment = [](double lo, double hi, double power) {
            const auto p = of_interval(lo, hi);
            return std::exp(power * p.mu + power * power * p.sigma * p.sigma / 2);
        };
        const double exact = moment(80e6, 200e6, 1) * moment(3, 5.5, -years) * moment(10, 200, 1) * moment(1.1, 1.6, 1) *
                             moment(2, 12, 1) * moment(0.25, 0.6, -1);
        double squares = 0.0;
        for (std::uint64_t s = 1; s <= 50; ++s) {
            const double mean =
                hw::simulate(budget, {.draws = n, .seed = s, .method = method, .keep = false, .replicates = scramblings})
                    .mean()
                    .in(usd);
            squares += (mean / exact - 1.0) * (mean / exact - 1.0);
        }
        return std::sqrt(squares / 50);
    };
    std::printf("root-mean-square relative error of the mean, 50 seeds: Sobol' at 16 384 %.2e in four scramblings, %.2e in "
                "eight, independent at 400 000 %.2e\n",
                error(hw::method::sobol, 16'384, 4), error(hw::method::sobol, 16'384, 8),
                error(hw::method::independent, 400'000));
    std::printf("(checksum %g)\n", sink);
}
