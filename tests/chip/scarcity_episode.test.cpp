// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/scarcity_episode.hpp>

#include "catch.hpp"
#include "rents.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/price_life.hpp>
#include <headway/chip/scarcity.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/trend/cumulative.hpp>

namespace hw = headway;
namespace now = headway::figures::since;
namespace said = headway::figures::published;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr double nan = __builtin_nan("");
constexpr double inf = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr hw::date from = 2025y / 9 / 1;
constexpr hw::date until = from + 2.0 * year;
constexpr auto episode = hw::scarcity_episode(from, until, 4.0, year, 6.0 * month);

static_assert(episode(from - year) == 1.0 && episode(from) == 1.0);
static_assert(close(episode(from + 0.5 * year), 2.0) && close(episode(from + 0.25 * year), 1.4142135623730951));
static_assert(close(episode(from + year), 4.0) && close(episode(until), 4.0));
static_assert(close(episode(until + 3.0 * month), 2.0));
static_assert(episode(until + 6.0 * month) == 1.0 && episode(until + 9.0 * year) == 1.0);
static_assert(episode.from() == from && episode.until() == until);
// At once, and without an end.
constexpr auto at_once = hw::scarcity_episode(from, hw::date::never(), 150.0 * percent, 0.0 * month, 0.0 * month);
static_assert(at_once(from - day) == 1.0 && close(at_once(from), 1.5) && close(at_once(from + 90.0 * year), 1.5));
static_assert(hw::scarcity_episode(from, until, 4.0, year, 0.0 * month)(until) == 1.0);
// Over before it has risen: it falls from what it has reached; and over on the day on which it starts, it never was.
constexpr auto short_one = hw::scarcity_episode(from, from + 0.5 * year, 4.0, year, year);
static_assert(close(short_one(from + 0.5 * year), 2.0) && close(short_one(from + year), 1.4142135623730951));
static_assert(hw::scarcity_episode(from, from, 4.0, year, year)(from + month) == 1.0);

TEST_CASE("every part of an episode of scarcity counts, in the right direction") {
    const auto rising = from + 0.5 * year;
    const auto falling = until + 3.0 * month;
    CHECK(hw::scarcity_episode(from + month, until, 4.0, year, 6.0 * month)(rising) < episode(rising));
    CHECK(hw::scarcity_episode(from, until + month, 4.0, year, 6.0 * month)(falling) > episode(falling));
    CHECK(hw::scarcity_episode(from, until, 4.1, year, 6.0 * month)(rising) > episode(rising));
    CHECK(hw::scarcity_episode(from, until, 4.0, 2.0 * year, 6.0 * month)(rising) < episode(rising));
    CHECK(hw::scarcity_episode(from, until, 4.0, year, 7.0 * month)(falling) > episode(falling));
}

TEST_CASE("an episode of scarcity can be averaged over time, bends and all") {
    // The integral of 4^u over 0 to 1 is 3 / ln 4; the plateau lasts a year, the fall half of one.
    const double mean_of_rise = 3.0 / hw::log(4.0);
    CHECK_THAT(hw::cumulative(episode, from, until + year).in(year), WithinRel(1.5 * mean_of_rise + 4.0 + 0.5, 1e-9));
}

TEST_CASE("an episode of scarcity: blocks of draws and derivatives agree with plain numbers") {
    const auto rising = from + 0.4 * year;
    const auto falling = until + 2.2 * month;
    const auto spell = [&](const auto& peak, const auto& rise, const auto& fall) {
        return hw::scarcity_episode(from, until, peak, rise * month, fall * month);
    };
    check_number_types([&](const auto& x) { return spell(x, 12.0, 6.0)(rising); }, 1.1, 5.0);
    check_number_types([&](const auto& x) { return spell(2.0, x, 6.0)(rising); }, 6.0, 20.0);
    check_number_types([&](const auto& x) { return spell(2.0, 12.0, x)(falling); }, 3.0, 20.0);
    check_number_types(
        [&](const auto& x) { return hw::scarcity_episode(from + x * day, until, 3.0, year, year)(rising); }, 1.0, 60.0,
        1e-5);
    check_number_types(
        [&](const auto& x) { return hw::scarcity_episode(from, until + x * day, 3.0, year, year)(falling); }, 1.0, 30.0,
        1e-5);
    check_number_types([&](const auto& x) { return episode(from + x * month); }, 1.1, 11.0);
    check_number_types(
        [&](const auto& x) { return hw::scarcity_episode(from, hw::date::never(), x, year, year)(rising); }, 1.1, 5.0);
}

TEST_CASE("an episode of scarcity that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::scarcity_episode(from, from - 1.0 * day, 2.0, year, year), std::domain_error,
                         Message("scarcity_episode: it must not end before it starts, got 2025-08-31 after a start on "
                                 "2025-09-01; date::never() where no end is known"));
    CHECK_THROWS_MATCHES(hw::scarcity_episode(hw::date::never(), hw::date::never(), 2.0, year, year), std::domain_error,
                         Message("scarcity_episode: start must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(
        hw::scarcity_episode(from, until, 0.8, year, year), std::domain_error,
        Message("scarcity_episode: peak (of the price of plenty) must be finite and >= 1, as a shortage "
                "makes nothing cheaper, got 0.8"));
    CHECK_THROWS_MATCHES(hw::scarcity_episode(from, until, 2.0, -1.0 * second, year), std::domain_error,
                         Message("scarcity_episode: rise in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::scarcity_episode(from, until, 2.0, year, -1.0 * second), std::domain_error,
                         Message("scarcity_episode: fall in seconds must be >= 0, got -1"));
    const auto at = [&](const auto& peak, const auto& days, const auto& rise, const auto& fall) {
        return hw::scarcity_episode(from, from + days * day, peak, rise * month, fall * month);
    };
    check_refusals([&](const auto& x) { return at(x, 9.0, 1.0, 1.0); }, {1.0, 2.0}, {0.999, nan, inf});
    check_refusals([&](const auto& x) { return at(2.0, x, 1.0, 1.0); }, {0.0, 9.0}, {-1.0});
    check_refusals([&](const auto& x) { return at(2.0, 9.0, x, 1.0); }, {0.0, 9.0}, {-1.0, nan, inf});
    check_refusals([&](const auto& x) { return at(2.0, 9.0, 1.0, x); }, {0.0, 9.0}, {-1.0, nan, inf});
}

// ---- The rents of an H100, of grade C ------------------------------------------------------------------------------------

constexpr auto hourly = usd / (chip * hour);
constexpr hw::date middle(const hw::figures::stated_day& day) {
    return day.earliest + 0.5 * (day.latest - day.earliest);
}
template <class Range>
constexpr auto middle_of(const Range& f) {
    return hw::sqrt(f.low / f.high) * f.high;
}

constexpr hw::date launch = middle(now::h100.first_sales);
constexpr hw::date in_2023 = middle(now::h100_rent_2023.said_on());
constexpr hw::date in_october = middle(now::h100_rent_low.said_on());
constexpr hw::date in_march = middle(now::h100_rent_2026_03.said_on());
constexpr auto rent_2023 = middle_of(now::h100_rent_2023);
constexpr auto rent_low = now::h100_rent_low.value;
constexpr auto rent_march = now::h100_rent_2026_03.value;
// Published in one copy only, and so not among the figures.
constexpr hw::date in_june = 2026y / 6 / 26;
constexpr auto rent_june = 2.65 * hourly;

// The chip itself: what a model of its stock takes for its purchase price, of grade A, two years apart.
constexpr auto decline =
    hw::falls_by_factor(middle_of(now::h100_price_2023) / middle_of(now::h100_price_2025), 2.0 * year);
constexpr auto chip_price =
    hw::price_life(launch, middle_of(now::h100_price_2023) / decline.over(in_2023 - launch), decline);

// From the year's rent of 2025, when nothing was short, as a share of the price: everything else then follows.
constexpr double rental_rate = rent_low * year / chip_price(in_october);
constexpr auto rent_of_plenty = chip_price * (rental_rate / year);

// The shortage of 2023 rises from the first sales on and passes as the lead time of servers does.
constexpr double peak_2023 = rent_2023 / rent_of_plenty(in_2023);
constexpr auto of_2023 = hw::scarcity_episode(
    launch, middle(said::h100_server_lead_time_2023.said_on()), peak_2023, in_2023 - launch,
    middle(said::h100_server_lead_time_2024.said_on()) - middle(said::h100_server_lead_time_2023.said_on()));
// That of the successors rises from October 2025 on, through March to the level of June, which it has.
constexpr double in_march_times = rent_march / rent_of_plenty(in_march);
constexpr double peak_2026 = rent_june / rent_of_plenty(in_june);
constexpr auto rise = (in_march - in_october) * (hw::log(peak_2026) / hw::log(in_march_times));
constexpr auto of_2026 = hw::scarcity_episode(in_october, hw::date::never(), peak_2026, rise, 6.0 * month);

constexpr auto rents = rent_of_plenty * of_2023 * of_2026;
static_assert(close(rents(in_2023).in(hourly), rent_2023.in(hourly), 1e-13));
static_assert(close(rents(in_october).in(hourly), rent_low.in(hourly), 1e-13));
static_assert(close(rents(in_march).in(hourly), rent_march.in(hourly), 1e-13));
static_assert(close(rents(in_june).in(hourly), rent_june.in(hourly), 1e-13));

TEST_CASE("one life and two shortages go through the rents of 2023, October 2025, March and June 2026") {
    CHECK(now::h100_rent_low.grade == hw::figures::grade::c);
    CHECK(now::h100_price_2023.grade == hw::figures::grade::a);
    CHECK_THAT(decline.factor_per(year), WithinRel(reference::chip_price_factor_per_year, 1e-13));
    CHECK_THAT(rental_rate, WithinRel(reference::rental_rate, 1e-13));
    CHECK_THAT(peak_2023, WithinRel(reference::peak_2023, 1e-13));
    CHECK_THAT(in_march_times, WithinRel(reference::scarcity_in_march, 1e-13));
    CHECK_THAT(peak_2026, WithinRel(reference::peak_2026, 1e-13));
    CHECK_THAT(rise.in(month), WithinRel(reference::rise_in_months, 1e-13));
    CHECK_THAT(hw::implied_shortage(in_march_times, 0.8), WithinRel(reference::shortage_in_march, 1e-13));
    // The rise is over before June, so that the plateau is what makes it: gone on at the pace of March it overshoots.
    CHECK(in_october + rise < in_june);
    const auto went_on = rent_of_plenty * hw::scarcity_episode(in_october, hw::date::never(), in_march_times,
                                                               in_march - in_october, year);
    CHECK(went_on(in_june) < rent_june);
    const auto twice_as_long = 2.0 * (in_march - in_october);
    const auto on_and_on = rent_of_plenty * hw::scarcity_episode(in_october, hw::date::never(),
                                                                 in_march_times * in_march_times, twice_as_long, year);
    CHECK_THAT(on_and_on(in_june).in(hourly), WithinRel(reference::june_if_the_rise_to_march_went_on, 1e-12));
}

TEST_CASE("the same rents follow from demand that outgrows supply, whatever the elasticity") {
    // D / S at two dates gives the growth of one against the other; the rent of a third date is then no free choice.
    for (const double elasticity : {0.3, 0.8, 1.5}) {
        const double shortage = hw::implied_shortage(in_march_times, elasticity);
        const auto outgrows = hw::grows_by_factor(shortage, in_march - in_october);
        const auto rent = rent_of_plenty * of_2023 *
                          hw::scarcity(hw::exponential(in_october, 1.0 * chip, outgrows), 1.0 * chip, elasticity);
        CHECK_THAT(rent(in_october).in(hourly), WithinRel(rent_low.in(hourly), 1e-12));
        CHECK_THAT(rent(in_march).in(hourly), WithinRel(rent_march.in(hourly), 1e-12));
        CHECK_THAT(rent(in_june).in(hourly), WithinRel(reference::june_if_the_rise_to_march_went_on, 1e-12));
    }
}

TEST_CASE("no life of a price that never rises comes near the rents of 2025 and 2026") {
    // Of a curve that does not rise, the worse of the two misses is at least half of the rise, in logarithms.
    const double least = 0.5 * hw::log(rent_june / rent_low);
    double best = 1e9;
    int lives = 0;
    for (const double yearly_fall : {0.0, 5.0, 18.0, 40.0}) {
        for (const double premium : {0.0, 0.5, 3.0, 15.0}) {
            for (const double fades_in : {2.0, 6.0, 18.0}) {
                for (const double parity : {8e3, 16e3, 1e6}) {
                    for (const hw::date moves_on :
                         {hw::date(2025y / 12 / 1), hw::date(2026y / 5 / 1), hw::date::never()}) {
                        for (const double level : {0.2, 0.4, 0.64, 1.0, 1.6}) {
                            const auto life =
                                hw::price_life(launch, 30e3 * usd / chip, hw::falls_by_percent(yearly_fall, year))
                                    .with_premium(premium, fades_in * month)
                                    .with_successor(2024y / 12 / 1, parity * usd / chip)
                                    .with_demand_moving_on(moves_on, 9.0 * month);
                            const auto rent = life * (level / year);
                            const double october = hw::abs(hw::log(rent(in_october) / rent_low));
                            const double june = hw::abs(hw::log(rent(in_june) / rent_june));
                            const double worse = october > june ? october : june;
                            if (worse < best) best = worse;
                            ++lives;
                        }
                    }
                }
            }
        }
    }
    CHECK(lives == 4 * 4 * 3 * 3 * 3 * 5);
    CHECK(best >= least);
    // As near as it can come is a price that stands still, between the two.
    const auto still = hw::price_life(launch, 30e3 * usd / chip, hw::falls_by_percent(0.0, year));
    const auto between_them = still * (hw::sqrt(rent_low / rent_june) * rent_june / still(launch));
    CHECK_THAT(hw::log(between_them(in_october) / rent_low), WithinRel(least, 1e-12));
    CHECK_THAT(hw::log(rent_june / between_them(in_june)), WithinRel(least, 1e-12));
    // A miss of more than a fifth either way, where the model with a shortage has none.
    CHECK(hw::exp(least) > 1.2);
}

TEST_CASE("on never there is no price") {
    const auto open_ended = hw::scarcity_episode(2025y / 9 / 1, hw::date::never(), 1.8, 9.0 * month, 6.0 * month);
    CHECK_THROWS_WITH(open_ended(hw::date::never()), Catch::Matchers::ContainsSubstring("scarcity_episode: "));
    CHECK_THROWS_WITH(hw::scarcity_episode(2025y / 9 / 1, 2026y / 9 / 1, 1.8, 9.0 * month, 6.0 * month)(hw::date::never()),
                      Catch::Matchers::ContainsSubstring("scarcity_episode: "));
    CHECK_THAT(open_ended(hw::date(2400y / 1 / 1)), WithinRel(1.8, 1e-14));
}

}  // namespace
