// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/precision.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

#include <sstream>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::normal(0.0, 1.0), "test");
constexpr auto delay = hw::forecast(hw::inputs(x), [](const auto& in) { return hw::date(2026y / 1 / 1) + in[x] * (10.0 * day); });
constexpr auto named = hw::forecast(hw::inputs(x), [](const auto& in) {
    return hw::outputs(hw::output<"number">(in[x]), hw::output<"cost">(in[x] * million_usd));
});

TEST_CASE("each error is told beside what was asked") {
    const hw::known_to asked{.mean = 2.0 * day, .median = 1.0 * second, .probability_below = {{hw::date(2026y / 1 / 1), 0.01}}};
    const auto o = hw::simulate(delay, {.draws = 10'000, .seed = 3});
    const auto p = hw::precision_of(o, asked);
    REQUIRE(p.errors().size() == 3);
    CHECK(p.errors()[0].reached);
    CHECK(p.errors()[0].statistic == "mean");
    CHECK(p.errors()[0].error == hw::to_text(o.standard_error()));
    CHECK(p.errors()[0].asked == "2 days");
    CHECK_FALSE(p.errors()[1].reached);
    CHECK(p.errors()[1].error == hw::to_text(o.quantile_standard_error(0.5)));
    CHECK(p.errors()[2].statistic == "probability below 2026-01-01");
    CHECK(p.errors()[2].error == "0.005");  // sqrt(0.25 / 10 000)
    CHECK(p.errors()[2].reached);
    CHECK_FALSE(p.reached());
    CHECK(!p);
    std::ostringstream out;
    out << p;
    CHECK_THAT(out.str(), ContainsSubstring("mean: standard error 2.38 hours, asked 2 days\n") &&
                              ContainsSubstring("median: standard error ") && ContainsSubstring(", asked 1 second, not reached\n"));
}

TEST_CASE("of named outputs, dates and shards") {
    const auto o = hw::simulate(named, {.draws = 10'000, .keep = false});
    const hw::error_targets asked{{.of = "cost", .mean = 0.5 * million_usd}, {.mean = hw::share_of_range(0.1)}};
    const auto p = hw::precision_of(o, asked);
    REQUIRE(p.errors().size() == 3);
    CHECK(p.errors()[0].output == "number");
    CHECK(p.errors()[1].output == "cost");
    CHECK(p.errors()[1].asked == "500 thousand USD");
    CHECK(p.reached());
    CHECK_THROWS_WITH((void)hw::precision_of(o, hw::error_targets{{.of = "costs", .mean = 1.0}}),
                      ContainsSubstring("precision_of: until asks for an output \"costs\""));

    const auto over_time = hw::forecast(hw::inputs(x), [](const auto& in, const hw::date&) { return in[x]; });
    const auto fan = hw::precision_of(hw::simulate(over_time, {2026y / 1 / 1, 2027y / 1 / 1}, {.draws = 100}),
                                      hw::known_to{.quantiles = {{0.999, 0.1}}});
    REQUIRE(fan.errors().size() == 2);
    CHECK(fan.errors()[1].output == "on 2027-01-01");
    CHECK(fan.errors()[1].error == "not known");
    CHECK_FALSE(fan.reached());

    const hw::known_to mean{.mean = 1.0 * day};
    const auto first = hw::simulate(delay, {.draws = 10'000, .shard = {0, 2}});
    CHECK(hw::precision_of(hw::merge(first, hw::simulate(delay, {.draws = 10'000, .shard = {1, 2}})), mean).reached());
    CHECK_THROWS_WITH((void)hw::precision_of(hw::simulate(delay, {.draws = 64, .shard = {0, 2}}), hw::known_to{.probability_never = 0.1}),
                      ContainsSubstring("the outcome has no draws; merge the shards of the run first"));
}

}  // namespace
