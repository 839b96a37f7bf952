// SPDX-License-Identifier: BSL-1.0
// What the main forecast says as known at the end of 2026, beside what it said with the articles of 2025, and why each answer
// has moved.
#pragma once

#include <headway/chart/waterfall_chart.hpp>

#include "../report.hpp"
#include "since.hpp"

namespace main_forecast {

// ---- What is simulated ----------------------------------------------------------------------------------------------

inline constexpr auto as_the_articles_have_it = hw::scenario<"cost, as the articles have it">(hw::override(definition, 0.0));
inline constexpr auto by_core_algorithms = hw::scenario<"learning algorithms proper">(hw::override(definition, 1.0));
inline constexpr auto by_algorithms_and_data = hw::scenario<"algorithms with data">(hw::override(definition, 2.0));
inline constexpr auto by_catching_up = hw::scenario<"catching up to a level">(hw::override(definition, 3.0));

/// Of each combination of old and new beliefs, at most: where a median lies among dates of little density it takes more.
template <hw::label Output>
inline constexpr std::uint64_t draws_to_explain = 8192;
template <>
inline constexpr std::uint64_t draws_to_explain<"power binds from"> = 32'768;
/// The day on which the dearest run with an estimate was made.
inline constexpr hw::date of_grok4 = 2025y / 7 / 1;

struct known_results {
    decltype(hw::simulate(as_known)) then;
    decltype(hw::simulate(as_known)) now;
    decltype(hw::compare(run_affordable, {by_catching_up})) definitions;
    decltype(hw::simulate(run_cost, {})) cost_over_time;
    decltype(hw::simulate(spending, {})) spending_over_time;
    decltype(hw::simulate(limits, {})) limits_then;
    decltype(hw::simulate(limits, {})) limits_now;
};

// ---- What an answer rests on ----------------------------------------------------------------------------------------

/// The inputs of these lists as they are believed today.
inline std::vector<hw::assumption_record> believed_today(const command_line& line, const auto&... lists) {
    std::vector<hw::assumption_record> records;
    const auto now = line(as_known);
    const auto add = [&](const hw::assumption_record& asked) {
        for (std::size_t i = 0; i < decltype(now)::inputs_type::size; ++i) {
            const auto& a = now.inputs().records()[i];
            const bool is_new =
                std::none_of(records.begin(), records.end(), [&](const auto& one) { return one.name == a.name; });
            if (a.name == asked.name && is_new) records.push_back(a);
        }
    };
    const auto add_all = [&](const auto& list) {
        for (std::size_t i = 0; i < list.size; ++i) add(list.records()[i]);
    };
    (add_all(lists), ...);
    return records;
}
/// Those of them that are believed otherwise than in 2025.
inline hw::override_list changed_beliefs(const std::vector<hw::assumption_record>& records) {
    hw::override_list changes;
    for (const auto& a : records) {
        if (a.is_overridden()) changes.set(a.name, a.notation().as_any(a.parts()));
    }
    return changes;
}

/// Who said what they rest on, what was observed first, then claims, then plans and forecasts.
inline std::string rests_today_on(const std::vector<hw::assumption_record>& records) {
    using said::kind;
    struct heading {
        const char* text;
        std::array<kind, 2> kinds;
    };
    static constexpr std::array headings{heading{"Observed: ", {kind::observed, kind::observed}},
                                         heading{"Claimed: ", {kind::claimed, kind::derived}},
                                         heading{"Forecast or assumed by others: ", {kind::forecast, kind::assumed}}};
    std::string text;
    for (const heading& h : headings) {
        std::string who;
        for (const auto& a : records) {
            const auto* const f = a.figure();
            if (f == nullptr || (f->kind != h.kinds[0] && f->kind != h.kinds[1])) continue;
            std::string one = speaker_and_year(*f);
            if (f->grade == said::grade::c) one += " (read in copies only)";
            if (who.find(one) == std::string::npos) who += (who.empty() ? "" : "; ") + one;
        }
        if (!who.empty()) text += h.text + who + ". ";
    }
    const auto ours = std::count_if(records.begin(), records.end(), [](const auto& a) { return a.figure() == nullptr; });
    if (ours > 0) text += "Judged by us: " + std::to_string(ours) + ". ";
    return text.substr(0, text.size() - 1);
}

// ---- What is told of each question ----------------------------------------------------------------------------------

struct known_answer {
    std::string question;
    std::string now;
    std::string interval;
    std::string then;
    std::string why;
    std::string further;
    std::string source;
    std::string section;                   ///< of the page, that tells it in full
    std::vector<std::string> assumptions;  ///< that it rests on
    std::string waterfall;  ///< a chart, where more than one belief has moved the answer
};

template <hw::label Output, class Print, class... Lists>
known_answer told(const std::string& question, const std::string& section, const command_line& line,
                  const known_results& r, const Print& print, const Lists&... lists) {
    const auto& then = hw::get<Output>(r.then);
    const auto& now = hw::get<Output>(r.now);
    const auto records = believed_today(line, lists...);
    const auto middle = [&](const auto& outcome) {
        return outcome.probability_never() > 0.5 ? std::string("perhaps never") : median_text(outcome, print);
    };
    known_answer a{question,
                   middle(now),
                   interval_text(now, print),
                   middle(then) + ", " + interval_text(then, print),
                   "Nothing that it rests on is believed otherwise.",
                   {},
                   rests_today_on(records),
                   section,
                   names_of(lists...),
                   {}};
    const hw::override_list changes = changed_beliefs(records);
    if (changes.empty()) return a;
    if (line.options.draws < 20) {
        a.why = "Too few draws to tell why: at least 20 are needed.";
        return a;
    }
    auto options = line.options;
    if (options.draws > draws_to_explain<Output>) options.draws = draws_to_explain<Output>;
    const auto why = hw::explain_change<Output>(articles_of_2025, changes, options);
    if (why.size() == 0) return a;
    a.why = why.happens() && hw::base_value_of(why.change()) == 0.0 ? "The median is what it was." : why.sentence() + ".";
    if (why.size() > 1) {
        a.waterfall = report::waterfall_chart(why, {.title = "Why it moved: " + std::string(Output.view()),
                                                    .before = "articles of 2025",
                                                    .after = "end of 2026"});
    }
    return a;
}

/// What training costs by each definition, and which of them fit a run that was made.
inline std::string told_by_definition(const known_results& r) {
    std::string text = "By definition: ";
    std::string early;
    const hw::date made = since::deepseek_v3_final_run.said_on().latest;
    for (const auto& name : r.definitions.names()) {
        const auto& when = r.definitions[name];
        text += name + " " + median_text(when, as_day) + "; ";
        early += (early.empty() ? "" : "; ") + name + " " + percent_text(when.probability_below(made));
    }
    text.replace(text.size() - 2, 2, ". ");
    return text + "By " + hw::to_text(made) + ", when a final run of " + hw::to_text(since::deepseek_v3_final_run.value) +
           " was claimed (DeepSeek V3, grade " + std::string(said::to_text(since::deepseek_v3_final_run.grade)) +
           "), it was so with this probability: " + early + ".";
}
/// Where the dearest run with an estimate lies, which was read in copies only and so decides nothing.
inline std::string told_of_grok4(const known_results& r) {
    const auto& there = r.spending_over_time.at(of_grok4);
    return "Not used: Grok 4, of July 2025, is put at " + hw::to_text(since::grok4_run.value) + " (grade " +
           std::string(said::to_text(since::grok4_run.grade)) + "); in " +
           percent_text(there.probability_below(since::grok4_run.value)) +
           " of the draws the largest run of that day is cheaper.";
}

inline std::vector<known_answer> known_answers(const command_line& line, const known_results& r) {
    const auto training = hw::inputs(base_cost, base_date, target, doubling, no_shortage);
    std::vector<known_answer> all;
    all.push_back(told<"a run costs 5 million USD">("When does a capability of 100 million USD cost 5 million to train?", "Training cost",
                                                    line, r, as_day, definition_inputs, training));
    all.back().further = told_by_definition(r);
    all.push_back(told<"a planning workload costs 5 million USD">(
        "And a planning workload, of a hundred times the compute?", "Training cost", line, r, as_day, definition_inputs, training,
        hw::inputs(workload)));
    all.push_back(told<"the largest run costs a billion USD">("When does the largest training run cost a billion USD?", "Training cost",
                                                              line, r, as_day, spending_inputs));
    all.back().further = told_of_grok4(r);
    all.push_back(told<"the follower catches up">("When does the follower catch up with the leader, if within 30 years?", "The lead and a fab abroad",
                                                  line, r, as_day, lead_inputs));
    all.push_back(told<"one generation behind, performance ratio">("What is one chip generation behind worth?", "All answers", line, r,
                                                                   as_times, chip_inputs));
    all.push_back(told<"cost of a wafer, US against Taiwan">(
        "What does a wafer from a US fab cost against one from Taiwan?", "The lead and a fab abroad", line, r, as_times, schedule_inputs,
        fab_cost_inputs, later_fab_inputs));
    all.push_back(told<"a US fab ships">("When does a US fab ship that is started on " + hw::to_text(report_day) + "?", "All answers",
                                         line, r, as_day, schedule_inputs, hw::inputs(which_fab, learned_in_time)));
    all.push_back(
        told<"chips sooner by">("How much sooner did the first 100 thousand chips come, because lead times fell?", "All answers", line,
                                r, as_months, order_inputs));
    const auto short_so_long = limits_told(r.limits_now.at(in_2030), "short as long as is believed now");
    const auto not_short = limits_told(r.limits_then.at(in_2030), "not short (Krishnan)");
    auto limit = told<"power binds from">(limit_question, "All answers", line, r, as_day, limit_inputs);
    limit.interval = short_so_long.second + " Power binds from " + limit.now + ", " + limit.interval;
    limit.now = short_so_long.first;
    limit.then = not_short.first + ". " + not_short.second + " Power binds from " + limit.then;
    limit.why = "Power binds " + limit.why;
    all.push_back(std::move(limit));
    all.push_back(told<"% of tokens in 2030, sold to everybody">(
        "Which share of the world's tokens runs on US chips and models in 2030?", "All answers", line, r, as_share, token_inputs));
    const auto& tiers = hw::get<"% of tokens in 2030, three tiers">(r.now);
    all.back().interval = "If sold to everybody: " + all.back().interval +
                          " Under three tiers of access, which never came into force: " + median_text(tiers, as_share) + ", " +
                          interval_text(tiers, as_share);
    return all;
}

/// What is believed otherwise, then and now, and on whose word.
struct changed_assumption {
    std::string name, then, now, word;
};
inline std::vector<changed_assumption> changed_assumptions(const command_line& line) {
    std::vector<changed_assumption> all;
    const auto then = report::assumption_rows(known_on, articles_of_2025);
    const auto now = report::assumption_rows(known_on, line(as_known));
    const auto text = [](const report::assumption_row& row) {
        const std::string unit = row.unit.empty() || row.unit == "date" ? "" : " " + row.unit;
        if (row.interval.empty()) return row.median + unit;
        return row.median + unit + ", 90 % from " + row.interval + ": " + row.notation;
    };
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].median == then[i].median && now[i].notation == then[i].notation) continue;
        const auto* const f = now[i].figure;
        std::string word = now[i].note.starts_with("set ") ? now[i].note : "judged by us";  // by the command line
        if (f != nullptr) {
            word = std::string(said::to_text(f->kind)) + ", grade " + std::string(said::to_text(f->grade)) + ": " +
                   std::string(f->speaker());
        }
        all.push_back({now[i].name, text(then[i]), text(now[i]), std::move(word)});
    }
    return all;
}

// ---- The page -------------------------------------------------------------------------------------------------------

/// In the order of the page.
struct known_pictures {
    picture cost, definitions, largest_runs, catch_up, wafer;
    std::vector<picture> waterfalls;
};

inline known_pictures draw(const known_results& r, const std::vector<known_answer>& answers) {
    known_pictures p{
        {"cost_over_time.svg",
         report::fan_chart(r.cost_over_time,
                           {.title = "What a capability costs that took 100 million USD, by any definition"})},
        {"by_definition.svg",
         report::comparison_chart(r.definitions, {.title = "When it costs 5 million USD, by definition"})},
        {"largest_runs.svg", report::fan_chart(r.spending_over_time, {.title = "What the largest training run costs"})},
        {"catch_up.svg", report::histogram_chart(hw::get<"the follower catches up">(r.now),
                                                 {.title = "When the follower catches up, if within 30 years"})},
        {"wafer_cost.svg",
         report::comparison_chart(
             std::vector<report::comparison_chart_row<double>>{
                 {"articles of 2025", hw::get<"cost of a wafer, US against Taiwan">(r.then)},
                 {"end of 2026", hw::get<"cost of a wafer, US against Taiwan">(r.now)}},
             {.title = "What a US wafer costs against Taiwan's", .unit = {"times"}})},
        {}};
    for (const auto& a : answers) {
        if (a.waterfall.empty()) continue;
        p.waterfalls.push_back({"why_" + std::to_string(p.waterfalls.size() + 1) + ".svg", a.waterfall});
    }
    return p;
}

inline std::string page_text(const command_line& line, const known_results& r, const std::vector<known_answer>& answers,
                             const known_pictures& p, const std::string& command) {
    report::html_page page("Compute and cost: as known at the end of 2026");
    page.lead("The main forecast of 2025 asked again, on " + hw::to_text(known_on) +
              ": the same questions, the same models, and what has become known since. In large type: the median of " +
              answers::draws_text(line.options.draws) + " draws.");
    for (const auto& a : answers) {
        page.headline(a.question, a.now, a.interval + "\nWith the articles of 2025: " + a.then + "\n" + a.why, a.source)
            .told_in(a.section, a.assumptions);
    }
    page.section("Training cost")
        .paragraph("How fast training gets cheaper depends on what is held fixed: the published numbers differ by "
                   "definition, not by error, and a belief that does not say which is meant is as wide as all of them.")
        .paragraph(told_by_definition(r))
        .chart(p.cost.svg, {}, p.cost.file)
        .chart(p.definitions.svg, {}, p.definitions.file)
        .chart(p.largest_runs.svg, {}, p.largest_runs.file)
        .paragraph(told_of_grok4(r));
    page.section("The lead and a fab abroad").chart(p.catch_up.svg, {}, p.catch_up.file).chart(p.wafer.svg, {}, p.wafer.file);
    page.section("Why the answers moved")
        .paragraph("Each changed belief's part of the change of the median, on common draws; the parts add up to the whole.");
    for (const auto& w : p.waterfalls) page.chart(w.svg, {}, w.file);
    page.section("What is believed otherwise");
    std::vector<std::vector<std::string>> rows;
    for (const auto& c : changed_assumptions(line)) rows.push_back({c.name, c.then, c.now, c.word});
    page.table("Then and now, and on whose word", {"Assumption", "Articles of 2025", "End of 2026", "On whose word"},
               {false, false, false, false}, rows);
    page.section("All answers")
        .table("As known at the end of 2026, with the standard error of the simulation", r.now)
        .table("With the articles of 2025", r.then)
        .files({{"forecast.csv", "as known at the end of 2026, to all digits"},
                {"forecast.json", "the same, with what the columns mean"},
                {"articles_of_2025.csv", "with the articles of 2025"}});
    page.section("Assumptions").assumptions(known_on, line(as_known));
    page.section("The same numbers again").reproduce(line.options, command);
    return page.text();
}

}  // namespace main_forecast
