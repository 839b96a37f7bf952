// SPDX-License-Identifier: BSL-1.0
// A path of 60 monthly steps, 100 000 draws, its first passage below a level: the library against a loop over the standard
// library's generator and normal distribution. Usage: bench_paths [rounds]
#include "stopwatch.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <random>
#include <vector>

#include <headway/assumption/path.hpp>
#include <headway/process/first_passage.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using namespace stopwatch;

std::size_t allocations = 0;

constexpr int draws = 100'000;
constexpr int steps = 60;
inline constexpr auto start = hw::date(2025y / 1 / 1);
inline constexpr auto dram = hw::path<"DRAM price">(
    hw::log_walk(start, 4.0 * usd, hw::growth::from_rate_per_second(-0.446 / 31556952.0), hw::per_sqrt_year(0.383)),
    "benchmark");
inline constexpr auto affordable = hw::forecast(hw::inputs(dram), [](const auto& in) {
    return hw::first_at_most(in[dram], 0.8 * usd, hw::between(start, start + 5.0 * year));
});
inline constexpr auto rarely = hw::forecast(hw::inputs(dram), [](const auto& in) {
    return hw::first_at_most(in[dram], 0.08 * usd, hw::between(start, start + 5.0 * year));
});

/// The years until ln(price / level) first comes to zero, the horizon where it does not; it stops where it has.
double plain_loop(double level) {
    std::mt19937_64 generator(1);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    const double h = 1.0 / 12.0;
    const double drift = -0.446 * h;
    const double spread = 0.383 * std::sqrt(h);
    const double per_product = 2.0 / (spread * spread);
    const double first = std::log(4.0 / level);
    std::vector<double> years(draws);
    for (double& passed : years) {
        double before = first;
        passed = steps * h;
        for (int s = 0; s < steps; ++s) {
            const double after = before + drift + spread * normal(generator);
            if (after <= 0.0) {
                passed = (s + before / (before - after)) * h;
                break;
            }
            const double exponent = per_product * before * after;
            if (exponent < 37.0 && uniform(generator) < std::exp(-exponent)) {
                passed = (s + 0.5) * h;
                break;
            }
            before = after;
        }
    }
    double sum = 0.0;
    for (const double y : years) sum += y;
    return sum / draws;
}

void compare(const char* name, const auto& forecast, double level, int rounds) {
    const auto library = [&] {
        const auto when = hw::simulate(forecast, {.draws = draws, .seed = 1, .threads = 1});
        return when.probability_below(start + 5.0 * year);
    };
    const auto rival = [&] { return plain_loop(level); };
    sink += library() + rival();
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < rounds; ++i) {
        ours.push_back(milliseconds(library));
        theirs.push_back(milliseconds(rival));
    }
    const std::size_t before = allocations;
    sink += library();
    const auto allocated = static_cast<double>(allocations - before);
    std::printf("%-40s library %7.2f ms   loop %7.2f ms   ratio %.3f   allocations per draw %.5f\n", name, median(ours),
                median(theirs), median(ours) / median(theirs), allocated / draws);
}

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* const p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

int main(int count, char** arguments) {
    const int rounds = count > 1 ? std::atoi(arguments[1]) : 15;
    compare("below a fifth, 83 % within 60 months", affordable, 0.8, rounds);
    compare("below a fiftieth, 2 % within 60 months", rarely, 0.08, rounds);
    return sink == 0.5 ? 1 : 0;
}
