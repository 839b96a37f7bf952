// SPDX-License-Identifier: BSL-1.0
// The main forecast as known at the end of 2026, beside what the articles of 2025 add up to: each answer then and now, what
// moved it, and which of the figures it rests on were observed and which are claims. With --out folder it writes a report, its
// charts and the numbers.
#include "../../common/out_folder.hpp"
#include "../../common/progress_bar.hpp"
#include "report.hpp"

using namespace main_forecast;
using answers::say;

known_results simulate(const command_line& line) {
    progress_bar bar(7);
    const auto& options = line.options;
    const auto dates = half_years(2024, 2027);
    const std::vector<hw::date> then{in_2030};
    const auto today = [&](const auto& forecast) {
        return forecast.with(changed_beliefs(believed_today(line, forecast.inputs())));
    };
    return {hw::simulate(articles_of_2025, options, bar.next("articles of 2025")),
            hw::simulate(line(as_known), options, bar.next("as known in 2026")),
            hw::compare(today(run_affordable),
                        {as_the_articles_have_it, by_core_algorithms, by_algorithms_and_data, by_catching_up}, options,
                        bar.next("definitions")),
            hw::simulate(today(run_cost), dates, options, bar.next("training cost")),
            hw::simulate(today(spending), dates, options, bar.next("largest runs")),
            hw::simulate(limits, then, options, bar.next("limits, articles of 2025")),
            hw::simulate(today(limits), then, options, bar.next("limits"))};
}

void write(const std::filesystem::path& folder, const command_line& line, const known_results& r,
           const std::vector<known_answer>& answers, const std::string& command) {
    const known_pictures drawn = draw(r, answers);
    with_out_folder::files put(folder);
    put("forecast.html", page_text(line, r, answers, drawn, command));
    for (const auto& p : {drawn.cost, drawn.definitions, drawn.largest_runs, drawn.catch_up, drawn.wafer}) put(p.file, p.svg);
    for (const auto& p : drawn.waterfalls) put(p.file, p.svg);
    put("forecast.csv", report::csv(r.now));
    put("forecast.json", report::json(r.now));
    put("articles_of_2025.csv", report::csv(r.then));
    put.tell();
}

void answer(const command_line& line, const std::string& folder, const std::string& command) {
    if (!folder.empty()) with_out_folder::make(folder);
    const known_results r = simulate(line);
    const auto answers = known_answers(line, r);
    const auto changed = changed_assumptions(line);
    say("Compute and cost: as known at the end of 2026, beside what the articles of 2025 add up to. One forecast over seven "
        "models, " +
        std::to_string(std::remove_cvref_t<decltype(as_known)>::inputs_type::size) + " assumptions, " +
        std::to_string(changed.size()) + " of which are believed otherwise now; " +
        answers::draws_text(line.options.draws) + " draws of each.");
    int number = 0;
    for (const known_answer& a : answers) {
        std::cout << '\n'
                  << report::paragraph(std::to_string(++number) + ". " + a.question, {0, 3})
                  << report::paragraph(a.now + ". " + a.interval, {3, 3})
                  << report::paragraph("With the articles of 2025: " + a.then, {3, 3})
                  << report::paragraph(a.why, {3, 3});
        if (!a.further.empty()) std::cout << report::paragraph(a.further, {3, 3});
        std::cout << report::paragraph(a.source, {3, 3});
    }
    std::cout << "\nWhat is believed otherwise, and on whose word.\n";
    for (const auto& c : changed) {
        std::cout << '\n'
                  << report::paragraph(c.name + " [" + c.word + "]", {0, 3}) << report::paragraph("then: " + c.then, {3, 9})
                  << report::paragraph("now:  " + c.now, {3, 9});
    }
    std::cout << "\nAll answers, as known at the end of 2026. The mean is that of the draws in which it happens at all, and s.e. its "
                 "standard\nerror.\n\n"
              << report::table(r.now);
    if (folder.empty()) {
        std::cout << "\nNothing is written. With --out folder the report, its charts and these numbers are.\n";
    } else {
        write(folder, line, r, answers, command);
    }
}

int main(int argc, char** argv) {
    return with_out_folder::answer(argc, argv, "example_as_known_in_2026",
                                   "Compute and cost: the main forecast as known at the end of 2026.", as_printed, answer,
                                   as_known);
}
