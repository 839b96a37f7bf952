// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/value_for.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/belief/discrete.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto x = hw::assumption<"x">(hw::normal(2.0, 1.0), "test");
constexpr auto z = hw::assumption<"z">(hw::normal(1.0, 3.0), "test");
constexpr auto linear = hw::forecast(hw::inputs(x, z), [](const auto& in) { return 2.0 * in[x] + in[z]; });
constexpr double z90 = 1.2815515655446004;
constexpr double density_at_median = 0.3989422804014327;  // of a standard normal

constexpr auto price = hw::assumption<"price">(hw::lognormal(10.0 * usd, 0.2), "test");
constexpr auto number = hw::assumption<"number">(hw::lognormal(100.0, 0.1), "test");
constexpr auto start = hw::assumption<"start">(hw::normal(hw::date(2026y / 1 / 1), 30.0 * day), "test");
constexpr auto months = hw::assumption<"months">(hw::normal(12.0, 2.0), "test");
constexpr auto bill = hw::forecast(hw::inputs(price, number), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price] * in[number]), hw::output<"pieces">(in[number]));
});
constexpr auto ready =
    hw::forecast(hw::inputs(start, months), [](const auto& in) { return in[start] + in[months] * month; });

}  // namespace

TEST_CASE("of a linear model the value is that of its formula, within its error, which is that of the formula too") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const hw::simulation options{.draws = 10'000, .seed = 3, .method = method};
        const auto check = [&](const auto& answer, double golden, double independent_error) {
            REQUIRE(answer.size() == 1);
            CHECK_THAT(answer.value(), WithinAbs(golden, 4.0 * answer.standard_error()));
            if (method == hw::method::independent)
                CHECK_THAT(answer.standard_error(), WithinRel(independent_error, 0.1));
            CHECK(answer.standard_error() < 1.1 * independent_error);
        };
        check(hw::value_for(linear, x, statistic::median == 7.0, options), 3.0,
              0.5 * 3.0 * 0.5 / density_at_median / 100.0);
        check(hw::value_for(linear, x, statistic::mean == 7.0, options), 3.0, 0.5 * 3.0 / 100.0);
        check(hw::value_for(linear, x, statistic::quantile(0.9) == 7.0, options), 3.0 - 1.5 * z90, 0.026);
        // P(2 x + z > 0) = 0.9 where 2 x + 1 = 3 z90.
        check(hw::value_for(linear, x, statistic::probability_above(0.0) == 0.9, options), 0.5 * (3.0 * z90 - 1.0),
              0.026);
        check(hw::value_for(linear, x, statistic::probability_below(0.0) == 0.1, options), 0.5 * (3.0 * z90 - 1.0),
              0.026);
    }
}

TEST_CASE("at the value found the forecast's own simulation meets the target") {
    constexpr auto joint = hw::forecast(
        hw::inputs(x, z, months), [](const auto& in) { return in[x] * in[x] + in[x] * in[z] + in[months]; },
        hw::correlate(x, z, 0.6), hw::correlate(z, months, 0.5));
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const hw::simulation options{.draws = 3'000, .seed = 8, .method = method};
        const auto median = hw::value_for(linear, x, statistic::median == 7.0, options);
        CHECK_THAT(hw::simulate(linear.with(hw::override(x, median.value())), options).median(), WithinRel(7.0, 1e-13));
        CHECK_THAT(median[0].from, WithinRel(7.0, 1e-13));
        const auto curved =
            hw::value_for(joint, x, statistic::quantile(0.8) == 30.0, hw::value_range(1.0, 6.0), options);
        CHECK_THAT(hw::simulate(joint.with(hw::override(x, curved.value())), options).quantile(0.8),
                   WithinRel(30.0, 1e-12));
        const auto share =
            hw::value_for(joint, x, statistic::probability_above(25.0) == 0.3, hw::value_range(1.0, 6.0), options);
        CHECK_THAT(hw::simulate(joint.with(hw::override(x, share.value())), options).probability_above(25.0),
                   WithinAbs(0.3, 1.01 / 3'000));
    }
}

TEST_CASE("the stated error holds the truth as often as it says") {
    int median = 0;
    int share = 0;
    for (int seed = 0; seed < 400; ++seed) {
        const hw::simulation options{.draws = 500, .seed = static_cast<std::uint64_t>(seed)};
        const auto holds = [](const auto& answer, double truth) {
            return std::abs(answer.value() - truth) <= 1.96 * answer.standard_error() ? 1 : 0;
        };
        median += holds(hw::value_for(linear, x, statistic::mean == 7.0, hw::value_range(0.0, 6.0), options), 3.0);
        share += holds(
            hw::value_for(linear, x, statistic::probability_above(0.0) == 0.7, hw::value_range(-3.0, 4.0), options),
            0.5 * (3.0 * 0.5244005127080407 - 1.0));
    }
    CAPTURE(median, share);
    // 0.95 of 400 less and plus three standard deviations.
    for (const int count : {median, share}) {
        CHECK(count >= 367);
        CHECK(count <= 393);
    }
}

TEST_CASE("a belief scaled or shifted has the median that is told") {
    const hw::simulation options{.draws = 4'000, .seed = 2};
    const auto scaled = hw::value_for<"cost">(bill, hw::scaled(price), statistic::median == 1'500.0 * usd, options);
    CHECK_THAT(scaled.value() / usd, WithinAbs(15.0, 4.0 * (scaled.standard_error() / usd)));
    CHECK_THAT(scaled.text(),
               ContainsSubstring("The median is 1.50 thousand USD where the median of price, its belief scaled, is 1"));
    // The lognormal with that median and the same sigma is the belief scaled.
    CHECK_THAT(
        hw::get<"cost">(hw::simulate(bill.with(hw::override(price, hw::lognormal(scaled.value(), 0.2))), options))
                .median() /
            usd,
        WithinRel(1'500.0, 1e-9));
    const auto shifted =
        hw::value_for(ready, hw::shifted(months), statistic::quantile(0.9) == hw::date(2027y / 6 / 1), options);
    CHECK_THAT(
        (hw::simulate(ready.with(hw::override(months, hw::normal(shifted.value(), 2.0))), options).quantile(0.9) -
         hw::date(2027y / 6 / 1)) /
            second,
        WithinAbs(0.0, 1e-3));
    const auto date = hw::value_for(ready, hw::shifted(start), statistic::median == hw::date(2027y / 3 / 1), options);
    CHECK(date.value() > hw::date(2026y / 2 / 20));
    CHECK(date.value() < hw::date(2026y / 3 / 10));
    CHECK(date.how() == hw::varied::shifted);
}

TEST_CASE("none, one and several are told") {
    const hw::simulation options{.draws = 2'000, .seed = 1};
    const auto square = hw::forecast(hw::inputs(x, z), [](const auto& in) { return in[x] * in[x] + 0.01 * in[z]; });
    const auto two = hw::value_for(square, x, statistic::mean == 4.0, hw::value_range(-5.0, 5.0), options);
    REQUIRE(two.size() == 2);
    CHECK(two.several());
    CHECK_THAT(two[0].value, WithinAbs(-std::sqrt(3.99), 4.0 * two[0].standard_error));
    CHECK_THAT(two[1].value, WithinAbs(std::sqrt(3.99), 4.0 * two[1].standard_error));
    CHECK_THAT(two.text(),
               ContainsSubstring("The mean is 4 where x is -2 (standard error 0.000") && ContainsSubstring(") or 2 ("));
    CHECK_THROWS_WITH(two.value(), ContainsSubstring("value_for: The mean is 4 where x is -2") &&
                                       ContainsSubstring("Take them one by one, or give a range that has one of them"));
    CHECK(hw::value_for(square, x, statistic::mean == 4.0, hw::value_range(0.0, 5.0), options).size() == 1);

    const auto none = hw::value_for(square, x, statistic::mean == -1.0, hw::value_range(-5.0, 5.0), options);
    CHECK(none.none());
    CHECK(none.size() == 0);
    CHECK_THAT(none.least(), WithinAbs(0.01, 0.01));
    CHECK_THAT(none.greatest(), WithinAbs(25.01, 0.01));
    CHECK_THAT(none.text(), ContainsSubstring("No value of x between -5 and 5 makes the mean -1: it is from 0.0") &&
                                ContainsSubstring(" to 25 there."));
    CHECK_THROWS_AS(none.value(), std::domain_error);
    CHECK_THROWS_WITH(none.standard_error(),
                      ContainsSubstring("Give a wider range, value_range(low, high), or another target"));

    const auto cubic = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * in[x] * in[x] - 3.0 * in[x]; });
    const auto three = hw::value_for(cubic, x, statistic::median == 1.0, hw::value_range(-3.0, 3.0), options);
    REQUIRE(three.size() == 3);
    // The roots of x^3 - 3 x - 1: 2 cos 20, 140 and 260 degrees.
    CHECK_THAT(three[0].value, WithinAbs(-1.5320888862379561, 1e-14));
    CHECK_THAT(three[1].value, WithinAbs(-0.3472963553338607, 1e-14));
    CHECK_THAT(three[2].value, WithinAbs(1.8793852415718168, 1e-14));
    CHECK(three[2].standard_error == 0.0);
}

TEST_CASE("a stretch on which the target is met, and a jump that passes it") {
    const hw::simulation options{.draws = 500, .seed = 1};
    const auto capped = hw::forecast(hw::inputs(x), [](const auto& in) { return hw::min(in[x], 1.0); });
    const auto stretch = hw::value_for(capped, x, statistic::median == 1.0, hw::value_range(0.0, 4.0), options);
    REQUIRE(stretch.size() == 1);
    CHECK_THAT(stretch[0].value, WithinAbs(1.0, 1e-12));
    CHECK(stretch[0].until == 4.0);
    CHECK(stretch.text() == "The median is 1 where x is from 1 to 4.");

    const auto perhaps = hw::forecast(hw::inputs(x, months), [](const auto& in) {
        return hw::select(in[x] > 2.5, hw::date::never(), hw::date(2026y / 1 / 1) + in[months] * month);
    });
    const auto jump =
        hw::value_for(perhaps, x, statistic::median == hw::date(2040y / 1 / 1), hw::value_range(0.0, 4.0), options);
    REQUIRE(jump.size() == 1);
    CHECK(jump[0].jumps);
    CHECK_THAT(jump[0].value, WithinAbs(2.5, 1e-12));
    CHECK(jump[0].from < hw::date(2027y / 3 / 1));
    CHECK(jump[0].to.is_never());
    CHECK(hw::base_value_of(jump[0].standard_error) == std::numeric_limits<double>::infinity());
    CHECK_THAT(jump.text(),
               ContainsSubstring("where x is 2.5 (where it jumps from 2026-12-") && ContainsSubstring(" to never)."));
    CHECK(jump.greatest().is_never());
    const auto never = hw::value_for(perhaps, hw::shifted(x), statistic::probability_never == 0.5, options);
    CHECK_THAT(never.value(), WithinAbs(2.5, 4.0 * never.standard_error()));
    const auto mean =
        hw::value_for(perhaps, x, statistic::mean == hw::date(2027y / 1 / 1), hw::value_range(3.0, 4.0), options);
    CHECK_THAT(mean.text(), ContainsSubstring("it is from never to never there."));
}

TEST_CASE("quantities, dates, one of several outputs, a date of a forecast over time, a discrete belief") {
    const hw::simulation options{.draws = 2'000, .seed = 6};
    const auto at = hw::value_for<"cost">(bill, price, statistic::quantile(0.9) == 1'200.0 * usd, options);
    CHECK_THAT(at.value() / usd, WithinAbs(12.0 / std::exp(0.1 * z90), 4.0 * (at.standard_error() / usd)));
    const auto when = hw::value_for(ready, start, statistic::median == hw::date(2027y / 1 / 15), options);
    CHECK_THAT((when.value() - hw::date(2026y / 1 / 15)) / day, WithinAbs(0.0, 4.0 * (when.standard_error() / day)));

    static constexpr auto rate = hw::assumption<"yearly rise">(hw::normal(0.1, 0.02), "test");
    constexpr auto over_time = hw::forecast(hw::inputs(price, rate), [](const auto& in, const auto& on) {
        return in[price] * (1.0 + in[rate] * (on - hw::date(2025y / 1 / 1)).in(year));
    });
    const hw::date in_ten(2035y / 1 / 1);
    const auto rise =
        hw::value_for(over_time, in_ten, rate, statistic::median == 25.0 * usd, hw::value_range(0.0, 0.5), options);
    CHECK_THAT(rise.value(), WithinAbs(0.15, 4.0 * rise.standard_error()));
    CHECK(hw::value_for(over_time, in_ten, rate, statistic::median == 21.0 * usd, options).size() == 1);

    static constexpr auto steps = hw::assumption<"steps">(hw::discrete({{1.0, 0.5}, {2.0, 0.3}, {5.0, 0.2}}), "test");
    const auto stepped = hw::forecast(hw::inputs(steps, z), [](const auto& in) { return 10.0 * in[steps] + in[z]; });
    CHECK_THAT(hw::value_for(stepped, steps, statistic::mean == 31.0, options).value(), WithinAbs(3.0, 0.05));
}

TEST_CASE("value_for: bad input is refused in words") {
    const hw::simulation options{.draws = 200};
    CHECK_THROWS_WITH(hw::value_for(linear, x, statistic::probability_below(1.0) == 1.5, options),
                      ContainsSubstring("value_for: the target of a probability must be between 0 and 1, got 1.5"));
    CHECK_THROWS_WITH(hw::value_for(linear, x, statistic::median == std::nan(""), options),
                      ContainsSubstring("value_for: the target must be a number or date"));
    CHECK_THROWS_WITH(hw::value_for(ready, months, statistic::median == hw::date::never(), options),
                      ContainsSubstring("of never ask statistic::probability_never"));
    CHECK_THROWS_WITH(hw::value_for(linear, x, statistic::quantile(1.5) == 2.0, options),
                      ContainsSubstring("probability"));
    const auto sure = linear.with(hw::override(x, 2.0));
    CHECK_THROWS_WITH(hw::value_for(sure, x, statistic::median == 7.0, options),
                      ContainsSubstring("value_for: the belief in \"x\" is the single value 2") &&
                          ContainsSubstring("give a range, value_range(low, high)"));
    CHECK(hw::value_for(sure, x, statistic::median == 7.0, hw::value_range(0.0, 9.0), options).size() == 1);
    CHECK_THROWS_WITH(hw::value_for(linear, x, statistic::median == 7.0, hw::level_range(0.0, 1.0), options),
                      ContainsSubstring("value_for: \"x\" has no least or no greatest value to search from"));
    static constexpr auto permit = hw::assumption<"permit">(
        hw::mixture<hw::date>({hw::ci90(2026y / 1 / 1, 2028y / 1 / 1), 0.7}, {hw::date::never(), 0.3}), "test");
    const auto permitted = hw::forecast(hw::inputs(permit), [](const auto& in) { return in[permit] + 1.0 * year; });
    const auto third = statistic::quantile(0.3) == hw::date(2028y / 1 / 1);
    const char* const levels =
        "value_for: \"permit\" is never with probability 0.3: its level 0.999 falls on never, and 0.7 is the greatest that "
        "does not; give a range such as level_range(0.001, 0.699)";
    CHECK_THROWS_WITH(hw::value_for(permitted, hw::shifted(permit), third, options), levels);
    CHECK_THROWS_WITH(hw::value_for(permitted, permit, third, hw::level_range(0.001, 0.999), options), levels);
    CHECK_THROWS_WITH(hw::value_for(permitted, permit, third, hw::level_range(0.0, 0.8), options),
                      ContainsSubstring("its level 0.8 falls on never"));
    // The range that it names is searched.
    CHECK_THAT((hw::value_for(permitted, permit, third, hw::level_range(0.001, 0.699), options).value() -
                hw::date(2028y / 1 / 1)) / year,
               WithinAbs(-1.0, 1e-6));
    CHECK(hw::value_for(permitted, hw::shifted(permit), third, hw::level_range(0.001, 0.699), options).size() == 1);
    const auto hardly = permitted.with(hw::override(
        permit, hw::mixture<hw::date>({{hw::ci90(2026y / 1 / 1, 2028y / 1 / 1), 0.004}, {hw::date::never(), 0.996}})));
    CHECK_THROWS_WITH(hw::value_for(hardly, permit, third, options),
                      ContainsSubstring("0.004 is the greatest that does not; give a range such as "
                                        "level_range(0.001, 0.003996)"));
    const auto dates = hw::value_range(2026y / 1 / 1, 2028y / 1 / 1);
    CHECK(hw::value_for(hardly, permit, third, dates, options).size() == 1);
    CHECK_THROWS_WITH(hw::value_for(hardly, hw::shifted(permit), third, dates, options),
                      ContainsSubstring("the median of \"permit\" is never, which nothing moves; vary it as a sure value"));
    const auto not_at_all = permitted.with(hw::override(permit, hw::date::never()));
    CHECK_THROWS_WITH(hw::value_for(not_at_all, permit, third, options),
                      ContainsSubstring("value_for: \"permit\" is sure of never"));
    CHECK(hw::value_for(not_at_all, permit, third, dates, options).size() == 1);
    CHECK_THROWS_WITH(hw::value_range(2026y / 1 / 1, hw::date::never()),
                      ContainsSubstring("value_range: high must be a finite number, got never"));
    CHECK_THROWS_WITH(hw::value_for(linear.with(hw::override(x, hw::normal(0.0, 1.0))), hw::scaled(x),
                                    statistic::median == 7.0, options),
                      ContainsSubstring("the median of \"x\" is 0, which no factor moves; take shifted(...)"));
    CHECK_THROWS_WITH(hw::value_for(linear, x, statistic::median == 7.0, {.draws = 200, .shard = {1, 2}}),
                      ContainsSubstring("value_for: a shard is a part of a run"));
    CHECK_THROWS_WITH(hw::value_range(3.0, 2.0), ContainsSubstring("value_range: low must be below high"));
    CHECK_THROWS_WITH(hw::value_range(std::nan(""), 2.0), ContainsSubstring("value_range"));
    CHECK_THROWS_WITH(hw::level_range(0.5, 1.5), ContainsSubstring("level_range: high must be at most 1, got 1.5"));
    CHECK_THROWS_WITH(hw::level_range(-0.5, 1.0), ContainsSubstring("level_range: low must be at least 0"));
}
