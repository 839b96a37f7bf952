// SPDX-License-Identifier: BSL-1.0
// The forecasts that example_shards can run, one for each shape of an outcome. To run your own in shards, add it here.
#pragma once

#include <headway/economics/training_cost.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/reading.hpp>
#include <headway/trend/first_time.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace forecasts_in_shards {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto decline = hw::assumption<"yearly fall of the cost of a fixed capability">(
    hw::around(said::amodei::training_cost_decline, 1.35), said::amodei::training_cost_decline);
inline constexpr auto base_cost = hw::assumption<"cost of the capability when new">(
    hw::ci90(80.0 * million_usd, 200.0 * million_usd), said::schmidt::deepseek_base_cost);
inline constexpr auto growth = hw::assumption<"yearly growth of the cost of the largest runs">(
    hw::ci90(1.9, 3.1), said::published::training_cost_growth);
inline constexpr auto largest_run = hw::assumption<"cost of the largest run at the start of 2024">(
    hw::ci90(50.0 * million_usd, 120.0 * million_usd), "Around the largest runs of 2023.");

/// Several outputs: when a capability costs 5 million USD, and what it costs in 2026.
inline constexpr auto affordable = hw::forecast(hw::inputs(decline, base_cost), [](const auto& in) {
    const auto curve =
        hw::training_cost(hw::date(2024y / 3 / 1), in[base_cost], hw::falls_by_factor(in[decline], year));
    const auto affordable_from =
        hw::first_at_most(curve, 5.0 * million_usd, hw::between(curve.start(), 2074y / 3 / 1));
    return hw::outputs(hw::output<"affordable">(affordable_from),
                       hw::output<"cost in 2026">(curve(hw::date(2026y / 1 / 1))));
});

/// One output: when the largest run costs a billion USD.
inline constexpr auto billion = hw::forecast(hw::inputs(growth, largest_run), [](const auto& in) {
    const auto cost = hw::exponential(hw::date(2024y / 1 / 1), in[largest_run], hw::grows_by_factor(in[growth], year));
    return hw::first_at_least(cost, 1.0 * billion_usd, hw::between(2024y / 1 / 1, 2074y / 1 / 1));
});

/// A fan: what the largest run costs, year by year.
inline constexpr auto spending =
    hw::forecast(hw::inputs(growth, largest_run), [](const auto& in, const hw::date& when) {
        return hw::exponential(hw::date(2024y / 1 / 1), in[largest_run], hw::grows_by_factor(in[growth], year))(when);
    });

inline const std::vector<hw::date> dates{2024y / 1 / 1, 2025y / 1 / 1, 2026y / 1 / 1, 2027y / 1 / 1, 2028y / 1 / 1};

/// `use(forecast)` with the forecast of this name.
template <class Use>
void with_forecast(const std::string& name, const Use& use) {
    if (name == "affordable") return use(affordable);
    if (name == "billion") return use(billion);
    if (name == "spending") return use(spending);
    throw std::runtime_error("--forecast: got \"" + name + "\", expected affordable, billion or spending");
}

/// A run of a forecast, over its dates where it has them.
template <class Forecast, class Progress = hw::no_progress>
auto simulate(const Forecast& forecast, const hw::simulation& options, Progress progress = {}) {
    if constexpr (Forecast::over_time) {
        return hw::simulate(forecast, dates, options, progress);
    } else {
        return hw::simulate(forecast, options, progress);
    }
}

}  // namespace forecasts_in_shards
