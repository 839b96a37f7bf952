// SPDX-License-Identifier: BSL-1.0
// Who runs the tokens? The share of the world's inferred tokens that run on US chips and models, which Krishnan names as the
// measure of winning, under three policies of access to them, on common draws.
#include "../common/answers.hpp"
#include "../assumed/tokens.hpp"
#include "../common/command_line.hpp"

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;
using namespace assumed;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

// Demand, shares and policies are in assumed/tokens.hpp; what an old chip is worth follows from these.
inline constexpr auto lag = hw::assumption<"generations that tier 2 is held behind">(
                                said::microsoft::tier2_generation_gap.value, said::microsoft::tier2_generation_gap)
                                .with_note("A lower bound, taken at the bound.");
inline constexpr auto cadence = hw::assumption<"years per chip generation">(
    hw::uniform(1.0 * year, 2.0 * year), "Our guess: yearly to two-yearly launches.");
inline constexpr auto doubling = hw::assumption<"time in which performance per dollar doubles">(
    hw::as_measured(said::published::gpu_price_performance_doubling_ml),
    said::published::gpu_price_performance_doubling_ml);

// ---- The model -------------------------------------------------------------------------------------------------------

/// What so many generations behind leaves of the best performance per dollar.
inline constexpr auto left_by = [](const auto& in, const auto& generations) {
    return 1.0 / hw::doubles_every(in[doubling]).over(generations * in[cadence]);
};

/// All three policies in one model, so that they share every draw.
inline constexpr auto shares =
    hw::forecast(hw::inputs(tier2_demand, tier3_demand, tier1_share, tier2_share, tier3_share, drift, lag, old_chips,
                            cadence, doubling, tier2_quota, limited_numbers, diverted, choosiness, spur),
                 [](const auto& in, const auto& when) {
                     const auto open = open_world(in);
                     const auto older = older_chips(in, left_by(in, in[old_chips]));
                     const auto tiers = three_tiers(in, left_by(in, in[lag]));
                     return hw::outputs(hw::output<"open">(open(when)),                              //
                                        hw::output<"older">(older(when)),                            //
                                        hw::output<"tiers">(tiers(when)),                            //
                                        hw::output<"older against open">(older(when) - open(when)),  //
                                        hw::output<"tiers against open">(tiers(when) - open(when)),  //
                                        hw::output<"older: forgone">(older.forgone(when)),           //
                                        hw::output<"tiers: forgone">(tiers.forgone(when)));
                 });

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

inline constexpr hw::date in_2030 = 2030y / 1 / 1;
static_assert(hw::get<"open">(shares.baseline(in_2030)) > hw::get<"older">(shares.baseline(in_2030)));
static_assert(hw::get<"older">(shares.baseline(in_2030)) > hw::get<"tiers">(shares.baseline(in_2030)));
// The rival gains over time.
static_assert(hw::get<"open">(shares.baseline(first_day)) > hw::get<"open">(shares.baseline(in_2030)));
// The bar that the host of the interview sets, 100 %, is out of reach under any policy.
static_assert(hw::get<"open">(shares.baseline(first_day)) < said::krishnan::victory_metric.value);
// Denying everything costs the rival nothing if all of the demand goes over, and the stack less if none does.
static_assert(hw::get<"tiers">(shares.at(in_2030, hw::override(diverted, 1.0))) <
              hw::get<"tiers">(shares.at(in_2030, hw::override(diverted, 0.0))));

// ---- The answers -----------------------------------------------------------------------------------------------------

void answer(const command_line& line) {
    say("Who runs the tokens? The share of the world's inferred tokens on US chips and models under three policies of "
        "access. "
        "Every simulated answer has " +
        draws_text(line.options.draws) +
        " draws, the same for all policies: 80 % of them lie between p10 and p90. The "
        "standard error is that of the simulation.");
    say("Open: sold to everybody. Older chips: tier 3 gets chips one generation behind, in limited numbers (Krishnan). "
        "Three "
        "tiers: tier 2 one generation behind and under a quota, tier 3 denied (the diffusion rule, as Microsoft tells "
        "it).");

    const std::vector<hw::date> dates{2026y / 1 / 1, 2028y / 1 / 1, in_2030};
    const auto fan = hw::simulate(line(shares), dates, line.options);
    const auto& last = fan[dates.size() - 1];

    question("1. Which share of the world's tokens runs on the US stack?");
    say("On " + hw::to_text(in_2030) + " " + percent_text(hw::get<"open">(last).median()) + " if sold to everybody, " +
        percent_text(hw::get<"older">(last).median()) + " with older chips in limited numbers for tier 3, " +
        percent_text(hw::get<"tiers">(last).median()) +
        " under three tiers. All fall over the years, because the rival stack "
        "gains in every group; none is near 100 %.\n ");
    auto table = quantiles_of("share of the tokens that run");
    for (std::size_t i = 0; i < dates.size(); ++i) {
        add(table, hw::to_text(dates[i]) + ", open", hw::get<"open">(fan[i]), percent_text);
        add(table, hw::to_text(dates[i]) + ", older chips", hw::get<"older">(fan[i]), percent_text);
        add(table, hw::to_text(dates[i]) + ", three tiers", hw::get<"tiers">(fan[i]), percent_text);
    }
    std::cout << '\n' << table;

    question("2. What does a policy cost in share, draw by draw?");
    const auto points = [](double difference, int digits) {
        return hw::to_text(100.0 * difference, digits) + " points";
    };
    const auto& older = hw::get<"older against open">(last);
    const auto& tiers = hw::get<"tiers against open">(last);
    say("On " + hw::to_text(in_2030) +
        " in percentage points against selling to everybody. The policies also keep tokens from "
        "being run at all: what is denied and does not go over to the rival is forgone, " +
        percent_text(hw::get<"older: forgone">(last).median()) + " of the world's demand with older chips and " +
        percent_text(hw::get<"tiers: forgone">(last).median()) +
        " under three tiers. That is what the controls are for, and "
        "the share does not show it.\n ");
    table = quantiles_of("against open");
    add(table, "older chips, share", older, points);
    add(table, "three tiers, share", tiers, points);
    add(table, "older chips, demand forgone", hw::get<"older: forgone">(last), percent_text);
    add(table, "three tiers, demand forgone", hw::get<"tiers: forgone">(last), percent_text);
    std::cout << '\n' << table << '\n';
    const double half = 0.5;
    say("The US stack keeps more than half of the tokens with probability " +
        percent_text(hw::get<"open">(last).probability_above(half)) + " (open), " +
        percent_text(hw::get<"older">(last).probability_above(half)) + " (older chips) and " +
        percent_text(hw::get<"tiers">(last).probability_above(half)) + " (three tiers).");

    question("3. What does it hang on?");
    hw::report::text_table by({"part of denied demand that goes to the rival", "older chips", "three tiers"});
    for (const double part : {0.0, 0.3, 0.6, 0.9, 1.0}) {
        const auto result = line(shares).at(in_2030, hw::override(diverted, part));
        by.row(
            {percent_text(part), percent_text(hw::get<"older">(result), 3), percent_text(hw::get<"tiers">(result), 3)});
    }
    say("On where the denied demand goes: the central share on " + hw::to_text(in_2030) +
        ", every other assumption at its "
        "median.\n ");
    std::cout << '\n' << by;
    say_sources(line(shares));
    std::cout << "The measure\n";
    say_source(said::krishnan::victory_metric);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Who runs the tokens?", answers::options, answer, shares);
}
