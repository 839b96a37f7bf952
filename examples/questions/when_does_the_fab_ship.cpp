// SPDX-License-Identifier: BSL-1.0
// When does a fab ship that is started abroad today? Completion dates, the odds of the decade, the stages that hold it
// up, what a month saved in permitting buys, and the same fab in four regions side by side.
#include <headway/figures/published.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/project/lead_time_changes.hpp>
#include <headway/project/stages.hpp>
#include <headway/report/sources.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/text_table.hpp>
#include <headway/text/text.hpp>

#include "../assumed/fab_schedule.hpp"
#include "../common/command_line.hpp"

#include <iostream>

namespace hw = headway;
namespace said = headway::figures;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace assumed;

// ---- What we assume -----------------------------------------------------------------------------------------------

constexpr auto today = hw::date(2026y / 1 / 1);
constexpr auto deadline = hw::date(2030y / 1 / 1);

inline constexpr auto stop =
    hw::assumption<"a dispute stops construction">(hw::bernoulli(0.2), "Ours: one fab in five.");
inline constexpr auto stop_time =
    hw::assumption<"how long a dispute stops it">(hw::uniform(2.0 * month, 8.0 * month), "Ours: two to eight months.");
inline constexpr auto price_of_time = hw::assumption<"price of a month saved in permitting">(
    hw::ci90(5.0 * million_usd, 50.0 * million_usd), "Ours, for the sake of the example.");
inline constexpr auto twice = hw::assumption<"build time against Taiwan, as claimed">(
    said::schmidt::fab_time_multiplier.value, said::schmidt::fab_time_multiplier);

// ---- The model ----------------------------------------------------------------------------------------------------

inline constexpr auto fab_in = [](const auto& region, const auto& in) {
    return hw::stage<"permits">(region.first * in[permit_luck]) >>
           (hw::stage<"construction">(region.second * in[construction_luck]) & hw::stage<"tools">(in[tool_delivery])) >>
           hw::stage<"ramp-up">(in[ramp_up]);
};

inline constexpr auto fab = hw::forecast(
    hw::inputs(permit_luck, construction_luck, tool_delivery, ramp_up, stop, stop_time, price_of_time, twice),
    [](const auto& in) {
        using namespace said::published;
        const auto taiwan = fab_in(exyte_time_taiwan, in);
        const auto us = fab_in(exyte_time_us, in);
        const auto disputed = hw::disrupts<"construction">(in[stop], in[stop_time]);
        const auto hurried = hw::expedites<"permits">(3.0 * month, in[price_of_time] / month);
        return hw::outputs(
            hw::output<"Taiwan">(taiwan.completion(today)),
            hw::output<"South-East Asia">(fab_in(exyte_time_sea, in).completion(today)),
            hw::output<"Europe">(fab_in(exyte_time_europe, in).completion(today)),
            hw::output<"US">(us.completion(today)),
            hw::output<"twice Taiwan">(hw::multiplies_all(in[twice])(taiwan).completion(today)),
            hw::output<"span">(us.duration()), hw::output<"permits">(hw::critical<"permits">(us)),
            hw::output<"construction">(hw::critical<"construction">(us)),
            hw::output<"tools">(hw::critical<"tools">(us)), hw::output<"ramp-up">(hw::critical<"ramp-up">(us)),
            hw::output<"permits gain">(hw::gain_of_saving<"permits">(us, month)),
            hw::output<"construction gain">(hw::gain_of_saving<"construction">(us, month)),
            hw::output<"tools gain">(hw::gain_of_saving<"tools">(us, month)),
            hw::output<"ramp-up gain">(hw::gain_of_saving<"ramp-up">(us, month)),
            hw::output<"disputed">(disputed(us).completion(today)),
            hw::output<"hurried">(hurried(us).completion(today)), hw::output<"hurry costs">(hurried.cost(us)));
    });

// The published times, before anything is drawn, are what the claim says: twice as long in the US as in Taiwan.
static_assert(said::published::exyte_time_us.value / said::published::exyte_time_taiwan.value ==
              said::schmidt::fab_time_multiplier.value);

// ---- The questions ------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 100'000, .seed = 2025};

std::string share(double p) { return hw::to_text(p * (100.0 * percent)); }

/// A stage at the mean of its belief, and the whole site so.
auto site_at_means(const command_line& line) {
    const auto& us = said::published::exyte_time_us;
    return hw::stage<"permits">(us.first * line(permit_luck).belief().mean()) >>
           (hw::stage<"construction">(us.second * line(construction_luck).belief().mean()) &
            hw::stage<"tools">(line(tool_delivery).belief().mean())) >>
           hw::stage<"ramp-up">(line(ramp_up).belief().mean());
}

void answer(const command_line& line) {
    const auto all = hw::simulate(line(fab), line.options);
    std::cout << "When does a fab ship that is started on " << today << "?\nEvery answer is simulated with "
              << line.options.draws << " draws, the same for all regions and cases.\n\n";

    report::text_table dates({"ships on", "p10", "p50", "p90", "standard error", "before 2030"});
    const auto add = [&](const char* where, const auto& when) {
        dates.row({where, hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.5)),
                   hw::to_text(when.quantile(0.9)), hw::to_text(when.quantile_standard_error(0.5), 1),
                   share(when.probability_below(deadline))});
    };
    add("Taiwan", hw::get<"Taiwan">(all));
    add("South-East Asia", hw::get<"South-East Asia">(all));
    add("Europe", hw::get<"Europe">(all));
    add("US", hw::get<"US">(all));
    add("US, if all takes twice as long as in Taiwan", hw::get<"twice Taiwan">(all));
    add("US, with a dispute in one fab of five", hw::get<"disputed">(all));
    add("US, with permits three months sooner", hw::get<"hurried">(all));
    const auto& cost = hw::get<"hurry costs">(all);
    std::cout
        << dates << "The three months cost " << cost.quantile(0.1) << " to " << cost.quantile(0.9)
        << " (p10 to p90). Twice as long as in Taiwan is claimed of\nArizona; doubled tool deliveries and ramp-up make "
           "more of it than the published stages do.\n\n";

    report::text_table stages({"stage in the US", "critical in", "a month saved there buys", "standard error"});
    const auto stage = [&](const char* name, const auto& critical, const auto& gain) {
        stages.row({name, share(critical.mean()), hw::to_text_in(gain.mean(), day, "days"),
                    gain.standard_error() < minute ? "none" : hw::to_text_in(gain.standard_error(), day, "days", 1)});
    };
    stage("permits", hw::get<"permits">(all), hw::get<"permits gain">(all));
    stage("construction", hw::get<"construction">(all), hw::get<"construction gain">(all));
    stage("tools", hw::get<"tools">(all), hw::get<"tools gain">(all));
    stage("ramp-up", hw::get<"ramp-up">(all), hw::get<"ramp-up gain">(all));
    std::cout << stages
              << "\nA month saved in permitting brings the fab forward by that month, whatever else happens: all "
                 "waits for it.\nA month saved in construction buys less, because the tools may then be late.\n\n";

    const auto site = site_at_means(line);
    report::text_table gantt({"schedule at the means, US", "from", "to", "critical", "total float", "free float"});
    const auto float_text = [](const auto& span) {
        return span.base_value() > 0.0 ? hw::to_text_in(span, month, "months", 2) : "none";
    };
    for (const auto& row : site.schedule(today)) {
        gantt.row({std::string(row.stage), hw::to_text(row.start), hw::to_text(row.end), row.critical > 0.0 ? "yes" : "no",
                   float_text(row.total_float), float_text(row.free_float)});
    }
    const auto expected = hw::get<"span">(all).mean();
    std::cout << gantt << "\nThe means add up to " << hw::to_text_in(site.duration(), month, "months")
              << "; the mean of the project is " << hw::to_text_in(expected, month, "months") << ", "
              << hw::to_text_in(hw::merge_bias(expected, site), month, "months", 2)
              << " more: the later\nof two uncertain branches is later than either is on average (merge bias).\n\n";

    std::cout << "It rests on\n";
    for (const auto* figure : {&said::published::exyte_time_taiwan, &said::published::exyte_time_sea,
                               &said::published::exyte_time_europe, &said::published::exyte_time_us}) {
        std::cout << report::paragraph("- " + std::string(figure->what) + ": " + report::source_line(*figure), {0, 4});
    }
    std::cout << report::sources(line(fab));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "When does the fab ship?", run, answer, fab);
}
