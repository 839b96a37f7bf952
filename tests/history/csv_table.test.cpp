// SPDX-License-Identifier: BSL-1.0
#include <headway/history/csv_table.hpp>

#include "../catch.hpp"

#include <cstdint>
#include <fstream>
#include <memory>
#include <sstream>

#include <headway/quantity/units.hpp>
#include <headway/trend/series.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using hw::missing_cells;

namespace {

std::string message_of(const std::string& text, const char* date_column = "year", const char* value_column = "cost",
                       missing_cells missing = missing_cells::refuse) {
    try {
        static_cast<void>(hw::csv_table(text).observations(date_column, value_column, usd, missing));
    } catch (const hw::parse_error& e) {
        return e.what();
    }
    return "read";
}

TEST_CASE("a table of RFC 4180: quotes, doubled quotes, commas and line breaks in cells") {
    const std::string text = "\xef\xbb\xbf"
                             "name, year ,\"cost, USD\"\r\n"
                             "\"GPT-4 \"\"turbo\"\"\",2023,3.5\r\n"
                             "\"two\r\nlines, one cell\",2024.5,\"4\"\r\n"
                             "\r\n"
                             ",2025-03-01,\"\"";
    const hw::csv_table table(text);
    REQUIRE(table.column_count() == 3);
    CHECK(table.column_name(0) == "name");
    CHECK(table.column("year") == 1);
    CHECK(table.column(" cost, USD") == 2);
    REQUIRE(table.row_count() == 3);
    CHECK(table.cell(0, 0) == "GPT-4 \"turbo\"");
    CHECK(table.cell(1, 0) == "two\r\nlines, one cell");
    CHECK(table.cell(1, 2) == "4");
    CHECK(table.cell(2, 0).empty());
    CHECK(table.cell(2, 1) == "2025-03-01");

    std::istringstream stream(text);
    CHECK(hw::load_csv(stream).cell(1, 0) == table.cell(1, 0));
    std::istringstream longer(text + "\n" + std::string(10'000, '\n') + "x,1,2");  // than the buffer that it is read by
    CHECK(hw::load_csv(longer).cell(3, 0) == "x");
    CHECK(hw::csv_table("a,b").row_count() == 0);
    CHECK(hw::csv_table("a,b\n").row_count() == 0);
    CHECK(hw::csv_table("a\n1\n2").row_count() == 2);
}

TEST_CASE("dates are a year, a decimal year or a calendar day, values are in the unit of the caller") {
    const hw::csv_table table("year,cost\n2024-03-01,2\n 2023 , 1e0 \n2024.5,+3.25\n-500,0\n");
    const auto costs = table.observations("year", "cost", million_usd, missing_cells::refuse);
    CHECK(costs == hw::observations{hw::observation(hw::date::decimal(-500.0), 0.0 * million_usd),
                                    hw::observation(2023y / 1 / 1, 1.0 * million_usd),
                                    hw::observation(2024y / 3 / 1, 2.0 * million_usd),
                                    hw::observation(hw::date::decimal(2024.5), 3.25 * million_usd)});
    const auto plain = table.observations("year", "cost", 1, missing_cells::refuse);
    static_assert(std::is_same_v<decltype(plain), const hw::observations<double>>);
    CHECK(plain[1].value == 1.0);
    CHECK(hw::series(hw::interpolation::linear, costs.points())(hw::date(2023y / 1 / 1)) == 1.0 * million_usd);
}

TEST_CASE("years are moved within themselves where a column has one notation of them") {
    const auto read = [](const std::string& rows, hw::period_date periods) {
        hw::csv_options options;
        options.periods = periods;
        return hw::csv_table("year,cost\n" + rows, options).observations("year", "cost", 1, missing_cells::refuse);
    };
    const auto middle = read("2023,1\n2024,2\n2025-03-01,3\n", hw::period_date::middle);
    REQUIRE(middle.size() == 3);
    CHECK(middle[0].when == hw::date::decimal(2023.5));
    CHECK(middle[1].when == hw::date::decimal(2024.5));
    CHECK(middle[2].when == hw::date(2025y / 3 / 1));
    const auto last = read("2023,1\n2024,2\n", hw::period_date::last_day);
    CHECK(last[0].when == hw::date(2023y / 12 / 31));
    CHECK(last[1].when == hw::date(2024y / 12 / 31));
    const auto decimal = read("2023.5,1\n2025-03-01,3\n2026.25,2\n", hw::period_date::middle);
    CHECK(decimal[0].when == hw::date::decimal(2023.5));
    CHECK(decimal[2].when == hw::date::decimal(2026.25));
    CHECK_THROWS_WITH(read("2023,1\n2024.5,2\n", hw::period_date::middle),
                      Catch::Matchers::ContainsSubstring("line 3, column 1: got \"2024.5\", expected a year without"));
    CHECK_THROWS_WITH(read("2023.5,1\n2024,2\n", hw::period_date::last_day),
                      Catch::Matchers::ContainsSubstring("expected a decimal year, as in line 2"));
    CHECK(read("2023.5,1\n2024,2\n", hw::period_date::first_day).size() == 2);
}

TEST_CASE("years may be taken as evenly long") {
    const hw::csv_table table("year,cost\n1970,1\n1971,1\n2024.5,1\n2023-03-01,1\n1900,1\n2100,1");
    const auto even = table.observations("year", "cost", usd, missing_cells::refuse, hw::decimal_years::even);
    const auto calendar = table.observations("year", "cost", usd, missing_cells::refuse, hw::decimal_years::calendar);
    CHECK(even[2].when - even[1].when == 1.0 * year);
    CHECK(calendar[2].when - calendar[1].when == 365.0 * day);
    CHECK(even[4].when == hw::date(1970y / 1 / 1) + 54.5 * year);
    CHECK(calendar[4].when == hw::date::decimal(2024.5));
    CHECK(even[3].when == calendar[3].when);
    for (std::size_t i = 0; i < even.size(); ++i) {
        CHECK(hw::abs((even[i].when - calendar[i].when).in(day)) <= 2.0);
    }
}

TEST_CASE("a missing cell is refused or skipped, as the caller says") {
    const std::string text = "year,cost\n2020,1\n2021,\n2022, NA\n,3\n2024,n/a\nNaN,4\n2026,5";
    CHECK_THAT(message_of(text),
               Catch::Matchers::StartsWith("line 3, column 6: got \"\", expected a value; to leave out "
                                           "rows without one say missing_cells::skip\nline 4"));
    const auto kept = hw::csv_table(text).observations("year", "cost", usd, missing_cells::skip);
    CHECK(kept ==
          hw::observations{hw::observation(2020y / 1 / 1, 1.0 * usd), hw::observation(2026y / 1 / 1, 5.0 * usd)});
}

TEST_CASE("rows are chosen by what another column holds") {
    const hw::csv_table table("chip,year,units\nA100,2022,10\nH100,2022,20\n A100,2023,30\nA100 ,2021,5");
    const auto chosen = table.where("chip", "A100");
    CHECK(chosen.row_count() == 3);
    CHECK(chosen.observations("year", "units", chip, missing_cells::refuse)[2].value == 30.0 * chip);
    CHECK(table.where("chip", "B200").observations("year", "units", chip, missing_cells::refuse).empty());
    CHECK_THROWS_AS(table.where("model", "A100"), hw::parse_error);
}

TEST_CASE("a table that cannot be read is refused with its place") {
    CHECK(message_of("year,cost\n2020,1\n2021,cheap") ==
          "line 3, column 6: got \"cheap\", expected a number; if this says that the value is missing, say .missing = "
          "{\"cheap\"} and missing_cells::skip");
    CHECK(message_of("year,cost\n2020,1\n2021,about 3") == "line 3, column 6: got \"about 3\", expected a number");
    CHECK(message_of("year,cost\n2020,1\n2021,\"1,000\"") ==
          "line 3, column 6: got \"1,000\", expected a number; of decimal commas say .decimal = ',', of thousands "
          "separators .thousands = ','");
    CHECK(message_of("year,cost\n2020,inf") ==
          "line 2, column 6: got \"inf\", expected a finite number; if this says that the value is missing, say "
          ".missing = {\"inf\"} and missing_cells::skip");
    for (const char* const number : {"1e400", "1e-400", "-1e-400", "123456789e301"}) {
        CHECK(message_of("year,cost\n2020," + std::string(number)) ==
              "line 2, column 6: got \"" + std::string(number) +
                  "\", expected a number that is neither too large nor too small for a double");
    }
    CHECK(message_of("year,cost\n2020,0e-400") == "read");
    const std::string date =
        "expected a date: a year, a decimal year, 2024-03-01, 2024-03 or 2024Q1; another form is said by .dates = "
        "\"%m/%d/%Y\"";
    CHECK(message_of("year,cost\n1/1/2022,5") == "line 2, column 1: got \"1/1/2022\", " + date);
    CHECK(message_of("year,cost\n2023-02-29,5") == "line 2, column 1: got \"2023-02-29\", " + date);
    CHECK(message_of("year,cost\n2023-0a-01,5") == "line 2, column 1: got \"2023-0a-01\", " + date);
    CHECK(message_of("year,cost\n99999,5") == "line 2, column 1: got \"99999\", " + date);
    CHECK(message_of("year,price\n2020,1") == "line 1, column 1: got \"year\", expected a column \"cost\"; the columns "
                                              "found are \"year\", \"price\"");
    CHECK(message_of("year,cost,cost\n2020,1,2") ==
          "line 1, column 11: got \"cost\", expected one column of this name, there are two");
    CHECK(message_of("") == "line 1, column 1: got \"\", expected a line with the names of the columns");
    CHECK(message_of("\n\r\n") == "line 1, column 1: got \"\", expected a line with the names of the columns");
    CHECK(message_of("year,cost\n2020") ==
          "line 2, column 1: got \"2020\", expected 2 cells in a row, as in the header, "
          "not 1; of rows that lack cells at their end say .short_rows = true");
    CHECK(message_of("year,cost\n\"a\nb\",1,2") ==
          "line 2, column 6: got \"2\", expected 2 cells in a row, as in the header, not 3; a cell that has the "
          "separator belongs into quotes");
    CHECK(message_of("year,cost\n20\"20,1") ==
          "line 2, column 3: got \"20\"20,1\", expected a cell that has a quote to be "
          "put into quotes, \"like \"\"this\"\"\"");
    CHECK(message_of("year,cost\n2020,\"1\" \n2021,2") ==
          "line 2, column 9: got \" \", expected a comma or the end of the line after the closing quote");
    CHECK(message_of("year,cost\n2020,\"1\n2021,2\n") ==
          "line 2, column 6: got \"\"1\", expected a closing quote for this cell");
    CHECK(message_of("year,cost\r2020,1") ==
          "line 1, column 10: got \"\\x0d2020,1\", expected lines to end with LF or CR LF");
    CHECK(message_of("year,cost\n2020," + std::string(1'000, 'x')) ==
          "line 2, column 6: got \"" + std::string(60, 'x') + "...\", expected a number");
    // A place after a quoted cell of two lines counts from the line that it stands on.
    CHECK(message_of("note,year,cost\n\"a\nb\",2020,x", "year", "cost") ==
          "line 3, column 9: got \"x\", expected a number; if this says that the value is missing, say .missing = "
          "{\"x\"} and missing_cells::skip");
    // What a unit makes of a number counts too: 1e300 of 1e9 USD, 1e-320 of 1e-9 USD.
    CHECK_THROWS_WITH(
        hw::csv_table("year,cost\n2020,1\n2021,1e300").observations("year", "cost", billion_usd, missing_cells::refuse),
        "line 3, column 6: got \"1e300\", expected a number that its unit makes neither too large nor too "
        "small for a double");
    CHECK_THROWS_AS(
        hw::csv_table("year,cost\n2020,1e-320").observations("year", "cost", 1e-9 * usd, missing_cells::refuse),
        hw::parse_error);
}

TEST_CASE("all faults of a table are told at once, in the order of the text") {
    const auto faults_of = [](const auto& read) {
        std::vector<std::string> places;
        try {
            read();
        } catch (const hw::parse_errors& faults) {
            for (const auto& fault : faults) {
                places.push_back(std::to_string(fault.line()) + ":" + std::to_string(fault.column()));
            }
        }
        return places;
    };
    using list = std::vector<std::string>;
    CHECK(faults_of([] {
              static_cast<void>(hw::csv_table("a,b\n1,2\n3\n\"4\"x,5\n6,7,8\n9,1\"0\n1,2\n\"no end,1\n2,3"));
          }) == list{"3:1", "4:4", "5:5", "6:4", "8:1"});
    CHECK(faults_of([] { static_cast<void>(hw::csv_table("a,b\"\n1,2\n3\n4,\"5\" \n")); }) == list{"1:4", "4:6"});
    const hw::csv_table cells("year,cost\n2020,1\nsoon,2\n2022,\n2023-02-30,dear\n,4\n2025,5");
    CHECK(faults_of([&] { static_cast<void>(cells.observations("year", "cost", usd, missing_cells::refuse)); }) ==
          list{"3:1", "4:6", "5:1", "5:12", "6:1"});
    CHECK(faults_of([&] { static_cast<void>(cells.observations("year", "cost", usd, missing_cells::skip)); }) ==
          list{"3:1", "5:1", "5:12"});
    CHECK(faults_of([&] { static_cast<void>(cells.observations("when", "price", usd, missing_cells::skip)); }) ==
          list{"1:1", "1:1"});
    // Of a thousand it stops looking.
    std::string long_text = "year,cost\n";
    for (int i = 0; i < 2000; ++i) long_text += "2020,x\n";
    CHECK(faults_of([&] {
              static_cast<void>(hw::csv_table(long_text).observations("year", "cost", usd, missing_cells::skip));
          }).size() == 1000);
    std::string short_rows = "year,cost\n";
    for (int i = 0; i < 2000; ++i) short_rows += "2020\n";
    CHECK(faults_of([&] { static_cast<void>(hw::csv_table(short_rows)); }).size() == 1000);
}

TEST_CASE("another separator than the one that is said is named, wherever it shows") {
    const auto named = [](const std::string& text, const char* separator, const hw::csv_options& options = {}) {
        try {
            static_cast<void>(hw::csv_table(text, options).column("cost"));
        } catch (const hw::parse_error& e) {
            CHECK_THAT(e.what(),
                       Catch::Matchers::ContainsSubstring("say .separator = '" + std::string(separator) + "'"));
            return true;
        }
        return false;
    };
    CHECK(named("year;cost\n2020;1", ";"));
    CHECK(named("year;cost\n2020;1,5\n2021;2,5", ";"));
    CHECK(named("year\tcost\n2020\t1", "\\t"));
    CHECK(named("year|cost\n2020|1", "|"));
    CHECK(named("year,cost\n2020,1", ",", {.separator = ';'}));
    CHECK(named("year;cost;what, in words\n2020;1;dear\n", ";"));  // equally many by the other, not by the comma
    CHECK(named("year;cost, USD\n2020;1,5\n", ";"));               // equally many by either
    CHECK(named("sep=;\nyear;cost\n2020;1", ";"));
    CHECK_THROWS_WITH(
        hw::csv_table("\xEF\xBB\xBFyear;cost\n2020;1"),
        "line 1, column 5: got \";\", expected ',' between cells; the line has ';', for a table with that "
        "between its cells say .separator = ';'");
    CHECK_THROWS_WITH(hw::csv_table("sep=;\nyear;cost"), Catch::Matchers::ContainsSubstring(".skip_lines = 1"));
    // One column whose name has another separator in quotes is one column.
    CHECK(hw::csv_table("\"a;b\"\n1\n2").row_count() == 2);
    CHECK(hw::csv_table("a;b,c\n1,2").column_count() == 2);
}

TEST_CASE("an encoding other than UTF-8 is named, and a stream that cannot be read") {
    CHECK_THROWS_WITH(hw::csv_table(std::string_view("\xFF\xFEy\0e\0a\0r\0", 10)),
                      Catch::Matchers::ContainsSubstring("this is UTF-16 (little-endian), save it as UTF-8"));
    CHECK_THROWS_WITH(hw::csv_table("year,where\n2020,Malm\xF6\n"),
                      Catch::Matchers::StartsWith("line 2, column 10: got \"\\xf6"));
    CHECK(hw::csv_table("year,where\n2020,Malm\xC3\xB6\n").cell(0, 1) == "Malm\xC3\xB6");
    std::ifstream none("no such file.csv");
    CHECK_THROWS_WITH(hw::load_csv(none), Catch::Matchers::StartsWith("load_csv: the stream cannot be read: "));
    std::istringstream twice("a\n1\n");
    CHECK(hw::load_csv(twice).row_count() == 1);
    CHECK_THROWS_WITH(hw::load_csv(twice), Catch::Matchers::ContainsSubstring("read to its end before"));
}

TEST_CASE("cells of rows of many columns are found, in chosen rows and in copies that outlive their table too") {
    const auto text_of = [](int row, int column) {
        return (column % 5 == 0 ? "\"" : "") + std::to_string(row) + (column % 7 == 0 ? "" : "." + std::to_string(column)) +
               (column % 10 == 0 ? "\"\"" : "") + (column % 5 == 0 ? "\"" : "");
    };
    const auto meant = [](std::string text) {
        if (text.front() == '"') text = text.substr(1, text.size() - 2);
        return text.ends_with("\"\"") ? text.substr(0, text.size() - 1) : text;
    };
    for (const int columns : {15, 16, 17, 32, 33, 50}) {
        std::string text;
        for (int c = 0; c < columns; ++c) text += (c == 0 ? "c0" : ",c" + std::to_string(c));
        for (int r = 0; r < 5; ++r) {
            text += r % 2 == 0 ? "\n\n" : "\r\n";
            // The fourth row lacks its cells from the 16th on.
            for (int c = 0; c < (r == 3 ? 15 : columns); ++c) text += (c == 0 ? "" : ",") + text_of(r, c);
        }
        hw::csv_options options;
        options.short_rows = true;
        auto table = std::make_unique<hw::csv_table>(text, options);
        const hw::csv_table chosen = table->where("c7", "4");
        const hw::csv_table copy = *table;
        table.reset();
        REQUIRE(copy.row_count() == 5);
        for (int r = 0; r < 5; ++r) {
            for (int c = 0; c < columns; ++c) {
                const auto at = [](int n) { return static_cast<std::size_t>(n); };
                const std::string wanted = r == 3 && c >= 15 ? "" : meant(text_of(r, c));
                CHECK(copy.cell(at(r), at(c)) == wanted);
                if (r == 4) CHECK(chosen.cell(0, at(c)) == wanted);
            }
        }
        CHECK(chosen.row_count() == 1);
    }
}

TEST_CASE("places are those of the text as it came, behind doubled quotes and line breaks in cells too") {
    CHECK_THAT(message_of("note,year,cost\n\"\"\"a\"\"\",2020,x"), Catch::Matchers::StartsWith("line 2, column 14: "));
    CHECK_THAT(message_of("note,year,cost\n\"\"\"a\"\"\nb\"\"\",2020,x"), Catch::Matchers::StartsWith("line 3, column 11: "));
    CHECK_THAT(message_of("note,year,cost\n\"\"\"\",2020,1\n\"\n\n\"\"\",\"20\"\"20\",1"),
               Catch::Matchers::StartsWith("line 5, column 5: got \"20\"20\""));
    CHECK_THAT(message_of("cost,note,year\nx,\"\"\"\n\",soon\ny,\"\n\",2020"),
               Catch::Matchers::Matches("line 2, column 1: .*\nline 3, column 3: .*\nline 4, column 1: (.|\n)*"));
    // Empty cells that a row lacks stand at its end, behind a closing quote too.
    try {
        hw::csv_options options;
        options.short_rows = true;
        static_cast<void>(hw::csv_table("a,year,cost\n1,\"2020\"\n\"x\"\"\"", options)
                              .observations("year", "cost", 1, missing_cells::refuse));
        CHECK(false);
    } catch (const hw::parse_errors& faults) {
        REQUIRE(faults.size() == 2);
        CHECK(faults[0].column() == 9);
        CHECK(faults[1].line() == 3);
        CHECK(faults[1].column() == 6);
    }
}

// Any bytes give a value or a parse_error.
void read_somehow(const std::string& text, int& read, int& refused) {
    try {
        const hw::csv_table table(text);
        static_cast<void>(table.observations(table.column_name(0), table.column_name(table.column_count() - 1),
                                             million_usd, missing_cells::skip));
        ++read;
    } catch (const hw::parse_error&) {
        ++refused;
    }
}

TEST_CASE("random bytes and damaged tables give a value or a parse error and nothing else") {
    std::uint64_t state = 2025;
    const auto next = [&state](std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % below;
    };
    const std::string valid = "year,name,cost\r\n2020.5,\"a \"\"b\"\", c\",1e3\n2021-03-01,\"x\ny\",-.5\r\n2022,,7\n";
    const std::string bytes_of_tables = "\",\r\n.-+eE0123456789ya ";
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        const std::uint64_t length = next(60);
        for (std::uint64_t k = 0; k < length; ++k) {
            text += i % 2 == 0 ? static_cast<char>(next(256)) : bytes_of_tables[next(bytes_of_tables.size())];
        }
        read_somehow(text, read, refused);

        std::string damaged = valid;
        for (std::uint64_t k = next(4) + 1; k > 0; --k) {
            const std::size_t at = next(damaged.size());
            switch (next(4)) {
            case 0:
                damaged[at] = static_cast<char>(next(256));
                break;
            case 1:
                damaged.erase(at, next(5) + 1);
                break;
            case 2:
                damaged.insert(at, 1, bytes_of_tables[next(bytes_of_tables.size())]);
                break;
            default:
                damaged.insert(at, damaged.substr(next(damaged.size()), next(9)));
                break;
            }
            if (damaged.empty()) damaged = "0";
        }
        read_somehow(damaged, read, refused);
    }
    CHECK(read > 1'000);
    CHECK(refused > 1'000);
}

}  // namespace
