// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/scarcity.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/price_life.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/first_time.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr double nan = __builtin_nan("");
constexpr double inf = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

// Powers whose values are known without a computer, and 2^(5/4).
static_assert(close(hw::scarcity_multiple(8.0, 1.5), 4.0));
static_assert(close(hw::scarcity_multiple(2.0, 0.5), 4.0));
static_assert(close(hw::scarcity_multiple(2.0, 0.5, 0.5), 2.0));
static_assert(close(hw::scarcity_multiple(2.0, 0.0, 1.0), 2.0));
static_assert(close(hw::scarcity_multiple(2.0, 0.8), 2.3784142300054421));
static_assert(close(hw::scarcity_multiple(150 * percent, 1), 1.5));
// Enough is enough: the price is that of plenty, whatever the elasticity.
static_assert(hw::scarcity_multiple(1.0, 0.8) == 1.0 && hw::scarcity_multiple(0.2, 0.8) == 1.0);
static_assert(hw::scarcity_multiple(0.0, 0.8) == 1.0);
static_assert(close(hw::implied_shortage(4.0, 1.5), 8.0) && close(hw::implied_shortage(2.0, 0.5, 0.5), 2.0));
static_assert(hw::implied_shortage(1.0, 0.8) == 1.0);

constexpr hw::date start = 2025y / 7 / 1;
constexpr auto wanted = hw::exponential(start, 1.0 * million_chips, hw::grows_by_factor(4.0, year));
constexpr auto shipped = hw::exponential(start, 2.0 * million_chips, hw::grows_by_factor(2.0, year));

// Demand doubles against supply each year and was half of it: there is enough for a year.
constexpr auto shortage = hw::scarcity(wanted, shipped, 0.5);
static_assert(shortage(start) == 1.0 && shortage(start + 0.9 * year) == 1.0);
static_assert(close(shortage(start + 2.0 * year), 4.0, 1e-14));
static_assert(close(shortage(start + 3.0 * year), 16.0, 1e-14));
static_assert(shortage.demand()(start) == 1.0 * million_chips && shortage.supply()(start) == 2.0 * million_chips);

TEST_CASE("at the price that scarcity makes, what is wanted is what is made") {
    for (const double ratio : {1.0, 1.1, 2.0, 30.0}) {
        for (const double of_demand : {0.3, 0.8, 2.0}) {
            for (const double of_supply : {0.0, 0.2, 1.5}) {
                const double m = hw::scarcity_multiple(ratio, of_demand, of_supply);
                CHECK_THAT(ratio * hw::pow(m, -of_demand), WithinRel(hw::pow(m, of_supply), 1e-13));
                CHECK_THAT(hw::implied_shortage(m, of_demand, of_supply), WithinRel(ratio, 1e-13));
            }
        }
    }
}

TEST_CASE("every part of scarcity counts, in the right direction, and equal factors on both sides do not") {
    const auto late = start + 2.0 * year;
    CHECK(hw::scarcity(1.1 * wanted, shipped, 0.5)(late) > shortage(late));
    CHECK(hw::scarcity(wanted, 1.1 * shipped, 0.5)(late) < shortage(late));
    CHECK(hw::scarcity(wanted, shipped, 0.6)(late) < shortage(late));
    CHECK(hw::scarcity(wanted, shipped, 0.5, 0.1)(late) < shortage(late));
    CHECK_THAT(hw::scarcity(3.0 * wanted, 3.0 * shipped, 0.4, 0.1)(late), WithinRel(shortage(late), 1e-13));
    // Of a trend and an amount, either way.
    CHECK_THAT(hw::scarcity(wanted, 2.0 * million_chips, 1.0)(start + year), WithinRel(2.0, 1e-13));
    CHECK_THAT(hw::scarcity(8.0 * million_chips, shipped, 1.0)(start + year), WithinRel(2.0, 1e-13));
    // Supply that catches up ends it.
    const auto catches_up =
        hw::scarcity(wanted, hw::exponential(start, 0.5 * million_chips, hw::grows_by_factor(8.0, year)), 0.5);
    CHECK_THAT(catches_up(start), WithinRel(4.0, 1e-13));
    CHECK(catches_up(start + 1.1 * year) == 1.0);
}

TEST_CASE("a chip's price falls, rises while its successor is short, and falls again") {
    const auto each = usd / chip;
    const hw::date launch = 2022y / 10 / 1;
    const auto life =
        hw::price_life(launch, 30e3 * each, hw::falls_by_percent(20.0, year)).with_successor(start, 16e3 * each);
    const auto supply_comes =
        hw::scarcity(wanted,
                     hw::min(shipped, hw::constant(4.0 * million_chips)) +
                         hw::exponential(start, 1.0 * flop, hw::grows_by_ooms(2.0, year)) * (0.25 * chip / flop),
                     0.8);
    const auto price = life * supply_comes;
    const auto rises_from = start + 1.0 * year;
    CHECK(price(start + 0.9 * year) == life(start + 0.9 * year));
    CHECK(price(rises_from + 0.9 * year) > 1.5 * price(rises_from));
    CHECK_THAT((price(rises_from + 0.9 * year) / life(rises_from + 0.9 * year)),
               WithinRel(supply_comes(rises_from + 0.9 * year), 1e-14));
    CHECK(price(start + 5.0 * year) == life(start + 5.0 * year));
    // It composes as trends do: when is it back to what it was, and what does it cost on average?
    const auto back = hw::first_at_most(price, price(rises_from), hw::between(rises_from + year, start + 9.0 * year));
    CHECK(back > rises_from + year);
    CHECK(back < start + 5.0 * year);
    double sum = 0.0;
    const int steps = 20'000;
    for (int i = 0; i < steps; ++i) sum += price(start + (i + 0.5) * 6.0 / steps * year).in(each);
    CHECK_THAT((hw::cumulative(price, start, start + 6.0 * year) / (6.0 * year)).in(each),
               WithinRel(sum / steps, 1e-5));
}

TEST_CASE("scarcity: blocks of draws and derivatives agree with plain numbers") {
    const auto late = start + 2.0 * year;
    check_number_types([](const auto& x) { return hw::scarcity_multiple(x, 0.7); }, 1.1, 9.0);
    check_number_types([](const auto& x) { return hw::scarcity_multiple(3.0, x, 0.2 * x); }, 0.2, 2.0);
    check_number_types([](const auto& x) { return hw::implied_shortage(1.0 + x, x, 0.1); }, 0.2, 2.0);
    check_number_types([&](const auto& x) { return hw::scarcity(wanted * x, shipped, 0.8)(late); }, 0.6, 4.0);
    check_number_types([&](const auto& x) { return hw::scarcity(wanted, shipped * x, 0.8)(late); }, 0.2, 1.9);
    check_number_types([&](const auto& x) { return hw::scarcity(wanted, shipped, x, x * x)(late); }, 0.2, 2.0);
    check_number_types([&](const auto& x) { return shortage(late + x * month); }, 1.0, 20.0);
}

TEST_CASE("a shortage that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(
        hw::scarcity(wanted, shipped, -0.8), std::domain_error,
        Message("scarcity: elasticity of demand must be finite and >= 0, got -0.8; give its size: demand "
                "that falls by 0.8 % where the price rises by 1 % has 0.8"));
    CHECK_THROWS_MATCHES(
        hw::scarcity_multiple(2.0, 0.5, -0.1), std::domain_error,
        Message("scarcity_multiple: elasticity of supply must be finite and >= 0, got -0.1; give its size: "
                "demand that falls by 0.8 % where the price rises by 1 % has 0.8"));
    CHECK_THROWS_MATCHES(
        hw::scarcity(wanted, shipped, 0.0), std::domain_error,
        Message("scarcity: one of the two elasticities must be > 0, got 0 for both: no price brings demand "
                "down to supply"));
    CHECK_THROWS_MATCHES(hw::scarcity_multiple(-1.0, 0.5), std::domain_error,
                         Message("scarcity_multiple: demand over supply must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(
        hw::implied_shortage(0.9, 0.5), std::domain_error,
        Message("implied_shortage: multiple of the price of plenty must be finite and >= 1, as nothing is "
                "short below it, got 0.9"));
    CHECK_THROWS_MATCHES(hw::scarcity(wanted, 0.0 * chip, 0.5)(start), std::domain_error,
                         Message("scarcity: supply must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::scarcity(-1.0 * chip, shipped, 0.5)(start), std::domain_error,
                         Message("scarcity: demand must be >= 0, got -1"));
}

TEST_CASE("scarcity: limits pass, what is beyond is refused, in a block wherever it stands") {
    check_refusals([](const auto& x) { return hw::scarcity_multiple(x, 0.5); }, {0.0, 1.0, 1e9}, {-1e-9, nan, inf});
    check_refusals([](const auto& x) { return hw::scarcity_multiple(2.0, x); }, {1e-3, 1.0}, {-1e-9, 0.0, nan, inf});
    check_refusals([](const auto& x) { return hw::scarcity_multiple(2.0, 0.5, x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([](const auto& x) { return hw::implied_shortage(x, 0.5); }, {1.0, 7.0}, {0.9999, nan, inf});
    check_refusals([](const auto& x) { return hw::scarcity(wanted * x, shipped, 0.5)(start); }, {0.0, 1.0}, {-1.0});
    check_refusals([](const auto& x) { return hw::scarcity(wanted, shipped * x, 0.5)(start); }, {1e-9, 1.0},
                   {-1.0, 0.0});
}

}  // namespace
