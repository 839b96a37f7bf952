// SPDX-License-Identifier: BSL-1.0
// What the main forecast says: its headline answers, its charts, its page and its numbers.
#pragma once

#include <headway/chart/calibration_chart.hpp>
#include <headway/chart/comparison_chart.hpp>
#include <headway/chart/fan_chart.hpp>
#include <headway/chart/gantt_chart.hpp>
#include <headway/chart/histogram_chart.hpp>
#include <headway/chart/learning_curve_chart.hpp>
#include <headway/chart/tornado_chart.hpp>
#include <headway/headway.hpp>
#include <headway/report/file.hpp>
#include <headway/report/html.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/spread_text.hpp>

#include "../common/answers.hpp"
#include "../common/command_line.hpp"
#include "model.hpp"
#include "../common/method_check.hpp"

#include <array>
#include <cmath>

namespace main_forecast {

namespace report = headway::report;
using answers::percent_text;

// ---- What is simulated ----------------------------------------------------------------------------------------------

inline constexpr auto as_believed = hw::scenario<"as believed">();
inline constexpr auto slower = hw::scenario<"cost falls by ÷2 a year">(hw::override(decline, 2.0));
inline constexpr auto faster = hw::scenario<"cost falls by ÷6 a year">(hw::override(decline, 6.0));
inline constexpr auto dearer = hw::scenario<"base cost 200 million USD">(hw::override(base_cost, 200.0 * million_usd));
inline constexpr auto six_million =
    hw::scenario<"6 million USD will do">(hw::override(target, said::amodei::deepseek_v3_cost_myth.value));

inline std::vector<hw::date> half_years(int first, int last) {
    std::vector<hw::date> dates;
    for (int year = first; year <= last; ++year) {
        dates.emplace_back(std::chrono::year(year) / 1 / 1);
        if (year < last) dates.emplace_back(std::chrono::year(year) / 7 / 1);
    }
    return dates;
}
inline std::vector<hw::date> new_years(int first, int last) {
    std::vector<hw::date> dates;
    for (int year = first; year <= last; ++year) dates.emplace_back(std::chrono::year(year) / 1 / 1);
    return dates;
}

struct results {
    decltype(hw::simulate(everything)) all;
    decltype(hw::simulate(cost, {})) cost_over_time;
    decltype(hw::simulate(spending, {})) spending_over_time;
    decltype(hw::simulate(limits, {})) limits_over_time;
    decltype(hw::simulate(stages)) schedule;
    decltype(hw::compare(affordable, {as_believed})) scenarios;
};

// ---- What an answer rests on ----------------------------------------------------------------------------------------

/// The speaker without who asked, as the page has the whole citation.
inline std::string speaker_and_year(const said::figure_info& figure) {
    const std::string_view speaker = figure.speaker();
    const auto day = hw::to_text(figure.said_on().latest);
    return std::string(speaker.substr(0, speaker.find(','))) + ", " + day.substr(0, day.find('-'));
}

/// Who said what the inputs rest on, each once, and how many are our own judgement.
inline std::string rests_on(const auto&... lists) {
    std::vector<std::string> who;
    int judgements = 0;
    const auto add = [&](const hw::assumption_record& assumption) {
        const auto* const figure = assumption.figure();
        if (figure == nullptr) {
            ++judgements;
            return;
        }
        std::string said_by = speaker_and_year(*figure);
        if (std::find(who.begin(), who.end(), said_by) == who.end()) who.push_back(std::move(said_by));
    };
    const auto add_all = [&](const auto& list) {
        for (std::size_t i = 0; i < list.size; ++i) add(list.records()[i]);
    };
    (add_all(lists), ...);
    std::string text = "Rests on ";
    for (const auto& one : who) text += one + "; ";
    if (judgements == 0) return text.substr(0, text.size() - 2) + ".";
    return text + (judgements == 1 ? "one judgement" : std::to_string(judgements) + " judgements") + " of ours.";
}

/// The names of what an answer rests on.
inline std::vector<std::string> names_of(const auto&... lists) {
    std::vector<std::string> names;
    const auto add_all = [&](const auto& list) {
        for (std::size_t i = 0; i < list.size; ++i) {
            std::string name(list.records()[i].name);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    };
    (add_all(lists), ...);
    return names;
}

/// A headline answer, told on the terminal and on the page alike.
struct headline {
    std::string question;
    std::string answer;
    std::string detail;
    std::string source;
    std::string section;                   ///< of the page, that tells it in full
    std::vector<std::string> assumptions;  ///< that it rests on
};

// How values are told: no sharper than the spread of the draws, from their 5 % to their 95 % quantile.
inline constexpr auto as_day = [](const hw::date& d, double spread) { return report::spread_text(d, spread * hw::units::second); };
inline constexpr auto as_times = [](double x, double spread) { return report::spread_text(x, spread) + " ×"; };
inline constexpr auto as_months = [](const auto& span, double spread) {
    return report::spread_text(span.in(month), spread / month.base_value()) + " months";
};
inline constexpr auto as_share = [](double percentage, double spread) { return report::spread_text(percentage, spread) + " %"; };

inline double spread_of(const auto& outcome) {
    return hw::base_value_of(outcome.quantile(0.95)) - hw::base_value_of(outcome.quantile(0.05));
}
inline std::string median_text(const auto& outcome, const auto& print) { return print(outcome.median(), spread_of(outcome)); }

inline std::string interval_text(const auto& outcome, const auto& print) {
    const double spread = spread_of(outcome);
    std::string text = "90 % between " + print(outcome.quantile(0.05), spread) + " and " + print(outcome.quantile(0.95), spread);
    if (outcome.probability_never() > 0.0) {
        text += "; never in " + percent_text(outcome.probability_never()) + " of the draws";
    }
    return text + ".";
}

/// Something told in the interval that holds 90 % of the draws; `print(value, spread)` makes the text.
template <class T, class Print, class... Lists>
headline simulated(std::string question, const hw::outcome<T>& outcome, const Print& print, std::string section,
                   const Lists&... lists) {
    return {std::move(question), median_text(outcome, print), interval_text(outcome, print),
            rests_on(lists...), std::move(section), names_of(lists...)};
}

inline headline lead_headline(const results& r) {
    const auto& when = hw::get<"the follower catches up">(r.all);
    const auto before = [&](const hw::date& d) {
        return percent_text(when.probability_below(d)) + " before " + hw::to_text(d);
    };
    const bool is_open = when.median().is_never();
    return {"When does the follower catch up with the leader?",
            is_open ? "perhaps not within 30 years" : median_text(when, as_day),
            before(said::amodei::decisive_window.high) + ", " + before(2040y / 1 / 1) + "; not within 30 years in " +
                percent_text(when.probability_never()) + " of the draws.",
            rests_on(lead_inputs),
            "The lead",
            names_of(lead_inputs)};
}

/// Which limit binds: chips, power, construction, money, as shares of the draws.
inline constexpr auto if_not_short = [](const auto& at) {
    return std::array{hw::get<"a: chips">(at).mean(), hw::get<"a: power">(at).mean(),
                      hw::get<"a: construction">(at).mean(), hw::get<"a: money">(at).mean()};
};
inline constexpr auto if_short = [](const auto& at) {
    return std::array{hw::get<"b: chips">(at).mean(), hw::get<"b: power">(at).mean(),
                      hw::get<"b: construction">(at).mean(), hw::get<"b: money">(at).mean()};
};

/// Which limit binds most often on a date, in both worlds, and how often each; `not_short` says what the first of them is.
template <class At>
std::pair<std::string, std::string> limits_told(const At& at, const std::string& not_short) {
    static constexpr std::array names{"chips", "power", "construction", "money"};
    const auto most = [](const std::array<double, 4>& shares) {
        return static_cast<std::size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    };
    const auto told = [&](const std::array<double, 4>& shares) {
        return names[most(shares)] + (" in " + percent_text(shares[most(shares)]));
    };
    const auto a = if_not_short(at);
    const auto b = if_short(at);
    const std::string both =
        most(a) == most(b) ? names[most(a)] : names[most(a)] + std::string(" or ") + names[most(b)];
    return {both + ", most often",
            "If GPUs are " + not_short + " " + told(a) + " of the draws, if they are for ten years (Schmidt) " + told(b) + "."};
}
inline constexpr const char* limit_question = "Which limit binds on AI chips at the start of 2030?";
inline headline limit_headline(const results& r) {
    const auto [answer, detail] = limits_told(r.limits_over_time.at(in_2030), "not short (Krishnan)");
    return {limit_question, answer, detail, rests_on(limit_inputs), "Which limit binds", names_of(limit_inputs)};
}

inline std::vector<headline> headlines(const results& r) {
    const auto& all = r.all;
    std::vector<headline> h;
    h.push_back(simulated("When does a capability of 100 million USD cost 5 million to train?",
                          hw::get<"a run costs 5 million USD">(all), as_day, "Training cost", training_inputs));
    h.push_back(simulated("And a planning workload, of a hundred times the compute?",
                          hw::get<"a planning workload costs 5 million USD">(all), as_day, "Training cost", training_inputs));
    h.push_back(simulated("When does the largest training run cost a billion USD?",
                          hw::get<"the largest run costs a billion USD">(all), as_day, "Training cost", spending_inputs));
    h.push_back(lead_headline(r));
    h.push_back(simulated("What is one chip generation behind worth?",
                          hw::get<"one generation behind, performance ratio">(all), as_times, "All answers", chip_inputs));
    h.push_back(simulated("What does a wafer from a US fab cost against one from Taiwan?",
                          hw::get<"cost of a wafer, US against Taiwan">(all), as_times, "A fab abroad",
                          schedule_inputs, fab_cost_inputs));
    h.push_back(simulated("When does a US fab ship that is started on " + hw::to_text(report_day) + "?",
                          hw::get<"a US fab ships">(all), as_day, "A fab abroad", schedule_inputs));
    h.push_back(simulated("How much sooner did the first 100 thousand chips come, because lead times fell?",
                          hw::get<"chips sooner by">(all), as_months, "All answers", order_inputs));
    h.push_back(limit_headline(r));
    h.push_back(simulated("Which share of the world's tokens runs on US chips and models in 2030?",
                          hw::get<"% of tokens in 2030, sold to everybody">(all), as_share, "Tokens",
                          chip_inputs, token_inputs));
    h.back().detail = "If sold to everybody: " + h.back().detail + " Under three tiers of access: " +
                      median_text(hw::get<"% of tokens in 2030, three tiers">(all), as_share) + ", " +
                      interval_text(hw::get<"% of tokens in 2030, three tiers">(all), as_share);
    return h;
}

// ---- Charts ---------------------------------------------------------------------------------------------------------

struct picture {
    std::string file;
    std::string svg;
};

/// In the order of the page.
struct pictures {
    picture cost, affordable, largest_runs, scenarios, catch_up, schedule, fab, tokens, learning, calibration;

    [[nodiscard]] std::array<const picture*, 10> all() const {
        return {&cost,     &affordable, &largest_runs, &scenarios, &catch_up,
                &schedule, &fab,        &tokens,       &learning,  &calibration};
    }
};

inline std::string schedule_chart(const results& r) {
    const auto& s = r.schedule;
    const std::array<hw::date, 3> start{report_day, report_day, report_day};
    const auto q = [](const hw::outcome<hw::date>& o) { return o.quantiles(std::array{0.05, 0.5, 0.95}); };
    const auto permits = q(hw::get<"permits end">(s));
    return report::gantt_chart(
        {{"permits", start, permits, 1.0},
         {"construction", permits, q(hw::get<"construction ends">(s)), hw::get<"construction is critical">(s).mean()},
         {"tools", permits, q(hw::get<"tools end">(s)), hw::get<"tools are critical">(s).mean()},
         {"ramp-up", q(hw::get<"ramp-up starts">(s)), q(hw::get<"ramp-up ends">(s)), 1.0}},
        {.title = "A US fab, started on " + hw::to_text(report_day)});
}

inline pictures draw(const command_line& line, const results& r) {
    const auto& all = r.all;
    const auto technology = method_check::learning();
    const auto fit = hw::fit_experience_curve(technology.costs, technology.output);
    return {
        {"cost_over_time.svg",
         report::fan_chart(r.cost_over_time, {.title = "What a capability costs that took 100 million USD"})},
        {"affordable.svg",
         report::histogram_chart(hw::get<"a run costs 5 million USD">(all), {.title = "When it costs 5 million USD"})},
        {"largest_runs.svg", report::fan_chart(r.spending_over_time, {.title = "What the largest training run costs"})},
        {"scenarios.svg",
         report::comparison_chart(r.scenarios, {.title = "When it is affordable, under other assumptions"})},
        {"catch_up.svg", report::histogram_chart(hw::get<"the follower catches up">(all),
                                                 {.title = "When the follower catches up, if within 30 years"})},
        {"fab_schedule.svg", schedule_chart(r)},
        {"wafer_cost.svg",
         report::tornado_chart(
             hw::tornado(line(wafer)),
             {.title = "What moves the cost of a US wafer against Taiwan's", .unit = {"times"}, .most_rows = 8})},
        {"token_shares.svg",
         report::comparison_chart(
             std::vector<report::comparison_chart_row<double>>{
                 {"sold to everybody", hw::get<"% of tokens in 2030, sold to everybody">(all)},
                 {"older chips for tier 3", hw::get<"% of tokens in 2030, older chips for tier 3">(all)},
                 {"three tiers", hw::get<"% of tokens in 2030, three tiers">(all)}},
             {.title = "The world's tokens on US chips and models, 2030", .unit = {"%"}})},
        {"learning_curve.svg",
         report::learning_curve_chart(technology.costs, technology.output, fit, 0.9, 50.0 * million_chips,
                                      {.title = "A known law of learning, as a fit sees it",
                                       .interval = "90 % prediction interval",
                                       .output_unit = {thousand_chips, "thousand chips made"},
                                       .cost_unit = {usd, "USD"}})},
        {"calibration.svg",
         report::calibration_chart(method_check::hindcasts().scores(), {.title = "Do intervals hold what they say?"})},
    };
}

// ---- The page -------------------------------------------------------------------------------------------------------

/// How probable it is that each limit binds, date by date, in whole per cent.
template <class Shares>
void put_limits(report::html_page& page, const std::string& caption, const results& r, const Shares& shares_of) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < r.limits_over_time.size(); ++i) {
        rows.push_back({hw::to_text(r.limits_over_time.dates()[i])});
        for (const double share : shares_of(r.limits_over_time[i])) rows.back().push_back(hw::to_text(std::round(100.0 * share)) + " %");
    }
    page.table(caption, {"On", "chips", "power", "construction", "money"}, {false, true, true, true, true}, rows);
}

inline std::string page_text(const command_line& line, const results& r, const pictures& p,
                             const std::string& command) {
    report::html_page page("Compute and cost: what the articles of 2025 add up to");
    page.lead("One forecast over seven models: training cost, leads, chip generations, fabs, lead times, limits, "
              "tokens. Every "
              "assumption is drawn once and read by all of them; what two models share is one variable. In large type: "
              "the median of " +
              answers::draws_text(line.options.draws) + " draws.");
    for (const headline& h : headlines(r)) {
        page.headline(h.question, h.answer, h.detail, h.source).told_in(h.section, h.assumptions);
    }
    page.section("Training cost")
        .paragraph(
            "The cost of a fixed capability falls by a factor of about 4 a year (Amodei), from at least 100 million "
            "USD (Schmidt). What labs spend on their largest runs grows all the same.")
        .chart(p.cost.svg, {}, p.cost.file)
        .chart(p.affordable.svg, {}, p.affordable.file)
        .chart(p.largest_runs.svg, {}, p.largest_runs.file)
        .chart(p.scenarios.svg, {}, p.scenarios.file);
    page.section("The lead")
        .paragraph(
            "The follower never catches up where it grows no faster than the leader; no source says which of the two "
            "grows faster.")
        .chart(p.catch_up.svg, {}, p.catch_up.file);
    page.section("A fab abroad")
        .paragraph(
            "Published stages stretched by the luck of one fab; what a wafer costs follows the schedule, because "
            "money tied up for longer must earn more.")
        .chart(p.schedule.svg, {}, p.schedule.file)
        .chart(p.fab.svg, {}, p.fab.file);
    page.section("Which limit binds")
        .paragraph(
            "On the AI chips that large US buyers can put to work in a year: chips, power, construction or money.");
    put_limits(page, "Probability that each binds, if GPUs are not short (Krishnan)", r, if_not_short);
    put_limits(page, "The same, if they are short for ten years (Schmidt)", r, if_short);
    page.section("Tokens")
        .paragraph(
            "The measure of winning that Krishnan names, under three policies of access on the same draws: sold to "
            "everybody; older chips in limited numbers for tier 3 (Krishnan); tier 2 a generation behind and under a "
            "quota, tier 3 denied (the diffusion rule, as Microsoft tells it).")
        .chart(p.tokens.svg, {}, p.tokens.file);
    page.section("How far to trust it")
        .paragraph(
            "The methods, tried on technologies of our own making whose laws are known: a cost that falls by 20 % "
            "with each doubling of output, and " +
            std::to_string(method_check::technologies) + " costs forecast from every ten years of their past.")
        .chart(p.learning.svg, {}, p.learning.file)
        .chart(p.calibration.svg, {}, p.calibration.file);
    page.section("All answers")
        .table("Quantiles of every answer, with the standard error of the simulation", r.all)
        .files({{"forecast.csv", "every answer to all digits"},
                {"forecast.json", "the same, with what the columns mean"},
                {"cost_over_time.csv", "what a capability and the largest run cost, by date"},
                {"cost_over_time.json", "the same"}});
    page.section("Assumptions").assumptions(report_day, line(everything));
    page.section("The same numbers again").reproduce(line.options, command);
    return page.text();
}

}  // namespace main_forecast
