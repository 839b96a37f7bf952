// SPDX-License-Identifier: BSL-1.0
#include <headway/table/forecast_json.hpp>

#include "catch.hpp"
#include "table/parse_json.hpp"

#include <headway/assumption/assumptions_of.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/parse_belief.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/quantity/units.hpp>

#include <string>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using hw::report::json;
using parse_json::json_parser;
using parse_json::value;

namespace {

inline constexpr auto decline = hw::assumption<"decline">(hw::ci90(3.0, 5.5), hw::figures::amodei::training_cost_decline);
inline constexpr auto first_run = hw::assumption<"first \"run\"">(hw::uniform(80.0 * million_usd, 200.0 * million_usd), "Judged.");
inline constexpr auto start = hw::assumption<"start">(hw::date(2024y / 3 / 1), "not read");
inline constexpr auto f = hw::forecast(hw::inputs(decline, first_run, start), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[first_run] / in[decline]), hw::output<"share">(in[decline] / 10.0));
});
inline constexpr auto over_time = hw::forecast(hw::inputs(start), [](const auto& in, const auto& on) { return on - in[start]; });

template <class Forecast>
value parsed(const Forecast& forecast) {
    const std::string text = json(forecast);
    return json_parser(text).document();
}

TEST_CASE("a forecast tells its inputs, their beliefs and sources, and its outputs") {
    const std::string text = json(f);
    CHECK_THAT(text, Catch::Matchers::ContainsSubstring("\"read\": false"));
    const value spec = parsed(f);
    CHECK(spec["headway"].text == hw::version);
    CHECK(spec["kind"].text == "forecast");
    CHECK(spec["schema_version"].real == 1.0);
    const auto& inputs = spec["inputs"].items;
    REQUIRE(inputs.size() == 3);
    CHECK(inputs[0]["name"].text == "decline");
    CHECK(inputs[0]["about"].text == "a number");
    CHECK(inputs[0]["figure"]["id"].text == "amodei.training_cost_decline");
    CHECK(inputs[0]["figure"]["citation"].text == hw::figures::citation(hw::figures::amodei::training_cost_decline));
    CHECK(inputs[1]["name"].text == "first \"run\"");
    CHECK(inputs[1]["note"].text == "Judged.");
    CHECK(inputs[1]["belief"]["p50"]["value"].real == 140e6);
    CHECK(inputs[1]["belief"]["p50"]["unit"].text == "USD");
    CHECK(inputs[2]["belief"]["notation"].text == "2024-03-01");
    CHECK(inputs[2]["belief"]["p5"]["value"].text == "2024-03-01");
    const auto& outputs = spec["outputs"].items;
    REQUIRE(outputs.size() == 2);
    CHECK(outputs[0]["name"].text == "cost");
    CHECK(outputs[0]["unit"].text == "USD");
    CHECK(outputs[0]["baseline"]["value"].real == hw::get<"cost">(f.baseline()).in(usd));
    CHECK(outputs[1]["about"].text == "a number");
}

TEST_CASE("the notation reads back as the belief, and the parameters are those of the shape's maker") {
    const value inputs = parsed(f)["inputs"];
    CHECK(hw::parse_belief<double>(inputs.items[0]["belief"]["notation"].text) == decline.belief());
    // The median of a lognormal is the geometric mean of the ends, sigma ln(5.5 / 3) / (2 * 1.6448536269514722).
    const auto& lognormal = inputs.items[0]["belief"]["components"].items[0];
    CHECK(lognormal["shape"].text == "lognormal");
    CHECK_THAT(lognormal["parameters"].items[0]["value"].real, Catch::Matchers::WithinRel(4.06201920231798, 1e-14));
    CHECK_THAT(lognormal["parameters"].items[1]["value"].real, Catch::Matchers::WithinRel(0.18425220142345, 1e-12));
    const auto& uniform = inputs.items[1]["belief"]["components"].items[0];
    CHECK(uniform["parameters"].items[0]["value"].real == 80e6);
    CHECK(uniform["parameters"].items[1]["value"].real == 200e6);
    const auto cut = f.with(hw::override(decline, hw::truncated(hw::normal(5.0, 2.0), 1.0, 8.0), "cut"));
    const value changed = parsed(cut)["inputs"].items[0];
    CHECK(changed["note"].text == "cut");
    CHECK(changed["belief"]["components"].items[0]["between"].items[1]["value"].real == 8.0);
    CHECK(changed.members.count("figure") == 0);
    const auto quantiles = f.with(hw::override(decline, hw::parse_belief<double>("from_quantiles(10 %: 2, 50 %: 4, 90 %: 9)")));
    const value of_three = parsed(quantiles)["inputs"].items[0]["belief"]["components"].items[0];
    REQUIRE(of_three["parameters"].items.size() == 3);
    CHECK(of_three["parameters"].items[2]["probability"].real == 0.9);
    CHECK(of_three["parameters"].items[2]["quantile"]["value"].real == 9.0);
}

TEST_CASE("a forecast over time has no baseline, and one output without a name") {
    const value spec = parsed(over_time);
    REQUIRE(spec["outputs"].items.size() == 1);
    CHECK(spec["outputs"].items[0]["unit"].text == "seconds");
    CHECK(spec["outputs"].items[0].members.count("baseline") == 0);
    CHECK(spec["outputs"].items[0].members.count("name") == 0);
}

TEST_CASE("assumptions are the document that is read back") {
    CHECK(json(hw::assumptions_of(f)) == hw::assumptions_json(hw::assumptions_of(f)));
    CHECK(hw::parse_assumptions_json(json(hw::assumptions_of(f)), f).size() == 3);
}

}  // namespace
