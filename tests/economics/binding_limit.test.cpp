// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/binding_limit.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "three_limits.hpp"

#include <headway/simulation/simulate.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using three_limits::buildable;
using three_limits::limits;
using three_limits::per_year;
using three_limits::start;

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto decade = hw::between(start, start + 10.0 * year);

static_assert(hw::binds<"chips">(buildable, start) == 1.0 && hw::binds<"power">(buildable, start) == 0.0);
static_assert(hw::binds<"power">(buildable, start + 4.0 * year) == 1.0);
static_assert(hw::binds<"money">(buildable, start + 9.0 * year) == 1.0);
static_assert(close(hw::headroom<"power">(buildable, start), 4.0) && hw::headroom<"chips">(buildable, start) == 1.0);
static_assert(close(hw::headroom<"money">(buildable, start + year), 4.5));

// Chips meet power when 2^t = 4 · 1.2^t, power meets money when 4 · 1.2^t = 9.
constexpr double to_power = hw::log(4.0) / hw::log(2.0 / 1.2);
constexpr double to_money = hw::log(9.0 / 4.0) / hw::log(1.2);
static_assert(hw::binds_from<"chips">(buildable, decade) == start);
static_assert(close((hw::binds_from<"power">(buildable, decade) - start).in(year), to_power));
static_assert(close((hw::binds_from<"money">(buildable, decade) - start).in(year), to_money));
static_assert(hw::binds_from<"money">(buildable, hw::between(start, start + year)).is_never());
static_assert(hw::binds_from<"power">(buildable, hw::between(start + 3.0 * year, start + 4.0 * year)) ==
              start + 3.0 * year);

// A single limit binds always; of equal ones the first.
constexpr auto alone = hw::supply(hw::limit<"chips">(hw::constant(2.0 * per_year)));
static_assert(hw::binds<"chips">(alone, start) == 1.0 && hw::binds_from<"chips">(alone, decade) == start);
static_assert(hw::headroom<"chips">(alone, start) == 1.0);
constexpr auto equal = hw::supply(hw::limit<"a">(hw::constant(2.0)), hw::limit<"b">(hw::constant(2.0)));
static_assert(hw::binds<"a">(equal, start) == 1.0 && hw::binds<"b">(equal, start) == 0.0);
// So it says from when on, too, and headroom tells of the tie.
static_assert(hw::binds_from<"a">(equal, decade) == decade.first && hw::binds_from<"b">(equal, decade).is_never());
static_assert(hw::headroom<"a">(equal, start) == 1.0 && hw::headroom<"b">(equal, start) == 1.0);
// A limit of nothing binds, and any other allows endlessly more; two of nothing tie.
constexpr auto nothing = hw::supply(hw::limit<"nothing">(hw::constant(0.0 * per_year)),
                                    hw::limit<"more">(hw::constant(per_year)),
                                    hw::limit<"none">(0.0 * hw::constant(per_year)));
static_assert(hw::headroom<"nothing">(nothing, start) == 1.0 && hw::headroom<"none">(nothing, start) == 1.0);
static_assert(hw::headroom<"more">(nothing, start) == std::numeric_limits<double>::infinity());
// Equal for two years, then less; equal, then more.
constexpr auto later = start + 2.0 * year;
constexpr auto parting = hw::supply(hw::limit<"a">(hw::constant(2.0)), hw::limit<"b">(hw::steps(2.0, hw::point(later, 1.0))),
                                    hw::limit<"c">(hw::steps(2.0, hw::point(later, 3.0))));
static_assert(hw::binds_from<"a">(parting, decade) == decade.first);
static_assert(hw::binds_from<"b">(parting, decade) == later);
static_assert(hw::binds_from<"c">(parting, decade).is_never());
// Less only for two days, which the limit tells of, and a tie with the first on these days only.
constexpr auto brief = hw::supply(hw::limit<"a">(hw::constant(2.0)),
                                  hw::limit<"b">(hw::steps(3.0, hw::point(later, 1.0), hw::point(later + 2.0 * day, 3.0))),
                                  hw::limit<"c">(hw::steps(3.0, hw::point(later, 2.0), hw::point(later + 2.0 * day, 3.0))));
static_assert(hw::binds_from<"b">(brief, decade) == later && hw::binds_from<"c">(brief, decade).is_never());

TEST_CASE("the schedule names each limit in the order in which it binds") {
    const auto schedule = hw::binding_schedule(buildable, decade);
    REQUIRE(schedule.size() == 3);
    CHECK(schedule[0].name == "chips");
    CHECK(schedule[1].name == "power");
    CHECK(schedule[2].name == "money");
    CHECK(schedule[0].from == start);
    CHECK(schedule[0].until == schedule[1].from);
    CHECK(schedule[1].until == schedule[2].from);
    CHECK(schedule[2].until == decade.last);
    CHECK_THAT((schedule[1].from - start).in(year), WithinRel(to_power, 1e-13));
    CHECK_THAT((schedule[2].from - start).in(year), WithinRel(to_money, 1e-13));
    CHECK(hw::binding_schedule(alone, decade).size() == 1);
    CHECK(hw::binding_schedule(buildable, hw::between(start, start)).size() == 1);

    // A limit that binds, lets go and binds again.
    const auto moving = hw::steps(5.0, hw::point(start + 2.0 * year, 1.0), hw::point(start + 3.0 * year, 5.0),
                                  hw::point(start + 3.01 * year, 1.0));
    const auto again =
        hw::binding_schedule(hw::supply(hw::limit<"a">(hw::constant(2.0)), hw::limit<"b">(moving)), decade);
    REQUIRE(again.size() >= 2);
    CHECK(again[1].name == "b");
    CHECK_THAT((again[1].from - start).in(year), WithinRel(2.0, 1e-13));
}

TEST_CASE("a limit that binds for two days is in the schedule") {
    const auto schedule = hw::binding_schedule(brief, decade);
    REQUIRE(schedule.size() == 3);
    CHECK(schedule[1].name == "b");
    CHECK(schedule[1].from == later);
    CHECK(schedule[1].until == later + 2.0 * day);
    CHECK(hw::binding_schedule(equal, decade).size() == 1);
}

/// On the date that `binds_from` gives the limit binds; where it is not the window's first, it does not just before; where
/// there is none it binds on no date.
template <hw::label Name>
void check_binds_from(const auto& supply, const auto& where) {
    const hw::date from = hw::binds_from<Name>(supply, where);
    INFO(Name.view());
    if (!from.is_never()) {
        CHECK(hw::binds<Name>(supply, from) == 1.0);
        if (from != where.first) CHECK(hw::binds<Name>(supply, from - 1e-6 * second) == 0.0);
    }
    for (int k = 0; k <= 1000; ++k) {
        const hw::date t = where.first + (where.last - where.first) * (k / 1000.0);
        if (from.is_never() || t < from) CHECK(hw::binds<Name>(supply, t) == 0.0);
    }
}

TEST_CASE("binds_from says what binds says, ties included") {
    const auto check = [](const auto& supply) {
        check_binds_from<"a">(supply, decade);
        check_binds_from<"b">(supply, decade);
        check_binds_from<"c">(supply, decade);
    };
    check(parting);
    check(brief);
    for (int i = 0; i < 27; ++i) {
        // Each of three limits takes one of three values before and after a date, so that most of them tie.
        const auto value = [&](int digit) { return 1.0 + (i / digit) % 3; };
        const auto stepped = [&](double from, double to) { return hw::steps(from, hw::point(later, to)); };
        check(hw::supply(hw::limit<"a">(stepped(value(1), value(9))), hw::limit<"b">(stepped(value(3), value(1))),
                         hw::limit<"c">(stepped(value(9), value(3)))));
    }
    // In a block, draws that tie beside draws that do not.
    const auto height = hw::batch::generate([](int i) { return 1.0 + i % 3; });
    const auto block =
        hw::supply(hw::limit<"a">(hw::steps(2.0, hw::point(later, 1.5))), hw::limit<"b">(hw::constant(height)));
    const auto a = hw::binds_from<"a">(block, decade).seconds_since_1970();
    const auto b = hw::binds_from<"b">(block, decade).seconds_since_1970();
    for (int i = 0; i < hw::batch::size; ++i) {
        const double from_start = decade.first.seconds_since_1970();
        CHECK(hw::value_at(a, i) == (i % 3 == 0 ? __builtin_huge_val() : from_start));
        CHECK(hw::value_at(b, i) == (i % 3 == 0 ? from_start : __builtin_huge_val()));
    }
    const auto broken = hw::as_trend([](const auto& t) { return hw::log((t - start).in(year) - 1.0); });
    CHECK_THROWS_WITH(hw::binds_from<"a">(hw::supply(hw::limit<"a">(hw::constant(2.0)), hw::limit<"b">(broken)), decade),
                      Catch::Matchers::StartsWith("binds_from: no difference to compare at 2024-03-01"));
}

TEST_CASE("one limit binds at every date") {
    for (double years = 0.0; years < 10.0; years += 0.37) {
        const auto t = start + years * year;
        CHECK(hw::binds<"chips">(buildable, t) + hw::binds<"power">(buildable, t) + hw::binds<"money">(buildable, t) ==
              1.0);
        CHECK(hw::min(hw::min(hw::headroom<"chips">(buildable, t), hw::headroom<"power">(buildable, t)),
                      hw::headroom<"money">(buildable, t)) == 1.0);
    }
}

TEST_CASE("every limit and every need counts for which binds") {
    const auto early = start + year;
    CHECK(hw::binds_from<"power">(limits(1.1, 1.0), decade) < hw::binds_from<"power">(buildable, decade));
    CHECK(hw::binds_from<"power">(limits(1.0, 1.1), decade) < hw::binds_from<"power">(buildable, decade));
    CHECK(hw::headroom<"power">(limits(1.1, 1.0), early) < hw::headroom<"power">(buildable, early));
}

TEST_CASE("which limit binds runs on every number type") {
    check_number_types([](const auto& x) { return hw::headroom<"money">(limits(x, x), start + x * year); }, 0.5, 2.0);
    check_number_types([](const auto& x) { return hw::binds_from<"power">(limits(x, x), decade).seconds_since_1970(); },
                       1.0, 1.4, 1e-5, 1e-15);
    const auto x = hw::batch::generate([](int i) { return 0.2 + 0.1 * i; });
    const auto flags = hw::binds<"power">(limits(x, x), start + 2.0 * year);
    int bound = 0;
    for (int i = 0; i < hw::batch::size; ++i) {
        const double alone_at = 0.2 + 0.1 * i;
        CHECK(flags.lane[i] == hw::binds<"power">(limits(alone_at, alone_at), start + 2.0 * year));
        bound += flags.lane[i] == 1.0 ? 1 : 0;
    }
    CHECK(bound > 0);
    CHECK(bound < hw::batch::size);
}

constexpr auto chips_now = hw::assumption<"chips now">(hw::uniform(0.5, 1.5), "a test");

TEST_CASE("the mean of `binds` over a simulation is the probability that a limit binds") {
    // Power binds after 2 years where chips_now · 4 > 4 · 1.44, that is above 1.44: 6 % of the draws.
    constexpr auto which = hw::forecast(hw::inputs(chips_now), [](const auto& in) {
        const auto s = limits(in[chips_now], in[chips_now] * 0.0 + 1.0);
        const auto t = start + 2.0 * year;
        return hw::outputs(hw::output<"chips">(hw::binds<"chips">(s, t)),
                           hw::output<"power">(hw::binds<"power">(s, t)));
    });
    static_assert(!hw::branches_on_draws<decltype(which)>);
    const auto result = hw::simulate(which, {.draws = 20'000, .seed = 7, .method = hw::method::latin_hypercube});
    CHECK_THAT(hw::get<"power">(result).mean(), WithinAbs(0.06, 0.001));
    CHECK_THAT(hw::get<"chips">(result).mean() + hw::get<"power">(result).mean(), WithinAbs(1.0, 1e-12));
}

}  // namespace
