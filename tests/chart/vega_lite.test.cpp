// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/vega_lite.hpp>

#include "catch.hpp"
#include "chart/vega_checks.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/quantity/units.hpp>

#include <string>
#include <vector>

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using hw::report::vega_lite;
using parse_json::value;
using vega::parsed;
using vega::rows;

namespace {

using money = hw::quantity<hw::dim::money>;
using row_of_money = hw::report::comparison_chart_row<money>;

TEST_CASE("a histogram's bars have the shares of draws, in the unit of the axis") {
    std::vector<double> draws;
    for (int i = 0; i < 1000; ++i) draws.push_back(1e6 * (50.0 + 0.05 * i));
    draws.push_back(never);
    const value spec = parsed(vega_lite(outcome_of<money>(draws), {.title = "Cost \x1b\xE2\x80\xAE\"", .bars = 10}));
    CHECK(spec["$schema"].text == "https://vega.github.io/schema/vega-lite/v5.json");
    CHECK(spec["title"]["text"].text == "Cost \"");
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("Never in 0.1 % of draws."));
    CHECK(spec["layer"].items[0]["encoding"]["x"]["title"].text == "million USD");
    REQUIRE(rows(spec).size() == 10);
    double sum = 0.0;
    for (std::size_t i = 0; i < 10; ++i) {
        const value& bar = rows(spec)[i];
        if (i > 0) CHECK(bar["from"].real == rows(spec)[i - 1]["to"].real);
        CHECK(bar["from"].real < bar["to"].real);
        CHECK(bar["from"].real > 49.0);
        CHECK(bar["to"].real < 101.0);
        sum += bar["share"].real;
    }
    CHECK_THAT(sum, WithinAbs(0.997, 0.003));
}

TEST_CASE("what happens in no draw, and what is always the same, has a chart too") {
    CHECK_THAT(vega_lite(outcome_of<money>({never, never})), ContainsSubstring("never in every draw"));
    const value same = parsed(vega_lite(outcome_of<hw::date>({86400.0, 86400.0})));
    double sum = 0.0;
    for (const value& bar : rows(same)) sum += bar["share"].real;
    CHECK_THAT(sum, WithinAbs(1.0, 1e-12));
    CHECK(same["layer"].items[0]["encoding"]["x"]["scale"]["type"].text == "utc");
}

TEST_CASE("a fan has its quantiles on each date, in milliseconds, and a median that is never is a gap") {
    const hw::fan<hw::outcome<money>> fan({hw::date{}, hw::date{} + 366.0 * day},
                                          {outcome_of<money>({1e6, 2e6, 3e6}), outcome_of<money>({4e6, never, never})});
    const value spec = parsed(vega_lite(fan));
    REQUIRE(rows(spec).size() == 2);
    CHECK(rows(spec)[1]["date"].real == 366.0 * 86400e3);
    CHECK(rows(spec)[0]["median"].real == 2.0);
    CHECK(rows(spec)[0]["quarter"].real == 1.5);
    CHECK(rows(spec)[1]["median"].is == value::null);
    CHECK(rows(spec)[1]["high"].real == spec["layer"].items[0]["encoding"]["y"]["scale"]["domainMax"].real);
    CHECK_THAT(vega::subtitle(spec), ContainsSubstring("Never in up to 66.7 %"));
}

TEST_CASE("scenarios keep their order, those of one name are told apart, never is an arrow at the end") {
    const std::vector<row_of_money> scenarios{{"a", 1e6 * usd, 2e6 * usd, 3e6 * usd},
                                              {"a", 1e6 * usd, 4e6 * usd, money::from_base_value(never)}};
    const value spec = parsed(vega_lite(scenarios));
    REQUIRE(rows(spec).size() == 2);
    CHECK(rows(spec)[0]["name"].text == "a");
    CHECK(rows(spec)[1]["name"].text == "a (2)");
    CHECK(rows(spec)[0]["high"].real == 3.0);
    CHECK(rows(spec)[1]["high"].real == spec["layer"].items[0]["encoding"]["x"]["scale"]["domainMax"].real);
    CHECK_THAT(vega_lite(scenarios), ContainsSubstring("\"never\": true") && ContainsSubstring("triangle-right"));
    CHECK(spec["layer"].items[0]["data"]["values"].items[0]["first"].real == 2.0);
}

TEST_CASE("a tornado has its widest swing first, and of two bars on one side the longer behind the other") {
    using bar = hw::report::tornado_chart_row<double>;
    const value spec = parsed(vega_lite(std::vector<bar>{{"narrow", 9.0, 11.0, "1", "2"}, {"wide", 12.0, 17.0, "3", "4"}}, 10.0));
    REQUIRE(rows(spec).size() == 4);
    CHECK(rows(spec)[0]["name"].text == "wide");
    CHECK(rows(spec)[0]["input"].text == "input high");
    CHECK(rows(spec)[0]["to"].real == 17.0);
    CHECK(rows(spec)[0]["from"].real == 10.0);
    CHECK(rows(spec)[0]["value"].text == "4");
    CHECK(rows(spec)[0]["thickness"].real > rows(spec)[1]["thickness"].real);
    CHECK(rows(spec)[2]["thickness"].real == rows(spec)[3]["thickness"].real);
}

TEST_CASE("what the charts refuse is refused") {
    const auto says = [](const char* text) { return MessageMatches(ContainsSubstring(text)); };
    CHECK_THROWS_MATCHES(vega_lite(outcome_of({})), std::domain_error, says("no draws"));
    CHECK_THROWS_MATCHES(vega_lite(outcome_of({1.0}), {.bars = 4}), std::domain_error, says("bars must be between 5 and 200"));
    CHECK_THROWS_MATCHES(vega_lite(outcome_of({-1.0, 1.0}), {.axis = hw::report::axis_kind::logarithmic}), std::domain_error,
                         says("use axis_kind::linear"));
    CHECK_THROWS_MATCHES(vega_lite(std::vector<row_of_money>{}), std::domain_error, says("there are no rows"));
    CHECK_THROWS_MATCHES(vega_lite(std::vector<row_of_money>{{"x", 3.0 * usd, 2.0 * usd, 4.0 * usd}}), std::domain_error,
                         says("quantiles of \"x\" are out of order"));
    CHECK_THROWS_MATCHES(vega_lite(outcome_of({1.0, 2.0}), {.width = 10.0}), std::domain_error, says("width must be between"));
}

}  // namespace
