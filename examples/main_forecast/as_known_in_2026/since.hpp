// SPDX-License-Identifier: BSL-1.0
// The main forecast as known at the end of 2026. The models gain what the articles left out: by which definition training
// gets cheaper, chips whose rent rises again, fabs of which the second is built faster and the first was small. With these at
// what the articles take for granted it is the forecast of 2025, to the last bit.
#pragma once

#include "../model.hpp"

#include <headway/chip/scarcity_episode.hpp>
#include <headway/economics/cost_at_scale.hpp>
#include <headway/economics/nth_fab_time.hpp>
#include <headway/figures/since/arithmetic.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/figures/since/training.hpp>

namespace main_forecast {

namespace since = headway::figures::since;

/// The day on which it was looked at last, from which ages are counted.
inline constexpr hw::date known_on = 2026y / 11 / 29;

// ---- What the articles took for granted -----------------------------------------------------------------------------

/// 0: the cost of a capability, as the articles have it. 1: compute, by learning algorithms proper. 2: compute, by algorithms
/// and data. 3: compute to catch up to a level that somebody has reached.
inline constexpr auto definition = hw::assumption<"definition by which training gets cheaper">(
    0.0, "The articles have one, 0, the cost of a capability; 1 to 3 are learning algorithms proper, algorithms with data and "
         "catching up to a level.");
// By each definition compute falls; what compute costs falls beside it, as performance per dollar doubles.
inline constexpr auto fall_by_core_algorithms =
    hw::assumption<"yearly fall of compute by learning algorithms proper">(
        hw::as_about(since::core_algorithms_per_year, 1.15), since::core_algorithms_per_year)
        .with_note("\"About\" is read as: 90 % within a factor of 1.15 either way. It is what an upper bound amounts to.");
inline constexpr auto fall_by_algorithms_and_data =
    hw::assumption<"yearly fall of compute by algorithms with data">(
        hw::ci90(since::algorithms_epoch.value, since::software_progress_epoch.value), since::software_progress_epoch)
        .with_note("90 % between Epoch AI's 3 for algorithms and the 10 of \"several, possibly 10 or more\"; our reading.");
inline constexpr auto expected_catch_up = hw::as_measured(since::catch_up_expected);
inline constexpr auto fall_in_catching_up =
    hw::assumption<"yearly fall of compute to catch up to a level">(
        hw::truncated(expected_catch_up, 1.0, expected_catch_up.support().second), since::catch_up_expected)
        .with_note("Its author's interval as a lognormal, without what would be a rise.");

inline constexpr auto rent_peak = hw::assumption<"dearest hour of a chip in a shortage, in its cheapest">(
    1.0, "No article has rents rise again.");
inline constexpr auto which_fab =
    hw::assumption<"which fab of its site it is">(1.0, "The articles tell of the first fab abroad.");
inline constexpr auto learned_in_time =
    hw::assumption<"part of the building time that a doubling of fabs saves">(
        hw::uniform(0.0, 1.0 * year / said::published::exyte_time_us.value),
        since::arizona_fab2_volume)
        .with_note("From nothing to what it would be if the year by which the second fab in Arizona was brought forward is "
                   "all learned; our reading.");
inline constexpr auto size_of_fab = hw::assumption<"size of the US fab, in that of the Taiwanese one">(
    1.0, "The articles compare fabs of one size.").as_number();
inline constexpr auto scale_exponent = hw::assumption<"capital's exponent of size">(
    hw::uniform(0.6, 0.9), "Ours: from the six-tenths rule of process plants to nearly in proportion.").as_number();

inline constexpr auto definition_inputs =
    hw::inputs(definition, fall_by_core_algorithms, fall_by_algorithms_and_data, fall_in_catching_up, rent_peak);
/// With what training was read from before, and what other models share with it.
inline constexpr auto training_since_inputs =
    together(training_inputs, definition_inputs, hw::inputs(doubling, no_shortage));
inline constexpr auto later_fab_inputs = hw::inputs(which_fab, learned_in_time, size_of_fab, scale_exponent);

// ---- The models -----------------------------------------------------------------------------------------------------

/// When rents were lowest, and how long they took to rise.
inline constexpr hw::date rents_rise_from = since::h100_rent_low.said_on().latest;
inline constexpr auto rents_rise_over = since::h100_rent_2026_03.said_on().latest - rents_rise_from;

/// The code as it is. \throws std::domain_error for what is none of the four.
inline constexpr auto known_definition = [](const auto& in) {
    const auto code = in[definition];
    for (int i = 0; i < hw::lanes_of<std::remove_cvref_t<decltype(code)>>; ++i) {
        const double one = hw::value_at(code, i);
        if (one == 0.0 || one == 1.0 || one == 2.0 || one == 3.0) continue;
        throw std::domain_error(std::string(definition.name) + ": must be 0, 1, 2 or 3, got " + hw::to_text(one) +
                                "; give one of them, or several, discrete(1: 0.5, 2: 0.5)");
    }
    return code;
};
/// By a definition in compute: compute falls, so does what it costs, but while chips are short.
inline constexpr auto cost_by_definition = [](const auto& in) {
    const auto code = known_definition(in);
    const auto fall = hw::select(code < 1.5, in[fall_by_core_algorithms],
                                 hw::select(code < 2.5, in[fall_by_algorithms_and_data], in[fall_in_catching_up]));
    const auto compute_price = hw::pow(hw::doubles_every(in[doubling]), -1.0);
    const auto plenty = hw::training_cost(in[base_date], in[base_cost],
                                          hw::total_decline(compute_price, hw::falls_by_factor(fall, year)));
    const auto short_until = said::krishnan::source.latest + in[no_shortage];
    // The rent of plenty goes on falling, so that a rent is more times that than it is its lowest.
    const auto times_plenty = in[rent_peak] * hw::doubles_every(in[doubling]).over(rents_rise_over);
    const auto peak = hw::select(in[rent_peak] > 1.0, times_plenty, 1.0);
    return plenty * hw::scarcity_episode(rents_rise_from, hw::max(short_until, rents_rise_from), peak, rents_rise_over,
                                         rents_rise_over);
};
/// By the definition that is meant; the articles' in closed form, as there.
inline constexpr auto by_definition = [](const auto& in, const auto& articles, const auto& compute_multiplier) {
    const auto later = hw::first_at_most(cost_by_definition(in) * compute_multiplier, in[target],
                                         half_century_from(in[base_date]));
    return hw::select(in[definition] < 0.5, articles(in), later);
};
inline constexpr auto run_affordable_by_definition = [](const auto& in) {
    return by_definition(in, run_affordable_from, 1.0);
};
inline constexpr auto workload_affordable_by_definition = [](const auto& in) {
    return by_definition(in, workload_affordable_from, in[workload]);
};

inline constexpr auto later_fab_in_us = [](const auto& in) {
    return fab_in(in, said::published::exyte_time_us,
                  hw::time_of_nth_fab(in[time_in_us], hw::learning_rate(in[learned_in_time]), in[which_fab]));
};
inline constexpr auto later_us_fab_ships = [](const auto& in) { return later_fab_in_us(in).completion(report_day); };
struct cost_abroad_of_later_fab {
    template <class In>
    constexpr auto operator()(const In& in) const {
        return cost_abroad_of(in, later_fab_in_us(in), [&](const auto& site) {
            return hw::at_scale(site, in[size_of_fab], in[scale_exponent]);
        });
    }
};
inline constexpr cost_abroad_of_later_fab later_cost_abroad{};

/// Every answer of the articles, by the models of today and with the beliefs of 2025.
inline constexpr auto articles_of_2025 =
    hw::forecast(together(all_inputs, definition_inputs, later_fab_inputs), [](const auto& in) {
        return every_answer(in, run_affordable_by_definition, workload_affordable_by_definition, later_us_fab_ships,
                            later_cost_abroad);
    });

/// The same on its own, for scenarios and over time.
inline constexpr auto run_affordable = hw::forecast(training_since_inputs, run_affordable_by_definition);
inline constexpr auto run_cost = hw::forecast(training_since_inputs, [](const auto& in, const auto& when) {
    return hw::select(in[definition] < 0.5, cost_of_capability(in)(when), cost_by_definition(in)(when));
});

// ---- What is believed otherwise -------------------------------------------------------------------------------------

inline constexpr auto shortage_seen = since::microsoft_short_until.value - said::krishnan::source.latest;
/// From Hopper to Blackwell and from Blackwell to Rubin, by the first quarter of sales.
inline constexpr auto to_blackwell = since::b200.first_sales.earliest - since::h100.first_sales.earliest;
inline constexpr auto to_rubin = since::rubin.first_sales.earliest - since::b200.first_sales.earliest;
inline constexpr auto made_in_2025 = (since::nvidia_stock_2025.value - since::nvidia_stock_2024.value) / year;

inline constexpr auto as_known = articles_of_2025.with(
    hw::override(definition, hw::discrete({1.0, 1.0}, {2.0, 1.0}, {3.0, 1.0}),
                 {since::software_progress_epoch,
                  "Which definition is meant no source says for the articles; each counts as much, ours."}),
    hw::override(rent_peak, hw::ci90(1.0 + since::h100_rent_rise, 2.0 * (1.0 + since::h100_rent_rise)),
                 {since::h100_rent_2026_03, "At least what was seen, 90 % up to twice that; our reading. Copies only."}),
    hw::override(no_shortage, hw::uniform(shortage_seen, shortage_seen + 2.0 * year),
                 {since::microsoft_short_until, "At least so long; up to two years more, ours."}),
    hw::override(spending_growth,
                 hw::mixture({hw::as_measured(said::published::training_cost_growth), 1.0},
                             {hw::as_about(since::training_cost_growth_refit, 1.2), 1.0}),
                 {since::training_cost_growth_refit,
                  "One of two rules of choosing runs, each as likely, ours: all since 2016 (Cottier et al.), the top ten "
                  "since 2018. \"About\" is read as: 90 % within a factor of 1.2."}),
    hw::override(lead_today, hw::as_mean_and_ends(since::lead_epoch),
                 {since::lead_epoch, "The smallest and the largest since 2023 as the ends, their mean as its mean."}),
    hw::override(cadence, hw::uniform(hw::min(to_rubin, to_blackwell), hw::max(to_rubin, to_blackwell)),
                 {since::rubin, "Between the two steps seen, from Hopper to Blackwell and from there to Rubin, by first sales."}),
    hw::override(which_fab, 3.0, {since::arizona_fab2_volume, "Two are built before it."}),
    hw::override(size_of_fab, hw::uniform(0.25, 1.0),
                 "From a quarter, which makes of a wafer what one copy of a table has, 2.41 ×, to the same size; ours."),
    hw::override(spender, hw::as_exact(since::microsoft_capex_fy2025), since::microsoft_capex_fy2025),
    hw::override(chips_2025, hw::around(made_in_2025, 1.2),
                 {since::nvidia_stock_2025,
                  "By how much Nvidia's stock grew in 2025, in equivalents of an H100; 90 % within a factor of 1.2, ours. "
                  "Others made some more."}));

}  // namespace main_forecast
