// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/knots.hpp>

#include "catch.hpp"

using headway::detail::knot_listener;
using headway::detail::knots;

namespace {

// From second 100 on a knot every 5 seconds, in steps of 10.
constexpr knots some{100.0, 10.0, 2.0};

/// What a path says that is asked on a date, the same for all draws.
void ask_path(const knots& of, double when) {
    double dates[headway::detail::block_lanes];
    for (double& date : dates) date = when;
    if (knot_listener::current() != nullptr) knot_listener::current()->hear(of, dates);
}

}  // namespace

TEST_CASE("the next knot is after a date by more than rounding") {
    CHECK(some.after(-1e6) == 100.0);
    CHECK(some.after(99.0) == 100.0);
    CHECK(some.after(100.0) == 105.0);
    CHECK(some.after(100.0 - 1e-6) == 105.0);
    CHECK(some.after(104.9) == 105.0);
    CHECK(some.after(105.0) == 110.0);
    CHECK(some.after(109.999999) == 115.0);
    CHECK(some.after(1'000'003.0) == 1'000'005.0);
}

TEST_CASE("knots are heard where they are asked twice at one distance from the trend's own date") {
    knot_listener listener;
    listener.ask(200.0);
    ask_path(some, 200.0);
    CHECK(!listener.has_heard());
    listener.ask(203.0);
    ask_path(some, 203.0);
    CHECK(listener.has_heard());
    CHECK(listener.next(203.0, 1000.0) == 205.0);
    CHECK(listener.next(203.0, 204.0) == 204.0);

    SECTION("twice in one look is once") {
        knot_listener other;
        other.ask(200.0);
        ask_path(some, 200.0);
        ask_path(some, 200.0);
        CHECK(!other.has_heard());
    }
    SECTION("a delay moves them") {
        knot_listener delayed;
        for (const double when : {200.0, 207.0}) {
            delayed.ask(when);
            ask_path(some, when - 3.0);
        }
        CHECK(delayed.next(200.0, 1000.0) == 203.0);
    }
    SECTION("on a fixed date they are none of the trend's") {
        knot_listener fixed;
        for (const double when : {200.0, 207.0}) {
            fixed.ask(when);
            ask_path(some, 150.0);
        }
        CHECK(!fixed.has_heard());
    }
    SECTION("of several the first counts") {
        const knots finer{100.0, 2.0, 1.0};
        for (const double when : {201.0, 206.0}) {
            listener.ask(when);
            ask_path(finer, when);
        }
        CHECK(listener.next(203.0, 1000.0) == 204.0);
        CHECK(listener.next(204.0, 1000.0) == 205.0);
    }
}

TEST_CASE("the innermost listener hears, and who listened before it does again") {
    CHECK(knot_listener::current() == nullptr);
    {
        knot_listener outer;
        {
            const knot_listener inner;
            CHECK(knot_listener::current() == &inner);
        }
        CHECK(knot_listener::current() == &outer);
        outer.stop();
        CHECK(knot_listener::current() == nullptr);
    }
    CHECK(knot_listener::current() == nullptr);
}
