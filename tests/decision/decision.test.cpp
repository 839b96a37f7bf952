// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/decision.hpp>

#include "catch.hpp"
#include "decide.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/decision/decide.hpp>
#include <headway/quantity/units.hpp>

#include <cmath>
#include <concepts>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto price = hw::assumption<"price">(hw::lognormal(10.0 * million_usd, 0.5), "test");
constexpr auto built = hw::assumption<"built">(hw::normal(2027y / 6 / 1, 100.0 * day), "test");
constexpr auto lot = hw::assumption<"lot">(hw::bernoulli(0.25), "test");
constexpr auto net = hw::assumption<"net">(hw::normal(1.0, 1.0), "test");
constexpr auto buys = hw::forecast(hw::inputs(price), [](const auto& in) { return in[price]; });
const auto rents = 11.0 * million_usd;

using money = hw::quantity<hw::dim::money>;
static_assert(std::same_as<decltype(hw::option_value<money>::regret), money>);
static_assert(std::same_as<decltype(hw::option_value<hw::date>::mean), hw::date>);
static_assert(std::same_as<decltype(hw::option_value<hw::date>::from_best), hw::quantity<hw::dim::time>>);

TEST_CASE("a decision in money: a lognormal price against a sure one, seen with errors that are factors") {
    const auto d =
        hw::decide(hw::better::lower, hw::option<"buy">(buys), hw::option<"rent">(rents), {.draws = 40'000, .seed = 4});
    static_assert(std::same_as<std::remove_const_t<decltype(d)>, hw::decision<money>>);
    CHECK(d.best().option == "rent");  // the mean of the price is 11.33
    CHECK(d["rent"].standard_error == 0.0 * usd);
    const auto check = [](const auto& row, double expected, double bias) {
        INFO(row.input << ": " << row.value << " +- " << row.standard_error << ", expected " << expected);
        CHECK_THAT(row.value.in(million_usd), WithinAbs(expected, 4.4 * row.standard_error.in(million_usd) + bias));
    };
    check(d.perfect_information(), reference::decide_knowing_price, 0.0);
    check(d.perfect_information(price), reference::decide_knowing_price, 0.01);
    check(d.sample_information(price, hw::log_error(0.4), 3), reference::decide_sample_price_3, 0.01);
    // One factor of any shape: a lognormal by another name is worth the same.
    const auto named = d.sample_information(price, hw::factor_error(hw::lognormal(1.0, 0.4)));
    const auto plain = d.sample_information(price, hw::log_error(0.4));
    CHECK(named.value == plain.value);
    // A worse look is worth less, a perfect one as much as knowing.
    const auto poor = d.sample_information(price, hw::normal_error(50.0 * million_usd));
    const auto sharp = d.sample_information(price, hw::normal_error(1.0 * usd));
    CHECK(poor.value < plain.value);
    CHECK_THAT(sharp.value.in(million_usd), WithinAbs(d.perfect_information(price).value.in(million_usd), 0.005));
    // A one-sided error is an error too: what counts is its spread.
    CHECK(d.sample_information(price, hw::additive_error(hw::uniform(0.0 * usd, 1.0 * usd))).value > plain.value);
}

TEST_CASE("dates are compared by their means, and regret is a span of time") {
    constexpr auto shell = hw::forecast(hw::inputs(built), [](const auto& in) { return in[built] + 200.0 * day; });
    const auto d = hw::decide(hw::better::earlier, hw::option<"build">(shell), hw::option<"lease">(2028y / 1 / 1),
                              {.draws = 20'000, .seed = 2, .method = hw::method::sobol});
    CHECK(d.best().option == "build");
    const double delta = 14.0;  // 2027-06-01 + 200 days is 2027-12-18
    const double s = delta / 100.0;
    const double loss = 100.0 * (hw::normal_pdf(s) - s * hw::normal_cdf(-s));
    CHECK_THAT(d["lease"].from_best.in(day), WithinAbs(delta, 0.1));
    CHECK_THAT(d["build"].regret.in(day), WithinAbs(loss, 0.1));
    CHECK_THAT(d["build"].probability_best, WithinAbs(hw::normal_cdf(s), 0.002));
    CHECK_THAT(d.perfect_information(built).value.in(day), WithinAbs(loss, 0.1));
    const auto seen = d.sample_information(built, hw::normal_error(100.0 * day), 1);
    const double t = s * std::sqrt(2.0);
    CHECK_THAT(seen.value.in(day),
               WithinAbs(100.0 / std::sqrt(2.0) * (hw::normal_pdf(t) - t * hw::normal_cdf(-t)), 0.7));
}

TEST_CASE("options that are best together share the draw, and that is told") {
    const auto pays = [](double win) {
        return hw::forecast(hw::inputs(lot), [win](const auto& in) { return win * in[lot]; });
    };
    // In a quarter of the draws c alone is best, in the others all three are.
    const auto d = hw::decide(hw::better::higher, hw::option<"a">(pays(1.0)), hw::option<"b">(pays(1.0)),
                              hw::option<"c">(pays(2.0)), {.draws = 20'000, .seed = 1});
    CHECK_THAT(d["a"].probability_best, WithinAbs(0.25, 0.01));
    CHECK_THAT(d["c"].probability_best, WithinAbs(0.5, 0.01));
    CHECK_THAT(d["a"].probability_best + d["b"].probability_best + d["c"].probability_best, WithinAbs(1.0, 1e-12));
    CHECK_THAT(d["a"].ties, WithinAbs(0.75, 0.02));
    CHECK(d["a"].ties == d["c"].ties);
    CHECK(d["c"].regret == 0.0);
    CHECK(d.perfect_information(lot).value == 0.0);  // c is never worse
}

TEST_CASE("what is asked of a decision by a wrong name is refused with the names that there are") {
    const auto d = hw::decide(hw::better::lower, hw::option<"buy">(buys), hw::option<"rent">(rents), {.draws = 1000});
    CHECK_THROWS_WITH(d["lease"], ContainsSubstring("no option is named 'lease'; there are 'buy', 'rent'"));
    CHECK_THROWS_WITH(d.outcome_of("lease"), ContainsSubstring("no option is named 'lease'"));
    CHECK_THROWS_WITH(d.difference("buy", "lease"), ContainsSubstring("no option is named 'lease'"));
    CHECK_THROWS_WITH(d.perfect_information(built),
                      ContainsSubstring("perfect_information: no option reads an input 'built'; "
                                        "the inputs are 'price'"));
    CHECK_THROWS_WITH(d.sample_information(built, hw::normal_error(1.0 * day)),
                      ContainsSubstring("sample_information: no option reads an input 'built'"));
    CHECK_THROWS_WITH(d.sample_information(price, hw::log_error(0.1), 0),
                      ContainsSubstring("at least one observation"));
    CHECK_THROWS_WITH(d.sample_information(price, hw::additive_error(hw::uniform(-1.0 * usd, 1.0 * usd)), 2),
                      ContainsSubstring("only where each has a normal error"));
    const auto n = hw::decide(hw::better::lower,
                              hw::option<"a">(hw::forecast(hw::inputs(net), [](const auto& in) { return in[net]; })),
                              hw::option<"b">(1.0), {.draws = 1000});
    CHECK_THROWS_WITH(n.sample_information(net, hw::log_error(0.1)),
                      ContainsSubstring("'net' is -") && ContainsSubstring("such as normal_error(...)"));
}

}  // namespace
