// SPDX-License-Identifier: BSL-1.0
// How did the experts' forecasts fare? The dated forecasts among the figures, of spending, shortage, fabs, chips and the lead, put
// on record as they were stated and held against what has become known: how often it lay in what was stated, by kind of
// statement, what was said again and how that differs, and what is still open. For another day, and to keep the ledger (which
// must not be there yet):
//
//     example_how_did_the_experts_fare [--on 2027-01-01] [--ledger experts.ledger]
#include "../common/answers.hpp"
#include "../common/ledger_run.hpp"

#include <headway/table/track_record_table.hpp>
#include <headway/table/verdict_table.hpp>

#include <fstream>

namespace hw = headway;
namespace said = headway::figures;
namespace since = headway::figures::since;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

/// How a statement becomes a forecast. A source states no quantiles, so these are our readings, by its words and no sharper.
enum class stated_as { number, about, ends, bound, order };
constexpr stated_as all_kinds[] = {stated_as::number, stated_as::about, stated_as::ends, stated_as::bound,
                                   stated_as::order};

/// "About" is 90 % within this factor either way, as in the main forecast.
constexpr double about_factor = 1.35;

std::string text_of(stated_as kind) {
    switch (kind) {
    case stated_as::number:
        return "a number, sure of it";
    case stated_as::about:
        return "\"about\", 90 % within a factor of " + hw::to_text(about_factor);
    case stated_as::ends:
        return "two ends, a quarter or a year, 90 % between";
    case stated_as::bound:
        return "\"at least\" or \"at most\", an event of 90 %";
    case stated_as::order:
        return "an order of magnitude, to ten times as much";
    }
    return "";
}

struct put_down {
    std::string id;
    stated_as kind;
    std::string subject;
    const said::figure_info* figure;
    std::string stated;    ///< as its source does
    std::string distance;  ///< of what came, in the figure's unit
};

// ---- On record -----------------------------------------------------------------------------------------------------------

class record {
  public:
    explicit record(std::string file) : file_(std::move(file)) {}

    /// A forecast as it was read; of a figure of many numbers one part, with what is stated of it.
    template <class Forecast>
    void forecast(const std::string& subject, const said::figure_info& f, stated_as kind, const Forecast& read,
                  const hw::date& due, const std::string& part = "", const std::string& stated = "",
                  const std::string& unit = "") {
        const std::string id = std::string(f.id) + part;
        hw::state(read,
                  {.id = id,
                   .said = f.said_on().latest,
                   .who = std::string(f.speaker()),
                   .question = std::string(f.what) + part,
                   .due = due,
                   .source = said::citation(f),
                   .unit = unit},
                  file_);
        all_.push_back({id, kind, subject, &f, stated.empty() ? said::value_text(f) : stated, ""});
    }
    /// A date, whose first and last day are the ends between which 90 % lie; half a year after the last it is known whether
    /// it has come.
    void day(const std::string& subject, const said::figure_info& f, const hw::date& first, const hw::date& last,
             const std::string& part = "", const std::string& stated = "") {
        forecast(subject, f, stated_as::ends, hw::normal_ci(0.9, first, last), last + 0.5 * year, part, stated);
    }
    /// What came of the last one.
    template <class Value>
    void came(const Value& value, const said::figure_info& known, const std::string& distance) {
        hw::resolve(all_.back().id, known.said_on().latest, value, file_, said::citation(known));
        all_.back().distance = distance;
    }

    [[nodiscard]] const std::vector<put_down>& all() const { return all_; }
    [[nodiscard]] hw::ledger book() const {
        std::ifstream in(file_);
        return hw::load_ledger(in);
    }

  private:
    std::string file_;
    std::vector<put_down> all_;
};

/// A year, told by its first day.
hw::date last_day_of_year(const hw::date& first_day) { return first_day + 1.0 * year - 1.0 * day; }

constexpr hw::date end_of_2026 = 2026y / 12 / 31;

void put_down_spending(record& book) {
    const std::string subject = "spending";
    book.forecast(subject, said::microsoft::microsoft_capex_2025, stated_as::number,
                  hw::as_belief(hw::as_exact(said::microsoft::microsoft_capex_2025)), 2025y / 7 / 31);
    book.came(since::microsoft_capex_fy2025.value, since::microsoft_capex_fy2025,
              said::to_text(said::distance_from(said::microsoft::microsoft_capex_2025, since::microsoft_capex_fy2025)));
    const auto range = [&](const auto& f, const hw::date& due) {
        book.forecast(subject, f, stated_as::ends, hw::as_belief(hw::as_interval(f, 0.9)), due);
    };
    const auto about = [&](const auto& f, const hw::date& due) {
        book.forecast(subject, f, stated_as::about, hw::as_belief(hw::as_about(f, about_factor)), due);
    };
    range(since::alphabet_capex_2025_guidance, 2025y / 12 / 31);
    range(since::alphabet_capex_2026_february, end_of_2026);
    range(since::alphabet_capex_2026, end_of_2026);
    range(since::meta_capex_2026_january, end_of_2026);
    range(since::meta_capex_2026, end_of_2026);
    about(since::amazon_capex_2026, end_of_2026);
    about(since::microsoft_capex_2026, end_of_2026);
    book.forecast(subject, since::nvidia_china_outlook, stated_as::number,
                  hw::exactly(since::nvidia_china_outlook.value), 2026y / 7 / 31);
}

void put_down_shortage(record& book) {
    const auto until = [&](const auto& f) {
        book.forecast("shortage", f, stated_as::bound, hw::chance{0.9}, hw::date::never());
    };
    const auto& last_word = since::microsoft_short_until;
    // Still short when it was asked again: the bound held.
    const auto still_short = [&](const auto& f) {
        const auto lasted = last_word.said_on().earliest - f.value;
        book.came(true, last_word, "short " + hw::to_text(lasted) + " later still");
    };
    until(since::microsoft_short_until_2025_06);
    still_short(since::microsoft_short_until_2025_06);
    until(since::microsoft_short_until_2025_12);
    still_short(since::microsoft_short_until_2025_12);
    until(since::microsoft_short_until_2026_06);
    until(last_word);
    until(said::schmidt::hardware_shortage);
}

void put_down_fabs(record& book) {
    const auto in_year = [&](const auto& f) { book.day("fabs", f, f.value, last_day_of_year(f.value)); };
    const auto between = [&](const auto& f) { book.day("fabs", f, f.low, f.high); };
    in_year(since::arizona_fab2_volume_before);
    between(since::arizona_fab2_volume);
    between(since::arizona_fab2_tools);
    in_year(since::euv_prototype_official);
    in_year(since::euv_prototype_insiders);
    const auto& catch_up = said::amodei::china_chip_catch_up;
    book.day("fabs", catch_up, said::earliest_date(catch_up), said::latest_date(catch_up));
}

void put_down_chips(record& book) {
    const std::string subject = "chips";
    const auto first_sales = [&](const said::chip_facts& planned) {
        const auto& day = planned.first_sales;
        book.day(subject, planned, day.earliest, day.latest, ": first sales", std::string(day.text));
    };
    const auto& plan = since::ascend_950pr_plan;
    const auto& card = since::ascend_950pr_card;
    first_sales(plan);
    book.came(card.announced.latest, card,
              plan.first_sales.earliest <= card.announced.earliest && card.announced.latest <= plan.first_sales.latest
                  ? "within"
                  : "outside");
    // Told as plain numbers in the unit of the data sheet.
    const auto part = [&](const std::string& name, const auto& planned, const auto& sold, const auto& unit,
                          const std::string& unit_text) {
        const double stated = planned.middle().in(unit);
        const double got = sold.middle().in(unit);
        book.forecast(subject, plan, stated_as::about, hw::as_belief(hw::around(stated, about_factor)), end_of_2026,
                      ": " + name, "about " + hw::to_text(stated) + " " + unit_text, unit_text);
        book.came(got, card,
                  hw::to_text(stated - got) + " " + unit_text + " below (× " + hw::to_text(got / stated) + ")");
    };
    part("performance at 4 bits", plan.at_4_bits, card.at_4_bits, petaflop / second / chip, "PFLOPS per chip");
    part("memory", plan.memory, card.memory, gigabyte / chip, "GB per chip");
    part("memory bandwidth", plan.memory_bandwidth, card.memory_bandwidth, terabyte / second / chip, "TB/s per chip");
    for (const auto* planned : {&since::ascend_950dt_plan, &since::ascend_960_plan, &since::ascend_970_plan,
                                &since::rubin, &since::mi455x, &since::rubin_ultra}) {
        first_sales(*planned);
    }
    const auto about = [&](const auto& f, const hw::date& due) {
        book.forecast(subject, f, stated_as::about, hw::as_belief(hw::as_about(f, about_factor)), due);
    };
    about(since::ascend_910c_plan, end_of_2026);
    about(since::largest_site_2026, end_of_2026);
    about(since::largest_sites_2028, 2028y / 3 / 31);
    about(said::published::chip_gap_2027, 2027y / 12 / 31);
    book.forecast(subject, said::amodei::next_scale_chips, stated_as::order,
                  hw::as_belief(hw::as_order_of_magnitude(said::amodei::next_scale_chips)), hw::date::never());
}

void put_down_lead(record& book) {
    const std::string subject = "lead and progress";
    const auto span = [&](const auto& f) { book.day(subject, f, said::earliest_date(f), said::latest_date(f)); };
    book.forecast(subject, said::amodei::longest_lead, stated_as::bound, hw::chance{0.9}, hw::date::never());
    span(said::amodei::risk_evidence);
    book.came(since::mythos_withheld.value, since::mythos_withheld,
              said::to_text(said::distance_from(said::amodei::risk_evidence, since::mythos_withheld)));
    book.forecast(subject, since::catch_up_expected, stated_as::ends,
                  hw::as_belief(hw::as_measured(since::catch_up_expected)), 2026y / 12 / 24);
    span(said::schmidt::agi_horizon);
}

// ---- What is told --------------------------------------------------------------------------------------------------------

const hw::ledger_entry& entry_of(const hw::ledger& book, const put_down& f) { return *book.find(f.id); }

/// What came lay in what was stated: within 90 %, or the event that was thought likely.
bool held(const hw::ledger_entry& e) {
    if (e.kind == hw::stated_kind::event) return (e.probability > 0.5) == (e.answer->value == 1.0);
    return hw::score_of(e).inside[2];
}

std::string answer_text(const hw::ledger_entry& e) {
    if (e.kind == hw::stated_kind::event) return e.answer->value == 1.0 ? "yes" : "no";
    if (e.kind == hw::stated_kind::calendar_date)
        return hw::to_text(hw::date::from_seconds_since_1970(e.answer->value));
    return hw::to_text(e.answer->value) + (e.unit.empty() ? "" : " " + e.unit);
}

void what_came(const record& records, const hw::ledger& book) {
    answers::question("What was forecast, and what came?");
    answers::say("A source states no quantiles: how its words were read stands in brackets, behind what kind of figure "
                 "it is and how "
                 "it was verified. Due dates are ours: the end of the period, of a date half a year more.");
    std::cout << '\n';
    for (const put_down& f : records.all()) {
        const hw::ledger_entry& e = entry_of(book, f);
        if (!e.is_resolved()) continue;
        std::cout << report::paragraph(
            "- " + e.question + ": " + (held(e) ? "in what was stated" : "not in what was stated"), {0, 2});
        std::cout << report::paragraph("stated: " + f.stated + " [" + said::kind_and_grade(*f.figure) + "; " +
                                           text_of(f.kind) + "]: " + e.source,
                                       {4, 6});
        std::cout << report::paragraph("came: " + answer_text(e) + ", " + f.distance + ": " + e.answer->source, {4, 6});
    }
}

void what_was_said_again() {
    answers::question("What was said again, and how does it differ?");
    answers::say(
        "A later word of the same speaker is no outcome. It is held against the earlier one as a figure against what "
        "is known: where it lies against what the earlier one left possible.");
    std::cout << '\n';
    report::text_table table({"forecast", "earlier", "said", "later", "said", "the later word lies", "by"});
    const auto add = [&](const std::string& what, const auto& earlier, const auto& later) {
        table.row({what, said::value_text(earlier), std::string(earlier.said_on().text), said::value_text(later),
                   std::string(later.said_on().text), said::to_text(said::distance_from(earlier, later)),
                   std::string(later.speaker())});
    };
    add("Alphabet's spending in 2026", since::alphabet_capex_2026_february, since::alphabet_capex_2026);
    add("Meta's spending in 2026", since::meta_capex_2026_january, since::meta_capex_2026);
    add("second fab in Arizona", since::arizona_fab2_volume_before, since::arizona_fab2_volume);
    std::cout << table << '\n';
    answers::say(
        "And Microsoft's four answers to how long it stays short, each a bound that the next one puts further off:");
    std::cout << '\n';
    report::text_table answers_of_microsoft({"short until", "said", "put off by", "by"});
    const auto* before = &since::microsoft_short_until_2025_06;
    answers_of_microsoft.row(
        {said::value_text(*before), std::string(before->said_on().text), "", std::string(before->speaker())});
    for (const auto* next : {&since::microsoft_short_until_2025_12, &since::microsoft_short_until_2026_06,
                             &since::microsoft_short_until}) {
        answers_of_microsoft.row({said::value_text(*next), std::string(next->said_on().text),
                                  hw::to_text(next->value - before->value, 2), std::string(next->speaker())});
        before = next;
    }
    std::cout << answers_of_microsoft;
}

/// A table of how often what came lay in what was stated, by what `name_of` makes of a forecast, in the order of `names`.
template <class NameOf>
report::text_table coverage(const std::string& heading, const record& records, const hw::ledger& book,
                            const hw::date& on, const std::vector<std::string>& names, const NameOf& name_of) {
    report::text_table table(
        {heading, "forecasts", "resolved", "in what was stated", "share", "open", "of these overdue"});
    const auto add = [&](const std::string& name, const auto& is_meant) {
        std::size_t all = 0, resolved = 0, in = 0, overdue = 0;
        for (const put_down& f : records.all()) {
            if (!is_meant(f)) continue;
            const hw::ledger_entry& e = entry_of(book, f);
            ++all;
            overdue += e.is_overdue(on) ? 1U : 0U;
            if (!e.is_resolved()) continue;
            ++resolved;
            in += held(e) ? 1U : 0U;
        }
        const double share = static_cast<double>(in) / static_cast<double>(resolved);
        table.row({name, std::to_string(all), std::to_string(resolved), std::to_string(in),
                   resolved == 0 ? "" : answers::percent_text(share, 3), std::to_string(all - resolved),
                   std::to_string(overdue)});
    };
    for (const std::string& name : names) {
        add(name, [&](const put_down& f) { return name_of(f) == name; });
    }
    add("all", [](const put_down&) { return true; });
    return table;
}

void how_often(const record& records, const hw::ledger& book, const hw::date& on) {
    answers::question("How often did what came lie in what was stated?");
    std::vector<std::string> kinds;
    for (const stated_as kind : all_kinds) kinds.push_back(text_of(kind));
    std::cout << coverage("stated as, and read as", records, book, on, kinds,
                          [](const put_down& f) { return text_of(f.kind); })
              << '\n'
              << coverage("about", records, book, on, {"spending", "shortage", "fabs", "chips", "lead and progress"},
                          [](const put_down& f) { return f.subject; })
              << '\n';
    answers::say(
        "Of forecasts that hold what they say 90 % would lie in what was stated. So few have an answer that the shares "
        "tell little, the less as several are of one chip and of one shortage.");
    std::string by_factor;
    for (const double factor : {1.1, 1.25, about_factor}) {
        std::size_t all = 0, in = 0;
        for (const put_down& f : records.all()) {
            const hw::ledger_entry& e = entry_of(book, f);
            if (f.kind != stated_as::about || !e.is_resolved()) continue;
            const double ratio = e.answer->value / e.quantiles.quantile(0.5);
            ++all;
            in += ratio <= factor && ratio * factor >= 1.0 ? 1U : 0U;
        }
        by_factor += (by_factor.empty() ? "" : ", ") + std::to_string(in) + " of " + std::to_string(all) +
                     " within a factor of " + hw::to_text(factor);
    }
    std::cout << '\n';
    answers::say("How \"about\" is read matters: " + by_factor + ".");
    std::cout << '\n' << report::table(hw::track_record(book));
}

void what_is_open(const hw::ledger& book, const hw::date& on) {
    answers::question("What is overdue on " + hw::to_text(on) + ", and what is still open?");
    std::cout << report::table(book.overdue(on)) << '\n' << report::table(book.unresolved());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const ledger_run::request asked = ledger_run::read_command_line(argc, argv);
        const ledger_run::temporary_folder folder;
        record records(folder.file_of(asked));
        put_down_spending(records);
        put_down_shortage(records);
        put_down_fabs(records);
        put_down_chips(records);
        put_down_lead(records);
        const hw::ledger book = records.book();
        what_came(records, book);
        what_was_said_again();
        how_often(records, book, asked.on);
        what_is_open(book, asked.on);
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
    return 0;
}
