// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/rule_book.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/roadmap.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;
using hw::figures::admission;

namespace {

constexpr auto never = hw::date::never();
constexpr auto count = tpp / chip;
constexpr auto pflops = petaflop / second / chip;
constexpr auto gb_per_s = gigabyte / second / chip;

constexpr hw::generation old_chip{.name = "old",
                                  .launch = hw::date(2022y / 9 / 20),
                                  .performance = 2.0 * pflops,
                                  .processing_performance = 16'000.0 * count,
                                  .memory_bandwidth = 3'350.0 * gb_per_s};
constexpr hw::generation new_chip{.name = "new",
                                  .launch = hw::date(2024y / 11 / 1),
                                  .performance = 4.5 * pflops,
                                  .processing_performance = 36'000.0 * count,
                                  .memory_bandwidth = 8'000.0 * gb_per_s};
constexpr hw::generation vague{.name = "vague", .launch = hw::date(2024y / 1 / 1), .performance = pflops};

// Each limit by itself, at the limit and beside it, and what is not stated.
constexpr auto limits = hw::performance_below(21'000.0 * count) & hw::bandwidth_below(6'500.0 * gb_per_s);
constexpr auto with = [](double tpps, double bandwidth) {
    return vague.with_processing_performance(tpps * count).with_memory_bandwidth(bandwidth * gb_per_s);
};
static_assert(hw::admits(limits, with(20'999.0, 6'499.0)) == admission::yes);
static_assert(hw::admits(limits, with(21'000.0, 6'499.0)) == admission::no);
static_assert(hw::admits(limits, with(20'999.0, 6'500.0)) == admission::no);
static_assert(hw::admits(limits, with(20'999.0, 0.0)) == admission::unknown);
static_assert(hw::admits(limits, with(0.0, 6'499.0)) == admission::unknown &&
              hw::admits(limits, vague) == admission::unknown);
static_assert(hw::admits(limits, with(21'000.0, 0.0)) == admission::no &&
              hw::admits(limits, with(0.0, 6'500.0)) == admission::no);
static_assert(hw::admits(hw::capped_performance(16'000.0 * count), old_chip) == admission::yes);
static_assert(hw::admits(hw::capped_performance(15'999.0 * count), old_chip) == admission::no);
static_assert(hw::admits(hw::capped_performance(1.0 * count), vague) == admission::unknown);
static_assert(hw::admits(hw::unrestricted(), vague) == admission::yes &&
              hw::admits(hw::denied(), vague) == admission::no);
static_assert(hw::admits(hw::generations_behind(1), old_chip) == admission::unknown);  // a roadmap knows
static_assert(hw::admits(hw::generations_behind(1) & limits, new_chip) == admission::no);
static_assert(hw::keeps_limits(hw::capped_performance(16'000.0 * count), old_chip) &&
              !hw::keeps_limits(hw::capped_performance(15'999.0 * count), old_chip));
// A cap that is passed is enough to know, whatever the bandwidth is.
static_assert(!hw::keeps_limits(hw::capped_performance(9'000.0 * count) & limits, with(10'000.0, 0.0)) &&
              hw::admits(hw::capped_performance(9'000.0 * count) & limits, with(10'000.0, 0.0)) == admission::no);
static_assert(hw::keeps_limits(limits, old_chip) && !hw::keeps_limits(limits, new_chip));
static_assert(!hw::keeps_limits(hw::denied(), vague) && !hw::keeps_limits(limits, with(21'000.0, 0.0)));

constexpr auto day_0 = hw::date(2026y / 1 / 15);
constexpr auto sale = hw::access_rule("sale", day_0, never, limits)
                          .with_share_of_home(0.5)
                          .reaching(hw::rule_reach::either, "China", "Macau");
constexpr auto duty = hw::access_rule("duty", day_0, never, hw::unrestricted())
                          .with_levy(hw::duty_on_price(0.25))
                          .reaching(hw::rule_reach::place_of_use, "China");
constexpr auto block = hw::access_rule("block", 2026y / 1 / 13, 2026y / 1 / 28, hw::denied())
                           .reaching(hw::rule_reach::place_of_use, "China");
constexpr auto parents = hw::access_rule("parents", 2026y / 5 / 31, never, hw::unrestricted())
                             .with_licence(0.3)
                             .reaching(hw::rule_reach::last_parent, "China", "Macau");
constexpr auto dropped =
    hw::access_rule("dropped", 2025y / 1 / 15, 2025y / 5 / 13, hw::denied()).binding_from(2025y / 5 / 15);
constexpr auto book = hw::rule_book(sale, duty, block, parents, dropped);

constexpr hw::buyer_seat china{.place_of_use = "China", .last_parent = "China"};
constexpr hw::buyer_seat abroad{.place_of_use = "Malaysia", .last_parent = "China"};
constexpr hw::buyer_seat ally{.place_of_use = "Japan", .last_parent = "Japan"};

static_assert(book.size() == 5 && book[0].name() == "sale");
// What binds on one day binds together.
static_assert(book.admits(new_chip, 2026y / 1 / 12, china) == admission::yes);
static_assert(book.admits(old_chip, 2026y / 1 / 13, china) == admission::no);  // the buyer's own government
static_assert(book.admits(old_chip, 2026y / 1 / 13, abroad) == admission::yes);
static_assert(book.admits(old_chip, 2026y / 1 / 28, china) == admission::yes);
static_assert(book.admits(new_chip, 2026y / 1 / 28, china) == admission::no);
static_assert(book.admits(new_chip, 2026y / 1 / 28, abroad) == admission::no);
static_assert(book.admits(new_chip, 2026y / 1 / 28, ally) == admission::yes);
static_assert(book.admits(vague, 2026y / 1 / 28, china) == admission::unknown);
static_assert(book.licence_on(2026y / 5 / 30, abroad) == 1.0 && book.licence_on(2026y / 5 / 31, abroad) == 0.3);
static_assert(book.licence_on(2026y / 5 / 31, ally) == 1.0);
static_assert(book.levy_on(2026y / 1 / 14, china).duty() == 0.0 && book.levy_on(2026y / 1 / 15, china).duty() == 0.25);
static_assert(book.levy_on(2026y / 1 / 15, abroad).duty() == 0.0);
// The rule that was dropped binds nobody on any day.
static_assert(book.admits(new_chip, 2025y / 5 / 12, china) == admission::yes &&
              book.admits(new_chip, 2025y / 5 / 13, china) == admission::yes &&
              book.admits(new_chip, 2025y / 5 / 15, china) == admission::yes);

// The buyer: best chip launched and permitted by then.
constexpr auto map = hw::roadmap(old_chip, new_chip);
constexpr auto buys = book.buyer("China", china);
static_assert(map[buys.frontier(map, 2025y / 5 / 15)].name == "new" && !buys.frontier(map, 2026y / 1 / 20).exists());
static_assert(map[buys.frontier(map, 2026y / 1 / 28)].name == "old");
static_assert(map[buys.frontier_held(map, 2027y / 1 / 1)].name == "new");  // bought before
static_assert(map[book.buyer("abroad", abroad).frontier(map, 2026y / 1 / 20)].name == "old");
static_assert(map[book.buyer("ally", ally).frontier(map, 2027y / 1 / 1)].name == "new");
static_assert(buys.usable(2026y / 1 / 20, 100.0 * chip, 50.0 * chip) == 100.0 * chip);

TEST_CASE("the buyer of a rule book is allowed on each day what the rules say") {
    const auto check = [](const hw::buyer_seat& seat) {
        const auto buyer = book.buyer("x", seat);
        for (int days = 0; days < 700; ++days) {
            const auto when = hw::date(2024y / 12 / 20) + static_cast<double>(days) * day;
            const auto one = buyer.policy_on(when);
            const auto other = book.policy_on(when, seat);
            REQUIRE(one.denies() == other.denies());
            REQUIRE(one.restriction.below_performance == other.restriction.below_performance);
            REQUIRE(one.restriction.below_bandwidth == other.restriction.below_bandwidth);
        }
    };
    check(china);
    check(abroad);
    check(ally);
}

TEST_CASE("what is let through, by another way: day by day") {
    const auto demand = hw::exponential(day_0, 100e3 * chip / year, hw::doubles_every(year));
    for (const auto& seat : {china, abroad, ally}) {
        for (const auto& one : {old_chip, new_chip}) {
            const auto through = book.permitted(demand, one, seat);
            double sum = 0.0;
            for (int days = -400; days < 500; ++days) {
                const auto from = day_0 + static_cast<double>(days) * day;
                const bool had = book.admits(one, from, seat) == admission::yes;
                const double part = had ? book.licence_on(from, seat) : 0.0;
                REQUIRE(through.part_on(from) == part);
                REQUIRE(through(from) == demand(from) * part);
                sum += part * hw::cumulative(demand, from, from + day).in(chip);
            }
            CHECK_THAT(hw::cumulative(through, day_0 - 400.0 * day, day_0 + 500.0 * day).in(chip),
                       WithinRel(sum, 1e-11));
        }
    }
    // A demand without a closed form, whose integral is cut where the rules change.
    const auto wave = hw::as_trend([](const auto& when) {
        const auto t = (when - day_0).in(year);
        return (100e3 + 20e3 * t * t) * (chip / year);
    });
    const auto through = book.permitted(wave, old_chip, china);
    const auto cubic = [](double t) { return 100e3 * t + 20e3 * t * t * t / 3.0; };
    const double opens = (hw::date(2026y / 1 / 28) - day_0).in(year);
    const double licence = (hw::date(2026y / 5 / 31) - day_0).in(year);
    CHECK_THAT(hw::cumulative(through, day_0, day_0 + year).in(chip),
               WithinRel(cubic(licence) - cubic(opens) + 0.3 * (cubic(1.0) - cubic(licence)), 1e-9));
}

TEST_CASE("limits, block, licence and cap together") {
    // From the day on which the block ends 100 000 a year are let through, from 2026-05-31 on 30 000; of 60 000 a year sold at
    // home half is 30 000 a year from the rule's first day.
    const auto home = hw::constant(60e3 * chip / year);
    const auto through = book.permitted(hw::constant(100e3 * chip / year), old_chip, china);
    const auto cap = sale.shipment_cap(home);
    const auto shipped = [&](const hw::date& until) { return cap.shipped(through, day_0, until).in(chip); };
    const auto years = [](const hw::date& from, const hw::date& until) { return (until - from).in(year); };
    CHECK(shipped(2026y / 1 / 28) == 0.0);
    // What was not shipped during the block is still allowed later: the cap counts from the first day.
    CHECK_THAT(shipped(2026y / 2 / 1), WithinRel(100e3 * years(2026y / 1 / 28, 2026y / 2 / 1), 1e-12));
    CHECK_THAT(shipped(2026y / 5 / 31), WithinRel(30e3 * years(day_0, 2026y / 5 / 31), 1e-12));
    CHECK_THAT(shipped(2027y / 5 / 31), WithinRel(30e3 * years(day_0, 2027y / 5 / 31), 1e-12));
    CHECK(
        cap.shipped(book.permitted(hw::constant(100e3 * chip / year), new_chip, china), day_0, day_0 + year).in(chip) ==
        0.0);
}

TEST_CASE("one decision for all is drawn, many are a share") {
    // Of 64 draws 16 have the licence: a quarter of what the cap lets through. A quarter of all applications is another thing:
    // it is below the cap.
    const auto granted = hw::batch::generate([](int i) { return i % 4 == 0 ? 1.0 : 0.0; });
    const auto home = hw::constant(100e3 * chip / year);
    const auto demand = hw::constant(80e3 * chip / year);
    const auto sold = [&](const auto& licence) {
        const auto rule = hw::access_rule("r", day_0, never, limits).with_share_of_home(0.5).with_licence(licence);
        return rule.shipment_cap(home)
            .shipped(hw::rule_book(rule).permitted(demand, old_chip, china), day_0, day_0 + year)
            .in(chip);
    };
    const hw::batch drawn = sold(granted);
    double sum = 0.0;
    for (int i = 0; i < hw::batch::size; ++i) sum += hw::value_at(drawn, i);
    CHECK_THAT(sum / hw::batch::size, WithinRel(0.25 * 50e3, 1e-13));
    CHECK_THAT(sold(0.25), WithinRel(0.25 * 80e3, 1e-13));
    CHECK_THAT(sold(1), WithinRel(50e3, 1e-13));
    CHECK(sold(0) == 0.0);
    check_number_types([&](auto p) { return sold(p); }, 0.05, 0.6);
    // A licence that is not granted is a denial to the buyer, draw by draw.
    const auto needs = hw::access_rule("licence", day_0, never, hw::unrestricted()).with_licence(granted);
    const auto place = hw::rule_book(needs).buyer("x", china).frontier(map, 2027y / 1 / 1);
    const auto exists = hw::select(place.exists(), hw::batch(1.0), hw::batch(0.0));
    for (int i = 0; i < hw::batch::size; ++i) CHECK(hw::value_at(exists, i) == (i % 4 == 0 ? 1.0 : 0.0));
    // Two licences together.
    const auto another = hw::access_rule("another", day_0, never, hw::unrestricted()).with_licence(0.5);
    CHECK(hw::rule_book(parents, another).licence_on(2027y / 1 / 1, china) == 0.3 * 0.5);
}

TEST_CASE("the dates of rules may be unsure, in any order") {
    // The block begins on the 13th in even draws and on the 20th, after the sale, in odd ones.
    const auto begins =
        hw::date(2026y / 1 / 13) + hw::batch::generate([](int i) { return i % 2 == 0 ? 0.0 : 7.0; }) * day;
    const auto unsure = hw::rule_book(sale, hw::access_rule("block", begins, 2026y / 1 / 28, hw::denied()));
    const auto demand = hw::constant(365.2425 * chip / year);  // one a day
    const auto through = hw::cumulative(unsure.permitted(demand, old_chip, china), 2026y / 1 / 1, 2026y / 1 / 31);
    const auto frontier = unsure.buyer("x", china).frontier(map, 2026y / 1 / 16).place;
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK_THAT(hw::value_at(through.base_value(), i) / chip.base_value(),
                   WithinRel(i % 2 == 0 ? 15.0 : 22.0, 1e-12));
        const double place = hw::value_at(frontier, i);
        CHECK((i % 2 == 0 ? place != place : place == 0.0));
    }
}

TEST_CASE("a definite answer that the data do not give is refused by name") {
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(limits, vague), std::domain_error,
        Message("keeps_limits: generation vague states no processing performance, which a limit is compared "
                "with; give it one"));
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(limits, with(1.0, 0.0)), std::domain_error,
        Message("keeps_limits: generation vague states no memory bandwidth, which a limit is compared with; "
                "give it one"));
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(hw::capped_performance(1.0 * count), vague), std::domain_error,
        Message("keeps_limits: generation vague states no processing performance, which a cap is compared "
                "with; give it one"));
    CHECK_THROWS_MATCHES(
        hw::keeps_limits(hw::generations_behind(1), old_chip), std::domain_error,
        Message("keeps_limits: a lag in generations says of old nothing by itself; ask for the frontier of a "
                "roadmap"));
    const auto demand = hw::constant(1.0 * chip / year);
    CHECK_THROWS_MATCHES(
        book.permitted(demand, vague, china), std::domain_error,
        Message("permitted: generation vague states no processing performance, which a limit is compared "
                "with, as sale asks; give it one"));
    const auto refused = [&](const auto& policy, const char* message) {
        const auto one = hw::rule_book(hw::access_rule("such a rule", day_0, never, policy));
        CHECK_THROWS_MATCHES(one.permitted(demand, vague, china), std::domain_error, Message(message));
    };
    refused(hw::bandwidth_below(1.0 * gb_per_s),
            "permitted: generation vague states no memory bandwidth, which a limit is compared with, as such a rule "
            "asks; give it one");
    refused(hw::capped_performance(1.0 * count),
            "permitted: generation vague states no processing performance, which a cap is compared with, as such a "
            "rule asks; give it one");
    refused(hw::generations_behind(1),
            "permitted: a lag in generations, as such a rule asks for, says of vague nothing by itself; ask for the "
            "frontier of a roadmap");
    CHECK_NOTHROW(book.permitted(demand, vague, ally));  // whom that rule does not reach
    // Nor does one that never takes effect.
    const auto announced = hw::access_rule("announced", day_0, never, limits).binding_from(never);
    CHECK(hw::rule_book(announced).permitted(demand, vague, china).part_on(2027y / 1 / 1) == 1.0);
    CHECK_THROWS_AS(map.frontier(2027y / 1 / 1, hw::behind(-1)), std::domain_error);
    CHECK_THROWS_MATCHES(
        hw::rule_book(sale, hw::access_rule("quota", day_0, never, hw::capped_quantity(100.0 * chip))),
        std::domain_error,
        Message("rule_book: quota caps a number of chips, which counts over its own time and not over that "
                "of the rules beside it; give it to buyer in a window of its own"));
    CHECK_THROWS_AS(hw::rule_book(hw::access_rule("quota", day_0, never, hw::capped_quantity(100.0 * tpp))),
                    std::domain_error);
    CHECK_THROWS_AS(book.policy_on(day_0, {.place_of_use = "China"}), std::domain_error);
}

}  // namespace
