// SPDX-License-Identifier: BSL-1.0
// The rent of an H100 fell for two years and then rose by two fifths. What a price that only falls cannot say, a chip's price
// times the scarcity of its successors can; with beliefs and three rents it forecasts the fourth, and when the rise is over.
#include "../common/answers.hpp"

#include <headway/chip/price_life.hpp>
#include <headway/chip/scarcity.hpp>
#include <headway/chip/scarcity_episode.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/since/conflicts.hpp>
#include <headway/inference.hpp>
#include <headway/source/reading.hpp>

namespace hw = headway;
namespace said = headway::figures;
namespace now = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;

// ---- What is published: rents of grade C, prices of grade A ------------------------------------------------------------

constexpr hw::date middle(const said::stated_day& said_on) {
    return said_on.earliest + 0.5 * (said_on.latest - said_on.earliest);
}
inline constexpr hw::date launch = middle(now::h100.first_sales);
inline constexpr hw::date in_2023 = middle(now::h100_rent_2023.said_on());
inline constexpr hw::date at_the_low = middle(now::h100_rent_low.said_on());
inline constexpr hw::date in_march = middle(now::h100_rent_2026_03.said_on());
inline constexpr hw::date in_june = 2026y / 6 / 26;
inline constexpr hw::date at_year_end = 2026y / 12 / 31;

inline constexpr auto rent_2023 =
    hw::sqrt(now::h100_rent_2023.low / now::h100_rent_2023.high) * now::h100_rent_2023.high;

// ---- What we assume, how sure we are, and who said so ------------------------------------------------------------------

inline constexpr auto chip_price = hw::assumption<"price of the chip in 2023">(
    hw::ci90(now::h100_price_2023.low, now::h100_price_2023.high), now::h100_price_2023);
inline constexpr auto chip_fall =
    hw::assumption<"factor by which that falls in a year">(
        hw::log_uniform(hw::sqrt(now::h100_price_2023.low / now::h100_price_2025.high),
                        hw::sqrt(now::h100_price_2023.high / now::h100_price_2025.low)),
        now::h100_price_2025)
        .with_note("From the ends of 2023 and 2025 that are nearest to those that are farthest, over two years.");
inline constexpr auto rental_rate = hw::assumption<"rent of a year, of the chip's price, when nothing is short">(
    hw::ci90(0.5, 0.9), "Ours: interest, wear, electricity, space and margin.");
inline constexpr auto peak_2023 = hw::assumption<"rent in mid 2023, of that">(
    hw::log_uniform(2.0, 6.0), "Ours: how short chips were before there were enough.");
inline constexpr auto short_from = hw::assumption<"day on which successors become short">(
    hw::uniform(2025y / 7 / 1, 2026y / 1 / 1), "Ours: around the lowest rent.");
inline constexpr auto outgrows = hw::assumption<"factor by which demand outgrows supply in a year">(
    hw::log_uniform(1.1, 5.0), "Ours; only their ratio counts.");
inline constexpr auto price_elasticity = hw::assumption<"elasticity of demand for compute">(
    hw::ci90(0.4, 1.5), "Ours: in percent less bought for one percent of price.");
inline constexpr auto relief =
    hw::assumption<"day from which supply outgrows demand">(hw::uniform(2026y / 4 / 1, 2027y / 7 / 1),
                                                            now::microsoft_short_until)
        .with_note("Ours: the shortage, which passes only after this day, lasts beyond the figure's.");
inline constexpr auto catches_up = hw::assumption<"factor by which it then does so in a year">(
    hw::log_uniform(1.1, 5.0), "Ours: as fast as demand outgrew it.");

// ---- The model ---------------------------------------------------------------------------------------------------------

/// The rent while nothing is short, and in the first shortage, which passed as the lead time of servers did.
inline constexpr auto falling_rent = [](const auto& in) {
    const auto decline = hw::falls_by_factor(in[chip_fall], year);
    const auto price_of_it = hw::price_life(launch, in[chip_price] / decline.over(in_2023 - launch), decline);
    const hw::date servers_late = middle(said::published::h100_server_lead_time_2023.said_on());
    const hw::date servers_soon = middle(said::published::h100_server_lead_time_2024.said_on());
    return price_of_it * (in[rental_rate] / year) *
           hw::scarcity_episode(launch, servers_late, in[peak_2023], in_2023 - launch, servers_soon - servers_late);
};
/// Of the successors, in units of what is supplied while they are not short: what is wanted, and what there is.
inline constexpr auto chips_wanted = [](const auto& in) {
    return hw::exponential(in[short_from], 1.0, hw::grows_by_factor(in[outgrows], year));
};
inline constexpr auto chips_supplied = [](const auto& in) {
    return hw::piecewise(hw::constant(1.0),
                         hw::continues_as(in[relief], hw::grows_by_factor(in[outgrows] * in[catches_up], year)));
};

inline constexpr auto rents = hw::forecast(
    hw::inputs(chip_price, chip_fall, rental_rate, peak_2023, short_from, outgrows, price_elasticity, relief,
               catches_up),
    [](const auto& in) {
        // While its successors are short, the older chip is what can be had.
        const auto scarcity = hw::scarcity(chips_wanted(in), chips_supplied(in), in[price_elasticity]);
        const auto rent = falling_rent(in) * scarcity;
        return hw::outputs(
            hw::output<"mid 2023">(rent(in_2023)), hw::output<"October 2025">(rent(at_the_low)),
            hw::output<"March 2026">(rent(in_march)), hw::output<"June 2026">(rent(in_june)),
            hw::output<"end of 2026">(rent(at_year_end)), hw::output<"of the price of plenty">(scarcity(in_march)),
            hw::output<"wanted over supplied">(chips_wanted(in)(in_march) / chips_supplied(in)(in_march)),
            hw::output<"back at its low">(
                hw::first_at_most(rent, now::h100_rent_low.value, hw::between(in_june, in_june + 8.0 * year))));
    });

// ---- Assumptions, tested by the compiler -------------------------------------------------------------------------------

// Without a shortage the rent goes on falling.
static_assert(hw::get<"March 2026">(rents.at(hw::override(short_from, 2027y / 1 / 1))) <
              hw::get<"October 2025">(rents.baseline()));
// A shorter supply makes it dearer, and buyers who can wait cheaper.
static_assert(hw::get<"June 2026">(rents.at(hw::override(outgrows, 3.0))) > hw::get<"June 2026">(rents.baseline()));
static_assert(hw::get<"June 2026">(rents.at(hw::override(price_elasticity, 1.5))) <
              hw::get<"June 2026">(rents.baseline()));

// ---- The answers -------------------------------------------------------------------------------------------------------

inline constexpr hw::simulation sobol_points{.draws = 16'384, .seed = 2025, .method = hw::method::sobol};
inline constexpr auto hourly = usd / (chip * hour);
template <class Rent>
std::string per_hour(const Rent& rent, int digits = 3) {
    return hw::to_text_in(rent, hourly, "", digits);
}

template <class Outcome>
void row(report::text_table& table, const std::string& when, const std::string& published, const Outcome& rent) {
    table.row({when, published, per_hour(rent.quantile(0.05)), per_hour(rent.median()), per_hour(rent.quantile(0.95)),
               per_hour(rent.quantile_standard_error(0.5), 1)});
}

int main() {
    say("Why do rents rise? Those of an H100, in USD an hour. The rents are of grade C: no page of their source was "
        "read, "
        "copies agree. Prices of the chip are of grade A, an input of Epoch AI's model.");

    question("1. What can a price that never rises make of it?");
    const double rise = now::h100_rent_2026_03.value / now::h100_rent_low.value;
    say("From October 2025 to March 2026 the rent rose by " + percent_text(rise - 1.0) +
        ". A price that does not rise misses one of the two by at least " + percent_text(hw::sqrt(rise) - 1.0) +
        ", whatever its premium, decline, successor and end; the best of them stands still at " +
        per_hour(hw::sqrt(rise) * now::h100_rent_low.value) + " USD.");

    question("2. With scarcity: which rents does the model now hold possible?");
    const auto after = hw::simulate(
        rents.updated(hw::observed<"mid 2023">(
                          rent_2023, hw::log_error(0.5 * hw::log(now::h100_rent_2023.high / now::h100_rent_2023.low) /
                                                   hw::normal_quantile(0.95))),
                      hw::observed<"October 2025">(now::h100_rent_low.value, hw::log_error(0.05)),
                      hw::observed<"March 2026">(now::h100_rent_2026_03.value, hw::log_error(0.05))),
        sobol_points);
    const auto& june = hw::get<"June 2026">(after);
    report::text_table table({"USD an hour", "published", "p5", "p50", "p95", "s.e. of p50"});
    row(table, "mid 2023", said::value_text(now::h100_rent_2023), hw::get<"mid 2023">(after));
    row(table, "October 2025", said::value_text(now::h100_rent_low), hw::get<"October 2025">(after));
    row(table, "March 2026", said::value_text(now::h100_rent_2026_03), hw::get<"March 2026">(after));
    row(table, "26 June 2026, not used", "see below", june);
    row(table, "end of 2026", "", hw::get<"end of 2026">(after));
    std::cout << table << '\n';
    say("The first three were given to it, \"about\" read as a standard deviation of 5 %, the range of 2023 as 90 %. "
        "The "
        "draws tell as much as " +
        draws_text(static_cast<std::uint64_t>(after.effective_draws())) +
        " of equal weight. Of June the sources say:\n ");
    for (const auto& topic : now::conflicts()) {
        if (topic.topic != "H100 rent in mid 2026") continue;
        for (const auto& position : topic.positions) {
            std::cout << report::paragraph("- " + std::string(position.who) + ": " + std::string(position.statement),
                                           {0, 4});
        }
    }

    question("3. How short must successors be for that?");
    const auto& times = hw::get<"of the price of plenty">(after);
    const auto& ratio = hw::get<"wanted over supplied">(after);
    say("In March 2026 the rent was " + hw::to_text(times.median(), 2) +
        " times (90 %: " + hw::to_text(times.quantile(0.05), 2) + " to " + hw::to_text(times.quantile(0.95), 2) +
        ") what it would have been with enough chips. At an elasticity of " +
        hw::to_text(after.belief_of(price_elasticity).median(), 2) + " that is a demand of " +
        hw::to_text(ratio.median(), 2) + " times the supply (" + hw::to_text(ratio.quantile(0.05), 2) + " to " +
        hw::to_text(ratio.quantile(0.95), 2) +
        ") at the price of plenty. Rents alone cannot tell the two apart: buyers who can wait for a long time and a "
        "large "
        "shortage give the same.");

    question("4. When is the rent back at its low?");
    const auto& back = hw::get<"back at its low">(after);
    say("In half of the cases by " + hw::to_text(back.median()) + " (standard error " +
        hw::to_text(back.quantile_standard_error(0.5), 1) + "), in 90 % between " + hw::to_text(back.quantile(0.05)) +
        " and " + hw::to_text(back.quantile(0.95)) +
        ". Nobody has published the day on which supply outgrows demand: this is "
        "our guess of it, carried through the model.");
    say_sources(rents);
    std::cout << "and on what was seen\n";
    say_source(now::h100_rent_2023);
    say_source(now::h100_rent_low);
    say_source(now::h100_rent_2026_03);
}
