// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/real_option.hpp>

#include "catch.hpp"
#include "real_option.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>

#include <cmath>
#include <limits>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

constexpr hw::date today(2026y / 1 / 1);
constexpr double years = 1.0;
constexpr int steps = 10;

template <int Step>
constexpr auto shock =
    hw::assumption<hw::label<7>({'s', 'h', 'o', 'c', 'k', ' ', '0' + Step, '\0'})>(hw::normal(0.0, 1.0), "a test");
constexpr auto shocks =
    hw::inputs(shock<0>, shock<1>, shock<2>, shock<3>, shock<4>, shock<5>, shock<6>, shock<7>, shock<8>, shock<9>);

/// The sum of the shocks before a date, for a random walk that is seen on the dates of its steps.
template <class In>
auto walk(const In& in, const hw::date& when) {
    const int taken = static_cast<int>(std::lround((when - today).in(year) / years * steps));
    return [&]<int... Step>(std::integer_sequence<int, Step...>) {
        return (((Step < taken ? 1.0 : 0.0) * in[shock<Step>]) + ...);
    }
    (std::make_integer_sequence<int, steps>{});
}
/// A lognormal amount with this drift and volatility in a year.
template <class In>
auto amount(const In& in, const hw::date& when, double start, double growth, double volatility) {
    const double t = (when - today).in(year);
    return start * hw::exp((growth - 0.5 * volatility * volatility) * t) *
           hw::exp(volatility * std::sqrt(years / steps) * walk(in, when));
}

const auto dates = hw::dates_every(years / steps * year, today, steps + 1);
const double six_percent = std::expm1(0.06);

/// The put of Longstaff and Schwartz.
auto put_from(double start) {
    return hw::forecast(shocks, [start](const auto& in, const auto& when) {
        return (40.0 - amount(in, when, start, 0.06, 0.2)) * usd;
    });
}

TEST_CASE("a put that may be exercised on ten dates against a binomial tree") {
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const auto w = hw::real_option(hw::better::higher, put_from(36.0), hw::may_act_on(dates), six_percent,
                                       {.draws = 32'768, .seed = 5, .method = method});
        INFO(w.text());
        CHECK_THAT(w.value().in(usd), WithinAbs(reference::bermudan_put_10, 3.0 * w.standard_error().in(usd) + 0.004));
        CHECK_THAT(w.acting_now().in(usd), WithinAbs(4.0, 1e-12));
        CHECK(w.acting_now_standard_error() == 0.0 * usd);
        CHECK_THAT(w.worth_of_waiting().in(usd), WithinAbs(w.value().in(usd)-4.0, 1e-9));
        CHECK(w.dates().size() == 11);
        CHECK(w.dates().front().rule == "wait");
        CHECK(w.dates().front().probability == 0.0);
        CHECK(w.dates().back().rule == "act if it gives anything");
        double sum = w.probability_never();
        for (const auto& d : w.dates()) sum += d.probability;
        CHECK_THAT(sum, WithinAbs(1.0, 1e-12));
        // The more it gives the sooner; what it must give falls as the last date comes nearer.
        for (const std::size_t k : {3U, 6U, 9U}) {
            INFO(w.dates()[k].rule);
            REQUIRE(w.dates()[k].threshold.has_value());
            CHECK(w.dates()[k].acts_above_threshold);
            CHECK_THAT(w.dates()[k].rule, ContainsSubstring("act if it gives ") && ContainsSubstring(" USD or more"));
        }
        CHECK(*w.dates()[9].threshold < *w.dates()[6].threshold);
        CHECK(*w.dates()[6].threshold < *w.dates()[3].threshold);
    }
}

TEST_CASE("what is out of the money now is not acted on, and waiting is worth all of it") {
    const auto w = hw::real_option(hw::better::higher, put_from(40.0), hw::may_act_on(dates), six_percent,
                                   {.draws = 20'000, .seed = 2});
    CHECK_THAT(w.value().in(usd),
               WithinAbs(reference::bermudan_put_at_40_10, 3.0 * w.standard_error().in(usd) + 0.004));
    CHECK(w.acting_now() == 0.0 * usd);
    CHECK(w.worth_of_waiting() == w.value());
    CHECK(w.dates().front().rule == "wait");
    CHECK_THAT(w.text(), ContainsSubstring("in place of nothing, as acting now gives 0 USD"));
}

TEST_CASE("a cost that must be paid on one of ten dates against a binomial tree, decided by a price that is seen") {
    const auto cost = hw::forecast(shocks, [](const auto& in, const auto& when) {
        const auto price = amount(in, when, 100.0, 0.12, 0.3) * usd;
        return hw::outputs(hw::output<"price">(price), hw::output<"cost">(min(price, 110.0 * usd)));
    });
    const double one_percent = std::expm1(0.01);
    const auto w = hw::real_option<"cost">(hw::better::lower, cost, hw::must_act_on(dates), one_percent,
                                           {.draws = 32'768, .seed = 3});
    INFO(w.text());
    // What the rule loses is far less than 0.1 %.
    CHECK_THAT(w.value().in(usd), WithinAbs(reference::bermudan_cost_10, 3.0 * w.standard_error().in(usd) + 0.05));
    CHECK(w.value().in(usd) > reference::bermudan_cost_10 - 3.0 * w.standard_error().in(usd));
    CHECK(w.worth_of_waiting() > 3.0 * usd);
    CHECK(w.probability_never() == 0.0);
    CHECK(w.dates().back().rule == "act");
    CHECK_THAT(w.dates()[5].rule, ContainsSubstring("act if price is ") && ContainsSubstring(" USD or less"));
    CHECK_FALSE(w.dates()[5].acts_above_threshold);
}

TEST_CASE("the same bits with any number of threads, and no bias upward in small runs") {
    const hw::simulation one{.draws = 2048, .seed = 1};
    const auto a = hw::real_option(hw::better::higher, put_from(36.0), hw::may_act_on(dates), six_percent, one);
    const auto b = hw::real_option(hw::better::higher, put_from(36.0), hw::may_act_on(dates), six_percent,
                                   {.draws = 2048, .seed = 1, .threads = 3});
    CHECK(a.value() == b.value());
    CHECK(a.standard_error() == b.standard_error());
    CHECK(a.dates()[5].rule == b.dates()[5].rule);

    // On average over seeds below the best, and by little; two errors hold the value that the rule has.
    double sum = 0.0, squares = 0.0, stated = 0.0;
    constexpr int seeds = 40;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto w = hw::real_option(hw::better::higher, put_from(36.0), hw::may_act_on(dates), six_percent,
                                       {.draws = 1024, .seed = seed});
        const double v = w.value().in(usd);
        sum += v;
        squares += v * v;
        stated += w.standard_error().in(usd) / seeds;
    }
    const double spread = std::sqrt((squares - sum * sum / seeds) / (seeds - 1));
    CHECK_THAT(stated, WithinAbs(spread, 0.4 * spread));  // the spread of 40 is good to 11 %
    const double error = spread / std::sqrt(double{seeds});
    CHECK(sum / seeds < reference::bermudan_put_10 + 3.0 * error);
    CHECK(sum / seeds > reference::bermudan_put_10 - 0.06 - 3.0 * error);
}

TEST_CASE("a decision that cannot be valued is refused in words") {
    const auto put = put_from(36.0);
    const auto may = hw::may_act_on(dates);
    using hw::better;
    CHECK_THROWS_WITH(hw::real_option(better::higher, put, may, -1.0), ContainsSubstring("rate"));
    CHECK_THROWS_WITH(hw::real_option(better::higher, put, may, 0.06, {.draws = 100}),
                      ContainsSubstring("real_option: needs at least 512 draws, got 100"));
    CHECK_THROWS_WITH(hw::real_option(better::higher, put, may, 0.06, {.keep = false}),
                      ContainsSubstring("set .keep = true"));
    CHECK_THROWS_WITH(hw::real_option(better::higher, put, may, 0.06, {.shard = {0, 2}}),
                      ContainsSubstring("leave out .shard"));
    CHECK_THROWS_WITH(hw::real_option(better::higher, put, may, 0.06, {.until = hw::known_to{.mean = 0.1 * usd}}),
                      ContainsSubstring("until is for simulate(...) alone"));
    const auto never =
        hw::forecast(shocks, [](const auto& in, const auto&) { return 1.0 * usd / hw::max(in[shock<0>], 0.0); });
    CHECK_THROWS_WITH(hw::real_option(better::higher, never, may, 0.06),
                      ContainsSubstring("real_option: under '2026-01-01' the result is never, or infinite"));
}

}  // namespace
