// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/units.hpp>

#include "catch.hpp"

#include <chrono>

using namespace headway;
using namespace headway::units;

namespace {

// Time: the units of std::chrono, exactly.
static_assert(second == as_time(std::chrono::seconds{1}) && minute == as_time(std::chrono::minutes{1}));
static_assert(hour == as_time(std::chrono::hours{1}) && day == as_time(std::chrono::days{1}));
static_assert(week == as_time(std::chrono::weeks{1}));
static_assert(year == as_time(std::chrono::years{1}) && year.in(second) == 31556952.0);
static_assert(month == as_time(std::chrono::months{1}) && month.in(second) == 2629746.0);
static_assert(year.in(day) == 365.2425 && year.in(month) == 12.0 && week.in(day) == 7.0 && day.in(hour) == 24.0);

// Money.
static_assert(thousand_usd.in(usd) == 1e3 && million_usd.in(usd) == 1e6 && billion_usd.in(usd) == 1e9);
static_assert(trillion_usd.in(usd) == 1e12 && billion_usd.in(million_usd) == 1e3);

// Compute and its speed.
static_assert(gigaflop.in(flop) == 1e9 && teraflop.in(flop) == 1e12 && petaflop.in(flop) == 1e15);
static_assert(exaflop.in(flop) == 1e18 && zettaflop.in(flop) == 1e21 && yottaflop.in(flop) == 1e24);
static_assert((4.5 * petaflop / second).in(teraflop / second) == 4500.0);
static_assert((2.0 * petaflop / second * hour).in(petaflop) == 7200.0);

// Things that are counted.
static_assert(thousand_chips.in(chip) == 1e3 && million_chips.in(chip) == 1e6);
static_assert(million_tokens.in(token) == 1e6 && billion_tokens.in(token) == 1e9 && trillion_tokens.in(token) == 1e12);
static_assert(million_people.in(person) == 1e6);
static_assert(wafer.in(wafer) == 1.0 && tpp.in(tpp) == 1.0);

// Energy and power.
static_assert(watt * second == joule && kilowatt_hour.in(joule) == 3.6e6 && megawatt_hour.in(kilowatt_hour) == 1e3);
static_assert(gigawatt_hour.in(megawatt_hour) == 1e3 && terawatt_hour.in(gigawatt_hour) == 1e3);
static_assert(gigawatt.in(megawatt) == 1e3 && megawatt.in(kilowatt) == 1e3 && kilowatt.in(watt) == 1e3);
static_assert((700.0 * watt * 1000.0 * hour).in(kilowatt_hour) == 700.0);

// Length and area.
static_assert(metre.in(centimetre) == 100.0 && centimetre.in(millimetre) == 10.0 && millimetre.in(nanometre) == 1e6);
static_assert(millimetre * millimetre == mm2 && centimetre * centimetre == cm2 && metre * millimetre == 10.0 * cm2);
static_assert(m2 == metre * metre && m2.in(cm2) == 1e4 && cm2.in(mm2) == 100.0);

// A share is a number.
static_assert(80.0 * percent == 0.8 && 100 * percent == 1.0);
constexpr double as_number = 25.0 * percent;
static_assert(as_number == 0.25);

// A user's unit and a user's dimension are one line each.
inline constexpr auto yuan = 0.14 * usd;
static_assert((7.0 * usd).in(yuan) > 49.99 && (7.0 * usd).in(yuan) < 50.01);
struct cow {
    static constexpr std::string_view name = "cow";
};
inline constexpr auto cows = base_unit<cow>;
static_assert((3.0 * cows + 4.0 * cows).in(cows) == 7.0);
static_assert(((600.0 * usd) / (3.0 * cows)).in(usd / cows) == 200.0);

TEST_CASE("a quantity told in a unit reads back in it") {
    for (double x = 1e-6; x < 1e12; x *= 3.7) {
        CHECK_THAT((x * mm2).in(mm2), Catch::Matchers::WithinRel(x, 3e-16));
        CHECK_THAT((x * kilowatt_hour).in(kilowatt_hour), Catch::Matchers::WithinRel(x, 3e-16));
        CHECK_THAT((x * year).in(year), Catch::Matchers::WithinRel(x, 3e-16));
    }
}

}  // namespace
