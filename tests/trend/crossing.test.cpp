// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/crossing.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/piecewise.hpp>
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
static_assert(near(hw::crossing(falling, 5.0 * million_usd, decade, hw::direction::either), falling.reaches(5.0 * million_usd)));
static_assert(near(hw::crossing(opaque(falling), 5.0 * million_usd, decade, hw::direction::either), falling.reaches(5.0 * million_usd)));
static_assert(near(hw::crossing(falling, growing, decade, hw::direction::either), hw::crossing(opaque(falling), growing, decade, hw::direction::either)));
static_assert(near(hw::crossing(growing, falling, decade, hw::direction::either), hw::crossing(falling, growing, decade, hw::direction::either)));
static_assert(near(hw::crossing(falling, growing, decade, hw::direction::either), (falling / growing).reaches(1.0)));
// A callable that is not wrapped will do.
static_assert(near(hw::crossing([](const auto& t) { return falling(t); }, growing, decade, hw::direction::either),
                   hw::crossing(falling, growing, decade, hw::direction::either)));
// Nothing in the window.
static_assert(hw::crossing(falling, 1.0 * usd, decade, hw::direction::either).is_never());
static_assert(hw::crossing(opaque(falling), 1.0 * usd, decade, hw::direction::either).is_never());
static_assert(hw::crossing(falling, growing, hw::between(2026y / 1 / 1, 2030y / 1 / 1), hw::direction::either).is_never());
static_assert(hw::crossing(falling, -1.0 * usd, decade, hw::direction::either).is_never());
static_assert(hw::crossing(falling, 2.0 * falling(start_date) * 1e9, decade, hw::direction::either).is_never());
// The ends count, also of a window of one date.
static_assert(hw::crossing(falling, 100.0 * million_usd, hw::between(start_date, start_date), hw::direction::either) == start_date);
static_assert(hw::crossing(opaque(falling), 100.0 * million_usd, hw::between(start_date, start_date), hw::direction::either) == start_date);
static_assert(hw::crossing(opaque(falling), falling(2030y / 1 / 1), decade, hw::direction::either) == hw::date(2030y / 1 / 1));
static_assert(hw::crossing(falling, falling(2030y / 1 / 1), decade, hw::direction::either) == hw::date(2030y / 1 / 1));
// Equal all along: from the first date on.
static_assert(hw::crossing(falling, falling, decade, hw::direction::either) == decade.first);
static_assert(hw::crossing(opaque(falling), falling, decade, hw::direction::either) == decade.first);
static_assert(hw::crossing(hw::exponential(start_date, 5.0, hw::growth()), 5.0, decade, hw::direction::either) == decade.first);
static_assert(hw::crossing(hw::constant(5.0), 5.0, decade, hw::direction::either) == decade.first);
static_assert(hw::crossing(hw::constant(5.0), 4.0, decade, hw::direction::either).is_never());
// Parallel curves never meet.
static_assert(hw::crossing(falling, 2.0 * falling, decade, hw::direction::either).is_never());
static_assert(hw::crossing(falling, hw::exponential(start_date, 1.0 * usd, falling.growth()), decade, hw::direction::either).is_never());

// A jump across the level is met on the day of the jump.
constexpr auto jump = hw::steps(1.0 * usd, hw::point(2027y / 7 / 1, 3.0 * usd));
static_assert(hw::crossing(jump, 2.0 * usd, decade, hw::direction::either) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(jump, 3.0 * usd, decade, hw::direction::either) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(jump, 1.0 * usd, decade, hw::direction::either) == decade.first);

// Each direction by itself: a falling trend does not rise across anything.
static_assert(near(hw::crossing(falling, 5.0 * million_usd, decade, hw::direction::falling), falling.reaches(5.0 * million_usd)));
static_assert(hw::crossing(falling, 5.0 * million_usd, decade, hw::direction::rising).is_never());
static_assert(hw::crossing(opaque(falling), 5.0 * million_usd, decade, hw::direction::rising).is_never());
static_assert(hw::crossing(falling, growing, decade, hw::direction::rising).is_never());
static_assert(hw::crossing(growing, falling, decade, hw::direction::rising) ==
              hw::crossing(growing, falling, decade, hw::direction::either));
static_assert(hw::crossing(-falling, -5.0 * million_usd, decade, hw::direction::rising) ==
              hw::crossing(falling, 5.0 * million_usd, decade, hw::direction::falling));
// On the target on the first date: it counts in the direction in which the trend goes on, in closed form and searched.
constexpr auto from_start = hw::between(start_date, start_date + year);
constexpr bool only_falls(const auto& trend, const auto& target, const auto& where) {
    return hw::crossing(trend, target, where, hw::direction::falling) == where.first &&
           hw::crossing(trend, target, where, hw::direction::either) == where.first &&
           hw::crossing(trend, target, where, hw::direction::rising).is_never();
}
static_assert(only_falls(falling, 100.0 * million_usd, from_start));
static_assert(only_falls(opaque(falling), 100.0 * million_usd, from_start));
static_assert(only_falls(falling, 10.0 * growing, from_start));
static_assert(only_falls(falling, hw::exponential(start_date, 100.0 * million_usd, growing.growth()), from_start));
static_assert(only_falls(opaque(falling), 10.0 * growing, from_start));
// Nothing can be said of a single date, and what stays equal goes neither way.
constexpr auto one_date = hw::between(start_date, start_date);
static_assert(hw::crossing(falling, 100.0 * million_usd, one_date, hw::direction::falling).is_never());
static_assert(hw::crossing(opaque(falling), 100.0 * million_usd, one_date, hw::direction::falling).is_never());
static_assert(hw::crossing(falling, 10.0 * growing, one_date, hw::direction::falling).is_never());
static_assert(hw::crossing(falling, falling, decade, hw::direction::rising).is_never());
static_assert(hw::crossing(opaque(falling), falling, decade, hw::direction::falling).is_never());
static_assert(hw::crossing(hw::constant(5.0), 5.0, decade, hw::direction::rising).is_never());
// Of two that overflow the values are equal, the trends are not.
constexpr auto far = hw::between(start_date + 4000.0 * year, start_date + 4001.0 * year);
constexpr auto twice = hw::exponential(start_date, 2.0 * growing.value_at_start(), growing.growth());
static_assert(hw::crossing(growing, twice, far, hw::direction::either).is_never());

// A level that is kept is come to when it is first had; what lies on it before a jump leaves it in the jump's direction.
constexpr auto full = hw::capped(growing, 20.0 * million_usd);
static_assert(near(hw::crossing(full, 20.0 * million_usd, decade, hw::direction::rising), start_date + 0.5 * year));
static_assert(hw::crossing(full, 20.0 * million_usd, decade, hw::direction::falling).is_never());
static_assert(hw::crossing(jump, 1.0 * usd, decade, hw::direction::rising) == decade.first);
static_assert(hw::crossing(jump, 1.0 * usd, decade, hw::direction::falling).is_never());

// A pulse far shorter than the scan's intervals is met at both of its ends, because the trend tells of them.
constexpr auto pulse = hw::steps(1.0, hw::point(2027y / 7 / 1, 3.0), hw::point(2027y / 7 / 3, 1.0));
static_assert(hw::crossing(pulse, 2.0, decade, hw::direction::either) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(pulse, 2.0, decade, hw::direction::rising) == hw::date(2027y / 7 / 1));
static_assert(hw::crossing(pulse, 2.0, decade, hw::direction::falling) == hw::date(2027y / 7 / 3));
static_assert(hw::crossing(hw::constant(2.0), pulse, decade, hw::direction::falling) == hw::date(2027y / 7 / 1));
// So is what a piece comes to just before the next one jumps back.
constexpr auto spike = hw::piecewise(hw::constant(1.0), hw::continues_as(2027y / 7 / 1, hw::doubles_every(1.0 * day)),
                                     hw::switches_to(2027y / 7 / 3, hw::constant(1.0)));
static_assert(near(hw::crossing(spike, 2.0, decade, hw::direction::rising), hw::date(2027y / 7 / 2)));
static_assert(hw::crossing(spike, 2.0, decade, hw::direction::falling) == hw::date(2027y / 7 / 3));

std::uint64_t state = 1;
double uniform(double low, double high) {  // splitmix64
    std::uint64_t z = (state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return low + (high - low) * static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

TEST_CASE("crossing: a crossing without closed form") {
    const auto line = hw::as_trend([](const auto& t) { return (10.0 + 3.0 * (t - start_date).in(year)) * million_usd; });
    const auto met = hw::crossing(falling, line, decade, hw::direction::either);
    CHECK_THAT((met - start_date).in(year), WithinRel(reference::trend::meets_line, 1e-14));
    CHECK(hw::crossing(line, falling, decade, hw::direction::either) == met);
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
        const auto met = hw::crossing(trend, 0.0, where, hw::direction::either);
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
    CHECK_THAT((hw::crossing(saw, 0.0, hw::between(after_years(0.5), after_years(5.0)), hw::direction::either) - start_date).in(year),
               WithinRel(1.0, 1e-12));
}

TEST_CASE("crossing: each direction finds its own among several") {
    const auto saw = hw::as_trend([](const auto& t) {
        const auto x = (t - start_date).in(year);
        return x * (x - 1.0) * (x - 2.0);
    });
    const auto found = [&](double first, double last, hw::direction way) {
        return (hw::crossing(saw, 0.0, hw::between(after_years(first), after_years(last)), way) - start_date).in(year);
    };
    CHECK_THAT(found(-1.0, 5.0, hw::direction::rising), WithinAbs(0.0, 1e-12));
    CHECK_THAT(found(-1.0, 5.0, hw::direction::falling), WithinRel(1.0, 1e-12));
    CHECK_THAT(found(0.5, 5.0, hw::direction::rising), WithinRel(2.0, 1e-12));
    CHECK_THAT(found(0.5, 5.0, hw::direction::falling), WithinRel(1.0, 1e-12));
    CHECK(found(1.5, 5.0, hw::direction::falling) == __builtin_huge_val());
    // A window that starts on a crossing: it counts in its own direction; in the other the next one is found.
    CHECK(found(0.0, 5.0, hw::direction::rising) == 0.0);
    CHECK_THAT(found(0.0, 5.0, hw::direction::falling), WithinRel(1.0, 1e-12));
    CHECK(found(1.0, 5.0, hw::direction::falling) == 1.0);
    CHECK_THAT(found(1.0, 5.0, hw::direction::rising), WithinRel(2.0, 1e-12));
    // What touches the target where the search looks has come to it, and from its side only.
    const auto bowl = hw::as_trend([](const auto& t) {
        const auto x = (t - start_date).in(year);
        return (x - 1.0) * (x - 1.0);
    });
    const auto touching = hw::between(start_date, start_date + 2.0 * year);
    CHECK(hw::crossing(bowl, 0.0, touching, hw::direction::falling) == start_date + year);
    CHECK(hw::crossing(bowl, 0.0, touching, hw::direction::rising).is_never());
}

TEST_CASE("crossing: nothing is asked of a trend after what is found, nor for the sake of other draws") {
    const auto growth = hw::batch::generate([](int i) { return 1.0 + 0.5 * i; });
    const auto until = hw::batch::generate([](int i) { return i == 0 ? 20.0 : hw::log(2.0) / hw::log(1.0 + 0.5 * i) + 0.1; });
    // Each draw meets 2 after ln 2 / ln(1 + i / 2) years and has no value from some date after that on.
    const auto mortal = hw::as_trend([&](const auto& t) {
        const hw::basic_date<hw::batch> when = t;
        const auto years = (when - start_date).in(year);
        for (int i = 0; i < hw::batch::size; ++i) {
            if (i > 0 && hw::value_at(years, i) > hw::value_at(until, i)) throw std::domain_error("beyond its end");
        }
        return hw::exp(years * hw::log(growth));
    });
    const auto where = hw::between(start_date, after_years(5.0));
    const auto met = hw::crossing(mortal, 2.0, where, hw::direction::rising).seconds_since_1970();
    for (int i = 0; i < hw::batch::size; ++i) {
        const double expected = hw::log(2.0) / hw::log(1.0 + 0.5 * i);
        INFO(i);
        if (!(expected < 5.0)) {
            CHECK(hw::value_at(met, i) == __builtin_huge_val());
        } else {
            CHECK_THAT((hw::date::from_seconds_since_1970(hw::value_at(met, i)) - start_date).in(year),
                       WithinRel(expected, 1e-12));
        }
    }
}

TEST_CASE("crossing: every number type gives the same") {
    const auto found = [](auto factor, const auto& hide) {
        const auto trend = hide(hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year)));
        return hw::crossing(trend, 5.0, hw::between(start_date, after_years(20.0)), hw::direction::either).seconds_since_1970();
    };
    check_number_types([&](auto factor) { return found(factor, [](const auto& t) { return t; }); }, 2.0, 8.0);
    check_number_types([&](auto factor) { return found(factor, opaque); }, 2.0, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 10.0 * million_usd, hw::grows_by_factor(factor, year));
            return hw::crossing(falling, trend, decade, hw::direction::either).seconds_since_1970();
        },
        2.0, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 10.0 * million_usd, hw::grows_by_factor(factor, year));
            return hw::crossing(opaque(falling), opaque(trend), decade, hw::direction::either).seconds_since_1970();
        },
        2.0, 8.0);
    // Directions, at the start of the window and later.
    check_number_types(
        [&](auto factor) {
            const auto trend = hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year));
            return hw::crossing(trend, 5.0, decade, hw::direction::falling).seconds_since_1970();
        },
        2.5, 8.0);
    check_number_types(
        [&](auto factor) {
            const auto trend = opaque(hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year)));
            return hw::crossing(5.0 / trend, 1.0, decade, hw::direction::rising).seconds_since_1970();
        },
        2.5, 8.0);
    check_number_types(
        [&](auto ceiling) {
            const auto curve = hw::logistic(ceiling, start_date, 0.8 / year);
            return hw::crossing(curve, 1.0, decade, hw::direction::either).seconds_since_1970();
        },
        1.5, 3.0, 1e-5);
}

TEST_CASE("crossing: the gradient at a jump is that of the date of the jump") {
    using dual = hw::dual<2>;
    const auto when = hw::basic_date<dual>(start_date) + dual::variable(86400.0, 1) * second;
    const auto trend = hw::steps(1.0, hw::point(when, dual(3.0)));
    const auto met = hw::crossing(trend, 2.0, decade, hw::direction::either).seconds_since_1970();
    CHECK(met.value == (start_date + day).seconds_since_1970());
    CHECK(met.gradient[0] == 0.0);
    CHECK(met.gradient[1] == 1.0);
}

TEST_CASE("crossing: some draws meet, others never") {
    const auto factor = hw::batch::generate([](int i) { return 1.0 + 0.02 * i; });
    const auto trend = hw::exponential(start_date, 1.0, hw::grows_by_factor(factor, year));
    const auto closed = hw::crossing(trend, 5.0, decade, hw::direction::either).seconds_since_1970();
    const auto searched = hw::crossing(opaque(trend), 5.0, decade, hw::direction::either).seconds_since_1970();
    int met = 0;
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto never = hw::date::never().seconds_since_1970();
        CHECK((hw::value_at(closed, i) == never) == (hw::value_at(searched, i) == never));
        met += hw::value_at(closed, i) != never;
    }
    CHECK(met > 20);
    CHECK(met < 60);
}

TEST_CASE("crossing: on the target from the first date on, each draw goes its own way") {
    // Every third draw stays, the others leave the target at once, one up and one down.
    const auto rate = hw::batch::generate([](int i) { return i % 3 == 0 ? 0.0 : i % 3 == 1 ? 0.5 : -0.5; });
    const auto trend = hw::exponential(start_date, 5.0, hw::grows_by_ooms(rate, year));
    const auto at_once = hw::between(start_date, decade.last);
    const auto rises = hw::crossing(trend, 5.0, at_once, hw::direction::rising).seconds_since_1970();
    const auto falls = hw::crossing(trend, 5.0, at_once, hw::direction::falling).seconds_since_1970();
    const double never = hw::date::never().seconds_since_1970();
    for (int i = 0; i < hw::batch::size; ++i) {
        INFO("draw " << i);
        CHECK(hw::value_at(rises, i) == (i % 3 == 1 ? start_date.seconds_since_1970() : never));
        CHECK(hw::value_at(falls, i) == (i % 3 == 2 ? start_date.seconds_since_1970() : never));
    }
}

TEST_CASE("crossing: bad input") {
    CHECK_THROWS_WITH(hw::between(2030y / 1 / 1, 2020y / 1 / 1),
                      "between: the last date must not be before the first (2030-01-01), got 2020-01-01");
    CHECK_THROWS_WITH(hw::between(2030y / 1 / 1, hw::date::never()),
                      "between: last must be a date in the calendar, got never");
    const auto broken = hw::as_trend([](const auto& t) { return hw::log((t - start_date).in(year)); });
    CHECK_THROWS_WITH(hw::crossing(broken, 1.0, decade, hw::direction::either), StartsWith("crossing: no difference to compare at 2020-01-01"));
    CHECK_THROWS_WITH(hw::crossing(falling, __builtin_nan("") * usd, decade, hw::direction::either),
                      StartsWith("crossing: level must be a finite number"));
    const auto partly = hw::as_trend([](const auto& t) {
        return hw::log((hw::basic_date<hw::batch>(t) - hw::date(2029y / 1 / 1)).in(year) +
                       hw::batch::generate([](int i) { return i == 5 ? 3.0 : 100.0; }));
    });
    CHECK_THROWS_WITH(hw::crossing(partly, 100.0, decade, hw::direction::either), ContainsSubstring("2020-01-01"));
}

TEST_CASE("crossing: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::between(start_date, after_years(x)); }, {0.0, 1.0}, {-1e-9, -1.0, inf});
    check_refusals([&](const auto& x) { return hw::between(after_years(x), start_date); }, {0.0, -1.0}, {1e-9, 1.0});
    check_refusals([&](const auto& x) { return hw::crossing(falling, x * usd, decade, hw::direction::falling); }, {1.0, -1.0, 0.0}, {nan, inf});
}

}  // namespace
