// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/quantile_pool.hpp>

#include "../catch.hpp"

#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>
#include <headway/text/text.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

double middle_of(double a, double b, double c) { return max(min(a, b), min(max(a, b), c)); }

}  // namespace

TEST_CASE("means of quantiles of normals and uniforms are the normal and the uniform of the mean parameters") {
    CHECK(mean_of_quantiles({normal(0, 1), normal(4, 3)}) == normal(2, 2));
    CHECK(mean_of_quantiles({{normal(0, 1), 3.0}, {normal(4, 3), 1.0}}) == normal(1, 1.5));
    CHECK(mean_of_quantiles({uniform(0, 1), uniform(4, 9)}) == uniform(2, 5));
    // In closed form and on the grid alike.
    const auto exact = mean_of_quantiles({normal(0, 1), normal(4, 3)});
    const auto on_grid = mean_of_quantiles({normal(0, 1), truncated(normal(4, 3), -1e9, 1e9)});
    CHECK(on_grid.component_count() > 400);
    for (const double p : {0.001, 0.01, 0.05, 0.25, 0.5, 0.9, 0.99}) {
        CHECK_THAT(on_grid.quantile(p), WithinAbs(exact.quantile(p), 1e-9));
    }
    for (double p = 0.0003; p < 1.0; p += 0.00317) CHECK_THAT(on_grid.quantile(p), WithinAbs(exact.quantile(p), 2e-3));
    CHECK_THAT(on_grid.mean(), WithinAbs(2.0, 1e-9));
    CHECK_THAT(on_grid.stddev(), WithinRel(2.0, 2e-4));
}

TEST_CASE("each quantile is the mean or the median of the parts' quantiles") {
    const auto a = lognormal(4, 0.5);
    const auto b = gamma(2.5, 3);
    const auto c = truncated(normal(6, 4), 0, 40);
    const auto mean = mean_of_quantiles({a, b, c});
    const auto median = median_of_quantiles({a, b, c});
    const auto weighted_mean = mean_of_quantiles({{a, 1.0}, {b, 2.0}, {c, 5.0}});
    for (int hundredth = 1; hundredth < 100; ++hundredth) {
        const double p = hundredth / 100.0;
        INFO(p);
        const double at[] = {a.quantile(p), b.quantile(p), c.quantile(p)};
        CHECK_THAT(mean.quantile(p), WithinRel((at[0] + at[1] + at[2]) / 3.0, 1e-9));
        CHECK_THAT(median.quantile(p), WithinRel(middle_of(at[0], at[1], at[2]), 1e-9));
        CHECK_THAT(weighted_mean.quantile(p), WithinRel((at[0] + 2.0 * at[1] + 5.0 * at[2]) / 8.0, 1e-9));
    }
    for (double p = 0.0007; p < 1.0; p += 0.0041) {
        INFO(p);
        CHECK_THAT(median.quantile(p), WithinAbs(middle_of(a.quantile(p), b.quantile(p), c.quantile(p)), 0.01));
        CHECK_THAT(median.cdf(median.quantile(p)), WithinAbs(p, 1e-12));
    }
    CHECK(mean.has_density());
    // The mean of the whole is the mean of the means.
    CHECK_THAT(mean.mean(), WithinRel((a.mean() + b.mean() + c.mean()) / 3.0, 1e-4));
}

TEST_CASE("the mean of quantiles is narrower than the pool of the same beliefs") {
    const std::vector<belief<double>> experts = {normal(0, 1), normal(3, 1), normal(6, 1)};
    CHECK(mean_of_quantiles(experts) == normal(3, 1));
    CHECK(median_of_quantiles(experts).quantile(0.05) == normal(3, 1).quantile(0.05));
    // A fourth, far off, moves the mean and hardly the median; trimmed, the mean hardly either.
    std::vector<belief<double>> more = experts;
    more.push_back(normal(1000, 1));
    CHECK_THAT(mean_of_quantiles(more).median(), WithinRel(252.25, 1e-12));
    CHECK_THAT(median_of_quantiles(more).median(), WithinRel(4.5, 1e-12));
    CHECK_THAT(mean_of_quantiles(more, {.trimmed = 0.25}).median(), WithinRel(4.5, 1e-12));
}

TEST_CASE("values with a probability of their own keep it") {
    CHECK(mean_of_quantiles({discrete({1.0, 0.5}, {3.0, 0.5}), exactly(5.0)}).shape() == belief_shape::discrete);
    const auto two = mean_of_quantiles({discrete({1.0, 0.5}, {3.0, 0.5}), discrete({10.0, 0.2}, {20.0, 0.8})});
    CHECK(two.component_count() == 3);
    CHECK_THAT(two.mass(5.5), WithinRel(0.2, 1e-9));
    CHECK_THAT(two.mass(10.5), WithinRel(0.3, 1e-9));
    CHECK_THAT(two.mass(11.5), WithinRel(0.5, 1e-9));
    CHECK_THAT(median_of_quantiles({empirical({1.0, 2.0, 3.0}), empirical({1.0, 2.0, 4.0}), bernoulli(0.5)}).mass(2.0),
               WithinRel(1.0 / 3.0, 1e-9));
    const auto mixed = mean_of_quantiles({bernoulli(0.3), uniform(0, 1)});
    CHECK_THAT(mixed.quantile(0.69), WithinAbs(0.345, 1e-6));
    CHECK_THAT(mixed.quantile(0.71), WithinAbs(0.855, 1e-6));
}

TEST_CASE("quantiles of dates and quantities are averaged like those of numbers") {
    const auto cost = mean_of_quantiles({ci90(1.0 * usd, 3.0 * usd), ci90(2.0 * usd, 8.0 * usd)});
    CHECK_THAT(cost.quantile(0.95).in(usd), WithinRel(5.5, 1e-9));
    const auto when = median_of_quantiles(
        {normal(2027y / 1 / 1, 1.0 * year), normal(2029y / 1 / 1, 1.0 * year), uniform(2026y / 1 / 1, 2050y / 1 / 1)});
    CHECK(to_text(when.quantile(0.5)) == "2029-01-01");
    CHECK(to_text(mean_of_quantiles({weighted{normal(2027y / 1 / 1, 1.0 * year), 1.0},
                                     weighted{normal(2029y / 1 / 1, 1.0 * year), 3.0}})
                      .median()) == "2028-07-02");
}

TEST_CASE("where most are never the median is never") {
    std::vector<belief<date>> parts;
    for (const double happens : {0.3, 0.5, 0.9}) {
        parts.push_back(mixture<date>({{uniform(2027y / 1 / 1, 2031y / 1 / 1), happens}, {date::never(), 1.0 - happens}}));
    }
    const auto median = median_of_quantiles(parts);
    CHECK_THAT(median.mass(date::never()), WithinAbs(0.5, 1e-9));
    CHECK_THAT((median.quantile(0.25) - parts[1].quantile(0.25)) / day, WithinAbs(0.0, 1e-3));
    CHECK_THAT(mean_of_quantiles(parts).mass(date::never()), WithinAbs(0.7, 1e-9));
    CHECK_THAT((mean_of_quantiles(parts).quantile(0.15) - date(2027y / 1 / 1)) / day,
               WithinAbs(1461.0 * (0.15 / 0.3 + 0.15 / 0.5 + 0.15 / 0.9) / 3.0, 1e-3));
    // One that may not come and one that does; lists of values; sure of never.
    for (const double p : {0.3, 1.0 / 3.0, 0.123456789, 0.9}) {
        const std::vector<belief<date>> two = {
            mixture<date>({{empirical({date(2027y / 1 / 1), date(2028y / 1 / 1)}), 1.0 - p}, {date::never(), p}}),
            ci90(2027y / 1 / 1, 2029y / 1 / 1)};
        CHECK_THAT(mean_of_quantiles(two).mass(date::never()), WithinAbs(p, 1e-9));
        CHECK(median_of_quantiles({two[0], two[1], two[1]}).mass(date::never()) == 0.0);
    }
    CHECK(mean_of_quantiles({exactly(date::never()), exactly(date(2027y / 1 / 1))}) == exactly(date::never()));
    const auto list = mean_of_quantiles(
        {discrete(weighted_value{2027y / 1 / 1, 0.25}, {date::never(), 0.75}), exactly(date(2029y / 1 / 1))});
    CHECK((list.component_count() == 2 && list.quantile(0.2) == date(2028y / 1 / 1) + 0.5 * day));
    CHECK_THAT(list.mass(date::never()), WithinAbs(0.75, 1e-9));
}

TEST_CASE("equal beliefs are what they are") {
    CHECK(median_of_quantiles({gamma(2, 3), gamma(2, 3)}) == gamma(2, 3));
    CHECK(mean_of_quantiles({{gamma(2, 3), 0.1}, {gamma(2, 3), 7.0}}) == gamma(2, 3));
    CHECK(mean_of_quantiles(std::vector<belief<double>>{gamma(2, 3)}) == gamma(2, 3));
}

TEST_CASE("what cannot be averaged is refused in words") {
    const auto refuses = [](auto call, const std::string& words) {
        CHECK_THROWS_MATCHES(call(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refuses([] { return mean_of_quantiles(std::vector<belief<double>>{}); },
            "mean_of_quantiles: there are no beliefs; give at least one");
    refuses(
        [] {
            return median_of_quantiles({{normal(0, 1), -1.0}, {normal(1, 1), 1.0}});
        },
        "median_of_quantiles: every weight must be >= 0 and finite, got -1");
    refuses(
        [] {
            return mean_of_quantiles({{normal(0, 1), std::numeric_limits<double>::quiet_NaN()}, {normal(1, 1), 1.0}});
        },
        "got nan");
    refuses([] { return mean_of_quantiles({{normal(0, 1), 0.0}, {normal(1, 1), 0.0}}); }, "all weights are zero");
    refuses(
        [] {
            return mean_of_quantiles({normal(0, 1), normal(1, 1)}, {.trimmed = 0.5});
        },
        "trimmed must be from 0 to below 0.5, the share left out at each end, got 0.5");
    refuses([] { return mean_of_quantiles({log_student_t(0.1, 1.0, 9.0), normal(0, 1)}); },
            "is not finite; truncate the beliefs, or take pool or median_of_quantiles");
    // Of numbers nothing is never.
    refuses([] { return median_of_quantiles({log_student_t(0.1, 1.0, 9.0), log_student_t(0.2, 1.0, 9.0)}); },
            "or take pool");
}
