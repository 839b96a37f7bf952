// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/lead_controls.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"
#include "lead.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto start = hw::date(2025y / 2 / 6);
constexpr auto leader = hw::exponential(start, 100.0, hw::grows_by_factor(4.0, year));
constexpr auto follower = hw::follower_of(leader, 2.0 * year, start, hw::grows_by_factor(5.0, year));
constexpr auto from = start + 1.0 * year;
constexpr auto when = start + 3.0 * year;
constexpr double pace = hw::log(5.0) / hw::log(4.0);  // the follower's time in the leader's

// A delay costs the follower that time at its own pace.
constexpr auto delayed = hw::delayed_from(from, 0.5 * year);
static_assert(delayed(follower)(from + 0.25 * year) == follower(from));
static_assert(delayed(follower)(when) == follower(when - 0.5 * year));
static_assert(delayed(follower)(start) == follower(start));
static_assert(close(hw::lead_gained(leader, follower, delayed, when).in(year), 0.5 * pace, 1e-13));
static_assert(hw::delayed_from(from, std::chrono::days{0})(follower)(when) == follower(when));

// A slower pace is a growth rate multiplied.
constexpr auto slowed = hw::slowed_from(from, 0.75);
static_assert(close(slowed(follower)(when), follower(from + 1.5 * year), 1e-14));
static_assert(close(hw::lead(leader, slowed(follower)).time_at(when).in(year), reference::lead_when_slowed, 1e-13));
static_assert(slowed(follower)(start) == follower(start));
static_assert(hw::slowed_from(from, 1)(follower)(when) == follower(when));
static_assert(hw::slowed_from(from, 0)(follower)(when) == follower(from));

// A cap; what a follower has at the start it keeps.
static_assert(hw::capped_from(from, 60.0)(follower)(when) == 60.0);
static_assert(hw::capped_from(from, 1.0)(follower)(when) == follower(from));
static_assert(hw::capped_from(from, 1.0)(follower)(start) == follower(start));
static_assert(hw::capped_from(from, 1e9)(follower)(when) == follower(when));

// A lag in generations: the lead is at least so many cadences, once the leader has come so far ahead.
constexpr auto two_behind = hw::generations_behind_from(from, leader, 2, 1.5 * year);
static_assert(close(hw::lead(leader, two_behind(follower)).time_at(when + year).in(year), 3.0));
static_assert(two_behind(follower)(from) == follower(from) && two_behind(follower)(start) == follower(start));
static_assert(close(hw::lead_gained(leader, follower, two_behind, when + 3.0 * year).in(year),
                    3.0 - hw::lead(leader, follower).time_at(when + 3.0 * year).in(year)));
static_assert(hw::generations_behind_from(from, leader, 0, 1.5 * year)(follower)(when) == follower(when));

// They compose: a delay after a slowdown.
static_assert(delayed(slowed(follower))(when) == slowed(follower)(when - 0.5 * year));

TEST_CASE("a stricter control never gives the follower more, and gains more lead") {
    for (int months = -12; months <= 120; months += 6) {
        const auto at = from + static_cast<double>(months) * month;
        double before = 1e300;
        double gained = -1.0;
        const auto check = [&](const auto& control) {
            const double has = control(follower)(at);
            const double more = hw::lead_gained(leader, follower, control, at).in(year);
            INFO("after " << months << " months");
            CHECK(has <= before * (1.0 + 1e-14));
            CHECK(more >= gained - 1e-12);
            CHECK(more >= -1e-12);
            before = has;
            gained = more;
        };
        const auto anew = [&] {
            before = 1e300;
            gained = -1.0;
        };
        for (const double years : {0.0, 0.3, 1.0, 4.0}) check(hw::delayed_from(from, years * year));
        anew();
        for (const double share : {1.0, 0.9, 0.5, 0.0}) check(hw::slowed_from(from, share));
        anew();
        for (const double cap : {1e6, 100.0, 40.0, 1.0}) check(hw::capped_from(from, cap));
        anew();
        for (const double n : {0.0, 1.0, 2.5}) check(hw::generations_behind_from(from, leader, n, 1.5 * year));
        anew();
        for (const double n : {0.5, 1.5}) check(hw::generations_behind_from(from, leader, 2, n * year));
    }
}

TEST_CASE("a control that starts later costs the follower less") {
    for (const double years : {1.0, 2.0, 2.9}) {
        const auto later = start + years * year;
        CHECK(hw::slowed_from(later, 0.5)(follower)(when) > hw::slowed_from(start, 0.5)(follower)(when));
        CHECK(hw::capped_from(later, 1.0)(follower)(when) > hw::capped_from(start, 1.0)(follower)(when));
        CHECK(hw::generations_behind_from(later, leader, 9, year)(follower)(when) >
              hw::generations_behind_from(start, leader, 9, year)(follower)(when));
    }
    CHECK(hw::delayed_from(when - 0.1 * year, year)(follower)(when) > hw::delayed_from(start, year)(follower)(when));
}

TEST_CASE("controls postpone catching up, in the extreme for good") {
    const auto where = hw::between(start, start + 60.0 * year);
    const auto free = hw::lead(leader, follower).catch_up(where);
    const auto late = hw::lead(leader, delayed(follower)).catch_up(where);
    // Half a year of standing still takes the follower's pace over the difference of paces to make up.
    CHECK_THAT((late - free).in(year), WithinAbs(0.5 * pace / (pace - 1.0), 1e-9));
    CHECK(hw::lead(leader, slowed(follower)).catch_up(where).is_never());
    CHECK(hw::lead(leader, two_behind(follower)).catch_up(where).is_never());
}

TEST_CASE("a held-back trend tells where it bends and jumps") {
    const auto stepped = hw::steps(1.0, hw::point(start + 2.0 * year, 3.0), hw::point(start + 9.0 * year, 4.0));
    const auto late = hw::delayed_from(from, 0.5 * year)(stepped);
    CHECK(late(start + 2.4 * year) == 1.0);
    CHECK(late(start + 2.6 * year) == 3.0);
    CHECK_THAT(hw::cumulative(late, start, start + 4.0 * year).in(year), WithinRel(2.5 + 3.0 * 1.5, 1e-12));
    const auto slow = hw::slowed_from(from, 0.5)(stepped);
    CHECK_THAT(hw::cumulative(slow, start, start + 4.0 * year).in(year), WithinRel(3.0 + 3.0, 1e-12));
    const auto capped = hw::capped_from(from, 2.0)(stepped);
    CHECK_THAT(hw::cumulative(capped, start, start + 4.0 * year).in(year), WithinRel(2.0 + 2.0 * 2.0, 1e-12));
}

TEST_CASE("derivatives of what controls gain are those of the formulas") {
    using dual = hw::dual<1>;
    const auto by_delay =
        hw::lead_gained(leader, follower, hw::delayed_from(from, dual::variable(0.5, 0) * year), when);
    CHECK_THAT(by_delay.in(year).gradient[0], WithinRel(pace, 1e-12));
    const auto by_pace = hw::lead_gained(leader, follower, hw::slowed_from(from, dual::variable(0.75, 0)), when);
    CHECK_THAT(by_pace.in(year).gradient[0], WithinRel(-2.0 * pace, 1e-12));
    const auto by_cap = hw::capped_from(from, dual::variable(50.0, 0))(follower)(when);
    CHECK(by_cap.gradient[0] == 1.0);
    const auto by_lag = hw::lead_gained(
        leader, follower, hw::generations_behind_from(from, leader, dual::variable(2.0, 0), 1.5 * year), when + year);
    CHECK_THAT(by_lag.in(year).gradient[0], WithinRel(1.5, 1e-12));
}

TEST_CASE("each draw of a block is held back as it is alone, to the last bit") {
    const auto at = [](int i) { return 0.01 + 0.015 * i; };
    const auto x = hw::batch::generate(at);
    const auto values = [&](const auto& y) {
        return std::tuple(hw::delayed_from(from + y * year, y * year)(follower)(when),
                          hw::slowed_from(from, y)(follower)(when), hw::capped_from(from, 90.0 * y)(follower)(when),
                          hw::generations_behind_from(from, leader, y * 3.0, y * year)(follower)(when));
    };
    const auto block = values(x);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = values(at(i));
        REQUIRE(std::get<0>(block).lane[i] == std::get<0>(alone));
        REQUIRE(std::get<1>(block).lane[i] == std::get<1>(alone));
        REQUIRE(std::get<2>(block).lane[i] == std::get<2>(alone));
        REQUIRE(std::get<3>(block).lane[i] == std::get<3>(alone));
    }
}

TEST_CASE("a control that makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::delayed_from(start, -1.0 * second), std::domain_error,
                         Message("delayed_from: delay in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::delayed_from(hw::date::never(), year), std::domain_error,
                         Message("delayed_from: start must be a date in the calendar, got never"));
    for (const double share : {-0.1, 1.1, nan}) {
        CHECK_THROWS_MATCHES(
            hw::slowed_from(start, share), std::domain_error,
            Message("slowed_from: share of the pace must be between 0 and 1, got " + hw::detail::number_text(share)));
    }
    CHECK_THROWS_MATCHES(hw::capped_from(start, 0.0), std::domain_error,
                         Message("capped_from: cap (in base units) must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::generations_behind_from(start, leader, -1, year), std::domain_error,
                         Message("generations_behind_from: generations must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::generations_behind_from(start, leader, 1, 0.0 * year), std::domain_error,
                         Message("generations_behind_from: cadence in seconds must be > 0, got 0"));
}

TEST_CASE("lead_control: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::slowed_from(start_date, x); }, {0.0, 1.0}, {-1e-9, 1.0000001, nan});
    check_refusals([&](const auto& x) { return hw::delayed_from(start_date, x * second); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::capped_from(start_date, x); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::generations_behind_from(start_date, hw::constant(1.0), x, 1.0 * year); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::generations_behind_from(start_date, hw::constant(1.0), 1, x * year); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
