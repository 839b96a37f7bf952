// SPDX-License-Identifier: BSL-1.0
#include <headway/project/procurement.hpp>

#include "catch.hpp"
#include "lead_time.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/crossing.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto start = hw::date(2023y / 1 / 1);
constexpr auto orders = hw::exponential(start, 1000.0 * chip / year, hw::grows_by_factor(2.0, year));
constexpr auto falling = hw::changing_lead_time(start + 1.0 * year, 39.0 * week, start + 1.4 * year, 10.0 * week);
constexpr auto book = hw::procurement(orders, falling, start);
constexpr auto slow = hw::procurement(orders, hw::constant_lead_time(39.0 * week), start);
constexpr auto fast = hw::procurement(orders, hw::constant_lead_time(10.0 * week), start);
constexpr auto after = [](double years) { return start + years * year; };

static_assert(hw::constant_lead_time(39.0 * week).quoted(start) == 39.0 * week);
static_assert(hw::constant_lead_time(39.0 * week).arrival(start) == start + 39.0 * week);
static_assert(hw::constant_lead_time(39.0 * week).ordered_by(start + 39.0 * week) == start);
static_assert(hw::constant_lead_time(std::chrono::weeks{39}).quoted(start) == 39.0 * week);
static_assert(falling.quoted(start) == 39.0 * week && falling.quoted(after(2.0)) == 10.0 * week);
static_assert(falling.quoted(after(1.2)) < 30.0 * week && falling.quoted(after(1.2)) > 20.0 * week);
// An order placed before the fall arrives with the first one that would overtake it.
static_assert(falling.arrival(after(0.5)) == after(0.5) + 39.0 * week);
static_assert(falling.arrival(after(1.1)) == after(1.4) + 10.0 * week);
static_assert(falling.arrival(after(2.0)) == after(2.0) + 10.0 * week);
static_assert(book.stock(start) == 0.0 * chip && book.backlog(start) == 0.0 * chip);
static_assert(hw::procurement(orders, falling, start, 70.0 * chip).stock(start) == 70.0 * chip);

TEST_CASE("orders, arrivals and backlog are those of the definition") {
    CHECK_THAT(slow.arrived(after(2.0)).in(chip), WithinRel(reference::chips_at_constant_39_weeks, 1e-8));
    CHECK_THAT(book.arrived(after(0.9)).in(chip), WithinRel(reference::chips_after_0_9_years, 1e-7));
    CHECK_THAT(book.arrived(after(1.5)).in(chip), WithinRel(reference::chips_after_1_5_years, 1e-8));
    CHECK_THAT(book.arrived(after(2.0)).in(chip), WithinRel(reference::chips_after_2_years, 1e-8));
    CHECK_THAT(book.ordered(after(2.0)).in(chip), WithinRel(reference::chips_ordered_in_2_years, 1e-12));
    for (int i = 0; i <= 40; ++i) {
        const auto when = after(0.1 * i);
        CHECK_THAT((book.arrived(when) + book.backlog(when)).in(chip), WithinRel(book.ordered(when).in(chip), 1e-14));
        CHECK(book(when) == book.stock(when));
        CHECK((book.stock(when) + 70.0 * chip) == hw::procurement(orders, falling, start, 70.0 * chip).stock(when));
        CHECK(book.backlog(when) >= 0.0 * chip);
    }
    CHECK(hw::procurement(orders, falling, after(0.5)).ordered(after(1.0)) < book.ordered(after(1.0)));
    CHECK(hw::procurement(2.0 * orders, falling, start).stock(after(2.0)) > book.stock(after(2.0)));
    CHECK(book.ordered(after(-1.0)) == 0.0 * chip);
}

TEST_CASE("the date of arrival and the date ordered by are each other's inverse") {
    const auto rising = hw::changing_lead_time(after(1.0), 10.0 * week, after(1.5), 39.0 * week);
    const auto gentle = hw::changing_lead_time(after(1.0), 39.0 * week, after(3.0), 10.0 * week);
    const auto jump = hw::changing_lead_time(after(1.0), 10.0 * week, after(1.0), 39.0 * week);
    const auto seconds = [](const auto& date) { return date.seconds_since_1970(); };
    const auto check = [&](const auto& lead_time) {
        double before = -1e300;
        for (int i = 0; i <= 80; ++i) {
            const auto when = after(0.05 * i + 0.01);
            CHECK_THAT(seconds(lead_time.ordered_by(lead_time.arrival(when))), WithinAbs(seconds(when), 1e-3));
            CHECK(seconds(lead_time.arrival(when)) >= before);
            before = seconds(lead_time.arrival(when));
        }
    };
    check(rising);
    check(gentle);
    check(jump);
    // Where deliveries catch up, the last order that arrives on a date is the one that overtakes.
    for (int i = 0; i <= 80; ++i) {
        const auto when = after(0.05 * i + 0.01);
        CHECK(seconds(falling.ordered_by(falling.arrival(when))) >= seconds(when) - 1e-3);
        CHECK(seconds(falling.arrival(falling.ordered_by(when))) <= seconds(when) + 1e-3);
    }
    // After a rise nothing arrives until the first order of the new time does.
    CHECK(jump.ordered_by(after(1.0) + 20.0 * week) == after(1.0));
    CHECK(jump.ordered_by(after(1.0) + 38.9 * week) == after(1.0));
}

TEST_CASE("a longer lead time never brings capacity earlier") {
    for (int i = 0; i <= 60; ++i) {
        const auto when = after(0.07 * i);
        double before = 1e300;
        for (const double weeks : {0.0, 8.0, 10.0, 12.0, 36.0, 39.0, 52.0}) {
            const double stock = hw::procurement(orders, hw::constant_lead_time(weeks * week), start)(when).in(chip);
            CHECK(stock <= before);
            before = stock;
        }
        for (const double last : {1.0, 1.2, 1.4, 3.0}) {
            before = 1e300;
            for (const double weeks : {36.0, 39.0, 52.0}) {
                const auto lead_time = hw::changing_lead_time(after(1.0), weeks * week, after(last), 10.0 * week);
                const double stock = hw::procurement(orders, lead_time, start)(when).in(chip);
                CHECK(stock <= before * (1.0 + 1e-12));
                before = stock;
            }
            before = 1e300;
            for (const double weeks : {8.0, 10.0, 12.0, 60.0}) {
                const auto lead_time = hw::changing_lead_time(after(1.0), 39.0 * week, after(last), weeks * week);
                const double stock = hw::procurement(orders, lead_time, start)(when).in(chip);
                CHECK(stock <= before * (1.0 + 1e-12));
                before = stock;
            }
        }
        // A fall that comes later does no good.
        const auto later = hw::changing_lead_time(after(1.5), 39.0 * week, after(1.9), 10.0 * week);
        CHECK(hw::procurement(orders, later, start)(when) <= book(when));
        CHECK(slow(when) <= book(when));
        CHECK(book(when) <= fast(when));
    }
}

TEST_CASE("the stock is a trend: it can be asked when it reaches a level") {
    const auto where = hw::between(start, after(5.0));
    const auto when = hw::crossing(fast, 1000.0 * chip, where, hw::direction::either);
    CHECK_THAT(fast(when).in(chip), WithinRel(1000.0, 1e-9));
    CHECK(hw::crossing(slow, 1000.0 * chip, where, hw::direction::either) > when);
    // The jump when the queue is cleared.
    const auto cleared = hw::crossing(book, 1300.0 * chip, where, hw::direction::either);
    CHECK_THAT(cleared.seconds_since_1970(), WithinAbs((after(1.4) + 10.0 * week).seconds_since_1970(), 1e-3));
}

TEST_CASE("derivatives of the stock are those of the formulas") {
    using dual = hw::dual<1>;
    const auto by_weeks =
        hw::procurement(orders, hw::constant_lead_time(dual::variable(39.0, 0) * week), start)(after(2.0));
    CHECK_THAT(by_weeks.in(chip).gradient[0], WithinRel(-(orders(after(2.0) - 39.0 * week) * week).in(chip), 1e-12));
    const auto opening = hw::procurement(orders, falling, start, dual::variable(5.0, 0) * chip)(after(2.0));
    CHECK(opening.in(chip).gradient[0] == 1.0);
}

TEST_CASE("each draw of a block gets the stock that it gets alone, to the last bit") {
    const auto at = [](int i) { return 5.0 + 0.6 * i; };
    const auto x = hw::batch::generate(at);
    const auto of = [](const auto& y) {
        return hw::procurement(
            orders, hw::changing_lead_time(start + y * week, y * week, after(1.4), (50.0 - y) * week), start);
    };
    const auto block = of(x);
    for (int i = 0; i < hw::batch::size; ++i) {
        const auto alone = of(at(i));
        for (const double years : {0.2, 0.7, 1.3, 1.6, 2.2}) {
            REQUIRE(block.stock(after(years)).base_value().lane[i] == alone.stock(after(years)).base_value());
            REQUIRE(block.backlog(after(years)).base_value().lane[i] == alone.backlog(after(years)).base_value());
        }
        REQUIRE(block.lead_time().arrival(after(1.1)).seconds_since_1970().lane[i] ==
                alone.lead_time().arrival(after(1.1)).seconds_since_1970());
    }
}

TEST_CASE("a lead time that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::constant_lead_time(-1.0 * second), std::domain_error,
                         Message("lead time: time from order to delivery in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::changing_lead_time(start, day, start, __builtin_nan("") * second), std::domain_error,
                         Message("lead time: time from order to delivery in seconds must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::changing_lead_time(start, day, 2022y / 1 / 1, day), std::domain_error,
                         Message("changing_lead_time: the change must not end before it starts (2023-01-01), got "
                                 "2022-01-01"));
    CHECK_THROWS_MATCHES(hw::changing_lead_time(start, day, hw::date::never(), day), std::domain_error,
                         Message("changing_lead_time: last date must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::procurement(orders, falling, hw::date::never()), std::domain_error,
                         Message("procurement: start must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::procurement(orders, falling, start, -1.0 * chip), std::domain_error,
                         Message("procurement: opening stock (in base units) must be >= 0, got -1"));
}

TEST_CASE("what was ordered has arrived by its own date of arrival, for every lead time") {
    for (int i = 0; i < 3000; ++i) {
        const auto wait_before = (0.1 + 0.37 * (i % 29)) * month;
        const auto wait_after = (0.1 + 0.23 * (i % 31)) * month;
        const hw::date first = hw::date(2023y / 1 / 1) + (i % 97) * 1.1 * day;
        const hw::date last = first + (i % 7) * 0.9 * month;
        const auto wait = hw::changing_lead_time(first, wait_before, last, wait_after);
        REQUIRE(wait.ordered_by(wait.arrival(last)) >= last);
        REQUIRE(hw::abs(wait.ordered_by(wait.arrival(last)) - last) < 1e-6 * second);
        const hw::date later = last + (i % 11) * 1.3 * week;
        REQUIRE(hw::abs(wait.ordered_by(wait.arrival(later)) - later) < 1e-6 * second);
        REQUIRE(wait.ordered_by(wait.arrival(last) - 1e-3 * second) <= last);
    }
    // The queue clears on a date: on it the whole of it is in stock, in every draw of a block.
    const auto steady = hw::constant(100.0 * chip / day);
    const auto cut = hw::batch::generate([](int i) { return 0.1 + 0.13 * i; });
    const hw::date turn = 2024y / 4 / 1;
    const auto wait = hw::changing_lead_time(turn, 39.0 * week, turn, cut * week);
    const auto cleared = hw::procurement(steady, wait, hw::date(2024y / 1 / 1));
    const auto stock = cleared.stock(wait.arrival(turn)).base_value();
    for (int i = 0; i < hw::batch::size; ++i) CHECK_THAT(hw::value_at(stock, i), WithinRel(9100.0, 1e-9));
}

}  // namespace
