// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/stress.hpp>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/mixture.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto price = hw::assumption<"price">(hw::normal(10.0 * usd, 2.0 * usd), "test");
constexpr auto number = hw::assumption<"number">(hw::uniform(90.0, 110.0), "test");
constexpr auto bill = hw::forecast(hw::inputs(price, number), [](const auto& in) { return in[price] * in[number]; });
constexpr hw::simulation options{.draws = 4'000, .seed = 3};

}  // namespace

TEST_CASE("a stress test is the comparison with the belief truncated to that part") {
    const auto upper = hw::stress(bill, price, hw::level_range(0.9, 1.0), options);
    REQUIRE(upper.size() == 2);
    CHECK(upper.names()[0] == "as believed");
    CHECK(upper.names()[1] == "price above its 90 % quantile, 12.6 USD");
    const double inf = std::numeric_limits<double>::infinity();
    const auto by_hand = bill.with(
        hw::override(price, hw::truncated(hw::normal(10.0 * usd, 2.0 * usd), price.belief().quantile(0.9), inf * usd)));
    CHECK(upper[0].median() == hw::simulate(bill, options).median());
    CHECK(upper[1].median() == hw::simulate(by_hand, options).median());
    // The mean of the upper tenth of a normal is its mean and phi(z90) / 0.1 standard deviations.
    const auto difference = upper.difference(upper.names()[1]);
    CHECK_THAT(difference.mean() / usd,
               WithinAbs(100.0 * 2.0 * 1.7549833193248680, 4.0 * (difference.standard_error() / usd)));

    const auto between = hw::stress(bill, price, hw::value_range(9.0 * usd, 11.0 * usd), options);
    CHECK(between.names()[1] == "price between 9.00 USD and 11.0 USD");
    CHECK(between[1].quantile(1.0) <= 11.0 * 110.0 * usd);
    CHECK(between[1].quantile(0.0) >= 9.0 * 90.0 * usd);
    CHECK(hw::stress(bill, number, hw::level_range(0.0, 0.25), options).names()[1] ==
          "number below its 25 % quantile, 95");
    CHECK(hw::stress(bill, number, hw::level_range(0.25, 0.75), options).names()[1] ==
          "number between its 25 % and 75 % quantiles, 95 and 105");
    // All of a belief is the belief.
    CHECK(hw::stress(bill, number, hw::level_range(0.0, 1.0), options)[1].mean() == hw::simulate(bill, options).mean());
}

TEST_CASE("several outputs, dates over time, and values that carry probability of their own") {
    const auto outputs = hw::forecast(hw::inputs(price, number), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[price] * in[number]), hw::output<"pieces">(in[number]));
    });
    const auto stressed = hw::stress(outputs, number, hw::level_range(0.5, 1.0), options);
    CHECK(hw::get<"pieces">(stressed)[1].quantile(0.0) >= 100.0);
    CHECK(hw::get<"cost">(stressed)[1].mean() > hw::get<"cost">(stressed)[0].mean());

    static constexpr auto start =
        hw::assumption<"start">(hw::uniform(hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)), "test");
    const auto over_time =
        hw::forecast(hw::inputs(start), [](const auto& in, const auto& on) { return on + (on - in[start]); });
    const auto fan = hw::stress(over_time, {hw::date(2028y / 1 / 1), hw::date(2029y / 1 / 1)}, start,
                                hw::value_range(2026y / 1 / 1, 2026y / 7 / 1), options);
    CHECK(fan.size() == 2);
    CHECK(fan[1][1].mean() > fan[1][0].mean());

    static constexpr auto happens = hw::assumption<"happens">(hw::bernoulli(0.3), "test");
    const auto sum = hw::forecast(hw::inputs(happens), [](const auto& in) { return in[happens] * 2.0; });
    CHECK(hw::stress(sum, happens, hw::level_range(0.9, 1.0), options)[1].quantile(0.0) == 2.0);
    static constexpr auto steps = hw::assumption<"steps">(hw::discrete({{1.0, 0.5}, {2.0, 0.3}, {5.0, 0.2}}), "test");
    const auto stepped = hw::forecast(hw::inputs(steps), [](const auto& in) { return 1.0 * in[steps]; });
    const auto two = hw::stress(stepped, steps, hw::value_range(1.5, 9.0), options);
    CHECK_THAT(two[1].mean(), WithinAbs(3.2, 0.1));  // 2 with 0.6, 5 with 0.4
    const auto mixed =
        sum.with(hw::override(happens, hw::mixture({{hw::belief<double>(1.0), 0.5}, {hw::uniform(2.0, 4.0), 0.5}})));
    CHECK_THAT(hw::stress(mixed, happens, hw::value_range(1.0, 3.0), options)[1].probability_below(2.5),
               WithinAbs(2.0 / 3.0, 0.03));
}

TEST_CASE("an input that may never come is confined to never as to every value") {
    static constexpr auto permit = hw::assumption<"permit">(
        hw::mixture<hw::date>({hw::ci90(2026y / 1 / 1, 2028y / 1 / 1), 0.7}, {hw::date::never(), 0.3}), "test");
    const auto ready = hw::forecast(hw::inputs(permit), [](const auto& in) { return in[permit] + 1.0 * year; });
    const auto never = hw::stress(ready, permit, hw::level_range(0.75, 1.0), options);
    CHECK(never.names()[1] == "permit above its 75 % quantile, never");
    CHECK(never[1].probability_never() == 1.0);
    CHECK_THAT(never[0].probability_never(), WithinAbs(0.3, 0.03));
    CHECK(hw::stress(ready, permit, hw::level_range(0.75, 0.9), options)[1].probability_never() == 1.0);
    CHECK_THAT(hw::stress(ready, permit, hw::level_range(0.5, 1.0), options)[1].probability_never(), WithinAbs(0.6, 0.03));
    CHECK(hw::stress(ready, permit, hw::level_range(0.0, 0.5), options)[1].probability_never() == 0.0);
    const auto sure = ready.with(hw::override(permit, hw::date::never()));
    CHECK(hw::stress(sure, permit, hw::level_range(0.0, 1.0), options)[1].probability_never() == 1.0);
    CHECK_THROWS_WITH(hw::stress(sure, permit, hw::value_range(2026y / 1 / 1, 2028y / 1 / 1), options),
                      ContainsSubstring("is believed to lie between never and never"));
}

TEST_CASE("a range outside the belief is refused in words") {
    CHECK_THROWS_WITH(
        hw::stress(bill, number, hw::value_range(120.0, 130.0), options),
        ContainsSubstring("stress: \"number\" is believed to lie between 90 and 110, with no probability between 120 "
                          "and 130; give a range within the belief, such as level_range(0.9, 1.0)"));
    static constexpr auto happens = hw::assumption<"happens">(hw::bernoulli(0.3), "test");
    const auto sum = hw::forecast(hw::inputs(happens), [](const auto& in) { return in[happens] * 2.0; });
    CHECK_THROWS_WITH(hw::stress(sum, happens, hw::value_range(0.2, 0.8), options),
                      ContainsSubstring("with no probability between"));
    CHECK_THROWS_WITH(hw::stress(bill, price, hw::level_range(0.9, 0.8), options),
                      ContainsSubstring("level_range: low must be"));
    const auto sure = bill.with(hw::override(number, 100.0));
    CHECK(hw::stress(sure, number, hw::value_range(90.0, 110.0), options)[1].mean() ==
          hw::simulate(sure, options).mean());
    CHECK_THROWS_WITH(hw::stress(sure, number, hw::value_range(101.0, 110.0), options),
                      ContainsSubstring("no probability"));
}
