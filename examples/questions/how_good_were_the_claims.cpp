// SPDX-License-Identifier: BSL-1.0
// How good were the dated claims of the five articles? They are kept as forecasts in claims.ledger beside this file, with what
// became of them, and are scored by who made them, by source and by horizon. For another day, or a ledger of your own, and to
// have the page and the charts in a folder:
//
//     example_how_good_were_the_claims [--on 2027-01-01] [--ledger my.ledger] [--out folder]
#include "../common/answers.hpp"
#include "../common/ledger_run.hpp"

#include <headway/report.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace hw = headway;
namespace report = headway::report;
namespace fs = std::filesystem;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

const std::string baseline = "baseline";

const fs::path kept_claims = fs::path(__FILE__).parent_path() / "claims.ledger";

std::string value_text(const hw::ledger_entry& e, double x) {
    if (e.kind == hw::stated_kind::event) return x == 1.0 ? "yes" : "no";
    if (e.kind == hw::stated_kind::calendar_date) return hw::to_text(hw::date::from_seconds_since_1970(x));
    return hw::to_text(x) + (e.unit.empty() ? "" : " " + e.unit);
}
std::string forecast_text(const hw::ledger_entry& e) {
    if (e.kind == hw::stated_kind::event) return hw::to_text(100.0 * e.probability) + " %";
    const auto [lo, hi] = e.quantiles.interval(0.9);
    if (e.kind == hw::stated_kind::calendar_date) return value_text(e, lo) + " to " + value_text(e, hi);
    return hw::to_text(lo) + " to " + value_text(e, hi);
}

void what_became_of_them(const hw::ledger& book) {
    answers::question("What was claimed, and what became of it?");
    report::text_table table({"claim", "90 % between, or chance", "answer", "known on", "held"});
    for (const auto& e : book) {
        if (!e.is_resolved()) continue;
        const bool is_event = e.kind == hw::stated_kind::event;
        const bool held = is_event ? (e.probability > 0.5) == (e.answer->value == 1.0) : hw::score_of(e).inside[2];
        table.row(
            {e.id, forecast_text(e), value_text(e, e.answer->value), hw::to_text(e.answer->on), held ? "yes" : "no"});
    }
    std::cout << table;
}

void how_good(const hw::ledger& book) {
    answers::question("How good were they?");
    answers::say("Mean scores, lower is better; the share of numbers and dates within their 50, 80 and 90 % intervals; "
                 "and the skill: "
                 "1 for the perfect, 0 for no better than the baseline, which knows the nearest power of ten, the next "
                 "ten years, "
                 "and that an event happens or not.");
    for (const auto by : {hw::record_by::source, hw::record_by::horizon, hw::record_by::unit}) {
        std::cout << '\n' << report::table(hw::track_record(book, {.by = by, .baseline = baseline}));
    }
    std::cout << '\n';
    const auto all = hw::track_record(book, {.baseline = baseline}).all();
    answers::say("Of " + std::to_string(all.values()) + " numbers and dates " + hw::to_text(100.0 * all.coverage(0.9)) +
                 " % lie within what was meant to hold 90 %; the events have a Brier score of " +
                 hw::to_text(all.brier()) + " (0.25 for even chances).");
}

void what_is_open(const hw::ledger& book, const hw::date& on) {
    answers::question("What is overdue on " + hw::to_text(on) + ", and what is still open?");
    const auto claims = [](std::vector<hw::ledger_entry> all) {
        std::erase_if(all, [](const auto& e) { return e.who == baseline; });
        return all;
    };
    std::cout << report::table(claims(book.overdue(on))) << '\n' << report::table(claims(book.unresolved()));
}

// ---- A forecast of our own goes on record ----------------------------------------------------------------------------

inline constexpr auto tools_in = hw::assumption<"tools move into the second Arizona fab">(
    hw::normal_ci(0.9, 2026y / 7 / 1, 2026y / 12 / 31),
    "Nikkei, in TrendForce, 2025-12-18: in the third quarter of 2026.");
inline constexpr auto ramp =
    hw::assumption<"from tools to volume">(hw::ci90(9.0 * month, 18.0 * month), "A judgement of ours.");
inline constexpr auto volume =
    hw::forecast(hw::inputs(tools_in, ramp), [](const auto& in) { return in[tools_in] + in[ramp]; });

void on_record(const fs::path& kept) {
    answers::question("When does the second fab in Arizona make chips in volume?");
    // On a copy, so that this program says the same when it is run again.
    const ledger_run::temporary_folder folder;
    const fs::path copy = folder.path() / "claims.ledger";
    fs::copy_file(kept, copy);

    hw::state(hw::simulate(volume, answers::options),
              {.id = "second fab",
               .said = 2026y / 11 / 29,
               .who = "this program",
               .question = "When does the second fab in Arizona make chips in volume?",
               .due = 2029y / 1 / 1,
               .source = "examples/questions"},
              copy.string());
    std::string lines;
    std::ifstream in(copy);
    while (std::getline(in, lines) && !lines.starts_with("state,second fab")) {
    }
    answers::say(lines);
    // And once it is known:
    hw::resolve("second fab", 2027y / 10 / 16, hw::date(2027y / 9 / 30), copy.string(),
                "a filing that is made up here");
    try {
        hw::resolve("secnd fab", 2027y / 10 / 16, hw::date(2027y / 9 / 30), copy.string());
    } catch (const std::domain_error& e) {
        std::string what = e.what();
        what.replace(what.find(copy.string()), copy.string().size(), "claims.ledger");
        std::cout << '\n';
        answers::say(what);
    }
}

// ---- The page ----------------------------------------------------------------------------------------------------------

void write_page(const hw::ledger& book, const ledger_run::request& asked) {
    fs::create_directories(asked.out);
    const hw::track_record by_source(book, {.by = hw::record_by::source, .baseline = baseline});
    const hw::track_record by_horizon(book, {.by = hw::record_by::horizon, .baseline = baseline});
    const auto calibration =
        report::calibration_chart(by_source.all(), {.title = "Do the intervals hold what they say?"});
    const auto reliability =
        report::reliability_chart(by_source.all(), {.title = "Do the events happen as often as said?"});
    report::html_page page("How good were the claims?");
    page.lead("Five articles of 2025, read as forecasts, against what had become known by " + hw::to_text(asked.on) +
              ".")
        .section("By source")
        .table("By source", by_source)
        .section("By horizon")
        .table("By horizon", by_horizon)
        .section("Calibration")
        .chart(calibration)
        .chart(reliability)
        .section("Overdue")
        .table("Overdue on " + hw::to_text(asked.on), book.overdue(asked.on));
    report::write_file(asked.out / "claims.html", page.text());
    report::write_file(asked.out / "calibration.svg", calibration);
    report::write_file(asked.out / "reliability.svg", reliability);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        ledger_run::request asked = ledger_run::read_command_line(argc, argv, true);
        if (asked.ledger.empty()) asked.ledger = kept_claims;
        std::ifstream in(asked.ledger, std::ios::binary);
        const hw::ledger book = hw::load_ledger(in);
        what_became_of_them(book);
        how_good(book);
        what_is_open(book, asked.on);
        on_record(asked.ledger);
        if (!asked.out.empty()) write_page(book, asked);
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
    return 0;
}
