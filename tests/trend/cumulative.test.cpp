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

}  // namespace
