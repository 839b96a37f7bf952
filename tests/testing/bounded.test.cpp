// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/bounded.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/discrete.hpp>
#include <headway/belief/makers.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::uniform(0.0, 1.0), "test");
constexpr auto product = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] * (1.0 - in[y]); });

}  // namespace

// Where every check of this kind looks unless told otherwise.
constexpr hw::support_search usual;
static_assert(usual.points == 33 && usual.settings == 64 && usual.seed == 1 && usual.extreme == 1e-6 && usual.tolerance == 1e-9);

TEST_CASE("a result within its bounds is found to be so, to the ends of the support") {
    const auto report = hw::bounded(product, 0.0, 1.0);
    CHECK(report);
    CHECK(report.least().value == 0.0);
    CHECK_THAT(report.greatest().value, WithinRel(1.0, 3e-6));
    CHECK(report.text() == "the result stays within 0 to 1 in 155 settings of the inputs: from 0 to 0.999998");
    CHECK(hw::bounded(product, 0, 1));  // whole numbers too
}

TEST_CASE("a result that leaves its bounds is shown with the inputs that take it furthest") {
    const auto report = hw::bounded(product, 0.1, 0.9);
    CHECK(!report);
    CHECK(report.greatest().at.replay(product) == report.greatest().value);
    CHECK(report.greatest().at[x] > 0.999);
    CHECK(report.greatest().at[y] < 0.001);
    CHECK_THAT(report.text(), ContainsSubstring("the result leaves 0.1 to 0.9:\n  with x = 0, y = 0.5 the model gives 0\n"
                                                "  with x = 0.999999, y = 1e-06 the model gives 0.999998"));
    CHECK_THAT(hw::bounded(product, 0.0, 0.9).text(), !ContainsSubstring("gives 0\n"));
}

TEST_CASE("bounds have the dimension of the result") {
    static constexpr auto cost = hw::assumption<"cost">(hw::triangular(1.0 * usd, 2.0 * usd, 4.0 * usd), "test");
    const auto f = hw::forecast(hw::inputs(cost), [](const auto& in) { return 2.0 * in[cost]; });
    CHECK(hw::bounded(f, 2.0 * usd, 8.0 * usd));
    CHECK_THAT(hw::bounded(f, 2.0 * usd, 7.0 * usd).text(), ContainsSubstring("leaves 2.00 USD to 7.00 USD") || ContainsSubstring("leaves 2.00000 USD to 7.00000 USD"));
    static constexpr auto delay = hw::assumption<"delay">(hw::uniform(1.0 * year, 2.0 * year), "test");
    const auto when = hw::forecast(hw::inputs(delay), [](const auto& in) { return hw::date(2026y / 1 / 1) + in[delay]; });
    CHECK(hw::bounded(when, 2026y / 12 / 31, 2028y / 1 / 2));
    CHECK(!hw::bounded(when, 2026y / 12 / 31, 2027y / 12 / 1));
    CHECK(hw::bounded(hw::forecast(hw::inputs(delay), [](const auto& in) { return in[delay]; }), std::chrono::days(365),
                      2.0 * year));
}

TEST_CASE("each value of a discrete belief is tried") {
    static constexpr auto n = hw::assumption<"n">(hw::discrete({1.0, 0.9999999}, {100.0, 1e-7}), "test");
    const auto f = hw::forecast(hw::inputs(n), [](const auto& in) { return in[n]; });
    CHECK(hw::bounded(f, 1.0, 100.0).greatest().value == 100.0);
}

TEST_CASE("bounds may meet, and of equal results the one at the medians is shown") {
    const auto same = hw::forecast(hw::inputs(x, y), [](const auto& in) { return 2.0 + 0.0 * in[x]; });
    const auto report = hw::bounded(same, 2.0, 2.0);
    CHECK(report);
    CHECK(report.least().at[x] == 0.5);
    CHECK(report.greatest().at[x] == 0.5);
}

TEST_CASE("never lies above every date") {
    const auto when = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] < 0.9999999, hw::date(2030y / 1 / 1) + in[x] * year, hw::date::never());
    });
    const auto report = hw::bounded(when, 2030y / 1 / 1, 2031y / 1 / 2);
    CHECK(!report);
    CHECK_THAT(report.text(), ContainsSubstring("the model gives never"));
    CHECK(hw::bounded(when, hw::date(2030y / 1 / 1), hw::date::never()));
}

TEST_CASE("over time bounds hold on the dates asked for") {
    const auto f = hw::forecast(hw::inputs(x), [](const auto& in, const auto& when) {
        return hw::exponential(hw::date(2025y / 1 / 1), 1.0 + in[x], hw::halves_every(year))(when);
    });
    CHECK(hw::bounded(f, {2025y / 1 / 1, 2026y / 1 / 1}, 0.49, 2.0));
    const auto report = hw::bounded(f, {2025y / 1 / 1, 2027y / 1 / 1}, 0.49, 2.0);
    CHECK(!report);
    CHECK(report.least().at.when() == hw::date(2027y / 1 / 1));
    CHECK(report.least().at.replay(f) == report.least().value);
    CHECK_THROWS_WITH(hw::bounded(f, {}, 0.0, 1.0), ContainsSubstring("give at least one"));
}

TEST_CASE("of several outputs one is bounded by its name") {
    const auto both = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::outputs(hw::output<"share">(in[x]), hw::output<"span">(in[x] * year));
    });
    CHECK(hw::bounded<"share">(both, 0.0, 1.0));
    CHECK(hw::bounded<"span">(both, 0.0 * year, 1.0 * year));
    CHECK_THAT(hw::bounded<"share">(both, 0.0, 0.5).text(), ContainsSubstring("the model gives share = 1, span = "));
}

TEST_CASE("bounds that cannot be are refused") {
    CHECK_THROWS_WITH(hw::bounded(product, 1.0, 0.0), ContainsSubstring("bounded: low must not be above high, got 1"));
    CHECK_THROWS_WITH(hw::bounded(product, __builtin_nan(""), 0.0), ContainsSubstring("got nan"));
    const auto broken = hw::forecast(hw::inputs(x), [](const auto& in) { return 1.0 / in[x] - 1.0 / in[x]; });
    CHECK_THROWS_WITH(hw::bounded(broken, 0.0, 1.0), ContainsSubstring("bounded: the model returned nan"));
}
