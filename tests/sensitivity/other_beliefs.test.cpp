// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/other_beliefs.hpp>

#include "catch.hpp"

#include <headway/assumption/load_assumptions.hpp>
#include <headway/sensitivity/explain_change.hpp>

#include <sstream>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto price = hw::assumption<"price">(hw::ci90(8.0 * usd, 12.0 * usd), "test");
constexpr auto number = hw::assumption<"number">(hw::ci90(90.0, 110.0), "test");
constexpr auto rate = hw::assumption<"yearly rise">(hw::normal(0.1, 0.02), "test");
constexpr auto bill = hw::forecast(hw::inputs(price, number), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[price] * in[number]), hw::output<"pieces">(in[number] * 2.0));
});
constexpr auto over_time = hw::forecast(hw::inputs(price, rate), [](const auto& in, const auto& on) {
    return in[price] * (1.0 + in[rate] * (on - hw::date(2025y / 1 / 1)).in(year));
});
constexpr auto dearer = hw::scenario<"dearer">(hw::override(price, hw::ci90(10.0 * usd, 15.0 * usd)));
constexpr hw::simulation options{.draws = 1'000, .seed = 4};

}  // namespace

TEST_CASE("a forecast, a scenario, overrides and an assumption file say the same") {
    const auto after = bill.with(hw::override(price, hw::ci90(10.0 * usd, 15.0 * usd)));
    const auto why = hw::explain_change<"cost">(bill, after, options);
    CHECK(why.size() == 1);
    CHECK(why[price].change > 200.0 * usd);
    CHECK(why[price].before == "ci90(8 USD, 12 USD)");
    CHECK(why.after() == hw::get<"cost">(hw::simulate(after, options)).median());

    const auto as_scenario = hw::explain_change<"cost">(bill, dearer, options);
    const auto as_any = hw::explain_change<"cost">(bill, hw::any_scenario(dearer), options);
    const auto as_list = hw::explain_change<"cost">(
        bill, hw::override_list(hw::override(price, hw::ci90(10.0 * usd, 15.0 * usd))), options);
    std::istringstream text("price = ci90(10 USD, 15 USD)\n");
    const auto as_file = hw::explain_change<"cost">(bill, hw::load_assumptions(text, bill), options);
    for (const auto* other : {&as_scenario, &as_any, &as_list, &as_file}) {
        CHECK(other->change() == why.change());
        CHECK((*other)[price].change == why[price].change);
    }
    // Two assumption files.
    std::istringstream march("price = ci90(10 USD, 15 USD)\nnumber = ci90(95, 105)\n");
    const auto files = hw::explain_change<"cost">(bill.with(hw::load_assumptions(march, bill).overrides(bill)),
                                                  hw::assumption_file("number = ci90(190, 210)\n"), options);
    CHECK(files.size() == 1);
    CHECK(files[number].before == "ci90(95, 105)");
    CHECK(files[number].change > 1'000.0 * usd);
    CHECK(files[price].change == 0.0 * usd);
}

TEST_CASE("one of several outputs, a number or a quantity, and a date of a forecast over time") {
    const auto pieces = hw::explain_change<"pieces">(bill, dearer, statistic::mean, options);
    CHECK(pieces.change() == 0.0);
    CHECK(pieces[price].standard_error == 0.0);
    CHECK(pieces.sentence() == "No change");

    const auto after = over_time.with(hw::override(rate, hw::normal(0.2, 0.02)));
    const auto in_five = hw::explain_change(over_time, after, hw::date(2030y / 1 / 1), options);
    const auto in_ten = hw::explain_change(over_time, after, hw::date(2035y / 1 / 1), statistic::median, options);
    CHECK_THAT(in_ten.change() / in_five.change(), WithinRel(2.0, 0.05));
    CHECK(in_ten.after() == hw::simulate(after, {hw::date(2035y / 1 / 1)}, options)[0].median());
    const auto above = hw::explain_change(over_time, after, hw::date(2030y / 1 / 1),
                                          statistic::probability_above(18.0 * usd), options);
    CHECK(above.change() > 0.5);
    static_assert(std::is_same_v<decltype(above.change()), double>);
    static_assert(std::is_same_v<decltype(in_ten.before()), decltype(1.0 * usd)>);
}

TEST_CASE("another program's lambda that computes the same is the same model") {
    constexpr auto once_more = hw::forecast(hw::inputs(price, rate), [](const auto& in, const auto& on) {
        return in[price] * (1.0 + in[rate] * (on - hw::date(2025y / 1 / 1)).in(year));
    });
    const auto why = hw::explain_change(over_time, once_more.with(hw::override(rate, hw::normal(0.2, 0.02))),
                                        hw::date(2030y / 1 / 1), options);
    CHECK(why.size() == 1);
    CHECK(why.change() > 3.0 * usd);
}

TEST_CASE("forecasts of different models are refused, and told where they differ") {
    constexpr auto add = [](const auto& in) { return in[price] * in[number]; };
    constexpr auto with_tax = [](const auto& in) {
        return in[price] * hw::select(in[number] > 120.0, 1.1 * in[number], in[number]);
    };
    const auto f = hw::forecast(hw::inputs(price, number), add);
    CHECK_THROWS_WITH(
        hw::explain_change(f, hw::forecast(hw::inputs(price, number), with_tax), options),
        ContainsSubstring(
            "explain_change: the two forecasts are of different models: they give different results for price = ") &&
            ContainsSubstring(", number = 12") &&
            ContainsSubstring("; give two forecasts of one model that differ in what they believe"));
    // Of one type, with other data.
    const auto scaled = [](double factor) {
        return hw::forecast(hw::inputs(price, number),
                            [factor](const auto& in) { return factor * in[price] * in[number]; });
    };
    CHECK_THROWS_WITH(hw::explain_change(scaled(1.0), scaled(1.5), options), ContainsSubstring("different models"));
    CHECK(hw::explain_change(scaled(1.5), scaled(1.5), options).size() == 0);
    // Seen at the points of either's beliefs.
    const auto far = hw::override(number, hw::ci90(900.0, 1'100.0));
    CHECK_THROWS_WITH(hw::explain_change(f, hw::forecast(hw::inputs(price, number), with_tax).with(far), options),
                      ContainsSubstring("different models"));
    CHECK_THROWS_WITH(hw::explain_change(f.version("March"), f.version("May"), options),
                      ContainsSubstring("one is of version 'March', one of 'May'"));
    constexpr auto renamed = hw::forecast(hw::inputs(price, number), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[price] * in[number]), hw::output<"pieces">(in[number] * 3.0));
    });
    CHECK_THROWS_WITH(hw::explain_change<"cost">(bill, renamed, options), ContainsSubstring("different models"));
}

TEST_CASE("bad input is refused in words") {
    const auto refused = [](const hw::simulation& run, const hw::change_orders& how = {}) {
        (void)hw::explain_change<"cost">(bill, dearer, run, how);
    };
    CHECK_THROWS_WITH(refused({.draws = 19}), ContainsSubstring("explain_change: draws must be at least 20"));
    CHECK_NOTHROW(refused({.draws = 20}));
    CHECK_THROWS_WITH(refused({.shard = {0, 2}}), ContainsSubstring("explain_change: a shard is a part of a run"));
    CHECK_THROWS_WITH(refused({.until = hw::known_to{.median = 1.0 * usd}}),
                      ContainsSubstring("explain_change: until is for"));
    CHECK_THROWS_WITH(refused(options, {.every_combination_up_to = 17}),
                      ContainsSubstring("every_combination_up_to must be at most 16"));
    CHECK_THROWS_WITH(refused(options, {.orders = 3}), ContainsSubstring("orders must be at least 4"));
    CHECK_THROWS_WITH(hw::explain_change<"cost">(bill, dearer, statistic::quantile(1.5), options),
                      ContainsSubstring("probability"));
    CHECK_THROWS_WITH(
        hw::explain_change<"cost">(bill, dearer, statistic::probability_below(std::nan("") * usd), options),
        ContainsSubstring("must be a number"));
    hw::override_list unknown;
    unknown.set("prise", hw::belief<double>(1.0));
    CHECK_THROWS_WITH(hw::explain_change<"cost">(bill, unknown, options),
                      ContainsSubstring("no input is named 'prise'"));
    CHECK_THROWS_WITH(hw::explain_change<"cost">(bill, hw::assumption_file("prise = 3\n"), options),
                      ContainsSubstring("prise"));
    constexpr auto strict = hw::forecast(hw::inputs(price, number), [](const auto& in) {
        if (hw::any_of(in[number] > 150.0)) throw std::length_error("too many");
        return in[price] * in[number];
    });
    CHECK_THROWS_WITH(hw::explain_change(strict, strict.with(hw::override(number, 200.0)), options),
                      ContainsSubstring("explain_change: at draw 0 the model threw: too many (inputs: "));
}
