// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/price_life.hpp>

#include "catch.hpp"
#include "price_life.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/cumulative.hpp>
#include <headway/trend/first_time.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto each = usd / chip;
constexpr auto launch = hw::date(2022y / 9 / 20);
constexpr auto successor = hw::date(2024y / 11 / 1);
constexpr auto moves_on = hw::date(2026y / 1 / 1);
constexpr auto list = hw::price_life(launch, 30e3 * each, hw::falls_by_percent(20.0, year));
constexpr auto life = list.with_premium(50.0 * percent, 6.0 * month)
                          .with_successor(successor, 12e3 * each)
                          .with_demand_moving_on(moves_on, 3.0 * month)
                          .with_end_price(2.0 * percent);

static_assert(life(launch) == 45e3 * each);
static_assert(life(launch - year) == 45e3 * each);  // an order placed before it
static_assert(close(life(2023y / 9 / 20).in(each), reference::price_2023_9));
static_assert(close(life(2024y / 10 / 31).in(each), reference::price_2024_10));
static_assert(close(life(2024y / 11 / 1).in(each), reference::price_2024_11));
static_assert(close(life(2025y / 6 / 1).in(each), reference::price_2025_6));
static_assert(close(life(2026y / 7 / 1).in(each), reference::price_2026_7));
static_assert(close(life(2028y / 1 / 1).in(each), reference::price_2028_1));
static_assert(close(life.residual_share(successor), 12.0 / 30.0));
static_assert(life.launch() == launch && life.list_price() == 30e3 * each);

// Demand that moved on, and a successor that was there, before the launch: what they did by then holds before it, too.
constexpr auto late_start = hw::price_life(launch, 100.0 * each, hw::falls_by_percent(0.0, year))
                          .with_end_price(0.0)
                          .with_demand_moving_on(launch - 2.0 * year, 1.0 * year);
static_assert(close(late_start(launch).in(each), 25.0));
static_assert(late_start(launch - 1.0 * year) == late_start(launch) && late_start(launch - 2.0 * year) == late_start(launch));
static_assert(late_start(launch - 3.0 * year) == late_start(launch) && late_start(launch - 9.0 * year) == late_start(launch));
static_assert(close(late_start(launch + year).in(each), 12.5));
constexpr auto second_best = list.with_successor(launch - year, 12e3 * each);
static_assert(second_best(launch) == 12e3 * each && second_best(launch - 2.0 * year) == second_best(launch));

// The list price alone.
static_assert(list(launch) == 30e3 * each);
static_assert(close(list(launch + year).in(each), 24e3));
// By default it loses as fast as hardware gives more for the money.
static_assert(close(hw::price_life(launch, each).residual_share(launch + 2.0 * year),
                    reference::default_share_after_2_years));
static_assert(hw::price_life(launch, each)(launch + year) ==
              hw::price_life(launch, each, hw::chip_value_decline)(launch + year));
static_assert(close(hw::chip_value_decline.ooms_per(year), -said::published::hardware_price_performance_ooms.value));
// And falls to "almost 0" once demand moves on.
static_assert(said::schmidt::end_of_cycle_price.value == 0.0);
static_assert(list.with_demand_moving_on(moves_on, month)(moves_on + 60.0 * month) < 1e-15 * list(moves_on));
static_assert(list.with_demand_moving_on(hw::date::never(), month)(moves_on) == list(moves_on));
// Of a generation.
constexpr hw::generation h{
    .name = "h", .launch = launch, .performance = petaflop / second / chip, .price = 30e3 * each};
static_assert(hw::price_life(h)(launch + year) == hw::price_life(launch, 30e3 * each)(launch + year));

// Asked for a date, when compiling too, though no successor is known.
static_assert(close((hw::first_at_most(list.with_premium(0.5, 6.0 * month), 15e3 * each,
                                       hw::between(launch, launch + 9.0 * year)) - launch).in(year),
                    reference::years_to_half_the_price, 1e-9));

// Twice the performance for the same money halves what the older one is worth.
static_assert(close(
    hw::price_at_parity(30e3 * each, 1.0 * petaflop / second / chip, 2.0 * petaflop / second / chip).in(each), 15e3));

TEST_CASE("the price never rises, and every part of it counts in the right direction") {
    double before = 1e9;
    for (int days = 0; days < 3000; days += 7) {
        const double now = life(launch + static_cast<double>(days) * day).in(each);
        CHECK(now <= before);
        CHECK(now > 0.0);
        before = now;
    }
    const auto early = launch + 3.0 * month;
    const auto between = successor + 3.0 * month;
    const auto late = moves_on + 3.0 * month;
    CHECK(hw::price_life(launch + month, 30e3 * each, hw::falls_by_percent(20.0, year))(early) > list(early));
    CHECK(hw::price_life(launch, 31e3 * each, hw::falls_by_percent(20.0, year))(early) > list(early));
    CHECK(hw::price_life(launch, 30e3 * each, hw::falls_by_percent(21.0, year))(early) < list(early));
    CHECK(list.with_premium(0.5, month)(early) > list(early));
    CHECK(list.with_premium(0.6, month)(early) > list.with_premium(0.5, month)(early));
    CHECK(list.with_premium(0.5, year)(early) > list.with_premium(0.5, month)(early));
    CHECK(list.with_successor(successor, 9e3 * each)(between) == 9e3 * each);
    CHECK(list.with_successor(successor, 9e3 * each)(successor - day) == list(successor - day));
    CHECK(list.with_successor(between + day, 9e3 * each)(between) == list(between));
    CHECK(list.with_successor(successor, 90e3 * each)(between) == list(between));
    CHECK(list.with_demand_moving_on(moves_on, month)(late) < list(late));
    CHECK(list.with_demand_moving_on(moves_on + month, month)(late) >
          list.with_demand_moving_on(moves_on, month)(late));
    CHECK(list.with_demand_moving_on(moves_on, year)(late) > list.with_demand_moving_on(moves_on, month)(late));
    CHECK(list.with_demand_moving_on(moves_on, month).with_end_price(0.1)(late) >
          list.with_demand_moving_on(moves_on, month)(late));
    CHECK(life.residual_share(early) > life.residual_share(late));
    CHECK(hw::price_at_parity(2.0 * each, 1.0 * flop / second / chip, 2.0 * flop / second / chip) <
          hw::price_at_parity(3.0 * each, 1.0 * flop / second / chip, 2.0 * flop / second / chip));
    CHECK(hw::price_at_parity(2.0 * each, 1.0 * flop / second / chip, 2.0 * flop / second / chip) <
          hw::price_at_parity(2.0 * each, 1.1 * flop / second / chip, 2.0 * flop / second / chip));
    CHECK(hw::price_at_parity(2.0 * each, 1.0 * flop / second / chip, 2.0 * flop / second / chip) >
          hw::price_at_parity(2.0 * each, 1.0 * flop / second / chip, 2.1 * flop / second / chip));
    // An end price above what the chip has come down to does not lift it.
    const auto cheap = list.with_successor(successor, 1e3 * each).with_end_price(0.5);
    CHECK(cheap.with_demand_moving_on(moves_on, month)(late) == cheap(late));
}

TEST_CASE("before the launch the price is that of the launch, whatever else happens when") {
    for (int i = 0; i < 64; ++i) {
        const auto at = [&](int step) { return launch + (((i * step) % 13) - 6) * year; };
        const auto one = list.with_premium(0.5, 6.0 * month)
                             .with_successor(at(5), (1e3 + 500.0 * i) * each)
                             .with_demand_moving_on(at(7), 3.0 * month);
        for (int day_before = 0; day_before < 3000; day_before += 100) {
            CHECK(one(launch - day_before * day) == one(launch));
        }
        const auto moves = hw::batch::generate([&](int draw) { return 0.1 * draw - 3.0; });
        const auto block = list.with_demand_moving_on(launch + moves * year, 3.0 * month);
        const auto early = block(launch - i * month).base_value();
        const auto on_launch = block(launch).base_value();
        for (int draw = 0; draw < hw::batch::size; ++draw) REQUIRE(early.lane[draw] == on_launch.lane[draw]);
    }
}

TEST_CASE("a price can be averaged over time, jumps and all") {
    const auto total = hw::cumulative(life, launch, launch + 8.0 * year);
    const int steps = 200'000;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) sum += life(launch + (i + 0.5) * 8.0 / steps * year).in(each);
    CHECK_THAT((total / (8.0 * year)).in(each), WithinRel(sum / steps, 1e-5));
}

TEST_CASE("price life, blocks of draws and derivatives agree with plain numbers") {
    const auto late = moves_on + 40.0 * day;
    const auto decline = hw::falls_by_percent(20.0, year);
    const auto full = [&](const auto& base) {
        return base.with_premium(0.5, 6.0 * month).with_demand_moving_on(moves_on, 3.0 * month).with_end_price(0.1);
    };
    check_number_types([&](const auto& x) { return full(hw::price_life(launch, x * each, decline))(late).in(each); },
                       1.0, 9.0);
    check_number_types(
        [&](const auto& x) { return full(hw::price_life(launch + x * day, each, decline))(late).in(each); }, 1.0, 9.0,
        1e-5);
    check_number_types(
        [&](const auto& x) { return full(hw::price_life(launch, each, hw::falls_by_percent(x, year)))(late).in(each); },
        1.0, 60.0);
    check_number_types([&](const auto& x) { return list.with_premium(x, 6.0 * month)(late).in(each); }, 0.1, 2.0);
    check_number_types([&](const auto& x) { return list.with_premium(0.5, x * month)(late).in(each); }, 1.0, 24.0);
    check_number_types([&](const auto& x) { return list.with_successor(successor, x * 1e3 * each)(late).in(each); },
                       1.0, 9.0);
    check_number_types([&](const auto& x) { return list.with_demand_moving_on(moves_on, x * month)(late).in(each); },
                       0.5, 9.0);
    check_number_types(
        [&](const auto& x) { return list.with_demand_moving_on(moves_on + x * day, month)(late).in(each); }, 1.0, 30.0);
    check_number_types(
        [&](const auto& x) { return list.with_demand_moving_on(moves_on, month).with_end_price(x)(late).in(each); },
        0.01, 0.3);
    check_number_types([&](const auto& x) { return life(launch + x * month).in(each); }, 1.1, 20.0);
    check_number_types(
        [](const auto& x) {
            return hw::price_at_parity(x * each, x * flop / second / chip, (1.0 + x) * flop / second / chip).in(each);
        },
        1.0, 9.0);
}

TEST_CASE("a price that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::price_life(launch, 0.0 * each), std::domain_error,
                         Message("price_life: price in USD per chip must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::price_life(hw::date::never(), each), std::domain_error,
                         Message("price_life: launch must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::price_life(launch, each, hw::grows_by_factor(2.0, year)), std::domain_error,
                         Message("price_life: the decline must not rise, got a yearly rate of 0.693147; make it with "
                                 "falls_by_percent, halves_every, ..."));
    CHECK_THROWS_MATCHES(hw::price_life(hw::generation{.name = "h", .launch = launch}), std::domain_error,
                         Message("price_life: generation h states no price; give it one"));
    CHECK_THROWS_MATCHES(list.with_premium(-0.5, month), std::domain_error,
                         Message("with_premium: premium (a share of the list price) must be >= 0, got -0.5"));
    CHECK_THROWS_MATCHES(list.with_premium(0.5, 0.0 * month), std::domain_error,
                         Message("halves_every: period in seconds must be > 0, got 0"));
    CHECK_THROWS_MATCHES(list.with_successor(hw::date::never(), each), std::domain_error,
                         Message("with_successor: launch of the successor must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(list.with_successor(successor, 0.0 * each), std::domain_error,
                         Message("with_successor: price at parity in USD per chip must be > 0, got 0"));
    CHECK_THROWS_MATCHES(list.with_demand_moving_on(moves_on, -1.0 * month), std::domain_error,
                         Message("halves_every: period in seconds must be > 0, got -2629746"));
    CHECK_THROWS_MATCHES(list.with_end_price(1.5), std::domain_error,
                         Message("with_end_price: share of the list price must be between 0 and 1, got 1.5"));
    CHECK_THROWS_MATCHES(hw::price_at_parity(each, flop / second / chip, 0.0 * flop / second / chip), std::domain_error,
                         Message("price_at_parity: newer performance in FLOP/s per chip must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::price_at_parity(-1.0 * each, flop / second / chip, flop / second / chip),
                         std::domain_error,
                         Message("price_at_parity: price of the newer chip in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::price_at_parity(each, -1.0 * flop / second / chip, flop / second / chip),
                         std::domain_error,
                         Message("price_at_parity: own performance in FLOP/s per chip must be >= 0, got -1"));
}

TEST_CASE("price_life: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return list.with_end_price(x); }, {0.0, 1.0}, {-1e-9, 1.0000001, nan});
    check_refusals([&](const auto& x) { return list.with_premium(x, 6.0 * month); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return list.with_successor(successor, x * each); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::price_life(launch, x * each); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::price_life(launch, each, hw::basic_growth<std::remove_cvref_t<decltype(x)>>::from_rate_per_second(x)); }, {0.0, -1e-9}, {1e-12, nan, -inf});
}

}  // namespace
