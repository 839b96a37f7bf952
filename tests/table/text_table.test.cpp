// SPDX-License-Identifier: BSL-1.0
#include <headway/table/text_table.hpp>

#include "catch.hpp"

#include <sstream>

using headway::report::text_table;

namespace {

TEST_CASE("a table has a heading, a rule and its rows, the first column to the left and the others to the right") {
    text_table table({"date", "low", "central"});
    table.row({"2024-01-01", "1", "10.5"}).row({"later", "", "7"});
    CHECK(table.text() ==
          "date        low  central\n"
          "------------------------\n"
          "2024-01-01    1     10.5\n"
          "later                  7\n");
}

TEST_CASE("columns are as wide as their widest cell, and the rule as the table") {
    text_table table({"a", "b"});
    table.row({"1", "much wider"});
    CHECK(table.text() ==
          "a           b\n"
          "-------------\n"
          "1  much wider\n");
}

TEST_CASE("width is counted in characters, so that ÷ and µ take one column") {
    text_table table({"decline", "x"});
    table.row({"÷4", "µm"}).row({"-20 %", "nm"});
    CHECK(table.text() ==
          "decline   x\n"
          "-----------\n"
          "÷4       µm\n"
          "-20 %    nm\n");
}

TEST_CASE("no line ends in spaces") {
    text_table table({"a", "b"});
    table.row({"1", ""}).row({"", ""}).row({"long first cell", "2"});
    CHECK_THAT(table.text(), !Catch::Matchers::ContainsSubstring(" \n"));
}

TEST_CASE("a table without rows, and one of one column") {
    CHECK(text_table({"a", "b"}).text() == "a  b\n----\n");
    CHECK(text_table({"name"}).row({"x"}).text() == "name\n----\nx\n");
    CHECK(text_table({}).text() == "\n\n");
}

TEST_CASE("a heading may go on in further lines, the last of which stands beside the others") {
    text_table table({"a long\nfirst heading", "b", "two\nmore\nlines"});
    table.row({"x", "1", "2"});
    CHECK(table.text() ==
          "                    two\n"
          "a long             more\n"
          "first heading  b  lines\n"
          "-----------------------\n"
          "x              1      2\n");
}

TEST_CASE("streaming a table gives its text") {
    text_table table({"a"});
    table.row({"1"});
    std::ostringstream out;
    out << table << "end";
    CHECK(out.str() == table.text() + "end");
}

TEST_CASE("a row of another number of cells is refused and leaves the table as it was") {
    text_table table({"a", "b"});
    CHECK_THROWS_MATCHES(table.row({"1"}), std::domain_error,
                         Catch::Matchers::Message(
                             "text_table::row: the table has 2 columns, the row has 1 cells; give one cell per column"));
    CHECK_THROWS_AS(table.row({"1", "2", "3"}), std::domain_error);
    CHECK(table.text() == text_table({"a", "b"}).text());
}

}  // namespace
