// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/resolve.hpp>

#include "../catch.hpp"

#include <limits>
#include <string>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scoring/ledger.hpp>
#include <headway/scoring/state.hpp>

#include "ledger_folder.hpp"

using namespace headway;
using namespace headway::units;
using namespace ledger_test;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

statement said(const std::string& id) {
    return {.id = id, .said = 2025y / 1 / 1, .who = "us", .question = "?", .due = 2026y / 1 / 1};
}
/// A number, a quantity, a date, an event and points.
void fill(const std::string& file) {
    state(ci90(1.0, 3.0), said("number"), file);
    state(ci90(80.0 * million_usd, 200.0 * million_usd), said("cost"), file);
    state(normal(2025y / 6 / 1, 30.0 * day), said("day"), file);
    state(chance{0.3}, said("event"), file);
    statement points = said("points");
    points.unit = "points";
    state(ci90(1.0, 3.0), points, file);
}
ledger read(const std::string& file) { return ledger(contents_of(file)); }

}  // namespace

TEST_CASE("each statement takes an answer of its kind") {
    const folder f;
    fill(f.file());
    const auto statements = contents_of(f.file());
    resolve("number", 2026y / 1 / 2, 2.25, f.file());
    resolve("cost", 2026y / 1 / 2, 0.1234567890123 * billion_usd, f.file(), "a filing, p. 3");
    resolve("day", 2026y / 1 / 2, date(2025y / 7 / 4), f.file());
    resolve("event", 2026y / 1 / 2, true, f.file());
    resolve("points", 2026y / 1 / 2, 2, f.file());
    const auto book = read(f.file());
    CHECK(book.find("number")->answer->value == 2.25);
    CHECK_THAT(book.find("cost")->answer->value, WithinRel(123.4567890123, 1e-15));
    CHECK(book.find("cost")->answer->source == "a filing, p. 3");
    CHECK(book.find("day")->answer->value == date(2025y / 7 / 4).seconds_since_1970());
    CHECK(book.find("event")->answer->value == 1.0);
    CHECK((book.find("points")->answer->value == 2.0 && book.find("points")->answer->on == date(2026y / 1 / 2)));
    CHECK(book.unresolved().empty());
    // Nothing that was there has changed.
    CHECK(contents_of(f.file()).substr(0, statements.size()) == statements);
    CHECK_THAT(contents_of(f.file()), ContainsSubstring("\nresolve,event,2026-01-02,,,,yes,,,,\n"));
}

TEST_CASE("never is an answer once the due date has come") {
    const folder f;
    fill(f.file());
    CHECK_THROWS_WITH(
        resolve("day", 2025y / 12 / 31, date::never(), f.file()),
        "resolve: 'day' takes a date, or never on the due date or later: until then it may still happen, got never");
    resolve("day", 2026y / 1 / 1, date::never(), f.file());
    CHECK(read(f.file()).find("day")->answer->value == std::numeric_limits<double>::infinity());
}

TEST_CASE("what is still to come is no answer") {
    const folder f;
    fill(f.file());
    const auto before = contents_of(f.file());
    CHECK_THROWS_WITH(resolve("day", 2025y / 3 / 1, date(2027y / 6 / 1), f.file()),
                      "resolve: 'day' takes a date that is not after the day on which it was known, 2025-03-01, got "
                      "2027-06-01");
    CHECK_THROWS_WITH(resolve("day", 2025y / 3 / 1, date(2025y / 3 / 2), f.file()),
                      ContainsSubstring("not after the day"));
    CHECK_THROWS_WITH(
        resolve("event", 2025y / 12 / 31, false, f.file()),
        "resolve: 'event' takes yes, or no on the due date, 2026-01-01, or later: until then it may still "
        "happen, got no");
    CHECK(contents_of(f.file()) == before);
    // On the day itself at any time, and what has happened at once.
    resolve("day", 2025y / 3 / 1, date(2025y / 3 / 1) + 15.0 * hour, f.file());
    CHECK_THROWS_WITH(correct("day", 2025y / 3 / 2, date(2025y / 3 / 3), f.file()),
                      ContainsSubstring("correct: 'day' takes a date that is not after"));
    resolve("event", 2025y / 3 / 1, true, f.file());
    CHECK_THROWS_WITH(correct("event", 2025y / 3 / 2, false, f.file()),
                      ContainsSubstring("until then it may still happen"));
    correct("event", 2026y / 1 / 1, false, f.file());
    CHECK(read(f.file()).find("event")->answer->value == 0.0);
    // Without a due date only its author knows when a no is known.
    statement open = said("open");
    open.due = date::never();
    state(chance{0.3}, open, f.file());
    resolve("open", 2025y / 3 / 1, false, f.file());
}

TEST_CASE("a second answer is refused, a correction recorded beside the first") {
    const folder f;
    fill(f.file());
    CHECK_THROWS_WITH(correct("number", 2026y / 1 / 2, 2.0, f.file()),
                      "correct: 'number' is not resolved yet; resolve it");
    resolve("number", 2026y / 1 / 2, 2.25, f.file());
    const auto before = contents_of(f.file());
    CHECK_THROWS_WITH(resolve("number", 2026y / 1 / 3, 2.5, f.file()),
                      "resolve: 'number' was resolved on 2026-01-02 (line 7); to replace that, use correct");
    CHECK(contents_of(f.file()) == before);
    correct("number", 2026y / 2 / 1, 2.5, f.file(), "a revision");
    correct("number", 2026y / 3 / 1, 2.75, f.file());
    const auto book = read(f.file());
    CHECK(book.find("number")->answer->value == 2.75);
    REQUIRE(book.find("number")->corrected.size() == 2);
    CHECK(
        (book.find("number")->corrected[0].value == 2.25 && book.find("number")->corrected[1].source == "a revision"));
    CHECK(contents_of(f.file()).substr(0, before.size()) == before);
}

TEST_CASE("what is no answer is refused in words, and nothing is added") {
    const folder f;
    fill(f.file());
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
    const date on = 2026y / 1 / 2;
    refuses([&] { resolve("nubmer", on, 1.0, f.file()); },
            "resolve: the ledger \"" + f.file() + "\" has no statement 'nubmer'; did you mean 'number'?");
    statement output = said("m: ratio");
    state(chance{0.5}, output, f.file());
    output.id = "m: on 2026-01-01";
    state(chance{0.5}, output, f.file());
    CHECK_THROWS_WITH(
        resolve("m", on, 1.0, f.file()),
        "resolve: the ledger \"" + f.file() +
            "\" has no statement 'm'; it has one for each output or date: 'm: ratio', 'm: on 2026-01-01'");
    write(f.file(), before);
    refuses([&] { resolve("cost", on, 120.0, f.file()); },
            "'cost' is about million USD, got a number; nothing was added");
    refuses([&] { resolve("cost", on, 120.0 * chip, f.file()); }, "'cost' is about million USD, got chips");
    refuses([&] { resolve("cost", on, on, f.file()); }, "'cost' is about million USD, got a date");
    refuses([&] { resolve("number", on, 1.0 * usd, f.file()); }, "'number' is about a number, got money");
    refuses([&] { resolve("number", on, true, f.file()); }, "'number' is about a number, got yes or no");
    refuses([&] { resolve("day", on, 1.0, f.file()); }, "'day' is about a date, got a number");
    refuses([&] { resolve("day", on, false, f.file()); }, "'day' is about a date, got yes or no");
    refuses([&] { resolve("event", on, 1.0, f.file()); },
            "'event' is about whether something happens, give true or false, got a number");
    refuses([&] { resolve("number", on, std::numeric_limits<double>::quiet_NaN(), f.file()); },
            "'number' takes a finite value, got nan");
    refuses([&] { resolve("number", on, std::numeric_limits<double>::infinity(), f.file()); },
            "takes a finite value, got infinite");
    refuses([&] { resolve("number", 2024y / 1 / 1, 1.0, f.file()); },
            "'number' was said on 2025-01-01 and cannot have been known before, on 2024-01-01");
    refuses([&] { resolve("number", date::never(), 1.0, f.file()); },
            "the day on which 'number' was known must be a date, got never");
    refuses([&] { resolve("number", on, 1.0, f.file(), "a\tb"); }, "source must be one line of text");
    refuses([&] { resolve("number", on, 1.0, f.file() + "x"); },
            "claims.ledgerx\": cannot be opened: No such file or directory");
    CHECK(!std::filesystem::exists(f.file() + "x"));
    // A statement that cannot be read is not taken for one that is not there.
    write(f.file(), before + "state,oops,2025-13-01,us,?,,1\n");
    CHECK_THROWS_WITH(resolve("oops", on, 1.0, f.file()),
                      ContainsSubstring("has no statement 'oops'; line 7 cannot be read"));
}
