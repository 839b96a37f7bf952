// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/shipment_cap.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/from.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto per_year = chip / year;
constexpr auto binds = hw::date(2026y / 1 / 15);
constexpr auto never = hw::date::never();
constexpr auto home = hw::constant(100e3 * per_year);
constexpr auto cap = hw::shipment_cap(0.5, home, binds, never);
constexpr bool close(double a, double b, double relative = 1e-13) { return hw::abs(a - b) <= relative * hw::abs(b); }

// Half of 100 000 a year, counted from the day on which the rule binds.
static_assert(cap.allowed(binds) == 0.0 * chip && cap.allowed(binds - year) == 0.0 * chip);
static_assert(close(cap.allowed(binds + year).in(chip), 50e3) &&
              close(cap.allowed(binds + 3.0 * year).in(chip), 150e3));
static_assert(close(cap.allowed(binds + year, binds + 1.5 * year).in(chip), 25e3));
static_assert(close(cap.allowed(binds - year, binds + 1.5 * year).in(chip), 75e3));
// Who wants more gets that; who wants less gets what is wanted.
constexpr auto eager = hw::constant(80e3 * per_year);
constexpr auto modest = hw::constant(30e3 * per_year);
static_assert(close(cap.shipped(eager, binds, binds + 2.0 * year).in(chip), 100e3));
static_assert(close(cap.shipped(modest, binds, binds + 2.0 * year).in(chip), 60e3));
static_assert(cap.binds(eager, binds + year) && !cap.binds(modest, binds + year) && !cap.binds(eager, binds));
// Before the rule binds all is shipped, and counts against nothing.
static_assert(close(cap.shipped(eager, binds - year, binds).in(chip), 80e3));
static_assert(close(cap.shipped(eager, binds - year, binds + year).in(chip), 130e3));
// A rule that ends: nothing more is let through by it, and all is free.
constexpr auto ended = hw::shipment_cap(0.5, home, binds, binds + year);
static_assert(ended.allowed(binds + 5.0 * year) == ended.allowed(binds + year));
static_assert(close(ended.shipped(eager, binds, binds + 2.0 * year).in(chip), 50e3 + 80e3));
static_assert(close(ended.shipped(eager, binds + 1.5 * year, binds + 2.0 * year).in(chip), 40e3));
static_assert(ended.shipped(eager, binds, binds) == 0.0 * chip);
static_assert(ended.binds(eager, binds + 0.99 * year) && !ended.binds(eager, binds + year) &&
              !ended.binds(eager, binds + 3.0 * year));
// A share is a number or a percentage.
static_assert(hw::shipment_cap(50.0 * percent, home, binds, never).allowed(binds + year) == cap.allowed(binds + year));

TEST_CASE("two exponentials: what is shipped has a closed form, and what waits is made up for") {
    // Demand begins at 90 000 a year and halves each year, home shipments begin at 60 000 and double: half of them is more than
    // all of the demand from some day on.
    const auto falling = hw::exponential(binds, 90e3 * per_year, hw::halves_every(year));
    const auto growing = hw::exponential(binds, 60e3 * per_year, hw::doubles_every(year));
    const auto rule = hw::shipment_cap(0.5, growing, binds, never);
    const double ln2 = 0.69314718055994530942;
    const auto wanted = [&](double t) { return 90e3 * (1.0 - std::exp2(-t)) / ln2; };
    const auto allowed = [&](double t) { return 0.5 * 60e3 * (std::exp2(t) - 1.0) / ln2; };
    // 3 (1 - x) = 1 / x - 1 with x = 2^-t: x = 1/3, after log2(3) years.
    const double meet = std::log2(3.0);
    CHECK_THAT(wanted(meet), WithinRel(allowed(meet), 1e-14));
    for (double t = 0.05; t < 4.0; t += 0.13) {
        const auto when = binds + t * year;
        const double expected = t < meet ? allowed(t) : wanted(t);
        CHECK_THAT(rule.shipped(falling, binds, when).in(chip), WithinRel(expected, 1e-12));
        CHECK_THAT(rule.allowed(when).in(chip), WithinRel(allowed(t), 1e-12));
        CHECK(rule.binds(falling, when) == (t < meet));
        // In a span: the difference.
        CHECK_THAT(rule.shipped(falling, when, binds + 4.0 * year).in(chip), WithinAbs(wanted(4.0) - expected, 1e-6));
    }
}

TEST_CASE("month by month: never above the share, never above what is wanted, in spans that add up") {
    const auto wants = hw::steps(hw::point(2025y / 1 / 1, 20e3 * per_year), hw::point(2026y / 6 / 1, 150e3 * per_year),
                                 hw::point(2027y / 3 / 1, 0.0 * per_year), hw::point(2028y / 1 / 1, 70e3 * per_year));
    const auto ships = hw::steps(hw::point(2025y / 1 / 1, 90e3 * per_year), hw::point(2026y / 9 / 1, 130e3 * per_year));
    const auto rule = hw::shipment_cap(0.5, ships, binds, hw::date(2028y / 6 / 1));
    double sum = 0.0;
    for (int month_number = 0; month_number < 36; ++month_number) {
        const auto from = binds + month_number * month;
        const auto until = binds + (month_number + 1) * month;
        const double in_month = rule.shipped(wants, from, until).in(chip);
        CHECK(in_month >= -1e-6);
        sum += in_month;
        CHECK_THAT(rule.shipped(wants, binds, until).in(chip), WithinRel(sum, 1e-12));
        if (until <= rule.until()) {
            CHECK(sum <= rule.allowed(until).in(chip) * (1.0 + 1e-12));
            CHECK(sum <= hw::cumulative(wants, binds, until).in(chip) * (1.0 + 1e-12));
        }
    }
}

TEST_CASE("of several products the unit in which a rule counts matters, of one it does not") {
    const auto counts = 15'832.0 * tpp / chip;
    const auto home_performance = hw::constant(100e3 * per_year * counts);
    const auto in_tpp = hw::shipment_cap(0.5, home_performance, binds, never);
    const auto eager_performance = hw::constant(80e3 * per_year * counts);
    CHECK_THAT((in_tpp.shipped(eager_performance, binds, binds + year) / counts).in(chip),
               WithinRel(cap.shipped(eager, binds, binds + year).in(chip), 1e-13));
    // The home market takes as many chips beside them that count three times as much: four times as many of ours may go, where
    // a cap in chips would let through twice as many.
    const auto better = hw::constant(100e3 * per_year * (3.0 * counts));
    const auto both_in_tpp = hw::shipment_cap(0.5, home_performance + better, binds, never);
    CHECK_THAT((both_in_tpp.allowed(binds + year) / counts).in(chip), WithinRel(200e3, 1e-13));
    CHECK_THAT(hw::shipment_cap(0.5, home + home, binds, never).allowed(binds + year).in(chip),
               WithinRel(100e3, 1e-13));
}

TEST_CASE("a shipment cap in every number type, each argument moves the result") {
    const auto end = binds + 1.5 * year;
    check_number_types(
        [&](auto s) { return hw::shipment_cap(s, home, binds, never).shipped(eager, binds, end).in(chip); }, 0.1, 0.6);
    check_number_types(
        [&](auto h) {
            return hw::shipment_cap(0.5, hw::constant(h * per_year), binds, never).shipped(eager, binds, end).in(chip);
        },
        10e3, 90e3);
    check_number_types([&](auto d) { return cap.shipped(hw::constant(d * per_year), binds, end).in(chip); }, 10e3,
                       45e3);
    check_number_types(
        [&](auto t) {
            return hw::shipment_cap(0.5, home, binds + t * year, never).shipped(eager, binds, end).in(chip);
        },
        0.1, 1.0);
    check_number_types(
        [&](auto t) {
            return hw::shipment_cap(0.5, home, binds, binds + t * year).shipped(eager, binds, end).in(chip);
        },
        0.1, 1.0);
    check_number_types([&](auto t) { return cap.shipped(eager, binds, binds + t * year).in(chip); }, 0.1, 1.0);
    check_number_types([&](auto t) { return cap.allowed(binds + t * year).in(chip); }, 0.1, 1.0);
    // Whether it binds, draw by draw.
    const auto wants = hw::constant(hw::batch::generate([](int i) { return i % 2 == 0 ? 80e3 : 30e3; }) * per_year);
    const auto held_back = cap.binds(wants, end);
    const auto as_numbers = hw::select(held_back, hw::batch(1.0), hw::batch(0.0));
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(as_numbers, i) == (i % 2 == 0 ? 1.0 : 0.0));
    // Nor where the rule has ended, in the draws in which it has.
    const auto years = hw::batch::generate([](int i) { return i % 3 == 0 ? 1.0 : 2.0; });
    const auto of_draws = hw::shipment_cap(0.5, home, binds, binds + years * year);
    const auto still = hw::select(of_draws.binds(eager, end), hw::batch(1.0), hw::batch(0.0));
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(still, i) == (i % 3 == 0 ? 0.0 : 1.0));
}

TEST_CASE("a shipment cap that makes no sense is refused in words") {
    constexpr double nan = __builtin_nan("");
    check_refusals([](const auto& x) { return hw::shipment_cap(x, home, binds, never); }, {0.0, 0.5, 1.0},
                   {-1e-9, 1.0 + 1e-9, 50.0, nan});
    check_refusals([](const auto& x) { return hw::shipment_cap(0.5, home, binds, binds + x * day); }, {1e-3, 1.0},
                   {0.0, -1.0});
    CHECK_THROWS_MATCHES(hw::shipment_cap(50, home, binds, never), std::domain_error,
                         Message("shipment_cap: share of home shipments must be between 0 and 1, got 50"));
    CHECK_THROWS_MATCHES(
        hw::shipment_cap(0.5, home, 2025y / 5 / 15, 2025y / 5 / 13), std::domain_error,
        Message("shipment_cap: the rule must end after it starts, got 2025-05-15 to 2025-05-13; give from, "
                "then until, and date::never() for no end"));
    CHECK_THROWS_MATCHES(
        hw::shipment_cap(0.5, home, never, never), std::domain_error,
        Message("shipment_cap: day from which the rule binds must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(
        cap.shipped(eager, 2027y / 1 / 1, 2026y / 1 / 1), std::domain_error,
        Message("shipment_cap: the last date must not be before the first (2027-01-01), got 2026-01-01"));
    CHECK_THROWS_MATCHES(
        cap.allowed(2027y / 1 / 1, 2026y / 1 / 1), std::domain_error,
        Message("shipment_cap: the last date must not be before the first (2027-01-01), got 2026-01-01"));
    CHECK_THROWS_MATCHES(cap.shipped(eager, 2027y / 1 / 1, never), std::domain_error,
                         Message("shipment_cap: last date must be a date in the calendar, got never"));
    const auto returns = hw::shipment_cap(0.5, hw::constant(-1.0 * chip / day), hw::date(1970y / 1 / 1), never);
    CHECK_THROWS_MATCHES(
        returns.allowed(1970y / 1 / 3), std::domain_error,
        Message("shipment_cap: shipments to the home market since the rule binds must be >= 0, got -2"));
    CHECK_THROWS_AS(cap.shipped(hw::constant(-1.0 * per_year), binds, binds + year), std::domain_error);
}

}  // namespace
