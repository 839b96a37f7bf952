// SPDX-License-Identifier: BSL-1.0
#include <headway/inference/weighted_outcome.hpp>

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "catch.hpp"
#include <headway/quantity/date.hpp>

namespace hw = headway;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// An outcome of these values, whose weights are given.
template <class T = double>
hw::weighted_outcome<T> weighted(const std::vector<double>& values, const std::vector<double>& weights,
                                 std::uint64_t seed = 1) {
    std::vector<double> surprises;
    for (const double w : weights) surprises.push_back(w > 0.0 ? -std::log(w) : infinity);
    hw::detail::run_identity run;
    run.seed = seed;
    run.draws = run.draws_per_replicate = values.size();
    run.covered = {{0, values.size()}};
    const auto identity = std::make_shared<const hw::detail::run_identity>(run);
    return {hw::detail::draw_record(identity, hw::detail::kept_column(values, 0.0)),
            std::make_shared<const hw::detail::draw_weights>(identity, hw::detail::kept_column(surprises, 0.0))};
}

}  // namespace

TEST_CASE("statistics count each draw by its weight") {
    const auto o = weighted({1.0, 4.0, 2.0, 3.0}, {0.4, 0.2, 0.1, 0.3});
    CHECK(o.draws() == 4);
    CHECK_THAT(o.effective_draws(), WithinRel(1.0 / 0.30, 1e-14));
    CHECK_THAT(o.mean(), WithinRel(2.3, 1e-14));
    // Second moment about the mean 1.41, over 1 - 0.3.
    CHECK_THAT(o.stddev(), WithinRel(std::sqrt(1.41 / 0.7), 1e-14));
    // Ratio estimator: sum of w^2 (x - m)^2 = 0.2704 + 0.1156 + 0.0009 + 0.0441, times n / (n - 1) of the effective n.
    CHECK_THAT(o.standard_error(), WithinRel(std::sqrt(0.4310 / 0.7), 1e-14));
    CHECK_THAT(o.probability_below(2.5), WithinRel(0.5, 1e-14));
    CHECK_THAT(o.probability_above(3.0), WithinRel(0.2, 1e-14));
    CHECK_THAT(o.probability_below_standard_error(2.5), WithinRel(0.5 * std::sqrt(0.3 / 0.7), 1e-14));
    // In order 1, 2, 3, 4 with gaps of half the weight of either neighbour: 0.25, 0.2, 0.25.
    CHECK(o.quantile(0.0) == 1.0);
    CHECK(o.quantile(1.0) == 4.0);
    CHECK_THAT(o.quantile(0.25 / 0.7), WithinRel(2.0, 1e-14));
    CHECK_THAT(o.quantile(0.35 / 0.7), WithinRel(2.5, 1e-14));
    CHECK_THAT(o.median(), WithinRel(2.5, 1e-14));
    const auto bins = o.histogram(1.0, 3.0, 2);
    CHECK_THAT(bins.bins[0], WithinRel(0.4, 1e-14));
    CHECK_THAT(bins.bins[1], WithinRel(0.1, 1e-14));
    CHECK_THAT(bins.above, WithinRel(0.5, 1e-14));
    CHECK((bins.below == 0.0 && bins.never == 0.0));
    double sum = 0.0;
    o.for_each_draw([&](double x, double w) { sum += x * w; });
    CHECK_THAT(sum, WithinRel(2.3 / 0.4, 1e-14));
    // Without weights it is a plain outcome.
    CHECK(o.before().mean() == 2.5);
}

TEST_CASE("equal weights give what an outcome gives") {
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) values.push_back(std::fmod(i * 0.6180339887498949, 1.0));
    const auto o = weighted(values, std::vector<double>(values.size(), 0.25));
    const hw::outcome<double> plain = o.before();
    for (const double p : {0.0, 0.013, 0.5, 0.77, 1.0}) CHECK(o.quantile(p) == plain.quantile(p));
    CHECK_THAT(o.mean(), WithinRel(plain.mean(), 1e-13));
    CHECK_THAT(o.stddev(), WithinRel(plain.stddev(), 1e-13));
    CHECK_THAT(o.standard_error(), WithinRel(plain.standard_error(), 1e-12));
    CHECK(o.probability_below(0.3) == plain.probability_below(0.3));
    const auto near = [](const auto& a, const auto& b, double within) {
        CHECK_THAT(a.low, WithinAbs(b.low, within));
        CHECK_THAT(a.high, WithinAbs(b.high, within));
    };
    namespace of = hw::statistic;
    near(o.interval(of::mean, 0.95), plain.interval(of::mean, 0.95), 1e-4);
    near(o.interval(of::quantile(0.9), 0.95), plain.interval(of::quantile(0.9), 0.95), 1e-3);
    near(o.interval(of::probability_below(0.3), 0.95), plain.interval(of::probability_below(0.3), 0.95), 1e-4);
    near(o.interval(of::probability_above(2.0), 0.95), plain.interval(of::probability_above(2.0), 0.95), 1e-12);
    CHECK_THAT(o.quantile_standard_error(0.4), WithinRel(plain.quantile_standard_error(0.4), 0.02));
}

TEST_CASE("never has weight as every value") {
    const double never = infinity;
    const auto o = weighted<hw::date>({0.0, never, 86400.0, never}, {0.3, 0.3, 0.3, 0.1});
    CHECK_THAT(o.probability_never(), WithinRel(0.4, 1e-14));
    CHECK(o.quantile(0.9) == hw::date::never());
    CHECK(o.mean() == hw::date(1970y / 1 / 1) + 0.5 * hw::units::day);
    CHECK_THAT(o.probability_above(1970y / 1 / 1), WithinRel(0.7, 1e-14));
    CHECK(o.interval(hw::statistic::quantile(0.9), 0.9).high_is_known);
    const auto all = weighted<hw::date>({never, never}, {1.0, 0.5});
    CHECK_THROWS_MATCHES(all.mean(), std::domain_error,
                         MessageMatches(ContainsSubstring("mean: in every draw the value is never")));
}

TEST_CASE("draws without weight count for nothing") {
    const auto o = weighted({1.0, 100.0, 2.0, -100.0, 3.0}, {1.0, 0.0, 1.0, 0.0, 1.0});
    CHECK_THAT(o.mean(), WithinRel(2.0, 1e-14));
    CHECK_THAT(o.effective_draws(), WithinRel(3.0, 1e-14));
    CHECK(o.quantile(0.0) == 1.0);
    CHECK(o.quantile(1.0) == 3.0);
    CHECK(o.probability_above(3.0) == 0.0);
    CHECK_THAT(o.probability_above_standard_error(3.0), WithinRel(1.0 / 3.0, 1e-14));
    // 0 of 3 effective draws: 1 - 0.05^(1/3).
    CHECK_THAT(o.interval(hw::statistic::probability_above(3.0), 0.95).high, WithinRel(1.0 - std::cbrt(0.05), 1e-9));
    const auto none = weighted({1.0, 2.0}, {0.0, 0.0});
    const auto refused = [](auto ask, const char* words) {
        CHECK_THROWS_MATCHES(ask(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refused([&] { return none.mean(); }, "mean: no draw here could have given what was observed");
    refused([&] { return none.quantile(0.5); }, "quantile: no draw here");
    refused([&] { return none.probability_below(1.0); }, "probability_below: no draw here");
    const auto one = weighted({1.0, 2.0}, {0.0, 1.0});
    CHECK(one.mean() == 2.0);
    refused([&] { return one.standard_error(); }, "standard_error: needs at least 2 draws with weight");
    refused([&] { return o.quantile(1.5); }, "probability must be between 0 and 1, got 1.5");
    refused([&] { return o.interval(hw::statistic::mean, 1.0); }, "level must be between 0 and 1");
    refused([&] { return o.probability_below(std::nan("")); }, "probability_below: the value must be a number");
    refused([&] { return o.histogram(2.0, 1.0, 3); }, "histogram: lo must be below hi");
}

TEST_CASE("a condition leaves the draws that meet it, with their weights") {
    const auto o = weighted({1.0, 4.0, 2.0, 3.0}, {0.4, 0.2, 0.1, 0.3});
    const auto high = o.given([](double x) { return x > 1.5; });
    CHECK_THAT(high.mean(), WithinRel((0.8 + 0.2 + 0.9) / 0.6, 1e-14));
    CHECK_THAT(o.given(o, [](double x) { return x < 3.5; }).mean(), WithinRel((0.4 + 0.2 + 0.9) / 0.8, 1e-14));
    CHECK_THROWS_MATCHES(o.given([](double x) { return x > 9.0; }), std::domain_error,
                         MessageMatches(ContainsSubstring("given: no draw meets the condition")));
    CHECK_THROWS_MATCHES(o.given(weighted({1.0, 2.0}, {1.0, 1.0}, 2), [](double) { return true; }), std::domain_error,
                         MessageMatches(ContainsSubstring("given: the other outcome is of another run")));
}
