// SPDX-License-Identifier: BSL-1.0
// Which limit binds: chips, power, construction or money? Per year, with probabilities, in two scenarios on common draws:
// "no shortage" of GPUs (Krishnan) and at least ten years of it (Schmidt).
#include "answers.hpp"
#include "command_line.hpp"

#include <headway/model/run_cost.hpp>
#include <headway/model/supply.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto no_shortage = hw::assumption<"GPU shortage, as Krishnan sees it">(
    said::krishnan::supply_shortage.value, said::krishnan::supply_shortage);
inline constexpr auto long_shortage =
    hw::assumption<"hardware shortage, as Schmidt sees it">(said::schmidt::hardware_shortage.value,
                                                            said::schmidt::hardware_shortage)
        .with_note("At least so long; taken to end then, counted from the day of the article.");

inline constexpr auto spender = hw::assumption<"one large buyer's spending on AI infrastructure in 2025">(
                                    said::microsoft::microsoft_capex_2025.value, said::microsoft::microsoft_capex_2025)
                                    .with_note("Microsoft's plan, taken as that of one large buyer.");
inline constexpr auto buyers = hw::assumption<"number of such buyers">(
                                   hw::uniform(said::amodei::frontier_labs_us.low, said::amodei::frontier_labs_us.high),
                                   said::amodei::frontier_labs_us)
                                   .with_note("As many as train at the frontier; our reading.");
inline constexpr auto chip_part =
    hw::assumption<"part of the spending that buys chips and their network">(hw::uniform(0.5, 0.7), "Our guess.");
inline constexpr auto money_growth =
    hw::assumption<"yearly growth of the spending">(hw::ci90(1.15, 1.60), "Our guess, a factor per year.");

inline constexpr auto chips_2025 = hw::assumption<"AI chips that can be made in 2025">(
    hw::ci90(2.5 * million_chips / year, 5.0 * million_chips / year), "Our guess, counted in chips of the kind below.");
inline constexpr auto chips_growth =
    hw::assumption<"yearly growth of chip-making">(hw::ci90(1.2, 1.8), "Our guess, a factor per year.");
inline constexpr auto power_2025 =
    hw::assumption<"new power for AI that can be had in 2025">(hw::ci90(4.0 * gigawatt, 10.0 * gigawatt), "Our guess.");
inline constexpr auto power_growth =
    hw::assumption<"yearly growth of new power">(hw::ci90(1.05, 1.30), "Our guess, a factor per year.");
inline constexpr auto halls_2025 = hw::assumption<"data-centre halls that can be finished in 2025">(
    hw::ci90(4.0 * gigawatt, 10.0 * gigawatt), "Our guess, counted in the power that they take.");
inline constexpr auto halls_growth =
    hw::assumption<"yearly growth of construction">(hw::ci90(1.10, 1.40), "Our guess, a factor per year.");

/// What a chip needs: power with its part of the server and of the site, and money with its part of the network.
inline constexpr auto power_per_chip = said::published::run_chip_power.value *
                                       said::published::run_server_power_factor.value * said::published::run_pue.value;
inline constexpr auto price_per_chip =
    said::published::run_chip_price.value / (1.0 - said::published::run_interconnect_share.value);

// ---- The model -------------------------------------------------------------------------------------------------------

inline constexpr hw::date opening = 2025y / 7 / 1;

/// The limits when GPUs are short for a span from the day of the claim. While they are, as many can be bought as are made;
/// after that at least as many as the money buys. Power and construction follow their own trends either way.
inline constexpr auto buildable = [](const auto& in, const hw::date& claim, const auto& shortage) {
    const auto grows = [](const auto& factor) { return hw::grows_by_factor(factor, year); };
    const auto made = hw::exponential(opening, in[chips_2025], grows(in[chips_growth]));
    const auto power = hw::exponential(opening, in[power_2025] / year, grows(in[power_growth]));
    const auto halls = hw::exponential(opening, in[halls_2025] / year, grows(in[halls_growth]));
    const auto money =
        hw::exponential(opening, in[spender] / year * in[buyers] * in[chip_part], grows(in[money_growth]));
    const auto over = claim + shortage;
    const auto chips = hw::as_trend([=](const auto& when) {
        return hw::select(when < over, made(when), hw::max(made(when), money(when) / price_per_chip));
    });
    return hw::supply(hw::limit<"money">(money, price_per_chip), hw::limit<"chips">(chips),
                      hw::limit<"power">(power, power_per_chip), hw::limit<"construction">(halls, power_per_chip));
};
inline constexpr auto without = [](const auto& in) {
    return buildable(in, said::krishnan::source.latest, in[no_shortage]);
};
inline constexpr auto with = [](const auto& in) {
    return buildable(in, said::schmidt::source.latest, in[long_shortage]);
};

inline constexpr auto assumptions =
    hw::inputs(no_shortage, long_shortage, spender, buyers, chip_part, money_growth, chips_2025, chips_growth,
               power_2025, power_growth, halls_2025, halls_growth);

/// Both scenarios in one model, so that they share every draw.
inline constexpr auto per_year = hw::forecast(assumptions, [](const auto& in, const auto& when) {
    const auto a = without(in);
    const auto b = with(in);
    return hw::outputs(hw::output<"a: chips">(hw::binds<"chips">(a, when)),                //
                       hw::output<"a: power">(hw::binds<"power">(a, when)),                //
                       hw::output<"a: construction">(hw::binds<"construction">(a, when)),  //
                       hw::output<"a: money">(hw::binds<"money">(a, when)),                //
                       hw::output<"a: built">(a(when)),                                    //
                       hw::output<"b: chips">(hw::binds<"chips">(b, when)),                //
                       hw::output<"b: power">(hw::binds<"power">(b, when)),                //
                       hw::output<"b: construction">(hw::binds<"construction">(b, when)),  //
                       hw::output<"b: money">(hw::binds<"money">(b, when)),                //
                       hw::output<"b: built">(b(when)),                                    //
                       hw::output<"lost">(a(when) - b(when)));
});

inline constexpr auto window = hw::between(opening, 2035y / 7 / 1);
inline constexpr auto from_when =
    hw::forecast(assumptions, [](const auto& in) { return hw::binds_from<"power">(without(in), window); });

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

// Without a shortage chips never bind; with one, what can be built is never more.
static_assert(hw::get<"a: chips">(per_year.baseline(opening)) == 0.0);
static_assert(hw::get<"lost">(per_year.baseline(opening)) >= 0.0 * chip / year);
// Once Schmidt's ten years are over the two are the same.
static_assert(hw::get<"lost">(per_year.baseline(2035y / 7 / 1)) == 0.0 * chip / year);

// ---- The answers -----------------------------------------------------------------------------------------------------

std::string limit_most_likely(double chips, double power, double construction, double money) {
    const double most = hw::max(hw::max(chips, power), hw::max(construction, money));
    return most == chips ? "chips" : most == power ? "power" : most == construction ? "construction" : "money";
}

void answer(const command_line& line) {
    say("Which limit binds on the AI chips that large US buyers can put to work in a year? Every simulated answer has " +
        draws_text(line.options.draws) +
        " draws, the same in both scenarios; 80 % of them lie between p10 and p90. A probability has a standard error "
        "of at "
        "most 0.2 %.");
    say("A chip needs " + hw::to_text(power_per_chip) + " with its part of server and site, and " +
        hw::to_text(price_per_chip) + " with its part of the network. In these units the four limits are compared.");

    std::vector<hw::date> dates;
    for (auto y = 2026y; y <= 2035y; ++y) dates.emplace_back(y / 1 / 1);
    const auto fan = hw::simulate(line(per_year), dates, line.options);
    const auto millions = [](const auto& rate) { return hw::to_text(rate.in(million_chips / year)); };

    question("1. No shortage of GPUs (Krishnan): which limit binds?");
    hw::report::text_table a({"on", "chips", "power", "construction", "money", "millions a year: p10", "p50", "p90"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto& at = fan[i];
        const auto& built = hw::get<"a: built">(at);
        a.row({hw::to_text(dates[i]), percent_text(hw::get<"a: chips">(at).mean()),
               percent_text(hw::get<"a: power">(at).mean()), percent_text(hw::get<"a: construction">(at).mean()),
               percent_text(hw::get<"a: money">(at).mean()), millions(built.quantile(0.1)),
               millions(built.quantile(0.5)), millions(built.quantile(0.9))});
    }
    const auto& last_a = fan[dates.size() - 2];
    say("Not chips, as there are as many as the money buys. At first it is mostly money; by " +
        hw::to_text(dates[dates.size() - 2]) + " it is most often " +
        limit_most_likely(hw::get<"a: chips">(last_a).mean(), hw::get<"a: power">(last_a).mean(),
                          hw::get<"a: construction">(last_a).mean(), hw::get<"a: money">(last_a).mean()) +
        ", because spending grows faster than what can be connected and built.\n ");
    std::cout << '\n' << a;

    question("2. At least ten years of shortage (Schmidt): which limit binds?");
    hw::report::text_table b({"on", "chips", "power", "construction", "money", "millions a year: p10", "p50", "p90"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const auto& at = fan[i];
        const auto& built = hw::get<"b: built">(at);
        b.row({hw::to_text(dates[i]), percent_text(hw::get<"b: chips">(at).mean()),
               percent_text(hw::get<"b: power">(at).mean()), percent_text(hw::get<"b: construction">(at).mean()),
               percent_text(hw::get<"b: money">(at).mean()), millions(built.quantile(0.1)),
               millions(built.quantile(0.5)), millions(built.quantile(0.9))});
    }
    const auto& first_b = fan[0];
    const auto& last_b = fan[dates.size() - 2];
    say("On " + hw::to_text(dates[0]) + " chips bind with probability " +
        percent_text(hw::get<"b: chips">(first_b).mean()) + ", on " + hw::to_text(dates[dates.size() - 2]) + " with " +
        percent_text(hw::get<"b: chips">(last_b).mean()) + "; most often it is then " +
        limit_most_likely(hw::get<"b: chips">(last_b).mean(), hw::get<"b: power">(last_b).mean(),
                          hw::get<"b: construction">(last_b).mean(), hw::get<"b: money">(last_b).mean()) +
        ". Schmidt's \"the last limit is power and the ability to build\" is what these growth rates give, too.\n ");
    std::cout << '\n' << b;

    question("3. From when does power bind, and what does the shortage of chips cost?");
    const auto when = hw::simulate(line(from_when), line.options);
    hw::report::text_table first({"power binds first on", "p10", "p50", "p90", "not until mid-2035"});
    first.row({"no shortage of GPUs", hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.5)),
               hw::to_text(when.quantile(0.9)), percent_text(when.probability_never())});
    std::cout << first << '\n';
    const auto& lost = hw::get<"lost">(fan[0]);
    say("The standard error of the central date is " + hw::to_text(when.quantile_standard_error(0.5), 1) + ". On " +
        hw::to_text(dates[0]) + " the shortage of chips alone keeps back " + millions(lost.mean()) +
        " million chips a year on average (standard error " +
        hw::to_text(lost.standard_error().in(million_chips / year), 1) + "), compared draw by draw; in " +
        percent_text(1.0 - lost.probability_above(0.0 * chip / year)) + " of the draws it keeps back none.");
    say_sources(line(per_year));
    std::cout << "What a chip needs rests on\n";
    say_source(said::published::run_chip_price);
    say_source(said::published::run_interconnect_share);
    say_source(said::published::run_chip_power);
    say_source(said::published::run_server_power_factor);
    say_source(said::published::run_pue);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Which limit binds?", answers::options, answer, per_year, from_when);
}
