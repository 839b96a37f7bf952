// SPDX-License-Identifier: BSL-1.0
// A wafer from Arizona costs 1.1 times as much as one from Taiwan, or 2.4 times: which share of the gap is the size of the fab?
// And its first fab took twice as long: what does a second one that is up to a year faster tell of the third?
#include "../assumed/fab_cost.hpp"
#include "../common/answers.hpp"

#include <headway/economics/build_cost.hpp>
#include <headway/economics/cost_at_scale.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/gap_share.hpp>
#include <headway/economics/nth_fab_time.hpp>
#include <headway/figures/since/arithmetic.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
namespace said = headway::figures;
namespace now = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;
using namespace answers;

// ---- The size of a fab in the cost of its wafers -----------------------------------------------------------------------

inline constexpr auto relative_size = hw::assumption<"size of the fab in Arizona, of one in Taiwan">(
    hw::around(0.25, 1.3), "Ours: about a quarter; 90 % within a factor of 1.3.");
inline constexpr auto scale_exponent = hw::assumption<"exponent of capital in the size of a fab">(
    hw::uniform(0.2, 1.0),
    "Ours: six tenths is usual of plants, 1 is a fab of identical lines, 0 is bought once for any size.");
inline constexpr auto site_factor = hw::assumption<"cost of a wafer for being in the US, at the same size">(
                                        hw::uniform(1.0, said::published::techinsights_wafer_multiplier.value),
                                        said::published::techinsights_wafer_multiplier)
                                        .with_note("A limit: anything from no difference to it.");

/// A fab in Taiwan of the size it has there, in present values on the day on which it opens.
inline constexpr auto fab_at_home = [](const auto& in) {
    const hw::date opens = 2025y / 1 / 1;
    const auto build = said::published::exyte_time_taiwan.value;
    const auto years = hw::between(opens, opens + in[life]);
    const auto output = hw::fab_output(in[starts], hw::ramp_up(opens, 12.0 * month), in[wafer_yield]);
    return hw::levelised_account(
        hw::capital_present_value(hw::build_cost(in[capital], 1.0), build, hw::spending_profile::s_curve, in[rate]) *
            hw::cost_of_delay(in[rate], build),
        hw::present_value(hw::constant(in[operating]), years, in[rate], opens),
        hw::present_value(output, years, in[rate], opens));
};

inline constexpr auto wafer_costs = hw::forecast(
    hw::inputs(capital, starts, wafer_yield, operating, rate, life, relative_size, scale_exponent, site_factor),
    [](const auto& in) {
        const auto large = fab_at_home(in);
        const auto small = hw::at_scale(large, in[relative_size], in[scale_exponent]);
        const auto scale = small.cost() / large.cost();
        const double gap = now::wafer_cost_multiplier;
        return hw::outputs(hw::output<"fixed share">(large.capital() / large.total()),       //
                           hw::output<"scale">(scale),                                       //
                           hw::output<"scale's share">(hw::gap_share(scale, gap)),           //
                           hw::output<"site's share">(hw::gap_share(in[site_factor], gap)),  //
                           hw::output<"left">(hw::unexplained_share(gap, scale, in[site_factor])));
    });

// ---- The time of the n-th fab ------------------------------------------------------------------------------------------

inline constexpr auto time_at_home = hw::assumption<"time to build in Taiwan">(said::published::exyte_time_taiwan.value,
                                                                               said::published::exyte_time_taiwan);
inline constexpr auto first_in_arizona =
    hw::assumption<"time of the first fab in Arizona, of that">(
        hw::uniform(now::arizona_time.value, 1.25 * now::arizona_time.value), now::arizona_time)
        .with_note("A lower bound: up to a quarter above it.");
inline constexpr auto permits = hw::assumption<"time for permits, which nobody learns to shorten">(
    said::published::exyte_time_us.first, said::published::exyte_time_us);
/// From 2028 to what is planned now: the first days of both compared, and the last.
inline constexpr auto brought_forward =
    hw::assumption<"by how much the second was brought forward">(
        hw::uniform(hw::date(2028y / 1 / 1) - now::arizona_fab2_volume.low,
                    hw::date(2028y / 12 / 31) - now::arizona_fab2_volume.high),
        now::arizona_fab2_volume)
        .with_note(
            "Half a year to a year, as the ends of 2028 and of the present plan lie apart; taken as what the second "
            "fab is faster than the first.");

inline constexpr auto fab_times =
    hw::forecast(hw::inputs(time_at_home, first_in_arizona, permits, brought_forward), [](const auto& in) {
        const auto first = in[time_at_home] * in[first_in_arizona];
        const auto of_all = hw::learning_from_times(first, first - in[brought_forward], 2);
        const auto of_the_rest = hw::learning_from_times(first, first - in[brought_forward], 2, in[permits]);
        return hw::outputs(hw::output<"first">(first), hw::output<"second">(first - in[brought_forward]),
                           hw::output<"third">(hw::time_of_nth_fab(first, of_the_rest, 3, in[permits])),
                           hw::output<"sixth">(hw::time_of_nth_fab(first, of_the_rest, 6, in[permits])),
                           hw::output<"rate of all">(of_all.rate()),
                           hw::output<"rate of the rest">(of_the_rest.rate()));
    });

// ---- Assumptions, tested by the compiler -------------------------------------------------------------------------------

// A fab of identical lines costs as much per wafer at any size, and a smaller one costs more else.
static_assert(hw::abs(hw::get<"scale">(wafer_costs.at(hw::override(scale_exponent, 1.0))) - 1.0) < 1e-12);
static_assert(hw::get<"scale">(wafer_costs.at(hw::override(relative_size, 0.125))) >
              hw::get<"scale">(wafer_costs.baseline()));
// The three parts are the whole.
static_assert(hw::abs(hw::get<"scale's share">(wafer_costs.baseline()) +
                      hw::get<"site's share">(wafer_costs.baseline()) + hw::get<"left">(wafer_costs.baseline()) - 1.0) <
              1e-12);

// ---- The answers -------------------------------------------------------------------------------------------------------

inline constexpr hw::simulation few_draws{.draws = 20'000, .seed = 2025};

void wafer_answer() {
    question("1. Which share of the gap in the cost of a wafer is the size of the fab?");
    const auto run = hw::simulate(wafer_costs, few_draws);
    const double gap = now::wafer_cost_multiplier;
    const auto& share = hw::get<"scale's share">(run);
    const auto difference = now::wafer_cost_semianalysis_arizona.value - now::wafer_cost_semianalysis_taiwan.value;
    say("SemiAnalysis has a US wafer at " + hw::to_text(gap) +
        " times one from Taiwan (grade C: the costs stand in one copy), "
        "TechInsights \"" +
        said::value_text(said::published::techinsights_wafer_multiplier) +
        "\". The capital of a fab of a quarter of the size, its depreciation, is spread over fewer wafers: that makes "
        "a "
        "wafer " +
        hw::to_text(hw::get<"scale">(run).median(), 2) + " times as dear and explains " + percent_text(share.median()) +
        " of the gap (80 %: " + percent_text(share.quantile(0.1)) + " to " + percent_text(share.quantile(0.9)) +
        "), about " + hw::to_text(share.median() * difference, 2) + " of " + hw::to_text(difference, 2) + ".\n ");
    auto table = quantiles_of("of the gap, by logarithms");
    add(table, "size of the fab", share, percent_text);
    add(table, "being in the US", hw::get<"site's share">(run), percent_text);
    add(table, "neither", hw::get<"left">(run), percent_text);
    std::cout << '\n' << table << '\n';
    say("Shares of the logarithm add up to 100 % in each draw and do not depend on which cause is told first; so do "
        "those of "
        "the difference in money by its logarithmic mean.");

    question("2. How must capital grow with the size for the two sources to agree?");
    const double fixed_share = hw::get<"fixed share">(wafer_costs.baseline());
    report::text_table by_exponent({"exponent", "a wafer, times", "of the gap"});
    for (const double exponent : {0.0, 0.3, 0.6, 0.9}) {
        const double scale = hw::unit_cost_multiplier_of_scale(fixed_share, relative_size.central(), exponent);
        by_exponent.row({hw::to_text(exponent), hw::to_text(scale, 3), percent_text(hw::gap_share(scale, gap))});
    }
    std::cout << by_exponent << '\n';
    const double site = said::published::techinsights_wafer_multiplier.value;
    say("With " + percent_text(fixed_share) +
        " of the cost in capital and all of TechInsights' limit, size explains the rest at "
        "an exponent of " +
        hw::to_text(hw::reconciling_scale_exponent(gap / site, fixed_share, relative_size.central()), 2) +
        ": nearly everything would have to be bought once, whatever the size. By the six-tenths rule the sources do "
        "not agree.");
    say_sources(wafer_costs);
}

void time_answer() {
    question("3. How much faster is the next fab?");
    const auto run = hw::simulate(fab_times, few_draws);
    const auto in_months = [](const auto& time, int digits) { return hw::to_text_in(time, month, "months", digits); };
    say("A second fab that is half a year to a year faster than a first of twice Taiwan's time is a learning rate of " +
        percent_text(hw::get<"rate of all">(run).median()) + " per doubling of builds, or of " +
        percent_text(hw::get<"rate of the rest">(run).median()) + " if permits take as long each time.\n ");
    auto table = quantiles_of("permits and construction");
    add(table, "first fab", hw::get<"first">(run), in_months);
    add(table, "second", hw::get<"second">(run), in_months);
    add(table, "third", hw::get<"third">(run), in_months);
    add(table, "sixth", hw::get<"sixth">(run), in_months);
    std::cout << '\n' << table;
    say_sources(fab_times);
}

int main() {
    say("What do scale and experience do to a fab? 80 % of the draws lie between p10 and p90. The standard error is "
        "that of the "
        "simulation, " +
        draws_text(few_draws.draws) + " draws.");
    wafer_answer();
    time_answer();
}
