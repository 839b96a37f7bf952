// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/unit_invariant.hpp>

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

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), "test");
constexpr auto first = hw::assumption<"first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto budget = hw::assumption<"budget">(5.0 * million_usd, "test");
constexpr auto price = hw::assumption<"price">(hw::ci90(2.0 * usd / chip, 3.0 * usd / chip), "test");
constexpr auto chips = hw::assumption<"chips">(hw::ci90(1e3 * chip, 1e4 * chip), "test");
constexpr auto life = hw::assumption<"life">(hw::ci90(3.0 * year, 5.0 * year), "test");

constexpr auto when = [](const auto& start, const auto& factor, const auto& level) {
    return hw::exponential(hw::date(2024y / 3 / 1), start, hw::falls_by_factor(factor, year)).reaches(level);
};

}  // namespace

TEST_CASE("a model whose amounts are all inputs says the same in every unit") {
    const auto f = hw::forecast(hw::inputs(decline, first, budget),
                                [](const auto& in) { return when(in[first], in[decline], in[budget]); });
    const auto report = hw::unit_invariant(f);
    CHECK(report);
    CHECK(report.dimensions() == std::vector<std::string>{"money"});
    CHECK(report.text() == "the model says the same in every unit of money");
    const auto yearly = hw::forecast(hw::inputs(price, chips, life), [](const auto& in) {
        return in[price] * in[chips] / in[life] + hw::sqrt(2.0) * in[price] * in[chips] / in[life];
    });
    CHECK(hw::unit_invariant(yearly).dimensions() == std::vector<std::string>{"chips", "money"});
    CHECK(hw::unit_invariant(yearly));
    CHECK(hw::unit_invariant<hw::dim::time>(yearly));
    CHECK(hw::unit_invariant<hw::dim::money, hw::dim::time, hw::dim::chips>(yearly));
}

TEST_CASE("an amount that the model holds as a constant is found") {
    const auto f = hw::forecast(hw::inputs(decline, first),
                                [](const auto& in) { return when(in[first], in[decline], 5.0 * million_usd); });
    const auto report = hw::unit_invariant(f);
    CHECK(!report);
    REQUIRE(report.breaches().size() == 1);
    CHECK(report.breaches()[0].dimension == "money");
    CHECK_THAT(report.text(), ContainsSubstring("the model depends on the unit of money") && ContainsSubstring("make that an input") &&
                                  ContainsSubstring("times 1024 it gives 20") && ContainsSubstring(" instead of 2026-"));
    CHECK(report.breaches()[0].at.replay(f) == f.baseline());
}

TEST_CASE("arithmetic by hand on the number behind a unit is found") {
    const auto by_hand = hw::forecast(hw::inputs(first), [](const auto& in) { return (in[first].in(million_usd) + 3.0) * million_usd; });
    CHECK(!hw::unit_invariant(by_hand));
    const auto plain = hw::forecast(hw::inputs(first), [](const auto& in) { return in[first].in(million_usd); });
    CHECK(!hw::unit_invariant(plain));
    // Taken apart and put together again in one unit nothing is hidden.
    const auto whole = hw::forecast(hw::inputs(first), [](const auto& in) { return in[first].in(million_usd) * 2.0 * million_usd; });
    CHECK(hw::unit_invariant(whole));
    const auto root = hw::forecast(hw::inputs(first, chips), [](const auto& in) {
        return hw::sqrt(in[first].in(usd)) * in[chips] / chip * usd;
    });
    CHECK(hw::unit_invariant(root).breaches().size() == 2);
}

TEST_CASE("a threshold that only some inputs reach is found") {
    const auto f = hw::forecast(hw::inputs(first), [](const auto& in) {
        return hw::select(in[first] > 2e11 * usd, 2.0 * in[first], in[first]);
    });
    CHECK(!hw::unit_invariant(f));  // 1024 times a large cost is above it, no cost itself is
    const auto small = hw::forecast(hw::inputs(first), [](const auto& in) {
        return hw::select(in[first] < 1e6 * usd, 2.0 * in[first], in[first]);
    });
    CHECK(!hw::unit_invariant(small));  // nor is any below this one
    CHECK_THAT(hw::unit_invariant(small).text(), ContainsSubstring("times 0.000976562 it gives "));
    const auto limit = hw::forecast(hw::inputs(first), hw::draw_by_draw([](const auto& in) {
        if (in[first] > 1e11 * usd) throw std::domain_error("too dear");
        return in[first];
    }));
    CHECK_THAT(hw::unit_invariant(limit).text(), ContainsSubstring("it gives the error \"too dear\" instead of "));
}

TEST_CASE("an amount in the result that no input gives is found") {
    const auto f = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline] * million_usd; });
    CHECK(!hw::unit_invariant(f));
}

TEST_CASE("over time and with several outputs each result is compared") {
    const auto f = hw::forecast(hw::inputs(decline, first), [](const auto& in, const auto& on) {
        const auto cost = hw::exponential(hw::date(2024y / 3 / 1), in[first], hw::falls_by_factor(in[decline], year))(on);
        return hw::outputs(hw::output<"cost">(cost), hw::output<"share">(cost / in[first]));
    });
    CHECK(hw::unit_invariant(f, {2024y / 3 / 1, 2027y / 1 / 1}));
    const auto late = hw::forecast(hw::inputs(first), [](const auto& in, const auto& on) {
        return hw::outputs(hw::output<"share">(0.5),
                           hw::output<"cost">(hw::select(on > hw::date(2026y / 1 / 1), 1.0 * usd, in[first])));
    });
    CHECK(hw::unit_invariant(late, {2025y / 1 / 1}));
    const auto report = hw::unit_invariant(late, {2025y / 1 / 1, 2027y / 1 / 1});
    CHECK(!report);
    CHECK(report.breaches()[0].at.when() == hw::date(2027y / 1 / 1));
}

TEST_CASE("where there is nothing to check the check does not pass") {
    const auto share = hw::forecast(hw::inputs(decline), [](const auto& in) { return in[decline]; });
    CHECK_THROWS_WITH(hw::unit_invariant(share), ContainsSubstring("there is nothing to check"));
    CHECK_THROWS_WITH(hw::unit_invariant<hw::dim::money>(share), ContainsSubstring("has to do with money"));
    const auto date = hw::forecast(hw::inputs(life), [](const auto& in) { return hw::date(2026y / 1 / 1) + in[life]; });
    CHECK_THROWS_WITH(hw::unit_invariant(date), ContainsSubstring("dimension other than time"));
    CHECK_THROWS_WITH(hw::unit_invariant<hw::dim::time>(date), ContainsSubstring("dates, which have no zero"));
}
