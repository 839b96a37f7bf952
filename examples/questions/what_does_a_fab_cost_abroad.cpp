// SPDX-License-Identifier: BSL-1.0
// What does a fab cost abroad? "Four times as much in Arizona as in Taiwan" against two published multiples of far less:
// which part of the fab is meant, what a wafer costs at both sites, which subsidy makes them equal, what a delay costs.
#include "../common/answers.hpp"
#include "../assumed/fab_cost.hpp"
#include "../common/command_line.hpp"

#include <headway/economics/build_cost.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/levelised_cost.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;
using namespace answers;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto time_at_home = hw::assumption<"build time in Taiwan">(said::published::exyte_time_taiwan.value,
                                                                            said::published::exyte_time_taiwan);
inline constexpr auto time_abroad =
    hw::assumption<"build time in the US">(said::published::exyte_time_us.value, said::published::exyte_time_us);
inline constexpr auto ramp = hw::assumption<"from opening to full output">(hw::uniform(9.0 * month, 18.0 * month),
                                                                           "Our guess, the same at both sites.");

// ---- The models ------------------------------------------------------------------------------------------------------

inline constexpr auto total_multiplier = [](const auto& in) {
    return hw::build_cost_multiplier(hw::cost_component("building", in[building_share], in[building_multiplier]),
                                     hw::cost_component("everything else", 1.0 - in[building_share], 1.0));
};

inline constexpr auto whole_plant =
    hw::forecast(hw::inputs(building_multiplier, building_share), [](const auto& in) { return total_multiplier(in); });

/// A site's account in present values on the day on which permits are asked for; the site is decided on that day.
inline constexpr auto account = [](const auto& in, const auto& cost, const auto& build_time,
                                   const auto& operating_cost) {
    const hw::date decided = 2025y / 1 / 1;
    const auto opens = decided + build_time;
    const auto years = hw::between(opens, opens + in[life]);
    const auto output = hw::fab_output(in[starts], hw::ramp_up(opens, in[ramp]), in[wafer_yield]);
    return hw::levelised_account(hw::capital_present_value(cost, build_time, hw::spending_profile::s_curve, in[rate]),
                                 hw::present_value(hw::constant(operating_cost), years, in[rate], decided),
                                 hw::present_value(output, years, in[rate], decided));
};

inline constexpr auto two_sites =
    hw::forecast(hw::inputs(building_multiplier, building_share, capital, starts, wafer_yield, operating,
                            operating_multiplier, rate, time_at_home, time_abroad, ramp, life),
                 [](const auto& in) {
                     const auto taiwan = account(in, in[capital], in[time_at_home], in[operating]);
                     const auto cost_abroad = in[capital] * total_multiplier(in);
                     const auto us =
                         account(in, cost_abroad, in[time_abroad], in[operating] * in[operating_multiplier]);
                     const auto subsidy = hw::equalising_subsidy(us, taiwan);
                     const auto subsidised = us.with_subsidy(subsidy);
                     return hw::outputs(hw::output<"Taiwan">(taiwan.cost()),               //
                                        hw::output<"US">(us.cost()),                       //
                                        hw::output<"ratio">(us.cost() / taiwan.cost()),    //
                                        hw::output<"subsidy">(subsidy),                    //
                                        hw::output<"of capital">(subsidy / us.capital()),  //
                                        hw::output<"difference left">(subsidised.cost() / taiwan.cost() - 1.0));
                 });

inline constexpr auto delay = hw::forecast(hw::inputs(rate, time_at_home, time_abroad, capital), [](const auto& in) {
    const auto factor = hw::cost_of_delay(in[rate], in[time_abroad] - in[time_at_home]);
    return hw::outputs(hw::output<"factor">(factor), hw::output<"money">(in[capital] * (factor - 1.0)));
});

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

static_assert(said::schmidt::fab_cost_multiplier.value == said::published::tsmc_building_multiplier.low);
// The stages measured in the trade give the "twice as long" that Schmidt was told.
static_assert(time_abroad.central() / time_at_home.central() == said::schmidt::fab_time_multiplier.value);
static_assert(hw::abs(hw::get<"factor">(delay.at(hw::override(rate, 0.08))) - 1.1296) < 1e-4);
static_assert(hw::abs(hw::get<"difference left">(two_sites.baseline())) < 1e-12);
// A whole plant stays below the multiple of its building.
static_assert(whole_plant.at(hw::override(building_share, 0.40)) < said::schmidt::fab_cost_multiplier.value);

// ---- The answers -----------------------------------------------------------------------------------------------------

std::string times(double multiplier) { return hw::to_text(multiplier) + " ×"; }

void reconcile() {
    const double fourfold = said::schmidt::fab_cost_multiplier.value;
    const double fivefold = said::published::tsmc_building_multiplier.high;
    hw::report::text_table table({"published for more than the building", "total",
                                  "building share at " + times(fourfold), "at " + times(fivefold)});
    const auto add_total = [&](const std::string& who, double total) {
        table.row({who, times(total), percent_text(hw::reconciling_share(fourfold, total), 3),
                   percent_text(hw::reconciling_share(fivefold, total), 3)});
    };
    add_total("whole plant (Exyte)", said::published::exyte_build_multiplier.value);
    add_total("ten-year cost of ownership (BCG/SIA)", said::published::bcg_tco_multiplier.value);
    add_total("a processed wafer, at most (TechInsights)", said::published::techinsights_wafer_multiplier.value);
    std::cout << table << '\n';
}

void answer(const command_line& line) {
    say("What does a fab cost abroad? The US against Taiwan. Every simulated answer has " +
        draws_text(line.options.draws) +
        " draws: 80 % of them lie between p10 and p90. The standard error is that of the simulation.");

    question("1. If four times the cost holds for the building only, what does the whole fab cost?");
    const auto whole = hw::simulate(line(whole_plant), line.options);
    const double exyte = said::published::exyte_build_multiplier.value;
    const double ownership = said::published::bcg_tco_multiplier.value;
    say("About " + times(whole.median()) + " the cost in Taiwan, not 4, if all but the building costs the same. " +
        percent_text(whole.probability_below(exyte)) + " of the draws lie below the " + times(exyte) +
        " published for a whole plant, and " + percent_text(whole.probability_below(ownership)) + " below the " +
        times(ownership) + " of ownership cost.\n ");
    auto table = quantiles_of("build cost, US against Taiwan");
    add(table, "times", whole);
    std::cout << '\n' << table;
    say_sources(line(whole_plant));

    question("2. Which building share reconciles the sources?");
    say("A third of the capital, if the building costs 4 times as much and the whole plant twice. The totals measure "
        "different things, so that they need not agree on one share: cost of ownership and the cost of a wafer include "
        "what "
        "it takes to run the fab.\n ");
    std::cout << '\n';
    reconcile();
    std::cout << "It rests on\n";
    say_source(said::schmidt::fab_cost_multiplier);
    say_source(said::published::tsmc_building_multiplier);
    say_source(said::published::exyte_build_multiplier);
    say_source(said::published::bcg_tco_multiplier);
    say_source(said::published::techinsights_wafer_multiplier);

    question("3. What does a wafer cost at both sites, and which subsidy makes them equal?");
    const auto sites = hw::simulate(line(two_sites), line.options);
    const auto& subsidy = hw::get<"subsidy">(sites);
    const double least_share = hw::reconciling_share(said::schmidt::fab_cost_multiplier.value, ownership);
    const auto at_least_share =
        line(two_sites).at(hw::override(building_share, least_share), hw::override(operating_multiplier, 1.0),
                     hw::override(building_multiplier, said::schmidt::fab_cost_multiplier.value));
    say("A good wafer must earn " + hw::to_text(hw::get<"Taiwan">(sites).median()) + " in Taiwan and " +
        hw::to_text(hw::get<"US">(sites).median()) + " in the US, " + times(hw::get<"ratio">(sites).median()) +
        " as much. A subsidy of " + hw::to_text(subsidy.median()) +
        ", in money of the day of the decision, makes the two " + "equal: " +
        percent_text(hw::get<"of capital">(sites).median()) + " of the capital spent in the US. TechInsights' \"" +
        said::value_text(said::published::techinsights_wafer_multiplier) +
        "\" is far less: with the building share of " + percent_text(least_share) +
        " that reconciles BCG/SIA, and the same operating cost, the model gives " +
        times(hw::get<"ratio">(at_least_share)) + ", of which a part is the longer build time.\n ");
    table = quantiles_of("levelised cost of a good wafer");
    const auto in_usd = [](const auto& cost, int digits) { return hw::to_text_in(cost, usd / wafer, "USD", digits); };
    add(table, "Taiwan", hw::get<"Taiwan">(sites), in_usd);
    add(table, "US", hw::get<"US">(sites), in_usd);
    add(table, "US against Taiwan, times", hw::get<"ratio">(sites));
    add(table, "subsidy that makes them equal", subsidy);
    add(table, "the same, of the capital in the US", hw::get<"of capital">(sites), percent_text);
    std::cout << '\n' << table << '\n';
    say("Levelised: the present value of capital and ten years of operation over the present value of good output. "
        "Capital "
        "is spent along an S-curve over permits and construction; every month counts at its end.");
    say_sources(line(two_sites));

    question("4. What does the delay alone cost?");
    const auto late = hw::simulate(line(delay), line.options);
    const auto central = line(delay).baseline();
    say("The US fab opens " + hw::to_text(line(time_abroad).central() - line(time_at_home).central()) + " later. At " +
        percent_text(line(rate).central()) + " a year money that is tied up for so long must earn " +
        percent_text(hw::get<"factor">(central) - 1.0, 3) + " more: a factor of " +
        hw::to_text(hw::get<"factor">(central)) + ", or " + hw::to_text(hw::get<"money">(central)) +
        " on the capital of the fab in Taiwan.\n ");
    table = quantiles_of("cost of the delay");
    add(table, "factor", hw::get<"factor">(late));
    add(table, "on the capital of one fab", hw::get<"money">(late));
    std::cout << '\n' << table;
    say_sources(line(delay));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "What does a fab cost abroad?", answers::options,
                                answer, whole_plant, two_sites, delay);
}
