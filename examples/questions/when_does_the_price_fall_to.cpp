// SPDX-License-Identifier: BSL-1.0
// When does the price fall to a fifth? Prices fall by chance: the first day below a level comes earlier than the date on
// which the distribution of the price says so. With the drift and noise that Farmer and Lafond (2016) report of DRAM, as
// known, and as uncertain as a fit to twenty years leaves them.
#include "../common/answers.hpp"

#include <headway/assumption/path.hpp>
#include <headway/history/fit_random_walk.hpp>
#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/sobol_indices.hpp>

#include <vector>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr const char* farmer_and_lafond =
    "Farmer and Lafond, Research Policy 45 (2016) 647: of the logarithm a drift of -0.446 "
    "and a noise of 0.383 a year";
inline constexpr auto start = hw::date(2025y / 1 / 1);
inline constexpr auto budget = 0.8 * usd;  // a gigabyte, at 4 USD now

/// Drift and noise of the logarithm a year, from so many increments.
inline constexpr auto walk = hw::random_walk(start, 4.0 * usd, year, {-0.446, 0.383, 20, hw::independent_increments});

inline constexpr auto known =
    hw::path<"price of a gigabyte">(hw::log_walk(start, 4.0 * usd, walk.growth(), hw::per_sqrt_year(0.383)), farmer_and_lafond);
inline constexpr auto uncertain = hw::path<"price of a gigabyte">(walk, farmer_and_lafond);
inline constexpr auto need = hw::assumption<"gigabytes, of today's, that do the same">(hw::ci90(0.7, 1.3), "a guess");

/// When the cost is first down to the budget, and whether it is on a date.
inline constexpr auto question = [](const auto& price) {
    return [price](const auto& in) {
        const auto cost = in[price] * in[need];
        return hw::outputs(
            hw::output<"first down to it">(hw::first_at_most(cost, budget, hw::between(start, start + 15.0 * year))),
            hw::output<"cost after 3 years">(cost(start + 3.0 * year)));
    };
};

template <class Forecast>
void print(const char* title, const Forecast& forecast) {
    const auto run = hw::simulate(forecast, {.draws = 100'000, .seed = 2025});
    const auto& first = hw::get<"first down to it">(run);
    const auto& then = hw::get<"cost after 3 years">(run);
    std::cout << title << "\n  central case " << hw::get<"first down to it">(forecast.baseline()) << "\n  median "
              << first.median() << ", 90 % between " << first.quantile(0.05) << " and " << first.quantile(0.95)
              << "\n  by then down to it at some time: "
              << hw::to_text(100.0 * first.probability_below(start + 3.0 * year), 3)
              << " % within 3 years\n  and still on the day three years on: "
              << hw::to_text(100.0 * then.probability_below(budget), 3) << " %\n";
}

int main() {
    std::cout << "When does what costs 4 USD today cost 0.80 USD?\n\n";
    constexpr auto as_known = hw::forecast(hw::inputs(known, need), question(known));
    constexpr auto as_fitted = hw::forecast(hw::inputs(uncertain, need), question(uncertain));
    print("Drift and noise known:", as_known);
    print("Drift and noise fitted to 20 years:", as_fitted);

    constexpr auto logarithm = hw::forecast(as_fitted.inputs(), [](const auto& in) {
        return hw::log((in[uncertain] * in[need])(start + 3.0 * year) / budget);
    });
    std::cout << "\nOf the variance of the logarithm of the cost after 3 years\n";
    for (const auto& row : hw::sobol_indices(logarithm, {.draws = 8192, .seed = 1})) {
        std::cout << "  " << hw::to_text(100.0 * row.total.value, 2) << " % are due to: " << row.input << '\n';
    }
    std::cout << "\nThis rests on\n" << report::sources(as_fitted);
}
