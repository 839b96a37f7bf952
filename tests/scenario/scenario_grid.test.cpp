// SPDX-License-Identifier: BSL-1.0
#include <headway/scenario/scenario_grid.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>

#include <utility>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto rate = hw::assumption<"rate">(hw::lognormal(4.0, 0.2), "test");
constexpr auto price = hw::assumption<"price">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "test");
constexpr auto noise = hw::assumption<"noise">(hw::normal(1.0, 0.1), "test");
constexpr auto f =
    hw::forecast(hw::inputs(rate, price, noise), [](const auto& in) { return in[price] * in[noise] / in[rate]; });

TEST_CASE("sixteen combinations are one run, and each fifteen more another with the first") {
    const auto draws_told_of = []<std::size_t... I>(std::index_sequence<I...>) {
        std::uint64_t all = 0;
        const auto note = [&](std::uint64_t, std::uint64_t of) { all = of; };
        static_cast<void>(hw::compare_grid(f, {hw::axis(rate, {(3.0 + I)...})}, hw::simulation{.draws = 100}, note));
        return all;
    };
    const std::uint64_t once = draws_told_of(std::make_index_sequence<2>());
    REQUIRE(once > 0);
    CHECK(draws_told_of(std::make_index_sequence<16>()) == once);
    CHECK(draws_told_of(std::make_index_sequence<17>()) == 2 * once);
    CHECK(draws_told_of(std::make_index_sequence<31>()) == 2 * once);
    CHECK(draws_told_of(std::make_index_sequence<32>()) == 3 * once);
}

TEST_CASE("every combination of a grid has the numbers of a simulation of its own") {
    for (const bool keep : {true, false}) {
        const hw::simulation options{.draws = 2000, .seed = 3, .keep = keep};
        std::uint64_t last = 0;
        std::uint64_t calls = 0;
        // Five by four: more than are run at once.
        const auto table = hw::compare_grid(
            f,
            {hw::axis(rate, {3.0, 4.0, {"unsure", hw::ci90(3.0, 5.5)}, 6.0, 8.0}),
             hw::axis(price,
                      {50.0 * million_usd, {"as assumed", price.belief()}, 150.0 * million_usd, 250.0 * million_usd})},
            options, [&](std::uint64_t done, std::uint64_t all) {
                CHECK(done > last);
                CHECK(done <= all);
                last = done;
                calls = all;
            });
        CHECK(last == calls);
        CHECK(table.axes == std::vector<std::string>{"rate", "price"});
        REQUIRE(table.rows.size() == 20);
        CHECK(table.rows[0].levels == std::vector<std::string>{"3", "50 million USD"});
        CHECK(table.rows[0].scenario == "rate = 3, price = 50 million USD");
        CHECK(table.rows[9].levels == std::vector<std::string>{"unsure", "as assumed"});
        CHECK(table.rows[19].levels == std::vector<std::string>{"8", "250 million USD"});
        CHECK(!table.rows[0].versus);

        const auto first =
            hw::simulate(f.with(hw::override(rate, 3.0), hw::override(price, 50.0 * million_usd)), options);
        const auto alone = hw::simulate(f.with(hw::override(rate, hw::ci90(3.0, 5.5))), options);
        const auto& row = table.rows[9];
        CHECK(row.p5 == alone.quantile(0.05));
        CHECK(row.p50 == alone.median());
        CHECK(row.p95 == alone.quantile(0.95));
        CHECK(row.standard_error == alone.quantile_standard_error(0.5));
        CHECK_THAT(row.versus->mean->value.in(usd), WithinRel((alone.mean() - first.mean()).in(usd), 1e-9));
        // 250 / 8 against 50 / 3 million, both times the same noise.
        const auto& end = table.rows[19];
        CHECK_THAT(end.versus->mean->value / first.mean(), WithinRel(250.0 / 8.0 / (50.0 / 3.0) - 1.0, 1e-9));
        CHECK(end.versus->above == 1.0);
        CHECK_THAT(end.versus->mean->standard_error / first.standard_error(),
                   WithinRel(250.0 / 8.0 / (50.0 / 3.0) - 1.0, 1e-6));
    }
}

TEST_CASE("a grid has a table for each output and date") {
    constexpr auto both = hw::forecast(hw::inputs(rate, price), [](const auto& in, const auto& when) {
        return hw::outputs(hw::output<"cost">(in[price] / in[rate]), hw::output<"when">(when + in[rate] * year));
    });
    const std::vector<hw::date> dates{hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)};
    const auto tables = hw::compare_grid(both, dates, {hw::axis(rate, {1.0, 2.0})}, {.draws = 500});
    const auto& when = hw::get<"when">(tables.at(dates[1]));
    REQUIRE(when.rows.size() == 2);
    CHECK(when.rows[1].p50 == dates[1] + 2.0 * year);
    CHECK(when.rows[1].versus->mean->value == 1.0 * year);
    const auto& cost = hw::get<"cost">(tables[0]);
    CHECK_THAT(cost.rows[0].p50 / cost.rows[1].p50, WithinRel(2.0, 1e-12));
    CHECK_THROWS_WITH(hw::compare_grid(both, std::vector<hw::date>{}, {hw::axis(rate, {1.0})}),
                      ContainsSubstring("no dates"));
}

TEST_CASE("a grid's scenarios can be compared with their draws kept") {
    const std::vector<hw::grid_axis> axes{{"rate", {{"low", hw::exactly(2.0)}, {"high", hw::exactly(4.0)}}},
                                          {"noise", {{"none", hw::exactly(1.0)}}}};
    const auto c = hw::compare(f, hw::grid_scenarios(axes), {.draws = 100});
    CHECK(c.names() == std::vector<std::string>{"rate = low, noise = none", "rate = high, noise = none"});
    const auto table = hw::compare_grid(f, {axes[0], axes[1]}, {.draws = 100});
    CHECK(table.rows[1].p50 == c[1].median());
    CHECK(table.rows[1].levels == std::vector<std::string>{"high", "none"});
    // A grid of one combination.
    CHECK(hw::compare_grid(f, {axes[1]}, {.draws = 100}).rows.size() == 1);
}

TEST_CASE("a grid that cannot be is refused before any work") {
    const hw::grid_axis rates{"rate", {{"low", hw::exactly(2.0)}}};
    CHECK_THROWS_WITH(hw::compare_grid(f, {}), ContainsSubstring("no axes given"));
    CHECK_THROWS_WITH(hw::grid_scenarios({rates, {"price", {}}}), ContainsSubstring("'price' has no levels"));
    CHECK_THROWS_WITH(hw::grid_scenarios({rates, rates}), ContainsSubstring("two axes are of 'rate'"));
    CHECK_THROWS_WITH(hw::compare_grid(f, {hw::axis(rate, {3.0, 3.0})}), ContainsSubstring("two levels labelled '3'"));
    CHECK_THROWS_WITH(hw::compare_grid(f, {hw::grid_axis{"speed", rates.levels}}),
                      ContainsSubstring("no input is named 'speed'"));
    CHECK_THROWS_WITH(hw::compare_grid(f, {hw::grid_axis{"price", rates.levels}}), ContainsSubstring("about money"));
    hw::grid_axis wide{"rate", {}};
    for (int i = 1; i <= 101; ++i) wide.levels.push_back({std::to_string(i), hw::exactly(1.0 * i)});
    hw::grid_axis other = wide;
    other.input = "noise";
    CHECK_THROWS_WITH(hw::grid_scenarios({wide, other}), ContainsSubstring("101 x 101 levels make more than 10000"));
    other.levels.pop_back();
    other.levels.pop_back();
    CHECK(hw::grid_scenarios({wide, other}).size() == 9999);
    wide.levels.pop_back();
    other.levels.push_back(wide.levels.back());
    CHECK(hw::grid_scenarios({wide, other}).size() == 10'000);
}

}  // namespace
