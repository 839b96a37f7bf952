// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/posterior.hpp>

#include <cmath>
#include <string>
#include <vector>

#include "catch.hpp"
#include <headway/belief/mixture.hpp>
#include <headway/inference/simulate_updated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;

namespace {

constexpr auto x_input = hw::assumption<"x">(hw::normal(2.0, 1.0), "a test");
constexpr auto y_input = hw::assumption<"y">(hw::normal(1.0, 2.0), "a test");
constexpr auto sum =
    hw::forecast(hw::inputs(x_input, y_input), [](const auto& in) { return in[x_input] + in[y_input]; });
constexpr auto updated = sum.updated(hw::observed(5.0, hw::normal_error(0.5)));

constexpr auto coin = hw::assumption<"coin">(hw::bernoulli(0.3), "a test");
constexpr auto decline = hw::assumption<"yearly fall">(hw::lognormal(4.0, 0.3), "a test");
constexpr auto first_run = hw::assumption<"cost of the first run">(hw::lognormal(100.0 * million_usd, 0.2), "a test");
constexpr auto curve = [](const auto& in) {
    return hw::exponential(hw::date(2024y / 1 / 1), in[first_run], hw::falls_by_factor(in[decline], year));
};
constexpr auto cost_on =
    hw::forecast(hw::inputs(decline, first_run), [](const auto& in, const auto& when) { return curve(in)(when); });
constexpr auto outputs = hw::forecast(hw::inputs(decline, first_run), [](const auto& in) {
    return hw::outputs(hw::output<"when">(curve(in).reaches(5.0 * million_usd)),
                       hw::output<"cost">(curve(in)(hw::date(2025y / 7 / 1))));
});

void within_errors(double got, double error, double expected, double errors = 4.0) {
    CAPTURE(got, error, expected);
    CHECK(error > 0.0);
    CHECK(std::abs(got - expected) <= errors * error);
}

/// All that is asked of one run, to the last bit.
template <class Posterior>
std::vector<double> bits_of(const Posterior& after) {
    const auto x = after.input(x_input);
    return {after.mean(),
            after.standard_error(),
            after.stddev(),
            after.quantile(0.05),
            after.quantile(0.731),
            after.quantile_standard_error(0.9),
            after.probability_below(4.5),
            after.probability_below_standard_error(4.5),
            after.interval(hw::statistic::mean, 0.95).low,
            after.interval(hw::statistic::median, 0.9).high,
            after.effective_draws(),
            after.evidence().log_value,
            after.evidence().log_standard_error,
            x.mean(),
            x.median(),
            x.stddev_standard_error(),
            after.correlation(x_input, y_input).value,
            after.correlation(x_input, y_input).standard_error,
            after.belief_of(y_input).quantile(0.3)};
}

}  // namespace

TEST_CASE("shards of an updated run merge to the bits of the whole, on any number of threads") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        const hw::simulation options{.draws = 40'000, .seed = 11, .method = method};
        const auto whole = bits_of(hw::simulate(updated, options));
        for (const unsigned threads : {2U, 3U}) {
            hw::simulation more = options;
            more.threads = threads;
            CHECK(bits_of(hw::simulate(updated, more)) == whole);
        }
        for (const std::uint64_t count : {2U, 3U, 5U}) {
            std::vector<decltype(hw::simulate(updated, options))> parts;
            for (std::uint64_t i = 0; i < count; ++i) {
                hw::simulation part = options;
                part.shard = {count - 1 - i, count};
                parts.push_back(hw::simulate(updated, part));
            }
            CHECK(bits_of(hw::merge(parts)) == whole);
        }
    }
}

TEST_CASE("a shard is not judged by what its draws are worth, the whole is") {
    const auto narrow = sum.updated(hw::observed(5.0, hw::normal_error(0.01)));
    const hw::simulation half[] = {{.draws = 2000, .shard = {0, 2}}, {.draws = 2000, .shard = {1, 2}}};
    const auto a = hw::simulate(narrow, half[0]);
    const auto b = hw::simulate(narrow, half[1]);
    CHECK(a.effective_draws() < 100.0);
    CHECK_THROWS_MATCHES(hw::merge(a, b), std::domain_error,
                         MessageMatches(ContainsSubstring("effective sample size")));
    // Of another observation, another seed.
    const auto other = hw::simulate(sum.updated(hw::observed(5.5, hw::normal_error(0.01))), half[1]);
    CHECK_THROWS_MATCHES(hw::merge(a, other), std::domain_error, MessageMatches(ContainsSubstring("merge: the")));
    CHECK_THROWS_MATCHES(hw::merge(a, a), std::domain_error, MessageMatches(ContainsSubstring("overlapping shards")));
}

TEST_CASE("before the observation it is the forecast's own run, to the last bit") {
    const hw::simulation options{.draws = 5000, .seed = 4};
    const auto before = hw::simulate(updated, options).before();
    const auto plain = hw::simulate(sum, options);
    CHECK(before.identity() == plain.identity());
    CHECK(before.mean() == plain.mean());
    CHECK(before.quantile(0.3) == plain.quantile(0.3));
}

TEST_CASE("an observation that says nothing changes nothing") {
    // A constant likelihood: each draw has the weight 1.
    const auto flat = sum.updated(hw::observed([](const auto&) { return 3.0; }, 3.0, hw::normal_error(1.0)));
    const hw::simulation options{.draws = 5000, .seed = 4};
    const auto after = hw::simulate(flat, options);
    const auto plain = hw::simulate(sum, options);
    CHECK(after.effective_draws() == 5000.0);
    CHECK(after.quantile(0.3) == plain.quantile(0.3));
    CHECK(after.probability_below(2.0) == plain.probability_below(2.0));
    CHECK_THAT(after.mean(), WithinAbs(plain.mean(), 1e-12));
    CHECK_THAT(after.stddev(), WithinAbs(plain.stddev(), 1e-12));
    CHECK_THAT(after.standard_error(), WithinAbs(plain.standard_error(), 1e-12));
    CHECK_THAT(after.stddev_standard_error(), WithinAbs(plain.stddev_standard_error(), 1e-5));
    CHECK_THAT(after.evidence().value(), WithinAbs(0.398942280401432678, 1e-15));
    CHECK(after.evidence().log_standard_error < 1e-15);
    for (const auto& change : after.changes()) CHECK(change.moved < 1e-12);
}

TEST_CASE("two observations at once are one after the other, and work in logarithms") {
    const auto one = hw::observed(x_input, 2.5, hw::normal_error(0.8));
    const auto two = hw::observed([](const auto& in) { return in[y_input] * 2.0; }, 3.0, hw::normal_error(2.0));
    const hw::simulation options{.draws = 20'000, .seed = 2};
    const auto together = hw::simulate(sum.updated(one, two), options);
    CHECK(bits_of(hw::simulate(sum.updated(one).updated(two), options)) == bits_of(together));
    within_errors(together.evidence().log_value, together.evidence().log_standard_error,
                  -0.5 * 0.25 / 1.64 - 0.5 * std::log(2.0 * 3.141592653589793 * 1.64) - 0.5 * 1.0 / 20.0 -
                      0.5 * std::log(2.0 * 3.141592653589793 * 20.0));
    // The evidence of which is no number, 1e-402, but its logarithm is: two errors of one standard deviation of 1e200.
    auto update = [](const auto& in) { return 0.0 * in[x_input] + 1e200; };
    const auto wide = hw::observed(update, 0.0, hw::normal_error(1e200));
    const auto far = hw::simulate(sum.updated(wide, wide, one), options);
    CHECK_THAT(far.evidence().log_value,
               WithinAbs(2.0 * (-0.5 - 0.9189385332046727 - 460.51701859880916) - 0.9189385332046727 -
                             0.5 * std::log(1.64) - 0.5 * 0.25 / 1.64,
                         0.1));
    CHECK(far.evidence().value() == 0.0);
    within_errors(far.input(x_input).mean(), far.input(x_input).standard_error(),
                  (2.0 + 2.5 / 0.64) / (1.0 + 1.0 / 0.64));
}

TEST_CASE("several outputs: quantities and dates, observed by their names") {
    // log cost on a day 1.5 years on: log 100 M - 1.5 log 4 with variance 0.04 + 2.25 * 0.09; seen at 12 M with 0.1.
    const double years = (hw::date(2025y / 7 / 1) - hw::date(2024y / 1 / 1)).in(year);
    const double variance = 0.04 + years * years * 0.09;
    const double mean = std::log(1e8) - years * std::log(4.0);
    const double gain = variance / (variance + 0.01);
    const double expected = mean + gain * (std::log(12e6) - mean);
    const auto after = hw::simulate(outputs.updated(hw::observed<"cost">(12.0 * million_usd, hw::log_error(0.1))),
                                    {.draws = 50'000, .seed = 5});
    const auto& cost = hw::get<"cost">(after);
    const double median = cost.median().in(usd);
    within_errors(std::log(median), cost.quantile_standard_error(0.5).in(usd) / median, expected);
    // The fall by 1.5 log f moves by its share of the variance.
    const auto fall = after.input(decline);
    within_errors(std::log(fall.median()), fall.quantile_standard_error(0.5) / fall.median(),
                  std::log(4.0) - years * 0.09 / (variance + 0.01) * (std::log(12e6) - mean));
    CHECK(hw::get<"when">(after).median() < hw::get<"when">(after.before()).median() + 400.0 * day);
    // A date observed.
    const hw::date seen = 2026y / 6 / 1;
    const auto dated = hw::simulate(outputs.updated(hw::observed<"when">(seen, hw::normal_error(20.0 * day))),
                                    {.draws = 50'000, .seed = 5});
    CHECK(hw::abs((hw::get<"when">(dated).median() - seen).in(day)) < 5.0);
    CHECK(hw::get<"when">(dated).stddev() < 25.0 * day);
    CHECK(hw::get<"when">(dated).stddev() < 0.3 * hw::get<"when">(dated.before()).stddev());
}

TEST_CASE("over time what was seen on one date tells of the others") {
    const std::vector<hw::date> dates{hw::date(2025y / 1 / 1), hw::date(2026y / 1 / 1), hw::date(2027y / 1 / 1)};
    const hw::date seen = 2025y / 7 / 1;
    const auto after = hw::simulate(cost_on.updated(hw::observed(seen, 12.0 * million_usd, hw::log_error(0.1))), dates,
                                    {.draws = 50'000, .seed = 5});
    CHECK(after.size() == 3);
    const auto whole = hw::simulate(outputs.updated(hw::observed<"cost">(12.0 * million_usd, hw::log_error(0.1))),
                                    {.draws = 50'000, .seed = 5});
    // The same draws with the same weights, from whatever it was observed.
    CHECK(after.effective_draws() == whole.effective_draws());
    CHECK(after.evidence().log_value == whole.evidence().log_value);
    CHECK(after.input(decline).median() == whole.input(decline).median());
    // In 2027 it is narrower than before.
    CHECK(after.at(dates[2]).stddev() < after.before().at(dates[2]).stddev());
    const auto [lo, hi] = std::pair(after.at(dates[0]).quantile(0.05), after.at(dates[0]).quantile(0.95));
    CHECK(lo < hi);
    CHECK_THROWS_MATCHES(hw::simulate(cost_on.updated(hw::observed(seen, 12.0 * million_usd, hw::log_error(0.1))), {}),
                         std::domain_error, MessageMatches(ContainsSubstring("simulate: no dates given")));
}

TEST_CASE("what is believed of an input now is a belief, an input of any forecast") {
    const auto after = hw::simulate(updated, {.draws = 100'000, .seed = 9, .method = hw::method::sobol});
    const auto x = after.belief_of(x_input);
    CHECK(x.shape() == hw::belief_shape::empirical);
    CHECK(x.observation_count() == 65'536);
    CHECK_THAT(x.mean(), WithinAbs(after.input(x_input).mean(), 1e-4));
    CHECK_THAT(x.stddev(), WithinAbs(after.input(x_input).stddev(), 1e-3));
    CHECK_THAT(x.quantile(0.1), WithinAbs(after.input(x_input).quantile(0.1), 2e-3));
    // The two, joined by the correlation of their ranks, give the sum again.
    const auto y = after.belief_of(y_input);
    const auto joined = hw::forecast(hw::inputs(x_input.with_belief(x), y_input.with_belief(y)), sum.model(),
                                     hw::correlate(x_input, y_input, after.rank_correlation(x_input, y_input).value));
    const auto again = hw::simulate(joined, {.draws = 100'000, .seed = 10});
    CHECK_THAT(again.mean(), WithinAbs(after.mean(), 0.02));
    CHECK_THAT(again.stddev(), WithinAbs(after.stddev(), 0.02));
    // A belief in single values keeps to them.
    const auto f = hw::forecast(hw::inputs(coin), [](const auto& in) { return in[coin] * 4.0; });
    const auto told = hw::simulate(f.updated(hw::observed(3.0, hw::normal_error(1.5))), {.draws = 10'000});
    const auto now = told.belief_of(coin);
    const double odds = 0.3 / 0.7 * std::exp(-0.5 * (1.0 - 9.0) / 2.25);
    within_errors(now.mean(), told.input(coin).standard_error(), odds / (1.0 + odds));
    CHECK(now.mass(0.0) + now.mass(1.0) > 1.0 - 1e-12);
}

TEST_CASE("what is believed of a date that may never come keeps never, with its weight") {
    static constexpr auto permit = hw::assumption<"permit">(
        hw::mixture<hw::date>({hw::ci90(2026y / 1 / 1, 2028y / 1 / 1), 0.7}, {hw::date::never(), 0.3}), "a test");
    static constexpr auto power = hw::assumption<"power">(hw::normal(5.0, 1.0), "a test");
    // Where it comes the power is seen, else half of it.
    const auto seen = hw::forecast(hw::inputs(permit, power), [](const auto& in) {
        return hw::select(in[permit] < hw::date(9000y / 1 / 1), in[power], in[power] * 0.5);
    });
    const auto density = [](double x, double mean, double variance) {
        return std::exp(-0.5 * (x - mean) * (x - mean) / variance) / std::sqrt(variance);
    };
    const double never = 0.3 * density(3.5, 2.5, 0.25 + 1.0);
    const double share = never / (never + 0.7 * density(3.5, 5.0, 1.0 + 1.0));
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const auto after = hw::simulate(seen.updated(hw::observed(3.5, hw::normal_error(1.0))),
                                        {.draws = 40'000, .seed = 12, .method = method});
        const auto now = after.belief_of(permit);
        CHECK(now.shape() == hw::belief_shape::mixture);
        REQUIRE(now.component_count() == 2);
        CHECK_THAT(now.mass(hw::date::never()), WithinAbs(after.input(permit).probability_never(), 1.0 / 40'000));
        CHECK_THAT(now.mass(hw::date::never()), WithinAbs(share, 0.02));
        // The dates are as they were: nothing was seen of when it comes.
        CHECK(std::abs((now.quantile(0.5 * (1.0 - share)) - hw::date(2027y / 1 / 1)).in(day)) < 15.0);
        CHECK(now.quantile(0.99).is_never());
        CHECK_FALSE(now.has_mean());
        // It is the input of a forecast, as that of the run is.
        const auto again = hw::simulate(seen.with(hw::override(permit, now)), {.draws = 40'000, .seed = 13});
        CHECK_THAT(again.mean(), WithinAbs(5.0 * (1.0 - share) + 2.5 * share, 0.06));
    }
    const auto both = hw::simulate(seen.updated(hw::observed(3.5, hw::normal_error(1.0))), {.draws = 10'000, .seed = 12});
    CHECK_THROWS_MATCHES(both.correlation(permit, power), std::domain_error,
                         MessageMatches(ContainsSubstring("correlation: one of the two inputs is never, or infinite, in "
                                                          "some draws, so that it has no correlation; ask rank_correlation")));
    CHECK(both.rank_correlation(permit, power).value > 0.1);
    // Sure of never, and sure of a date.
    const auto observed = hw::observed(power, 5.0, hw::normal_error(1.0));
    const auto given = [&](hw::date when) {
        return hw::simulate(seen.with(hw::override(permit, when)).updated(observed), {.draws = 1'000});
    };
    CHECK(given(hw::date::never()).belief_of(permit) == hw::exactly(hw::date::never()));
    CHECK(given(hw::date::never()).input(permit).probability_never() == 1.0);
    CHECK(given(2027y / 1 / 1).belief_of(permit).observation_count() == 1'000);
}

TEST_CASE("correlated inputs, models on plain numbers and models that branch are updated too") {
    const hw::simulation options{.draws = 50'000, .seed = 6};
    const auto correlated =
        hw::forecast(hw::inputs(x_input, y_input), sum.model(), hw::correlate(x_input, y_input, 0.6));
    // The normals' correlation of a rank correlation of 0.6.
    const double r = 2.0 * std::sin(0.6 * 3.141592653589793 / 6.0);
    const double xy = r * 2.0;
    const double variance = 1.0 + 4.0 + 2.0 * xy + 0.25;
    const auto after = hw::simulate(correlated.updated(hw::observed(5.0, hw::normal_error(0.5))), options);
    within_errors(after.input(x_input).mean(), after.input(x_input).standard_error(),
                  2.0 + (1.0 + xy) / variance * 2.0);
    const auto plain =
        hw::forecast(hw::inputs(x_input, y_input), hw::draw_by_draw([](const auto& in) {
                         return std::fma(1.0, static_cast<double>(in[x_input]), static_cast<double>(in[y_input]));
                     }));
    const auto one = hw::simulate(
        plain.updated(hw::observed(5.0, hw::normal_error(0.5)), hw::observed(x_input, 2.0, hw::normal_error(3.0))),
        options);
    const auto other = hw::simulate(
        sum.updated(hw::observed(5.0, hw::normal_error(0.5)), hw::observed(x_input, 2.0, hw::normal_error(3.0))),
        options);
    CHECK(bits_of(one) == bits_of(other));
    const auto branching = hw::simulate(sum.updated(hw::observed(
                                            [](const auto& in) {
                                                if (in[x_input] > 2.0) return in[x_input] + in[y_input];
                                                return in[y_input] + in[x_input];
                                            },
                                            5.0, hw::normal_error(0.5))),
                                        options);
    CHECK(branching.effective_draws() == hw::simulate(updated, options).effective_draws());
}

TEST_CASE("an observation that the model hardly gives is refused with what would help") {
    const auto refused = [](auto run, const char* words) {
        CHECK_THROWS_MATCHES(run(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const auto far = sum.updated(hw::observed(40.0, hw::normal_error(0.5)));
    refused([&] { return hw::simulate(far); },
            "updated: the 10000 draws are worth 1 of equal weight (effective sample size), "
            "fewer than the 100 asked for: observed 40 where the model gives ");
    refused([&] { return hw::simulate(far); }, "take more draws, method::sobol, or a wider error");
    const auto outside = sum.updated(hw::observed(40.0, hw::uniform(-1.0, 1.0)));
    refused([&] { return hw::simulate(outside); }, "updated: what was observed lies outside of all that the model can "
                                                   "give: in none of 10000 draws could it have been");
    // A date that never comes cannot have been seen.
    const auto never = hw::forecast(hw::inputs(x_input), [](const auto&) { return hw::date::never(); });
    refused([&] { return hw::simulate(never.updated(hw::observed(2025y / 1 / 1, hw::normal_error(10.0 * day)))); },
            "never at least and never at most");
    refused([&] { return hw::simulate(sum.updated(hw::observed(-3.0 + 8.0, hw::normal_error(0.02)))); },
            "effective sample size");
    // The minimum is the caller's to state.
    CHECK_NOTHROW(hw::simulate(sum.updated(hw::observed(5.0, hw::normal_error(0.02))).at_least_effective(20.0)));
    refused([&] { return updated.at_least_effective(1.0); }, "at_least_effective: draws must be at least 2, got 1");
    refused([&] { return hw::simulate(updated, {.until = hw::known_to{.median = 0.1}}); },
            "simulate: until is not for an updated forecast");
    refused([&] { return hw::simulate(updated, {.keep = false}); }, "leave out .keep = false");
    refused([&] { return hw::simulate(updated, {.shard = {2, 2}}); }, "shard index must be below");
    // A density without a bound would let one draw count for all.
    const auto spike =
        sum.updated(hw::observed([](const auto&) { return 5.0; }, 5.0, hw::additive_error(hw::gamma(0.5, 1.0))));
    refused([&] { return hw::simulate(spike); }, "the density of an error is infinite");
    // What is observed may not be undefined, and says at which draw it is.
    const auto undefined =
        sum.updated(hw::observed([](const auto& in) { return log(in[x_input]); }, 1.0, hw::normal_error(1.0)));
    CHECK_THROWS_MATCHES(hw::simulate(undefined), hw::model_error,
                         MessageMatches(ContainsSubstring("the model returned nan; return a finite value")));
}

TEST_CASE("every shape of error is a likelihood, truncated ones and mixtures too") {
    // x of N(2, 1) observed at 3: the posterior mean by quadrature on a grid of the exact densities.
    const auto check = [](const auto& error, auto density) {
        double z = 0.0;
        double first = 0.0;
        for (int i = 0; i < 200'000; ++i) {
            const double x = -6.0 + 16.0 * (i + 0.5) / 200'000.0;
            const double w = std::exp(-0.5 * (x - 2.0) * (x - 2.0)) * density(x);
            z += w;
            first += w * x;
        }
        const auto f = hw::forecast(hw::inputs(x_input), [](const auto& in) { return in[x_input]; });
        const auto after = hw::simulate(f.updated(hw::observed(3.0, error)), {.draws = 100'000, .seed = 8});
        within_errors(after.mean(), after.standard_error(), first / z);
        within_errors(after.evidence().value(), after.evidence().standard_error(),
                      z * 16.0 / 200'000.0 / std::sqrt(2.0 * 3.141592653589793));
    };
    const auto normal = [](double x, double sd) {
        return std::exp(-0.5 * x * x / (sd * sd)) / (sd * 2.5066282746310002);
    };
    check(hw::normal_error(0.5), [&](double x) { return normal(3.0 - x, 0.5); });
    check(hw::additive_error(hw::student_t(4, 0.0, 0.5)), [](double x) {
        const double t = (3.0 - x) / 0.5;
        return 0.375 / 0.5 * std::pow(1.0 + t * t / 4.0, -2.5);
    });
    check(hw::uniform(-0.5, 1.0), [](double x) { return 3.0 - x > -0.5 && 3.0 - x < 1.0 ? 1.0 / 1.5 : 0.0; });
    check(hw::triangular(-1.0, 0.0, 1.0),
          [](double x) { return std::abs(3.0 - x) < 1.0 ? 1.0 - std::abs(3.0 - x) : 0.0; });
    check(hw::mixture({hw::normal(0.0, 0.3), 0.9}, {hw::normal(0.0, 3.0), 0.1}),
          [&](double x) { return 0.9 * normal(3.0 - x, 0.3) + 0.1 * normal(3.0 - x, 3.0); });
    check(hw::additive_error(hw::lognormal(1.0, 0.5)),
          [&](double x) { return 3.0 - x > 0.0 ? normal(std::log(3.0 - x), 0.5) / (3.0 - x) : 0.0; });
    check(hw::log_error(0.4), [&](double x) { return x > 0.0 ? normal(std::log(3.0 / x), 0.4) / 3.0 : 0.0; });
    check(hw::factor_error(hw::normal(1.0, 0.3)),
          [&](double x) { return x > 0.0 ? normal(3.0 / x - 1.0, 0.3) / x : 0.0; });
    check(hw::factor_error(hw::gamma(4.0, 0.25)), [](double x) {
        const double r = 3.0 / x;
        return x > 0.0 ? 256.0 / 6.0 * r * r * r * std::exp(-4.0 * r) / x : 0.0;
    });
}
