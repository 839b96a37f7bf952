// SPDX-License-Identifier: BSL-1.0
#include <headway/table/print_table.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/forecast/outputs.hpp>
#include <headway/quantity/units.hpp>

#include <sstream>

namespace hw = headway;
using hw::report::table;

namespace {

using money = hw::quantity<hw::dim::money>;
using strange = hw::named_output<"x\x1b[31m\n|", money>;

TEST_CASE("an outcome streams as a table") {
    std::ostringstream out;
    out << table(outcome_of<money>({1e6, 2e6, 3e6, 4e6, 5e6}));
    CHECK(out.str() ==
          "p5 [million USD]     p50 [million USD]    p95 [million USD]  mean [million USD]  s.e. [million USD]\n"
          "---------------------------------------------------------------------------------------------------\n"
          "1.2 (error unknown)               3.00  4.8 (error unknown)                3.00                0.71\n");
}

TEST_CASE("several outcomes are aligned under their headings") {
    hw::report::result_table all;
    all.add("cost", outcome_of<money>({125e3, 125e3})).add("when", outcome_of<hw::date>({0.0, 20.0 * 86400.0, never}));
    CHECK(table(all).text() ==
          "output          unit                          p5                         p50                  p95        mean     s.e.   never\n"
          "------------------------------------------------------------------------------------------------------------------------------\n"
          "cost    thousand USD         125 (error unknown)                         125  125 (error unknown)         125        0  < 78 %\n"
          "when            date  1970-01-03 (error unknown)  1970-01-21 (error unknown)                never  1970-01-11  10 days  33.3 %\n");
}

TEST_CASE("a heading of the first column that is wide beside its cells is broken between words") {
    using hw::report::detail::broken_heading;
    CHECK(broken_heading("one two three", 7) == "one two\nthree");
    CHECK(broken_heading("one two three", 6) == "one\ntwo\nthree");
    CHECK(broken_heading("unbreakable", 4) == "unbreakable");
    CHECK(broken_heading("a\u00e4\u00e4 b", 5) == "a\u00e4\u00e4 b");
    CHECK(broken_heading("", 5).empty());
}

TEST_CASE("a name cannot steer the terminal") {
    const auto text = table(hw::named_outcomes<strange>(outcome_of<money>({1.0, 1.0}))).text();
    CHECK(text.find('\x1b') == text.npos);
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("x[31m |"));
}

TEST_CASE("a table without rows is empty") { CHECK(table(hw::report::result_table()).text() == "\n\n"); }

}  // namespace
