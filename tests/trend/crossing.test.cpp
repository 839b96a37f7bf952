// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/crossing.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/steps.hpp>

#include <cstdint>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto decade = hw::between(2020y / 1 / 1, 2030y / 1 / 1);
constexpr auto falling = hw::exponential(start_date, 100.0 * million_usd, hw::falls_by_factor(4.0, year));
constexpr auto growing = hw::exponential(start_date, 10.0 * million_usd, hw::grows_by_factor(4.0, year));
// The same curve without its closed form.
constexpr auto opaque = [](const auto& trend) { return hw::as_trend([trend](const auto& t) { return trend(t); }); };

constexpr bool near(hw::date a, hw::date b) { return hw::abs(a - b) < 1e-6 * second; }

// Closed form and search agree, both in constant expressions; either order of the trends.
static_assert(near(hw::crossing(falling, 5.0 * million_usd, decade), falling.reaches(5.0 * million_usd)));
static_assert(near(hw::crossing(opaque(falling), 5.0 * million_usd, decade), falling.reaches(5.0 * million_usd)));
static_assert(near(hw::crossing(falling, growing, decade), hw::crossing(opaque(falling), growing, decade)));
static_assert(near(hw::crossing(growing, falling, decade), hw::crossing(falling, growing, decade)));
static_assert(near(hw::crossing(falling, growing, decade), (falling / growing).reaches(1.0)));
// A callable that is not wrapped will do.
static_assert(near(hw::crossing([](const auto& t) { return falling(t); }, growing, decade),
                   hw::crossing(falling, growing, decade)));
// Nothing in the window.
static_assert(hw::crossing(falling, 1.0 * usd, decade).is_never());
static_assert(hw::crossing(opaque(falling), 1.0 * usd, decade).is_never());
static_assert(hw::crossing(falling, growing, hw::between(2026y / 1 / 1, 2030y / 1 / 1)).is_never());
static_assert(hw::crossing(falling, -1.0 * usd, decade).is_never());
static_assert(hw::crossing(falling, 2.0 * falling(start_date) * 1e9, decade).is_never());
// The ends count, also of a window of one date.
static_assert(hw::crossing(falling, 100.0 * million_usd, hw::between(start_date, start_date)) == start_date);
static_assert(hw::crossing(opaque(falling), 100.0 * million_usd, hw::between(start_date, start_date)) == start_date);
static_assert(hw::crossing(opaque(falling), falling(2030y / 1 / 1), decade) == hw::date(2030y / 1 / 1));
static_assert(hw::crossing(falling, falling(2030y / 1 / 1), decade) == hw::date(2030y / 1 / 1));
// Equal all along: from the first date on.
static_assert(hw::crossing(falling, falling, decade) == decade.first);
static_assert(hw::crossing(opaque(falling), falling, decade) == decade.first);
static_assert(hw::crossing(hw::exponential(start_date, 5.0, hw::growth()), 5.0, decade) == decade.first);
static_assert(hw::crossing(hw::constant(5.0), 5.0, decade) == decade.first);
static_assert(hw::crossing(hw::constant(5.0), 4.0, decade).is_never());
// Parallel curves never meet.
static_assert(hw::crossing(falling, 2.0 * falling, decade).is_never());
static_assert(hw::crossing(falling, hw::exponential(start_date, 1.0 * usd, falling.growth()), decade).is_never());

// A jump across the level is met on the day of the jump.
constexpr auto jump = hw::steps(1.0 * usd, hw::point(2027y / 7 / 1, 3.0 * usd));
static_assert(hw::crossing(jump, 2.0 * usd, decade) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(jump, 3.0 * usd, decade) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(jump, 1.0 * usd, decade) == decade.first);

std::uint64_t state = 1;
double uniform(double low, double high) {  // splitmix64
    std::uint64_t z = (state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return low + (high - low) * static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

TEST_CASE("crossing: a crossing without closed form") {
    const auto line = hw::as_trend([](const auto& t) { return (10.0 + 3.0 * (t - start_date).in(year)) * million_usd; });
    const auto met = hw::crossing(falling, line, decade);
    CHECK_THAT((met - start_date).in(year), WithinRel(reference::trend::meets_line, 1e-14));
    CHECK(hw::crossing(line, falling, decade) == met);
}

TEST_CASE("crossing: a monotone trend is never missed, and met to the last digit") {
    for (int i = 0; i < 2000; ++i) {
        const hw::date first = start_date + uniform(-20.0, 20.0) * year;
        const auto where = hw::between(first, first + hw::exp(uniform(-12.0, 4.0)) * year);
        const hw::date middle = first + (where.last - first) * uniform(0.0, 1.0);
        // Flat far away, steep at the middle: the crossing may fit between any two points of a scan.
        const double steepness = hw::exp(uniform(0.0, 14.0));
        const double sign = i % 2 == 0 ? 1.0 : -1.0;
        const auto trend = hw::as_trend([=](const auto& t) {
            const auto x = (t - middle) / (where.last - first) * steepness;
            return sign * x / (1.0 + hw::abs(x));
        });
        const auto met = hw::crossing(trend, 0.0, where);
        const double tolerance = 1e-12 * hw::abs(middle.seconds_since_1970()) + 1e-9;
        CHECK_THAT(met.seconds_since_1970(), WithinAbs(middle.seconds_since_1970(), tolerance));
        CHECK((met >= where.first && met <= where.last));
    }
}

TEST_CASE("crossing: the first of several") {
    const auto saw = hw::as_trend([](const auto& t) {
        const auto x = (t - start_date).in(year);
        return x * (x - 1.0) * (x - 2.0);
    });
    CHECK_THAT((hw::crossing(saw, 0.0, hw::between(after_years(0.5), after_years(5.0))) - start_date).in(year),
               WithinRel(1.0, 1e-12));
}

TEST_CASE("crossing: every number type gives the same") {
    const auto found = [](auto factor, const auto& hide) {
        const auto trend = hide(hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year)));
        return hw::crossing(trend, 5.0, hw::between(start_date, after_years(20.0))).seconds_since_1970();
    };
    check_number_types([&](auto factor) { return found(factor, [](const auto& t) { return t; }); }, 2.0, 8.0);
    check_number_types([&](auto factor) { return found(factor, opaque); }, 2.0, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 10.0 * million_usd, hw::grows_by_factor(factor, year));
            return hw::crossing(falling, trend, decade).seconds_since_1970();
        },
        2.0, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 10.0 * million_usd, hw::grows_by_factor(factor, year));
            return hw::crossing(opaque(falling), opaque(trend), decade).seconds_since_1970();
        },
        2.0, 8.0);
    check_number_types(
        [&](auto ceiling) {
            const auto curve = hw::logistic(ceiling, start_date, 0.8 / year);
            return hw::crossing(curve, 1.0, decade).seconds_since_1970();
        },
        1.5, 3.0, 1e-5);
}

TEST_CASE("crossing: the gradient at a jump is that of the date of the jump") {
    using dual = hw::dual<2>;
    const auto when = hw::basic_date<dual>(start_date) + dual::variable(86400.0, 1) * second;
    const auto trend = hw::steps(1.0, hw::point(when, dual(3.0)));
    const auto met = hw::crossing(trend, 2.0, decade).seconds_since_1970();
    CHECK(met.value == (start_date + day).seconds_since_1970());
    CHECK(met.gradient[0] == 0.0);
    CHECK(met.gradient[1] == 1.0);
}

TEST_CASE("crossing: some draws meet, others never") {
    const auto factor = hw::batch::generate([](int i) { return 1.0 + 0.02 * i; });
    const auto trend = hw::exponential(start_date, 1.0, hw::grows_by_factor(factor, year));
    const auto closed = hw::crossing(trend, 5.0, decade).seconds_since_1970();
    const auto searched = hw::crossing(opaque(trend), 5.0, decade).seconds_since_1970();
    int met = 0;
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto never = hw::date::never().seconds_since_1970();
        CHECK((hw::value_at(closed, i) == never) == (hw::value_at(searched, i) == never));
        met += hw::value_at(closed, i) != never;
    }
    CHECK(met > 20);
    CHECK(met < 60);
}

TEST_CASE("crossing: bad input") {
    CHECK_THROWS_WITH(hw::between(2030y / 1 / 1, 2020y / 1 / 1),
                      "between: the last date must not be before the first (2030-01-01), got 2020-01-01");
    CHECK_THROWS_WITH(hw::between(2030y / 1 / 1, hw::date::never()),
                      "between: last must be a date in the calendar, got never");
    const auto broken = hw::as_trend([](const auto& t) { return hw::log((t - start_date).in(year)); });
    CHECK_THROWS_WITH(hw::crossing(broken, 1.0, decade), StartsWith("crossing: no difference to compare at 2020-01-01"));
    CHECK_THROWS_WITH(hw::crossing(falling, __builtin_nan("") * usd, decade),
                      StartsWith("crossing: level must be a finite number"));
    const auto partly = hw::as_trend([](const auto& t) {
        return hw::log((hw::basic_date<hw::batch>(t) - hw::date(2029y / 1 / 1)).in(year) +
                       hw::batch::generate([](int i) { return i == 5 ? 3.0 : 100.0; }));
    });
    CHECK_THROWS_WITH(hw::crossing(partly, 100.0, decade), ContainsSubstring("2020-01-01"));
}

}  // namespace
