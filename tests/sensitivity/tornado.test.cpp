// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/tornado.hpp>

#include "catch.hpp"

#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "test");
constexpr auto first_run =
    hw::assumption<"cost of the first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto start = hw::assumption<"start">(hw::uniform(hw::date(2024y / 1 / 1), hw::date(2025y / 1 / 1)), "test");
constexpr auto affordable = hw::forecast(hw::inputs(decline, first_run, start), [](const auto& in) {
    return hw::exponential(in[start], in[first_run], hw::falls_by_factor(in[decline], year)).reaches(5.0 * million_usd);
});

constexpr auto a = hw::assumption<"a">(hw::uniform(0.0, 10.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(-1.0, 1.0), "test");
constexpr auto c = hw::assumption<"c">(hw::uniform(0.0, 1.0), "test");

/// Comes only where `b` is below `limit`.
constexpr auto comes_below(double limit) {
    return hw::forecast(hw::inputs(a, b, c), [limit](const auto& in) {
        return select(in[b] < limit, hw::date(2025y / 1 / 1) + in[a] * year, hw::date::never());
    });
}

}  // namespace

// What is asked where nothing is said.
static_assert(hw::tornado_levels{}.low == 0.1 && hw::tornado_levels{}.high == 0.9);

TEST_CASE("a tornado has each input at its p10 and p90 and the others at their medians") {
    constexpr auto bars = hw::tornado(affordable);
    STATIC_REQUIRE(bars.size() == 3);
    STATIC_REQUIRE(bars.baseline() == affordable.baseline());
    for (const auto& [p, end] : {std::pair{0.1, bars[first_run].low}, std::pair{0.9, bars[first_run].high}}) {
        const auto cost = first_run.belief().quantile(p);
        CHECK(end.input == hw::input_level(cost));
        CHECK(end.result == affordable.at(hw::override(first_run, cost)));
    }
    CHECK(bars[decline].low.result == affordable.at(hw::override(decline, decline.belief().quantile(0.1))));
    CHECK(bars[decline].high.result < bars[decline].low.result);
    CHECK(bars[decline].swing == bars[decline].low.result - bars[decline].high.result);
    CHECK(bars[start].swing == bars[start].high.result - bars[start].low.result);
    CHECK_THAT(bars[start].swing.in(year), WithinRel(0.8 * 366 / 365.2425, 1e-9));
    CHECK(bars[start].low.input.text() == "2024-02-06");
    CHECK(bars[first_run].low.input.text() == "88.5 million USD");
}

TEST_CASE("the bars of a tornado are sorted by their swing, largest first") {
    constexpr auto sum =
        hw::forecast(hw::inputs(a, b, c), [](const auto& in) { return in[c] - 0.2 * in[a] + 2.0 * in[b]; });
    constexpr auto bars = hw::tornado(sum);
    STATIC_REQUIRE(bars[0].input == "b");
    STATIC_REQUIRE(bars[1].input == "a");
    STATIC_REQUIRE(bars[2].input == "c");
    for (std::size_t i = 1; i < bars.size(); ++i) CHECK(bars[i - 1].swing >= bars[i].swing);
    CHECK_THAT(bars[0].swing, WithinRel(3.2, 1e-12));
    CHECK_THAT(bars[a].swing, WithinRel(1.6, 1e-12));

    // Equal swings keep the order of the inputs.
    constexpr auto even = hw::forecast(hw::inputs(c, b, a), [](const auto&) { return 1.0; });
    constexpr auto flat = hw::tornado(even);
    STATIC_REQUIRE(flat[0].input == "c");
    STATIC_REQUIRE(flat[1].input == "b");
    STATIC_REQUIRE(flat[0].swing == 0.0);
}

TEST_CASE("a swing takes in the baseline, so that a hump is seen") {
    constexpr auto hump = hw::forecast(hw::inputs(b), [](const auto& in) { return 1.0 - in[b] * in[b]; });
    constexpr auto bars = hw::tornado(hump);
    CHECK(bars[b].low.result == bars[b].high.result);
    CHECK_THAT(bars[b].swing, WithinRel(0.64, 1e-12));
}

TEST_CASE("the levels of a tornado are an option") {
    constexpr auto bars = hw::tornado(affordable, {.low = 0.05, .high = 0.95});
    CHECK(bars.levels() == hw::tornado_levels{0.05, 0.95});
    CHECK_THAT(bars[decline].low.input.base_value(), WithinRel(3.0, 1e-9));
    CHECK_THAT(bars[decline].high.input.base_value(), WithinRel(5.5, 1e-9));
    CHECK_THROWS_WITH(hw::tornado(affordable, {.low = 0.5, .high = 0.4}),
                      "tornado: low must be above 0 and below high, and high below 1, got 0.4");
    for (const double bad : {0.0, -0.1, 1.0, __builtin_nan("")}) {
        CHECK_THROWS_AS(hw::tornado(affordable, {.low = bad}), std::domain_error);
    }
    for (const double bad : {0.1, 1.0, 2.0, __builtin_nan("")}) {
        CHECK_THROWS_AS(hw::tornado(affordable, {.high = bad}), std::domain_error);
    }
}

TEST_CASE("an end that never comes is the largest swing and no swing at all if nothing ever comes") {
    const auto sometimes = hw::tornado(comes_below(0.5));
    CHECK(sometimes[0].input == "b");
    CHECK(sometimes[0].low.result == sometimes.baseline());
    CHECK(sometimes[0].high.result.is_never());
    CHECK(sometimes[0].swing == hw::date::never() - hw::date());
    CHECK(sometimes[1].input == "a");
    CHECK_THAT(sometimes[1].swing.in(year), WithinRel(8.0, 1e-12));
    CHECK(sometimes[2].swing == 0.0 * year);

    // With the medians never, only the input that brings it about swings.
    const auto rarely = hw::tornado(comes_below(-0.5));
    CHECK(rarely.baseline().is_never());
    CHECK(rarely[0].input == "b");
    CHECK(rarely[0].swing == sometimes[0].swing);
    CHECK(rarely[1].swing == 0.0 * year);

    const auto not_at_all = hw::tornado(comes_below(-2.0));
    CHECK(not_at_all[0].input == "a");
    for (const auto& bar : not_at_all) CHECK(bar.swing == 0.0 * year);
}

TEST_CASE("a tornado of one of several outputs, and on a date") {
    constexpr auto two = hw::forecast(hw::inputs(a, c), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[a] * usd), hw::output<"share">(in[c]));
    });
    constexpr auto cost = hw::tornado<"cost">(two);
    STATIC_REQUIRE(cost[0].input == "a");
    CHECK_THAT(cost[0].swing.in(usd), WithinRel(8.0, 1e-12));
    constexpr auto share = hw::tornado<"share">(two, {.low = 0.25, .high = 0.75});
    STATIC_REQUIRE(share[0].input == "c");
    CHECK_THAT(share[0].swing, WithinRel(0.5, 1e-12));

    constexpr auto over_time = hw::forecast(hw::inputs(first_run, decline), [](const auto& in, const auto& when) {
        return hw::exponential(hw::date(2024y / 1 / 1), in[first_run], hw::falls_by_factor(in[decline], year))(when);
    });
    CHECK(hw::tornado(over_time, 2024y / 2 / 1)[0].input == "cost of the first run");
    CHECK(hw::tornado(over_time, 2028y / 1 / 1)[0].input == "yearly fall");
    CHECK(hw::tornado(over_time, 2028y / 1 / 1, {.high = 0.6}).baseline() == over_time.baseline(2028y / 1 / 1));
}

TEST_CASE("a tornado tells with which inputs a model fails") {
    const auto picky = hw::forecast(hw::inputs(a, b), [](const auto& in) {
        if (hw::any_of(in[a] > 8.0)) throw std::runtime_error("too much");
        return in[b];
    });
    CHECK_THROWS_WITH(hw::tornado(picky),
                      "tornado: with \"a\" = 9 and every other input at its median the model threw: too much");
    try {
        static_cast<void>(hw::tornado(picky));
    } catch (const hw::model_error& e) {
        CHECK_THROWS_WITH(std::rethrow_if_nested(e), "too much");
    }
    const auto undefined = hw::forecast(hw::inputs(b), [](const auto& in) { return hw::log(in[b] - 0.5); });
    CHECK_THROWS_WITH(
        hw::tornado(undefined),
        ContainsSubstring("tornado: with every input at its median the model returned nan; return a finite"));
    const auto below_all = hw::forecast(hw::inputs(b), [](const auto& in) { return hw::log(0.0 * in[b]); });
    CHECK_THROWS_WITH(hw::tornado(below_all), ContainsSubstring("the model returned -inf; return a finite"));
    const auto odd = hw::forecast(hw::inputs(a), [](const auto&) -> double { throw 1; });
    CHECK_THROWS_WITH(hw::tornado(odd), "tornado: with every input at its median the model threw");
}

TEST_CASE("a tornado is a regular type") {
    auto bars = hw::tornado(comes_below(0.5));
    const auto copy = bars;
    CHECK(copy == bars);
    bars = decltype(bars)();
    CHECK_FALSE(copy == bars);
    bars = copy;
    CHECK(copy == bars);
}
