// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/vega_lite_plans.hpp>

#include "catch.hpp"
#include "chart/vega_checks.hpp"
#include "track_record.hpp"

#include <headway/belief/makers.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>
#include <headway/sensitivity/explain_change.hpp>

#include <limits>
#include <string>
#include <vector>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinAbs;
using hw::report::vega_lite;
using parse_json::value;
using vega::parsed;
using vega::rows;

namespace {

using money = hw::quantity<hw::dim::money>;
constexpr double never = std::numeric_limits<double>::infinity();

hw::date at_day(double days) { return hw::date::from_seconds_since_1970(86400.0 * days); }

inline constexpr auto price = hw::assumption<"price">(hw::uniform(1.0, 3.0), "test");
inline constexpr auto amount = hw::assumption<"amount">(hw::uniform(10.0, 30.0), "test");
inline constexpr auto bill = hw::forecast(hw::inputs(price, amount), [](const auto& in) { return in[price] * in[amount]; });

TEST_CASE("a schedule has its quantiles in milliseconds, and an end that is never stands at the end of the axis") {
    const value spec = parsed(vega_lite(std::vector<report::gantt_chart_row>{
        {"dig", {at_day(0), at_day(1), at_day(2)}, {at_day(3), at_day(4), at_day(5)}, 0.9},
        {"build", {at_day(3), at_day(4), at_day(5)}, {at_day(6), at_day(9), hw::date::never()}, 0.1}}));
    REQUIRE(rows(spec).size() == 2);
    CHECK(rows(spec)[0]["stage"].text == "critical");
    CHECK(rows(spec)[0]["start"].real == 86400e3);
    CHECK(rows(spec)[0]["latest"].real == 5.0 * 86400e3);
    CHECK(rows(spec)[0]["never"].real == 0.0);
    CHECK(rows(spec)[1]["never"].real == 1.0);
    CHECK(rows(spec)[1]["latest"].real == spec["layer"].items[0]["encoding"]["x"]["scale"]["domainMax"].real);
    CHECK(spec["layer"].items[0]["encoding"]["x"]["axis"]["format"].text == "%Y-%m-%d");
    CHECK_THROWS_AS(vega_lite(std::vector<report::gantt_chart_row>{}), std::domain_error);
}

TEST_CASE("a waterfall leads from the value before to the one after") {
    using step = report::waterfall_chart_step<money>;
    const value spec = parsed(vega_lite(10.0 * million_usd, std::vector<step>{{"a", 3.0 * million_usd}, {"a", -5.0 * million_usd}}));
    REQUIRE(rows(spec).size() == 4);
    CHECK(rows(spec)[0]["name"].text == "before");
    CHECK(rows(spec)[0]["value"].real == 10.0);
    CHECK(rows(spec)[1]["to"].real == 13.0);
    CHECK(rows(spec)[1]["direction"].text == "higher");
    CHECK(rows(spec)[2]["name"].text == "a (2)");
    CHECK(rows(spec)[2]["from"].real == 13.0);
    CHECK(rows(spec)[2]["direction"].text == "lower");
    CHECK(rows(spec)[3]["value"].real == 8.0);
    const auto& order = spec["layer"].items[0]["encoding"]["y"]["scale"]["domain"].items;
    REQUIRE(order.size() == 4);
    CHECK(order[0].text == "before");
    CHECK(order[2].text == "a (2)");
    const value why = parsed(vega_lite(hw::explain_change(bill, bill.with(hw::override(price, hw::uniform(2.0, 4.0))), {.draws = 1024})));
    REQUIRE(rows(why).size() == 3);
    CHECK(rows(why)[1]["name"].text == "price");
    CHECK(rows(why)[1]["from"].real == rows(why)[0]["value"].real);
    CHECK_THAT(rows(why)[1]["to"].real, WithinAbs(rows(why)[2]["value"].real, 1e-9));
}

TEST_CASE("a two-way table has a cell for each pair, told in words, and none of a value that is never") {
    const hw::two_way_table<double> pairs({"a", {"1", "2"}}, {"b.[c]", {"x", "y"}}, {{0.25, 0.01}, {0.5, 0.01}, {never, 0.0}, {1.0, 0.0}},
                                          "the median", false);
    const value spec = parsed(vega_lite(pairs));
    REQUIRE(rows(spec).size() == 4);
    CHECK(rows(spec)[1]["down"].text == "1");
    CHECK(rows(spec)[1]["across"].text == "y");
    CHECK(rows(spec)[1]["value"].real == 0.5);
    CHECK(rows(spec)[2]["value"].is == value::null);
    CHECK(rows(spec)[2]["told"].text == "never");
    CHECK(spec["layer"].items[0]["encoding"]["x"]["title"].text == "b.[c]");
}

TEST_CASE("a calibration plot has its points, and what chance does where the cases are told") {
    const value spec = parsed(vega_lite(std::vector<report::calibration_chart_point>{{0.5, 0.4, 25}, {0.9, 1.0, 0}, {0.8, 0.7, 4}}));
    REQUIRE(rows(spec).size() == 3);
    CHECK_THAT(rows(spec)[0]["low"].real, WithinAbs(0.3, 1e-12));  // 0.5 - 2 sqrt(0.25 / 25)
    CHECK_THAT(rows(spec)[0]["high"].real, WithinAbs(0.7, 1e-12));
    CHECK(rows(spec)[1].members.count("low") == 0);
    CHECK(rows(spec)[2]["high"].real == 1.0);
    CHECK_THROWS_AS(vega_lite(std::vector<report::calibration_chart_point>{}), std::domain_error);
}

TEST_CASE("the reliability of a record has its events by tenths of what was stated, the calibration its intervals") {
    const hw::track_record record(hw::ledger(reference::track_record_ledger), {.baseline = "no change"});
    const value spec = parsed(report::reliability_vega_lite(record.all(), {.observed = "share that came"}));
    REQUIRE(rows(spec).size() == 2);  // 35 % and 80 % were said of one event each, and both came
    CHECK_THAT(rows(spec)[0]["stated"].real, WithinAbs(0.35, 1e-12));
    CHECK(rows(spec)[1]["observed"].real == 1.0);
    CHECK_THAT(rows(spec)[0]["high"].real, WithinAbs(1.0, 1e-12));
    const value& axes = spec["layer"].items[2]["encoding"];
    CHECK(axes["x"]["title"].text == "stated probability");
    CHECK(axes["x"]["axis"]["format"].text == ".1~%");
    CHECK(axes["y"]["title"].text == "share that came");
    CHECK(spec["title"]["text"].text == "Reliability");
    const value held = parsed(vega_lite(record.all()));
    REQUIRE(rows(held).size() == 3);
    CHECK(rows(held)[0]["stated"].real == 0.5);
    CHECK_THAT(rows(held)[0]["observed"].real, WithinAbs(5.0 / 6.0, 1e-12));
    CHECK_THROWS_AS(report::reliability_vega_lite(hw::track_record{hw::ledger("entry,id,date,who,question,unit,value,due,source,seed,version\n"
                                                                              "state,a,2025-01-01,x,q,,1\n")}.all()), std::domain_error);
}

TEST_CASE("a learning curve is on logarithmic axes, observations and curve in one unit") {
    using point = report::learning_chart_point<double, money>;
    using step = report::learning_chart_step<double, money>;
    const value spec = parsed(vega_lite(std::vector<point>{{1.0, 4e6 * usd}, {10.0, 2e6 * usd}},
                                        std::vector<step>{{1.0, 3e6 * usd, 4e6 * usd, 5e6 * usd}, {100.0, 8e5 * usd, 1e6 * usd, 2e6 * usd}}));
    REQUIRE(rows(spec).size() == 4);
    CHECK(rows(spec)[0]["cost"].real == 4.0);
    CHECK(rows(spec)[3]["centre"].real == 1.0);
    const value& y = spec["layer"].items[0]["encoding"]["y"];
    CHECK(y["scale"]["type"].text == "log");
    CHECK(y["title"].text == "million USD");
    CHECK(y["scale"]["domainMin"].real < 0.8);
    CHECK(y["scale"]["domainMax"].real > 5.0);
}

}  // namespace
