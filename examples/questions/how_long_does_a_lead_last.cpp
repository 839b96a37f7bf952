// SPDX-License-Identifier: BSL-1.0
// How long does a lead in AI last? What is left of it after some is spent on safety, when the follower catches up, what
// export controls buy, and whether the forecasts of the articles fit together.
#include <headway/economics/lead_controls.hpp>
#include <headway/economics/technology_lead.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/published.hpp>
#include <headway/report/sources.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include "../assumed/lead.hpp"
#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;

// ---- What we assume -----------------------------------------------------------------------------------------------

// Today, for everything below: the day of the interview with Amodei.
inline constexpr auto today = said::amodei::source.latest;
inline constexpr auto horizon = hw::between(today, today + 30.0 * year);

inline constexpr auto growth_of_leader =
    hw::assumption<"yearly growth of the leader's effective compute">(
        hw::lognormal_ci(said::published::training_compute_growth.level, said::published::training_compute_growth.low,
                         said::published::training_compute_growth.high),
        said::published::training_compute_growth)
        .with_note("Of training compute alone; better algorithms come on top, and spread faster than chips.");
inline constexpr auto example_lead =
    hw::assumption<"lead in Amodei's example">(said::amodei::assumed_lead.value, said::amodei::assumed_lead);
inline constexpr auto spent =
    hw::assumption<"time spent on safety">(said::amodei::safety_spend.value, said::amodei::safety_spend);
inline constexpr auto longest =
    hw::assumption<"longest lead that can be kept">(said::amodei::longest_lead.value, said::amodei::longest_lead);

inline constexpr auto delay = hw::assumption<"months lost to a delay">(
    hw::uniform(6.0 * month, 12.0 * month), "Ours: half a year to a year until other sources are found.");
inline constexpr auto slowdown = hw::assumption<"share of its pace that a slowed follower keeps">(
    hw::uniform(0.7, 0.95), "Ours: controls take 5 to 30 % off the growth rate.");
inline constexpr auto generations = hw::assumption<"generations behind of the chips sold">(
    said::krishnan::export_policy.value, said::krishnan::export_policy);
inline constexpr auto cadence = hw::assumption<"time between two chip generations">(
    hw::uniform(1.0 * year, 2.0 * year), "Ours: the frontier's launches are one to two years apart.");

inline constexpr auto chips_catch_up = hw::assumption<"years until Chinese chip-making has caught up">(
    hw::uniform(said::amodei::china_chip_catch_up.low, said::amodei::china_chip_catch_up.high),
    said::amodei::china_chip_catch_up);

// ---- The models ---------------------------------------------------------------------------------------------------

inline constexpr auto leader_of = [](const auto& in) {
    return hw::exponential(today, 1.0, hw::grows_by_factor(in[growth_of_leader], year));
};
inline constexpr auto follower_of = [](const auto& in, const auto& lead) {
    const auto leader = leader_of(in);
    return hw::follower_of(leader, lead, today, hw::pow(leader.growth(), in[pace_of_follower]));
};

/// The example's lead over time: the leader stands still for what it spends, the follower does not.
inline constexpr auto budget = hw::forecast(
    hw::inputs(growth_of_leader, pace_of_follower, example_lead, spent, longest), [](const auto& in, const auto& when) {
        const auto left = hw::lead_left(in[example_lead], in[spent], in[longest]);
        const auto lead = hw::lead(leader_of(in), follower_of(in, left));
        return hw::outputs(hw::output<"time">(lead.time_at(when)), hw::output<"factor">(lead.ratio_at(when)));
    });

inline constexpr auto catching_up =
    hw::forecast(hw::inputs(growth_of_leader, pace_of_follower, lead_today), [](const auto& in) {
        return hw::lead(leader_of(in), follower_of(in, in[lead_today])).catch_up(today);
    });

/// One follower without controls and under each, on the same draws.
inline constexpr auto controls = hw::forecast(
    hw::inputs(growth_of_leader, pace_of_follower, lead_today, delay, slowdown, generations, cadence),
    [](const auto& in) {
        const auto when = said::amodei::decisive_window.high;
        const auto leader = leader_of(in);
        const auto follower = follower_of(in, in[lead_today]);
        const auto delayed = hw::delayed_from(today, in[delay]);
        const auto slowed = hw::slowed_from(today, in[slowdown]);
        const auto behind = hw::generations_behind_from(today, leader, in[generations], in[cadence]);
        const auto gained = [&](const auto& control) { return hw::lead_gained(leader, follower, control, when); };
        const auto met = [&](const auto& held_back) { return hw::lead(leader, held_back).catch_up(horizon); };
        return hw::outputs(hw::output<"free lead">(hw::lead(leader, follower).time_at(when)),
                           hw::output<"delay gains">(gained(delayed)), hw::output<"slowdown gains">(gained(slowed)),
                           hw::output<"lag gains">(gained(behind)), hw::output<"free">(met(follower)),
                           hw::output<"delayed">(met(delayed(follower))), hw::output<"slowed">(met(slowed(follower))),
                           hw::output<"behind">(met(behind(follower))));
    });

/// Chips first: when Chinese chip-making has caught up, and how long after the decisive window that is.
inline constexpr auto fits = hw::forecast(hw::inputs(chips_catch_up), [](const auto& in) {
    const auto when = today + in[chips_catch_up];
    return hw::outputs(hw::output<"date">(when), hw::output<"after">(when - said::amodei::decisive_window.high));
});

// ---- The questions ------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 100'000, .seed = 2025};

std::vector<std::string> row(std::string what, const auto& outcome) {
    const auto text = [&](double p) { return hw::to_text(outcome.quantile(p)); };
    return {std::move(what), text(0.1), text(0.5), text(0.9), hw::to_text(outcome.quantile_standard_error(0.5), 1)};
}
std::string share(double p) { return hw::to_text(p * (100.0 * percent), 3); }

void what_is_left(const command_line& line) {
    using namespace said::amodei;
    const auto left = hw::lead_left(assumed_lead.value, safety_spend.value);
    const auto growth = hw::grows_by_factor(said::published::training_compute_growth.value, year);
    std::cout << "1. What is left of a two-year lead after six months are spent?\n\n"
              << "Of " << assumed_lead.value << ", " << left << " are left; at " << growth
              << " that is worth a factor of " << hw::to_text(hw::ratio_of_lead(left, growth))
              << " in compute, down from " << hw::to_text(hw::ratio_of_lead(assumed_lead.value, growth))
              << ".\nWhat it is in later years depends on who grows faster:\n\n";
    std::vector<hw::date> dates;
    for (const double years : {0.0, 1.0, 2.0, 3.0, 5.0}) dates.push_back(today + years * year);
    const auto fan = hw::simulate(line(budget), dates, line.options);
    report::text_table table({"lead left on", "p10", "p50", "p90", "standard error"});
    for (std::size_t i = 0; i < dates.size(); ++i) table.row(row(hw::to_text(dates[i]), hw::get<"time">(fan[i])));
    report::text_table factors({"the same as a factor", "p10", "p50", "p90", "standard error"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        factors.row(row(hw::to_text(dates[i]), hw::get<"factor">(fan[i])));
    }
    std::cout << table << '\n' << factors << "\nIt rests on\n" << report::sources(line(budget)) << "\n\n";
}

void when_caught_up(const command_line& line) {
    const auto when = hw::simulate(line(catching_up), line.options);
    std::cout << "2. When does the follower catch up?\n\n";
    report::text_table table({"catches up", "p10", "p25", "p50", "never"});
    table.row({"date", hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.25)),
               hw::to_text(when.quantile(0.5)), share(when.probability_never())});
    table.row({"standard error", hw::to_text(when.quantile_standard_error(0.1), 1),
               hw::to_text(when.quantile_standard_error(0.25), 1), "", share(when.probability_never_standard_error())});
    std::cout << table << "\nBy the end of the decisive window (" << said::amodei::decisive_window.high
              << "): " << share(when.probability_below(said::amodei::decisive_window.high))
              << ".\nIt never does where it grows no faster than the leader.\n\nIt rests on\n"
              << report::sources(line(catching_up)) << "\n\n";
}

void what_controls_buy(const command_line& line) {
    const auto all = hw::simulate(line(controls), line.options);
    std::cout << "3. What do controls buy, against none, on the same draws?\n\n";
    report::text_table gains({"lead at the end of 2030", "p10", "p50", "p90", "standard error"});
    gains.row(row("without controls", hw::get<"free lead">(all)));
    gains.row(row("gained by a delay", hw::get<"delay gains">(all)));
    gains.row(row("gained by slower growth", hw::get<"slowdown gains">(all)));
    gains.row(row("gained by a generation lag", hw::get<"lag gains">(all)));
    report::text_table dates({"caught up within 30 years", "p10", "by the end of 2030", "not at all"});
    const auto add = [&](const char* what, const auto& when) {
        dates.row({what, hw::to_text(when.quantile(0.1)),
                   share(when.probability_below(said::amodei::decisive_window.high)), share(when.probability_never())});
    };
    add("without controls", hw::get<"free">(all));
    add("delay", hw::get<"delayed">(all));
    add("slower growth", hw::get<"slowed">(all));
    add("generation lag", hw::get<"behind">(all));
    std::cout << gains << '\n'
              << dates
              << "\nA lag in generations gains nothing while the follower is further behind than it anyway, and "
                 "keeps it\nfrom ever catching up.\n\nIt rests on\n"
              << report::sources(line(controls)) << "\n\n";
}

void do_they_fit(const command_line& line) {
    const auto& window = said::amodei::decisive_window;
    const auto all = hw::simulate(line(fits), line.options);
    std::cout << "4. Do 10 to 15 years for chip-making and a decisive window of 2026 to 2030 fit together?\n\n"
              << "Chip-making catches up between " << said::earliest_date(said::amodei::china_chip_catch_up) << " and "
              << said::latest_date(said::amodei::china_chip_catch_up) << "; the window closes on " << window.high
              << ".\n\n";
    report::text_table table({"chip-making has caught up", "p10", "p50", "p90", "standard error"});
    table.row(row("date", hw::get<"date">(all)));
    table.row(row("after the window closed", hw::get<"after">(all)));
    std::cout
        << table << "\nWithin the window: " << share(hw::get<"date">(all).probability_below(window.high))
        << ". They fit: if both hold, the contest is decided with the chips of today's makers.\nThe leads above are in "
           "compute, however, which chips that are bought, rented or smuggled also give.\n\nIt rests on\n"
        << report::sources(line(fits)) << "- the decisive window\n"
        << report::paragraph(report::source_line(window), {4, 4});
}

void answer(const command_line& line) {
    std::cout << "How long does a lead last?\nEvery answer is simulated with " << line.options.draws
              << " draws; p10, p50 and p90 are quantiles, the standard error is that of the median.\n\n\n";
    what_is_left(line);
    when_caught_up(line);
    what_controls_buy(line);
    do_they_fit(line);
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "How long does a lead last?", run,
                                answer, budget, catching_up, controls, fits);
}
