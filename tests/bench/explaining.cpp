// SPDX-License-Identifier: BSL-1.0
// The cost of sharing out a change of eight inputs, in units of the 2^8 simulations that it stands for.
// Usage: bench_explaining [rounds]
#include "stopwatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using namespace stopwatch;

inline constexpr auto cost = hw::assumption<"cost">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto workload = hw::assumption<"workload">(hw::ci90(10.0, 200.0), "benchmark");
inline constexpr auto overhead = hw::assumption<"overhead">(hw::ci90(1.1, 1.6), "benchmark");
inline constexpr auto share = hw::assumption<"share">(hw::uniform(0.2, 0.9), "benchmark");
inline constexpr auto wages = hw::assumption<"wages">(hw::ci90(1.0, 1.4), "benchmark");
inline constexpr auto delay = hw::assumption<"delay">(hw::normal(6.0 * month, 2.0 * month), "benchmark");
inline constexpr auto power = hw::assumption<"power">(hw::triangular(0.9, 1.0, 1.3), "benchmark");

// Mostly draws: little in it but products.
inline constexpr auto product =
    hw::forecast(hw::inputs(cost, decline, workload, overhead, share, wages, delay, power), [](const auto& in) {
        return in[cost] * in[workload] * in[overhead] * in[share] * in[wages] * in[power] * (in[delay] / year) /
               in[decline];
    });
// Mostly model: powers and a logarithm for each draw.
inline constexpr auto affordable =
    hw::forecast(hw::inputs(cost, decline, workload, overhead, share, wages, delay, power), [](const auto& in) {
        const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[cost] * in[overhead] * in[wages] * in[power],
                                           hw::falls_by_factor(in[decline], year));
        return curve.reaches(curve(hw::date(2027y / 1 / 1)) * in[share] / in[workload]) + in[delay];
    });

/// Each of the eight believed otherwise.
hw::override_list changes() {
    return hw::override_list(hw::override(cost, hw::ci90(60.0 * million_usd, 150.0 * million_usd)),
                             hw::override(decline, hw::ci90(2.5, 4.5)), hw::override(workload, hw::ci90(20.0, 400.0)),
                             hw::override(overhead, hw::ci90(1.0, 1.4)), hw::override(share, hw::uniform(0.3, 0.9)),
                             hw::override(wages, hw::ci90(1.1, 1.6)),
                             hw::override(delay, hw::normal(9.0 * month, 2.0 * month)),
                             hw::override(power, hw::triangular(0.9, 1.1, 1.5)));
}

void explain(const char* name, const auto& forecast, const auto& of, auto ask, int rounds) {
    const hw::simulation options{.draws = 10'000, .seed = 1};
    const hw::override_list all = changes();
    std::vector<double> separate;
    std::vector<double> explained;
    for (int i = 0; i <= rounds; ++i) {
        const double apart = milliseconds([&] {
            double sum = 0.0;
            for (unsigned combination = 0; combination < 256; ++combination) {
                hw::override_list some;
                unsigned place = 0;
                for (const auto& entry : all) {
                    if ((combination >> place++ & 1U) != 0) some.set(entry.input, entry.belief);
                }
                sum += hw::base_value_of(ask(hw::simulate(forecast.with(some), options)));
            }
            return sum;
        });
        const double together =
            milliseconds([&] { return hw::base_value_of(hw::explain_change(forecast, all, of, options)[0].change); });
        if (i == 0) continue;  // the first touch of the memory is no part of the work
        separate.push_back(apart);
        explained.push_back(together);
    }
    std::printf("%-44s %9.2f %9.2f %8.2f %8.2f\n", name, median(separate), median(explained),
                median(explained) / median(separate), 0.5);
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    std::printf("%-44s %9s %9s %8s %8s\n", "eight changes, 10 000 draws, one thread", "256 ms", "shared ms", "ratio",
                "target");
    const auto middle = [](const auto& o) { return o.median(); };
    const auto mean = [](const auto& o) { return o.mean(); };
    explain("median of a product of eight", product, statistic::median, middle, rounds);
    explain("mean of a product of eight", product, statistic::mean, mean, rounds);
    explain("median of a date reached", affordable, statistic::median, middle, rounds);
    explain("mean of a date reached", affordable, statistic::mean, mean, rounds);
    std::printf(
        "'256': a simulation and its statistic for each combination; 'shared': explain_change, with the errors\n");
    std::printf("(checksum %g)\n", sink);
}
