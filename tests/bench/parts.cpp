// SPDX-License-Identifier: BSL-1.0
// Ten scenarios of the main forecast that each change one input, and Sobol' indices of one of its answers, in units of one
// simulation: with the parts that its model says, and with the same model as one.
// Usage: bench_parts [rounds]
#include "stopwatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "../../examples/main_forecast/model.hpp"

namespace hw = headway;
using namespace headway::units;
using namespace main_forecast;

namespace {

using namespace stopwatch;

/// The main forecast with its parts out of sight: the same calls on inputs that remember nothing.
constexpr auto as_one = hw::forecast(everything.inputs(), [](const auto& in) {
    auto forgetful = in;
    if constexpr (requires { forgetful.note_reads(nullptr); }) forgetful.note_reads(nullptr);
    return everything.model()(forgetful);
});

/// As believed, and ten scenarios that each change one input, one or two of each of the models.
std::vector<hw::any_scenario> ten() {
    std::vector<hw::any_scenario> all{hw::any_scenario("as believed")};
    const auto add = [&](const char* name, const auto& override) {
        hw::any_scenario s(name);
        s.set(override);
        all.push_back(s);
    };
    add("cost falls faster", hw::override(decline, hw::ci90(4.0, 8.0)));
    add("a dearer first run", hw::override(base_cost, 200.0 * million_usd));
    add("spending grows slower", hw::override(spending_growth, hw::ci90(1.5, 2.0)));
    add("a lead of two years", hw::override(lead_today, 2.0 * year));
    add("slower chips", hw::override(doubling, 3.0 * year));
    add("a fab takes longer", hw::override(time_in_us, 48.0 * month));
    add("a dearer fab", hw::override(building_multiplier, 5.0));
    add("servers take a year", hw::override(long_wait, 12.0 * month));
    add("more power", hw::override(power_growth, hw::ci90(1.3, 1.6)));
    add("less is diverted", hw::override(diverted, 0.2));
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    const auto scenarios = ten();
    for (const std::uint64_t draws : {20'000U, 100'000U}) {
        const hw::simulation options{.draws = draws, .seed = 2025};
        const auto simulated = [&] { return hw::get<"chips sooner by">(hw::simulate(everything, options)).mean() / day; };
        const auto compared = [&](const auto& forecast) {
            return hw::get<"chips sooner by">(hw::compare(forecast, scenarios, options))[scenarios[8]].mean() / day;
        };
        const auto indices = [&](const auto& forecast) {
            return hw::sobol_indices<"cost of a wafer, US against Taiwan">(forecast, {.draws = 1024})[0].total.value;
        };
        std::vector<double> once, in_parts, whole, index_parts, index_whole;
        sink += simulated() + compared(everything);  // the first touch of the memory is no part of the work
        for (int i = 0; i < rounds; ++i) {
            once.push_back(milliseconds(simulated));
            in_parts.push_back(milliseconds([&] { return compared(everything); }));
            whole.push_back(milliseconds([&] { return compared(as_one); }));
            if (draws > 20'000) continue;
            index_parts.push_back(milliseconds([&] { return indices(everything); }));
            index_whole.push_back(milliseconds([&] { return indices(as_one); }));
        }
        std::printf("%llu draws, one thread: a simulation %.0f ms\n", static_cast<unsigned long long>(draws), median(once));
        std::printf("  as believed and ten scenarios, in parts  %6.0f ms, %5.2f simulations (target 3)\n", median(in_parts),
                    median(in_parts) / median(once));
        std::printf("  the same, the model as one               %6.0f ms, %5.2f simulations\n", median(whole),
                    median(whole) / median(once));
        if (index_parts.empty()) continue;
        std::printf("Sobol' indices of the cost of a wafer, 1024 draws, 56 inputs: in parts %.0f ms, as one %.0f ms, %.3f\n",
                    median(index_parts), median(index_whole), median(index_parts) / median(index_whole));
    }
    std::printf("(checksum %g)\n", sink);
}
