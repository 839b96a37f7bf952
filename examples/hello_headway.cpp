// SPDX-License-Identifier: BSL-1.0
#include <headway/headway.hpp>

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

// What we assume, how sure we are, and who said so.
inline constexpr auto decline = hw::assumption<"yearly fall in training cost">(
    hw::ci90(3.0, 5.5), said::amodei::training_cost_decline);
inline constexpr auto first_run = hw::assumption<"cost of the first run">(
    hw::ci90(80.0 * million_usd, 200.0 * million_usd), said::schmidt::deepseek_base_cost);

// One model; every question is asked of it.
inline constexpr auto affordable = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    const auto curve = hw::exponential(hw::date(2024y / 3 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
    return curve.reaches(5.0 * million_usd);
});

static_assert(affordable.baseline() < hw::date(2027y / 6 / 1));  // an assumption, tested by the compiler

int main() {
    const auto when = hw::simulate(affordable, {.draws = 100'000, .seed = 2025});
    std::cout << "The capability of the first run costs 5 million USD by " << when.median() << "\n(standard error of the "
              << "simulation " << when.quantile_standard_error(0.5) << "), 90 % between " << when.quantile(0.05) << " and "
              << when.quantile(0.95) << ". This rests on\n" << hw::report::sources(affordable);
}
