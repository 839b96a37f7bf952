// SPDX-License-Identifier: BSL-1.0
// What does it cost that three fabs share the crews which fit their tools? Three sites are started on one day; fitting the
// tools of each takes a crew for as long as it lasts, and there are fewer crews than sites. When the last fab ships, by the
// number of crews and by who goes first, and what then holds it up.
#include <headway/project/project_network.hpp>
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
using hw::priority_rule;

// ---- What we assume -----------------------------------------------------------------------------------------------

constexpr auto today = hw::date(2026y / 1 / 1);

/// The stages of three sites, whatever the numbers: permits, then construction beside the fitting of the tools, then the ramp.
template <class Span>
auto sites(const Span& permit_factor, const Span& construction_factor, const auto& tools, const auto& ramp) {
    using namespace said::published;
    using number = hw::common_number_t<Span, typename std::remove_cvref_t<decltype(tools)>::number_type>;
    std::vector<hw::basic_network_stage<number>> stages;
    const auto add = [&](const std::string& site, const auto& region) {
        stages.push_back({"permits " + site, region.first * permit_factor, {}});
        stages.push_back({"construction " + site, region.second * construction_factor, {"permits " + site}});
        stages.push_back({"tools " + site, tools, {"permits " + site}});
        stages.push_back({"ramp-up " + site, ramp, {"construction " + site, "tools " + site}});
    };
    add("US", exyte_time_us);
    add("Europe", exyte_time_europe);
    add("Asia", exyte_time_sea);
    return hw::basic_project_network<number>(stages);
}

std::vector<hw::crew> fitters(int count) {
    return {{"fitters", count, {{"tools US"}, {"tools Europe"}, {"tools Asia"}}}};
}

/// Who is ready first goes first: permits take the least time in Asia and the most in the US.
std::vector<std::string> asia_first() {
    std::vector<std::string> order;
    for (const char* site : {"Asia", "Europe", "US"}) {
        for (const char* stage : {"permits ", "construction ", "tools ", "ramp-up "})
            order.push_back(std::string(stage) + site);
    }
    return order;
}

// ---- The model ----------------------------------------------------------------------------------------------------

const auto three_sites =
    hw::forecast(hw::inputs(permit_luck, construction_luck, tool_delivery, ramp_up), [](const auto& in) {
        const auto plain = sites(in[permit_luck], in[construction_luck], in[tool_delivery], in[ramp_up]);
        const auto two = plain.levelled(fitters(2), priority_rule::as_listed);
        const auto one = plain.levelled(fitters(1), priority_rule::as_listed);
        const auto asia = plain.levelled(fitters(1), asia_first());
        const auto as_listed = one.timings();
        const auto asia_first_of_all = asia.timings();
        const auto each_its_own = plain.timings();
        const auto span = one.duration();
        const auto ships = [&](const auto& timings, std::size_t site) { return today + timings[4 * site + 3].end; };
        return hw::outputs(
            hw::output<"three crews">(plain.completion(today)), hw::output<"two crews">(two.completion(today)),
            hw::output<"one crew">(today + span), hw::output<"one crew, Asia first">(asia.completion(today)),
            hw::output<"US">(ships(as_listed, 0)), hw::output<"Europe">(ships(as_listed, 1)),
            hw::output<"Asia">(ships(as_listed, 2)), hw::output<"US, Asia first">(ships(asia_first_of_all, 0)),
            hw::output<"Europe, Asia first">(ships(asia_first_of_all, 1)),
            hw::output<"Asia, Asia first">(ships(asia_first_of_all, 2)),
            hw::output<"second crew">(span - two.duration()),
            hw::output<"third crew">(two.duration() - plain.duration()), hw::output<"order">(span - asia.duration()),
            hw::output<"tools US, three crews">(each_its_own[2].critical),
            hw::output<"tools US, Asia first">(asia_first_of_all[2].critical),
            hw::output<"permits US, Asia first">(asia_first_of_all[0].critical));
    });

// ---- The questions ------------------------------------------------------------------------------------------------

constexpr hw::simulation run{.draws = 8'192, .seed = 2025};

void answer(const command_line& line) {
    const auto all = hw::simulate(line(three_sites), line.options);
    std::cout << "What does a crew cost that three fabs share?\nAll three are started on " << today
              << "; fitting the tools of each takes a crew. " << line.options.draws
              << " draws,\nthe same for all cases; in each the stages are put in time anew.\n\n";

    report::text_table last({"the last of the three ships", "p10", "p50", "p90", "standard error"});
    const auto add = [&](const char* with, const auto& when) {
        last.row({with, hw::to_text(when.quantile(0.1)), hw::to_text(when.quantile(0.5)),
                  hw::to_text(when.quantile(0.9)), hw::to_text(when.quantile_standard_error(0.5), 1)});
    };
    add("a crew for each", hw::get<"three crews">(all));
    add("two crews, as listed: US, Europe, Asia", hw::get<"two crews">(all));
    add("one crew, as listed", hw::get<"one crew">(all));
    add("one crew, Asia first", hw::get<"one crew, Asia first">(all));
    const auto& second_crew = hw::get<"second crew">(all);
    const auto& third_crew = hw::get<"third crew">(all);
    std::cout << last << "\nThe second crew buys " << hw::to_text_in(second_crew.mean(), month, "months")
              << " on average, the third " << hw::to_text_in(third_crew.mean(), month, "months") << " more.\n\n";

    report::text_table sooner({"one crew, p50", "as listed", "Asia first"});
    const auto site = [&](const char* name, const auto& listed, const auto& asia) {
        sooner.row({name, hw::to_text(listed.quantile(0.5)), hw::to_text(asia.quantile(0.5))});
    };
    site("US", hw::get<"US">(all), hw::get<"US, Asia first">(all));
    site("Europe", hw::get<"Europe">(all), hw::get<"Europe, Asia first">(all));
    site("Asia", hw::get<"Asia">(all), hw::get<"Asia, Asia first">(all));
    const auto share = [](const auto& critical) { return hw::to_text(critical.mean() * (100.0 * percent), 2); };
    std::cout
        << sooner << '\n'
        << report::paragraph(
               "Permits take the least time in Asia. That the crew begins there, and does not wait for the US, brings "
               "the last fab forward by " +
               hw::to_text_in(hw::get<"order">(all).mean(), month, "months") +
               " on average. Fitting the tools in the US is then critical in " +
               share(hw::get<"tools US, Asia first">(all)) + " of draws, the US permits in " +
               share(hw::get<"permits US, Asia first">(all)) + "; with a crew for each site the tools are in " +
               share(hw::get<"tools US, three crews">(all)) + ".")
        << '\n';

    const auto mean = [&](const auto& assumption) { return line(assumption).belief().mean(); };
    const auto site_at_means = sites(mean(permit_luck), mean(construction_luck), mean(tool_delivery), mean(ramp_up));
    report::text_table gantt({"schedule at the means, Asia first", "from", "to", "critical", "total float"});
    for (const auto& row : site_at_means.levelled(fitters(1), asia_first()).schedule(today)) {
        gantt.row({std::string(row.stage), hw::to_text(row.start), hw::to_text(row.end),
                   row.critical > 0.0 ? "yes" : "no",
                   row.total_float.base_value() > 0.0 ? hw::to_text_in(row.total_float, month, "months", 2) : "none"});
    }
    std::cout
        << gantt
        << "\nA stage with float may end so much later if the crew goes from site to site as planned.\n\nIt rests on\n";
    for (const auto* figure :
         {&said::published::exyte_time_sea, &said::published::exyte_time_europe, &said::published::exyte_time_us}) {
        std::cout << report::paragraph("- " + std::string(figure->what) + ": " + report::source_line(*figure), {0, 4});
    }
    std::cout << report::sources(line(three_sites));
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "What does a shared crew cost?", run, answer, three_sites);
}
