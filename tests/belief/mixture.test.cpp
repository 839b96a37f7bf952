// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/mixture.hpp>

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// MODELS, "Beliefs".
inline constexpr auto published = mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.1}, {ci90(2.0, 10.0), 0.1});
static_assert(published.mean() / 0.8872059869639738 - 1.0 < 1e-15 && published.mean() / 0.8872059869639738 - 1.0 > -1e-15);
static_assert(published.shape() == belief_shape::mixture && published.component_count() == 4);
static_assert(published.component(2) == ci90(1.0, 3.0) && published.weight(0) == 0.6);
static_assert(published.median() == 0.0 && published.quantile(0.6) == 0.0 && published.quantile(0.7) == 1.0 - 0.0 * 1.0);
static_assert(published.cdf(-0.1) == 0.0 && published.cdf(0.0) == 0.6);
static_assert(!published.has_density());

// Weights are relative, but kept as given, so that what is printed can be read again.
static_assert(mixture({1.0, 6}, {3.0, 2}).mean() == 1.5 && mixture({1.0, 0.75}, {3.0, 0.25}).mean() == 1.5);
static_assert(mixture({1.0, 6}, {3.0, 2}) != mixture({1.0, 0.75}, {3.0, 0.25}));
static_assert(mixture({exactly(1), 6}, {3, 2}) == mixture({1.0, 6}, {3.0, 2}));

// Quantities and dates, the first one named.
inline constexpr auto cost = mixture(weighted{ci90(1.0 * million_usd, 3.0 * million_usd), 0.5}, {2.0 * billion_usd, 0.5});
static_assert(std::same_as<decltype(cost), const belief<quantity<dim::money>>> && cost.quantile(0.9) == 2.0 * billion_usd);
inline constexpr auto when = mixture(weighted{exactly(2027y / 1 / 1), 1}, {normal_ci(0.9, 2026y / 1 / 1, 2028y / 1 / 1), 1});
static_assert(when.mean() == date(2027y / 1 / 1) && when.median() == date(2027y / 1 / 1));
static_assert(mixture(weighted{std::chrono::days{1}, 1}, {3.0 * day, 1}).mean() == 2.0 * day);
static_assert(mixture<quantity<dim::money>>({1.0 * usd, 1}, {3.0 * usd, 1}).mean() == 2.0 * usd);

// A mixture of one is that one; one of mixtures is taken apart.
static_assert(mixture({ci90(1.0, 2.0), 1.0}, {mixture({3.0, 1}, {4.0, 3}), 1.0}).component_count() == 3);
static_assert(mixture({ci90(1.0, 2.0), 1.0}, {mixture({3.0, 1}, {4.0, 3}), 2.0}).weight(2) == 1.5);

}  // namespace

TEST_CASE("any number of components, from braces or a container") {
    std::vector<weighted<double>> parts;
    double mean = 0.0;
    for (int i = 1; i <= 100; ++i) {
        parts.push_back({normal(i, 1), static_cast<double>(i)});
        mean += i * i / 5050.0;
    }
    const auto many = mixture(parts);
    CHECK(many.component_count() == 100);
    CHECK_THAT(many.mean(), WithinRel(mean, 1e-14));
    CHECK(many.component(99) == normal(100, 1));
    CHECK(mixture({{1.0, 0.5}, {ci90(1.0, 3.0), 0.5}}) == mixture({1.0, 0.5}, {ci90(1.0, 3.0), 0.5}));
    CHECK(mixture({{ci90(1.0, 3.0), 2.0}}) == ci90(1.0, 3.0));
    CHECK(mixture(std::array{weighted{ci90(1.0 * usd, 3.0 * usd), 2}}) == ci90(1.0 * usd, 3.0 * usd));
}

TEST_CASE("distribution, mean and variance are the weighted ones of the parts") {
    const auto a = normal(1, 2);
    const auto b = lognormal(4, 0.5);
    const auto m = mixture({a, 1}, {b, 3});
    for (const double x : {-3.0, 0.5, 2.0, 5.0, 20.0}) {
        CHECK_THAT(m.cdf(x), WithinRel(0.25 * a.cdf(x) + 0.75 * b.cdf(x), 1e-15));
        CHECK_THAT(m.survival(x), WithinRel(0.25 * a.survival(x) + 0.75 * b.survival(x), 1e-15));
        CHECK_THAT(m.pdf(x), WithinRel(0.25 * a.pdf(x) + 0.75 * b.pdf(x), 1e-15));
    }
    CHECK_THAT(m.mean(), WithinRel(0.25 * a.mean() + 0.75 * b.mean(), 1e-15));
    const double second_moment = 0.25 * (a.variance() + a.mean() * a.mean()) + 0.75 * (b.variance() + b.mean() * b.mean());
    CHECK_THAT(m.variance(), WithinRel(second_moment - m.mean() * m.mean(), 1e-14));
    CHECK_FALSE(mixture({student_t(1), 1}, {a, 1}).has_mean());
    CHECK_FALSE(mixture({student_t(2), 1}, {a, 1}).has_variance());
    CHECK(mixture({student_t(1), 0}, {a, 1}).has_variance());
}

TEST_CASE("cdf undoes quantile through overlaps, gaps, jumps and tails") {
    const belief<double> continuous[] = {
        mixture({normal(1, 2), 1}, {lognormal(4, 0.5), 3}), mixture({normal(-100, 1), 1}, {normal(100, 1), 1}),
        mixture({normal(0, 1e-6), 0.5}, {normal(0, 1e6), 0.5}), mixture({uniform(0, 1), 0.3}, {uniform(5, 6), 0.7}),
        mixture({lognormal(1e-9, 1), 1e-9}, {lognormal(1e9, 1), 1.0})};
    for (const auto& m : continuous) {
        for (const double p : {1e-300, 1e-30, 1e-12, 0.01, 0.2, 0.3, 0.5, 0.6, 0.9, 0.999}) {
            INFO(m.component(0).quantile(0.5) << " p " << p);
            CHECK_THAT(m.cdf(m.quantile(p)), WithinRel(p, 2e-12) || WithinAbs(p, 1e-15));
        }
    }
    for (const auto& m : {continuous[0], continuous[1], continuous[2], continuous[4]}) {
        for (const double q : {1e-300, 1e-30, 1e-12, 0.01}) CHECK_THAT(m.survival(m.quantile_upper(q)), WithinRel(q, 2e-12));
    }
    CHECK(continuous[3].quantile(0.3) <= 1.0);
    CHECK(continuous[3].quantile(0.3000001) >= 5.0);

    // In the middle of a jump, at its foot and past its top.
    const auto jump = mixture({uniform(0, 2), 1}, {1.0, 2}, {uniform(1, 3), 1});
    CHECK_THAT(jump.quantile(0.125 - 1e-12), WithinAbs(1.0, 1e-11));
    for (const double p : {0.125 + 1e-15, 0.3, 0.6, 0.625 - 1e-15}) CHECK(jump.quantile(p) == 1.0);
    CHECK(jump.quantile(0.625 + 1e-12) > 1.0);
    CHECK(published.quantile_upper(1e-300) > 1e8);
}

namespace {

void check_step(const belief<double>& b, double x) {
    INFO("at " << x << ": " << b.quantile(b.cdf(x)) << " and " << b.quantile_upper(b.survival(x)));
    CHECK(b.quantile(b.cdf(x)) == x);
    CHECK(b.quantile_upper(b.survival(x)) == x);
}

}  // namespace

TEST_CASE("every single value is the quantile of its distribution function, from either tail") {
    const auto b = mixture({0.0, 0.6}, {1.0, 0.1}, {ci90(1.0, 3.0), 0.1}, {normal(1.5, 4), 0.1}, {2.0, 0.1});
    for (const double x : {0.0, 1.0, 2.0}) check_step(b, x);
    const auto lists = mixture({empirical({1, 2, 3, 4, 5}), 0.3}, {bernoulli(0.1), 0.3}, {normal(2, 1), 0.4});
    for (const double x : {0.0, 1.0, 2.0, 3.0, 4.0, 5.0}) check_step(lists, x);
    CHECK(mixture({10.0, 0.7}, {20.0, 0.1}, {uniform(30, 40), 0.2}).quantile(0.8) == 20.0);
    CHECK(bernoulli(0.9).quantile(1.0 - 0.9) == 0.0);
    for (int k = 1; k < 100; ++k) {
        check_step(bernoulli(k / 100.0), 0.0);
        check_step(bernoulli(k / 100.0), 1.0);
    }
    CHECK((bernoulli(1e-20).quantile(1.0) == 1.0 && bernoulli(1e-20).quantile_upper(1e-21) == 1.0));

    std::uint64_t state = 5;
    const auto next = [&](std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>((state >> 33) % below);
    };
    for (int round = 0; round < 300; ++round) {
        const int count = round % 5 == 0 ? 30 : 5;
        std::vector<weighted<double>> parts;
        std::vector<double> steps;
        for (int i = 0; i < count; ++i) {
            const double weight = (1.0 + next(99)) / (round % 2 == 0 ? 100.0 : 7.0);
            const double place = next(50) - 20.0;
            if (i % 3 == 0) {
                parts.push_back({uniform(place, place + 1.0 + next(20)), weight});
            } else if (i % 7 == 1) {
                parts.push_back({empirical({place, place + 0.5, place + next(9)}), weight});
                steps.push_back(place + 0.5);
            } else {
                parts.push_back({place, weight});
                steps.push_back(place);
            }
        }
        const auto m = mixture(parts);
        for (const double x : steps) check_step(m, x);
        CHECK((m.cdf(1e3) == 1.0 && m.survival(-1e3) == 1.0 && m.survival(1e3) == 0.0));
        for (const double p : {0.01, 0.3, 0.5, 0.77, 0.99}) {
            const double x = m.quantile(p);
            CHECK(m.cdf(x) >= p - 2e-15);
            CHECK(m.cdf(std::nextafter(x, -1e9)) <= p + 2e-15);
        }
    }
}

TEST_CASE("a density at a joint is that of one side, the greater") {
    const auto joint = mixture({uniform(0, 10), 0.1}, {uniform(10, 20), 0.4});
    CHECK_THAT(joint.pdf(10.0), WithinRel(0.08, 1e-15));
    CHECK_THAT(mixture({uniform(0, 10), 0.4}, {uniform(10, 20), 0.1}).pdf(10.0), WithinRel(0.08, 1e-15));
    CHECK((joint.pdf(0.0) == joint.pdf(5.0) && joint.pdf(20.0) == joint.pdf(15.0)));
    CHECK((joint.pdf(-0.1) == 0.0 && joint.pdf(20.1) == 0.0));
    const auto around_it = mixture({uniform(0, 10), 0.1}, {uniform(10, 20), 0.4}, {uniform(5, 15), 0.5});
    CHECK_THAT(around_it.pdf(10.0), WithinRel(0.09, 1e-15));
    const auto cut = mixture({truncated(normal(0, 1), -1, 0), 1}, {truncated(normal(0, 1), 0, 2), 1});
    CHECK_THAT(cut.pdf(0.0), WithinRel(0.5 * truncated(normal(0, 1), -1, 0).pdf(0.0), 1e-15));
    std::vector<weighted<double>> many;
    for (int i = 0; i < 40; ++i) many.push_back({uniform(i, i + 1), 1.0 + i % 3});
    const auto pieces = mixture(many);
    for (int i = 1; i < 40; ++i) {
        CHECK(pieces.pdf(i) == std::max(pieces.pdf(i - 0.5), pieces.pdf(i + 0.5)));
    }
}

TEST_CASE("mixtures of tens of thousands of parts answer in milliseconds") {
    constexpr int count = 32'000;
    std::vector<weighted<double>> sure;
    std::vector<weighted<double>> mixed;
    for (int i = 0; i < count; ++i) {
        const auto place = static_cast<double>((i * 7919LL) % count);
        sure.push_back({place, 1.0 + i % 3});
        mixed.push_back(i % 1000 == 0 ? weighted<double>{normal(place, 100.0), 1.0} : weighted<double>{place, 1.0});
    }
    const auto clock = [] { return std::chrono::steady_clock::now(); };
    const auto values = mixture(sure);
    const auto both = mixture(mixed);
    const auto twice = mixture({values, 1}, {both, 2});
    // Generous: quadratic steps, without optimisation, take minutes.
    const auto start = clock();
    for (const auto& b : {values, both, twice}) {
        for (const double p : {0.1, 0.5, 0.9}) {
            CHECK_THAT(b.cdf(b.quantile(p)), WithinAbs(p, 1e-4));
            CHECK(b.quantile(b.cdf(12'345.0)) == 12'345.0);
        }
        CHECK(b.mass(12'345.0) > 0.0);
    }
    CHECK(clock() - start < 2s);
    std::vector<double> weight(count);
    for (const auto& part : sure) weight[static_cast<std::size_t>(part.belief.median())] = part.weight;
    double below = 0.0;
    std::size_t middle = 0;
    while ((below += weight[middle]) < 0.5 * 64'000.0 - 0.5) ++middle;  // of weights 1, 2, 3 in turn
    CHECK(values.median() == static_cast<double>(middle));
}

TEST_CASE("parts of weight zero are kept but never drawn") {
    const auto m = mixture({normal(100, 1), 0}, {1.0, 0.5}, {normal(-100, 1), 0}, {2.0, 0.5}, {normal(7, 1), 0});
    CHECK(m.component_count() == 5);
    for (const double u : {0x1p-54, 0.1, 0.4999, 0.5, 0.9, 1.0 - 0x1p-53}) CHECK((m.draw(u) == 1.0 || m.draw(u) == 2.0));
    CHECK(m.support() == std::pair(1.0, 2.0));
    CHECK(m.mean() == 1.5);
}

TEST_CASE("weights that are none are refused") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    for (const double bad : {-0.1, undefined, std::numeric_limits<double>::infinity()}) {
        refuses([=] { return mixture({1.0, bad}, {2.0, 1.0}); }, "mixture: every weight must be >= 0 and finite, got");
        refuses([=] { return mixture({1.0, 1.0}, {2.0, bad}); }, "mixture: every weight");
        refuses([=] { return mixture({{1.0, 1.0}, {2.0, bad}}); }, "mixture: every weight");
    }
    refuses([] { return mixture({1.0, 0.0}, {2.0, 0.0}); }, "mixture: all weights are zero; give one above zero");
    refuses([] { return mixture({1.0, 1.5e308}, {2.0, 1.5e308}); }, "mixture: the sum of the weights must be finite");
    refuses([] { return mixture(std::vector<weighted<double>>()); }, "mixture: there are no parts; give at least one");
    refuses([=] { return mixture({undefined, 1.0}, {2.0, 1.0}); }, "value must be a finite number");
}

namespace {

/// Single values and the whole-number weights of each, of so many in all, as an independent account of a mixture.
struct whole_weights {
    std::map<double, std::int64_t> at;
    std::int64_t all = 0;
    void add(double x, std::int64_t weight) {
        at[x] += weight;
        all += weight;
    }
};

void check_exactly(const belief<double>& b, const whole_weights& expected) {
    const auto all = static_cast<double>(expected.all);
    std::int64_t below = 0;
    int wrong = 0;
    for (const auto& [x, weight] : expected.at) {
        below += weight;
        const double cdf = static_cast<double>(below) / all;
        const double survival = static_cast<double>(expected.all - below) / all;
        wrong += b.cdf(x) != cdf || b.survival(x) != survival || b.mass(x) != static_cast<double>(weight) / all;
        wrong += b.quantile(cdf) != x || b.quantile_upper(survival) != x;
    }
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("decimal weights of nested beliefs and of observations add up as decimals") {
    const auto nested = mixture({discrete({1.0, 0.7}, {2.0, 0.1}, {3.0, 0.2}), 0.1}, {4.0, 0.9});
    CHECK((nested.quantile(0.07) == 1.0 && nested.quantile(0.08) == 2.0 && nested.cdf(2.0) == 0.08));
    CHECK((nested.weight(0) == 0.07 && nested.weight(1) == 0.01));
    const auto data = mixture({empirical({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 0.7}, {20.0, 0.3});
    CHECK((data.quantile(0.49) == 7.0 && data.quantile_upper(0.86) == 2.0 && data.survival(2.0) == 0.86));
    CHECK((bernoulli(0.9).quantile(0.1) == 0.0 && bernoulli(0.9).cdf(0.0) == 0.1 && bernoulli(0.9).mass(0.0) == 0.1));
    const auto cut = truncated(mixture({empirical({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 0.7}, {20.0, 0.3}), 1, 20);
    CHECK((cut.quantile(0.49) == 7.0 && cut.quantile_upper(0.86) == 2.0));
    CHECK(truncated(mixture({data, 0.1}, {0.0, 0.9}), 0.0, 3.0).weight(0) == 0.021);

    std::uint64_t state = 77;
    const auto next = [&](std::int64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(below));
    };
    for (int round = 0; round < 1500; ++round) {
        const std::int64_t scale = round % 3 == 0 ? 10 : round % 3 == 1 ? 100 : 1000;
        const auto scaled = [&](std::int64_t weight) { return static_cast<double>(weight) / static_cast<double>(scale); };
        INFO("round " << round << ", scale " << scale);
        // Every part in 1/5040 of its weight, which all counts of observations up to 10 divide, and in 1/scale of it.
        const std::int64_t unit = 5040 * scale;
        whole_weights expected;
        std::vector<weighted<double>> parts;
        const auto count = 2 + next(5);
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t weight = 1 + next(scale - 1);
            const auto kind = next(4);
            if (kind == 0) {
                const auto observations = 2 + next(9);
                std::vector<double> list;
                for (std::int64_t k = 0; k < observations; ++k) {
                    list.push_back(static_cast<double>(next(6)));
                    expected.add(list.back(), weight * unit / observations);
                }
                parts.push_back({empirical(list), scaled(weight)});
            } else if (kind == 1) {
                const std::int64_t first = 1 + next(scale - 1);
                const double x = static_cast<double>(next(6));
                parts.push_back({discrete({x, scaled(first)}, {x + 1.0, scaled(scale - first)}), scaled(weight)});
                expected.add(x, weight * first * 5040);
                expected.add(x + 1.0, weight * (scale - first) * 5040);
            } else if (kind == 2) {
                const std::int64_t probability = 1 + next(scale - 1);
                parts.push_back({bernoulli(scaled(probability)), scaled(weight)});
                expected.add(0.0, weight * (scale - probability) * 5040);
                expected.add(1.0, weight * probability * 5040);
            } else {
                const double x = static_cast<double>(next(6));
                parts.push_back({x, scaled(weight)});
                expected.add(x, weight * unit);
            }
        }
        check_exactly(mixture(parts), expected);
        std::reverse(parts.begin(), parts.end());
        check_exactly(mixture(parts), expected);
    }
}

TEST_CASE("never is a part of a mixture of dates") {
    // In one more pair of braces at run time, in one as a constant.
    constexpr auto b = mixture<date>({ci90(2027y / 1 / 1, 2031y / 1 / 1), 0.45}, {date::never(), 0.55});
    CHECK(mixture<date>({{ci90(2027y / 1 / 1, 2031y / 1 / 1), 0.45}, {date::never(), 0.55}}) == b);
    CHECK(b.mass(date::never()) == 0.55);
    CHECK(b.quantile(0.9).is_never());
    CHECK(b.median().is_never());
    CHECK(b.quantile_upper(0.549).is_never());
    CHECK_FALSE(b.quantile_upper(0.56).is_never());
    CHECK_THAT((b.quantile(0.225) - date(2029y / 1 / 1)).in(day), WithinAbs(0.0, 1.0));
    CHECK_THAT(b.cdf(b.quantile(0.1)), WithinRel(0.1, 1e-13));
    CHECK((b.cdf(date::never()) == 1.0 && b.survival(date(2500y / 1 / 1)) == 0.55 && b.support().second.is_never()));
    CHECK_FALSE(b.has_density());
    CHECK_FALSE((b.has_mean() || b.has_variance()));
    CHECK_THROWS_MATCHES(b.mean(), std::domain_error, MessageMatches(ContainsSubstring("where 'never' has a probability")));
    double u[64], drawn[64];
    int never = 0;
    for (int i = 0; i < 64; ++i) u[i] = (i + 0.5) / 64.0;
    b.draw_block<64>(u, drawn);
    for (int i = 0; i < 64; ++i) {
        CHECK(drawn[i] == b.draw(u[i]));
        never += drawn[i] == std::numeric_limits<double>::infinity() ? 1 : 0;
    }
    CHECK(never == 35);
    // Given that it happens: the date alone.
    CHECK(truncated(b, 2000y / 1 / 1, 2100y / 1 / 1).has_mean());
    // Alone, beside itself and where it alone is left it is sure.
    CHECK(mixture<date>({{date::never(), 1.0}}) == exactly(date::never()));
    CHECK(mixture<date>({{date::never(), 1.0}, {date::never(), 2.0}}).quantile(0.2).is_never());
    CHECK(mixture(weighted{exactly(date::never()), 0.55}, {ci90(2027y / 1 / 1, 2031y / 1 / 1), 0.45}).mass(date::never()) == 0.55);
    CHECK(truncated(b, date(b.quantile_upper(0.56)) + 1e12 * year, date::never()) == exactly(date::never()));
    // No other infinite value.
    CHECK_THROWS_AS(mixture({std::numeric_limits<double>::infinity(), 0.5}, {1.0, 0.5}), std::domain_error);
    CHECK_THROWS_AS(mixture<date>({date::never() - 1.0 * year, 0.5}, {ci90(date::never(), date::never()), 0.5}), std::domain_error);
}
