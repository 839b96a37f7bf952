// SPDX-License-Identifier: BSL-1.0
#include <headway/table/detail/comparison_rows.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"
#include "table/parse_csv.hpp"
#include "table/parse_json.hpp"

#include <cstdlib>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>
#include <headway/scenario/scenario_grid.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace headway::units;
using hw::report::table;
using parse_json::value;

namespace {

using money = hw::quantity<hw::dim::money>;
using cost = hw::named_output<"cost", money>;
using when = hw::named_output<"when", hw::date>;
constexpr double days = 86400.0;

/// The scenarios "base", "half" and "even" with these draws.
template <class T>
hw::comparison<T> three(const std::vector<double>& base, const std::vector<double>& half,
                        const std::vector<double>& even) {
    return {{"base", "half", "even"}, {outcome_of<T>(base), outcome_of<T>(half), outcome_of<T>(even)}, {}};
}
const hw::comparison<money> costs =
    three<money>({1e6, 2e6, 3e6, 4e6, 5e6}, {0.5e6, 1e6, 1.5e6, 2e6, 2.5e6}, {2e6, 1e6, 3e6, 4e6, 6e6});
const hw::comparison<hw::date> dates =
    three<hw::date>({0.0, 20.0 * days, never}, {0.0, never, 5.0 * days}, {10.0 * days, 40.0 * days, never});

// Differences: half -0.5 to -2.5 million, standard error sqrt(0.625 / 5); even 1, -1, 0, 0, 1, sqrt(0.7 / 5).
TEST_CASE("a comparison has its scenarios and their paired differences") {
    CHECK(table(costs).text() ==
          "scenario     p5 [million USD]  p50 [million USD]    p95 [million USD]  mean [million USD]  "
          "s.e. [million USD]  difference [million USD]  s.e. [million USD]  P(lower)  P(equal)  P(higher)\n"
          "--------------------------------------------------------------------------------------------------------"
          "----------------------------------------------------------------------------------\n"
          "base      1.2 (error unknown)               3.00  4.8 (error unknown)                3.00               "
          " 0.71\n"
          "half      0.6 (error unknown)               1.50  2.4 (error unknown)                1.50               "
          " 0.35                     -1.50                0.35  > 54.9 %    < 45 %     < 45 %\n"
          "even      1.2 (error unknown)               3.00  5.6 (error unknown)                3.20               "
          " 0.86                     0.200                0.37    20.0 %    40.0 %     40.0 %\n");
}

// half: one draw in which both happen, 0 days apart, so no error; even: 10 and 20 days later, once both are never.
TEST_CASE("dates that never come have their place in a comparison") {
    CHECK(table(dates).text() ==
          "scenario                          p5                         p50    p95        mean  s.e. [days]   "
          "never  both happen  difference [days]  s.e. [days]  P(earlier)  P(equal)  P(later)\n"
          "--------------------------------------------------------------------------------------------------------"
          "-----------------------------------------------------------------------------\n"
          "base      1970-01-03 (error unknown)  1970-01-21 (error unknown)  never  1970-01-11           10  "
          "33.3 %\n"
          "half      1970-01-01 (error unknown)  1970-01-06 (error unknown)  never  1970-01-03          2.5  "
          "33.3 %       33.3 %                  0    undefined      33.3 %    33.3 %    33.3 %\n"
          "even      1970-01-14 (error unknown)  1970-02-10 (error unknown)  never  1970-01-26           15  "
          "33.3 %       66.7 %               15.0          5.0      < 63 %    33.3 %    66.7 %\n");
}

TEST_CASE("a comparison of several outputs has a unit for each row") {
    const hw::named_results<hw::comparison, cost, when> both(costs, dates);
    const hw::report::formatted_table shown(both);
    using texts = std::vector<std::string>;
    CHECK(shown.headings == texts{"output", "scenario", "unit", "p5", "p50", "p95", "mean", "s.e.", "never",
                                  "both happen", "difference", "s.e.", "P(lower) / P(earlier)", "P(equal)", "P(higher) / P(later)"});
    REQUIRE(shown.rows.size() == 6);
    CHECK(shown.rows[1] == texts{"cost", "half", "million USD", "0.6 (error unknown)", "1.50", "2.4 (error unknown)", "1.50",
                                 "0.35", "< 45 %", "100 %", "-1.50", "0.35", "> 54.9 %", "< 45 %", "< 45 %"});
    CHECK(shown.rows[5] == texts{"when", "even", "date", "1970-01-14 (error unknown)", "1970-02-10 (error unknown)", "never",
                                 "1970-01-26", "15 days", "33.3 %", "66.7 %", "15.0 days", "5.0 days", "< 63 %", "33.3 %",
                                 "66.7 %"});
    const auto records = parse_csv(hw::report::csv(both));
    CHECK(at(records, 2, "unit") == "USD");
    CHECK(at(records, 2, "difference") == "-1500000");
    CHECK(at(records, 6, "unit") == "date");
    CHECK(at(records, 6, "difference") == "1296000");
}

TEST_CASE("a fan of comparisons has a row for each date and scenario, in one unit") {
    const hw::fan<hw::comparison<money>> fan({hw::date{}, hw::date{} + 366.0 * day}, {costs, costs});
    const hw::report::result_table t = fan;
    CHECK(t.scales().size() == 2);
    REQUIRE(t.rows().size() == 6);
    const auto records = parse_csv(hw::report::csv(t));
    CHECK(at(records, 3, "date") == "1970-01-01");
    CHECK(at(records, 6, "date") == "1971-01-02");
    CHECK(at(records, 6, "scenario") == "even");
    CHECK(at(records, 6, "p95_USD") == "5600000");
}

TEST_CASE("a program reads all of a comparison back") {
    const auto d = costs.difference("half");
    const auto records = parse_csv(hw::report::csv(costs));
    const auto number = [&](const char* header) { return std::strtod(at(records, 2, header).c_str(), nullptr); };
    CHECK(number("p50_USD") == 1.5e6);
    CHECK(number("difference_USD") == d.mean().in(usd));
    CHECK(number("difference_standard_error_USD") == d.standard_error().in(usd));
    CHECK(number("unpaired_standard_error_USD") == d.unpaired_standard_error().in(usd));
    CHECK(number("both_happen") == 1.0);  // for people left out, above
    CHECK(number("probability_below") == 1.0);
    CHECK(at(records, 1, "difference_USD").empty());  // the first is not compared with itself
    CHECK(at(records, 3, "probability_above") == "0.4");

    const std::string text = hw::report::json(dates);
    const value rows = parse_json::json_parser(text).document()["rows"];
    REQUIRE(rows.items.size() == 3);
    CHECK(rows.items[0].members.count("difference") == 0);
    CHECK(rows.items[1]["scenario"].text == "half");
    CHECK(rows.items[1]["p95"]["value"].text == "never");
    CHECK(rows.items[1]["difference"]["value"].real == 0.0);
    CHECK(rows.items[1]["difference"]["standard_error"].is == value::null);
    CHECK(rows.items[1]["both_happen"]["value"].real == 1.0 / 3.0);
    CHECK(rows.items[2]["both_happen"]["value"].real == 2.0 / 3.0);
    CHECK(rows.items[2]["difference"]["value"].real == 15.0 * days);
    CHECK(rows.items[2]["difference"]["unit"].text == "seconds");
    CHECK(rows.items[2]["probability_above"]["value"].real == 2.0 / 3.0);
}

TEST_CASE("scenarios in which nothing ever happens have no difference, a shard without draws not even pairs") {
    const auto t = hw::report::formatted_table(three<hw::date>({never, never}, {never, never}, {0.0, 0.0}));
    CHECK(t.rows[1] == std::vector<std::string>{"half", "never", "never", "never", "undefined", "undefined", "> 22.4 %",
                                                "0", "undefined", "undefined", "< 78 %", "> 22.4 %", "< 78 %"});
    const hw::report::formatted_table empty(three<hw::date>({}, {}, {}));
    REQUIRE(empty.rows.size() == 3);
    CHECK(empty.rows[2][1] == "undefined");
}

constexpr auto price = hw::assumption<"price">(hw::uniform(1.0 * million_usd, 3.0 * million_usd), "test");
constexpr auto count = hw::assumption<"p5">(hw::uniform(1.0, 3.0), "named as a column is");
constexpr auto f = hw::forecast(hw::inputs(price, count), [](const auto& in) { return in[price] * in[count]; });

TEST_CASE("a comparison streams as it comes from the run") {
    const auto base = hw::scenario<"base">();
    const auto dear = hw::scenario<"dear">(hw::override(price, 4.0 * million_usd));
    for (const bool keep : {true, false}) {
        const auto c = hw::compare(f, {base, dear}, {.draws = 640, .keep = keep});
        const auto records = parse_csv(hw::report::csv(c));
        REQUIRE(records.size() == 3);
        CHECK(std::strtod(at(records, 2, "difference_USD").c_str(), nullptr) == c.difference(dear).mean().in(usd));
        CHECK(at(records, 2, "probability_above") == "1");
    }
}

// The difference of two exact prices by an exact number is exact.
TEST_CASE("a grid has its axes, its quantiles and its paired differences") {
    const auto grid = hw::compare_grid(
        f, {hw::axis(price, {{"cheap", 1.0 * million_usd}, {"dear", 3.0 * million_usd}}), hw::axis(count, {2.0, 4.0})},
        {.draws = 64});
    CHECK(table(grid).text() ==
          "price  p5  p5 [million USD]  p50 [million USD]  s.e. [million USD]  p95 [million USD]  "
          "difference [million USD]  s.e. [million USD]  P(lower)  P(higher)\n"
          "---------------------------------------------------------------------------------------"
          "-----------------------------------------------------------------\n"
          "cheap   2                 2                  2                   0                  2\n"
          "cheap   4                 4                  4                   0                  4  "
          "                       2                   0   < 4.6 %   > 95.4 %\n"
          "dear    2                 6                  6                   0                  6  "
          "                       4                   0   < 4.6 %   > 95.4 %\n"
          "dear    4                12                 12                   0                 12  "
          "                      10                   0   < 4.6 %   > 95.4 %\n");
    const auto records = parse_csv(hw::report::csv(grid));
    // What a row of a grid has, and errors of what has one there.
    CHECK(records.at(0) ==
          std::vector<std::string>{"axis_price", "axis_p5", "p5_USD", "p50_USD", "p50_standard_error_USD",
                                   "p95_USD", "probability_never", "both_happen", "difference_USD",
                                   "difference_standard_error_USD", "unpaired_standard_error_USD",
                                   "probability_below", "probability_below_standard_error", "probability_equal",
                                   "probability_above", "probability_above_standard_error"});
    CHECK(at(records, 4, "axis_price") == "dear");
    CHECK(at(records, 4, "axis_p5") == "4");
    CHECK(at(records, 4, "p5_USD") == "1.2e+07");
    CHECK(at(records, 4, "difference_USD") == "1e+07");
    CHECK(at(records, 1, "difference_USD").empty());
    CHECK(at(records, 2, "probability_above") == "1");
    const std::string text = hw::report::json(grid);
    const value rows = parse_json::json_parser(text).document()["rows"];
    CHECK(rows.items.at(1)["p50"]["value"].real == 4e6);
    CHECK(rows.items.at(1)["axis: p5"].text == "4");
}

TEST_CASE("combinations that never happen have no difference in a grid") {
    const hw::grid_row<hw::date> first{{"x = 1", {}, hw::date::never(), hw::date::never(), {}, 1.0, {}}, {"1"}};
    hw::grid_row<hw::date> second = first;
    second.versus = {{}, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0};
    second.levels = {"2"};
    const hw::report::formatted_table t(hw::grid_table<hw::date>{{"x"}, {first, second}});
    CHECK(t.headings == std::vector<std::string>{"x", "p5", "p50", "s.e. [seconds]", "p95", "never",
                                                 "both happen", "difference [seconds]", "s.e. [seconds]", "P(earlier)",
                                                 "P(equal)", "P(later)"});
    CHECK(t.rows[1] == std::vector<std::string>{"2", "1970-01-01", "never", "0", "never", "100 %", "0", "undefined",
                                                "undefined", "0", "100 %", "0"});
}

TEST_CASE("grids of several outputs are told apart by their names") {
    const hw::grid_table<double> one{{"x"}, {{{"x = 1", 1.0, 2.0, 3.0, 0.1, 0.0, {}}, {"1"}}}};
    const hw::named_results<hw::grid_table, hw::named_output<"a", double>, hw::named_output<"b", double>> both(one,
                                                                                                               one);
    CHECK(table(both).text() == "output  x  p5   p50  s.e.  p95\n"
                                "------------------------------\n"
                                "a       1   1  2.00  0.10    3\n"
                                "b       1   1  2.00  0.10    3\n");
    CHECK(table(hw::fan<hw::grid_table<double>>({hw::date{}}, {one})).text().find("1970-01-01") != std::string::npos);
}

}  // namespace
