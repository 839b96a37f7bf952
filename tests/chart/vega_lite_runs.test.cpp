// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/vega_lite_runs.hpp>

#include "catch.hpp"
#include "chart/vega_checks.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/belief/makers.hpp>
#include <headway/chart/vega_lite.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

#include <string>
#include <vector>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using hw::date;
using hw::report::vega_lite;
using parse_json::value;
using vega::parsed;
using vega::rows;

namespace {

using money = hw::quantity<hw::dim::money>;
using point = report::scatter_chart_point<double, double>;

inline constexpr auto luck = hw::assumption<"luck">(hw::uniform(0.0, 1.0), "test");
inline constexpr auto price = hw::assumption<"price">(hw::uniform(2.0 * usd, 3.0 * usd), "test");
inline constexpr auto binds = hw::forecast(hw::inputs(luck), [](const auto& in, const auto& when) {
    const auto power = hw::select(in[luck] < 0.2 * (when - date(2026y / 1 / 1)).in(year), 1.0, 0.0);
    return hw::outputs(hw::output<"money">(1.0 - power), hw::output<"power">(power), hw::output<"built">(in[luck] * usd));
});
/// The place of a kind; never in a quarter of the draws.
inline constexpr auto place = hw::forecast(hw::inputs(luck), [](const auto& in, const auto&) {
    return hw::select(in[luck] < 0.25, 0.0, hw::select(in[luck] < 0.75, 1.0, hw::no_limit));
});
inline constexpr auto bill = hw::forecast(hw::inputs(luck, price), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price] * 1e6), hw::output<"luck again">(in[luck]));
});

const std::vector<date> dates{2026y / 1 / 1, 2027y / 1 / 1};

const std::vector<value>& hues(const value& spec) { return spec["layer"].items[0]["encoding"]["color"]["scale"]["range"].items; }

TEST_CASE("stacked probabilities lie one upon the other and keep the colours of their kinds") {
    const value spec = parsed(vega_lite({2027y / 1 / 1, 2026y / 1 / 1},
                                        {{"money", {0.5, 0.75}}, {"no [water]", {0.0, 0.0}}, {"power", {0.5, 0.25}}}, {.title = "Limits"}));
    CHECK(spec["title"]["text"].text == "Limits");
    REQUIRE(rows(spec).size() == 6);
    const value& first = rows(spec)[0];
    CHECK(first["date"].real == 1767225600e3);  // 2026-01-01, the earlier of the two
    CHECK(first["from"].real == 0.0);
    CHECK(first["to"].real == 0.75);
    CHECK(first["told"].text == "money: 75 % on 2026-01-01");
    CHECK(rows(spec)[3]["from"].real == rows(spec)[3]["to"].real);
    CHECK(rows(spec)[5]["kind"].text == "power");
    CHECK(rows(spec)[5]["from"].real == 0.5);
    CHECK(rows(spec)[5]["to"].real == 1.0);
    REQUIRE(hues(spec).size() == 3);
    CHECK(hues(spec)[2].text == "#009e73");
    CHECK(spec["layer"].items[0]["mark"]["type"].text == "area");
    CHECK(spec["layer"].items[0]["encoding"]["y"]["axis"]["format"].text == ".1~%");
    const value bar = parsed(vega_lite({2026y / 1 / 1}, {{"money", {1.0}}}));
    CHECK(bar["layer"].items[0]["mark"]["type"].text == "bar");
}

TEST_CASE("stacked probabilities of a run: the kinds that are named, or the places, which the type of the options tells") {
    const hw::simulation options{.draws = 4096, .seed = 1, .method = hw::method::sobol};
    const auto fan = hw::simulate(binds, dates, options);
    const value spec = parsed(vega_lite<"power", "money">(fan));
    REQUIRE(rows(spec).size() == 4);
    CHECK(rows(spec)[0]["kind"].text == "power");
    CHECK(rows(spec)[0]["to"].real == 0.0);
    CHECK_THAT(rows(spec)[1]["to"].real, WithinAbs(0.2, 0.002));
    CHECK(rows(spec)[3]["from"].real == rows(spec)[1]["to"].real);
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("4096 draws; the standard error"));

    const auto places = hw::simulate(place, dates, options);
    const value by_place = parsed(vega_lite(places, report::stacked_probability_chart_options{.kinds = {"a", "b"}}));
    REQUIRE(rows(by_place).size() == 6);
    CHECK(rows(by_place)[4]["kind"].text == "never");
    CHECK_THAT(rows(by_place)[4]["probability"].real, WithinAbs(0.25, 0.002));
    // Without them it is the fan of the number.
    CHECK(rows(parsed(vega_lite(places, {.title = "Place"})))[0]["median"].real == 1.0);
    CHECK_THROWS_MATCHES(vega_lite({2026y / 1 / 1}, {{"a", {0.5}}, {"b", {0.4}}}), std::domain_error,
                         MessageMatches(ContainsSubstring("add up to 0.9, not to 1")));
}

TEST_CASE("a scatter has its points, what is never at the end of the axis, and says the correlation") {
    const value spec = parsed(vega_lite(std::vector<point>{{1.0, 10.0}, {2.0, 30.0}, {3.0, never}},
                                        {.input = "an input", .answer_unit = {"apples"}}));
    REQUIRE(rows(spec).size() == 3);
    CHECK(rows(spec)[1]["input"].real == 2.0);
    CHECK(rows(spec)[1]["answer"].real == 30.0);
    CHECK(rows(spec)[1]["told"].text == "draw 1: 2, 30 apples");
    REQUIRE(spec["layer"].items.size() == 2);
    const value& y = spec["layer"].items[1]["encoding"]["y"];
    CHECK(rows(spec)[2]["answer"].real == y["scale"]["domainMax"].real);
    CHECK(y["scale"]["domainMax"].real > 30.0);
    CHECK(y["title"].text == "answer, apples");
    CHECK(spec["layer"].items[1]["encoding"]["x"]["title"].text == "an input");
    CHECK_THAT(vega_lite(std::vector<point>{{1.0, 10.0}, {2.0, never}}), ContainsSubstring("triangle-up"));
    // Both rise throughout, never being the greatest.
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("Spearman's rank correlation 1") &&
                                      ContainsSubstring("Never in 1 of 3 draws"));

    const value all_never = parsed(vega_lite(std::vector<point>{{1.0, never}, {2.0, never}}));
    CHECK(rows(all_never)[0]["answer"].text == "never");
    CHECK(all_never["layer"].items[0]["encoding"]["y"]["type"].text == "nominal");
    CHECK_THROWS_MATCHES(vega_lite(std::vector<point>{}), std::domain_error, MessageMatches(ContainsSubstring("no points")));
}

TEST_CASE("a scatter of a run has the draws of the input, those that are shown") {
    const auto run = hw::simulate(bill, {.draws = 1000, .seed = 7});
    const value spec = parsed(vega_lite<"luck again">(bill, run, luck, {.most_points = 40}));
    REQUIRE(rows(spec).size() == 40);
    for (const value& row : rows(spec)) CHECK(row["input"].real == row["answer"].real);
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("the first 40 of 1000 draws"));
    const value cost = parsed(vega_lite<"cost">(bill, run, price));
    const value& last = rows(cost).back();
    CHECK_THAT(last["answer"].real, WithinAbs(last["input"].real, 1e-9));  // million USD against USD
    const value& axes = cost["layer"].items[0]["encoding"];
    CHECK(axes["x"]["title"].text == "price, USD");
    CHECK(axes["y"]["title"].text == "cost, million USD");
    const auto fan = hw::simulate(binds, dates, {.draws = 100, .seed = 7});
    CHECK(rows(parsed(vega_lite<"built">(binds, fan, luck, dates[1]))).size() == 100);
}

TEST_CASE("a convergence has two plots: the statistic with its interval, and its error, with what was asked") {
    std::vector<double> draws;
    for (int i = 0; i < 20'000; ++i) draws.push_back(1e6 * ((7919 * i) % 20'000 + 0.5) / 20'000.0);
    const auto run = outcome_of<money>(draws);
    const value spec = parsed(vega_lite(run, hw::statistic::mean, {.until = {.mean = 4e3 * usd}}));
    const auto& plots = spec["vconcat"].items;
    REQUIRE(plots.size() == 2);
    const value& last = rows(spec).back();
    CHECK(last["draws"].real == 20'000.0);
    const value& y = plots[0]["layer"].items[0]["encoding"]["y"];
    CHECK(y["title"].text == "running mean, thousand USD");
    CHECK_THAT(last["value"].real, WithinAbs(500.0, 1e-6));
    // The standard deviation of a uniform is the root of 1/12 of its width; 1.645 standard errors to either side.
    CHECK_THAT(last["high"].real - last["low"].real, WithinAbs(2e3 * 1.6449 * 0.288675 / 141.4214, 0.01));
    const value& e = plots[1]["layer"].items[0]["encoding"]["y"];
    CHECK(e["scale"]["type"].text == "log");
    CHECK(e["title"].text == "standard error, thousand USD");
    CHECK_THAT(last["error"].real, WithinAbs(1e3 * 0.288675 / 141.4214, 1e-3));
    CHECK_THAT(plots[1]["layer"].items[1]["data"]["values"].items[0]["at"].real, WithinAbs(4.0, 1e-12));
    // (288.7 / 4)^2 = 5208, so at the second look, after 8192.
    CHECK(plots[0]["layer"].items[2]["data"]["values"].items[0]["at"].real == 8192.0);
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("could have stopped after 8192 draws"));
    const value median = parsed(vega_lite(run, hw::statistic::median));
    CHECK_THAT(rows(median).back()["value"].real, WithinAbs(500.0, 0.1));
    CHECK(rows(median).back().members.count("told") == 1);
}

TEST_CASE("a convergence of shards, of one draw, and of what is never") {
    std::vector<hw::outcome<double>> shards;
    for (unsigned i = 0; i < 3; ++i) shards.push_back(get<"luck again">(hw::simulate(bill, {.draws = 3000, .seed = 2, .shard = {i, 3}})));
    const value spec = parsed(vega_lite(shards, hw::statistic::quantile(0.9)));
    REQUIRE(rows(spec).size() == 3);
    CHECK(rows(spec)[1]["draws"].real > rows(spec)[0]["draws"].real);
    CHECK(rows(spec)[2]["draws"].real == 3000.0);
    CHECK_THAT(rows(spec)[2]["value"].real, WithinAbs(0.9, 0.022));  // four standard errors of 0.0055

    const value one = parsed(vega_lite(outcome_of({3.0}), hw::statistic::median));
    CHECK(rows(one).size() == 1);
    CHECK(one["layer"].items[0]["mark"]["type"].text == "point");  // no error, so one plot
    const value half = parsed(vega_lite(outcome_of({1.0, never, 2.0, never, never}), hw::statistic::median));
    CHECK(rows(half)[0]["value"].is == value::null);
    CHECK_THAT(vega_lite(outcome_of(std::vector<double>(100, never)), hw::statistic::median), ContainsSubstring("\"said\": \"never\""));
    CHECK_THROWS_MATCHES(vega_lite(outcome_of({}), hw::statistic::mean), std::domain_error, MessageMatches(ContainsSubstring("no draws")));
}

}  // namespace
