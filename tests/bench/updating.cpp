// SPDX-License-Identifier: BSL-1.0
// The cost of updating a forecast of ten inputs on what was observed, in units of its own simulation.
// Usage: bench_updating [rounds]
#include "stopwatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using namespace stopwatch;

inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), "benchmark");
inline constexpr auto first_run =
    hw::assumption<"first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "benchmark");
inline constexpr auto start = hw::assumption<"start">(hw::normal(hw::date(2024y / 3 / 1), 30.0 * day), "benchmark");
inline constexpr auto target = hw::assumption<"target">(hw::ci90(4.0 * million_usd, 6.0 * million_usd), "benchmark");
inline constexpr auto workload = hw::assumption<"workload">(hw::ci90(1.0, 3.0), "benchmark");
inline constexpr auto overhead = hw::assumption<"overhead">(hw::ci90(1.1, 1.6), "benchmark");
inline constexpr auto failures = hw::assumption<"failures">(hw::uniform(1.0, 1.3), "benchmark");
inline constexpr auto rent = hw::assumption<"rent">(hw::ci90(0.8, 1.4), "benchmark");
inline constexpr auto people = hw::assumption<"people">(hw::uniform(1.0, 1.5), "benchmark");
inline constexpr auto tax = hw::assumption<"tax">(hw::triangular(1.0, 1.1, 1.2), "benchmark");

inline constexpr auto cost_curve = [](const auto& in) {
    const auto cost = in[first_run] * in[overhead] * in[failures] * in[rent] * in[people] * in[tax] * in[workload];
    return hw::exponential(in[start], cost, hw::falls_by_factor(in[decline], year));
};
inline constexpr auto ten_inputs =
    hw::inputs(decline, first_run, start, target, workload, overhead, failures, rent, people, tax);
inline constexpr auto affordable =
    hw::forecast(ten_inputs, [](const auto& in) { return cost_curve(in).reaches(in[target]); });
// Mostly draws: little in it but products.
inline constexpr auto bill = hw::forecast(ten_inputs, [](const auto& in) {
    return in[first_run] * in[overhead] * in[failures] * in[rent] * in[people] * in[tax] * in[workload] / in[decline] +
           in[target];
});

void compare(const char* name, const auto& forecast, const auto& updated, int rounds) {
    const hw::simulation options{.draws = 100'000, .seed = 1};
    const auto plain = [&] { return static_cast<double>(hw::simulate(forecast, options).draws()); };
    const auto weighted = [&] { return hw::simulate(updated, options).effective_draws(); };
    // Once without a clock: the first touch of the memory is no part of the work.
    sink += plain() + weighted();
    std::vector<double> before;
    std::vector<double> after;
    for (int i = 0; i < rounds; ++i) {
        before.push_back(milliseconds(plain));
        after.push_back(milliseconds(weighted));
    }
    std::printf("%-64s %6.2f ms  updated %6.2f ms  ratio %.2f\n", name, median(before), median(after),
                median(after) / median(before));
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 9;
    constexpr auto in_words = "100 000 draws of ten inputs: ";
    const auto say = [&](const char* what) { return std::string(in_words) + what; };
    compare(say("a date, itself observed").c_str(), affordable,
            affordable.updated(hw::observed(2027y / 1 / 1, hw::normal_error(180.0 * day))), rounds);
    compare(say("a date, an input observed").c_str(), affordable,
            affordable.updated(hw::observed(decline, 4.5, hw::log_error(0.2))), rounds);
    compare(say("a date, the price on a day observed").c_str(), affordable,
            affordable.updated(hw::observed([](const auto& in) { return cost_curve(in)(hw::date(2025y / 9 / 1)); },
                                            30.0 * million_usd, hw::log_error(0.3))),
            rounds);
    compare(say("products, itself observed").c_str(), bill,
            bill.updated(hw::observed(100.0 * million_usd, hw::normal_error(50.0 * million_usd))), rounds);
    compare(say("products, an input observed").c_str(), bill,
            bill.updated(hw::observed(decline, 4.5, hw::log_error(0.2))), rounds);
    return sink == 0.0 ? 1 : 0;
}
