// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/piecewise.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/accelerating.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/logistic.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto rate = hw::exponential(start_date, 100.0 * usd / year, hw::doubles_every(1.0 * year));
constexpr auto other = hw::logistic(7000.0 * usd / year, start_date + 2.0 * year, 0.8 / year);
constexpr auto opaque = [](const auto& trend) { return hw::as_trend([trend](const auto& t) { return trend(t); }); };
constexpr double tiny = 1e-12;

constexpr auto bent = hw::piecewise(rate, hw::continues_as(start_date + 1.0 * year, hw::halves_every(1.0 * year)));
static_assert(bent(start_date) == rate(start_date));
static_assert(bent(start_date + 0.5 * year) == rate(start_date + 0.5 * year));
static_assert(hw::abs(bent(start_date + 1.0 * year) / (200.0 * usd / year) - 1.0) < tiny);
static_assert(hw::abs(bent(start_date + 3.0 * year) / (50.0 * usd / year) - 1.0) < tiny);
static_assert(bent.last_start() == start_date + 1.0 * year);

// Each way of joining, at the joint and a year on.
constexpr hw::date joint_date = start_date + 1.0 * year;
constexpr hw::date later = start_date + 2.0 * year;
constexpr auto before = rate(joint_date);
static_assert(hw::piecewise(rate, hw::switches_to(joint_date, other))(joint_date) == other(joint_date));
static_assert(hw::piecewise(rate, hw::switches_to(joint_date, other))(later) == other(later));
static_assert(hw::abs(hw::piecewise(rate, hw::continues_as(joint_date, other))(joint_date) / before - 1.0) < tiny);
static_assert(hw::abs(hw::piecewise(rate, hw::continues_as(joint_date, other))(later) /
                          (before * (other(later) / other(joint_date))) - 1.0) < tiny);
static_assert(hw::abs(hw::piecewise(rate, hw::continues_shifted(joint_date, other))(later) /
                          (before + other(later) - other(joint_date)) - 1.0) < tiny);
static_assert(hw::abs(hw::piecewise(rate, hw::jumps_by(joint_date, 3, other))(joint_date) / (3.0 * before) - 1.0) < tiny);
static_assert(hw::abs(hw::piecewise(rate, hw::jumps_by(joint_date, 0.5, hw::growth()))(later) / (0.5 * before) - 1.0) < tiny);
// A rescaled piece gives its shape only, so it may have another dimension.
static_assert(hw::abs(hw::piecewise(rate, hw::continues_as(joint_date, hw::logistic(1.0 * chip, start_date, 1.0 / year)))(
                          joint_date) / before - 1.0) < tiny);
static_assert(hw::piecewise(rate)(later) == rate(later));

// Pieces are asked for dates of their own only: the first has no value after its limit.
constexpr auto burst = hw::piecewise(hw::accelerating(start_date, 1.0, 1.0 * year, 0.5),
                                     hw::continues_as(start_date + 1.5 * year, hw::growth()));
static_assert(hw::abs(burst(start_date + 9.0 * year) - 4.0) < tiny);

// A jump up across a level and a joint that bends onto one are met on their days.
static_assert(hw::crossing(hw::piecewise(rate, hw::jumps_by(joint_date, 3.0, rate)), 500.0 * usd / year,
                           hw::between(start_date, later), hw::direction::rising) == joint_date);
static_assert(hw::abs(hw::crossing(bent, 200.0 * usd / year, hw::between(start_date, later), hw::direction::rising) - joint_date) < 1e-6 * second);

constexpr auto make = [](auto shift) {
    return hw::piecewise(rate, hw::continues_as(joint_date + shift * year, hw::halves_every(1.0 * year)),
                         hw::jumps_by(start_date + 2.0 * year, 1.5 + shift, other),
                         hw::switches_to(start_date + 3.0 * year, rate),
                         hw::continues_shifted(start_date + 4.0 * year, 2.0 * other));
};

TEST_CASE("piecewise: the integral is the sum of the pieces'") {
    const auto trend = make(0.0);
    static_assert(hw::detail::has_integral<decltype(trend)>);
    for (const double first : {-1.0, 0.5, 1.0, 2.5, 4.5}) {
        const auto a = after_years(first);
        for (const double last : {4.5, 4.75, 6.0}) {
            const auto b = after_years(last);
            // Twice over, so that quadrature knows the dates of the jumps from one of the two.
            const auto by_quadrature = hw::cumulative(0.5 * (trend + opaque(trend)), a, b);
            CHECK_THAT(hw::cumulative(trend, a, b).in(usd) + 1.0, WithinRel(by_quadrature.in(usd) + 1.0, 1e-10));
        }
    }
}

TEST_CASE("piecewise: every number type gives the same") {
    for (const double t : {0.9, 1.7, 2.2, 3.5, 4.5}) {
        if (t == 3.5) continue;  // that piece has its own value, whatever the shift
        if (t == 0.9) {
            check_number_types([](auto x) { return make(0.0)(after_years(x)).in(usd / year); }, 1.1, 1.9);
            continue;
        }
        if (t == 4.5) {
            check_number_types([](auto x) { return make(0.0)(after_years(x)).in(usd / year); }, 4.1, 4.9);
            continue;
        }
        check_number_types([t](auto shift) { return make(shift)(after_years(t)).in(usd / year); }, 0.05, 0.5);
    }
    check_number_types(
        [](auto shift) { return hw::cumulative(make(shift), start_date, after_years(5.0)).in(usd); }, 0.05, 0.5);
}

TEST_CASE("piecewise: bad input") {
    CHECK_THROWS_WITH(hw::piecewise(rate, hw::switches_to(2027y / 1 / 1, other), hw::switches_to(2026y / 1 / 1, rate)),
                      "piecewise: pieces must be in the order of their dates, got 2026-01-01 after 2027-01-01");
    CHECK_THROWS_WITH(hw::piecewise(rate, hw::switches_to(2027y / 1 / 1, other), hw::switches_to(2027y / 1 / 1, rate)),
                      "piecewise: pieces must be in the order of their dates, got 2027-01-01 after 2027-01-01");
    CHECK_THROWS_WITH(hw::piecewise(rate, hw::switches_to(hw::date::never(), other)),
                      "piecewise: date must be a date in the calendar, got never");
    CHECK_THROWS_WITH(hw::jumps_by(2027y / 1 / 1, 0.0, other), "jumps_by: factor must be > 0, got 0");
    CHECK_THROWS_WITH(hw::piecewise(rate, hw::continues_as(2027y / 1 / 1, hw::constant(0.0))),
                      StartsWith("piecewise: value at the start of a rescaled piece must not be zero"));
}

TEST_CASE("piecewise: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::jumps_by(start_date, x, hw::growth()); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::piecewise(hw::constant(1.0), hw::switches_to(start_date, hw::constant(2.0)), hw::switches_to(after_years(x), hw::constant(3.0))); }, {1e-9, 1.0}, {0.0, -1.0, inf});
}

}  // namespace
