// SPDX-License-Identifier: BSL-1.0
// How did the articles' figures fare? Of each figure of the five articles of 2025 what came of it, article by article and
// verdict by verdict, with the sources on both sides and, where numbers can be compared, how far apart they are; then what the
// beliefs of the main forecast of 2025 were worth, and a scoreboard that counts what cannot be tested. Everything also goes into
// a ledger. For another day, and to keep the ledger (which must not be there yet):
//
//     example_how_did_the_figures_fare [--on 2027-01-01] [--ledger fared.ledger]
#include "../common/answers.hpp"
#include "../common/ledger_run.hpp"
#include "../main_forecast/model.hpp"

#include <headway/table/track_record_table.hpp>
#include <headway/table/verdict_table.hpp>

#include <algorithm>
#include <fstream>

namespace hw = headway;
namespace said = headway::figures;
namespace since = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

constexpr auto verdicts = since::verdicts();
constexpr said::verdict_word words[] = {said::verdict_word::borne_out, said::verdict_word::contradicted,
                                        said::verdict_word::too_early, said::verdict_word::cannot_be_tested};

// ---- Figure by figure ------------------------------------------------------------------------------------------------

void how_far_apart(const said::figure_info& figure) {
    for (const auto& d : since::distances(figure)) {
        std::string from;
        for (const auto* known : d.known) {
            const std::string speaker(known->speaker());
            if (from.find(speaker) == from.npos) from += (from.empty() ? "" : ", ") + speaker;
        }
        const std::string reading = d.reading.empty() ? "" : std::string(d.reading) + ", ";
        std::cout << report::paragraph("distance: " + said::to_text(d) + " (" + reading + from + ")", {4, 6});
    }
}

/// The verdicts of a list on the figures of an article, or on all of them, verdict by verdict.
void one_by_one(const said::verdict_list& list, const said::article* source, const hw::date& on) {
    for (const auto word : words) {
        const auto is_meant = [&](const said::verdict& v) {
            return v.word == word && (source == nullptr || v.figure->source == source);
        };
        const auto count = std::count_if(list.begin(), list.end(), is_meant);
        if (count == 0) continue;
        std::cout << said::to_text(word) << ", " << count << '\n';
        for (const auto& v : list) {
            if (!is_meant(v)) continue;
            std::cout << report::verdict_text(v, on);
            how_far_apart(*v.figure);
        }
        std::cout << '\n';
    }
}

// ---- What the main forecast of 2025 believed ---------------------------------------------------------------------------

const std::string forecaster = "the main forecast of 2025";

std::string share_text(double share) {
    return share < 0.001 ? "< 0.001" : share > 0.999 ? "> 0.999" : hw::to_text(share, 2);
}

/// Scores of beliefs against what is known now, and the lines of a ledger for them.
class belief_scores {
  public:
    explicit belief_scores(std::string ledger) : ledger_(std::move(ledger)) {}

    /// An assumption, by its name and the source that it rests on.
    template <hw::any_assumption Assumption, class T>
    void add(const Assumption& assumption, const T& known, const said::figure_info& figure,
             const std::string& reading) {
        const auto* rests_on = assumption.figure();
        const std::string by = rests_on == nullptr ? "ours" : std::string(rests_on->source->key);
        add(std::string(assumption.name) + " (" + by + ")", assumption.belief(), known, figure, reading);
    }
    template <class T>
    void add(const std::string& name, const hw::belief<T>& held, const T& known, const said::figure_info& figure,
             const std::string& reading) {
        // The outcome has a probability of its own where the belief is a single value or draws: the middle of that step.
        const double transform = held.has_density() ? hw::pit(held, known) : hw::pit(held, known, 0.5);
        if (name != last_) {
            const std::string low = hw::to_text(held.quantile(0.05));
            const std::string high = hw::to_text(held.quantile(0.95));
            std::cout << report::paragraph(
                "- " + name + ": " + (low == high ? "sure of " + low : "90 % between " + low + " and " + high), {0, 2});
            last_ = name;
        }
        std::cout << report::paragraph(hw::to_text(known) + " [" + said::kind_and_grade(figure) + "], " +
                                           std::string(figure.speaker()) + ", " + reading + ": CRPS " +
                                           hw::to_text(hw::crps(held, known)) + ", PIT " + share_text(transform),
                                       {4, 6});
        const std::string id = name + ", " + reading;
        hw::state(
            held,
            {.id = id, .said = main_forecast::report_day, .who = forecaster, .question = name, .source = "examples"},
            ledger_);
        hw::resolve(id, verdicts[0].given, known, ledger_, said::citation(figure));
    }

  private:
    std::string last_;
    std::string ledger_;
};

/// The draws of an answer, each as likely as another.
template <class T>
hw::belief<T> draws_of(const hw::outcome<T>& outcome) {
    std::vector<T> draws;
    outcome.for_each_draw([&](const T& x) { draws.push_back(x); });
    return hw::empirical(draws);
}

void what_was_believed(const std::string& ledger) {
    answers::question("What were the beliefs of the main forecast of 2025 worth?");
    answers::say(
        "The continuous ranked probability score is how far off, on average over what was thought possible, in the "
        "unit "
        "of the belief; the probability integral transform is the probability that was given to less than what is "
        "known: near 0 or 1 the belief was wrong or too sure. What is known is mostly a claim too, and some of it was "
        "published before the report of " +
        hw::to_text(main_forecast::report_day) + ", whose beliefs rest on the articles alone.");
    std::cout << '\n';
    belief_scores scores(ledger);
    namespace of_2025 = main_forecast;
    scores.add(of_2025::decline, since::algorithms_epoch.value, since::algorithms_epoch, "training algorithms");
    scores.add(of_2025::decline, since::core_algorithms_per_year.value, since::core_algorithms_per_year,
               "the learning algorithm proper");
    scores.add(of_2025::decline, since::catch_up_measured.low, since::catch_up_measured,
               "catch-up to a level, low end");
    scores.add(of_2025::decline, since::catch_up_measured.high, since::catch_up_measured,
               "catch-up to a level, high end");
    scores.add(of_2025::base_cost, since::deepseek_v3_final_run.value, since::deepseek_v3_final_run,
               "the final run of V3 alone");
    scores.add(of_2025::target, since::deepseek_v3_final_run.value, since::deepseek_v3_final_run,
               "the final run of V3, as DeepSeek tells it");
    scores.add(of_2025::spending_growth, since::training_cost_growth_refit.value, since::training_cost_growth_refit,
               "the top ten since 2018");
    scores.add(of_2025::compute_growth, since::training_compute_growth_epoch.value,
               since::training_compute_growth_epoch, "the page now");
    scores.add(of_2025::compute_growth, since::training_compute_growth_refit.value,
               since::training_compute_growth_refit, "the top ten since 2018");
    scores.add(of_2025::lead_today, since::lead_epoch.value, since::lead_epoch, "mean since 2023");
    scores.add(of_2025::lead_today, since::lead_caisi.value, since::lead_caisi, "nine benchmarks");
    scores.add(of_2025::spender, since::microsoft_capex_fy2025.value, since::microsoft_capex_fy2025,
               "fiscal 2025, all purposes");
    scores.add(of_2025::chips_2025, (since::nvidia_stock_2025.value - since::nvidia_stock_2024.value) / year,
               since::nvidia_stock_2025, "Nvidia alone, in equivalents of an H100");

    const auto largest_run = hw::simulate(of_2025::spending, {hw::date(2025y / 7 / 1)}, of_2025::as_printed);
    scores.add("answer: cost of the largest run in July 2025", draws_of(largest_run[0]), since::grok4_run.value,
               since::grok4_run, "Grok 4");
    const auto wafer_abroad = hw::simulate(of_2025::wafer, of_2025::as_printed);
    scores.add("answer: cost of a wafer, US against Taiwan", draws_of(wafer_abroad), since::wafer_cost_multiplier,
               since::wafer_cost_semianalysis_arizona, "a 5 nm wafer");
}

// ---- On record -----------------------------------------------------------------------------------------------------------

/// Each figure that its speaker stands by, or rejects, as a statement that this will be borne out.
void put_on_record(const std::string& ledger) {
    for (const auto& v : verdicts) {
        const said::figure_info& f = *v.figure;
        if (f.kind == said::kind::assumed) continue;
        const std::string id = std::string(f.source->key) + "." + std::string(f.id);
        hw::state(
            hw::chance{0.9},
            {.id = id,
             .said = f.source->latest,
             .who = std::string(f.speaker()),
             .question = std::string(f.what) + ", " + said::value_text(f) + (f.rejected ? ", is rejected rightly" : ""),
             .source = std::string(f.source->key)},
            ledger);
        const bool holds = v.word == said::verdict_word::borne_out;
        if (!holds && v.word != said::verdict_word::contradicted) continue;
        hw::resolve(id, v.given, holds, ledger, said::citation(v.rests_on[0]));
    }
}

void how_good(const std::string& file) {
    answers::question("What does the ledger say?");
    std::ifstream in(file);
    const hw::ledger book = hw::load_ledger(in);
    answers::say(
        "A figure goes on record as 90 % sure, which is our reading of a plain statement; hypotheses of an argument, "
        "which nobody asserts, do not. A Brier score is 0.01 for what came and 0.81 for what did not.");
    std::cout << '\n' << report::table(hw::track_record(book));
}

// ---- The scoreboard ------------------------------------------------------------------------------------------------------

void scoreboard(const hw::date& on) {
    answers::question("How did they fare, by speaker and by kind of statement?");
    answers::say(
        "Counted by the first word of each verdict. The hit rate is among those that have an answer; what cannot be "
        "tested, and what is too early, is counted and is no hit. Where another reading says the contrary, the rate "
        "is also told with all of these read against the speaker, and in his favour.");
    for (const auto by : {said::judged_by::speaker, said::judged_by::kind}) {
        std::cout << '\n' << report::table(said::scoreboard(verdicts, by));
    }
    std::cout << "\nAnd those published beside the articles:\n\n"
              << report::table(said::scoreboard(since::published_verdicts())) << '\n';
    answers::say(hw::stale(verdicts, on).text() + ".");
    std::string on_digests;
    for (const auto& list : {verdicts, since::published_verdicts()}) {
        for (const auto& v : list) {
            const auto* const* end = v.rests_on.end();
            if (v.rests_on.empty() || std::find_if(v.rests_on.begin(), end,
                                                   [](const auto* f) { return f->grade != said::grade::c; }) != end) {
                continue;
            }
            on_digests +=
                (on_digests.empty() ? "" : ", ") + std::string(v.figure->id) + " (" + std::string(v.words) + ")";
        }
    }
    answers::say("Verdicts that rest on digests (grade C) alone: " + on_digests + ".");
    std::size_t on_nothing = 0;
    for (const auto& v : verdicts) on_nothing += v.rests_on.empty() ? 1U : 0U;
    answers::say(std::to_string(on_nothing) + " of the " + std::to_string(verdicts.size()) +
                 " verdicts rest on no figure: all of them say that it is too early or cannot be tested.");
}

void answer(const ledger_run::request& asked) {
    const ledger_run::temporary_folder folder;
    const std::string ledger = folder.file_of(asked);
    answers::say(
        "The " + std::to_string(verdicts.size()) + " figures of the five articles of 2025 and " +
        std::to_string(since::published_verdicts().size()) + " published beside them, and what had come of them by " +
        hw::to_text(asked.on) +
        ". In brackets what a figure is: observed (a count, a filing, a rule), claimed (an estimate or a party's "
        "word), "
        "forecast or assumed; of what is known since also how it was read, A the text itself to C digests only.");
    for (const auto* source : {&said::amodei::source, &said::schmidt::source, &said::graylin_triolo::source,
                               &said::microsoft::source, &said::krishnan::source}) {
        answers::question(std::string(source->key) + ": " + std::string(source->speaker));
        one_by_one(verdicts, source, asked.on);
    }
    answers::question("published: what had been published beside the articles");
    one_by_one(since::published_verdicts(), nullptr, asked.on);
    what_was_believed(ledger);
    put_on_record(ledger);
    how_good(ledger);
    scoreboard(asked.on);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        answer(ledger_run::read_command_line(argc, argv));
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
    return 0;
}
