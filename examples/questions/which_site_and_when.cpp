// SPDX-License-Identifier: BSL-1.0
// Build the next fab at home, abroad, or not at all; what to find out before deciding; and what it is worth to wait.
// Each option is a forecast of its own: they read different assumptions, and share the draws of those they have in common.
#include "../assumed/fab_cost.hpp"
#include "../common/answers.hpp"
#include "../common/command_line.hpp"

#include <headway/economics/build_cost.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/trend/ramp.hpp>

using namespace assumed;
using namespace answers;

// ---- What we assume besides the cost of a fab ------------------------------------------------------------------------

inline constexpr hw::date decided(2025y / 1 / 1);
inline constexpr auto price = hw::assumption<"price of a good wafer">(
    hw::around(20e3 * usd / wafer, 1.3), "Our guess for the leading edge, over the years of output.");
inline constexpr auto lost = hw::assumption<"1 if Taiwan's output is lost, else 0">(
    hw::bernoulli(0.15), "Our guess: a blockade or worse before the fab has paid.");
inline constexpr auto subsidy = hw::assumption<"subsidy in the US, share of capital">(
    hw::uniform(0.25, 0.60), "Our guess: grants and tax credits, which are granted late.");
inline constexpr auto home_time = hw::assumption<"build time in Taiwan">(said::published::exyte_time_taiwan.value,
                                                                         said::published::exyte_time_taiwan);
inline constexpr auto abroad_time =
    hw::assumption<"build time in the US">(said::published::exyte_time_us.value, said::published::exyte_time_us);

// ---- What each option is worth, on the day of the decision -----------------------------------------------------------

/// What a fab earns with each dollar that a wafer is sold for, and what it costs.
struct site {
    static auto output(const auto& in, const auto& build_time) {
        const auto opens = decided + build_time;
        const auto good = hw::fab_output(in[starts], hw::ramp_up(opens, 12.0 * month), in[wafer_yield]);
        return hw::present_value(good, hw::between(opens, opens + in[life]), in[rate], decided);
    }
    static auto cost(const auto& in, const auto& capital_spent, const auto& build_time, const auto& per_year) {
        const auto opens = decided + build_time;
        return hw::capital_present_value(capital_spent, build_time, hw::spending_profile::s_curve, in[rate]) +
               hw::present_value(hw::constant(per_year), hw::between(opens, opens + in[life]), in[rate], decided);
    }
    static auto cost_abroad(const auto& in) {
        const auto times =
            hw::build_cost_multiplier(hw::cost_component("building", in[building_share], in[building_multiplier]),
                                      hw::cost_component("everything else", 1.0 - in[building_share], 1.0));
        return cost(in, in[capital] * times * (1.0 - in[subsidy]), in[abroad_time],
                    in[operating] * in[operating_multiplier]);
    }
};

inline constexpr auto at_home = hw::forecast(
    hw::inputs(price, starts, wafer_yield, rate, life, capital, operating, home_time, lost), [](const auto& in) {
        return (1.0 - in[lost]) * in[price] * site::output(in, in[home_time]) -
               site::cost(in, in[capital], in[home_time], in[operating]);
    });
inline constexpr auto abroad =
    hw::forecast(hw::inputs(price, starts, wafer_yield, rate, life, capital, operating, abroad_time,
                            building_multiplier, building_share, operating_multiplier, subsidy),
                 [](const auto& in) { return in[price] * site::output(in, in[abroad_time]) - site::cost_abroad(in); });

// ---- The same, some time later, at the price of that day -------------------------------------------------------------

/// No one knows where prices go: up or down by a sixth in a year, and on average where they are.
inline constexpr auto market = hw::path<"price of a good wafer over time">(
    hw::log_walk(decided, 20e3 * usd / wafer, hw::falls_by_percent(1.4, year), hw::per_sqrt_year(0.17)),
    "Our guess; the median falls as the mean stays.");
inline constexpr auto abroad_later = hw::forecast(
    hw::inputs(market, starts, wafer_yield, rate, life, capital, operating, abroad_time, building_multiplier,
               building_share, operating_multiplier, subsidy),
    [](const auto& in, const auto& when) {
        const auto today = in[market](when);
        return hw::outputs(hw::output<"worth">(today * site::output(in, in[abroad_time]) - site::cost_abroad(in)),
                           hw::output<"price">(today));
    });

void answer(const command_line& line) {
    const hw::simulation& asked = line.options;
    say("A chip maker can build its next fab in Taiwan, in the US, or not at all. What each is worth is a forecast of "
        "its own; "
        "they are compared on the same " +
        draws_text(asked.draws) + " draws, on the day of the decision, 2025-01-01.");

    question("1. Which option is best?");
    const auto d = hw::decide(hw::better::higher, hw::option<"in Taiwan">(line(at_home)),
                              hw::option<"in the US">(line(abroad)), hw::option<"not at all">(0.0 * usd), asked);
    std::cout << hw::report::table(d) << '\n';
    say("By its mean the one to take is " + d.best().option + ". It turns out the best with a probability of " +
        percent_text(d.best().probability_best) + " only, and what is lost against knowing better is " +
        hw::to_text(d.best().regret, 2) + " on average: so much, and no more, may all further study cost.");

    question("2. What should be found out first?");
    std::cout << hw::report::table(d.information()) << '\n';
    const auto told = d.sample_information(subsidy, hw::normal_error(0.10));
    const auto asked_thrice = d.sample_information(subsidy, hw::normal_error(0.10), 3);
    say("What the subsidy will be, told by someone who may be off by 10 points either way, is worth " +
        hw::to_text(told.value, 2) + " (standard error " + hw::to_text(told.standard_error, 1) +
        "); by three who are off each in a way of their own, " + hw::to_text(asked_thrice.value, 2) + ".");

    question("3. And what is it worth to wait?");
    const auto w = hw::real_option<"worth">(hw::better::higher, line(abroad_later),
                                            hw::may_act_on(hw::dates_every(6.0 * month, decided, 9)), 0.08, asked);
    say("The fab in the US alone, which may be begun in any half-year up to 2029, when the permits lapse; the price of "
        "a "
        "wafer is a path, and on the day of the decision only the price of that day is known. " +
        w.text());
    std::cout << '\n' << hw::report::table(w);
    say_sources(line(abroad_later));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Which site, and when?", {.draws = 20'000, .seed = 2025}, answer, at_home,
                                abroad, abroad_later);
}
