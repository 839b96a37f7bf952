// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/accelerating.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/crossing.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto faster = hw::accelerating(start_date, 100.0 * flop, 1.0 * year, 0.1);
constexpr auto slower = hw::accelerating(start_date, 100.0 * flop, std::chrono::years(1), -0.1);
constexpr auto steady = hw::accelerating(start_date, 100.0 * flop, 1.0 * year, 0);

static_assert(faster(start_date) == 100.0 * flop && faster.value_at_start() == 100.0 * flop);
static_assert(faster.start() == start_date);
static_assert(hw::abs(faster.limit() - (start_date + 10.0 * year)) < 1e-6 * second);
static_assert(slower.limit().is_never() && steady.limit().is_never());
static_assert(faster.reaches(100.0 * flop) == start_date);
static_assert(faster.reaches(50.0 * flop).is_never());
static_assert(faster.date_of(50.0 * flop) < start_date);
static_assert(faster.reaches(0.0 * flop).is_never() && faster.date_of(-1.0 * flop).is_never());
// Every level is reached before the limit, also in a window that goes beyond it.
static_assert(hw::crossing(faster, 1e12 * flop, hw::between(start_date, start_date + 50.0 * year), hw::direction::rising) < faster.limit());

TEST_CASE("accelerating: golden values") {
    for (const auto& [t, expected] : reference::trend::accelerating) {
        CHECK_THAT(faster(after_years(t)).in(flop), WithinRel(expected, 1e-13));
    }
    for (const auto& [t, expected] : reference::trend::slowing) {
        CHECK_THAT(slower(after_years(t)).in(flop), WithinRel(expected, 1e-13));
    }
    for (const auto& [t, expected] : reference::trend::steady) {
        CHECK_THAT(steady(after_years(t)).in(flop), WithinRel(expected, 1e-13));
    }
}

TEST_CASE("accelerating: the n-th doubling takes T (1 - d)^n") {
    for (const double d : {0.1, -0.1, 1e-7, -1e-7, 1e-8, 1e-10, 0.0, 0.6}) {
        const auto trend = hw::accelerating(start_date, 1.0, 2.0 * year, d);
        auto when = start_date;
        auto span = 2.0 * year;
        for (int n = 0; n < 12; ++n) {
            INFO("shortening " << d << ", doubling " << n);
            CHECK_THAT(trend(when), WithinRel(hw::pow(2.0, n), 1e-10));
            CHECK(hw::abs(trend.reaches(hw::pow(2.0, n)) - when) < 1e-4 * second);
            when = when + span;
            span *= 1.0 - d;
        }
    }
}

TEST_CASE("accelerating: every number type gives the same") {
    check_number_types(
        [](auto d) { return hw::accelerating(start_date, 1.0, 2.0 * year, d)(after_years(3.0)); }, -0.5, 0.5);
    check_number_types(
        [](auto d) { return hw::accelerating(start_date, 1.0, 2.0 * year, d).date_of(5.0).seconds_since_1970(); }, -0.5, 0.5,
        1e-5);
    check_number_types([](auto t) { return faster(after_years(t)).in(flop); }, -2.0, 8.0);
    check_number_types(
        [](auto d) { return hw::accelerating(start_date, 1.0, 2.0 * year, d).limit().seconds_since_1970(); }, 0.1, 0.9, 1e-5);
}

TEST_CASE("accelerating: the series next to zero shortening meets the closed form") {
    for (const double sign : {1.0, -1.0}) {
        const auto within = hw::accelerating(start_date, 1.0, 1.0 * year, sign * 0.9999999e-6);
        const auto beyond = hw::accelerating(start_date, 1.0, 1.0 * year, sign * 1.0000001e-6);
        for (double t = -20.0; t <= 40.0; t += 0.5) {
            // The shortenings differ by 2e-13, which is worth 2e-13 t^2 / 2 doublings.
            CHECK_THAT(within(after_years(t)) / beyond(after_years(t)), WithinRel(1.0, 3e-10));
            CHECK(hw::abs(within.date_of(hw::pow(2.0, t)) - beyond.date_of(hw::pow(2.0, t))) < 1e-2 * second);
        }
    }
}

TEST_CASE("accelerating: the derivative by the shortening passes through the exponential") {
    using dual = hw::dual<1>;
    const double spans = 1.5;
    const double expected = hw::pow(2.0, spans) * hw::detail::ln2 * spans * (spans - 1.0) / 2.0;
    for (const double d : {0.0, 1e-12, -1e-12, 0.99e-6, 1.01e-6, -0.99e-6, -1.01e-6}) {
        const auto trend = hw::accelerating(start_date, 1.0, 2.0 * year, dual::variable(d, 0));
        CHECK_THAT(trend(after_years(3.0)).gradient[0], WithinRel(expected, 1e-5));
        const auto when = trend.date_of(hw::pow(2.0, spans)).seconds_since_1970();
        CHECK_THAT(when.gradient[0], WithinRel(-(2.0 * year).in(second) * spans * (spans - 1.0) / 2.0, 1e-5));
    }
}

TEST_CASE("accelerating: no value at the limit or beyond") {
    CHECK_THROWS_WITH(faster(faster.limit()), StartsWith("accelerating: no value after 2034-03-01"));
    CHECK_THROWS_WITH(faster(after_years(11.0)), StartsWith("accelerating: no value after 2034-03-01"));
    CHECK_THROWS_WITH(slower(after_years(-11.0)), StartsWith("accelerating: no value before 2014-03-0"));
    CHECK_THROWS_AS(faster(hw::date::never()), std::domain_error);
    CHECK_NOTHROW(faster(after_years(-11.0)));
    const auto some = hw::accelerating(start_date, 1.0, year, hw::batch::generate([](int i) { return 0.01 * i; }));
    CHECK_NOTHROW(some(after_years(1.5)));
    CHECK_THROWS_WITH(some(after_years(2.0)), StartsWith("accelerating: no value after 2026-03-01"));
}

TEST_CASE("accelerating: bad input") {
    CHECK_THROWS_WITH(hw::accelerating(start_date, 0.0, year, 0.1), "accelerating: value must be > 0, got 0");
    CHECK_THROWS_WITH(hw::accelerating(start_date, 1.0, 0.0 * year, 0.1),
                      "accelerating: first doubling time in seconds must be > 0, got 0");
    CHECK_THROWS_WITH(hw::accelerating(start_date, 1.0, year, 1.0), "accelerating: shortening must be below 1, got 1");
    CHECK_THROWS_WITH(hw::accelerating(start_date, 1.0, year, __builtin_nan("")),
                      StartsWith("accelerating: shortening must be a finite number"));
    CHECK_THROWS_WITH(hw::accelerating(hw::date::never(), 1.0, year, 0.1),
                      "accelerating: at must be a date in the calendar, got never");
}

TEST_CASE("accelerating: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, 1.0, year, x); }, {0.999999, 0.0, -5.0}, {1.0, 1.5, nan});
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, x, year, 0.1); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, 1.0, x * second, 0.1); }, {1e-9, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, 1.0, year, 0.1)(after_years(x)); }, {9.999999, -100.0}, {10.0, 11.0, inf});
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, 1.0, year, x)(after_years(2.0)); }, {0.499999, -1.0}, {0.5, 0.6});
    check_refusals([&](const auto& x) { return hw::accelerating(start_date, 1.0, year, x)(after_years(-2.0)); }, {-0.499999, 0.9}, {-0.5, -0.7});
}

}  // namespace
