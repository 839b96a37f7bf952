// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/option.hpp>

#include "catch.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/decision/decide.hpp>
#include <headway/quantity/units.hpp>

#include <concepts>
#include <limits>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto price = hw::assumption<"price">(hw::normal(10.0, 2.0), "test");
constexpr auto load = hw::assumption<"load">(hw::normal(5.0, 1.0), "test");
constexpr auto rate = hw::assumption<"rate">(hw::normal(2.0, 0.5), "test");
constexpr auto dollars = hw::assumption<"price">(hw::normal(10.0 * million_usd, 2.0 * million_usd), "test");
constexpr auto fails = hw::assumption<"fails">(hw::bernoulli(0.5), "test");
constexpr auto buys = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price] * million_usd; });
constexpr auto rents =
    hw::forecast(hw::inputs(load, rate), [](const auto& in) { return in[load] * in[rate] * million_usd; });

TEST_CASE("an option has its forecast's result, its output of a name, or its result on a date") {
    using money = hw::quantity<hw::dim::money>;
    const auto plain = hw::option<"buy">(buys);
    static_assert(std::same_as<std::remove_const_t<decltype(plain)>, hw::decision_option<money>>);
    CHECK(plain.name() == "buy");

    constexpr auto several = hw::forecast(hw::inputs(price), [](const auto& in) {
        return hw::outputs(hw::output<"ready">(hw::date(2027y / 1 / 1) + in[price] * month),
                           hw::output<"cost">(in[price] * 2.0 * million_usd));
    });
    constexpr auto over_time = hw::forecast(hw::inputs(price), [](const auto& in, const auto& when) {
        return in[price] * (when - hw::date(2026y / 1 / 1)).in(year)*million_usd;
    });
    const auto d = hw::decide(hw::better::lower, plain, hw::option<"twice", "cost">(several),
                              hw::option<"later">(over_time, hw::date(2029y / 1 / 1)), {.draws = 10'000, .seed = 7});
    CHECK_THAT(d["twice"].mean / d["buy"].mean, WithinAbs(2.0, 1e-12));
    CHECK_THAT(d["later"].mean / d["buy"].mean, WithinAbs(3.0, 0.01));
    CHECK_THAT(d["twice"].from_best / d["buy"].mean, WithinAbs(1.0, 1e-12));
    const auto soon = hw::decide(hw::better::earlier, hw::option<"a", "ready">(several),
                                 hw::option<"b", "ready">(several), {.draws = 1000});
    static_assert(std::same_as<std::remove_const_t<decltype(soon)>, hw::decision<hw::date>>);
    // What is sure needs no forecast; a number of any type is a number.
    const auto whole = hw::option<"whole">(3);
    static_assert(std::same_as<std::remove_const_t<decltype(whole)>, hw::decision_option<double>>);
    const auto computed = hw::option<"computed">(hw::forecast(hw::inputs(), [](const auto&) { return 3; }));
    static_assert(std::same_as<std::remove_const_t<decltype(computed)>, hw::decision_option<double>>);
    static_assert(std::same_as<decltype(hw::option<"day">(2027y / 1 / 1)), hw::decision_option<hw::date>>);
    CHECK(hw::decide(hw::better::lower, whole, computed, {.draws = 512})["whole"].mean == 3.0);
}

TEST_CASE("options outlive their forecasts, go into a vector, and need not know one another's inputs") {
    std::vector<hw::decision_option<double>> all;
    const auto add = [&]<hw::label Name>(double factor) {
        const auto f = hw::forecast(hw::inputs(price), [factor](const auto& in) { return factor * in[price]; });
        all.push_back(hw::option<Name>(f));
    };
    add.operator()<"one">(1.0);
    add.operator()<"two">(2.0);
    add.operator()<"half">(0.5);
    const auto d = hw::decide(hw::better::higher, all, {.draws = 2000, .seed = 3});
    CHECK(d.best().option == "two");
    CHECK(d["two"].mean == 2.0 * d["one"].mean);
    const auto six =
        hw::decide(hw::better::higher, all[0], all[1], all[2],
                   hw::option<"4">(hw::forecast(hw::inputs(load), [](const auto& in) { return in[load]; })),
                   hw::option<"5">(hw::forecast(hw::inputs(rate), [](const auto& in) { return in[rate]; })),
                   hw::option<"6">(1.0), {.draws = 2000, .seed = 3});
    CHECK(six.size() == 6);
    CHECK(six["two"].mean == d["two"].mean);
    CHECK(six.information().inputs.size() == 3);
    CHECK(hw::decide(hw::better::higher, all[0], all[1]).outcome_of("one").draws() == 10'000);
}

TEST_CASE("correlations of one option hold for all that read those inputs") {
    const auto tied = hw::forecast(
        hw::inputs(load, rate), [](const auto& in) { return in[load] * in[rate] * million_usd; },
        hw::correlate(load, rate, 0.8));
    constexpr auto flat = hw::forecast(hw::inputs(rate), [](const auto& in) { return 5.0 * in[rate] * million_usd; });
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const hw::simulation run{.draws = 10'000, .seed = 2, .method = method};
        const auto d = hw::decide(hw::better::lower, hw::option<"flat">(flat), hw::option<"use">(tied), run);
        const auto alone = hw::simulate(tied, run);
        CHECK(d.outcome_of("use").quantile(0.9) == alone.quantile(0.9));
        // E[load * rate] = 10 + covariance, with the correlation 2 sin(pi 0.8 / 6) of the normals.
        CHECK_THAT(d["use"].from_best.in(million_usd), WithinAbs(0.5 * hw::normal_from_rank_correlation(0.8), 0.03));
        // Knowing the rate tells of the load.
        CHECK(d.perfect_information(load).value > 0.0 * usd);
    }
    CHECK_THROWS_WITH(
        hw::decide(hw::better::lower, hw::option<"use">(tied), hw::option<"rent">(rents)),
        ContainsSubstring("the inputs 'load' and 'rate' are correlated differently in the options 'rent' and "
                          "'use', by 0 and 0.8; give both the same correlate(...)"));
    const auto other = hw::forecast(
        hw::inputs(price, rate), [](const auto& in) { return in[price] * in[rate] * million_usd; },
        hw::correlate(price, rate, 0.3));
    CHECK_THROWS_WITH(
        hw::decide(hw::better::lower, hw::option<"use">(tied), hw::option<"other">(other)),
        ContainsSubstring("option 'other' correlates the input 'price', and option 'use' correlates others"));
}

TEST_CASE("options that cannot be compared are refused in words") {
    using hw::decide;
    const auto buy = hw::option<"buy">(buys);
    const auto rent = hw::option<"rent">(rents);
    const auto lower = hw::better::lower;
    CHECK_THROWS_WITH(decide(lower, buy, hw::option<"buy">(rents)), ContainsSubstring("two options are named 'buy'"));
    CHECK_THROWS_WITH(decide(lower, std::vector{buy}),
                      ContainsSubstring("decide: there is 1 option to choose from; give at least two"));
    CHECK_THROWS_WITH(decide(lower, std::vector<hw::decision_option<double>>{}),
                      ContainsSubstring("there are 0 options"));
    CHECK_THROWS_WITH(decide(lower, buy, rent, {.draws = 511}), ContainsSubstring("at least 512 draws, got 511"));
    CHECK_THROWS_WITH(decide(lower, buy, rent, {.draws = 0}), ContainsSubstring("draws, got 0"));
    CHECK_NOTHROW(decide(lower, buy, rent, {.draws = 512}));
    CHECK_THROWS_WITH(decide(lower, buy, rent, {.keep = false}), ContainsSubstring("decide: it works on kept draws"));
    CHECK_THROWS_WITH(decide(lower, buy, rent, {.shard = {0, 2}}), ContainsSubstring("leave out .shard"));

    const auto wider = buys.with(hw::override(price, hw::normal(10.0, 3.0)));
    CHECK_THROWS_WITH(decide(lower, buy, hw::option<"hope">(wider)),
                      ContainsSubstring("the options 'buy' and 'hope' believe the input 'price' differently, "
                                        "normal(10, 2) and normal(10, 3); give both the same assumption"));
    constexpr auto pays = hw::forecast(hw::inputs(dollars), [](const auto& in) { return in[dollars]; });
    CHECK_THROWS_WITH(
        decide(lower, buy, hw::option<"pay">(pays)),
        ContainsSubstring("the input 'price' is about a number in option 'buy' and about money in option 'pay'"));

    const auto never = hw::forecast(hw::inputs(fails),
                                    [](const auto& in) { return hw::date(2027y / 1 / 1) + 1.0 * year / in[fails]; });
    CHECK_THROWS_WITH(
        decide(hw::better::earlier, hw::option<"try">(never), hw::option<"sure">(hw::date(2028y / 1 / 1))),
        ContainsSubstring("decide: under 'try' the result is never, or infinite, in") &&
            ContainsSubstring("let the model return what that is worth"));
}

TEST_CASE(
    "a model at fault is named by its option, the lowest draw first, and nothing asked of other outputs goes unseen") {
    const auto breaks = [](double above) {
        return hw::forecast(hw::inputs(price), [above](const auto& in) {
            if (in[price] > above) throw std::domain_error("too dear");
            return in[price];
        });
    };
    const auto fault = [&](unsigned threads) -> std::string {
        try {
            static_cast<void>(hw::decide(hw::better::lower, hw::option<"late">(breaks(14.0)),
                                         hw::option<"early">(breaks(12.0)),
                                         {.draws = 10'000, .seed = 1, .threads = threads}));
        } catch (const hw::model_error& e) {
            return e.what();
        }
        return {};
    };
    CHECK_THAT(fault(1), ContainsSubstring("in option 'early', decide: at draw ") && ContainsSubstring("too dear"));
    CHECK(fault(1) == fault(3));
    const auto undefined = hw::forecast(hw::inputs(price), [](const auto& in) {
        return hw::outputs(hw::output<"cost">(in[price]), hw::output<"odds">(hw::sqrt(in[price] - 8.0)));
    });
    CHECK_THROWS_WITH(hw::decide(hw::better::lower, hw::option<"a", "cost">(undefined), hw::option<"b">(breaks(1e9))),
                      ContainsSubstring("in option 'a', decide: at draw") &&
                          ContainsSubstring("the model returned nan"));
}

TEST_CASE("a progress callback may stop a decision") {
    CHECK_THROWS_AS(hw::decide(hw::better::lower, hw::option<"buy">(buys), hw::option<"rent">(rents),
                               hw::simulation{.draws = 10'000}, [](std::uint64_t, std::uint64_t) { return false; }),
                    hw::simulation_cancelled);
}

}  // namespace
