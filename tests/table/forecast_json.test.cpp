// SPDX-License-Identifier: BSL-1.0
#include <headway/table/forecast_json.hpp>

#include "catch.hpp"
#include "table/parse_json.hpp"

#include <headway/assumption/assumptions_of.hpp>
#include <headway/assumption/correlate.hpp>
#include <headway/assumption/path.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/parse_belief.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/forecast/common_factor.hpp>
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
inline constexpr auto power = hw::path<"power">(
    hw::log_walk(2026y / 1 / 1, 60.0 * usd, hw::grows_by_percent(2.0, year), hw::per_sqrt_year(0.2)), "test");
inline constexpr auto gas = hw::path<"gas">(
    hw::log_walk(2026y / 1 / 1, 30.0 * usd, hw::grows_by_percent(1.0, year), hw::per_sqrt_year(0.3)), "test");
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

TEST_CASE("correlations are told by their inputs, kind and coefficient") {
    CHECK(parsed(f)["correlations"].items.empty());
    CHECK_THAT(json(f), Catch::Matchers::ContainsSubstring("\"correlated\": false"));
    constexpr auto model = [](const auto& in) { return in[first_run] / in[decline] * in[gas](2030y / 1 / 1) / in[power](2030y / 1 / 1); };
    constexpr auto both = hw::forecast(hw::inputs(decline, power, first_run, gas), model, hw::correlate(first_run, decline, -0.4),
                                       hw::correlate(power, gas, 0.7));
    CHECK_THAT(json(both), Catch::Matchers::ContainsSubstring("\"correlated\": true"));
    const value told = parsed(both)["correlations"];
    const auto& all = told.items;
    REQUIRE(all.size() == 2);
    CHECK(all[0]["inputs"].items[0].text == "decline");
    CHECK(all[0]["inputs"].items[1].text == "first \"run\"");
    CHECK(all[0]["kind"].text == "spearman_rank");
    CHECK(all[0]["coefficient"].real == -0.4);
    CHECK(all[1]["inputs"].items[0].text == "power");
    CHECK(all[1]["inputs"].items[1].text == "gas");
    CHECK(all[1]["kind"].text == "pearson_of_shocks");
    CHECK(all[1]["coefficient"].real == 0.7);
    // Of a common factor each pair has what its loadings make: 6/pi asin(0.6 * 0.8 / 2) in rank.
    constexpr auto factor = hw::forecast(hw::inputs(decline, first_run, start), [](const auto& in) { return in[first_run] / in[decline]; },
                                         hw::common_factor(hw::loads(decline, 0.6), hw::loads(first_run, 0.8)));
    const value one = parsed(factor)["correlations"];
    REQUIRE(one.items.size() == 1);
    CHECK_THAT(one.items[0]["coefficient"].real, Catch::Matchers::WithinRel(0.46288467875429967, 1e-12));
}

TEST_CASE("assumptions are the document that is read back") {
    CHECK(json(hw::assumptions_of(f)) == hw::assumptions_json(hw::assumptions_of(f)));
    CHECK(hw::parse_assumptions_json(json(hw::assumptions_of(f)), f).size() == 3);
}

}  // namespace
