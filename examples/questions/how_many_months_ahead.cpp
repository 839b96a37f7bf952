// SPDX-License-Identifier: BSL-1.0
// How many months is one side ahead? Measured on an index of both sides, from dated scores; and what a measured lead says
// of the time to come.
#include <headway/economics/technology_lead.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/since/lead.hpp>
#include <headway/history/observed_lead.hpp>
#include <headway/report/sources.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/source/reading.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include "../assumed/lead.hpp"
#include "../common/command_line.hpp"

#include <array>
#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace since = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- An index of two sides, made up: models as they came out, with their scores -----------------------------------------

inline constexpr std::array leader_scores{
    hw::point(2022y / 11 / 10, 98.0), hw::point(2023y / 3 / 14, 110.0), hw::point(2023y / 7 / 11, 108.0),
    hw::point(2024y / 2 / 20, 118.0), hw::point(2024y / 6 / 20, 124.0), hw::point(2024y / 9 / 12, 131.0),
    hw::point(2025y / 2 / 24, 136.0), hw::point(2025y / 8 / 7, 145.0),  hw::point(2025y / 11 / 18, 150.0),
};
inline constexpr std::array follower_scores{
    hw::point(2023y / 8 / 3, 96.0),    hw::point(2024y / 5 / 6, 110.0),  hw::point(2024y / 9 / 19, 116.0),
    hw::point(2024y / 12 / 26, 123.0), hw::point(2025y / 1 / 20, 129.0), hw::point(2025y / 7 / 25, 135.0),
    hw::point(2025y / 12 / 1, 144.0),
};
inline constexpr auto by_steps = hw::observed_lead(leader_scores, follower_scores, hw::best_between::steps);
inline constexpr auto by_lines = hw::observed_lead(leader_scores, follower_scores, hw::best_between::linear);

// The follower's second model had the score of a model of 14 months before, to the day.
static_assert(by_steps.at(2024y / 5 / 6).least == hw::date(2024y / 5 / 6) - hw::date(2023y / 3 / 14));
// Its first was behind all that is known of the leader: a bound and not a lead.
static_assert(!by_steps.at(2023y / 8 / 3).is_known());

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto measured_on = since::sources::epoch_capabilities.latest;

inline constexpr auto lead_now =
    hw::assumption<"lead at the beginning of 2026">(hw::as_mean_and_ends(since::lead_epoch), since::lead_epoch)
        .with_note("Of three years' leads; which of them today's is nobody says.");
inline constexpr auto growth_of_leader = hw::assumption<"yearly growth of the leader's compute">(
    hw::as_measured(said::published::training_compute_growth), said::published::training_compute_growth);

// ---- The model -------------------------------------------------------------------------------------------------------

inline constexpr auto two_years_on = measured_on + 2.0 * year;

inline constexpr auto from_now_on =
    hw::forecast(hw::inputs(lead_now, growth_of_leader, assumed::pace_of_follower), [](const auto& in) {
        const auto leader = hw::exponential(measured_on, 1.0, hw::grows_by_factor(in[growth_of_leader], year));
        const auto follower =
            hw::follower_of(leader, in[lead_now], measured_on, hw::pow(leader.growth(), in[assumed::pace_of_follower]));
        const auto lead = hw::lead(leader, follower);
        return hw::outputs(hw::output<"worth">(lead.ratio_at(measured_on)),
                           hw::output<"two years on">(lead.time_at(two_years_on)),
                           hw::output<"level">(lead.catch_up(measured_on)));
    });

// ---- The answers -----------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 65'536, .seed = 2025, .method = hw::method::sobol};

std::vector<std::string> summary_row(std::string what, const hw::lead_summary& leads) {
    return {std::move(what), hw::to_text(leads.mean), hw::to_text(leads.smallest), hw::to_text(leads.largest),
            hw::to_text(100.0 * leads.known_share) + " %"};
}
std::vector<std::string> row(std::string what, const auto& outcome) {
    const auto text = [&](double p) { return hw::to_text(outcome.quantile(p)); };
    return {std::move(what), text(0.1), text(0.5), text(0.9), hw::to_text(outcome.quantile_standard_error(0.5), 1)};
}

std::string percent_text(double share) { return hw::to_text(100.0 * share) + " %"; }

void answer(const command_line& line) {
    std::cout << "1. How many months behind was each of the follower's models?\n\n"
              << report::paragraph(
                     "On an index that is made up. A level counts as reached by the first model that had it "
                     "(steps), or gradually before, along straight lines.")
              << '\n';
    report::text_table models({"new best of the follower", "score", "behind, by steps", "by lines"});
    for (std::size_t i = 0; i < by_steps.follower().size(); ++i) {
        const auto& model = by_steps.follower()[i];
        models.row({hw::to_text(model.at), hw::to_text(model.value()), hw::to_text(by_steps.at(model.at)),
                    hw::to_text(by_lines.at(model.at))});
    }
    const auto known = hw::between(by_steps.follower()[1].at, by_steps.follower().last());
    report::text_table leads({"lead", "mean", "smallest", "largest", "known"});
    leads.row(summary_row("every model, by steps", by_steps.at_advances()));
    leads.row(summary_row("from the second on, by steps", by_steps.at_advances(known)));
    leads.row(summary_row("the same, by lines", by_lines.at_advances(known)));
    leads.row(summary_row("every day since, by steps", by_steps.over(known)));
    leads.row(summary_row("every day since, by lines", by_lines.over(known)));
    std::cout << models << '\n'
              << leads << '\n'
              << report::paragraph(
                     "A published lead is one of these: it should say which. The one below is a mean since 2023, "
                     "with the smallest and the largest.");

    const auto later = hw::simulate(line(from_now_on), line.options);
    std::cout << "\n\n2. What is the published lead worth, and what will it be?\n\n";
    report::text_table table({"from " + hw::to_text(measured_on), "p10", "p50", "p90", "standard error"});
    table.row(row("the lead as a factor in compute", hw::get<"worth">(later)));
    table.row(row("lead two years later", hw::get<"two years on">(later)));
    const auto& level = hw::get<"level">(later);
    std::cout << table << '\n'
              << report::paragraph(
                     "The follower is level within the two years with probability " +
                     percent_text(level.probability_below(two_years_on)) + ", and never with " +
                     percent_text(level.probability_never()) +
                     ": then it grows no faster than the leader. Which of the two does is not known, and no "
                     "lead that was measured tells it.")
              << "\nIt rests on\n"
              << report::sources(line(from_now_on));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "How many months ahead?", run, answer, from_now_on);
}
