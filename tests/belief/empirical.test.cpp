// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/empirical.hpp>

#include "catch.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <list>
#include <stdexcept>
#include <string>
#include <vector>

#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/truncated.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinRel;

namespace {

// In a constant expression too, as long as nothing of it is left.
static_assert(empirical({3, 1, 2, 2}).mean() == 2.0 && empirical({3, 1, 2, 2}).variance() == 0.5);
static_assert(empirical({3, 1, 2}).quantile(0.5) == 2.0 && empirical({3, 1, 2}).support() == std::pair(1.0, 3.0));

// A few observations stand in the belief itself, so that it can be a constant: of numbers, quantities and dates, alone or in
// a mixture, truncated, copied.
inline constexpr auto few = empirical({50, 20, 40, 10, 30});
static_assert(few.quantile(0.8) == 40.0 && few.cdf(40.0) == 0.8 && few.quantile_upper(few.survival(40.0)) == 40.0);
static_assert(few.observation_count() == 5 && few.observation(0) == 10.0 && few.observation(3) == 40.0);
inline constexpr auto eight = empirical({8, 7, 6, 5, 4, 3, 2, 1});
static_assert(eight.observation(6) == 7.0 && eight.quantile(0.5) == 4.0 && eight.mean() == 4.5);
inline constexpr auto copy_of_eight = eight;
static_assert(copy_of_eight == eight && copy_of_eight != few && eight.draw(0.76) == 7.0);
inline constexpr auto spans = empirical({3.0 * year, 1.0 * year});
static_assert(spans.mean() == 2.0 * year);
inline constexpr auto days = empirical({2027y / 1 / 3, 2027y / 1 / 1});
static_assert(days.median() == date(2027y / 1 / 1));
inline constexpr auto partly = mixture({few, 1}, {uniform(0, 100), 1});
static_assert(partly.component(0) == few && partly.quantile(partly.cdf(40.0)) == 40.0);
inline constexpr auto cut = truncated(few, 15, 45);
static_assert(cut == empirical({20, 30, 40}));

}  // namespace

TEST_CASE("the distribution is the share of the observations") {
    const auto b = empirical(std::vector{3.0, 1.0, 2.0, 2.0});
    CHECK(b.shape() == belief_shape::empirical);
    CHECK((b.cdf(0.9) == 0.0 && b.cdf(1.0) == 0.25 && b.cdf(1.9) == 0.25 && b.cdf(2.0) == 0.75 && b.cdf(3.0) == 1.0));
    CHECK((b.survival(1.0) == 0.75 && b.survival(3.0) == 0.0 && b.mass(2.0) == 0.5));
    CHECK((b.quantile(0.0) == 1.0 && b.quantile(0.25) == 1.0 && b.quantile(0.26) == 2.0 && b.quantile(0.75) == 2.0));
    CHECK((b.quantile(0.76) == 3.0 && b.quantile(1.0) == 3.0));
    CHECK((b.quantile_upper(0.25) == 2.0 && b.quantile_upper(0.24) == 3.0 && b.quantile_upper(1e-300) == 3.0));
    CHECK(b.observation_count() == 4);
    CHECK((b.observation(0) == 1.0 && b.observation(3) == 3.0));
    CHECK(b == empirical({2, 3, 2, 1}));
    CHECK(b != empirical({2, 3, 1}));
    CHECK(b != empirical({2, 3, 3, 1}));
}

TEST_CASE("every share of n observations finds its observation") {
    for (const int n : {1, 2, 3, 7, 10, 49, 1000}) {
        std::vector<double> data;
        for (int i = 0; i < n; ++i) data.push_back((i * 617) % n);
        const auto b = empirical(data);
        for (int i = 0; i < n; ++i) {
            CHECK(b.quantile((i + 0.5) / n) == b.observation(static_cast<std::size_t>(i)));
            CHECK_THAT(b.cdf(b.observation(static_cast<std::size_t>(i))), WithinRel((i + 1.0) / n, 1e-15));
        }
    }
}

TEST_CASE("the least observation whose distribution function reaches p, at every one from either tail") {
    CHECK(empirical({10, 20, 30, 40, 50}).quantile(0.8) == 40.0);
    std::vector<double> hundred;
    for (int i = 1; i <= 100; ++i) hundred.push_back(i);
    const auto percentiles = empirical(hundred);
    for (int k = 1; k <= 100; ++k) CHECK(percentiles.quantile(k / 100.0) == k);
    for (int n = 1; n <= 300; ++n) {
        std::vector<double> data;
        for (int i = 0; i < n; ++i) data.push_back(i - 17.5);
        const auto b = empirical(data);
        int wrong = 0;
        for (const double x : data) {
            wrong += b.quantile(b.cdf(x)) != x || b.quantile_upper(b.survival(x)) != x || b.draw(b.cdf(x)) != x;
            if (b.cdf(x) < 1.0) wrong += b.quantile(std::nextafter(b.cdf(x), 1.0)) != x + 1.0;
            if (b.survival(x) > 0.0) wrong += b.quantile_upper(std::nextafter(b.survival(x), 0.0)) != x + 1.0;
        }
        CHECK(wrong == 0);
        CHECK((b.quantile(0.0) == data.front() && b.quantile_upper(1.0) == data.front()));
        CHECK((b.quantile(1.0) == data.back() && b.quantile_upper(0.0) == data.back()));
    }
}

TEST_CASE("any container of numbers, quantities or dates") {
    CHECK(empirical(std::list<int>{3, 1, 2}) == empirical({1, 2, 3}));
    const float raw[] = {1.5F, 0.5F};
    CHECK(empirical(raw).mean() == 1.0);
    CHECK(empirical(std::array{3.0 * usd, 1.0 * usd}).mean() == 2.0 * usd);
    CHECK(empirical({date(2027y / 1 / 1), date(2027y / 1 / 3)}).mean() == date(2027y / 1 / 2));
    CHECK(empirical({2027y / 1 / 1, 2027y / 1 / 3}).stddev() == 1.0 * day);
    CHECK(empirical(std::vector{std::chrono::days{1}, std::chrono::days{3}}).mean() == 2.0 * day);
}

TEST_CASE("a large common part costs no digits") {
    std::vector<double> data;
    for (int i = 0; i < 1001; ++i) data.push_back(1e12 + i * 0.001953125);
    CHECK_THAT(empirical(data).variance(), WithinRel((1001.0 * 1001.0 - 1.0) / 12.0 * 0.001953125 * 0.001953125, 1e-13));
}

TEST_CASE("a million observations are sorted in reasonable steps") {
    std::vector<double> data(1'000'000);
    for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<double>(i * std::uint64_t{7919} % data.size());
    const auto b = empirical(data);
    const auto copy = b;
    CHECK(copy.quantile(0.25) == 249'999.0);
    CHECK(copy == b);
}

TEST_CASE("no data, or data that are none, are refused") {
    const auto refuses = [](auto make, const std::string& words) {
        CHECK_THROWS_MATCHES(make(), std::domain_error, MessageMatches(ContainsSubstring(words)));
    };
    refuses([] { return empirical(std::vector<double>()); }, "empirical: the number of observations must be at least one");
    refuses([] { return empirical({1.0, std::numeric_limits<double>::quiet_NaN()}); },
            "empirical: every observation must be a finite number, got nan");
    refuses([] { return empirical({1.0, std::numeric_limits<double>::infinity()}); }, "every observation must be a finite number");
    refuses([] { return empirical({date(), date::never()}); }, "every observation must be a finite number");
}
