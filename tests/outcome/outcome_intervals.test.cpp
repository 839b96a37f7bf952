// SPDX-License-Identifier: BSL-1.0
#include <headway/simulation/simulate.hpp>

#include "catch.hpp"
#include "outcome/outcome_of.hpp"

#include <headway/belief/discrete.hpp>
#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/scenario/compare.hpp>

namespace hw = headway;
namespace statistic = headway::statistic;
using namespace headway::units;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto standard = hw::assumption<"standard">(hw::normal(0.0, 1.0), "test");
constexpr auto plain = hw::assumption<"plain">(hw::normal(3.0, 2.0), "test");
constexpr auto skewed = hw::assumption<"skewed">(hw::lognormal(1.0, 2.0), "test");
constexpr auto counted = hw::assumption<"counted">(hw::discrete({1.0, 0.3}, {2.0, 0.25}, {5.0, 0.45}), "test");

constexpr auto of_standard = hw::forecast(hw::inputs(standard), [](const auto& in) { return in[standard]; });
constexpr auto of_plain = hw::forecast(hw::inputs(plain), [](const auto& in) { return in[plain]; });
constexpr auto of_skewed = hw::forecast(hw::inputs(skewed), [](const auto& in) { return in[skewed]; });
constexpr auto of_counted = hw::forecast(hw::inputs(counted), [](const auto& in) { return in[counted]; });

constexpr int seeds = 400;

template <class Forecast, class Of>
double coverage(const Forecast& f, hw::simulation options, double truth, Of of) {
    int held = 0;
    for (options.seed = 1; options.seed <= seeds; ++options.seed) {
        held += of(hw::simulate(f, options)).contains(truth) ? 1 : 0;
    }
    return static_cast<double>(held) / seeds;
}

}  // namespace

TEST_CASE("binomial intervals, ranks and factors agree with 40 digits") {
    // From tests/reference/intervals.py.
    const struct {
        double k, n, level, low, high;
    } shares[] = {{0, 1000, 0.95, 0.0, 0.0029912495450952962},
                  {3, 1000, 0.95, 0.0006194097436046705, 0.0081445003523890834},
                  {1, 10, 0.9, 0.0053851257278492429, 0.35530569431723908},
                  {5, 10, 0.95, 0.19775184624283993, 0.80224815375716007},
                  {997, 1000, 0.99, 0.9896783109051048, 0.99966168624369273},
                  {200, 500, 0.95, 0.35712441842376403, 0.44385808593640366},
                  {10, 10, 0.95, 0.74113444910694772, 1.0}};
    for (const auto& s : shares) {
        const auto found = hw::detail::binomial_interval(s.k, s.n, s.level);
        CHECK_THAT(found.low, WithinRel(s.low, 1e-12));
        CHECK_THAT(found.high, WithinRel(s.high, 1e-12));
    }
    CHECK_THAT(hw::detail::rank_above(0.025, 0.5, 100), WithinRel(40.723422192323801, 1e-12));
    CHECK_THAT(hw::detail::rank_above(0.975, 0.5, 100), WithinRel(60.276577807676199, 1e-12));
    CHECK_THAT(hw::detail::rank_above(0.025, 0.05, 500), WithinRel(16.408358206275716, 1e-12));
    CHECK_THAT(hw::detail::rank_above(0.975, 0.05, 500), WithinRel(35.449373426374838, 1e-12));
    CHECK_THAT(hw::detail::rank_above(0.025, 0.9999, 2000), WithinRel(1999.1406971158015, 1e-12));
    CHECK(hw::detail::rank_above(0.975, 0.9999, 2000) == 2001.0);
    CHECK(hw::detail::rank_above(0.025, 0.0001, 2000) == 0.0);
    CHECK_THAT(hw::detail::student_factor(3, 0.95), WithinRel(3.1824463052837096, 1e-12));
    CHECK_THAT(hw::detail::student_factor(7, 0.95), WithinRel(2.3646242515927853, 1e-12));
    CHECK_THAT(hw::detail::student_factor(499, 0.95), WithinRel(1.9647293909876891, 1e-12));
    CHECK_THAT(hw::detail::student_factor(1, 0.99), WithinRel(63.656741162871581, 1e-12));
    CHECK_THAT(hw::detail::student_factor(1e9, 0.95), WithinRel(1.9599639845400545, 1e-8));
}

TEST_CASE("a binomial interval covers as stated whatever the probability") {
    // Exactly: the probability of the counts whose intervals hold p, on a grid of p.
    for (const int n : {20, 100, 1000}) {
        std::vector<hw::detail::share_bounds> of;
        for (int k = 0; k <= n; ++k) of.push_back(hw::detail::binomial_interval(k, n, 0.95));
        double sum = 0.0;
        int points = 0;
        for (double p = 1.0 / n; p <= 0.5; p *= 1.01) {
            double held = 0.0;
            for (int k = 0; k <= n; ++k) {
                if (!(of[static_cast<std::size_t>(k)].low <= p && p <= of[static_cast<std::size_t>(k)].high)) continue;
                const double below = k > 0 ? hw::beta_i_complement(k, n - k + 1.0, p) : 0.0;
                held += (k < n ? hw::beta_i_complement(k + 1.0, n - k, p) : 1.0) - below;
            }
            INFO("n " << n << ", p " << p);
            CHECK(held > 0.934);
            CHECK(held < 0.995);
            sum += held;
            ++points;
        }
        CHECK_THAT(sum / points, WithinAbs(0.965, 0.008));
    }
}

TEST_CASE("none seen leaves a probability that could not be seen") {
    const double x = 3.2905267314919255;  // P(> x) = 5e-4: six runs of ten hold none
    hw::simulation options{.draws = 1000, .seed = 1};
    while (options.seed < 20 && hw::simulate(of_standard, options).probability_above(x) > 0.0) ++options.seed;
    const auto o = hw::simulate(of_standard, options);
    REQUIRE(o.probability_above(x) == 0.0);
    CHECK(o.probability_above_standard_error(x) == 1e-3);
    const auto none = o.interval(statistic::probability_above(x), 0.95);
    CHECK(none.low == 0.0);
    CHECK_THAT(none.high, WithinRel(0.0029912495450952962, 1e-10));
    CHECK(none.contains(5e-4));
    const auto all = o.interval(statistic::probability_below(x), 0.95);
    CHECK(all.high == 1.0);
    CHECK_THAT(all.low, WithinRel(1.0 - 0.0029912495450952962, 1e-10));
    CHECK_THAT(o.interval(statistic::probability_never, 0.95).high, WithinRel(0.0029912495450952962, 1e-10));
    // Of Sobol' points and of a streaming run as well.
    for (const bool keep : {true, false}) {
        const auto s = hw::simulate(of_standard, {.draws = 1024, .seed = 1, .method = hw::method::sobol, .keep = keep});
        CHECK(s.probability_above_standard_error(10.0) == 1.0 / 1024.0);
        const auto bound = s.interval(statistic::probability_above(10.0), 0.95);
        CHECK(bound.low == 0.0);
        CHECK_THAT(bound.high, WithinRel(1.0 - hw::pow(0.05, 1.0 / 1024.0), 1e-9));
    }
}

TEST_CASE("a quantile beyond the draws has an open end, never an invented one") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        for (const bool keep : {true, false}) {
            const auto o = hw::simulate(of_standard, {.draws = 2000, .seed = 5, .method = method, .keep = keep});
            const auto far = o.interval(statistic::quantile(0.9999), 0.95);
            CHECK(far.low_is_known);
            CHECK_FALSE(far.high_is_known);
            CHECK(far.high == never);
            CHECK(far.contains(3.719016485455709));
            CHECK(o.quantile_standard_error(0.9999) == never);
            const auto low = o.interval(statistic::quantile(0.0001), 0.95);
            CHECK_FALSE(low.low_is_known);
            CHECK(low.low == -never);
            CHECK(low.high_is_known);
            CHECK(o.quantile_standard_error(0.0001) == never);
            // The extremes of a belief are no statistics of draws.
            CHECK_FALSE(o.interval(statistic::quantile(1.0), 0.95).high_is_known);
            CHECK_FALSE(o.interval(statistic::quantile(0.0), 0.95).low_is_known);
            CHECK(o.quantile_standard_error(1.0) == never);
            CHECK(o.interval(statistic::quantile(0.99), 0.95).is_known());
            CHECK(o.quantile_standard_error(0.99) < 1.0);
        }
    }
    const auto one = outcome_of({7.0}).interval(statistic::median, 0.95);
    CHECK_FALSE((one.low_is_known || one.high_is_known));
    // P(the least of 6 is above the median) = 2^-6 < 2.5 %, but of 5 it is 2^-5.
    CHECK(outcome_of({1.0, 2.0, 3.0, 4.0, 5.0, 6.0}).interval(statistic::median, 0.95).is_known());
    CHECK_FALSE(outcome_of({1.0, 2.0, 3.0, 4.0, 5.0}).interval(statistic::median, 0.95).is_known());
}

TEST_CASE("an end among draws that never happen is never, and a lower one is not") {
    std::vector<double> draws;
    for (int i = 0; i < 100; ++i) draws.push_back(i < 50 ? i : never);
    const auto o = outcome_of<hw::date>(draws);
    const auto median = o.interval(statistic::median, 0.95);
    CHECK(median.high.is_never());
    CHECK(median.high_is_known);
    CHECK(median.low.seconds_since_1970() > 38.0);
    CHECK(median.low.seconds_since_1970() < 41.0);
    // The lower end lies between the last that happens and never: it is the last that happens.
    const auto low = o.interval(statistic::quantile(0.5942), 0.95).low;
    CHECK_THAT(low.seconds_since_1970(), WithinAbs(49.0, 1e-6));
    CHECK(o.interval(statistic::quantile(0.7), 0.95).low.is_never());
    // Nothing lies above never, so that no quantile beyond the draws does.
    CHECK(o.interval(statistic::quantile(0.9999), 0.95).high_is_known);
    CHECK(o.quantile_standard_error(0.9999).in(second) == 0.0);
    CHECK(o.quantile_standard_error(0.49).in(second) == never);
    CHECK(o.quantile_standard_error(0.9).in(second) == 0.0);
}

TEST_CASE("an interval needs a level, a probability and draws") {
    const auto o = outcome_of({1.0, 2.0, 3.0});
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double level : {0.0, 1.0, -0.5, 95.0, nan}) {
        CHECK_THROWS_WITH(o.interval(statistic::mean, level),
                          ContainsSubstring("interval: level must be between 0 and 1"));
        CHECK_THROWS_AS(o.interval(statistic::median, level), std::domain_error);
        CHECK_THROWS_AS(o.interval(statistic::probability_below(2.0), level), std::domain_error);
        CHECK_THROWS_AS(o.interval(statistic::probability_never, level), std::domain_error);
    }
    for (const double p : {1.5, -0.1, nan}) {
        CHECK_THROWS_WITH(o.quantile_standard_error(p),
                          ContainsSubstring("quantile_standard_error: probability must be between 0 and 1"));
        CHECK_THROWS_AS(o.interval(statistic::quantile(p), 0.95), std::domain_error);
    }
    const auto one = outcome_of({1.0});
    CHECK_THROWS_WITH(one.quantile_standard_error(0.5), ContainsSubstring("needs at least 2 draws, has 1"));
    CHECK_THROWS_WITH(one.interval(statistic::mean, 0.95), ContainsSubstring("needs at least 2 draws"));
    CHECK(one.probability_below_standard_error(3.0) == 1.0);
    CHECK(outcome_of({never, never}).interval(statistic::probability_never, 0.95).high == 1.0);
    CHECK_THROWS_WITH(outcome_of({never, never}).interval(statistic::mean, 0.95), ContainsSubstring("draw more"));
}

TEST_CASE("a shard without draws is said to have none") {
    const auto empty = outcome_of({});
    CHECK_THROWS_WITH(empty.mean(), ContainsSubstring("mean: the outcome has no draws; merge the shards"));
    CHECK_THROWS_WITH(empty.standard_error(), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.stddev(), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.stddev_standard_error(), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.quantile_standard_error(0.5), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.probability_never(), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.probability_below(1.0), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.probability_above(1.0), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.probability_never_standard_error(), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.interval(statistic::mean, 0.95), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.interval(statistic::median, 0.95), ContainsSubstring("no draws"));
    CHECK_THROWS_WITH(empty.interval(statistic::probability_never, 0.95), ContainsSubstring("no draws"));
    const auto shard = hw::simulate(of_standard, {.draws = 64, .shard = {1, 8}});
    CHECK_THROWS_WITH(shard.mean(), ContainsSubstring("no draws"));
}

TEST_CASE("the error of a quantile of Sobol' points is that of the quantile that is told") {
    for (const double p : {0.01, 0.5, 0.9}) {
        double sum = 0.0;
        double squares = 0.0;
        double stated = 0.0;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const auto o = hw::simulate(of_standard, {.draws = 1024, .seed = seed, .method = hw::method::sobol});
            const double q = o.quantile(p);
            const double error = o.quantile_standard_error(p);
            sum += q;
            squares += q * q;
            stated += error * error;
        }
        const double variance = (squares - sum * sum / seeds) / (seeds - 1);
        INFO("p " << p << ", ratio " << hw::sqrt(variance / (stated / seeds)));
        CHECK(variance <= 1.05 * 1.05 * stated / seeds);
        // Each scrambling has as many on either side of the median as on the other, which no draw knows.
        CHECK(variance >= (p == 0.5 ? 0.1 : 0.4) * stated / seeds);
    }
}

TEST_CASE("the error of a probability of Sobol' points is never zero where it is not known") {
    double squares = 0.0;
    double stated = 0.0;
    const double truth = hw::normal_cdf(-0.5);
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto o = hw::simulate(of_plain, {.draws = 2048, .seed = seed, .method = hw::method::sobol});
        const double error = o.probability_below_standard_error(2.0);
        CHECK(error >= 1.0 / 2048.0);
        const double off = o.probability_below(2.0) - truth;
        squares += off * off;
        stated += error * error;
    }
    CHECK(squares <= 1.1 * stated);
    CHECK(squares >= 0.1 * stated);
}

TEST_CASE("95 % intervals cover as stated") {
    const double mean = hw::exp(2.0);
    const auto of_mean = [](const auto& o) { return o.interval(statistic::mean, 0.95); };
    // A true coverage of 0.95 gives 0.917 to 0.983 in 400 runs but for one in 400.
    for (const std::uint64_t draws : {500U, 2048U}) {
        INFO(draws << " draws");
        CHECK(coverage(of_skewed, {.draws = draws, .method = hw::method::sobol}, mean, of_mean) >= 0.93);
        CHECK(coverage(of_skewed, {.draws = draws, .method = hw::method::latin_hypercube}, mean, of_mean) >= 0.93);
        const double independent = coverage(of_skewed, {.draws = draws}, mean, of_mean);
        CHECK(independent >= 0.92);
        CHECK(independent <= 0.983);
        CHECK(coverage(of_plain, {.draws = draws, .method = hw::method::sobol}, hw::normal_cdf(-0.5),
                       [](const auto& o) { return o.interval(statistic::probability_below(2.0), 0.95); }) >= 0.93);
        for (const double p : {0.01, 0.05, 0.5, 0.95}) {
            INFO("p " << p);
            const auto of_quantile = [&](const auto& o) { return o.interval(statistic::quantile(p), 0.95); };
            const double truth = plain.belief().quantile(p);
            const double covered = coverage(of_plain, {.draws = draws}, truth, of_quantile);
            CHECK(covered >= 0.917);
            CHECK(covered <= 0.983);
            CHECK(coverage(of_plain, {.draws = draws, .method = hw::method::sobol}, truth, of_quantile) >= 0.93);
        }
    }
    // In small runs, at another level, of few values, of which every scrambling may have equally many.
    CHECK(coverage(of_plain, {.draws = 20}, 3.0, of_mean) >= 0.917);
    CHECK(coverage(of_counted, {.draws = 1024, .method = hw::method::sobol}, 3.05, of_mean) >= 0.93);
    const double at_80 =
        coverage(of_plain, {.draws = 200}, 3.0, [](const auto& o) { return o.interval(statistic::mean, 0.8); });
    CHECK_THAT(at_80, WithinAbs(0.8, 3.0 * hw::sqrt(0.16 / seeds)));
}

TEST_CASE("a value with probability of its own is a quantile known exactly") {
    const auto o = hw::simulate(of_counted, {.draws = 1000, .seed = 2});
    const auto median = o.interval(statistic::median, 0.95);
    CHECK(median.low == 2.0);
    CHECK(median.high == 2.0);
    // Nearer to the edge of the value the next one is not excluded: P(<= 2) = 0.55.
    CHECK(o.interval(statistic::quantile(0.55), 0.95).high == 5.0);
}

TEST_CASE("intervals of a streaming run are those of a kept one, or wider") {
    for (const auto method : {hw::method::independent, hw::method::latin_hypercube, hw::method::sobol}) {
        hw::simulation options{.draws = 4096, .seed = 4, .method = method};
        const auto kept = hw::simulate(of_plain, options);
        options.keep = false;
        const auto streamed = hw::simulate(of_plain, options);
        const auto a = kept.interval(statistic::mean, 0.95);
        const auto b = streamed.interval(statistic::mean, 0.95);
        // The skewness of the streamed run is that of quantiles.
        CHECK_THAT(b.high - b.low, WithinRel(a.high - a.low, 0.02));
        for (const double p : {0.05, 0.5}) {
            const auto c = kept.interval(statistic::quantile(p), 0.95);
            const auto d = streamed.interval(statistic::quantile(p), 0.95);
            CHECK(d.high - d.low > 0.99 * (c.high - c.low));
        }
        const auto c = kept.interval(statistic::probability_below(2.0), 0.95);
        const auto d = streamed.interval(statistic::probability_below(2.0), 0.95);
        CHECK(d.high - d.low > 0.99 * (c.high - c.low));
    }
}

TEST_CASE("a paired difference and who beats whom have intervals") {
    const auto shifted = hw::scenario<"shifted">(hw::override(plain, hw::normal(3.4, 2.0)));
    for (const auto method : {hw::method::independent, hw::method::sobol}) {
        const auto c =
            hw::compare(of_plain, {hw::scenario<"as it is">(), shifted}, {.draws = 1024, .seed = 1, .method = method});
        const auto d = c.difference(shifted);
        CHECK_THAT(d.interval(statistic::mean, 0.95).low, WithinAbs(0.4, 1e-9));
        CHECK_THAT(d.interval(statistic::median, 0.95).high, WithinAbs(0.4, 1e-9));
        // Above in all draws: as far as 1024 draws can tell.
        const auto above = d.probability_above_interval(0.95);
        CHECK(above.high == 1.0);
        CHECK_THAT(above.low, WithinRel(hw::pow(0.05, 1.0 / 1024.0), 1e-9));
        CHECK(d.beats_interval(hw::better::higher, 0.95).low == above.low);
        CHECK(d.beats_interval(hw::better::lower, 0.95).low == 0.0);
        CHECK(d.probability_equal_interval(0.95).low == 0.0);
        CHECK(d.probability_above_standard_error() == 1.0 / 1024.0);
        CHECK_THROWS_WITH(d.probability_below_interval(95.0), ContainsSubstring("level must be between 0 and 1"));
    }
}
