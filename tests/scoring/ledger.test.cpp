// SPDX-License-Identifier: BSL-1.0
#include <headway/scoring/ledger.hpp>

#include "../catch.hpp"

#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();
const std::string header = "entry,id,date,who,question,unit,value,due,source,seed,version\n";

/// What is wrong with the lines under the header, one text for each fault.
std::vector<std::string> faults_of(const std::string& lines) {
    std::vector<std::string> all;
    try {
        (void)ledger(header + lines);
    } catch (const parse_errors& faults) {
        for (const auto& fault : faults) all.push_back(fault.what());
    }
    return all;
}
std::string only_fault_of(const std::string& lines) {
    const auto all = faults_of(lines);
    REQUIRE(all.size() == 1);
    return all[0];
}

}  // namespace

TEST_CASE("statements of numbers, dates and events are read with their answers") {
    const ledger book(
        "# Comments and empty lines count for nothing.\n\n" + header +
        "state,fall,2025-02-06,D. Amodei,Fall of training cost,per year,5 %: 3 | 50 %: 4 | 0.95: 5.5,2026-02-06,"
        "ChinaTalk,17,0.2.0\n"
        "state,\"fab, 2\",2026-01-15,TSMC,\"Volume, \"\"second\"\" fab\",date,10 %: 2027-07-01 | 50 %: never,"
        "2029-01-01\n"
        "  # and here\n"
        "state,lead,2025-02-06,D. Amodei,No lead above two years,event,90 %,2030-12-31,,,\n"
        "state,point,2025-02-06,E. Schmidt,80 billion USD,billion USD,80,,,,\n"
        ",,,,,,,,,,\n"
        "resolve,fall,2026-03-03,,,,3,,\"Epoch AI, \"\"thread\"\"\",,\n"
        "resolve,lead,2026-11-29,,,,Yes\n"
        "resolve,\"fab, 2\",2029-02-01,,,,never\n"
        "correct,fall,2026-05-01,,,,3.5,,Epoch AI,,\n");
    REQUIRE(book.size() == 4);
    const ledger_entry& fall = *book.find("fall");
    CHECK((fall.said == date(2025y / 2 / 6) && fall.who == "D. Amodei" && fall.unit == "per year"));
    CHECK((fall.kind == stated_kind::number && fall.source == "ChinaTalk" && fall.seed == 17U &&
           fall.version == "0.2.0"));
    CHECK(fall.quantiles == quantile_grid({{0.05, 3.0}, {0.5, 4.0}, {0.95, 5.5}}));
    CHECK((fall.due == date(2026y / 2 / 6) && fall.line == 4));
    REQUIRE(fall.is_resolved());
    CHECK((fall.answer->value == 3.5 && fall.answer->on == date(2026y / 5 / 1) && fall.answer->line == 13));
    REQUIRE(fall.corrected.size() == 1);
    CHECK((fall.corrected[0].value == 3.0 && fall.corrected[0].source == "Epoch AI, \"thread\""));
    const ledger_entry& fab = *book.find("fab, 2");
    CHECK((fab.question == "Volume, \"second\" fab" && fab.kind == stated_kind::calendar_date));
    CHECK(fab.quantiles == quantile_grid({{0.1, date(2027y / 7 / 1).seconds_since_1970()}, {0.5, never}}));
    CHECK(fab.answer->value == never);
    CHECK((book.find("lead")->probability == 0.9 && book.find("lead")->answer->value == 1.0));
    CHECK(book.find("point")->quantiles == quantile_grid({{0.5, 80.0}}));
    CHECK(book.find("nobody") == nullptr);
    CHECK(book.faults().empty());
}

TEST_CASE("what is open is told by due date, and what is overdue on a day") {
    const ledger book(header + "state,a,2025-01-01,x,q,,1,2028-01-01\nstate,b,2025-01-01,x,q,,1\n"
                               "state,c,2025-01-01,x,q,,1,2026-01-01\nstate,d,2025-01-01,x,q,,1,2026-02-01\n"
                               "resolve,d,2026-02-02,,,,1\n");
    const auto open = book.unresolved();
    REQUIRE(open.size() == 3);
    CHECK((open[0].id == "c" && open[1].id == "a" && open[2].id == "b"));
    REQUIRE(book.overdue(2026y / 1 / 1).size() == 1);
    CHECK(book.overdue(2026y / 1 / 1)[0].id == "c");
    CHECK(book.overdue(2025y / 12 / 31).empty());
    CHECK(book.overdue(2028y / 1 / 1).size() == 2);
}

TEST_CASE("a spreadsheet may put the columns in another order, add some, and separate otherwise") {
    for (const char sign : {',', ';', '\t'}) {
        std::string text =
            "id,value,entry,our notes,unit,question,date\r\nx,1 %: 2 | 99 %: 3,state,\"so, so\",USD,\"Which?\","
            "2025-01-01,,\r\nx,2.5,resolve,,,,2025-06-01\r\n\"\",,,\r\n\"# a comment, in a cell\",,,,,,\r\n";
        if (sign != ',') {
            bool quoted = false;
            for (char& c : text) {
                if (c == '"') quoted = !quoted;
                if (c == ',' && !quoted) c = sign;
            }
        }
        const ledger book("\xEF\xBB\xBF" + text);
        REQUIRE(book.size() == 1);
        CHECK((book.begin()->unit == "USD" && book.begin()->answer->value == 2.5));
    }
}

TEST_CASE("every fault is told with line, column, what stands there and what was expected") {
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,5 %: 3 | 4 %: 5\n") ==
          "line 2, column 34: got \"4 %: 5\", expected quantiles in order (the probabilities must increase)");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,5 %: 3 | 50 %: 2 | 90 %: 9\n") ==
          "line 2, column 34: got \"50 %: 2\", expected quantiles in order (the quantiles must not decrease)");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,5 %: 3; 50 %: 4\n") ==
          "line 2, column 31: got \"; 50 %: 4\", expected a | and a further quantile, or the end");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,105 %: 3 | 50 %: 4\n") ==
          "line 2, column 25: got \"105 %\", expected a probability between 0 and 1, such as 0.7 or 70 %");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,5 %: soon\n") == "line 2, column 30: got \"soon\", expected a number");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,,\n") == "line 2, column 25: got \"the end\", expected a number");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,date,50 %: 2027-13-01\n") ==
          "line 2, column 35: got \"2027-13-01\", expected a day that its month has");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,date,50 %: never\n") ==
          "line 2, column 29: got \"50 %: never\", expected a due date in its column where a quantile is never: by "
          "then it is known");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,USD,50 %: infinite,2026-01-01\n") ==
          "line 2, column 28: got \"50 %: infinite\", expected a finite quantile; state a date, or the event that "
          "there is a value");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,event,1.2\n") ==
          "line 2, column 30: got \"1.2\", expected a probability between 0 and 1, such as 0.7 or 70 %");
    CHECK(only_fault_of("state,a,2025-02-30,x,q,event,0.2\n") ==
          "line 2, column 9: got \"2025-02-30\", expected a day that its month has");
    CHECK(only_fault_of("state,a,never,x,q,event,0.2\n") ==
          "line 2, column 9: got \"never\", expected the day on which it was said");
    CHECK(only_fault_of("state,,2025-01-01,x,q,event,0.2\n") ==
          "line 2, column 7: got \"nothing\", expected an id, by which the statement is resolved");
    CHECK(only_fault_of("state,a,2025-01-01,,q,event,0.2\n") ==
          "line 2, column 20: got \"nothing\", expected who said it, in the column who");
    CHECK(only_fault_of("state,a,2025-01-01,x,,event,0.2\n") ==
          "line 2, column 22: got \"nothing\", expected a question");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,event,0.2,2024-01-01\n") ==
          "line 2, column 34: got \"2024-01-01\", expected a due date that is not before the statement");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,event,0.2,,,12x\n") ==
          "line 2, column 36: got \"12x\", expected a seed, a whole number from 0 to 2^64 - 1, or nothing");
    CHECK(only_fault_of("stat,a,2025-01-01,x,q,event,0.2\n") ==
          "line 2, column 1: got \"stat\", expected state, resolve or correct; did you mean state?");
    CHECK(only_fault_of("state,\"a,2025-01-01,x,q,event,0.2\n") ==
          "line 2, column 7: got \"\"a,2025-01-01,x,q,event,0.2\", expected a closing quote on the same line");
    CHECK(only_fault_of("state,\"a\"b,2025-01-01,x,q,event,0.2\n") ==
          "line 2, column 10: got \"b,2025-01-01,x,q,event,0.2\", expected a \",\" behind the closing quote; write a "
          "quote within "
          "quotes twice");
    CHECK_THAT(only_fault_of("state,a,2025-01-01,caf\xE9,q,event,0.2\n"), ContainsSubstring("text in UTF-8"));
    for (const char* const shown : {"12.05.2025", "05/12/2025", "2025/05/12", "2025.05.12"}) {
        CHECK(only_fault_of("state,a," + std::string(shown) + ",x,q,event,0.2\n") ==
              "line 2, column 9: got \"" + std::string(shown) + "\", expected a date, such as 2026-11-21 or 2026.5");
    }
    const std::string nul("state,a,2025-01-01,x,q,ev\0ent,0.2\n", 34);
    CHECK_THAT(only_fault_of(nul), ContainsSubstring("line 2, column 26") && ContainsSubstring("a NUL byte is none"));
}

TEST_CASE("answers that do not fit their statement are faults") {
    const std::string a = "state,first one,2025-01-01,x,q,,1\n";
    CHECK(only_fault_of(a + "resolve,frist one,2025-06-01,,,,1\n") ==
          "line 3, column 9: got \"frist one\", expected the id of a statement; did you mean 'first one'?");
    CHECK(only_fault_of(a + "resolve,first one,2024-06-01,,,,1\n") ==
          "line 3, column 19: got \"2024-06-01\", expected a day that is not before the statement, 2025-01-01");
    CHECK(only_fault_of(a + "resolve,first one,2025-06-01,,,,1\nresolve,first one,2025-06-02,,,,2\n") ==
          "line 4, column 9: got \"first one\", expected a statement that is not resolved yet, or correct in place of "
          "resolve; it "
          "was resolved in line 3");
    CHECK(only_fault_of(a + "correct,first one,2025-06-01,,,,1\n") ==
          "line 3, column 9: got \"first one\", expected a statement that is resolved; resolve it first");
    CHECK(only_fault_of(a + "resolve,first one,2025-06-01,,,,infinite\n") ==
          "line 3, column 33: got \"infinite\", expected a finite value");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,event,0.2\nresolve,a,2025-06-01,,,,0.7\n") ==
          "line 3, column 25: got \"0.7\", expected yes or no: whether it happened");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,date,2026-01-01,2027-01-01\nresolve,a,2025-06-01,,,,never\n") ==
          "line 3, column 25: got \"never\", expected a date, or never on the due date or later: until then it may "
          "still happen");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,date,2026-01-01\nresolve,a,2025-06-01,,,,never\n") ==
          "line 3, column 25: got \"never\", expected a date; never needs a due date in the statement");
    CHECK(only_fault_of("state,a,2025-01-01,x,q,date,2026-01-01\nresolve,a,2025-08-01,,,,2026-03-01\n") ==
          "line 3, column 25: got \"2026-03-01\", expected a date that is not after the day on which it was known, "
          "2025-08-01");
    CHECK(only_fault_of("state,e,2025-01-01,x,q,event,0.2,2030-01-01\nresolve,e,2025-03-01,,,,no\n") ==
          "line 3, column 25: got \"no\", expected yes, or no on the due date, 2030-01-01, or later: until then it may "
          "still happen");
    CHECK(faults_of("state,e,2025-01-01,x,q,event,0.2,2030-01-01\nresolve,e,2025-03-01,,,,yes\n").empty());
    CHECK(only_fault_of(a + "state,b,2025-01-01,x,q,,1\nstate,first one,2025-02-01,x,q,,2\n") ==
          "line 4, column 1: got \"first one\", expected each id once; it is stated in line 2 already");
}

TEST_CASE("a comma without quotes is told as what it is") {
    CHECK(only_fault_of("state,a,2025-01-01,x,Does it, really?,,5,2026-01-01,,,0.2.0\n") ==
          "line 2, column 55: got \"12 cells\", expected the 11 cells of the header line; put a cell with a \",\" in "
          "quotes");
    // Also where the cells beyond are empty.
    CHECK(only_fault_of("state,a,2025-01-01,x,Does it, really?,,5,,,,\n") ==
          "line 2, column 45: got \"12 cells\", expected the 11 cells of the header line; put a cell with a \",\" in "
          "quotes");
    CHECK(only_fault_of("state,a,2025-01-01,x,Does it, or not,,5\n") ==
          "line 2, column 39: got \"5\", expected a due date that is not before the statement; put a cell that has a "
          "comma in quotes");
    CHECK_THAT(only_fault_of("state,a,2025-01-01,x,q,,5,,,,,\nresolve,a,2025-02-01,,,,4,,seen, twice,,0.2.0\n"),
               ContainsSubstring("line 3, column 41: got \"12 cells\""));
    // Empty cells behind a line that can be read do no harm.
    CHECK(faults_of("state,a,2025-01-01,x,q,,5,,,,,,,\n").empty());
}

TEST_CASE("values may have a unit of the statement's dimension behind them") {
    const auto answer = [](const std::string& unit, const std::string& value) {
        const ledger book(header + "state,a,2025-01-01,x,q," + unit + ",1\nresolve,a,2025-06-01,,,," + value + "\n");
        return book.find("a")->answer->value;
    };
    CHECK(answer("million USD", "2000 thousand USD") == 2.0);
    CHECK(answer("million USD", "2") == 2.0);
    CHECK(answer("million USD", "2 million USD") == 2.0);
    CHECK(answer("USD per chip-hour", "0.5 USD/chip-hour") == 0.5);
    CHECK(answer("points", "3 points") == 3.0);
    CHECK(answer("", "30 %") == 0.3);
    const ledger book(header +
                      "state,a,2025-01-01,x,q,million USD,5 %: 900 thousand USD | 50 %: 1 | 95 %: 1.5 billion USD\n");
    CHECK(book.find("a")->quantiles == quantile_grid({{0.05, 0.9}, {0.5, 1.0}, {0.95, 1500.0}}));
    const std::string a = "state,a,2025-01-01,x,q,million USD,1\n";
    const std::string wanted =
        "expected a number of million USD, the unit of the statement, alone or with a unit of its kind";
    CHECK(only_fault_of(a + "resolve,a,2025-06-01,,,,2000 chips\n") == "line 3, column 30: got \"chips\", " + wanted);
    CHECK(only_fault_of(a + "resolve,a,2025-06-01,,,,2 million UDS\n") ==
          "line 3, column 27: got \"million UDS\", " + wanted);
    CHECK_THAT(only_fault_of("state,a,2025-01-01,x,q,points,1\nresolve,a,2025-06-01,,,,2 USD\n"),
               ContainsSubstring("expected a number of points, the unit of the statement"));
    CHECK_THAT(only_fault_of("state,a,2025-01-01,x,q,,1\nresolve,a,2025-06-01,,,,2 USD\n"),
               ContainsSubstring("expected no unit, for this is a number"));
}

TEST_CASE("what follows from a fault is no second one") {
    const std::string answers = "resolve,a,2025-06-01,,,,2.5\ncorrect,a,2025-07-01,,,,2\n";
    for (const char* const broken : {"state,a,soon,x,q,,3", "stat,a,2025-01-01,x,q,,3", "state,a,2025-01-01,x,\"q,,3",
                                     "state,a,2025-01-01,x,q, r,,3,,,,,"}) {
        CHECK_THAT(only_fault_of(std::string(broken) + "\n" + answers), ContainsSubstring("line 2"));
    }
    CHECK_THAT(only_fault_of("state,a,2025-01-01,x,q,,3\nresolve,a,soon,,,,1\ncorrect,a,2025-07-01,,,,2\n"),
               ContainsSubstring("line 3, column 11"));
    // Another id is one all the same.
    CHECK(faults_of("state,a,soon,x,q,,3\nresolve,b,2025-06-01,,,,2.5\n").size() == 2);
}

TEST_CASE("all faults are told at once, and what can be read of the rest is not lost") {
    const std::string text = header +
                             "state,a,2025-01-01,x,q,,1\nnonsense\nstate,b,2025-01-01,x,q,,2\nstate,c,soon,x,q,,3\n"
                             "resolve,b,2025-06-01,,,,2.5\n";
    CHECK_THROWS_AS(ledger(text), parse_errors);
    CHECK(faults_of(text.substr(header.size())).size() == 2);
    const ledger book(text, faulty_lines::skip);
    CHECK((book.size() == 2 && book.find("b")->is_resolved() && book.find("c") == nullptr));
    REQUIRE(book.faults().size() == 2);
    CHECK((book.faults()[0].line() == 3 && book.faults()[1].line() == 5));
}

TEST_CASE("a torn last line is told with line and column, and loses no other") {
    const std::string whole = header + "state,a,2025-01-01,x,q,,1,,,,0.2.0\nstate,b,2025-01-01,x,q,,2,,,,0.2.0\n";
    // Wherever the writer was killed: also where what is left would read as a statement.
    const std::size_t start = whole.find("state,b");
    for (std::size_t cut = start + 1; cut < whole.size(); ++cut) {
        const std::string torn = whole.substr(0, cut);
        try {
            (void)ledger(torn);
            FAIL("a torn line was read");
        } catch (const parse_errors& faults) {
            REQUIRE(faults.size() == 1);
            CHECK((faults.line() == 3 && faults.column() == cut - start + 1));
            CHECK_THAT(faults.what(), ContainsSubstring("got \"the end\", expected a line end: its writer was killed"));
        }
        CHECK(ledger(torn, faulty_lines::skip).size() == 1);
        // What the next writer makes of it.
        const ledger marked(torn + " <torn>\nstate,c,2025-01-01,x,q,,3\n", faulty_lines::skip);
        CHECK((marked.size() == 2 && marked.find("c") != nullptr));
        REQUIRE(marked.faults().size() == 1);
        CHECK((marked.faults()[0].line() == 3 && marked.faults()[0].got() == "<torn>"));
    }
    CHECK(ledger(whole).size() == 2);
    CHECK(ledger(whole + "# a comment without a line end").size() == 2);
}

TEST_CASE("what is no ledger is told so") {
    const auto first_fault = [](const std::string& text) {
        try {
            (void)ledger(text);
        } catch (const parse_errors& faults) {
            return std::string(faults.size() == 1 ? faults[0].what() : "several");
        }
        return std::string();
    };
    CHECK_THAT(first_fault("year,price\n2019,3\n"),
               ContainsSubstring("line 1, column 1: got \"year,price\", expected the header line of a ledger") &&
                   ContainsSubstring("the column entry is missing"));
    CHECK_THAT(first_fault("entry,id,id,date,question,unit,value\n"),
               ContainsSubstring("line 1, column 10") && ContainsSubstring("each column once"));
    CHECK_THAT(first_fault(std::string("\xFF\xFE"
                                       "e\0n\0",
                                       6)),
               ContainsSubstring("UTF-16"));
    CHECK(ledger("").empty());
    std::istringstream in(header);
    CHECK(load_ledger(in).empty());
    std::ifstream none("/no/such/file");
    CHECK_THROWS_WITH(load_ledger(none), ContainsSubstring("load_ledger: the stream cannot be read: no file is open"));
}

TEST_CASE("after a thousand faults reading stops") {
    std::string text = header;
    for (int i = 0; i < 1500; ++i) text += "nonsense\n";
    CHECK(ledger(text, faulty_lines::skip).faults().size() == 1000);
}
