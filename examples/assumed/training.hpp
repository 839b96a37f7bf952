// SPDX-License-Identifier: BSL-1.0
// What the examples assume about training: what a capability costs, and what the largest runs cost.
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/economics/run_cost.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/source/reading.hpp>

namespace assumed {

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;

inline constexpr auto decline =
    hw::assumption<"yearly fall of the cost of a fixed capability">(
        hw::as_about(said::amodei::training_cost_decline, 1.35), said::amodei::training_cost_decline)
        .with_note("\"About\" is read as: 90 % within a factor of 1.35 either way.");
inline constexpr auto base_cost = hw::assumption<"cost of the capability when new">(
                                      said::schmidt::deepseek_base_cost.value, said::schmidt::deepseek_base_cost)
                                      .with_note("A lower bound, taken at the bound.");
inline constexpr auto base_date = hw::assumption<"date on which it cost that">(
    hw::uniform(2023y / 7 / 1, 2024y / 7 / 1),
    "No source dates it: half a year to one and a half years before the claim.");
inline constexpr auto target = hw::assumption<"what counts as affordable">(said::schmidt::deepseek_cost_claim.value,
                                                                           said::schmidt::deepseek_cost_claim);
inline constexpr auto workload =
    hw::assumption<"compute of planning workloads against the base model">(
        said::schmidt::planning_compute_multiplier.value, said::schmidt::planning_compute_multiplier)
        .with_note("A lower bound, taken at the bound: the dates that follow are lower bounds too.");
inline constexpr auto spending_growth = hw::assumption<"yearly growth of the cost of the largest runs">(
    hw::as_measured(said::published::training_cost_growth), said::published::training_cost_growth);
inline constexpr auto reference_run = [] {
    using namespace said::published;
    const auto chips = hw::chip_cost(run_chips.value * run_duration.value, run_chip_price.value,
                                     hw::grows_by_ooms(hardware_price_performance_ooms.value, year));
    const auto power = hw::average_power(run_chip_power.value, run_server_power_factor.value, run_load.value);
    return chips + hw::interconnect_cost(chips, run_interconnect_share.value) +
           hw::energy_cost(run_chips.value * run_duration.value, power, run_pue.value, run_electricity_price.value);
}();
inline constexpr auto largest_run = hw::assumption<"cost of the largest run at the start of 2024">(
    hw::around(reference_run, 1.5),
    "The reference run of Cottier et al. (arXiv 2405.21015), computed from their inputs; 90 % within a factor of 1.5.");

}  // namespace assumed
