// SPDX-License-Identifier: BSL-1.0
// The cost of comparing ten scenarios in units of one simulation.
// Usage: bench_compare [rounds]
#include "stopwatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using namespace stopwatch;

inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto workload = hw::assumption<"workload">(hw::ci90(10.0, 200.0), "benchmark");
inline constexpr auto overhead = hw::assumption<"overhead">(hw::ci90(1.1, 1.6), "benchmark");

// Mostly draws: little in it but products.
inline constexpr auto product = hw::forecast(hw::inputs(cost, decline, workload, overhead), [](const auto& in) {
    return in[cost] * in[workload] * in[overhead] / in[decline];
});
// Mostly model: a power and a logarithm for each draw.
inline constexpr auto affordable = hw::forecast(hw::inputs(cost, decline, workload, overhead), [](const auto& in) {
    const auto curve =
        hw::exponential(hw::date(2024y / 3 / 1), in[cost] * in[overhead], hw::falls_by_factor(in[decline], year));
    return curve.reaches(curve(hw::date(2027y / 1 / 1)) / in[workload]);
});

/// Ten scenarios: the forecast as it is and nine with `own` of its inputs believed otherwise.
std::vector<hw::any_scenario> ten(int own) {
    std::vector<hw::any_scenario> all{hw::any_scenario("baseline")};
    for (int i = 1; i < 10; ++i) {
        hw::any_scenario s("scenario " + std::to_string(i));
        const double factor = 1.0 + 0.1 * i;
        s.set(hw::override(decline, hw::ci90(3.0 * factor, 5.5 * factor)));
        if (own > 1) s.set(hw::override(cost, hw::ci90(80.0 * factor * million_usd, 200.0 * factor * million_usd)));
        if (own > 2) s.set(hw::override(workload, hw::ci90(10.0 * factor, 200.0 * factor)));
        if (own > 3) s.set(hw::override(overhead, hw::ci90(1.1 * factor, 1.6 * factor)));
        all.push_back(s);
    }
    return all;
}

void compare(const char* name, const auto& forecast, int own, bool keep, int rounds) {
    const auto scenarios = ten(own);
    std::vector<double> single;
    std::vector<double> tenfold;
    std::vector<double> asked;
    const hw::simulation options{.draws = keep ? 200'000U : 400'000U, .seed = 1, .keep = keep};
    // Once without a clock: the first touch of the memory is no part of the work.
    sink += hw::base_value_of(hw::simulate(forecast, options).mean());
    sink += hw::base_value_of(hw::compare(forecast, scenarios, options)[9].mean());
    for (int i = 0; i < rounds; ++i) {
        single.push_back(milliseconds([&] { return hw::base_value_of(hw::simulate(forecast, options).mean()); }));
        tenfold.push_back(
            milliseconds([&] { return hw::base_value_of(hw::compare(forecast, scenarios, options)[9].mean()); }));
        const auto c = hw::compare(forecast, scenarios, options);
        asked.push_back(milliseconds([&] {
            double sum = 0.0;
            for (const auto& s : scenarios) {
                if (s.name() == "baseline") continue;
                const auto d = c.difference(s);
                sum += hw::base_value_of(d.mean()) + hw::base_value_of(d.standard_error()) + d.probability_above();
            }
            return sum;
        }));
    }
    std::printf("%-44s %9.2f %9.2f %8.2f %8.2f %8.1f\n", name, median(single), median(tenfold),
                median(tenfold) / median(single), median(asked) / median(single), 10.5);
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    std::printf("%-44s %9s %9s %8s %8s %8s\n", "ten scenarios, one thread", "one ms", "ten ms", "ratio", "asked",
                "target");
    compare("product of four, one overridden, kept", product, 1, true, rounds);
    compare("product of four, all overridden, kept", product, 4, true, rounds);
    compare("product of four, one overridden, streaming", product, 1, false, rounds);
    compare("product of four, all overridden, streaming", product, 4, false, rounds);
    compare("a date reached, one overridden, kept", affordable, 1, true, rounds);
    compare("a date reached, all overridden, kept", affordable, 4, true, rounds);
    compare("a date reached, one overridden, streaming", affordable, 1, false, rounds);
    compare("a date reached, all overridden, streaming", affordable, 4, false, rounds);
    std::printf(
        "'asked': all nine mean differences, errors and probabilities against the first, in units of one simulation\n");
    std::printf("(checksum %g)\n", sink);
}
