// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/state.hpp>

#include "../catch.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include <headway/assumption/assumption.hpp>
#include <headway/assumption/inputs.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scoring/ledger.hpp>
#include <headway/simulation/simulate.hpp>

#include "ledger_folder.hpp"

using namespace headway;
using namespace headway::units;
using namespace ledger_test;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

inline constexpr auto cost_of_a_run =
    assumption<"cost of a run">(ci90(80.0 * million_usd, 200.0 * million_usd), "a guess");
inline constexpr auto fall = assumption<"fall per year">(ci90(2.0, 6.0), "a guess");

inline constexpr auto cost_later =
    forecast(inputs(cost_of_a_run, fall), [](const auto& in) { return in[cost_of_a_run] / in[fall]; });
inline constexpr auto both = forecast(inputs(cost_of_a_run, fall), [](const auto& in) {
    return outputs(output<"cost">(in[cost_of_a_run]), output<"when">(date(2026y / 1 / 1) + in[fall] * year));
});
inline constexpr auto perhaps = forecast(inputs(fall), [](const auto& in) {
    using number = std::remove_cvref_t<decltype(in[fall])>;
    return basic_date<number>::from_seconds_since_1970(
        select(in[fall] < 4.0, date(2026y / 1 / 1).seconds_since_1970() + 31556952.0 * in[fall], number(no_limit)));
});
inline constexpr auto over_time = forecast(inputs(cost_of_a_run, fall), [](const auto& in, const auto& on) {
    return in[cost_of_a_run] * (1.0 + (on - date(2025y / 1 / 1)) / year);
});

statement said(const std::string& id) {
    statement s;
    s.id = id;
    s.said = date(2026y / 11 / 30);
    s.who = "us";
    s.question = "What will it be?";
    return s;
}
ledger read(const std::string& file) { return ledger(contents_of(file)); }

}  // namespace

TEST_CASE("an outcome is put on record with its quantiles, its seed and the version") {
    const folder f;
    const auto cost = simulate(cost_later, {.draws = 4000, .seed = 2025});
    state(cost,
          {.id = "run",
           .said = 2026y / 11 / 30,
           .who = "A, B",
           .question = "What does a \"run\" cost?",
           .due = 2027y / 1 / 1,
           .source = "tests"},
          f.file());
    const auto text = contents_of(f.file());
    CHECK_THAT(text,
               ContainsSubstring("entry,id,date,who,question,unit,value,due,source,seed,version\n"
                                 "state,run,2026-11-30,\"A, B\",\"What does a \"\"run\"\" cost?\",million USD,1 %: ") &&
                   ContainsSubstring(",2027-01-01,tests,2025," + std::string(version) + "\n"));
    const auto book = read(f.file());
    REQUIRE(book.size() == 1);
    const ledger_entry& e = *book.find("run");
    CHECK((e.who == "A, B" && e.question == "What does a \"run\" cost?" && e.seed == 2025U && e.version == version));
    CHECK(e.quantiles.size() == 9);
    for (const auto& q : e.quantiles)
        CHECK_THAT(q.value, WithinRel(cost.quantile(q.probability).in(million_usd), 5e-6));
}

TEST_CASE("all digits are kept where they are asked for") {
    const folder f;
    statement s = said("exact");
    s.digits = 17;
    s.unit = "USD";
    const auto b = ci90(80.0 * million_usd, 200.0 * million_usd);
    state(b, s, f.file());
    const auto exact = read(f.file()).find("exact")->quantiles;
    CHECK(exact.size() == 9);
    for (const auto& q : exact) CHECK(q.value == b.quantile(q.probability).in(usd));
    s.id = "number";
    s.unit = "";
    s.probabilities = {0.025, 1.0 / 3.0, 0.975};
    state(ci90(1e-7, 1e12), s, f.file());
    const auto book = read(f.file());
    REQUIRE(book.find("number")->quantiles.size() == 3);
    for (const auto& q : book.find("number")->quantiles) CHECK(q.value == ci90(1e-7, 1e12).quantile(q.probability));
    CHECK((book.find("number")->quantiles.begin() + 1)->probability == 1.0 / 3.0);
    s.id = "moment";
    state(normal(2027y / 1 / 1, 1.0 * day), s, f.file());
    const auto when = read(f.file()).find("moment")->quantiles;
    CHECK_THAT(when.begin()->value,
               WithinAbs(normal(2027y / 1 / 1, 1.0 * day).quantile(0.025).seconds_since_1970(), 1e-6));
}

TEST_CASE("numbers, dates with never, chances, sure values, several outputs and dates are put on record") {
    const folder f;
    state(chance{0.7}, said("event"), f.file());
    state(exactly(3.0), said("sure"), f.file());
    statement words = said("words");
    words.unit = "points";
    state(normal(50, 10), words, f.file());
    state(simulate(both, {.draws = 2000}), said("both"), f.file());
    const std::vector<date> days{2025y / 7 / 1, 2026y / 1 / 1};
    state(simulate(over_time, days, {.draws = 2000}), said("later"), f.file());
    statement s = said("perhaps");
    s.due = date(2031y / 1 / 1);
    const auto when = simulate(perhaps, {.draws = 2000});
    state(when, s, f.file());

    const auto book = read(f.file());
    CHECK(book.size() == 8);
    CHECK((book.find("event")->kind == stated_kind::event && book.find("event")->probability == 0.7));
    CHECK(book.find("sure")->quantiles == quantile_grid({{0.5, 3.0}}));
    CHECK((book.find("words")->unit == "points" && book.find("words")->quantiles.quantile(0.5) == 50.0));
    CHECK((book.find("both: cost")->unit == "million USD" &&
           book.find("both: when")->kind == stated_kind::calendar_date));
    CHECK(book.find("both: when")->question == "What will it be?: when");
    CHECK((book.find("later: on 2025-07-01")->due.is_never() && book.find("both: cost")->due.is_never()));
    CHECK(book.find("later: on 2026-01-01")->quantiles.quantile(0.5) >
          book.find("later: on 2025-07-01")->quantiles.quantile(0.5));
    const auto& grid = book.find("perhaps")->quantiles;
    REQUIRE((when.probability_never() > 0.3 && when.probability_never() < 0.7));
    CHECK_THAT(grid.probability_never(), WithinRel(when.probability_never(), 1e-12));
    CHECK(grid.quantile(0.25) == date(std::chrono::sys_days(when.quantile(0.25))).seconds_since_1970());
    // The latest of the draws that happen is the end of what is before never.
    CHECK(grid.quantile(1.0 - when.probability_never()) > (date(2026y / 1 / 1) + 3.95 * year).seconds_since_1970());
}

namespace {

inline constexpr auto wait = assumption<"wait">(ci90(8.0 * month, 20.0 * month), "a guess");
inline constexpr auto comes = assumption<"it comes">(bernoulli(0.9), "a guess");
inline constexpr auto starts = forecast(inputs(wait, comes), [](const auto& in) {
    return select(in[comes] > 0.5, date(2026y / 12 / 1) + in[wait], date::never());
});

}  // namespace

TEST_CASE("by what is stated of dates that may be never the CRPS is that of the draws, as of dates that come") {
    const date due(2030y / 1 / 1);
    const int days = static_cast<int>((due - date(2026y / 12 / 1)).in(day) + 0.5);
    for (const double happens : {1.0, 0.99, 0.95, 0.92, 0.9, 0.8, 0.6, 0.5, 0.3, 0.05}) {
        const auto when = simulate(starts.with(override(comes, bernoulli(happens))), {.draws = 10'000, .seed = 3});
        std::vector<double> share_before;  // noon of each day
        for (int i = 0; i < days; ++i) {
            share_before.push_back(when.probability_below(date(2026y / 12 / 1) + (i + 0.5) * day));
        }
        const std::vector<std::vector<double>> asked_for{statement().probabilities, {0.1, 0.5, 0.9}, {0.05, 0.25, 0.5, 0.75}};
        for (const auto& asked : asked_for) {
            // The lines between few quantiles, and the tails beyond them, are no matter of never.
            if (happens == 1.0 && asked.size() < 9) continue;
            const double within = asked.size() < 9 ? 0.06 : 0.04;
            const folder f;
            statement s = said("when");
            s.due = due;
            s.probabilities = asked;
            state(when, s, f.file());
            const auto grid = read(f.file()).find("when")->quantiles;
            CHECK_THAT(grid.probability_never(), WithinAbs(when.probability_never(), 1e-12));
            for (const int y : {240, 365, 550, days}) {
                CAPTURE(happens, asked.size(), y);
                double of_draws = 0.0;  // the integral of (F(t) - 1{t >= y})² up to the due date
                for (int i = 0; i < days; ++i) {
                    const double off = share_before[static_cast<std::size_t>(i)] - (i < y ? 0.0 : 1.0);
                    of_draws += off * off;
                }
                const double answer = y < days ? (date(2026y / 12 / 1) + y * day).seconds_since_1970() : no_limit;
                CHECK_THAT(grid.crps(answer, due.seconds_since_1970()) / 86400.0, WithinRel(of_draws, within));
            }
        }
    }
}

TEST_CASE("over time a statement is due on its date, unless another day is given") {
    const folder f;
    const std::vector<date> days{2026y / 7 / 1, 2027y / 1 / 1, 2028y / 1 / 1};
    state(simulate(over_time, days, {.draws = 200}), said("later"), f.file());
    statement s = said("elsewhere");
    s.due = date(2029y / 1 / 1);
    state(simulate(over_time, days, {.draws = 200}), s, f.file());
    const auto book = read(f.file());
    // Of a day that is past when it is said.
    CHECK(book.find("later: on 2026-07-01")->due.is_never());
    CHECK(book.find("later: on 2027-01-01")->due == date(2027y / 1 / 1));
    CHECK(book.find("elsewhere: on 2027-01-01")->due == date(2029y / 1 / 1));
    const auto overdue = book.overdue(2027y / 1 / 1);
    REQUIRE(overdue.size() == 1);
    CHECK(overdue[0].id == "later: on 2027-01-01");
}

TEST_CASE("a belief that may be never is put on record with the probability of that") {
    const belief<date> perhaps_never =
        mixture<date>({{uniform(2027y / 1 / 1, 2031y / 1 / 1), 0.45}, {date::never(), 0.55}});
    const folder f;
    statement s = said("a");
    s.due = date(2032y / 1 / 1);
    state(perhaps_never, s, f.file());
    const auto grid = read(f.file()).find("a")->quantiles;
    CHECK_THAT(grid.probability_never(), WithinAbs(0.55, 1e-9));
    CHECK(grid.quantile(0.25) == date(std::chrono::sys_days(perhaps_never.quantile(0.25))).seconds_since_1970());
    CHECK(to_text(date::from_seconds_since_1970((grid.end() - 2)->value)) == "2030-12-31");
    state(
        belief<date>(date::never()),
        [&] {
            s.id = "b";
            return s;
        }(),
        f.file());
    CHECK(read(f.file()).find("b")->quantiles.probability_never() == 1.0);
}

TEST_CASE("quantiles as an expert gave them are put on record without a further word") {
    const folder f;
    state(from_quantiles({{0.05, 10.0}, {0.5, 20.0}, {0.95, 50.0}}), said("elicited"), f.file());
    const auto stated = read(f.file()).find("elicited")->quantiles;
    CHECK(stated.size() == 9);
    CHECK_THAT(stated.quantile(0.05), WithinRel(10.0, 1e-5));
    CHECK_THAT(stated.quantile(0.5), WithinRel(20.0, 1e-5));
    CHECK_THAT(stated.quantile(0.95), WithinRel(50.0, 1e-5));
    state(from_quantiles({0.1, 0.5, 0.9}, {10.0 * month, 20.0 * month, 50.0 * month}), said("in months"), f.file());
    CHECK(read(f.file()).size() == 2);
}

TEST_CASE("what cannot be put on record is refused in words, and nothing is added") {
    const folder f;
    state(chance{0.7}, said("a"), f.file());
    const auto before = contents_of(f.file());
    const auto refuses = [&](auto call, const std::string& words) {
        try {
            call();
            FAIL("accepted: " + words);
        } catch (const std::exception& e) {
            CHECK_THAT(e.what(), ContainsSubstring(words));
        }
        CHECK(contents_of(f.file()) == before);
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    refuses([&] { state(chance{0.6}, said("a"), f.file()); },
            "state: the ledger \"" + f.file() + "\" has a statement 'a' already; give another id, nothing was added");
    refuses([&] { state(chance{1.2}, said("b"), f.file()); }, "state: the chance must be between 0 and 1, got 1.2");
    refuses([&] { state(chance{nan}, said("b"), f.file()); }, "got nan");
    const auto with = [&](auto change) {
        statement s = said("b");
        change(s);
        return s;
    };
    refuses([&] { state(chance{0.5}, with([](auto& s) { s.id = ""; }), f.file()); }, "id must be a text, not nothing");
    refuses([&] { state(chance{0.5}, with([](auto& s) { s.who = "a\nb"; }), f.file()); },
            "who must be one line of text in UTF-8, got \"a\\x0ab\"");
    refuses([&] { state(chance{0.5}, with([](auto& s) { s.question = "caf\xE9"; }), f.file()); },
            "question must be one line");
    refuses([&] { state(chance{0.5}, with([](auto& s) { s.said = date::never(); }), f.file()); },
            "said must be the day of the statement 'b', got never");
    refuses([&] { state(chance{0.5}, with([](auto& s) { s.due = date(2020y / 1 / 1); }), f.file()); },
            "due must not be before the day on which 'b' is said, got 2020-01-01 and 2026-11-30");
    refuses([&] { state(simulate(perhaps, {.draws = 100}), said("b"), f.file()); },
            "'b' may never happen, so it needs a due date, by which that is known; give .due");
    refuses(
        [&] {
            state(ci90(1.0, 2.0), with([](auto& s) { s.probabilities = {0.0, 1.0}; }), f.file());
        },
        "a quantile of 'b' is infinite");
    refuses(
        [&] {
            state(ci90(1.0, 2.0), with([](auto& s) { s.probabilities = {0.5, 0.4}; }), f.file());
        },
        "the probabilities must increase, got 0.4");
    refuses([&] { state(ci90(1.0, 2.0), with([](auto& s) { s.probabilities = {}; }), f.file()); },
            "there are no probabilities");
    refuses([&] { state(ci90(1.0, 2.0), with([](auto& s) { s.digits = 0; }), f.file()); },
            "digits must be from 1 to 17, got 0");
    refuses([&] { state(ci90(1.0, 2.0), with([](auto& s) { s.unit = "million USD"; }), f.file()); },
            "a plain number cannot be told in million USD; state a quantity of it");
    refuses([&] { state(ci90(1.0 * usd, 2.0 * usd), with([](auto& s) { s.unit = "chips"; }), f.file()); },
            "the unit must be one of money, such as 1 USD, got \"chips\"");
    refuses([&] { state(chance{0.5}, said("b"), f.file() + "/there is no such folder/x"); }, "cannot be opened");
    write(f.file() + "2", "year,price\n2019,3\n");
    refuses([&] { state(chance{0.5}, said("b"), f.file() + "2"); }, "is none, so nothing was added: line 1, column 1");
    CHECK(contents_of(f.file() + "2") == "year,price\n2019,3\n");
}

TEST_CASE("a file that is there keeps its order of columns, its separator and its line ends") {
    const folder f;
    write(f.file(), "\xEF\xBB\xBF"
                    "id;value;entry;notes;unit;question;date;who\r\nx;1;state;none;;q;2025-01-01;me");
    state(chance{0.25}, said("a;b"), f.file());
    CHECK(contents_of(f.file()) == "\xEF\xBB\xBF"
                                   "id;value;entry;notes;unit;question;date;who\r\nx;1;state;none;;q;2025-01-01;me "
                                   "<torn>\r\n\"a;b\";25 %;state;;event;What will it be?;2026-11-30;us\r\n");
    statement s = said("c");
    s.due = date(2027y / 1 / 1);
    CHECK_THROWS_WITH(state(chance{0.5}, s, f.file()), ContainsSubstring("has no column due, so nothing was added"));
}

TEST_CASE("a torn line is marked and does not take the next one with it") {
    const folder f;
    state(chance{0.7}, said("a"), f.file());
    const auto one = contents_of(f.file());
    state(chance{0.6}, said("b"), f.file());
    const auto two = contents_of(f.file());
    for (std::size_t cut = 1; cut < two.size(); ++cut) {
        write(f.file(), two.substr(0, cut));
        state(chance{0.5}, said("c"), f.file());
        const ledger book(contents_of(f.file()), faulty_lines::skip);
        INFO(cut);
        REQUIRE(book.find("c") != nullptr);
        CHECK((book.find("a") != nullptr) == (cut >= one.size()));
        CHECK(book.find("b") == nullptr);
        const bool at_an_end = two[cut - 1] == '\n';
        CHECK(book.faults().size() == (at_an_end ? 0U : 1U));
    }
}
