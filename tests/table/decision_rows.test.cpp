// SPDX-License-Identifier: BSL-1.0
#include <headway/table/detail/decision_rows.hpp>

#include "catch.hpp"
#include "table/parse_csv.hpp"

#include <limits>

#include <headway/assumption/path.hpp>
#include <headway/decision/decide.hpp>
#include <headway/decision/real_option.hpp>
#include <headway/decision/two_way_table.hpp>
#include <headway/decision/value_answer.hpp>
#include <headway/quantity/units.hpp>
#include <headway/report/html.hpp>
#include <headway/table/csv.hpp>
#include <headway/table/json.hpp>
#include <headway/table/markdown.hpp>
#include <headway/table/print_table.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using hw::report::csv;
using hw::report::table;
using answer = hw::value_answer<double, hw::date>;

namespace {

const answer::question asked{"decline",     hw::varied::shifted,
                             "the median",  hw::date(2027y / 1 / 1),
                             2.0,           7.0,
                             2025y / 1 / 1, hw::date::never(),
                             false,         650'000};
const hw::found_value<double, hw::date> met{3.5, 3.5, 0.02, false, 2027y / 1 / 1, 2027y / 1 / 1};
const hw::found_value<double, hw::date> jump{5.0,  5.0,           std::numeric_limits<double>::infinity(),
                                             true, 2026y / 1 / 1, hw::date::never()};

TEST_CASE("each value that meets the target has a row") {
    const std::string text = table(answer(asked, {met, jump})).text();
    CHECK_THAT(text, ContainsSubstring("3.50") && ContainsSubstring("0.020") && ContainsSubstring("never"));
    const auto rows = parse_csv(csv(answer(asked, {met, jump})));
    REQUIRE(rows.size() == 3);
    const auto place = [&](const std::string& heading) {
        return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), heading) - rows[0].begin());
    };
    CHECK(rows[1][place("value")] == "3.5");
    CHECK(rows[1][place("value_standard_error")] == "0.02");
    CHECK(rows[2][place("value_standard_error")] == "unknown");
    CHECK(rows[2][place("reached_after_jump_date")] == "never");
    CHECK(rows[1][place("evaluations")] == "650000");
    CHECK(rows[1][place("searched_to")] == "7");
}

TEST_CASE("where none does, the row says what the statistic is instead") {
    const std::string text = table(answer(asked, {})).text();
    CHECK_THAT(text, ContainsSubstring("nowhere, 2025-01-01 to never"));
    CHECK(text.find("undefined") == std::string::npos);
}

TEST_CASE("a two-way table is one in every format") {
    const hw::two_way_table<double> pairs({"a", {"1", "2"}}, {"b", {"x", "y"}},
                                          {{0.25, 0.01}, {0.5, 0.01}, {0.75, 0.01}, {1.0, 0.001}},
                                          "the probability of never", true);
    const std::string text = table(pairs).text();
    CHECK_THAT(text, ContainsSubstring("a \\ b: the probability of never       x         y\n") &&
                         ContainsSubstring("\n1                                25.0 %    50.0 %") &&
                         ContainsSubstring("> 99.7 %"));
    const auto rows = parse_csv(csv(pairs));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][0] == "axis_a");
    CHECK(rows[0][1] == "axis_b_x");
    CHECK(rows[2][1] == "0.75");
    CHECK_THAT(hw::report::markdown(pairs), ContainsSubstring("25.0 %"));
    hw::report::html_page page("Two ways");
    page.table("The median", pairs).table("What must be true", answer(asked, {met}));
    CHECK_THAT(page.text(), ContainsSubstring("75.0") && ContainsSubstring("3.50"));
}

TEST_CASE("a two-way table tells its unit once, and exact cells to the digits of the others") {
    using money = hw::quantity<hw::dim::money>;
    const hw::two_way_table<money> pairs({"a", {"1", "2"}}, {"price", {"80 million USD", "90 million USD"}},
                                         {{18.43 * million_usd, 0.1 * million_usd},
                                          {2.22751574001 * million_usd, 0.0 * usd},
                                          {17.0 * million_usd, 0.1 * million_usd},
                                          {3.0 * million_usd, 0.0 * usd}},
                                         "the median", false);
    const std::string text = table(pairs).text();
    CHECK_THAT(text, ContainsSubstring("a \\ price: the median [million USD]  80 million USD  90 million USD\n") &&
                         ContainsSubstring("18.4            2.23\n") && ContainsSubstring("17.0               3"));
    const hw::two_way_table<double> rare({"a", {"1"}}, {"b", {"x", "y"}}, {{9.84e-32, 1e-31}, {1.0 - 1e-12, 1e-12}},
                                         "the probability of never", true);
    CHECK_THAT(table(rare).text(), ContainsSubstring("< 0.0001 %  > 99.9999 %"));
    // Programs get all.
    CHECK_THAT(csv(pairs), ContainsSubstring("2227515.74001"));
    const hw::two_way_table<double> exact({"a", {"1"}}, {"b", {"x"}}, {{1.0 / 3.0, 0.0}}, "the median", false);
    CHECK_THAT(table(exact).text(), ContainsSubstring("0.333333\n"));
}

constexpr auto load = hw::assumption<"load">(hw::normal(1.0, 0.2), "test");
constexpr auto rents = hw::forecast(hw::inputs(load), [](const auto& in) { return in[load] * 10.0 * million_usd; });

constexpr hw::date today(2026y / 1 / 1);
constexpr auto price = hw::path<"price of power">(
    hw::log_walk(today, 10.0 * million_usd, hw::grows_by_percent(1.0, year), hw::per_sqrt_year(0.3)), "test");
constexpr auto power =
    hw::forecast(hw::inputs(load, price), [](const auto& in) { return in[load] * in[price](today + 1.0 * year); });

TEST_CASE("a path that no value of information is told of has a row that says so") {
    const auto d = hw::decide(hw::better::lower, hw::option<"buy">(9.5 * million_usd), hw::option<"make">(power),
                              {.draws = 1000, .seed = 1});
    const auto worth = parse_csv(csv(d.information()));
    REQUIRE(worth.size() == 4);
    CHECK(worth[2][0] == "load");
    CHECK(worth[3][0] == "price of power (a path: in all inputs only)");
    CHECK(worth[3][1].empty());
    CHECK_THAT(table(d.information()).text(), ContainsSubstring("\nprice of power (a path: in all inputs only)"));
}

TEST_CASE("a decision has a row for each option, and its information a row for each input") {
    const auto d = hw::decide(hw::better::lower, hw::option<"buy">(9.5 * million_usd), hw::option<"rent">(rents),
                              {.draws = 1000, .seed = 1});
    const std::string text = table(d).text();
    CHECK_THAT(text, ContainsSubstring("option  best now  mean [million USD]") && ContainsSubstring("P(best)") &&
                         ContainsSubstring("\nbuy          yes                 9.5                   0"));
    CHECK(text.find("ties") == std::string::npos);  // there are none
    const auto rows = parse_csv(csv(d));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::vector<std::string>{"option", "best_now", "mean_USD", "mean_standard_error_USD",
                                              "probability_best", "probability_best_standard_error", "ties", "regret_USD",
                                              "regret_standard_error_USD", "from_best_USD",
                                              "from_best_standard_error_USD"});
    CHECK(rows[1][0] == "buy");
    CHECK(rows[1][2] == "9500000");
    CHECK(rows[1][9].empty());
    CHECK(rows[2][1].empty());
    CHECK(std::stod(rows[2][9]) == d["rent"].from_best.in(usd));
    const auto worth = parse_csv(csv(d.information()));
    REQUIRE(worth.size() == 3);
    CHECK(worth[1][0] == "all inputs");
    CHECK(worth[2][0] == "load");
    CHECK(std::stod(worth[1][1]) == d["buy"].regret.in(usd));
    CHECK_THAT(table(d.information()).text(), ContainsSubstring("to know") && ContainsSubstring("is worth"));
    CHECK_THAT(hw::report::markdown(d), ContainsSubstring("P(best)"));
    CHECK_THAT(hw::report::json(d), ContainsSubstring("\"probability_best\""));
    const auto even = hw::decide(hw::better::lower, hw::option<"a">(rents), hw::option<"b">(rents), {.draws = 1000});
    CHECK_THAT(table(even).text(), ContainsSubstring("ties"));
}

constexpr auto growth = hw::assumption<"growth">(hw::normal(0.05, 0.2), "test");

TEST_CASE("an option to wait has a row for each date") {
    const auto pays = hw::forecast(hw::inputs(growth), [](const auto& in, const auto& when) {
        return ((when - hw::date(2026y / 1 / 1)).in(year) * in[growth] - 0.02) * million_usd;
    });
    const auto w = hw::real_option(hw::better::higher, pays, hw::may_act_on({2026y / 1 / 1, 2027y / 1 / 1}), 0.05,
                                   {.draws = 1000});
    const auto rows = parse_csv(csv(w));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0] == std::vector<std::string>{"date", "probability_of_acting", "probability_of_acting_standard_error", "rule"});
    CHECK(rows[1][0] == "2026-01-01");
    CHECK(rows[1][3] == "wait");
    CHECK(rows[2][3] == "act if it gives anything");
    CHECK(rows[3][0] == "never");
    CHECK(std::stod(rows[2][1]) + std::stod(rows[3][1]) == 1.0);
    CHECK_THAT(table(w).text(), ContainsSubstring("acts") && ContainsSubstring("act if it gives anything"));
}

}  // namespace
