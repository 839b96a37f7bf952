// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/monotone_in.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::uniform(-1.0, 1.0), "test");
constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "test");
constexpr auto first = hw::assumption<"first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto cost = hw::forecast(hw::inputs(decline, first), [](const auto& in, const auto& when) {
    return hw::exponential(hw::date(2025y / 1 / 1), in[first], hw::falls_by_factor(in[decline], year))(when);
});

}  // namespace

TEST_CASE("a monotone result is found to be so") {
    const auto product = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] * in[x] + in[y]; });
    CHECK(hw::monotone_in(product, x, hw::direction::rising));
    CHECK(hw::monotone_in(product, y, hw::direction::rising));
    CHECK(!hw::monotone_in(product, x, hw::direction::falling));
    CHECK(hw::monotone_in(product, x, hw::direction::rising).text() ==
          "the result never falls when x grows, at 43 values of it in 69 settings of the other inputs");
}

TEST_CASE("many points leave the tails to the extreme ones") {
    // (i + 0.5) / 1000 between 0.001 and 0.999, 1e-6 to 1e-3 on both sides, and the ends.
    const auto same = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
    CHECK_THAT(hw::monotone_in(same, x, hw::direction::rising, {.points = 1000}).text(), ContainsSubstring("at 1008 values"));
}

TEST_CASE("an input that changes nothing is monotone both ways") {
    const auto only_y = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[y]; });
    CHECK(hw::monotone_in(only_y, x, hw::direction::rising));
    CHECK(hw::monotone_in(only_y, x, hw::direction::falling));
}

TEST_CASE("a breach that the other inputs decide on is found with both its points") {
    const auto product = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] * in[y]; });
    const auto report = hw::monotone_in(product, x, hw::direction::rising);
    CHECK(!report);
    REQUIRE(report.worst() != nullptr);
    const auto& [from, to] = *report.worst();
    CHECK(from[x] < to[x]);
    CHECK(from[y] == to[y]);
    CHECK(from[y] < 0.0);
    CHECK(from.replay(product) > to.replay(product));
    CHECK_THAT(report.text(), ContainsSubstring("the result falls when x grows:\n  with x = ") &&
                                  ContainsSubstring(", y = -0.99999"));
}

TEST_CASE("a breach in the last millionth of the support is found") {
    const auto hook = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] > 0.999995, 0.5 * in[x], in[x]);
    });
    CHECK(!hw::monotone_in(hook, x, hw::direction::rising));
    CHECK(hw::monotone_in(hook, x, hw::direction::rising).worst()->to[x] > 0.999995);
}

TEST_CASE("of equal breaches the one with the other inputs at their medians is shown") {
    const auto fall = hw::forecast(hw::inputs(x, y), [](const auto& in) { return hw::select(in[x] > 0.5, 0.0, 1.0) + 0.0 * in[y]; });
    const auto report = hw::monotone_in(fall, x, hw::direction::rising);
    REQUIRE(report.worst() != nullptr);
    CHECK(report.worst()->from[y] == 0.0);
    CHECK(report.worst()->from[x] <= 0.5);
    CHECK(report.worst()->to[x] > 0.5);
}

TEST_CASE("rounding is no breach") {
    const auto flat = hw::forecast(hw::inputs(x), [](const auto& in) { return hw::exp(hw::log(3.0 + in[x])) / (3.0 + in[x]); });
    CHECK(hw::monotone_in(flat, x, hw::direction::rising));
    CHECK(hw::monotone_in(flat, x, hw::direction::falling));
    CHECK(!hw::monotone_in(flat, x, hw::direction::rising, {.points = 1000, .tolerance = 0.0}));
}

TEST_CASE("never is the latest date") {
    const auto when = hw::forecast(hw::inputs(x), [](const auto& in) {
        return hw::select(in[x] < 0.5, hw::date(2030y / 1 / 1) + in[x] * year, hw::date::never());
    });
    CHECK(hw::monotone_in(when, x, hw::direction::rising));
    const auto report = hw::monotone_in(when, x, hw::direction::falling);
    CHECK(!report);
    CHECK_THAT(report.text(), ContainsSubstring("the result rises when x grows") && ContainsSubstring("gives never"));
}

TEST_CASE("over time a direction holds on the dates asked for") {
    const std::vector<hw::date> after{2026y / 1 / 1, 2030y / 1 / 1};
    CHECK(hw::monotone_in(cost, after, decline, hw::direction::falling));
    CHECK(hw::monotone_in(cost, after, first, hw::direction::rising));
    const std::vector<hw::date> around{2024y / 1 / 1, 2026y / 1 / 1};
    const auto report = hw::monotone_in(cost, around, decline, hw::direction::falling);
    CHECK(!report);
    CHECK(report.worst()->from.when() == around[0]);
    CHECK(report.worst()->to.replay(cost) > report.worst()->from.replay(cost));
}

TEST_CASE("of several outputs one is named") {
    const auto both = hw::forecast(hw::inputs(x, y), [](const auto& in) {
        return hw::outputs(hw::output<"up">(in[x] * year), hw::output<"down">(-in[x]));
    });
    CHECK(hw::monotone_in<"up">(both, x, hw::direction::rising));
    CHECK(hw::monotone_in<"down">(both, x, hw::direction::falling));
    CHECK(!hw::monotone_in<"down">(both, x, hw::direction::rising));
}

TEST_CASE("more inputs than corners can be counted are searched too") {
    const auto sum_of = []<hw::label... N>(const hw::named_assumption<N, double>&... a) {
        return hw::forecast(hw::inputs(a...), [=](const auto& in) { return (in[a] + ...); });
    };
    const auto f = sum_of(x, y, hw::assumption<"a">(hw::uniform(0.0, 1.0), ""), hw::assumption<"b">(hw::uniform(0.0, 1.0), ""),
                          hw::assumption<"c">(hw::uniform(0.0, 1.0), ""), hw::assumption<"d">(hw::uniform(0.0, 1.0), ""),
                          hw::assumption<"e">(hw::uniform(0.0, 1.0), ""));
    CHECK(hw::monotone_in(f, y, hw::direction::rising));
    CHECK_THAT(hw::monotone_in(f, y, hw::direction::rising).text(), ContainsSubstring("in 129 settings"));
}

TEST_CASE("a search that cannot be and a model that breaks down are refused in words") {
    const auto root = hw::forecast(hw::inputs(y), [](const auto& in) { return hw::sqrt(in[y]); });
    CHECK_THROWS_AS(hw::monotone_in(root, y, hw::direction::rising), hw::model_error);
    CHECK_THROWS_WITH(hw::monotone_in(root, y, hw::direction::rising),
                      ContainsSubstring("monotone_in: the model returned nan") && ContainsSubstring("(inputs: y = -1)"));
    const auto f = hw::forecast(hw::inputs(x), [](const auto& in) { return in[x]; });
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::rising, {.points = 1}), ContainsSubstring("points must be at least 2"));
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::rising, {.extreme = 0.5}), ContainsSubstring("extreme must be"));
    CHECK(hw::monotone_in(f, x, hw::direction::rising, {.points = 2}));
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::rising, {.extreme = 0.0}), ContainsSubstring("extreme must be"));
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::rising, {.tolerance = 1.0}), ContainsSubstring("tolerance must be"));
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::rising, {.tolerance = -1.0}), ContainsSubstring("tolerance must be"));
    CHECK_THROWS_WITH(hw::monotone_in(cost, {}, first, hw::direction::rising), ContainsSubstring("give at least one"));
    CHECK_THROWS_WITH(hw::monotone_in(f, x, hw::direction::either), ContainsSubstring("direction must be rising or falling"));
}
