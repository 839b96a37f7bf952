// SPDX-License-Identifier: BSL-1.0
#include <headway/table/markdown.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/quantity/units.hpp>

namespace hw = headway;
using hw::report::markdown;
using hw::report::result_table;
using hw::report::formatted_table;

namespace {

using money = hw::quantity<hw::dim::money>;

/// A GitHub table as its cells: pipes divide unless escaped, backslashes and entities are undone, spaces trimmed.
std::vector<std::vector<std::string>> parse_markdown(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        REQUIRE(end != text.npos);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        REQUIRE(line.front() == '|');
        REQUIRE(line.back() == '|');
        std::vector<std::string> cells;
        std::string cell;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto entity = [&](const std::string& name, char c) {
                if (line.compare(i, name.size(), name) != 0) return false;
                cell += c;
                i += name.size() - 1;
                return true;
            };
            if (line[i] == '\\') {
                cell += line.at(++i);
            } else if (line[i] == '|') {
                const std::size_t first = cell.find_first_not_of(' ');
                cells.push_back(first == cell.npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
                cell.clear();
            } else if (!entity("&amp;", '&') && !entity("&lt;", '<') && !entity("&gt;", '>')) {
                // Whatever marks up must have been escaped.
                REQUIRE(std::string("`*_[]{}<>#~$&").find(line[i]) == std::string::npos);
                cell += line[i];
            }
        }
        if (!rows.empty()) REQUIRE(cells.size() == rows.front().size());
        rows.push_back(cells);
    }
    return rows;
}

TEST_CASE("the bytes of a small Markdown table") {
    result_table t;
    t.add("cost", outcome_of<money>({125e3, 125e3})).add("when", outcome_of<hw::date>({0.0, 86400.0, never}));
    CHECK(markdown(t) ==
          "| output | unit | p5 | p50 | p95 | mean | s.e. | never |\n"
          "| :--- | :--- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
          "| cost | thousand USD | 125 (error unknown) | 125 | 125 (error unknown) | 125 | 0 | &lt; 78 % |\n"
          "| when | date | 1970-01-01 (error unknown) | 1970-01-02 (error unknown) | never | 1970-01-01 | 12 hours "
          "| 33.3 % |\n");
}

TEST_CASE("a Markdown table has the cells of the shown table") {
    const result_table t = outcome_of<money>({1e6, 2e6, 3e6, 4e6, 5e6});
    const formatted_table shown(t);
    const auto rows = parse_markdown(markdown(t));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == shown.headings);
    CHECK(rows[2] == shown.rows[0]);
}

TEST_CASE("a name with markup is shown as it is") {
    for (const std::string name : {"a|b", "<b>bold</b> & more", "*x* _y_ `z` ~~s~~", "[link](javascript:x)", "\\", "# $x$"}) {
        CHECK(parse_markdown(markdown(result_table().add(name, outcome_of({1.0})))).at(2).at(0) == name);
    }
    CHECK(parse_markdown(markdown(result_table().add("two\nlines\x1b", outcome_of({1.0})))).at(2).at(0) == "two lines");
}

TEST_CASE("an empty result table is nothing in Markdown") { CHECK(markdown(result_table()).empty()); }

}  // namespace
