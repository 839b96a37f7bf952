// SPDX-License-Identifier: BSL-1.0
#include <headway/history/csv_options.hpp>

#include "../catch.hpp"

#include <headway/history/csv_table.hpp>
#include <headway/history/fit_random_walk.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using hw::csv_options;
using hw::csv_table;
using hw::missing_cells;
using hw::period_date;

namespace {

/// What a cell of the column "value" is as a plain number.
double number(const std::string& cell, const csv_options& options) {
    return csv_table("year\tvalue\n2024\t" + cell, options)
        .observations("year", "value", 1, missing_cells::refuse)[0]
        .value;
}
hw::date date(const std::string& cell, const csv_options& options,
              hw::decimal_years years = hw::decimal_years::calendar) {
    return csv_table("when\tvalue\n" + cell + "\t1", options)
        .observations("when", "value", 1, missing_cells::refuse, years)[0]
        .when;
}
csv_options tabs() { return {.separator = '\t'}; }
template <class Read>
std::string message(const Read& read) {
    try {
        static_cast<void>(read());
    } catch (const hw::parse_error& e) {
        return e.what();
    }
    return "read";
}
hw::date at(int y, unsigned m, unsigned d, double seconds = 0.0) {
    return hw::date(std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d)) + seconds * second;
}

TEST_CASE("a table with semicolons, decimal commas and points between thousands") {
    const csv_table table("Jahr;Preis\n2020;\"1.234,5\"\n2021,5;0,25\n2022;1.000.000\n2023;-12\n2024;3,5e2\n",
                          {.separator = ';', .decimal = ',', .thousands = '.'});
    const auto prices = table.observations("Jahr", "Preis", usd, missing_cells::refuse);
    REQUIRE(prices.size() == 5);
    CHECK(prices[0].value == 1234.5 * usd);
    CHECK(prices[1] == hw::observation(hw::date::decimal(2021.5), 0.25 * usd));
    CHECK(prices[2].value == 1e6 * usd);
    CHECK(prices[3].value == -12.0 * usd);
    CHECK(prices[4].value == 350.0 * usd);
}

TEST_CASE("thousands separators stand between groups of three digits, and nowhere else") {
    auto comma = tabs();
    comma.thousands = ',';
    for (const auto& [cell, expected] : {std::pair{"1,234", 1234.0},
                                         {"-12,345.5", -12345.5},
                                         {"+123,456,789", 123456789.0},
                                         {"1234", 1234.0},
                                         {"1,000e2", 1e5},
                                         {"0.1234", 0.1234},
                                         {"1,234,567.89", 1234567.89}}) {
        CHECK(number(cell, comma) == expected);
    }
    for (const char* const cell : {"1,23", "1,2345", "12,34,567", ",123", "1,,234", "1234,567", "1,234,", "1.5,000",
                                   "1,234,5678", "1,a23", "-,123"}) {
        INFO(cell);
        CHECK_THROWS_AS(number(cell, comma), hw::parse_error);
    }
    auto space = tabs();
    space.thousands = " ";
    CHECK(number("1 234", space) == 1234.0);
    CHECK(number("1\xC2\xA0"
                 "234\xE2\x80\xAF"
                 "567.5",
                 space) == 1234567.5);
    auto apostrophe = tabs();
    apostrophe.thousands = "\xE2\x80\x99";
    CHECK(number("12\xE2\x80\x99"
                 "345",
                 apostrophe) == 12345.0);
    CHECK_THROWS_AS(number("12'345", apostrophe), hw::parse_error);
}

TEST_CASE("a number that is not read names the options that would read it") {
    const auto hint = [](const char* cell, const csv_options& options, const char* words) {
        INFO(cell);
        CHECK_THAT(message([&] { return number(cell, options); }), ContainsSubstring(words));
    };
    auto comma = tabs();
    comma.decimal = ',';
    hint("1,5", tabs(), "expected a number; of decimal commas say .decimal = ','");
    hint("1.234,5", tabs(), "expected a number; of this one say .decimal = ',' and .thousands = '.'");
    hint("1,234,567", tabs(), "expected a number; of thousands separators say .thousands = \",\"");
    hint("1 234", tabs(), "expected a number; of thousands separators say .thousands = \" \"");
    hint("1'234.5", tabs(), "expected a number; of thousands separators say .thousands = \"'\"");
    hint("1.5", comma, "expected a number with a decimal comma, as .decimal = ',' says");
    hint("1e999", comma, "neither too large nor too small");
    hint("n.a.", tabs(), "say .missing = {\"n.a.\"}");
}

TEST_CASE("a currency stands before or behind a number, if the caller names it") {
    auto dollar = tabs();
    dollar.thousands = ',';
    dollar.currency = '$';
    for (const auto& [cell, expected] : {std::pair{"$1,234.50", 1234.5},
                                         {"-$5", -5.0},
                                         {"$-5", -5.0},
                                         {"$ 7", 7.0},
                                         {"8 $", 8.0},
                                         {"9", 9.0},
                                         {"+$1e3", 1e3}}) {
        INFO(cell);
        CHECK(number(cell, dollar) == expected);
    }
    for (const char* const cell : {"$", "$$5", "-$-5",
                                   "\xE2\x82\xAC"
                                   "5",
                                   "5 USD", "$5$"}) {
        INFO(cell);
        CHECK_THROWS_AS(number(cell, dollar), hw::parse_error);
    }
    CHECK(number("12 EUR", {.separator = '\t', .currency = "EUR"}) == 12.0);
    CHECK_THAT(message([] { return number("$5", tabs()); }), ContainsSubstring("say .currency = \"$\""));
    CHECK_THAT(message([] { return number("5 EUR", tabs()); }), ContainsSubstring("say .currency = \"EUR\""));
}

TEST_CASE("a percent sign is a hundredth, once, and is not mixed with numbers without it") {
    const auto read = [](const std::string& cells, const auto& unit, bool percent_signs = true) {
        return csv_table("year,share\n" + cells, {.percent = percent_signs})
            .observations("year", "share", unit, missing_cells::refuse);
    };
    CHECK(read("2020,12 %\n2021,7%\n2022,0", 1)[0].value == 0.12);
    CHECK(read("2020,12 %\n2021,7%\n2022,0", 1)[1].value == 0.07);
    CHECK(read("2020,12.5%", percent)[0].value == 12.5 * percent);
    CHECK(read("2020,12.5\n2021,3%", percent)[0].value == 12.5 * percent);
    CHECK(read("2020,12.5\n2021,3%", percent)[1].value == 0.03 * (100.0 * percent));
    CHECK(read("2020,0.5\n2021,0%", 1)[0].value == 0.5);
    CHECK(message([&] { return read("2020,12%\n2021,13", 1); }) ==
          "line 3, column 6: got \"13\", expected a percent sign, as in line 2; where both stand the unit must be "
          "percent");
    CHECK(message([&] { return read("2020,0.12\n2021,0\n2022,13%", 1); }) ==
          "line 4, column 6: got \"13%\", expected no percent sign, as in line 2; where both stand the unit must be "
          "percent");
    CHECK_THAT(message([&] { return read("2020,12%", usd); }), ContainsSubstring("the unit is 1 or percent"));
    CHECK_THAT(message([&] { return read("2020,12%", 1e6); }), ContainsSubstring("the unit is 1 or percent"));
    CHECK_THAT(message([&] { return read("2020,12%", 1, false); }), ContainsSubstring("say .percent = true"));
    CHECK_THAT(message([&] { return read("2020,1%2", 1); }), ContainsSubstring("expected a number"));
    CHECK_THAT(message([&] { return read("2020,%", 1); }), ContainsSubstring("expected a number"));
}

TEST_CASE("the caller names what says that a value is missing") {
    const std::string text = "year,value\n2020,.\n2021,1\n2022, N.A. \n2023,Infinity\n2024,-999.0\n2025,\n2026,2\n-,3\n"
                             "2027,-inf\n2028,nan\n2029,NA\n";
    const csv_options named = {.missing = {".", "n.a.", "Infinity", "-999", "-", "-Infinity"}};
    const auto kept = csv_table(text, named).observations("year", "value", 1, missing_cells::skip);
    CHECK(kept == hw::observations{hw::observation(2021y / 1 / 1, 1.0), hw::observation(2026y / 1 / 1, 2.0)});
    // The policy is still the caller's, and a name stands for itself alone.
    CHECK_THAT(message([&] { return csv_table(text, named).observations("year", "value", 1, missing_cells::refuse); }),
               ContainsSubstring("line 2, column 6: got \".\", expected a value"));
    CHECK_THAT(message([&] {
                   return csv_table("year,value\n2020,-Infinity\n", {.missing = {"Infinity"}})
                       .observations("year", "value", 1, missing_cells::skip);
               }),
               ContainsSubstring("expected a finite number; if this says that the value is missing, say .missing = "
                                 "{\"-Infinity\"}"));
    CHECK(csv_table("year,value\n2020,99\n2021,9.99e2", {.missing = {"999"}})
              .observations("year", "value", 1, missing_cells::skip)
              .size() == 1);
}

TEST_CASE("rows may lack cells at their end, if the caller says so") {
    const std::string text = "YEAR,a,b,c\n,USD,USD,USD\n1990,1\n1991,2,5\n1992,3,6,7\n1993\n";
    const csv_table table(text, {.short_rows = true});
    REQUIRE(table.row_count() == 5);
    CHECK(table.cell(1, 3).empty());
    CHECK(table.observations("YEAR", "a", usd, missing_cells::skip).size() == 3);
    CHECK(table.observations("YEAR", "b", usd, missing_cells::skip).size() == 2);
    CHECK(table.observations("YEAR", "c", usd, missing_cells::skip)[0].value == 7.0 * usd);
    CHECK_THAT(
        message([&] { return table.where("YEAR", "1991").observations("YEAR", "c", usd, missing_cells::refuse); }),
        ContainsSubstring("line 4, column 9: got \"\", expected a value"));
    CHECK_THAT(message([&] { return csv_table(text); }), ContainsSubstring("say .short_rows = true"));
    CHECK_THAT(message([&] { return csv_table("a,b\n1,2,3", {.short_rows = true}); }),
               ContainsSubstring("2 cells in a row, as in the header, not 3"));
}

TEST_CASE("lines above the header and comments are passed over, and counted") {
    const std::string text = "\xEF\xBB\xBFSource: \"ours\n\nyear,value\n# a, b, c\n2020,x\n#\n2021,2";
    CHECK(csv_table(text, {.skip_lines = 1, .comment = '#'}).row_count() == 2);
    CHECK(message([&] {
              return csv_table(text, {.skip_lines = 2, .comment = '#'})
                  .observations("year", "value", 1, missing_cells::skip);
          }).find("line 5, column 6: got \"x\"") == 0);
    CHECK(csv_table("a\n1\n2", {.skip_lines = 2}).column_name(0) == "2");
    CHECK_THAT(message([] { return csv_table("a\n1\n2", {.skip_lines = 3}); }),
               ContainsSubstring("a line with the names of the columns"));
    CHECK_THAT(message([] { return csv_table("a\n1\n2", {.skip_lines = 30}); }),
               ContainsSubstring("a line with the names of the columns"));
    CHECK(csv_table("#a\n1", {}).column_name(0) == "#a");
}

TEST_CASE("months, quarters and years are the date that the caller names") {
    auto first = tabs();
    first.periods = period_date::first_day;
    auto middle = tabs();
    middle.periods = period_date::middle;
    auto last = tabs();
    last.periods = period_date::last_day;
    CHECK(date("2024-03", first) == at(2024, 3, 1));
    CHECK(date("2024-03", middle) == at(2024, 3, 16, 43200.0));
    CHECK(date("2024-02", middle) == at(2024, 2, 15, 43200.0));
    CHECK(date("2024-02", last) == at(2024, 2, 29));
    CHECK(date("2023-12", last) == at(2023, 12, 31));
    CHECK(date("2023-12", middle) == at(2023, 12, 16, 43200.0));
    for (const char* const quarter : {"2024Q1", "2024-Q1", "2024 Q1", "Q1 2024", "Q1-2024", "q1 2024", "2024q1"}) {
        INFO(quarter);
        CHECK(date(quarter, first) == at(2024, 1, 1));
        CHECK(date(quarter, middle) == at(2024, 2, 15, 43200.0));  // 91 days
        CHECK(date(quarter, last) == at(2024, 3, 31));
    }
    CHECK(date("2023Q4", first) == at(2023, 10, 1));
    CHECK(date("2023Q4", last) == at(2023, 12, 31));
    CHECK(date("2024", first) == at(2024, 1, 1));
    CHECK(date("2024", middle) == hw::date::decimal(2024.5));
    CHECK(date("2024", last) == at(2024, 12, 31));
    CHECK(date("2024", middle, hw::decimal_years::even) == hw::date(1970y / 1 / 1) + 54.5 * year);
    CHECK(date("2024", last, hw::decimal_years::even) == hw::date(1970y / 1 / 1) + 55.0 * year - 1.0 * day);
    CHECK(date("2024-03-05", middle) == at(2024, 3, 5));
    CHECK(date("2024.5", middle) == hw::date::decimal(2024.5));

    // Without the caller's word a month has no day; a year alone is its first.
    CHECK(date("2024", tabs()) == at(2024, 1, 1));
    CHECK(message([] { return date("2024-03", tabs()); }) ==
          "line 2, column 1: got \"2024-03\", expected a day; for a month say which date stands for it: .periods = "
          "period_date::first_day, middle or last_day");
    CHECK_THAT(message([] { return date("Q1 2024", tabs()); }), ContainsSubstring("for a quarter say which date"));
    for (const char* const none : {"2024-00", "2024-13", "2024-3", "2024Q0", "2024Q5", "Q5 2024", "Q 2024", "2024Q12",
                                   "24Q1", "2024-Q", "Q1 24"}) {
        INFO(none);
        CHECK_THROWS_AS(date(none, first), hw::parse_error);
    }
}

TEST_CASE("years that are moved within themselves do not mix with decimal years") {
    const auto read = [](const std::string& rows, std::optional<period_date> periods) {
        csv_options options;
        options.periods = periods;
        return csv_table("year,value\n" + rows, options).observations("year", "value", 1, missing_cells::refuse);
    };
    CHECK_THAT(message([&] { return read("2023.5,1\n2024,2\n", period_date::middle); }),
               ContainsSubstring("line 3, column 1: got \"2024\", expected a decimal year, as in line 2"));
    CHECK_THAT(message([&] { return read("2023,1\n2024,1\n2024.5,2\n", period_date::last_day); }),
               ContainsSubstring("line 4, column 1: got \"2024.5\", expected a year without decimals, as in line 2"));
    CHECK(read("2023.5,1\n2024,2\n", period_date::first_day).size() == 2);
    CHECK(read("2023.5,1\n2024,2\n", std::nullopt).size() == 2);
    CHECK(read("2023,1\n2024-02,2\n", period_date::middle).size() == 2);
    CHECK(read("32767,1", period_date::first_day)[0].when == hw::date::decimal(32767.0));
    CHECK_THROWS_AS(read("32767,1", period_date::last_day), hw::parse_error);
    CHECK_THROWS_AS(read("32768,1", std::nullopt), hw::parse_error);
}

TEST_CASE("a time of day is UTC where no zone is said") {
    const hw::date noon = at(2024, 3, 1, 43200.0);
    for (const char* const text :
         {"2024-03-01T12:00:00Z", "2024-03-01 12:00:00", "2024-03-01T12:00", "2024-03-01t12:00:00z",
          "2024-03-01 12:00:00+00:00", "2024-03-01 13:30:00 +01:30", "2024-03-01T07:00:00-0500",
          "2024-03-01 12:00:00.000", "2024-03-01 12:00 UTC", "2024-03-02T01:00+13", "2024-02-29T23:00:00-13:00"}) {
        INFO(text);
        CHECK(date(text, tabs()) == noon);
    }
    CHECK(date("2024-03-01 12:00:30.25", tabs()) == noon + 30.25 * second);
    CHECK(date("2024-03-01 23:59:59", tabs()) == at(2024, 3, 2, -1.0));
    CHECK(date("2024-03-01 00:00:00", tabs()) == at(2024, 3, 1));
    for (const char* const none :
         {"2024-03-01T24:00", "2024-03-01T12", "2024-03-01T12:60", "2024-03-01T12:00:60", "2024-03-01T12:00:00X",
          "2024-03-01T12:00:00+", "2024-03-01T12:00:00+1", "2024-03-01T12:00:00+01:", "2024-03-01T12:00:00+24:00",
          "2024-03-01T", "2024-03-01T12:00:00ZZ", "2024-02-30T12:00", "2024-03-01 12:00:00+01:60", "2024-03-01T1:00"}) {
        INFO(none);
        CHECK_THROWS_AS(date(none, tabs()), hw::parse_error);
    }
}

TEST_CASE("the form of the dates is the caller's") {
    const auto of = [](const char* form, const char* text, std::optional<period_date> periods = {}) {
        auto options = tabs();
        options.dates = form;
        options.periods = periods;
        return date(text, options);
    };
    CHECK(of("%m/%d/%Y", "3/31/2022") == at(2022, 3, 31));
    CHECK(of("%m/%d/%Y", "03/01/2022") == at(2022, 3, 1));
    CHECK(of("%d/%m/%Y", "3/12/2022") == at(2022, 12, 3));
    CHECK(of("%-m/%-d/%Y", "3/1/2022") == at(2022, 3, 1));
    CHECK(of("%b %d, %Y", "Mar 31, 2022") == at(2022, 3, 31));
    CHECK(of("%B %d, %Y", "march 31,2022") == at(2022, 3, 31));
    CHECK(of("%d %b %Y", "1 May 2024") == at(2024, 5, 1));
    CHECK(of("%d.%m.%y", "31.12.68") == at(2068, 12, 31));
    CHECK(of("%d.%m.%y", "31.12.69") == at(1969, 12, 31));
    CHECK(of("%Y%m%d", "20240229") == at(2024, 2, 29));
    CHECK(of("%Y-%j", "2024-366") == at(2024, 12, 31));
    CHECK(of("%Y-%j", "2023-1") == at(2023, 1, 1));
    CHECK(of("%F %T", "2024-03-01 12:00:01") == at(2024, 3, 1, 43201.0));
    CHECK(of("%m/%d/%Y %I:%M %p", "3/1/2024 12:05 AM") == at(2024, 3, 1, 300.0));
    CHECK(of("%m/%d/%Y %I:%M %p", "3/1/2024 12:05 pm") == at(2024, 3, 1, 43500.0));
    CHECK(of("%m/%d/%Y %I:%M %p", "3/1/2024 11:59 PM") == at(2024, 3, 1, 86340.0));
    CHECK(of("%Y-%m-%dT%H:%M:%S%z", "2024-03-01T12:00:00+02:00") == at(2024, 3, 1, 36000.0));
    CHECK(of("FY%Y%%", "FY2024%") == at(2024, 1, 1));
    CHECK(of("%b %Y", "Sep 2024", period_date::last_day) == at(2024, 9, 30));
    CHECK(of("%qQ%y", "3Q24", period_date::first_day) == at(2024, 7, 1));
    CHECK(of("%Y", "2024", period_date::middle) == hw::date::decimal(2024.5));

    CHECK_THAT(message([&] { return of("%m/%d/%Y", "2022-03-31"); }),
               ContainsSubstring("got \"2022-03-31\", expected a date of the form \"%m/%d/%Y\""));
    CHECK_THAT(message([&] { return of("%b %Y", "Sep 2024"); }), ContainsSubstring("for a month say which date"));
    for (const auto& [form, text] : {std::pair{"%m/%d/%Y", "31/3/2022"},
                                     {"%m/%d/%Y", "2/29/2023"},
                                     {"%m/%d/%Y", "3/31/22"},
                                     {"%m/%d/%Y", "3/31/2022 "
                                                  "x"},
                                     {"%m/%d/%Y", "0/1/2022"},
                                     {"%m/%d/%Y", "1/0/2022"},
                                     {"%m/%d/%Y", "1/32/2022"},
                                     {"%Y-%j", "2023-366"},
                                     {"%Y-%j", "2023-0"},
                                     {"%b %d, %Y", "Mrz 31, 2022"},
                                     {"%Y %I:00 %p", "2022 0:00 AM"},
                                     {"%Y %I:00 %p", "2022 13:00 AM"},
                                     {"%Y%%", "2022"}}) {
        INFO(form << " of " << text);
        CHECK_THROWS_AS(of(form, text), hw::parse_error);
    }
}

TEST_CASE("options that contradict themselves are refused") {
    const auto refused = [](const csv_options& options, const char* words) {
        CHECK_THROWS_WITH(csv_table("a,b\n1,2", options), ContainsSubstring(words));
        CHECK_THROWS_AS(csv_table("a,b\n1,2", options), std::domain_error);
    };
    refused({.separator = '1'}, "csv_options: .separator must be one that no number has");
    refused({.separator = '-'}, ".separator");
    refused({.separator = '"'}, ".separator");
    refused({.separator = '\n'}, ".separator");
    refused({.separator = '\0'}, ".separator");
    refused({.decimal = ';'}, ".decimal must be '.' or ',', got \";\"");
    refused({.thousands = '.'}, ".thousands must not be the decimal sign");
    refused({.thousands = '0'}, ".thousands must be a sign that no number has");
    refused({.thousands = "e"}, ".thousands must be a sign that no number has");
    refused({.currency = "$ "}, ".currency");
    refused({.currency = "%"}, ".currency");
    refused({.currency = "5"}, ".currency");
    refused({.comment = ','}, ".comment must be one that no row begins with");
    refused({.comment = '"'}, ".comment");
    refused({.dates = "%m/%d"}, ".dates must have a year, %Y or %y, got \"%m/%d\"");
    refused({.dates = "%Q %Y"}, ".dates must be made of");
    refused({.dates = "%Y%"}, ".dates must be made of");
    refused({.dates = "%d %Y"}, ".dates must have a month");
    refused({.dates = "%Y-%m-%d %I"}, ".dates must have both %I and %p");
    refused({.dates = "%Y-%m-%d %H %p"}, ".dates must have both %I and %p");
    CHECK_NOTHROW(csv_table("a,b\n1,2", {.separator = ',', .decimal = ','}));  // a decimal comma within quotes
}

// The shapes of tables that are published: technology costs by the Santa Fe Institute and by Farmer & Lafond, chips by
// quarter and hardware by Epoch AI. The numbers are made up.
TEST_CASE("tables of the shapes that are published are read") {
    const csv_table costs("Price (2005 USD),Time (Year),Yearly Shipments (Billions),Previous Shipments (Billions)\n"
                          "8,1968,NA,NA\n4,1969,3,2\n3,1970,5,5\n1,1971,9,10\n");
    CHECK(hw::fit_random_walk(costs.observations("Time (Year)", "Price (2005 USD)", usd, missing_cells::refuse),
                              hw::independent_increments)
              .increments() == 3);
    CHECK(costs.observations("Time (Year)", "Previous Shipments (Billions)", chip, missing_cells::skip).size() == 3);

    const csv_table wide("YEAR,Beer (Japan),Corn (US),Transistor\n,1955 Yen,acres,2005 USD\n,5,5,2\n1929,1.5,,4\n"
                         "1930,1.25,2\n1931,,\n1932\n",
                         {.short_rows = true});
    CHECK(wide.observations("YEAR", "Beer (Japan)", 1, missing_cells::skip).size() == 2);
    CHECK(wide.observations("YEAR", "Transistor", 1, missing_cells::skip).size() == 1);

    const csv_table chips("Name,Start date,End date,Number of Units,Notes,Chip type\n"
                          "Q1 2022 - A100,1/1/2022,3/31/2022,200,\"made on: 03-31-2026 17:12\",A100\n"
                          "Q2 2022 - A100,4/1/2022,6/30/2022,230,,A100\nQ2 2022 - H100,4/1/2022,6/30/2022,10,,H100\n",
                          {.dates = "%m/%d/%Y"});
    const auto a100 =
        chips.where("Chip type", "A100").observations("End date", "Number of Units", chip, missing_cells::refuse);
    CHECK(a100 == hw::observations{hw::observation(2022y / 3 / 31, 200.0 * chip),
                                   hw::observation(2022y / 6 / 30, 230.0 * chip)});

    const csv_table hardware("Hardware name,Release date,Release price (USD),Last modified,Price-performance\n"
                             "One,2024-11-15,35000.0,2025-11-13 14:52:21+00:00,100000000000\n"
                             "\"Two\nlines\",2025-06-12,,2025-11-05 20:59:45+00:00,Infinity\n",
                             {.missing = {"Infinity"}});
    CHECK(hardware.observations("Release date", "Price-performance", 1, missing_cells::skip).size() == 1);
    CHECK(hardware.observations("Last modified", "Release price (USD)", usd, missing_cells::skip)[0].when ==
          at(2025, 11, 13, 14 * 3600.0 + 52 * 60.0 + 21.0));
}

}  // namespace
