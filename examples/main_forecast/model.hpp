// SPDX-License-Identifier: BSL-1.0
// The models of the main forecast, each a function of the inputs, and the one forecast that is composed of them.
#pragma once

#include "assumptions.hpp"

namespace main_forecast {

// ---- Training -------------------------------------------------------------------------------------------------------

inline constexpr auto cost_of_capability = [](const auto& in) {
    return hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
};
inline constexpr auto cost_of_largest_run = [](const auto& in) {
    return hw::exponential(hw::date(2024y / 1 / 1), in[largest_run], hw::grows_by_factor(in[spending_growth], year));
};

// ---- Lead -----------------------------------------------------------------------------------------------------------

inline constexpr hw::date interview = said::amodei::source.latest;
/// What comes later counts as never.
inline constexpr auto horizon = hw::between(interview, interview + 30.0 * year);

inline constexpr auto lead_of = [](const auto& in) {
    const auto leader = hw::exponential(interview, 1.0, hw::grows_by_factor(in[compute_growth], year));
    return hw::lead(leader,
                    hw::follower_of(leader, in[lead_today], interview, hw::pow(leader.growth(), in[pace_of_follower])));
};

inline constexpr auto catch_up = [](const auto& in) { return lead_of(in).catch_up(horizon); };

/// From when on a capability costs at most what is affordable, and the largest run at least a billion: what is so already
/// counts from the start, what takes more than half a century is never.
inline constexpr auto half_century_from = [](const auto& start) { return hw::between(start, start + 50.0 * year); };
inline constexpr auto affordable_from = [](const auto& in, const auto& curve) {
    return hw::first_at_most(curve, in[target], half_century_from(curve.start()));
};
inline constexpr auto run_affordable_from = [](const auto& in) { return affordable_from(in, cost_of_capability(in)); };
inline constexpr auto workload_affordable_from = [](const auto& in) {
    return affordable_from(in, cost_of_capability(in).for_workload(in[workload]));
};
inline constexpr auto billion_from = [](const auto& in) {
    const auto cost = cost_of_largest_run(in);
    return hw::first_at_least(cost, 1.0 * billion_usd, half_century_from(cost.start()));
};

// ---- Chips ----------------------------------------------------------------------------------------------------------

inline constexpr auto gap_of_generations = [](const auto& in, const auto& generations) {
    return hw::cadence(in[cadence], hw::doubles_every(in[doubling])).gap_of_generations(generations);
};

/// Performance and time of the gap in which tier 2 is held.
inline constexpr auto behind_by_lag = [](const auto& in) {
    const auto gap = gap_of_generations(in, in[lag]);
    return std::pair(gap.performance_ratio, gap.time);
};

// ---- A fab abroad ---------------------------------------------------------------------------------------------------

/// The stages in a region, whose published means are stretched to the sum that is assumed. Luck is drawn once, so that
/// the regions are compared on the same luck.
inline constexpr auto fab_in = [](const auto& in, const auto& region, const auto& sum) {
    const auto stretch = sum / region.value;
    return hw::stage<"permits">(region.first * stretch * in[permit_luck]) >>
           (hw::stage<"construction">(region.second * stretch * in[construction_luck]) &
            hw::stage<"tools">(in[tool_delivery])) >>
           hw::stage<"ramp-up">(in[ramp_up]);
};
inline constexpr auto fab_in_taiwan = [](const auto& in) {
    return fab_in(in, said::published::exyte_time_taiwan, in[time_in_taiwan]);
};
inline constexpr auto fab_in_us = [](const auto& in) {
    return fab_in(in, said::published::exyte_time_us, in[time_in_us]);
};

inline constexpr auto us_fab_ships = [](const auto& in) { return fab_in_us(in).completion(report_day); };
inline constexpr auto taiwanese_fab_ships = [](const auto& in) { return fab_in_taiwan(in).completion(report_day); };

/// A site's account in present values on the day on which it is decided; the fab opens when its schedule says so.
inline constexpr auto account = [](const auto& in, const auto& fab, const auto& cost, const auto& operating_cost) {
    const auto ramp = hw::duration_of<"ramp-up">(fab);
    const auto build_time = fab.duration() - ramp;
    const auto opens = report_day + build_time;
    const auto years = hw::between(opens, opens + in[life]);
    const auto output = hw::fab_output(in[starts], hw::ramp_up(opens, ramp), in[wafer_yield]);
    return hw::levelised_account(hw::capital_present_value(cost, build_time, hw::spending_profile::s_curve, in[rate]),
                                 hw::present_value(hw::constant(operating_cost), years, in[rate], report_day),
                                 hw::present_value(output, years, in[rate], report_day));
};
/// How many times a good wafer costs in the US what it costs in Taiwan, and the subsidy that makes them equal, of a site there
/// of that size, `sized(account)`.
inline constexpr auto cost_abroad_of = [](const auto& in, const auto& fab, const auto& sized) {
    const auto multiplier =
        hw::build_cost_multiplier(hw::cost_component("building", in[building_share], in[building_multiplier]),
                                  hw::cost_component("everything else", 1.0 - in[building_share], 1.0));
    const auto taiwan = account(in, fab_in_taiwan(in), in[capital], in[operating]);
    const auto us = sized(account(in, fab, in[capital] * multiplier, in[operating] * in[operating_multiplier]));
    return std::pair(us.cost() / taiwan.cost(), hw::equalising_subsidy(us, taiwan));
};
struct cost_abroad_with_fab_in_us {
    template <class In>
    constexpr auto operator()(const In& in) const {
        return cost_abroad_of(in, fab_in_us(in), [](const auto& site) { return site; });
    }
};
inline constexpr cost_abroad_with_fab_in_us cost_abroad{};

// ---- Orders of servers ----------------------------------------------------------------------------------------------

/// How much sooner the first 100 000 chips are installed because the lead time fell.
inline constexpr auto gained_by_fall = [](const auto& in) {
    const auto first_order = hw::date(2023y / 1 / 1);
    const auto orders = hw::exponential(first_order, in[first_rate], hw::grows_by_factor(in[growth_of_orders], year));
    const auto wait =
        hw::changing_lead_time(said::published::h100_server_lead_time_2023.source->latest, in[long_wait],
                               said::published::h100_server_lead_time_2024.source->earliest, in[short_wait]);
    const auto where = hw::between(first_order, first_order + 5.0 * year);
    const auto all = in[first_rate] * year;
    const auto without = hw::procurement(orders, hw::constant_lead_time(in[long_wait]), first_order);
    const auto with = hw::procurement(orders, wait, first_order);
    return hw::first_at_least(without, all, where) - hw::first_at_least(with, all, where);
};

// ---- Limits ---------------------------------------------------------------------------------------------------------

inline constexpr auto power_binds_from = [](const auto& in) {
    return hw::binds_from<"power">(if_krishnan_is_right(in), hw::between(opening, 2035y / 7 / 1));
};

// ---- Tokens ---------------------------------------------------------------------------------------------------------

inline constexpr hw::date in_2030 = 2030y / 1 / 1;

/// What so many generations behind leaves of the best performance per dollar.
inline constexpr auto left_by = [](const auto& in, const auto& generations) {
    return 1.0 / gap_of_generations(in, generations).performance_ratio;
};

inline constexpr auto percent_if_sold_to_everybody = [](const auto& in) { return 100.0 * open_world(in)(in_2030); };
inline constexpr auto percent_with_older_chips = [](const auto& in) {
    return 100.0 * older_chips(in, left_by(in, in[old_chips]))(in_2030);
};
inline constexpr auto percent_under_three_tiers = [](const auto& in) {
    return 100.0 * three_tiers(in, left_by(in, in[lag]))(in_2030);
};

// ---- The forecast ---------------------------------------------------------------------------------------------------

inline constexpr auto training_inputs = hw::inputs(decline, base_cost, base_date, target, workload);
inline constexpr auto spending_inputs = hw::inputs(spending_growth, largest_run);
inline constexpr auto lead_inputs = hw::inputs(compute_growth, lead_today, pace_of_follower);
inline constexpr auto chip_inputs = hw::inputs(doubling, cadence, lag);
inline constexpr auto schedule_inputs =
    hw::inputs(permit_luck, construction_luck, tool_delivery, ramp_up, time_in_taiwan, time_in_us);
inline constexpr auto fab_cost_inputs = hw::inputs(building_multiplier, building_share, capital, starts, wafer_yield,
                                                   operating, operating_multiplier, rate, life);
inline constexpr auto order_inputs = hw::inputs(long_wait, short_wait, first_rate, growth_of_orders);
inline constexpr auto limit_inputs =
    hw::inputs(no_shortage, long_shortage, spender, buyers, chip_part, money_growth, chips_2025, chips_growth,
               power_2025, power_growth, halls_2025, halls_growth);
inline constexpr auto token_inputs =
    hw::inputs(tier2_demand, tier3_demand, tier1_share, tier2_share, tier3_share, drift, tier2_quota, limited_numbers,
               diverted, choosiness, spur, old_chips);

/// The inputs of several lists in one.
constexpr auto together(const auto& first, const auto&... rest) {
    if constexpr (sizeof...(rest) == 0) {
        return first;
    } else {
        return first.followed_by(together(rest...));
    }
}

/// The first Sobol' dimensions are the best, so what the most inputs act on together stands first: a fab and what its wafers
/// cost.
inline constexpr auto all_inputs = together(schedule_inputs, fab_cost_inputs, training_inputs, spending_inputs, lead_inputs,
                                            chip_inputs, order_inputs, limit_inputs, token_inputs);

/// Every headline answer, from one draw of every assumption. Each is a part of the model, evaluated again only where what it
/// reads has changed: a scenario that changes a fab evaluates no tokens. What is known of training and of fabs abroad has
/// changed since the articles, so these models are handed in.
inline constexpr auto every_answer = [](const auto& in, const auto& run, const auto& workload_run, const auto& us_ships,
                                        const auto& wafer_abroad) {
    const auto gap = hw::part<"one generation behind">(in, behind_by_lag);
    const auto abroad = hw::part<"cost abroad">(in, wafer_abroad);
    return hw::outputs(
        hw::output<"a run costs 5 million USD">(in, run),
        hw::output<"a planning workload costs 5 million USD">(in, workload_run),
        hw::output<"the largest run costs a billion USD">(in, billion_from),
        hw::output<"the follower catches up">(in, catch_up),
        hw::output<"one generation behind, performance ratio">(gap.first),
        hw::output<"one generation behind, time">(gap.second), hw::output<"a US fab ships">(in, us_ships),
        hw::output<"a Taiwanese fab ships">(in, taiwanese_fab_ships),
        hw::output<"cost of a wafer, US against Taiwan">(abroad.first),
        hw::output<"subsidy that makes them equal">(abroad.second), hw::output<"chips sooner by">(in, gained_by_fall),
        hw::output<"power binds from">(in, power_binds_from),
        hw::output<"% of tokens in 2030, sold to everybody">(in, percent_if_sold_to_everybody),
        hw::output<"% of tokens in 2030, older chips for tier 3">(in, percent_with_older_chips),
        hw::output<"% of tokens in 2030, three tiers">(in, percent_under_three_tiers));
};
inline constexpr auto everything = hw::forecast(all_inputs, [](const auto& in) {
    return every_answer(in, run_affordable_from, workload_affordable_from, us_fab_ships, cost_abroad);
});

/// So many Sobol' points tell the means and quantiles of the answers at least as well as 100 000 independent draws, most of
/// them far better: tests/bench/main_forecast.cpp measures it.
inline constexpr hw::simulation as_printed{
    .draws = 32'768, .seed = 2025, .method = hw::method::sobol, .threads = 0};

// ---- Over time ------------------------------------------------------------------------------------------------------

inline constexpr auto cost =
    hw::forecast(training_inputs, [](const auto& in, const auto& when) { return cost_of_capability(in)(when); });
inline constexpr auto spending =
    hw::forecast(spending_inputs, [](const auto& in, const auto& when) { return cost_of_largest_run(in)(when); });

/// Which limit binds, if Krishnan is right (no shortage of GPUs) and if Schmidt is (ten years of it).
inline constexpr auto limits = hw::forecast(limit_inputs, [](const auto& in, const auto& when) {
    const auto a = if_krishnan_is_right(in);
    const auto b = if_schmidt_is_right(in);
    return hw::outputs(
        hw::output<"a: chips">(hw::binds<"chips">(a, when)), hw::output<"a: power">(hw::binds<"power">(a, when)),
        hw::output<"a: construction">(hw::binds<"construction">(a, when)),
        hw::output<"a: money">(hw::binds<"money">(a, when)), hw::output<"b: chips">(hw::binds<"chips">(b, when)),
        hw::output<"b: power">(hw::binds<"power">(b, when)),
        hw::output<"b: construction">(hw::binds<"construction">(b, when)),
        hw::output<"b: money">(hw::binds<"money">(b, when)));
});

/// When each stage of the US fab starts and ends, and whether it is on the critical path.
inline constexpr auto stages = hw::forecast(schedule_inputs, [](const auto& in) {
    const auto fab = fab_in_us(in);
    const auto timing = fab.timings();
    const auto& [permits, construction, tools, ramp] = timing;
    const auto end_of = [](const auto& stage) { return report_day + stage.end; };
    return hw::outputs(hw::output<"permits end">(end_of(permits)),
                       hw::output<"construction ends">(end_of(construction)), hw::output<"tools end">(end_of(tools)),
                       hw::output<"ramp-up starts">(report_day + ramp.start), hw::output<"ramp-up ends">(end_of(ramp)),
                       hw::output<"construction is critical">(construction.critical),
                       hw::output<"tools are critical">(tools.critical));
});

/// What the cost of a wafer hangs on, for the tornado.
inline constexpr auto wafer =
    hw::forecast(together(schedule_inputs, fab_cost_inputs), [](const auto& in) { return cost_abroad(in).first; });

/// When a run costs what is affordable, for the scenarios.
inline constexpr auto affordable = hw::forecast(training_inputs, run_affordable_from);

// ---- Assumptions, tested by the compiler ----------------------------------------------------------------------------

static_assert(decline.central() == said::amodei::training_cost_decline.value);
static_assert(said::schmidt::fab_cost_multiplier.value == said::published::tsmc_building_multiplier.low);
static_assert(time_in_us.central() / time_in_taiwan.central() == said::schmidt::fab_time_multiplier.value);
static_assert(affordable.baseline() < hw::date(2027y / 6 / 1));

}  // namespace main_forecast
