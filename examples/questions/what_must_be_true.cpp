// SPDX-License-Identifier: BSL-1.0
// What must be true for a capability to be affordable by a date: the value of one assumption at which the forecast says so,
// how the answer stands when an assumption is at its worst, and a table of two assumptions. With --out folder it is drawn
// how the date depends on the fall of the cost, draw by draw, and whether there are draws enough.
#include "../assumed/training.hpp"
#include "../common/answers.hpp"
#include "../common/out_folder.hpp"

#include <headway/chart/convergence_chart.hpp>
#include <headway/chart/scatter_chart.hpp>
#include <headway/economics/training_cost.hpp>
#include <headway/trend/first_time.hpp>

using namespace assumed;
using namespace answers;

inline constexpr auto affordable = hw::forecast(hw::inputs(decline, base_cost, base_date, target), [](const auto& in) {
    const auto curve = hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
    return hw::first_at_most(curve, in[target], hw::between(in[base_date], in[base_date] + 50.0 * year));
});

/// Of each of the many forecasts that an answer here stands for.
inline constexpr hw::simulation few_draws{.draws = 10'000, .seed = 2025};

/// A date that is known to a week answers what is asked here.
inline constexpr hw::known_to enough{.median = 7.0 * day};

void draw(const std::filesystem::path& folder, const auto& f, const hw::outcome<hw::date>& when) {
    with_out_folder::files put(folder);
    put("the_fall_and_the_date.svg",
        hw::report::scatter_chart(f, when, decline,
                                  {.title = "The faster the cost falls, the sooner it is affordable",
                                   .answer = "affordable on"}));
    put("draws_enough.svg",
        hw::report::convergence_chart(when, hw::statistic::median,
                                      {.title = "Are there draws enough to know the date?", .until = enough}));
    put.tell();
}

void answer(const command_line& line, const std::string& folder, const std::string&) {
    if (!folder.empty()) with_out_folder::make(folder);
    const hw::simulation& asked = line.options;
    const auto f = line(affordable);
    const hw::date deadline(2026y / 1 / 1);
    const auto as_believed = hw::simulate(f, asked);
    say("A capability of 100 million USD costs what counts as affordable by " + hw::to_text(as_believed.median()) +
        " in the central case, and with a probability of " + percent_text(as_believed.probability_below(deadline)) +
        " before " + hw::to_text(deadline) + ". What must be true for that date? All answers are on the same " +
        draws_text(asked.draws) + " draws.");

    question("1. How fast must the cost fall?");
    const auto even = hw::value_for(f, decline, hw::statistic::median == deadline, asked);
    const auto sure = hw::value_for(f, decline, hw::statistic::probability_below(deadline) == 0.9, asked);
    say(even.text() + " " + sure.text());

    question("2. What may the first run have cost, and when?");
    say(hw::value_for(f, base_cost, hw::statistic::median == deadline,
                      hw::value_range(10.0 * million_usd, 200.0 * million_usd), asked)
            .text() +
        " " + hw::value_for(f, hw::shifted(base_date), hw::statistic::quantile(0.9) == deadline, asked).text());
    std::cout << '\n';
    say(hw::value_for(f, hw::shifted(base_date), hw::statistic::probability_below(deadline) == 0.9,
                      hw::value_range(2022y / 1 / 1, 2024y / 1 / 1), asked)
            .text());

    question("3. And if the fall is at its slowest, or at its fastest?");
    const auto slow = hw::stress(f, decline, hw::level_range(0.0, 0.1), asked);
    const auto fast = hw::stress(f, decline, hw::level_range(0.9, 1.0), asked);
    auto table = quantiles_of("affordable on");
    add(table, slow.names()[0], slow[0]);
    for (const auto* c : {&slow, &fast}) add(table, c->names()[1], (*c)[1]);
    std::cout << table;

    question("4. The fall and the budget together");
    say("The median, and the probability before " + hw::to_text(deadline) + ":");
    const auto falls = hw::axis(decline, {3.0, 3.5, 4.0, 4.5, 5.0});
    const auto budgets =
        hw::axis(target, {2.0 * million_usd, 5.0 * million_usd, 10.0 * million_usd, 20.0 * million_usd});
    std::cout << '\n'
              << hw::report::table(hw::two_way(f, falls, budgets, asked)) << '\n'
              << hw::report::table(hw::two_way(f, falls, budgets, hw::statistic::probability_below(deadline), asked));
    say_sources(f);
    if (!folder.empty()) draw(folder, f, as_believed);
}

int main(int argc, char** argv) {
    return with_out_folder::answer_writing("pictures of the answer", argc, argv, "example_what_must_be_true",
                                           "What must be true?", few_draws, answer, affordable);
}
