// SPDX-License-Identifier: BSL-1.0
// A forecast made in March 2025 is made again in October: why is the answer another one? Each changed assumption's part of
// the change, with its error, for a date, a probability, and a date that may be never.
#include "../assumed/training.hpp"
#include "../common/answers.hpp"
#include "../common/command_line.hpp"

#include <headway/economics/training_cost.hpp>
#include <headway/trend/first_time.hpp>

using namespace assumed;
using namespace answers;

// ---- The model, and what was believed when ---------------------------------------------------------------------------

inline constexpr auto affordable = hw::forecast(hw::inputs(decline, base_cost, base_date, target), [](const auto& in) {
    const auto curve = hw::training_cost(in[base_date], in[base_cost], hw::falls_by_factor(in[decline], year));
    return hw::first_at_most(curve, in[target], hw::between(in[base_date], in[base_date] + 50.0 * year));
});
/// The same question with a deadline, after which nobody waits for it.
inline constexpr auto in_time = hw::forecast(hw::inputs(decline, base_cost, base_date, target), [](const auto& in) {
    const auto when = affordable.model()(in);
    return hw::select(when < hw::date(2026y / 5 / 1), when, hw::date::never());
});

// What a year of bills has taught, for this example: the fall is slower than was said, the first run cost more and is better
// dated, and the budget has grown.
inline constexpr auto october = hw::scenario<"October 2025">(
    hw::override(decline, hw::ci90(2.6, 4.2), "a year of bills"),
    hw::override(base_cost, hw::ci90(90.0 * million_usd, 140.0 * million_usd), "two more runs are known"),
    hw::override(base_date, hw::uniform(2023y / 10 / 1, 2024y / 4 / 1), "the first bills are found"),
    hw::override(target, 6.0 * million_usd, "a budget of today"));

/// Of each of the many forecasts that an answer here stands for.
inline constexpr hw::simulation few_draws{.draws = 10'000, .seed = 2025};

void answer(const command_line& line) {
    const hw::simulation& asked = line.options;
    const auto march = line(affordable);
    say("When does a capability of 100 million USD cost what counts as affordable? Asked in March 2025, asked again in "
        "October. "
        "Both answers, and every combination of old and new beliefs between them, are simulated with the same " +
        draws_text(asked.draws) + " draws.");

    question("1. What has moved the date?");
    const auto why = hw::explain_change(march, october, asked);
    say("From " + hw::to_text(why.before()) + " to " + hw::to_text(why.after()) + ": " + why.sentence() + ".");
    std::cout << '\n' << hw::report::table(why) << '\n';
    say("A part is what a change does on average over all orders in which the four may have been made; the parts add "
        "up to "
        "the whole. Had the fall alone changed:");
    const auto alone = hw::explain_change(march, hw::override_list(hw::override(decline, hw::ci90(2.6, 4.2))), asked);
    say(alone.sentence() + ".");

    question("2. And the probability of having it before 2026?");
    const auto odds =
        hw::explain_change(march, october, hw::statistic::probability_below(hw::date(2026y / 1 / 1)), asked);
    say("From " + percent_text(odds.before()) + " to " + percent_text(odds.after()) + ": " + odds.sentence() + ".");
    std::cout << '\n' << hw::report::table(odds);

    question("3. With a deadline: what has not come by the end of April 2026 never comes");
    const auto never = hw::explain_change(line(in_time), october, asked);
    say(never.sentence() + ".");
    std::cout << '\n' << hw::report::table(never);
    say_sources(march);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Why did the answer move?", few_draws, answer, affordable);
}
