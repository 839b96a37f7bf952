// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/generation_diffusion.hpp>

#include "catch.hpp"
#include "generation_diffusion.hpp"
#include "trend/number_types.hpp"

#include <headway/quantity/units.hpp>
#include <headway/trend/cumulative.hpp>

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto first = hw::adoption_of("first", 2020y / 5 / 14, 1.0 * million_chips, 0.03 / year, 0.9 / year);
constexpr auto second_one = hw::adoption_of("second", 2022y / 9 / 20, 3.0 * million_chips, 0.05 / year, 1.1 / year);
constexpr auto third = hw::adoption_of("third", 2024y / 11 / 1, 4.0 * million_chips, 0.08 / year, 1.2 / year);
constexpr auto market = hw::successive_generations(first, second_one, third);

constexpr double in_use(std::size_t place, hw::date when) { return market.in_use(place, when).in(million_chips); }

static_assert(hw::detail::market_generation_list<std::vector<std::remove_const_t<decltype(first)>>>);
static_assert(!hw::detail::market_generation_list<std::vector<double>>);
static_assert(close(in_use(0, 2021y / 7 / 1), reference::in_use_0_2021));
static_assert(in_use(1, 2021y / 7 / 1) == 0.0 && in_use(2, 2021y / 7 / 1) == 0.0);
static_assert(close(in_use(0, 2024y / 1 / 1), reference::in_use_0_2024));
static_assert(close(in_use(1, 2024y / 1 / 1), reference::in_use_1_2024));
static_assert(close(in_use(0, 2026y / 1 / 1), reference::in_use_0_2026));
static_assert(close(in_use(1, 2026y / 1 / 1), reference::in_use_1_2026));
static_assert(close(in_use(2, 2026y / 1 / 1), reference::in_use_2_2026));
static_assert(close(in_use(0, 2030y / 1 / 1), reference::in_use_0_2030, 1e-13));
static_assert(close(in_use(1, 2030y / 1 / 1), reference::in_use_1_2030, 1e-13));
static_assert(close(in_use(2, 2030y / 1 / 1), reference::in_use_2_2030));
static_assert(market.in_use("second", 2026y / 1 / 1) == market.in_use(1, 2026y / 1 / 1));
static_assert(market.size() == 3 && market[2].name() == "third");
static_assert(close(market[2].market_added(), 4e6));
// Alone it is the Bass curve; before the first launch nothing is in use.
static_assert(hw::successive_generations(first)(2024y / 1 / 1) ==
              hw::bass(2020y / 5 / 14, 1.0 * million_chips, 0.03 / year, 0.9 / year)(2024y / 1 / 1));
static_assert(market(2020y / 1 / 1) == 0.0 * chip && market.in_use("third", 2020y / 1 / 1) == 0.0 * chip);
static_assert(market.share("first", 2021y / 7 / 1) == 1.0);
static_assert(hw::trend_of<decltype(market), hw::quantity<hw::dim::chips>>);

TEST_CASE("the generations add up to the sum of what each adds, and shares to one") {
    for (int months = 1; months < 200; months += 3) {
        const auto when = hw::date(2020y / 5 / 14) + static_cast<double>(months) * month;
        double sum = 0.0;
        double shares = 0.0;
        for (const auto* name : {"first", "second", "third"}) {
            sum += market.in_use(name, when).in(chip);
            shares += market.share(name, when);
            CHECK(market.in_use(name, when) >= 0.0 * chip);
        }
        CHECK_THAT(sum, WithinRel(market(when).in(chip), 1e-13));
        CHECK_THAT(shares, WithinRel(1.0, 1e-13));
    }
    // In the end all use the last one, all 8 millions of them.
    const auto end = hw::date(2020y / 1 / 1) + 100.0 * year;
    CHECK_THAT(market.in_use("third", end).in(million_chips), WithinRel(8.0, 1e-12));
    CHECK(market.in_use("first", end).in(million_chips) < 1e-12);
}

TEST_CASE("a generation without a successor only grows, with one it declines") {
    const auto two = hw::successive_generations(first, second_one);
    double before = -1.0;
    for (int months = 0; months < 120; months += 4) {
        const auto when = hw::date(2020y / 5 / 14) + static_cast<double>(months) * month;
        const double now = two.in_use("second", when).in(chip);
        CHECK(now >= before);
        before = now;
        CHECK(market.in_use("second", when) <= two.in_use("second", when));
    }
    CHECK(market.in_use("second", 2030y / 1 / 1) < market.in_use("second", 2026y / 1 / 1));
}

TEST_CASE("generation diffusion, every argument counts") {
    const auto when = hw::date(2026y / 1 / 1);
    const auto with = [](const auto& last) { return hw::successive_generations(first, second_one, last); };
    const auto base = market.in_use("third", when);
    const auto base_before = market.in_use("second", when);
    const auto rates = [](double p, double q) { return std::pair(p / year, q / year); };
    const auto [p, q] = rates(0.08, 1.2);
    CHECK(with(hw::adoption_of("third", 2024y / 12 / 1, 4.0 * million_chips, p, q)).in_use("third", when) < base);
    CHECK(with(hw::adoption_of("third", 2024y / 12 / 1, 4.0 * million_chips, p, q)).in_use("second", when) >
          base_before);
    CHECK(with(hw::adoption_of("third", 2024y / 11 / 1, 5.0 * million_chips, p, q)).in_use("third", when) > base);
    CHECK(with(hw::adoption_of("third", 2024y / 11 / 1, 5.0 * million_chips, p, q)).in_use("second", when) ==
          base_before);
    CHECK(with(hw::adoption_of("third", 2024y / 11 / 1, 4.0 * million_chips, 2.0 * p, q)).in_use("third", when) > base);
    CHECK(with(hw::adoption_of("third", 2024y / 11 / 1, 4.0 * million_chips, p, 1.1 * q)).in_use("third", when) > base);
    CHECK(market.in_use("third", when + month) > base);
    CHECK(with(hw::adoption_of("fourth", 2024y / 11 / 1, 4.0 * million_chips, p, q)).in_use("fourth", when) == base);
    CHECK(market.share("third", when + month) > market.share("third", when));
}

TEST_CASE("a market filled at run time is the same") {
    const std::vector list{first, second_one, third};
    const auto built = hw::successive_generations(list);
    CHECK(built.in_use("second", 2026y / 1 / 1) == market.in_use("second", 2026y / 1 / 1));
    CHECK(built(2026y / 1 / 1) == market(2026y / 1 / 1));
    // As a trend it can be summed over time.
    const auto chip_years = hw::cumulative(market, 2020y / 1 / 1, 2026y / 1 / 1);
    CHECK(chip_years > hw::cumulative(hw::successive_generations(first, second_one), 2020y / 1 / 1, 2026y / 1 / 1));
}

TEST_CASE("generation diffusion, blocks of draws and derivatives agree with plain numbers") {
    const auto when = hw::date(2026y / 1 / 1);
    const auto with = [&](const auto& last) { return hw::successive_generations(first, second_one, last); };
    check_number_types(
        [&](const auto& x) {
            return with(hw::adoption_of("t", 2024y / 11 / 1, x * million_chips, 0.08 / year, 1.2 / year))
                .in_use("t", when)
                .in(million_chips);
        },
        1.0, 9.0);
    check_number_types(
        [&](const auto& x) {
            return with(hw::adoption_of("t", 2024y / 11 / 1, 4.0 * million_chips, x / year, 1.2 / year))
                .in_use("second", when)
                .in(million_chips);
        },
        0.01, 0.2);
    check_number_types(
        [&](const auto& x) {
            return with(hw::adoption_of("t", 2024y / 11 / 1, 4.0 * million_chips, 0.08 / year, x / year))
                .share("t", when);
        },
        0.1, 2.0);
    check_number_types(
        [&](const auto& x) {
            return with(hw::adoption_of("t", hw::date(2024y / 11 / 1) + x * month, 4.0 * million_chips, 0.08 / year,
                                        1.2 / year))(when)
                .in(million_chips);
        },
        0.1, 12.0, 1e-5);
    check_number_types([&](const auto& x) { return market.in_use("first", when + x * month).in(million_chips); }, 0.1,
                       30.0, 1e-5);
}

TEST_CASE("a market that makes no sense is refused, and the generation is named") {
    CHECK_THROWS_MATCHES(
        hw::successive_generations(first, third, second_one), std::domain_error,
        Message("successive_generations: launch dates must ascend, got second (2022-09-20) after third "
                "(2024-11-01)"));
    CHECK_THROWS_MATCHES(hw::successive_generations(std::vector<std::remove_const_t<decltype(first)>>{}),
                         std::domain_error, Message("successive_generations: no generations given; give at least one"));
    CHECK_THROWS_MATCHES(
        market.in_use("fourth", 2026y / 1 / 1), std::domain_error,
        Message("successive_generations: there is no generation fourth; ask for one by the name it was "
                "given"));
    CHECK_THROWS_MATCHES(market.in_use(3, 2026y / 1 / 1), std::domain_error,
                         Message("in_use: place of the generation must be below their number, got 3"));
    CHECK_THROWS_MATCHES(market.share("first", 2019y / 1 / 1), std::domain_error,
                         Message("share: amount in use of all generations must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::adoption_of("x", 2020y / 1 / 1, 0.0 * chip, 0.1 / year, 0.1 / year), std::domain_error,
                         Message("bass: market size must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::adoption_of("x", 2020y / 1 / 1, 1.0 * chip, -0.1 / second, 0.1 / year), std::domain_error,
                         Message("bass: innovation p per second must be > 0, got -0.1"));
}

}  // namespace
