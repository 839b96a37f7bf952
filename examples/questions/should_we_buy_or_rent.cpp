// SPDX-License-Identifier: BSL-1.0
// A thousand accelerators for four years: buy them, rent them, or rent for a year and buy then? Cash flows over trends of
// prices, rents and electricity, with utilisation and resale; on common draws, with payback and internal rate of return.
#include <headway/headway.hpp>

#include "../common/answers.hpp"
#include "../common/command_line.hpp"

#include <algorithm>
#include <cstdint>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto chip_price =
    hw::assumption<"price of an accelerator with its server, at the start">(
        hw::around(said::published::run_chip_price.value, 1.25), said::published::run_chip_price)
        .with_note("90 % within a factor of 1.25 either way.");
inline constexpr auto doubling = hw::assumption<"time in which performance per dollar doubles">(
                                     hw::as_measured(said::published::gpu_price_performance_doubling_ml),
                                     said::published::gpu_price_performance_doubling_ml)
                                     .with_note("So the price of what performs like ours halves in this time.");
inline constexpr auto rent_today = hw::assumption<"rent of an accelerator, at the start">(
    hw::ci90(2.0 * usd / hour / chip, 3.5 * usd / hour / chip),
    "Ours: between what is asked without and with a commitment for years; electricity and space included.");
inline constexpr auto rent_change = hw::assumption<"factor by which rents change in a year">(
    hw::ci90(0.65, 1.25), "Ours: rents fell by three quarters in two years, and have risen since.");
inline constexpr auto utilisation = hw::assumption<"share of the hours that are used">(
    hw::pert(0.5, 0.85, 0.98),
    "Ours, of a fleet that trains and serves. What is rented is given back when it stands idle.");
inline constexpr auto resale = hw::assumption<"resale, as a share of the price of what performs the same">(
    hw::pert(0.1, 0.4, 0.8), "Ours: used, without warranty, and perhaps nobody's choice any more.");
inline constexpr auto tariff =
    hw::assumption<"price of electricity">(hw::around(said::published::run_electricity_price.value, 1.4),
                                           said::published::run_electricity_price)
        .with_note("90 % within a factor of 1.4 either way.");
inline constexpr auto upkeep =
    hw::assumption<"space and staff in a year, as a share of the price paid">(hw::uniform(0.03, 0.10), "Ours.");
inline constexpr auto capital_cost =
    hw::assumption<"cost of capital, effective annual rate">(hw::pert(0.06, 0.10, 0.16), "Ours.");

// ---- The model: three lists of cash flows ----------------------------------------------------------------------------

inline constexpr auto fleet = 1000.0 * chip;
inline constexpr hw::date start = 2026y / 1 / 1;
inline constexpr hw::date last_day = start + 4.0 * year;
inline constexpr auto quarter = 3.0 * month;
inline constexpr auto at_its_end = hw::paid_at::end_of_period;

/// What performs like one of ours when new, bought on a date.
inline constexpr auto price = [](const auto& in) {
    return hw::exponential(start, in[chip_price] * fleet, hw::growth() / hw::doubles_every(in[doubling]));
};
/// Bought on a date, run until the end and then sold.
inline constexpr auto bought = [](const auto& in, const hw::date& on) {
    using namespace said::published;
    const auto capital = price(in)(on) / (1.0 - run_interconnect_share.value);
    const auto watts =
        hw::average_power(run_chip_power.value, run_server_power_factor.value, run_load.value) * run_pue.value;
    const auto running = watts * fleet * in[tariff] * in[utilisation] + capital * in[upkeep] / year;
    return hw::paid(on, capital) + hw::received(last_day, in[resale] * price(in)(last_day)) -
           hw::cash_flows_over(hw::constant(running), hw::between(on, last_day), quarter, at_its_end);
};
/// Rented by the hour that is used.
inline constexpr auto rented = [](const auto& in, const hw::date& until) {
    const auto rent =
        hw::exponential(start, in[rent_today] * fleet * in[utilisation], hw::grows_by_factor(in[rent_change], year));
    return -hw::cash_flows_over(rent, hw::between(start, until), quarter, at_its_end);
};

inline constexpr auto assumptions =
    hw::inputs(chip_price, doubling, rent_today, rent_change, utilisation, resale, tariff, upkeep, capital_cost);

inline constexpr auto choice = hw::forecast(assumptions, [](const auto& in) {
    const auto rate = hw::effective_annual(in[capital_cost]);
    const auto buy = bought(in, start);
    const auto rent = rented(in, last_day);
    const auto wait = rented(in, start + 1.0 * year) + bought(in, start + 1.0 * year);
    const auto cost = [&](const auto& flows) { return -hw::net_present_value(flows, rate, start); };
    const auto hours_used = fleet * (4.0 * year) * in[utilisation];
    const auto instead = buy - rent;
    const auto rates = hw::internal_rate_of_return(instead);
    return hw::outputs(hw::output<"buy">(cost(buy)), hw::output<"rent">(cost(rent)), hw::output<"wait">(cost(wait)),
                       hw::output<"least">(hw::min_over({cost(buy), cost(rent), cost(wait)})),
                       hw::output<"rent less buy">(cost(rent) - cost(buy)),
                       hw::output<"wait less buy">(cost(wait) - cost(buy)),
                       hw::output<"per hour">(hw::equivalent_annual_cost(cost(buy), rate, 4.0 * year, at_its_end) *
                                              (4.0 * year) / hours_used),
                       hw::output<"paid back">(hw::payback(instead, hw::undiscounted, hw::arrival::on_its_date)),
                       hw::output<"paid back with interest">(hw::payback(instead, rate, hw::arrival::on_its_date)),
                       hw::output<"rate">(rates.only_or(-1.0)), hw::output<"rates">(rates.count()));
});
inline constexpr auto saved = hw::forecast(assumptions, [](const auto& in) {
    return hw::net_present_value(bought(in, start) - rented(in, last_day), hw::effective_annual(in[capital_cost]), start);
});

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

// A machine that is always busy is worth more than one that is always idle.
static_assert(saved.at(hw::override(utilisation, 0.9)) > saved.at(hw::override(utilisation, 0.3)));
static_assert(saved.baseline() == hw::get<"rent less buy">(choice.baseline()) ||
              hw::abs(saved.baseline() / hw::get<"rent less buy">(choice.baseline()) - 1.0) < 1e-12);

// ---- The answers -----------------------------------------------------------------------------------------------------

void answer(const command_line& line) {
    say("A thousand accelerators are needed from " + hw::to_text(start) + " to " + hw::to_text(last_day) +
        ". They can be bought then, rented all the time by the hour that is used, or rented for a year and bought "
        "after it. "
        "Every answer has " +
        draws_text(line.options.draws) + " draws, the same for all three; 80 % lie between p10 and p90.");

    question("1. What does each cost?");
    const auto all = hw::simulate(line(choice), line.options);
    say("Net present values on " + hw::to_text(start) +
        ", each quarter's bill paid at its end; what is sold comes off.\n ");
    auto costs = quantiles_of("cost");
    add(costs, "buy", hw::get<"buy">(all));
    add(costs, "rent", hw::get<"rent">(all));
    add(costs, "wait a year, then buy", hw::get<"wait">(all));
    add(costs, "renting less buying", hw::get<"rent less buy">(all));
    add(costs, "waiting less buying", hw::get<"wait less buy">(all));
    std::cout << '\n' << costs << '\n';
    const auto& renting = hw::get<"rent less buy">(all);
    say("Buying is cheaper than renting with probability " + percent_text(renting.probability_above(0.0 * usd)) +
        " (standard error " + percent_text(renting.probability_above_standard_error(0.0 * usd), 1) +
        "), and cheaper than waiting with " + percent_text(hw::get<"wait less buy">(all).probability_above(0.0 * usd)) +
        ". To know beforehand which is cheapest would save " +
        hw::to_text(
            hw::min_over({hw::get<"buy">(all).mean(), hw::get<"rent">(all).mean(), hw::get<"wait">(all).mean()}) -
                hw::get<"least">(all).mean(),
            2) +
        " on average, against the choice that is cheapest on average.");

    question("2. When is buying paid back, and what does the money earn?");
    const auto& back = hw::get<"paid back">(all);
    const auto& with_interest = hw::get<"paid back with interest">(all);
    hw::report::text_table paid({"paid back by not renting", "p10", "p50", "p90", "never"});
    const auto row = [&](const std::string& what, const auto& when) {
        paid.row({what, hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.5)),
                  hw::to_text(when.quantile(0.9)), percent_text(when.probability_never())});
    };
    row("without interest", back);
    row("at the cost of capital", with_interest);
    std::cout << paid << '\n';
    const auto& rate = hw::get<"rate">(all);
    say("What is spent on the machines instead of rent has an internal rate of return of " +
        percent_text(rate.median()) + " in the central case, between " + percent_text(rate.quantile(0.1)) + " and " +
        percent_text(rate.quantile(0.9)) + ". There is one such rate in " +
        percent_text(hw::get<"rates">(all).probability_below(1.5) - hw::get<"rates">(all).probability_below(0.5), 4) +
        " of the draws; where there is none, or more than one, -100 % is counted. An hour that is used costs its "
        "owner " +
        hw::to_text(hw::get<"per hour">(all).median().in(usd / hour / chip), 3) + " USD, resale included.");

    question("3. What must be true for buying to be worth it?");
    auto fewer = line.options;
    fewer.draws = std::min<std::uint64_t>(fewer.draws, 4'000);
    say("It turns on the rents. " +
        hw::value_for(line(saved), rent_change, hw::statistic::median == 0.0 * usd, fewer).text());
    say_sources(line(choice));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Should we buy or rent?", answers::options, answer, choice);
}
