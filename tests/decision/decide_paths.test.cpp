// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/decide.hpp>
#include <headway/decision/real_option.hpp>

#include "catch.hpp"
#include "real_option.hpp"

#include <headway/assumption/path.hpp>
#include <headway/quantity/units.hpp>

#include <cmath>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr hw::date today(2026y / 1 / 1);
// Of the put of Longstaff and Schwartz: the median of a stock that grows by 6 % in the mean, with a volatility of 20 %.
constexpr auto stock = hw::path<"stock">(
    hw::log_walk(today, 36.0 * usd, hw::growth::from_rate_per_second(0.04 / (1.0 * year).base_value()),
                 hw::per_sqrt_year(0.2)),
    "a test");
constexpr auto other_stock = hw::path<"stock">(
    hw::log_walk(today, 36.0 * usd, hw::growth::from_rate_per_second(0.04 / (1.0 * year).base_value()),
                 hw::per_sqrt_year(0.3)),
    "a test");
constexpr auto strike = hw::assumption<"strike">(hw::normal(36.0 * usd, 2.0 * usd), "a test");
constexpr auto put =
    hw::forecast(hw::inputs(stock), [](const auto& in, const auto& when) { return 40.0 * usd - in[stock](when); });

TEST_CASE("a put on a path that may be exercised on fifty dates, against a binomial tree and the published value") {
    const auto dates = hw::dates_every(1.0 / 50.0 * year, today, 51);
    const auto w = hw::real_option(hw::better::higher, put, hw::may_act_on(dates), std::expm1(0.06),
                                   {.draws = 16'384, .seed = 11});
    INFO(w.text());
    // What the rule loses is below 0.005 with so few draws.
    CHECK_THAT(w.value().in(usd), WithinAbs(reference::bermudan_put_50, 3.0 * w.standard_error().in(usd) + 0.005));
    CHECK(std::abs(reference::bermudan_put_50 - 4.478) <
          5e-4);  // Longstaff and Schwartz, table 1, by finite differences
    CHECK(w.dates().front().rule == "wait");
    CHECK(w.dates()[45].threshold.has_value());
}

TEST_CASE("options share a path by its name, which has no row of its own in what it is worth to know") {
    const hw::date later = today + 1.0 * year;
    const auto hold = hw::forecast(hw::inputs(stock), [later](const auto& in) { return in[stock](later); });
    const auto twice = hw::forecast(hw::inputs(strike, stock),
                                    [later](const auto& in) { return 2.0 * in[stock](later) - in[strike]; });
    const auto d = hw::decide(hw::better::higher, hw::option<"hold">(hold), hw::option<"twice">(twice),
                              {.draws = 8192, .seed = 1});
    // The difference is stock - strike: what the path shares cancels.
    const double mean = 36.0 * std::exp(0.06);
    const double stddev = std::sqrt(mean * mean * std::expm1(0.04) + 4.0);
    CHECK_THAT(d.difference("twice", "hold").mean().in(usd), WithinAbs(mean - 36.0, 4.4 * stddev / std::sqrt(8192.0)));
    CHECK_THAT(d.difference("twice", "hold").stddev().in(usd), WithinAbs(stddev, 0.05 * stddev));
    REQUIRE(d.information().inputs.size() == 1);
    CHECK(d.information().inputs[0].input == "strike");
    REQUIRE(d.information().paths == std::vector<std::string_view>{"stock"});
    CHECK(d.perfect_information().value > d.perfect_information(strike).value);

    const auto wild = hw::forecast(hw::inputs(other_stock), [later](const auto& in) { return in[other_stock](later); });
    CHECK_THROWS_WITH(
        hw::decide(hw::better::higher, hw::option<"hold">(hold), hw::option<"wild">(wild)),
        ContainsSubstring("the options 'hold' and 'wild' believe the input 'stock' differently, a random walk"));
}

}  // namespace
