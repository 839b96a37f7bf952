// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/belief.hpp>

#include "catch.hpp"

#include <atomic>
#include <concepts>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
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

constexpr double infinite = std::numeric_limits<double>::infinity();

static_assert(std::regular<belief<double>> && std::regular<belief<date>> && std::regular<belief<quantity<dim::money>>>);
static_assert(std::is_nothrow_move_constructible_v<belief<double>> && std::is_nothrow_copy_constructible_v<belief<double>>);
static_assert(!std::convertible_to<belief<quantity<dim::time>>, belief<quantity<dim::money>>>);

// A value is a belief that is sure of it; so is the default, of zero.
static_assert(belief<double>(3.0) == exactly(3.0) && belief<double>() == exactly(0));
static_assert(belief<quantity<dim::money>>(3.0 * usd) == exactly(3.0 * usd));
static_assert(belief<date>(date(2027y / 1 / 1)) == exactly(2027y / 1 / 1) && belief<date>() == exactly(date()));

// One type whatever the shape: a constant can be chosen from several.
constexpr belief<double> chosen(int which) {
    belief<double> b = ci90(1.0, 2.0);
    if (which == 1) b = pert(1, 2, 3);
    if (which == 2) b = mixture({1.0, 0.5}, {ci90(1.0, 2.0), 0.5});
    if (which == 3) b = truncated(normal(0, 1), -1, 1);
    return b;
}
static_assert(chosen(0).shape() == belief_shape::lognormal && chosen(1).shape() == belief_shape::pert);
static_assert(chosen(2).shape() == belief_shape::mixture && chosen(3).shape() == belief_shape::truncated);
static_assert(chosen(2) == chosen(2) && chosen(2) != chosen(0));

// Every shape as a constant, and its median without running anything.
inline constexpr belief<double> constants[] = {exactly(1), uniform(1, 2), log_uniform(1, 2), normal(1, 2)};
inline constexpr auto cut = truncated(ci90(1.0, 2.0), 1.5, infinite);
inline constexpr auto dice = discrete({1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1});
static_assert(constants[3].median() == 1.0 && cut.median() > 1.5 && dice.median() == 3.0 && dice.mean() == 3.5);
static_assert(cut.shape() == belief_shape::truncated && cut.parameters() == belief_parameters{{1.5, infinite}, 2});
static_assert(cut.untruncated() == ci90(1.0, 2.0) && dice.untruncated() == dice);
static_assert(dice.component_count() == 6 && dice.component(2) == exactly(3) && dice.weight(2) == 1.0);
static_assert(constants[1].component_count() == 1 && constants[1].component(0) == constants[1]);
static_assert(constants[1].observation_count() == 0 && dice.observation_count() == 0);
static_assert(empirical({3, 1, 2}).observation_count() == 3 && empirical({3, 1, 2}).observation(0) == 1.0);

// Ends.
static_assert(normal(0, 1).support() == std::pair(-infinite, infinite));
static_assert(ci90(1.0, 2.0).support() == std::pair(0.0, infinite) && uniform(1, 2).support() == std::pair(1.0, 2.0));
static_assert(cut.support() == std::pair(1.5, infinite) && dice.support() == std::pair(1.0, 6.0));
static_assert(normal(2027y / 1 / 1, 1.0 * year).quantile(1.0).is_never());

// Draws can be made in a constant expression, too.
static_assert(ci90(1.0, 4.0).draw(0.5) == 2.0 && ci90(1.0, 4.0).draw_from_normal(0.0) == 2.0);

const std::vector<belief<double>>& every_shape() {
    static const std::vector<belief<double>> all = {
        exactly(2),
        uniform(2, 10),
        log_uniform(2, 10),
        normal(3, 2),
        lognormal(4.5, 0.5),
        triangular(1, 2.5, 10),
        pert(1, 2.5, 10),
        beta(2, 3.5),
        gamma(2.5, 3),
        weibull(1.5, 2),
        student_t(3, 1, 2),
        bernoulli(0.3),
        discrete({1, 0.2}, {2, 0.5}, {5, 0.3}),
        discrete({0, 0}, {1, 0.2}, {2, 0}, {5, 0.3}, {6, 0.5}, {7, 0}),
        empirical({3.0, 1.0, 4.0, 1.0, 5.0}),
        truncated(normal(3, 2), 2, 9),
        truncated(lognormal(4.5, 0.5), 6, infinite),
        truncated(gamma(2.5, 3), 1, 4),
        mixture({0.0, 0.6}, {1.0, 0.2}, {ci90(1.0, 3.0), 0.1}, {ci90(2.0, 10.0), 0.1}),
        mixture({normal(-5, 1), 0.3}, {pert(0, 1, 2), 0.0}, {lognormal(4, 1), 0.3}, {empirical({7.0, 8.0}), 0.2},
                {truncated(normal(0, 1), 1, 2), 0.2}, {uniform(20, 30), 0.0}),
        mixture(std::vector<weighted<double>>(20, {ci90(1.0, 3.0), 1.0})),
    };
    return all;
}

}  // namespace

TEST_CASE("copies are equal and independent, and self-assignment changes nothing") {
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        belief<double> copy = b;
        CHECK(copy == b);
        const belief<double>& same = copy;
        copy = same;
        CHECK(copy == b);
        belief<double> moved = std::move(copy);
        CHECK(moved == b);
        copy = normal(77, 1);
        CHECK((copy != b && moved == b));
        copy = moved;
        moved = exactly(78);
        CHECK((copy == b && copy.quantile(0.3) == b.quantile(0.3)));
        std::swap(copy, moved);
        CHECK((moved == b && copy == exactly(78)));
        for (const auto& other : every_shape()) CHECK((b == other) == (&b == &other));
    }
}

TEST_CASE("beliefs with shared parts are copied and dropped on several threads at once") {
    const auto data = [] {
        std::vector<double> values;
        for (int i = 0; i < 1000; ++i) values.push_back(i % 37);
        return values;
    }();
    belief<double> shared = mixture(std::vector<weighted<double>>(
        50, {mixture({empirical(data), 1.0}, {ci90(1.0, 2.0), 1.0}), 1.0}));
    const double expected = shared.quantile(0.3);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&shared, &wrong, expected] {
            std::vector<belief<double>> held;
            for (int i = 0; i < 300; ++i) {
                held.push_back(shared);
                if (i % 3 == 2) held.erase(held.begin());
                if (!(held.back() == shared)) ++wrong;
            }
            if (held.front().quantile(0.3) != expected) ++wrong;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
    CHECK(shared.quantile(0.3) == expected);
}

TEST_CASE("quantiles rise with p, and a probability outside 0 to 1 is refused") {
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        double before = b.support().first;
        for (int i = 0; i <= 200; ++i) {
            const double x = b.quantile(i / 200.0);
            CHECK(x >= before);
            before = x;
            // The least x whose probability has reached p
            CHECK(b.cdf(x) >= i / 200.0 - 1e-13);
            CHECK_THAT(b.cdf(x) + b.survival(x), WithinAbs(1.0, 1e-14));
        }
        CHECK(before == b.support().second);
        CHECK(b.median() == b.quantile(0.5));
        for (const double bad : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
            CHECK_THROWS_MATCHES(b.quantile(bad), std::domain_error,
                                 MessageMatches(ContainsSubstring("quantile: probability must be between 0 and 1, got")));
            CHECK_THROWS_AS(b.quantile_upper(bad), std::domain_error);
        }
    }
}

TEST_CASE("only a belief without sure values has a density, single values have a mass") {
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        double mass = 0.0;
        for (int x = 0; x <= 10; ++x) mass += b.mass(x);
        CHECK(b.has_density() == (mass == 0.0));
        if (!b.has_density()) {
            CHECK_THROWS_MATCHES(b.pdf(2.0), std::domain_error, MessageMatches(ContainsSubstring("pdf: some single values")));
        }
    }
    CHECK(bernoulli(0.3).mass(1.0) == 0.3);
    CHECK(exactly(2).mass(2.0) == 1.0);
    CHECK(exactly(2).mass(2.5) == 0.0);
    CHECK(empirical({3.0, 1.0, 4.0, 1.0}).mass(1.0) == 0.5);
    CHECK(discrete({1, 0.25}, {2, 0.75}).mass(2.0) == 0.75);
    CHECK(mixture({2.0, 0.5}, {ci90(1.0, 3.0), 0.5}).mass(2.0) == 0.5);
}

TEST_CASE("the probability above a step is the sum of those above it, wherever the step was listed") {
    const auto b = mixture({3.0, 0.1}, {uniform(0.0, 2.0), 0.4}, {1.0, 0.2}, {2.0, 0.3});
    CHECK(b.survival(3.0) == 0.0);
    CHECK(b.survival(2.5) == 0.1);
    CHECK(b.survival(2.0) == 0.1);
    CHECK(b.survival(1.0) == 0.6);  // 0.3 and 0.1, and half of 0.4
    CHECK(b.survival(-1.0) == 1.0);
    const auto steps = discrete({3.0, 0.1}, {1.0, 0.2}, {2.0, 0.7});
    CHECK(steps.survival(0.5) == 1.0);
    CHECK(steps.survival(1.0) == 0.8);
    CHECK(steps.survival(2.0) == 0.1);
    CHECK(steps.survival(3.0) == 0.0);
    CHECK(steps.quantile_upper(0.1) == 2.0);
    CHECK(steps.quantile_upper(0.05) == 3.0);

    // Of many the value k has k of 78 parts, or of 156 beside a part that is even from 0 to 13.
    std::vector<weighted<double>> many;
    for (int k = 1; k <= 12; ++k) many.push_back({static_cast<double>(k * 5 % 13), static_cast<double>(k * 5 % 13)});
    const auto all = mixture(many);
    many.push_back({uniform(0.0, 13.0), 78.0});
    const auto half = mixture(many);
    double above = 78.0;
    for (int k = 0; k <= 12; ++k) {
        above -= k;
        CHECK(all.survival(k) == above / 78.0);
        CHECK(all.cdf(k) == (78.0 - above) / 78.0);
        CHECK_THAT(half.survival(k), WithinAbs((above + 6.0 * (13.0 - k)) / 156.0, 1e-15));
        if (k > 0) CHECK(half.quantile((0.5 * k * k + 6.0 * k) / 156.0) == k);  // in the middle of its share
        if (k < 12) CHECK(all.quantile_upper((above - 0.5) / 78.0) == k + 1);
    }
}

TEST_CASE("a cut so narrow that its density is even has half of it on either side of the middle") {
    const double width = 0x1p-40;
    for (const auto& b :
         {normal(1.2, 1), lognormal(1.2, 0.5), triangular(0, 1.4, 3), pert(0, 1.2, 3), gamma(2.5, 0.6), weibull(2, 1.1),
          student_t(4, 1.1, 1), log_student_t(4, 1.1, 0.5), uniform(0, 3), log_uniform(0.5, 3)}) {
        INFO(name_of(b.shape()));
        const auto narrow = truncated(b, 1.0, 1.0 + width);
        CHECK_THAT(narrow.cdf(1.0 + 0.5 * width), WithinAbs(0.5, 1e-10));
        CHECK_THAT(narrow.survival(1.0 + 0.25 * width), WithinAbs(0.75, 1e-10));
        CHECK_THAT(narrow.pdf(1.0 + 0.125 * width) * width, WithinRel(1.0, 1e-10));
        CHECK_THAT((narrow.quantile(0.375) - 1.0) / width, WithinAbs(0.375, 1e-3));
    }
}

TEST_CASE("a block of draws has the bits of single draws, also in place") {
    constexpr std::size_t n = 64;
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        double u[n];
        double drawn[n];
        double correlated[n];
        for (int round = 0; round < 60; ++round) {
            for (std::size_t i = 0; i < n; ++i) {
                // Evenly over (0, 1) in a scattered order, and its far ends
                const auto k = static_cast<double>((i * 2654435761U + static_cast<std::size_t>(round) * 40503U) % 65536U);
                u[i] = (k + 0.5) / 65536.0;
                if (round == 0) u[i] = i == 0 ? 0x1p-54 : 1.0 - 0x1p-53 * static_cast<double>(i);
                if (round == 1) u[i] = 1e-300 * static_cast<double>(i + 1);
            }
            b.draw_block<n>(u, drawn);
            double z[n];
            for (std::size_t i = 0; i < n; ++i) z[i] = normal_quantile(u[i]);
            b.draw_from_normal_block<n>(z, correlated);
            int differ = 0;
            for (std::size_t i = 0; i < n; ++i) {
                differ += drawn[i] == b.draw(u[i]) ? 0 : 1;
                differ += correlated[i] == b.draw_from_normal(z[i]) ? 0 : 1;
                differ += drawn[i] >= b.support().first && drawn[i] <= b.support().second ? 0 : 1;
            }
            CHECK(differ == 0);
            b.draw_block<n>(u, u);
            b.draw_from_normal_block<n>(z, z);
            for (std::size_t i = 0; i < n; ++i) differ += u[i] == drawn[i] && z[i] == correlated[i] ? 0 : 1;
            CHECK(differ == 0);
        }
    }
}

TEST_CASE("a draw is the quantile, except that a mixture's u chooses a component") {
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        for (const double u : {1e-10, 0.05, 0.31, 0.5, 0.77, 0.999}) {
            if (b.shape() != belief_shape::mixture) CHECK(b.draw(u) == b.quantile(u));
            const double z = normal_quantile(u);
            CHECK_THAT(b.draw_from_normal(z), WithinRel(b.quantile(u), 1e-12) || WithinAbs(b.quantile(u), 1e-15));
        }
    }
    const auto b = mixture({5.0, 0.25}, {uniform(1, 2), 0.5}, {3.0, 0.25});
    CHECK(b.draw(0.1) == 5.0);
    CHECK(b.draw(0.25) == 1.0);
    CHECK(b.draw(0.5) == 1.5);
    CHECK(b.draw(0.8) == 3.0);
    // A component is never asked for its infinite ends.
    const auto two = mixture({normal(0, 1), 0.5}, {normal(9, 1), 0.5});
    CHECK(two.draw(0.5) > -infinite);
    CHECK(two.draw(1.0 - 0x1p-53) < infinite);
}

TEST_CASE("evenly spaced draws have the belief's distribution") {
    constexpr int n = 1 << 16;
    for (const auto& b : every_shape()) {
        INFO(name_of(b.shape()));
        for (const double x : {0.5, 1.5, 2.5, 4.5, 7.5}) {
            int below = 0;
            for (int i = 0; i < n; ++i) below += b.draw((i + 0.5) / n) <= x ? 1 : 0;
            CHECK_THAT(static_cast<double>(below) / n, WithinAbs(b.cdf(x), 40.0 / n));
        }
    }
}

TEST_CASE("questions about NaN are refused, and so is a moment that overflows") {
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_MATCHES(normal(0, 1).cdf(undefined), std::domain_error,
                         MessageMatches(ContainsSubstring("cdf: x must be a number, got nan")));
    CHECK_THROWS_AS(normal(0, 1).survival(undefined), std::domain_error);
    CHECK_THROWS_AS(normal(0, 1).pdf(undefined), std::domain_error);
    CHECK_THROWS_AS(exactly(0).mass(undefined), std::domain_error);
    CHECK_THROWS_MATCHES(lognormal(1, 40).mean(), std::domain_error,
                         MessageMatches(ContainsSubstring("mean: too large for a number; ask median()")));
    CHECK_THROWS_MATCHES(lognormal(1, 30).variance(), std::domain_error,
                         MessageMatches(ContainsSubstring("variance: too large for a number")));
    CHECK(lognormal(1, 30).mean() > 1e195);
}
