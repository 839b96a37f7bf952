// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/scarcity_episode.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/chip/price_life.hpp>
#include <headway/chip/scarcity.hpp>
#include <headway/figures/since/chips.hpp>
#include <headway/figures/since/generations.hpp>
#include <headway/figures/since/supply.hpp>
#include <headway/trend/cumulative.hpp>

namespace hw = headway;
namespace now = headway::figures::since;
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
    check_number_types([&](const auto& x) { return hw::scarcity_episode(from + x * day, until, 3.0, year, year)(rising); },
                       1.0, 60.0, 1e-5);
    check_number_types([&](const auto& x) { return hw::scarcity_episode(from, until + x * day, 3.0, year, year)(falling); },
                       1.0, 30.0, 1e-5);
    check_number_types([&](const auto& x) { return episode(from + x * month); }, 1.1, 11.0);
    check_number_types([&](const auto& x) { return hw::scarcity_episode(from, hw::date::never(), x, year, year)(rising); },
                       1.1, 5.0);
}

TEST_CASE("an episode of scarcity that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::scarcity_episode(from, from - 1.0 * day, 2.0, year, year), std::domain_error,
                         Message("scarcity_episode: it must not end before it starts, got 2025-08-31 after a start on "
                                 "2025-09-01; date::never() where no end is known"));
    CHECK_THROWS_MATCHES(hw::scarcity_episode(hw::date::never(), hw::date::never(), 2.0, year, year), std::domain_error,
                         Message("scarcity_episode: start must be a date in the calendar, got never"));
    CHECK_THROWS_MATCHES(hw::scarcity_episode(from, until, 0.8, year, year), std::domain_error,
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
constexpr hw::date middle(const hw::figures::stated_day& day) { return day.earliest + 0.5 * (day.latest - day.earliest); }
template <class Range>
constexpr auto middle_of(const Range& f) {
    return hw::sqrt(f.low / f.high) * f.high;
}

constexpr hw::date in_2023 = middle(now::h100_rent_2023.said_on());
constexpr hw::date in_october = middle(now::h100_rent_low.said_on());
constexpr hw::date in_march = middle(now::h100_rent_2026_03.said_on());
constexpr auto rent_2023 = middle_of(now::h100_rent_2023);
// Published in one copy only, and so not among the figures.
constexpr hw::date in_june = 2026y / 6 / 26;
constexpr auto rent_june = 2.65 * hourly;

// The chip itself: what a model of its stock takes for its purchase price, of grade A.
constexpr auto decline =
    hw::falls_by_factor(middle_of(now::h100_price_2023) / middle_of(now::h100_price_2025), 2.0 * year);
constexpr auto chip_price = hw::price_life(middle(now::h100.first_sales), middle_of(now::h100_price_2023), decline);

struct fit {
    double rental_rate;  // of the price, a year
    double premium;
    double rise_in_months;
    double peak;
};
constexpr auto fade = 4.0 * month;

constexpr auto without_scarcity(const fit& f) {
    return chip_price.with_premium(f.premium, fade) * (f.rental_rate / year);
}
constexpr auto rents(const fit& f) {
    return without_scarcity(f) *
           hw::scarcity_episode(in_october, hw::date::never(), f.peak, f.rise_in_months * month, 6.0 * month);
}
/// Rate and premium from 2023 and October 2025, two linear equations; then the rise to March goes on until it makes June.
constexpr fit through_all() {
    const auto faded = [](const hw::date& at) {
        return hw::halves_every(fade).over(at - chip_price.launch());
    };
    const double ratio = (rent_2023 / now::h100_rent_low.value) * (chip_price(in_october) / chip_price(in_2023));
    fit f{};
    f.premium = (ratio - 1.0) / (faded(in_2023) - ratio * faded(in_october));
    f.rental_rate = now::h100_rent_low.value / (chip_price.with_premium(f.premium, fade)(in_october) * (1.0 / year));
    f.peak = rent_june / without_scarcity(f)(in_june);
    const double in_march_times = now::h100_rent_2026_03.value / without_scarcity(f)(in_march);
    f.rise_in_months = (in_march - in_october).in(month) * hw::log(f.peak) / hw::log(in_march_times);
    return f;
}
constexpr fit found = through_all();
static_assert(close(rents(found)(in_2023).in(hourly), rent_2023.in(hourly), 1e-12));
static_assert(close(rents(found)(in_october).in(hourly), now::h100_rent_low.value.in(hourly), 1e-12));
static_assert(close(rents(found)(in_march).in(hourly), now::h100_rent_2026_03.value.in(hourly), 1e-12));
static_assert(close(rents(found)(in_june).in(hourly), rent_june.in(hourly), 1e-12));

TEST_CASE("one life and one episode go through the rents of 2023, October 2025, March and June 2026, and make sense") {
    // Values checked in tests/reference/rents.py.
    CHECK(now::h100_rent_low.grade == hw::figures::grade::c);
    CHECK(found.rental_rate > 0.0);
    CHECK(found.rise_in_months < (in_june - in_october).in(month));
    WARN(found.rental_rate << " " << found.premium << " " << found.rise_in_months << " " << found.peak);
}

}  // namespace
