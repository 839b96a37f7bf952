// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/access_rule.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/buyer.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto never = hw::date::never();
constexpr auto rule = hw::access_rule("embargo", 2026y / 1 / 15, 2027y / 1 / 1, hw::denied());

static_assert(rule.name() == "embargo" && rule.from() == hw::date(2026y / 1 / 15) &&
              rule.until() == hw::date(2027y / 1 / 1));
static_assert(rule.policy().denies() && rule.licence() == 1.0 && rule.levies().duty() == 0.0);
static_assert(rule.share_of_home() == __builtin_huge_val());
// From the first day, included, to the last, excluded.
static_assert(!rule.binds_on(2026y / 1 / 14) && rule.binds_on(2026y / 1 / 15));
static_assert(rule.binds_on(2026y / 12 / 31) && !rule.binds_on(2027y / 1 / 1) && rule.takes_effect());
// Announced for later, it binds from then on.
constexpr auto later = rule.binding_from(2026y / 6 / 1);
static_assert(later.from() == rule.from() && !later.binds_on(2026y / 5 / 31) && later.binds_on(2026y / 6 / 1));
// Ended before it would bind, or never made law: it binds on no day.
constexpr auto dropped =
    hw::access_rule("dropped", 2025y / 1 / 15, 2025y / 5 / 13, hw::denied()).binding_from(2025y / 5 / 15);
constexpr auto bill = hw::access_rule("bill", 2026y / 1 / 21, never, hw::denied()).binding_from(never);
static_assert(!dropped.takes_effect() && !bill.takes_effect());
// Each change is of that thing alone.
constexpr auto changed = rule.with_policy(hw::unrestricted())
                             .with_share_of_home(0.5)
                             .with_licence(0.25)
                             .with_levy(hw::duty_on_price(0.25))
                             .reaching(hw::rule_reach::last_parent, "China", "Macau");
static_assert(!changed.policy().denies() && changed.share_of_home() == 0.5 && changed.licence() == 0.25 &&
              changed.levies().duty() == 0.25 && changed.from() == rule.from() && changed.until() == rule.until());

// A share is a number or a percentage.
static_assert(rule.with_licence(25.0 * percent).licence() == 0.25 &&
              rule.with_share_of_home(50.0 * percent).share_of_home() == 0.5);

// Two facts of a buyer, and which of them a rule asks for.
constexpr hw::buyer_seat at_home{.place_of_use = "China", .last_parent = "China"};
constexpr hw::buyer_seat abroad{.place_of_use = "Malaysia", .last_parent = "China"};
constexpr hw::buyer_seat hosted{.place_of_use = "China", .last_parent = "US"};
constexpr hw::buyer_seat ally{.place_of_use = "Japan", .last_parent = "Japan"};
constexpr auto by_use = rule.reaching(hw::rule_reach::place_of_use, "China", "Macau");
constexpr auto by_parent = rule.reaching(hw::rule_reach::last_parent, "China", "Macau");
constexpr auto by_either = rule.reaching(hw::rule_reach::either, "China", "Macau");
static_assert(by_use.reaches(at_home) && !by_use.reaches(abroad) && by_use.reaches(hosted) && !by_use.reaches(ally));
static_assert(by_parent.reaches(at_home) && by_parent.reaches(abroad) && !by_parent.reaches(hosted) &&
              !by_parent.reaches(ally));
static_assert(by_either.reaches(at_home) && by_either.reaches(abroad) && by_either.reaches(hosted) &&
              !by_either.reaches(ally));
constexpr auto by_parent_alone = rule.reaching(hw::rule_reach::last_parent_alone, "China", "Macau");
static_assert(!by_parent_alone.reaches(at_home) && by_parent_alone.reaches(abroad) &&
              !by_parent_alone.reaches(hosted) && !by_parent_alone.reaches(ally));
static_assert(by_parent.reaches({.last_parent = "Macau"}) && by_use.reaches({.place_of_use = "Macau"}));
static_assert(rule.reaches(ally) && rule.reaches({}));  // without places, everybody

// A window of its own for a buyer; a rule that never takes effect has an empty one, and a licence of which none is granted
// denies.
constexpr auto denied_in_2026 = hw::buyer("x", hw::unrestricted(), rule.window());
static_assert(denied_in_2026.policy_on(2026y / 2 / 1).denies() && !denied_in_2026.policy_on(2027y / 1 / 1).denies());
constexpr auto untouched = hw::buyer("x", hw::unrestricted(), dropped.window());
static_assert(!untouched.policy_on(2025y / 5 / 12).denies() && !untouched.policy_on(2025y / 5 / 15).denies());
static_assert(untouched.purchases(hw::constant(1000.0 * chip / day), 1.0 * tpp / chip, 2025y / 1 / 1, 2025y / 7 / 1) ==
              181'000.0 * chip);
static_assert(
    hw::access_rule("licence", 2026y / 1 / 1, never, hw::unrestricted()).with_licence(0).window().policy.denies());
static_assert(
    !hw::access_rule("licence", 2026y / 1 / 1, never, hw::unrestricted()).with_licence(0.1).window().policy.denies());

TEST_CASE("a rule's cap on shipments is that of its days and its share") {
    const auto home = hw::constant(100e3 * chip / year);
    const auto wants = hw::constant(90e3 * chip / year);
    const auto from_rule = later.with_share_of_home(0.4).shipment_cap(home);
    const auto alone = hw::shipment_cap(0.4, home, 2026y / 6 / 1, 2027y / 1 / 1);
    CHECK(from_rule.shipped(wants, 2026y / 1 / 1, 2028y / 1 / 1) == alone.shipped(wants, 2026y / 1 / 1, 2028y / 1 / 1));
    CHECK(from_rule.allowed(2026y / 9 / 1) == alone.allowed(2026y / 9 / 1));
    CHECK_THROWS_MATCHES(
        rule.shipment_cap(home), std::domain_error,
        Message("shipment_cap: embargo caps no share of home shipments; give it one with with_share_of_home"));
    CHECK_THROWS_MATCHES(dropped.with_share_of_home(0.5).shipment_cap(home), std::domain_error,
                         Message("shipment_cap: dropped never takes effect (it would bind from 2025-05-15 and ends on "
                                 "2025-05-13), so it caps nothing"));
}

TEST_CASE("a rule in every number type keeps what is not changed") {
    const auto granted = hw::batch::generate([](int i) { return i % 2 == 0 ? 1.0 : 0.0; });
    const auto drawn = changed.with_licence(granted).binding_from(hw::date(2026y / 2 / 1) + granted * day);
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(drawn.licence(), i) == (i % 2 == 0 ? 1.0 : 0.0));
        CHECK(hw::value_at(drawn.share_of_home(), i) == 0.5);
        CHECK(hw::value_at(drawn.levies().duty(), i) == 0.25);
        CHECK(hw::value_at(drawn.until().seconds_since_1970(), i) == rule.until().seconds_since_1970());
    }
    const auto on_the_first = hw::select(drawn.binds_on(2026y / 2 / 1), hw::batch(1.0), hw::batch(0.0));
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(on_the_first, i) == (i % 2 == 0 ? 0.0 : 1.0));
    CHECK(drawn.reaches(abroad));
    CHECK_FALSE(drawn.reaches(hosted));
    CHECK(drawn.name() == "embargo");
}

TEST_CASE("a rule that makes no sense is refused by name") {
    constexpr double nan = __builtin_nan("");
    const auto day_0 = hw::date(2026y / 1 / 15);
    check_refusals([&](const auto& x) { return hw::access_rule("r", day_0, day_0 + x * day, hw::denied()); },
                   {1e-3, 300.0}, {0.0, -1.0});
    check_refusals([&](const auto& x) { return rule.binding_from(day_0 + x * day); }, {0.0, 500.0}, {-1e-3, -9.0});
    check_refusals([](const auto& x) { return rule.with_share_of_home(x); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0 + 1e-9, nan});
    check_refusals([](const auto& x) { return rule.with_licence(x); }, {0.0, 0.5, 1.0}, {-1e-9, 1.0 + 1e-9, nan});
    CHECK_THROWS_MATCHES(
        hw::access_rule("diffusion rule", 2025y / 5 / 15, 2025y / 5 / 13, hw::denied()), std::domain_error,
        Message("access_rule: diffusion rule must end after it starts, got 2025-05-15 to 2025-05-13; give "
                "from, then until, and date::never() for no end"));
    CHECK_THROWS_MATCHES(
        hw::access_rule("r", never, never, hw::denied()), std::domain_error,
        Message("access_rule: day on which a rule is issued must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(
        rule.binding_from(2026y / 1 / 1), std::domain_error,
        Message("access_rule: embargo must not bind before it is issued (2026-01-15), got 2026-01-01"));
    CHECK_THROWS_MATCHES(
        rule.with_share_of_home(50), std::domain_error,
        Message("access_rule: the share of home shipments of embargo must be a share between 0 and 1, got "
                "50"));
    CHECK_THROWS_MATCHES(
        rule.with_licence(-0.5), std::domain_error,
        Message("access_rule: the share of licences that are granted of embargo must be a share between 0 "
                "and 1, got -0.5"));
    CHECK_THROWS_MATCHES(by_parent.reaches({.place_of_use = "Malaysia"}), std::domain_error,
                         Message("access_rule: embargo asks for the place of the last parent of a buyer, which is not "
                                 "stated; give it to buyer_seat"));
    CHECK_THROWS_MATCHES(
        by_either.reaches({.last_parent = "China"}), std::domain_error,
        Message("access_rule: embargo asks for the place of use of a buyer, which is not stated; give it to "
                "buyer_seat"));
}

}  // namespace
