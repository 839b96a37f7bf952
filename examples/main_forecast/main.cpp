// SPDX-License-Identifier: BSL-1.0
// The main forecast: training cost, leads, chips, fabs, lead times, limits and tokens, from one draw of every assumption.
// Prints the headline answers with what they rest on; with --out folder it writes a report, its charts and the numbers.
#include "report.hpp"
#include "../common/out_folder.hpp"
#include "../common/progress_bar.hpp"

using namespace main_forecast;
using answers::say;

// ---- The run --------------------------------------------------------------------------------------------------------

results simulate(const command_line& line) {
    progress_bar bar(6);
    const auto& options = line.options;
    return {hw::simulate(line(everything), options, bar.next("all answers")),
            hw::simulate(line(cost), half_years(2024, 2029), options, bar.next("training cost")),
            hw::simulate(line(spending), half_years(2024, 2029), options, bar.next("largest runs")),
            hw::simulate(line(limits), new_years(2026, 2035), options, bar.next("limits")),
            hw::simulate(line(stages), options, bar.next("fab")),
            hw::compare(line(affordable), {as_believed, slower, faster, dearer, six_million}, options,
                        bar.next("scenarios"))};
}

void write(const std::filesystem::path& folder, const command_line& line, const results& r,
           const std::string& command) {
    const pictures drawn = draw(line, r);
    const std::string page = page_text(line, r, drawn, command);
    with_out_folder::files put(folder);
    put("forecast.html", page);
    for (const picture* p : drawn.all()) put(p->file, p->svg);
    const auto over_time =
        report::result_table().add("a fixed capability", r.cost_over_time).add("the largest run", r.spending_over_time);
    put("forecast.csv", report::csv(r.all));
    put("forecast.json", report::json(r.all));
    put("cost_over_time.csv", report::csv(over_time));
    put("cost_over_time.json", report::json(over_time));
    put.tell();
}

void answer(const command_line& line, const std::string& folder, const std::string& command) {
    if (!folder.empty()) with_out_folder::make(folder);
    const results r = simulate(line);
    say("Compute and cost: what the articles of 2025 add up to. One forecast over seven models, " +
        std::to_string(std::remove_cvref_t<decltype(everything)>::inputs_type::size) + " assumptions, " +
        answers::draws_text(line.options.draws) + " draws of each.");
    int number = 0;
    for (const headline& h : headlines(r)) {
        std::cout << '\n'
                  << report::paragraph(std::to_string(++number) + ". " + h.question, {0, 3})
                  << report::paragraph(h.answer + ". " + h.detail, {3, 3}) << report::paragraph(h.source, {3, 3});
    }
    std::cout << "\nAll answers; s.e. is the standard error of the simulation.\n\n" << report::table(r.all);
    if (folder.empty()) {
        std::cout << "\nNothing is written. With --out folder the report, its charts and these numbers are.\n";
    } else {
        write(folder, line, r, command);
    }
}

int main(int argc, char** argv) {
    return with_out_folder::answer(argc, argv, "example_forecast", "Compute and cost: the main forecast.", as_printed, answer,
                                   everything);
}
