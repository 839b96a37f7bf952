// SPDX-License-Identifier: BSL-1.0
#include <headway/table/detail/sensitivity_rows.hpp>

#include "catch.hpp"
#include "table/parse_csv.hpp"
#include "table/parse_json.hpp"

#include <cstdlib>

#include <headway/belief/makers.hpp>
#include <headway/decision/value_of_information.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sensitivity/elasticities.hpp>
#include <headway/sensitivity/first_order_indices.hpp>
#include <headway/sensitivity/shapley.hpp>
#include <headway/sensitivity/sobol_indices.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/markdown.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace headway::units;
using hw::report::csv;
using hw::report::table;
using parse_json::value;
using lines_of_text = std::vector<std::string>;

namespace {

using money = hw::quantity<hw::dim::money>;
constexpr auto a = hw::assumption<"a">(hw::uniform(1.0, 3.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(1.0 * million_usd, 9.0 * million_usd), "test");
constexpr auto c = hw::assumption<"c">(hw::uniform(hw::date(), hw::date() + 2.0 * year), "test");
using of_a = std::remove_const_t<decltype(a)>;
using of_b = std::remove_const_t<decltype(b)>;

value rows_of(const hw::report::result_table& t) {
    const std::string text = hw::report::json(t);
    return parse_json::json_parser(text).document()["rows"];
}

constexpr hw::sobol_index_rows<of_a, of_b>
    indices({hw::sobol_index{"a", {0.25, 0.01, 0.23, 0.27}, {0.3, 0.02, 0.26, 0.34}},
             hw::sobol_index{"b", {0.7, 0.003, 0.694, 0.706}, {0.75, 0.0, 0.75, 0.75}}},
            4096, 0.95);

TEST_CASE("Sobol indices stand in descending order with their errors and intervals") {
    CHECK(table(indices).text() == "input  first order    s.e.  95 % from      to   total   s.e.  95 % from      to\n"
                                   "-------------------------------------------------------------------------------\n"
                                   "b           70.0 %  0.30 %     69.4 %  70.6 %    75 %      0       75 %    75 %\n"
                                   "a           25.0 %   1.0 %     23.0 %  27.0 %  30.0 %  2.0 %     26.0 %  34.0 %\n");
    CHECK(csv(indices) ==
          "input,first_order,first_order_standard_error,first_order_low,first_order_high,total,total_standard_error,"
          "total_low,total_high,confidence_level,evaluations\r\n"
          "b,0.7,0.003,0.694,0.706,0.75,0,0.75,0.75,0.95,4096\r\n"
          "a,0.25,0.01,0.23,0.27,0.3,0.02,0.26,0.34,0.95,4096\r\n");
    const hw::report::result_table all(indices);
    for (const auto& column : all.columns()) {
        INFO(column.key);
        const bool is_share = column.key == "first_order" || column.key == "total";
        CHECK((column.has_error == is_share && column.show_error == is_share && !column.only_unless_zero));
        CHECK(column.for_people == (column.key != "confidence_level" && column.key != "evaluations"));
    }
    const value rows = rows_of(indices);
    CHECK(rows.items.at(1)["input"].text == "a");
    CHECK(rows.items[1]["first_order"]["value"].real == 0.25);
    CHECK(rows.items[1]["first_order"]["standard_error"].real == 0.01);
    CHECK(rows.items[1]["total_high"]["value"].real == 0.34);
    CHECK(rows.items[1]["evaluations"].real == 4096.0);
}

TEST_CASE("Shapley effects stand in descending order, at the level of their intervals") {
    const hw::shapley_rows<of_a, of_b> effects(
        {hw::shapley_effect{"a", {0.25, 0.01, 0.233, 0.267}}, hw::shapley_effect{"b", {0.75, 0.01, 0.733, 0.767}}}, 512,
        0.9);
    CHECK(table(effects).text() == "input   share   s.e.  90 % from      to\n"
                                   "---------------------------------------\n"
                                   "b      75.0 %  1.0 %     73.3 %  76.7 %\n"
                                   "a      25.0 %  1.0 %     23.3 %  26.7 %\n");
    CHECK(hw::report::markdown(effects) == "| input | share | s.e. | 90 % from | to |\n"
                                           "| :--- | ---: | ---: | ---: | ---: |\n"
                                           "| b | 75.0 % | 1.0 % | 73.3 % | 76.7 % |\n"
                                           "| a | 25.0 % | 1.0 % | 23.3 % | 26.7 % |\n");
}

TEST_CASE("first-order indices of a run stand in descending order with their errors") {
    const hw::first_order_rows<of_a, of_b> shares({hw::first_order_index{"a", 0.25, 0.01}, hw::first_order_index{"b", 0.7, 0.003}});
    CHECK(table(shares).text() == "input  first order    s.e.\n"
                                  "--------------------------\n"
                                  "b           70.0 %  0.30 %\n"
                                  "a           25.0 %   1.0 %\n");
    CHECK(csv(shares) == "input,first_order,first_order_standard_error\r\nb,0.7,0.003\r\na,0.25,0.01\r\n");
    const value rows = rows_of(shares);
    CHECK(rows.items.at(1)["input"].text == "a");
    CHECK(rows.items[1]["first_order"]["value"].real == 0.25);
    CHECK(rows.items[1]["first_order"]["standard_error"].real == 0.01);
}

TEST_CASE("rank correlations stand by strength, undefined ones last") {
    const auto none = [](const char* name) { return hw::spearman_correlation{name, {}, {}}; };
    const hw::spearman_rows<of_a, of_b, of_a, of_b> correlations(
        {none("x"), hw::spearman_correlation{"a", 0.25, 0.01}, none("y"), hw::spearman_correlation{"b", -0.5, 0.0002}});
    CHECK(table(correlations).text() == "input  rank correlation       s.e.\n"
                                        "----------------------------------\n"
                                        "b               -0.5000    0.00020\n"
                                        "a                 0.250      0.010\n"
                                        "x             undefined  undefined\n"
                                        "y             undefined  undefined\n");
    const auto records = parse_csv(csv(correlations));
    CHECK(at(records, 1, "rank_correlation") == "-0.5");
    CHECK(at(records, 2, "rank_correlation_standard_error") == "0.01");
    CHECK(at(records, 3, "rank_correlation").empty());
    CHECK(rows_of(correlations).items.at(3)["rank_correlation"]["value"].is == value::null);
}

// At the medians a = 2, b = 5 million and c = 1 year: of a² b the elasticities are 2 and 1.
TEST_CASE("elasticities have their unit in words") {
    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] * in[a] * in[b]; });
    CHECK(table(hw::elasticities(f)).text() == "input            median  elasticity [percent per percent]\n"
                                               "---------------------------------------------------------\n"
                                               "a                     2                                 2\n"
                                               "b      5.00 million USD                                 1\n");
    const auto records = parse_csv(csv(hw::elasticities(f)));
    CHECK(at(records, 1, "elasticity_percent_per_percent") == "2");
    CHECK(at(records, 2, "slope_in_base_units") == "4");
}

// c + a b / (1 million a year) moves by 1 % of 10 years per percent of either, and by a year per year.
TEST_CASE("elasticities of a date are times, per percent or per year") {
    const auto f = hw::forecast(hw::inputs(a, b, c),
                                [](const auto& in) { return in[c] + in[a] * (in[b] / (1.0 * million_usd)) * year; });
    CHECK(table(hw::elasticities(f)).text() == "input            median              unit  elasticity\n"
                                               "-----------------------------------------------------\n"
                                               "a                     2  days per percent        36.5\n"
                                               "b      5.00 million USD  days per percent        36.5\n"
                                               "c            1971-01-01   months per year          12\n");
    const value rows = rows_of(hw::elasticities(f));
    CHECK_THAT(rows.items.at(0)["elasticity"]["value"].real, Catch::Matchers::WithinRel(3155695.2, 1e-12));
    CHECK(rows.items[0]["elasticity"]["unit"].text == "seconds per percent");
    CHECK(rows.items[2]["elasticity"]["unit"].text == "seconds per year");
    const auto records = parse_csv(csv(hw::elasticities(f)));
    CHECK(at(records, 3, "unit") == "seconds per year");
    CHECK(at(records, 3, "elasticity") == "31556952");
}

TEST_CASE("where there is no elasticity the table says why") {
    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] - 2.0 + 0.0 * in[b].in(usd); });
    CHECK(table(hw::elasticities(f)).text() ==
          "input            median  elasticity [percent per percent]             because\n"
          "-----------------------------------------------------------------------------\n"
          "a                     2                         undefined  the result is zero\n"
          "b      5.00 million USD                         undefined  the result is zero\n");
    const auto records = parse_csv(csv(hw::elasticities(f)));
    CHECK(at(records, 1, "elasticity_percent_per_percent").empty());
    CHECK(at(records, 1, "undefined_because") == "the result is zero");
    CHECK(at(records, 1, "slope_in_base_units") == "1");
    const value rows = rows_of(hw::elasticities(f));
    CHECK(rows.items.at(0)["elasticity"]["value"].is == value::null);
    CHECK(rows.items[0]["undefined_because"].text == "the result is zero");
}

TEST_CASE("the value of information stands below what the decisions give now") {
    hw::information_values<money, of_a, of_b> information{
        {{"build", 12e6 * usd, 0.1e6 * usd}, {"wait", 9e6 * usd, 0.25e6 * usd}},
        0,
        {"all inputs", 2e5 * usd, 4e3 * usd},
        hw::sensitivity_rows<hw::information_value<money>, of_a, of_b>(
            {hw::information_value<money>{"b", 1.25e5 * usd, 4e3 * usd}, hw::information_value<money>{"a", {}, {}}})};
    CHECK(table(information).text() ==
          "decision  best now  mean [million USD]  s.e. [million USD]     to know  is worth [thousand USD]  s.e. "
          "[thousand USD]\n"
          "------------------------------------------------------------------------------------------------------"
          "--------------\n"
          "build          yes                12.0                0.10\n"
          "wait                              9.00                0.25\n"
          "                                                            all inputs                      200      "
          "            4.0\n"
          "                                                                     b                      125      "
          "            4.0\n"
          "                                                                     a                        0      "
          "              0\n");
    const auto records = parse_csv(csv(information));
    CHECK(at(records, 1, "best_now") == "yes");
    CHECK(at(records, 2, "mean_USD") == "9e+06");
    CHECK(at(records, 3, "input") == "all inputs");
    CHECK(at(records, 4, "value_USD") == "125000");
    CHECK(at(records, 4, "mean_USD").empty());
    CHECK(rows_of(information).items.at(3)["value"]["standard_error"].real == 4000.0);
}

// What analyses return, in the order of the inputs or not, is what their tables hold.
TEST_CASE("every analysis has its table where it is called") {
    const auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a] * in[b]; });
    const auto first_of = [](const hw::report::result_table& t) {
        const auto records = parse_csv(csv(t));
        REQUIRE(records.size() >= 3);
        return at(records, 1, "input");
    };
    CHECK(first_of(hw::sobol_indices(f, {.draws = 1024})) == "b");
    CHECK(first_of(hw::shapley(f, {.draws = 1024})) == "b");
    CHECK(first_of(hw::first_order_indices(f, hw::simulate(f, {.draws = 1024}))) == "b");
    CHECK(first_of(hw::spearman(f, hw::simulate(f, {.draws = 1024}))) == "b");
    const auto cheap = hw::scenario<"cheap">(hw::override(b, hw::uniform(1.0 * million_usd, 2.0 * million_usd)));
    const auto sure = hw::scenario<"sure">(hw::override(b, 1.5 * million_usd));
    const auto worth = hw::value_of_information(f, {cheap, sure}, hw::better::lower, {.draws = 1024});
    const auto records = parse_csv(csv(worth));
    REQUIRE(records.size() == 6);
    CHECK(std::strtod(at(records, 3, "value_USD").c_str(), nullptr) == worth.all.value.in(usd));
    CHECK(at(records, 4, "input") == worth.inputs[0].input);
}

}  // namespace
