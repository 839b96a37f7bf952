// SPDX-License-Identifier: BSL-1.0
// A price becomes known. What is now believed of the fall of training cost, which assumption moved, when does the capability
// cost 5 million, which of two accounts of the fall has the figure on its side, and which assumption matters from here on?
#include "../assumed/training.hpp"
#include "../common/answers.hpp"
#include "../common/command_line.hpp"

#include <headway/economics/training_cost.hpp>
#include <headway/inference.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;
using namespace answers;

// ---- What is known now ---------------------------------------------------------------------------------------------

// Made up, as no article states a price after its own date.
inline constexpr hw::date seen_on = 2025y / 10 / 1;
inline constexpr auto seen_price = 14.0 * million_usd;
inline constexpr auto seen_error = hw::log_error(0.2);

// ---- Two accounts of one fall --------------------------------------------------------------------------------------

/// The fall as it was stated.
inline constexpr auto stated = hw::forecast(hw::inputs(decline, base_cost, base_date, target), [](const auto& in) {
    const auto curve = hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
    return hw::outputs(hw::output<"costs 5 million USD on">(curve.reaches(in[target])),
                       hw::output<"price of the day">(curve(seen_on)),
                       hw::output<"cost at the end of 2026">(curve(hw::date(2027y / 1 / 1))));
});

/// The fall as hardware and algorithms make it, each at its measured rate.
inline constexpr auto doubling = hw::assumption<"time in which hardware doubles in price-performance">(
    hw::as_measured(said::published::gpu_price_performance_doubling_ml),
    said::published::gpu_price_performance_doubling_ml);
inline constexpr auto halving = hw::assumption<"time in which the compute for a fixed performance halves">(
    hw::as_measured(said::published::algorithmic_halving), said::published::algorithmic_halving);
inline constexpr auto both_rates =
    hw::forecast(hw::inputs(doubling, halving, base_cost, base_date), [](const auto& in) {
        return hw::training_cost(in[base_date], in[base_cost],
                                 hw::halves_every(in[doubling]) * hw::halves_every(in[halving]))(seen_on);
    });

/// Of language models the algorithms gain in half the time that those for images took.
inline constexpr auto as_for_images =
    hw::override(halving, hw::as_about(said::published::vision_algorithmic_halving, 1.35),
                 "measured on image classification, 2012 to 2019");

/// As one who doubts the pace would have it.
inline constexpr auto slower_fall = hw::around(3.0, 1.35);
inline constexpr auto held_slower = hw::scenario<"held to be slower">(hw::override(decline, slower_fall));

// ---- The answers ---------------------------------------------------------------------------------------------------

std::string factor_text(const hw::bayes_factor_estimate& factor) {
    return hw::to_text(factor.value(), 3) + " (standard error " + hw::to_text(factor.standard_error(), 1) + ")";
}

void answer(const command_line& line) {
    say("What does the new figure tell? On " + hw::to_text(seen_on) + " a run to the capability is offered for " +
        hw::to_text(seen_price, 3) + ", a price that may differ from the cost by a factor of " +
        hw::to_text(hw::exp(0.2), 3) + " either way (one standard deviation). The figure is made up. " +
        draws_text(line.options.draws) + " draws, each weighed by how probable it makes that price.");

    question("1. When does it cost 5 million, before and after?");
    const auto forecast = line(stated);
    const auto updated = forecast.updated(
        hw::observed<"price of the day">(seen_price, seen_error).from("Made up: no article states a price after its own date."));
    const auto after = hw::simulate(updated, line.options);
    std::cout << hw::report::table(hw::report::result_table().add("before", after.before()).add("after", after));
    std::cout << '\n';
    say("The weighted draws tell as much as " + draws_text(static_cast<std::uint64_t>(after.effective_draws())) +
        " of equal weight.");

    question("2. Which assumption moved?");
    std::cout << hw::report::table(after.changes());
    const auto together = after.correlation(decline, base_date);
    std::cout << '\n';
    say("Of two assumptions that knew nothing of each other the price makes a pair: their correlation is now " +
        hw::to_text(together.value, 2) + " (standard error " + hw::to_text(together.standard_error, 1) +
        "), for a later start and a faster fall give the same price.");

    question("3. What is now an input of another forecast?");
    const auto fall = after.belief_of(decline);
    const auto gap = hw::forecast(hw::inputs(decline), [](const auto& in) {
        return hw::time_worth_of_cost_gap(10.0, hw::falls_by_factor(in[decline], year));
    });
    say("A tenfold cost gap is worth " + hw::to_text_in(gap.baseline(), month, "months", 3) + " before, " +
        hw::to_text_in(gap.at(hw::override(decline, fall)), month, "months", 3) +
        " after: the fall of a year is now believed to be " + hw::to_text(fall.quantile(0.05), 3) + " to " +
        hw::to_text(fall.quantile(0.95), 3) + " times (90 %).");

    question("4. Which account of the fall has the figure on its side?");
    const auto seen = hw::observed(seen_price, seen_error);
    const auto as_stated = after.evidence();
    const auto language = hw::simulate(line(both_rates).updated(seen), line.options).evidence();
    const auto images = hw::simulate(line(both_rates).with(as_for_images).updated(seen), line.options).evidence();
    const auto over_images = hw::bayes_factor(as_stated, images);
    say("The price is " + factor_text(hw::bayes_factor(as_stated, language)) +
        " times as probable under the stated fall as under hardware and the algorithms of language models, measured apart. It "
        "is " + factor_text(over_images) +
        " times as probable as under algorithms that gain no faster than those for images did: who held these two equally "
        "probable before now believes in the stated fall with " + percent_text(over_images.probability_of_first()) + ".");

    question("5. Which assumption matters from here on?");
    std::cout << hw::report::table(hw::tornado<"costs 5 million USD on">(after)) << '\n';
    say("Each is at the ends of what is believed of it after the price, the others at their medians.");

    question("6. And had the fall been held to be slower before?");
    const auto c = hw::compare(updated, {hw::scenario<"as stated">(), held_slower}, line.options);
    const auto& when = hw::get<"costs 5 million USD on">(c);
    const auto before = hw::simulate(forecast.with(hw::override(decline, slower_fall)), line.options);
    std::cout << hw::report::table(when) << '\n';
    say("Who held it to be slower sees the same price, and is " +
        hw::to_text_in(when.difference(held_slower).mean(), month, "months", 2) + " later (standard error " +
        hw::to_text_in(when.difference(held_slower).standard_error(), day, "days", 1) + "); before it he was " +
        hw::to_text_in(hw::get<"costs 5 million USD on">(before).mean() -
                           hw::get<"costs 5 million USD on">(after.before()).mean(),
                       month, "months", 2) + " later.");
    say_sources(updated);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "What does the new figure tell?", answers::options, answer, stated,
                                both_rates);
}
