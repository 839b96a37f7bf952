// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/first_time.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/accelerating.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/bass.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/series.hpp>
#include <headway/trend/steps.hpp>

#include <cstdint>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto decade = hw::between(2020y / 1 / 1, 2030y / 1 / 1);
constexpr auto falling = hw::exponential(start_date, 100.0, hw::falls_by_factor(4.0, year));
constexpr auto growing = hw::exponential(start_date, 10.0, hw::grows_by_factor(4.0, year));
constexpr auto opaque = [](const auto& trend) { return hw::as_trend([trend](const auto& t) { return trend(t); }); };
constexpr bool near(hw::date a, hw::date b) { return hw::abs(a - b) < 1e-6 * second; }

// A quota of 50 000 chips that grows by half a year against a demand of 60 000 that grows by a fifth: it binds from the
// first day on, until 2026-10-26.
constexpr auto quota = hw::exponential(2026y / 1 / 1, 50'000.0 * chip, hw::grows_by_factor(1.5, year));
constexpr auto demand = hw::exponential(2026y / 1 / 1, 60'000.0 * chip, hw::grows_by_factor(1.2, year));
constexpr auto asked = hw::between(2026y / 1 / 1, 2036y / 1 / 1);
static_assert(hw::first_at_most(quota, demand, asked) == asked.first);
static_assert(hw::first_at_most(opaque(quota), demand, asked) == asked.first);
constexpr auto lets_go = hw::crossing(quota, demand, asked, hw::direction::rising);
static_assert(std::chrono::year_month_day(lets_go) == 2026y / 10 / 26);
static_assert(hw::first_at_least(quota, demand, asked) == lets_go);
static_assert(hw::crossing(quota, demand, asked, hw::direction::falling).is_never());

// Not yet so, already so, never so; against an amount and a trend, in closed form and searched.
constexpr bool both(const auto& a, const auto& b, const auto& where, hw::date least, hw::date most) {
    return near(hw::first_at_least(a, b, where), least) && near(hw::first_at_least(opaque(a), b, where), least) &&
           near(hw::first_at_most(a, b, where), most) && near(hw::first_at_most(opaque(a), b, where), most);
}
constexpr bool near_or_never(hw::date a, hw::date b) { return (a.is_never() && b.is_never()) || near(a, b); }
static_assert(near(hw::first_at_most(falling, 25.0, decade), start_date + year));
static_assert(near(hw::first_at_most(opaque(falling), 25.0, decade), start_date + year));
static_assert(both(falling, 25.0, decade, decade.first, start_date + year));
static_assert(both(growing, 40.0, decade, start_date + year, decade.first));
static_assert(both(falling, growing, decade, decade.first,
                   hw::crossing(falling, growing, decade, hw::direction::either)));
static_assert(hw::first_at_least(falling, 100.0, hw::between(2025y / 1 / 1, 2030y / 1 / 1)).is_never());
static_assert(hw::first_at_most(falling, 1e-9, decade).is_never());
static_assert(hw::first_at_most(falling, -1.0, decade).is_never());
static_assert(hw::first_at_least(falling, -1.0, decade) == decade.first);
static_assert(hw::first_at_least(growing, falling, hw::between(2020y / 1 / 1, 2021y / 1 / 1)).is_never());

// Ends of the window: equal there is so; also in a window of one date.
constexpr auto one_date = hw::between(start_date, start_date);
static_assert(both(falling, 100.0, one_date, start_date, start_date));
static_assert(both(falling, 10.0 * growing, one_date, start_date, start_date));
static_assert(both(falling, hw::exponential(start_date, 100.0, growing.growth()), one_date, start_date, start_date));
constexpr auto from_start = hw::between(start_date, start_date + year);
static_assert(both(falling, 100.0, from_start, start_date, start_date));
static_assert(both(falling, 10.0 * growing, from_start, start_date, start_date));
static_assert(both(falling, hw::exponential(start_date, 100.0, growing.growth()), from_start, start_date, start_date));
constexpr auto until_start = hw::between(2020y / 1 / 1, start_date);
static_assert(both(falling, 100.0, until_start, until_start.first, start_date));
// Equal all along, and of two that overflow the one that is above.
static_assert(both(falling, falling, decade, decade.first, decade.first));
static_assert(both(hw::constant(5.0), 5.0, decade, decade.first, decade.first));
static_assert(hw::first_at_least(hw::exponential(start_date, 5.0, hw::growth()), 5.0, decade) == decade.first);
constexpr auto far = hw::between(start_date + 4000.0 * year, start_date + 4001.0 * year);
constexpr auto twice = hw::exponential(start_date, 2.0 * growing.value_at_start(), growing.growth());
static_assert(hw::first_at_least(growing, twice, far).is_never());
static_assert(hw::first_at_most(growing, twice, far) == far.first);

// Next to the greatest number.
static_assert(hw::first_at_least(opaque(hw::constant(1e308)), 5.0, decade) == decade.first);
static_assert(hw::first_at_most(opaque(hw::constant(-1e308)), 5.0, decade) == decade.first);
static_assert(hw::first_at_most(opaque(hw::constant(1e308)), 5.0, decade).is_never());

// Jumps: the date of the jump; plateaus on the level; a pulse far shorter than the intervals of the scan.
constexpr auto jumps = hw::steps(1.0, hw::point(2027y / 7 / 1, 3.0), hw::point(2027y / 7 / 2, 1.0));
static_assert(hw::first_at_least(jumps, 2.0, decade) == hw::date(2027y / 7 / 1));
static_assert(hw::first_at_least(jumps, 3.0, decade) == hw::date(2027y / 7 / 1));
static_assert(hw::first_at_least(jumps, 3.5, decade).is_never());
static_assert(hw::first_at_least(jumps, 1.0, decade) == decade.first);
static_assert(hw::first_at_most(jumps, 1.0, decade) == decade.first);
static_assert(hw::first_at_most(jumps, 1.0, hw::between(2027y / 7 / 1, 2030y / 1 / 1)) == hw::date(2027y / 7 / 2));
static_assert(near(hw::first_at_least(hw::capped(growing, 20.0), 20.0, decade), start_date + 0.5 * year));
static_assert(hw::first_at_least(hw::constant(2.0), jumps, hw::between(2027y / 7 / 1, 2030y / 1 / 1)) ==
              hw::date(2027y / 7 / 2));

// Zero before a launch: zero is so from the start, and anything above only after it.
constexpr auto adopted = hw::bass(start_date, 100.0, 0.03 / year, 0.4 / year);
static_assert(hw::first_at_least(adopted, 0.0, decade) == decade.first);
static_assert(hw::first_at_most(adopted, 0.0, decade) == decade.first);
static_assert(near(hw::first_at_least(adopted, 10.0, decade), adopted.reaches(10.0)));
static_assert(hw::first_at_most(adopted, 10.0, hw::between(2028y / 1 / 1, 2030y / 1 / 1)).is_never());

// Trends that end inside the window: nothing is asked of them after what is sought.
constexpr auto faster = hw::accelerating(start_date, 100.0, 6.0 * month, 0.1);
static_assert(near(hw::first_at_least(faster, 1e12, hw::between(start_date, start_date + 50.0 * year)),
                   faster.reaches(1e12)));
constexpr auto data =
    hw::series(hw::interpolation::linear, hw::point(2020y / 1 / 1, 0.0), hw::point(2022y / 1 / 1, 8.0));
static_assert(hw::first_at_least(data, 4.0, decade) < hw::date(2021y / 1 / 3));

std::uint64_t state = 7;
double uniform(double low, double high) {  // splitmix64
    std::uint64_t z = (state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return low + (high - low) * static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

TEST_CASE("first_at_least: a bill that is already below the budget is affordable from the first day on") {
    int already = 0;
    for (int i = 0; i < 500; ++i) {
        const auto bill = hw::exponential(start_date, uniform(1.0, 9.0), hw::falls_by_factor(uniform(1.1, 3.0), year));
        const auto when = hw::first_at_most(bill, 7.0, hw::between(start_date, after_years(30.0)));
        const auto searched = hw::first_at_most(opaque(bill), 7.0, hw::between(start_date, after_years(30.0)));
        CHECK(near(when, searched));
        if (bill.value_at_start() <= 7.0) {
            ++already;
            CHECK(when == start_date);
        } else {
            CHECK(when == bill.reaches(7.0));
        }
    }
    CHECK(already > 300);
}

TEST_CASE("first_at_least: exponentials of other starts that are one are equal on any date, whatever their last bit") {
    const auto doubling = hw::grows_by_factor(2.0, year);
    const auto later = hw::exponential(after_years(3.0), 8.0, doubling);
    const auto earlier = hw::exponential(start_date, 1.0, doubling);
    int differ = 0;
    for (int i = 0; i < 100; ++i) {
        const hw::date first = after_years(0.37 * i);
        const auto where = hw::between(first, first + 0.2 * year);
        differ += later(first) == earlier(first) ? 0 : 1;
        CHECK(hw::first_at_least(later, earlier, where) == first);
        CHECK(hw::first_at_most(later, earlier, where) == first);
    }
    CHECK(differ > 0);
}

TEST_CASE("first_at_least: it is so on the date and on no date before it") {
    for (int i = 0; i < 1000; ++i) {
        const double level = uniform(-1.2, 1.2);
        const double period = uniform(2.0, 9.0);
        const double shift = uniform(0.0, 10.0);
        const auto wave = hw::as_trend([=](const auto& t) {
            // A triangle wave between -1 and 1.
            const auto x = ((t - start_date).in(year) + shift) / period;
            return 4.0 * hw::abs(x - hw::floor(x) - 0.5) - 1.0;
        });
        const auto where = hw::between(start_date, after_years(10.0));
        const auto least = hw::first_at_least(wave, level, where);
        const auto most = hw::first_at_most(wave, level, where);
        INFO("level " << level << ", period " << period << ", shift " << shift);
        CHECK((least == start_date || most == start_date));
        hw::date brute = hw::date::never();
        const bool starts_above = wave(start_date) >= level;
        for (int k = 0; k <= 100'000 && brute.is_never(); ++k) {
            const hw::date t = after_years(k * 1e-4);
            if (starts_above ? wave(t) <= level : wave(t) >= level) brute = t;
        }
        const hw::date other = starts_above ? most : least;
        if (brute.is_never()) {
            // A peak between the scan's dates may be above for a short while only.
            if (!other.is_never()) CHECK(hw::abs(wave(other) - level) < 1e-6);
        } else if (period * (1.0 - hw::abs(level)) / 2.0 > 10.0 / 128.0) {
            // Its peaks are above (or below) for longer than an interval of the scan.
            CHECK(other <= brute);
            CHECK((brute - other) <= 1.001e-4 * year);
            const auto rises =
                hw::crossing(wave, level, where, starts_above ? hw::direction::falling : hw::direction::rising);
            CHECK(rises == other);
        }
    }
}

TEST_CASE("first_at_least: every number type gives the same, with the gradient of the crossing") {
    const auto found = [](auto factor, const auto& hide) {
        const auto trend = hide(hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year)));
        return hw::first_at_most(trend, 5.0, hw::between(start_date, after_years(20.0))).seconds_since_1970();
    };
    check_number_types([&](auto factor) { return found(factor, [](const auto& t) { return t; }); }, 2.0, 8.0);
    check_number_types([&](auto factor) { return found(factor, opaque); }, 2.0, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 10.0, hw::grows_by_factor(factor, year));
            return hw::first_at_least(trend, falling, decade).seconds_since_1970();
        },
        2.0, 8.0);
    check_number_types(
        [&](auto ceiling) {
            const auto curve = hw::logistic(ceiling, start_date, 0.8 / year);
            return hw::first_at_least(opaque(curve), 1.0, decade).seconds_since_1970();
        },
        1.5, 3.0, 1e-5);
    // Where it is already so, the date is the window's: its derivative is the window's own.
    using dual = hw::dual<2>;
    const auto trend = hw::exponential(start_date, dual::variable(100.0, 0), hw::falls_by_factor(4.0, year));
    const auto fixed = hw::between(after_years(3.0), after_years(9.0));
    const auto moving = hw::between(after_years(dual::variable(3.0, 1)), after_years(9.0));
    for (const auto& gradient : {hw::first_at_most(trend, 50.0, fixed).seconds_since_1970().gradient,
                                 hw::first_at_most(opaque(trend), 50.0, fixed).seconds_since_1970().gradient}) {
        CHECK(gradient == std::array{0.0, 0.0});
    }
    for (const auto& gradient : {hw::first_at_most(trend, 50.0, moving).seconds_since_1970().gradient,
                                 hw::first_at_most(opaque(trend), 50.0, moving).seconds_since_1970().gradient}) {
        CHECK(gradient == std::array{0.0, (1.0 * year).base_value()});
    }
}

TEST_CASE("first_at_least: draws that are already so, that come to it and that never do, in one block") {
    const auto start_value = hw::batch::generate([](int i) { return 1.0 + 0.25 * i; });
    const auto trend = hw::exponential(start_date, start_value, hw::falls_by_factor(1.5, year));
    const auto where = hw::between(start_date, after_years(2.0));
    const auto closed = hw::first_at_most(trend, 4.0, where).seconds_since_1970();
    const auto searched = hw::first_at_most(opaque(trend), 4.0, where).seconds_since_1970();
    int already = 0;
    int never = 0;
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = hw::exponential(start_date, 1.0 + 0.25 * i, hw::falls_by_factor(1.5, year));
        CHECK(hw::value_at(closed, i) == hw::first_at_most(alone, 4.0, where).seconds_since_1970());
        CHECK(hw::value_at(searched, i) == hw::first_at_most(opaque(alone), 4.0, where).seconds_since_1970());
        CHECK(near_or_never(hw::date::from_seconds_since_1970(hw::value_at(closed, i)),
                            hw::date::from_seconds_since_1970(hw::value_at(searched, i))));
        already += hw::value_at(closed, i) == start_date.seconds_since_1970();
        never += hw::value_at(closed, i) == __builtin_huge_val();
    }
    CHECK(already == 13);
    CHECK(never > 10);
    CHECK(already + never < hw::batch::size);
}

TEST_CASE("first_at_least: bad input") {
    const auto broken = hw::as_trend([](const auto& t) { return hw::log((t - start_date).in(year)); });
    CHECK_THROWS_WITH(hw::first_at_least(broken, 1.0, decade),
                      StartsWith("first_at_least: no difference to compare at 2020-01-01"));
    CHECK_THROWS_WITH(hw::first_at_most(broken, 1.0, decade),
                      StartsWith("first_at_most: no difference to compare at 2020-01-01"));
    CHECK_THROWS_WITH(hw::first_at_most(falling, __builtin_nan(""), decade),
                      StartsWith("first_at_most: level must be a finite number"));
    CHECK_THROWS_WITH(hw::first_at_least(data, 9.0, decade), StartsWith("series: no value on 2022"));
    // The draw without a value is not the first.
    const auto partly = hw::as_trend([](const auto& t) {
        return hw::log((hw::basic_date<hw::batch>(t) - hw::date(2025y / 1 / 1)).in(year) +
                       hw::batch::generate([](int i) { return i == 5 ? 3.0 : 100.0; }));
    });
    CHECK_THROWS_WITH(hw::first_at_least(partly, 100.0, decade),
                      StartsWith("first_at_least: no difference to compare at 2020"));
}

TEST_CASE("first_time: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::first_at_least(falling, x, decade); }, {1.0, -1.0, 0.0}, {nan, inf});
    check_refusals([&](const auto& x) { return hw::first_at_most(falling, x, decade); }, {1.0, -1.0, 0.0}, {nan, inf});
}

}  // namespace
