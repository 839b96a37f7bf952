// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/discrete.hpp>

#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

// Put in order, equal values joined.
inline constexpr auto values = discrete({3, 1}, {1, 1}, {2, 1}, {3, 1});
static_assert(values.shape() == belief_shape::discrete && values.component_count() == 3);
static_assert(values == discrete({1, 1}, {2, 1}, {3, 2}) && values.weight(2) == 2.0);
static_assert(values.mean() == 2.25 && values.variance() == 0.6875);

// The least value whose probability has reached p.
static_assert(values.quantile(0.0) == 1.0 && values.quantile(0.25) == 1.0 && values.quantile(0.25 + 1e-15) == 2.0);
static_assert(values.quantile(0.5) == 2.0 && values.quantile(0.75) == 3.0 && values.quantile(1.0) == 3.0);
static_assert(values.quantile_upper(0.5) == 2.0 && values.quantile_upper(1e-300) == 3.0);
static_assert(values.cdf(0.9) == 0.0 && values.cdf(1.0) == 0.25 && values.cdf(2.9) == 0.5 && values.cdf(3.0) == 1.0);
static_assert(values.survival(2.0) == 0.5 && values.mass(3.0) == 0.5 && values.mass(2.5) == 0.0);

static_assert(discrete(weighted_value{1.0 * year, 3}, {2.0 * year, 1}).mean() == 1.25 * year);
static_assert(discrete(weighted_value{2027y / 1 / 1, 1}, {2027y / 1 / 3, 1}).mean() == date(2027y / 1 / 2));
static_assert(discrete<quantity<dim::money>>({1.0 * usd, 1}, {3.0 * usd, 1}).mean() == 2.0 * usd);
static_assert(discrete(weighted_value{std::chrono::days{1}, 1}, {3.0 * day, 1}).mean() == 2.0 * day);
static_assert(discrete({5, 1}, {5, 2}).median() == 5.0 && discrete({5, 1}, {5, 2}).component_count() == 1);

}  // namespace

TEST_CASE("any number of values, from braces or a container") {
    std::vector<weighted_value<double>> parts;
    for (int i = 0; i < 1000; ++i) parts.push_back({static_cast<double>((i * 617) % 1000), 1.0});
    const auto many = discrete(parts);
    CHECK(many.component_count() == 1000);
    CHECK_THAT(many.mean(), WithinRel(499.5, 1e-13));
    CHECK(many.quantile(0.2505) == 250.0);
    for (std::size_t i = 0; i + 1 < many.component_count(); ++i) {
        CHECK(many.component(i).median() < many.component(i + 1).median());
    }
    CHECK(discrete({{3, 1}, {1, 1}, {2, 1}, {3, 1}}) == values);
}

namespace {

/// quantile is the least value that reaches p, from either tail, in single draws and in blocks.
void check_every_value(const belief<double>& b) {
    int wrong = 0;
    for (std::size_t i = 0; i < b.component_count(); ++i) {
        const double x = b.component(i).median();
        wrong += b.quantile(b.cdf(x)) != x || b.quantile_upper(b.survival(x)) != x;
        if (b.cdf(x) < 1.0) {
            const double next = b.component(i + 1).median();
            wrong += b.quantile(std::nextafter(b.cdf(x), 1.0)) != next;
            wrong += b.quantile_upper(std::nextafter(b.survival(x), 0.0)) != next;
            double u[4] = {b.cdf(x), std::nextafter(b.cdf(x), 1.0), std::nextafter(b.cdf(x), 0.0), b.cdf(x)};
            double drawn[4];
            b.draw_block<4>(u, drawn);
            for (int k = 0; k < 4; ++k) wrong += drawn[k] != b.quantile(u[k]) || b.draw(u[k]) != drawn[k];
        }
        wrong += std::abs(b.cdf(x) + b.survival(x) - 1.0) > 1e-14;
    }
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("every value is the quantile of its distribution function, whatever the weights") {
    std::uint64_t state = 12;
    const auto next = [&](std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % below;
    };
    for (int round = 0; round < 2000; ++round) {
        const std::size_t count = round % 10 == 0 ? 9 + next(300) : 2 + next(7);
        std::vector<weighted_value<double>> parts;
        for (std::size_t i = 0; i < count; ++i) {
            const auto tenths = static_cast<double>(1 + next(99));
            const double weight = round % 3 == 0 ? tenths / 100.0 : round % 3 == 1 ? tenths / 7.0 : tenths;
            parts.push_back({static_cast<double>(i), weight});
        }
        check_every_value(discrete(parts));
    }
}

TEST_CASE("decimal weights add up as decimals") {
    // 0.7 + 0.1 of binary fractions is below the number that 0.8 stands for.
    const auto b = discrete({10, 0.7}, {20, 0.1}, {30, 0.2});
    CHECK((b.cdf(20.0) == 0.8 && b.survival(20.0) == 0.2 && b.quantile(0.8) == 20.0 && b.quantile_upper(0.2) == 20.0));
    for (int first = 1; first < 99; ++first) {
        for (int second = 1; first + second < 100; ++second) {
            const auto all = discrete({1, first / 100.0}, {2, second / 100.0}, {3, (100 - first - second) / 100.0});
            if (all.quantile((first + second) / 100.0) != 2.0 || all.quantile(first / 100.0) != 1.0 ||
                all.quantile_upper((100 - first) / 100.0) != 1.0 || all.cdf(3.0) != 1.0 ||
                all.cdf(2.0) != (first + second) / 100.0) {
                FAIL(first << " " << second);
            }
        }
    }
}

TEST_CASE("a rare value at the top is found from above") {
    const auto rare = discrete({0, 1.0}, {1, 1e-20}, {2, 1e-40});
    CHECK(rare.quantile_upper(1e-19) == 0.0);
    CHECK(rare.quantile_upper(0.9e-20) == 1.0);
    CHECK(rare.quantile_upper(0.9e-40) == 2.0);
    CHECK(rare.survival(0.0) == 1e-20);
}

TEST_CASE("parts of weight zero do not widen the support") {
    const auto b = discrete({0, 0}, {1, 1}, {2, 1}, {3, 0});
    CHECK(b.support() == std::pair(1.0, 2.0));
    CHECK(b.quantile(1e-300) == 1.0);
}

TEST_CASE("bad values and weights are refused") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    refuses([=] { return discrete({undefined, 1}, {1, 1}); }, "discrete: value must be a finite number, got nan");
    refuses([] { return discrete({1, -1}, {1, 1}); }, "discrete: every weight must be >= 0 and finite, got -1");
    refuses([=] { return discrete({1, 1}, {1, undefined}); }, "discrete: every weight");
    refuses([] { return discrete({1, 0}, {2, 0}); }, "discrete: all weights are zero");
    refuses([] { return discrete(std::vector<weighted_value<double>>()); }, "discrete: there are no parts");
    refuses([] { return discrete({std::numeric_limits<double>::infinity(), 1}, {0.0, 1}); },
            "discrete: value must be a finite number, got inf");
}

TEST_CASE("equal values are joined as decimals, in any order") {
    const auto joined = discrete({1.0, 0.7}, {1.0, 0.1}, {2.0, 0.2});
    CHECK((joined.cdf(1.0) == 0.8 && joined.quantile(0.8) == 1.0 && joined.quantile_upper(0.2) == 1.0));
    CHECK((joined.weight(0) == 0.8 && joined.survival(1.0) == 0.2));
    CHECK(discrete({2.0, 0.2}, {1.0, 0.1}, {1.0, 0.7}) == joined);

    std::uint64_t state = 3;
    const auto next = [&](std::int64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(below));
    };
    int wrong = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::int64_t scale = round % 3 == 0 ? 10 : round % 3 == 1 ? 100 : 1000;
        const auto count = 2 + next(round % 7 == 0 ? 40 : 5);
        std::vector<weighted_value<double>> parts;
        std::int64_t at[4] = {};
        std::int64_t all = 0;
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t weight = 1 + next(scale - 1);
            const std::int64_t place = next(4);
            parts.push_back({static_cast<double>(place), static_cast<double>(weight) / static_cast<double>(scale)});
            at[place] += weight;
            all += weight;
        }
        const auto b = discrete(parts);
        std::int64_t below = 0;
        for (int place = 0; place < 4; ++place) {
            if (at[place] == 0) continue;
            below += at[place];
            const double cdf = static_cast<double>(below) / static_cast<double>(all);
            const double survival = static_cast<double>(all - below) / static_cast<double>(all);
            wrong += b.cdf(place) != cdf || b.survival(place) != survival;
            wrong += b.quantile(cdf) != place || b.quantile_upper(survival) != place;
        }
        const std::vector<weighted_value<double>> reversed(parts.rbegin(), parts.rend());
        wrong += !(discrete(reversed) == b);
    }
    CHECK(wrong == 0);
}

TEST_CASE("of dates one value may be never") {
    constexpr auto b = discrete(weighted_value{date::never(), 0.7}, {2027y / 1 / 1, 0.1}, {date::never(), 0.1}, {2028y / 1 / 1, 0.1});
    CHECK((b.component_count() == 3 && b.mass(date::never()) == 0.8 && b.cdf(date(2028y / 1 / 1)) == 0.2));
    CHECK((b.quantile(0.1) == date(2027y / 1 / 1) && b.quantile(0.2) == date(2028y / 1 / 1) && b.quantile(0.21).is_never()));
    CHECK((b.quantile_upper(0.8) == date(2028y / 1 / 1) && b.quantile_upper(0.79).is_never()));
    CHECK_FALSE((b.has_mean() || b.has_density()));
    double u[64], drawn[64];
    for (int i = 0; i < 64; ++i) u[i] = (i + 0.5) / 64.0;
    b.draw_block<64>(u, drawn);
    for (int i = 0; i < 64; ++i) CHECK(drawn[i] == b.quantile(u[i]).seconds_since_1970());
    CHECK(discrete<date>({{date::never(), 2.0}}).quantile(0.5).is_never());
    // Of many values.
    std::vector<weighted_value<date>> many{{date::never(), 10.0}};
    for (int i = 0; i < 10; ++i) many.push_back({date(2027y / 1 / 1) + i * day, 1.0});
    const auto longer = discrete(many);
    CHECK((longer.quantile(0.5) == date(2027y / 1 / 10) && longer.quantile(0.51).is_never()));
    CHECK(longer.mass(date::never()) == 0.5);
}
