// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/cumulative.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/bass.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/gompertz.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/piecewise.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto rate = hw::exponential(start_date, 100.0 * usd / year, hw::falls_by_factor(4.0, year));
constexpr auto opaque = [](const auto& trend) { return hw::as_trend([trend](const auto& t) { return trend(t); }); };

// Money per time adds up to money; in a constant expression, in closed form and by quadrature.
static_assert(std::same_as<decltype(hw::cumulative(rate, start_date, start_date)), hw::quantity<hw::dim::money>>);
static_assert(hw::cumulative(hw::constant(2.0 * usd / year), start_date, start_date + 3.0 * year) == 6.0 * usd);
static_assert(hw::abs(hw::cumulative(rate, start_date, start_date + year) -
                      hw::cumulative(opaque(rate), start_date, start_date + year)) < 1e-9 * usd);
static_assert(hw::cumulative(opaque(rate), start_date, start_date) == 0.0 * usd);
static_assert(hw::cumulative([](hw::date) { return 1.0; }, start_date, start_date + year) == 1.0 * year);

TEST_CASE("cumulative: golden values, in closed form and by quadrature") {
    const auto a = after_years(-1.0);
    const auto b = after_years(3.0);
    CHECK_THAT(hw::cumulative(rate, a, b).in(usd), WithinRel(reference::trend::exponential_integral, 1e-14));
    CHECK_THAT(hw::cumulative(opaque(rate), a, b).in(usd), WithinRel(reference::trend::exponential_integral, 1e-12));
    const auto logistic = hw::logistic(100.0, after_years(2.0), 0.8 / year);
    CHECK_THAT(hw::cumulative(logistic, a, b).in(year), WithinRel(reference::trend::logistic_integral, 1e-14));
    CHECK_THAT(hw::cumulative(opaque(logistic), a, b).in(year), WithinRel(reference::trend::logistic_integral, 1e-12));
    const auto gompertz = hw::gompertz(100.0, after_years(2.0), 0.8 / year);
    CHECK_THAT(hw::cumulative(gompertz, a, b).in(year), WithinRel(reference::trend::gompertz_integral, 1e-12));
    const auto bass = hw::bass(start_date, 100.0, 0.03 / year, 0.38 / year);
    CHECK_THAT(hw::cumulative(bass, a, b).in(year), WithinRel(reference::trend::bass_integral, 1e-12));
}

TEST_CASE("cumulative: integrals over adjoining spans add up") {
    const auto trend = hw::capped(rate, 80.0 * usd / year);
    const auto a = after_years(-2.0);
    const auto b = after_years(4.0);
    const auto whole = hw::cumulative(trend, a, b);
    for (int i = 0; i <= 12; ++i) {
        const auto cut = after_years(-2.0 + 0.5 * i);
        CHECK_THAT((hw::cumulative(trend, a, cut) + hw::cumulative(trend, cut, b)) / whole, WithinRel(1.0, 1e-9));
    }
}

TEST_CASE("cumulative: quadrature finds a jump that it does not know of") {
    const auto jump = hw::as_trend([](const auto& t) { return hw::select(t >= after_years(1.2345), 3.0, 1.0); });
    CHECK_THAT(hw::cumulative(jump, start_date, after_years(5.0)).in(year), WithinRel(5.0 + 2.0 * (5.0 - 1.2345), 1e-9));
}

// Smooth, and exactly zero outside: exp(-1 / (1 - x^2)) for x from -1 to 1.
using reference::trend::bump_integral;
constexpr auto bump = [](const auto& middle, const auto& width, const auto& height) {
    return [=](const auto& t) {
        const auto x = (t - middle) / (0.5 * width);
        const auto inside = hw::abs(x) < 1.0;
        using number = std::remove_cvref_t<decltype(x * height)>;
        const number safe = hw::select(inside, number(x), number(0.0));
        return hw::select(inside, height * hw::exp(-1.0 / (1.0 - safe * safe)), number(0.0));
    };
};

TEST_CASE("cumulative: a bump of ten days or more in thirty years is integrated, wherever it is") {
    const auto last = after_years(30.0);
    for (const double days : {10.0, 14.0, 30.0, 90.0, 400.0}) {
        for (int i = 0; i < 60; ++i) {
            const double years = 0.6 + 28.7 * i / 59.0 + 0.0001 * i * i / 59.0;
            INFO(days << " days, after " << years << " years");
            const auto one = bump(after_years(years), days * day, 3.0);
            CHECK_THAT(hw::cumulative(one, start_date, last).in(day), WithinRel(1.5 * bump_integral * days, 1e-10));
            const auto bell = [&](const auto& t) {
                const auto x = (t - after_years(years)).in(day) / days;
                return hw::exp(-0.5 * x * x);
            };
            constexpr double root_two_pi = 2.50662827463100050241577;
            if (years > 9.0 && years < 20.0) {
                CHECK_THAT(hw::cumulative(bell, start_date, last).in(day), WithinRel(root_two_pi * days, 1e-10));
            }
        }
    }
    // Beside something large, next to an end, and two of them.
    const auto small = bump(after_years(17.3), 10.0 * day, 1.0);
    const auto both = [&](const auto& t) { return 1.0 + small(t); };
    CHECK_THAT(hw::cumulative(both, start_date, last).in(day) - (last - start_date).in(day),
               WithinAbs(5.0 * bump_integral, 1e-10 * 11'000.0));
    const auto early = bump(start_date + 5.0 * day, 10.0 * day, 1.0);
    CHECK_THAT(hw::cumulative(early, start_date, last).in(day), WithinRel(5.0 * bump_integral, 1e-10));
    const auto two = [&](const auto& t) { return early(t) + small(t); };
    CHECK_THAT(hw::cumulative(two, start_date, last).in(day), WithinRel(10.0 * bump_integral, 1e-10));
    // A narrower one is the caller's to tell of: with a date within it, an hour is enough.
    const auto brief = bump(after_years(17.3), 1.0 * hour, 1.0);
    const auto told = hw::piecewise(hw::as_trend(brief), hw::switches_to(after_years(17.3), hw::as_trend(brief)),
                                    hw::switches_to(after_years(17.3) + 0.5 * hour, hw::constant(0.0)));
    const auto near_it = hw::cumulative(told, after_years(17.3) - day, after_years(17.3) + day);
    CHECK_THAT(near_it.in(hour), WithinRel(0.5 * bump_integral, 1e-8));
}

TEST_CASE("cumulative: a bump in other draws only, and with derivatives") {
    const auto last = after_years(30.0);
    const auto height = hw::batch::generate([](int i) { return i == 41 ? 5.0 : 0.0; });
    const auto width = hw::batch::generate([](int i) { return 10.0 + i; });
    const auto rare = hw::cumulative(bump(after_years(11.1), 10.0 * day, height), start_date, last).in(day);
    const auto wide = hw::cumulative(bump(after_years(11.1), width * day, 1.0), start_date, last).in(day);
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK_THAT(hw::value_at(rare, i), WithinAbs(i == 41 ? 25.0 * bump_integral : 0.0, 1e-9));
        CHECK(hw::value_at(wide, i) ==
              hw::cumulative(bump(after_years(11.1), (10.0 + i) * day, 1.0), start_date, last).in(day));
    }
    using dual = hw::dual<1>;
    const auto grown = hw::cumulative(bump(after_years(11.1), 10.0 * day, dual::variable(3.0, 0)), start_date, last).in(day);
    CHECK_THAT(grown.value, WithinRel(15.0 * bump_integral, 1e-10));
    CHECK_THAT(grown.gradient[0], WithinRel(5.0 * bump_integral, 1e-8));
}

TEST_CASE("cumulative_from: zero before, the integral after") {
    const auto total = hw::cumulative_from(start_date, rate);
    CHECK(total(after_years(-1.0)) == 0.0 * usd);
    CHECK(total(after_years(2.0)) == hw::cumulative(rate, start_date, after_years(2.0)));
    CHECK(total.start() == start_date);
    const auto limit = 100.0 * usd / hw::log(4.0);
    const auto half = hw::crossing(total, 0.5 * limit, hw::between(after_years(-1.0), after_years(5.0)), hw::direction::rising);
    CHECK(hw::abs(half - after_years(0.5)) < 1e-5 * second);
}

TEST_CASE("cumulative: every number type gives the same") {
    check_number_types(
        [](auto factor) {
            const auto trend = hw::exponential(start_date, 100.0, hw::falls_by_factor(factor, year));
            return hw::cumulative(trend, start_date, after_years(2.0)).in(year);
        },
        1.5, 6.0);
    check_number_types(
        [](auto cap) {
            const auto trend = hw::capped(rate, cap * usd / year);
            return hw::cumulative(trend, start_date, after_years(2.0)).in(usd);
        },
        20.0, 80.0, 1e-5, 1e-9);
    check_number_types([](auto t) { return hw::cumulative(rate, start_date, after_years(t)).in(usd); }, 0.5, 2.0);
    check_number_types([](auto t) { return hw::cumulative(opaque(rate), start_date, after_years(t)).in(usd); }, 0.5, 2.0);
    check_number_types(
        [](auto t) {
            const auto trend = hw::piecewise(opaque(rate), hw::jumps_by(after_years(t), 3.0, opaque(rate)));
            return hw::cumulative(trend, start_date, after_years(2.0)).in(usd);
        },
        0.5, 1.5);
}

TEST_CASE("cumulative: bad input") {
    CHECK_THROWS_WITH(hw::cumulative(rate, after_years(1.0), start_date),
                      "cumulative: the last date must not be before the first (2025-03-01), got 2024-03-01");
    CHECK_THROWS_WITH(hw::cumulative(rate, start_date, hw::date::never()),
                      "cumulative: last date must be a date in the calendar, got never");
    CHECK_THROWS_WITH(hw::cumulative_from(hw::date::never(), rate), StartsWith("cumulative_from: date must be a date"));
    const auto broken = hw::as_trend([](const auto& t) { return hw::log((t - start_date).in(year)); });
    CHECK_THROWS_WITH(hw::cumulative(broken, after_years(-1.0), after_years(1.0)),
                      StartsWith("cumulative: the trend is not a finite number everywhere from 2023-03-01 to 2025-03-01"));
    const auto noise = hw::as_trend([](const auto& t) {
        const auto x = t.seconds_since_1970() * 1.2345e3;
        return x - hw::floor(x);
    });
    CHECK_THROWS_WITH(hw::cumulative(noise, start_date, after_years(1.0)), ContainsSubstring("jumps or turns too often"));
}

TEST_CASE("cumulative: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::cumulative(rate, start_date, after_years(x)); }, {0.0, 1.0}, {-1e-9, -1.0, inf});
    check_refusals([&](const auto& x) { return hw::cumulative(opaque(rate), after_years(x), start_date); }, {0.0, -1.0}, {1e-9, 1.0});
    check_refusals([&](const auto& x) { return hw::cumulative_from(after_years(x), rate); }, {0.0, -1.0}, {inf});
}

}  // namespace
