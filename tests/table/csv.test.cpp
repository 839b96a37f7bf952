// SPDX-License-Identifier: BSL-1.0
#include <headway/table/csv.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"
#include "table/parse_csv.hpp"

#include <headway/quantity/units.hpp>

#include <cstdlib>

namespace hw = headway;
using namespace headway::units;
using hw::report::csv;
using hw::report::result_table;

namespace {

using money = hw::quantity<hw::dim::money>;

TEST_CASE("the bytes of a small file") {
    CHECK(csv(outcome_of<money>({1e6, 1e6})) ==
          "draws,p5 [USD],p5_standard_error [USD],p50 [USD],p50_standard_error [USD],p95 [USD],p95_standard_error [USD],"
          "mean [USD],mean_standard_error [USD],standard_deviation [USD],standard_deviation_standard_error [USD],"
          "probability_never,probability_never_standard_error\r\n"
          "2,1e+06,unknown,1e+06,0,1e+06,unknown,1e+06,0,0,0,0,0.5\r\n");
}

TEST_CASE("numbers read back to the same doubles") {
    std::vector<double> draws;
    for (int i = 1; i < 200; ++i) draws.push_back(1.0 / i + 1e15 * (i % 7 == 0));
    const auto o = outcome_of<money>(draws);
    const auto records = parse_csv(csv(o));
    const auto number = [&](const char* header) { return std::strtod(at(records, 1, header).c_str(), nullptr); };
    CHECK(number("draws") == 199.0);
    CHECK(number("p5 [USD]") == o.quantile(0.05).in(usd));
    CHECK(number("p5_standard_error [USD]") == o.quantile_standard_error(0.05).in(usd));
    CHECK(number("p95 [USD]") == o.quantile(0.95).in(usd));
    CHECK(number("mean [USD]") == o.mean().in(usd));
    CHECK(number("mean_standard_error [USD]") == o.standard_error().in(usd));
    CHECK(number("standard_deviation [USD]") == o.stddev().in(usd));
}

TEST_CASE("draws are a whole number, however many") {
    CHECK(at(parse_csv(csv(outcome_of(std::vector<double>(100'000, 1.0)))), 1, "draws") == "100000");
}

TEST_CASE("the unit does not depend on the values") {
    for (const double x : {1e-3, 1.0, 1e12}) {
        CHECK(at(parse_csv(csv(outcome_of<money>({x, x}))), 0, "p50 [USD]") == "p50 [USD]");
    }
    const auto area = parse_csv(csv(outcome_of<hw::quantity<hw::dim::area>>({8e14, 8e14})));
    CHECK(at(area, 1, "p50 [mm²]") == "800");
    CHECK(at(parse_csv(csv(outcome_of({0.25, 0.25}))), 1, "p50") == "0.25");
}

TEST_CASE("dates are calendar days, errors of dates seconds, and never is a word") {
    const auto records = parse_csv(csv(outcome_of<hw::date>({0.0, 86400.0 * 20.5, 86400.0 * 20.5, never})));
    CHECK(at(records, 1, "p50 [date]") == "1970-01-21");
    CHECK(at(records, 1, "p95 [date]") == "never");
    CHECK(at(records, 1, "p95_standard_error [seconds]") == "0");
    CHECK(at(records, 1, "p50_standard_error [seconds]") == "unknown");  // the upper neighbour is never
    CHECK(at(records, 1, "probability_never") == "0.25");
}

TEST_CASE("what is undefined is an empty cell, what is endless inf") {
    const auto all_never = parse_csv(csv(outcome_of<money>({never, never})));
    CHECK(at(all_never, 1, "p50 [USD]") == "inf");
    CHECK(at(all_never, 1, "mean [USD]").empty());
    CHECK(at(all_never, 1, "mean_standard_error [USD]").empty());
    CHECK(at(all_never, 1, "probability_never") == "1");
    const auto empty = parse_csv(csv(outcome_of<money>({})));
    CHECK(at(empty, 1, "draws") == "0");
    CHECK(at(empty, 1, "p50 [USD]").empty());
    CHECK(at(empty, 1, "probability_never").empty());
    CHECK(csv(result_table()).empty());
}

TEST_CASE("rows of different units have a column of units") {
    result_table t;
    t.add("cost", outcome_of<money>({2.0, 2.0})).add("when", outcome_of<hw::date>({86400.0, 86400.0}));
    const auto records = parse_csv(csv(t));
    CHECK(at(records, 1, "unit") == "USD");
    CHECK(at(records, 2, "unit") == "date");
    CHECK(at(records, 1, "p50") == "2");
    CHECK(at(records, 2, "p50") == "1970-01-02");
    CHECK(at(records, 2, "standard_deviation") == "0");
}

TEST_CASE("any name reads back as it is") {
    for (const std::string name :
         {"plain", "a,b", "say \"no\"", "\"", "two\r\nlines", " spaces ", "=1+1", "µ|<b>\t", "\x01\xff"}) {
        const auto records = parse_csv(csv(result_table().add(name, outcome_of({1.0}))));
        REQUIRE(records.size() == 2);
        CHECK(at(records, 1, "output") == name);
    }
}

TEST_CASE("a fan has a line for each date") {
    const hw::fan<hw::outcome<money>> fan({hw::date{}, hw::date{} + 366.0 * day},
                                          {outcome_of<money>({1.0}), outcome_of<money>({2.0})});
    const auto records = parse_csv(csv(fan));
    REQUIRE(records.size() == 3);
    CHECK(at(records, 1, "date") == "1970-01-01");
    CHECK(at(records, 2, "date") == "1971-01-02");
    CHECK(at(records, 2, "p50 [USD]") == "2");
}

}  // namespace
