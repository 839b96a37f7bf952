// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/two_way.hpp>

#include "catch.hpp"

#include <headway/belief/parse_belief.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto price = hw::assumption<"price">(hw::normal(10.0 * usd, 2.0 * usd), "test");
constexpr auto number = hw::assumption<"number">(hw::uniform(90.0, 110.0), "test");
constexpr auto tax = hw::assumption<"tax">(hw::normal(1.2, 0.05), "test");
constexpr auto model = [](const auto& in) { return in[price] * in[number] * in[tax]; };
constexpr auto bill = hw::forecast(hw::inputs(price, number, tax), model);
constexpr auto joint = hw::forecast(hw::inputs(price, number, tax), model, hw::correlate(price, tax, 0.5),
                                    hw::correlate(number, tax, -0.4));

}  // namespace

TEST_CASE("each cell is the statistic of the forecast's own simulation under its levels") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const hw::simulation options{.draws = 1'000, .seed = 2, .method = method};
        const auto check = [&](const auto& forecast) {
            const auto table = hw::two_way(
                forecast, hw::axis(price, {{"low", 8.0 * usd}, {"believed", hw::normal(10.0 * usd, 2.0 * usd)}}),
                hw::axis(number, {90.0, 100.0, hw::uniform(100.0, 120.0)}), statistic::quantile(0.9), options);
            CHECK(table.rows().input == "price");
            CHECK(table.rows().levels == std::vector<std::string>{"low", "believed"});
            CHECK(table.columns().levels == std::vector<std::string>{"90", "100", "uniform(100, 120)"});
            CHECK(table.statistic() == "the 90 % quantile");
            const hw::belief<double> across[] = {90.0, 100.0, hw::uniform(100.0, 120.0)};
            for (std::size_t c = 0; c < 3; ++c) {
                const auto low = hw::simulate(
                    forecast.with(hw::override(price, 8.0 * usd), hw::override(number, across[c])), options);
                CHECK(table.at(0, c).value == low.quantile(0.9));
                CHECK(table.at(0, c).standard_error == low.quantile_standard_error(0.9));
                CHECK(table.at(1, c).value ==
                      hw::simulate(forecast.with(hw::override(number, across[c])), options).quantile(0.9));
            }
        };
        check(bill);
        check(joint);
    }
}

TEST_CASE("levels in braces, probabilities, outputs, over time, dates") {
    const hw::simulation options{.draws = 500, .seed = 2};
    const auto table = hw::two_way(bill, price, tax, {8.0 * usd, 12.0 * usd}, {1.0, 1.1, 1.2}, options);
    CHECK(table.at(1, 2).value > table.at(0, 0).value);
    CHECK(table.rows().levels[0] == "8 USD");
    const auto likely = hw::two_way(bill, price, tax, {8.0 * usd, 12.0 * usd}, {1.0, 1.2},
                                    statistic::probability_above(1'200.0 * usd), options);
    CHECK(likely.is_probability());
    CHECK(likely.at(0, 0).value == 0.0);
    CHECK(likely.at(1, 1).value == 1.0);
    CHECK(hw::two_way(bill, hw::axis(price, {8.0 * usd}), hw::axis(tax, {1.0}), options).at(0, 0).value < 900.0 * usd);

    const auto outputs = hw::forecast(hw::inputs(price, number, tax), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[price] * in[number]), hw::output<"tax">(in[tax]));
    });
    CHECK(hw::two_way<"tax">(outputs, price, tax, {8.0 * usd}, {1.0, 1.5}, statistic::mean, options).at(0, 1).value ==
          1.5);

    static constexpr auto start = hw::assumption<"start">(hw::date(2026y / 1 / 1), "test");
    static constexpr auto months = hw::assumption<"months">(hw::normal(12.0, 1.0), "test");
    const auto over_time = hw::forecast(hw::inputs(start, months), [](const auto& in, const auto& on) {
        return hw::select((on - in[start]).in(month) > in[months], in[start] + in[months] * month, hw::date::never());
    });
    const hw::date when(2027y / 7 / 1);
    const auto dates =
        hw::two_way(over_time, when, start, months, {2026y / 1 / 1, 2026y / 12 / 1}, {6.0, 12.0}, options);
    CHECK(dates.at(0, 0).value == hw::date(2026y / 1 / 1) + 6.0 * month);
    CHECK(dates.at(1, 1).value.is_never());
    CHECK(hw::two_way(over_time, when, hw::axis(start, {2026y / 1 / 1}), hw::axis(months, {6.0}),
                      statistic::probability_never, options)
              .at(0, 0)
              .value == 0.0);
    CHECK(hw::two_way(over_time, when, hw::axis(start, {2026y / 1 / 1}), hw::axis(months, {6.0}), options)
              .at(0, 0)
              .value == hw::date(2026y / 1 / 1) + 6.0 * month);
}

TEST_CASE("two_way: a level of dates may be never") {
    static constexpr auto start = hw::assumption<"start">(hw::date(2026y / 1 / 1), "test");
    static constexpr auto months = hw::assumption<"months">(hw::normal(12.0, 1.0), "test");
    const auto ready =
        hw::forecast(hw::inputs(start, months), [](const auto& in) { return in[start] + in[months] * month; });
    const hw::simulation options{.draws = 500, .seed = 2};
    const auto table =
        hw::two_way(ready, start, months, {hw::date(2026y / 1 / 1), hw::date::never()}, {6.0, 12.0}, options);
    CHECK(table.rows().levels[1] == "never");
    CHECK(table.at(0, 1).value == hw::date(2026y / 1 / 1) + 12.0 * month);
    CHECK((table.at(1, 0).value.is_never() && table.at(1, 1).value.is_never()));
    const auto share = hw::two_way(ready, hw::axis(start, {2026y / 1 / 1, hw::date::never()}), hw::axis(months, {6.0}),
                                   statistic::probability_never, options);
    CHECK((share.at(0, 0).value == 0.0 && share.at(1, 0).value == 1.0));
    // An override is such a level, also one that is read.
    const auto sure = hw::simulate(ready.with(hw::override(start, hw::date::never())), options);
    CHECK((sure.probability_never() == 1.0 && sure.median().is_never()));
    const auto read = hw::simulate(ready.with(hw::override(start, hw::parse_belief<hw::date>("never"))), options);
    CHECK(read.identity() == sure.identity());
    CHECK(sure.identity() != hw::simulate(ready, options).identity());
}

TEST_CASE("two_way: bad input is refused in words") {
    const hw::simulation options{.draws = 500, .seed = 2};
    CHECK_THROWS_WITH(hw::two_way(bill, hw::axis(price, {}), hw::axis(tax, {1.0}), options),
                      ContainsSubstring("two_way: the axis 'price' has no levels; give at least one"));
    CHECK_THROWS_WITH(hw::two_way(bill, price, tax, {8.0 * usd}, {}, options),
                      ContainsSubstring("two_way: the axis 'tax' has no levels"));
    CHECK_THROWS_WITH(hw::two_way(bill, price, price, {8.0 * usd}, {9.0 * usd}, options),
                      ContainsSubstring("two_way: two axes are of 'price'; keep one"));
    CHECK_THROWS_WITH(hw::two_way(bill, price, tax, {8.0 * usd, 8.0 * usd}, {1.0}, options),
                      ContainsSubstring("two_way: the axis 'price' has two levels labelled '8 USD'"));
    CHECK_THROWS_WITH(hw::two_way(bill, price, tax, {8.0 * usd}, {1.0}, {.shard = {0, 2}}),
                      ContainsSubstring("two_way: a shard is a part of a run"));
    CHECK_THROWS_WITH(
        hw::two_way(bill, hw::grid_axis{"prise", {{"1", hw::belief<double>(1.0)}}}, hw::axis(tax, {1.0}), options),
        ContainsSubstring("no input is named 'prise'"));
    static constexpr auto comes = hw::assumption<"it comes">(hw::bernoulli(0.9), "test");
    static constexpr auto paid = hw::forecast(hw::inputs(price, comes), [](const auto& in) { return in[price] * in[comes]; });
    CHECK_THROWS_WITH(hw::two_way(paid, price, comes, {8.0 * usd}, {0.0, 0.8, 1.0}, options),
                      ContainsSubstring("\"it comes\" is yes or no, a bernoulli(...), and cannot be 0.8; give "
                                        "bernoulli(80 %) for a chance, 0 or 1 for a sure value"));
    CHECK_NOTHROW(hw::two_way(paid, price, comes, {8.0 * usd}, {0.0, hw::bernoulli(0.8), 1.0}, options));
}
