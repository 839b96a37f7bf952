// SPDX-License-Identifier: BSL-1.0
#include <headway/text/text.hpp>

#include "catch.hpp"

#include <chrono>
#include <limits>
#include <sstream>
#include <string>

#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// A dimension with a ladder of its own, one that has only its name, one with a ladder that starts above 1.
struct cow {
    static constexpr std::string_view name = "cow";
};
struct pig {
    static constexpr std::string_view name = "pig";
};
struct bit {
    static constexpr std::string_view name = "bit";
};
inline constexpr auto cows = base_unit<cow>;
inline constexpr auto pigs = base_unit<pig>;
inline constexpr auto bits = base_unit<bit>;

}  // namespace

template <>
inline constexpr headway::unit_rung headway::unit_ladder<cow>[] = {{1.0, "cows", "cow"}, {12.0, "dozen cows"}};
template <>
inline constexpr headway::unit_rung headway::unit_ladder<bit>[] = {{8.0, "B"}, {8e9, "GB"}, {8e12, "TB"}};

namespace {

static_assert(has_unit_ladder<dim::money> && has_unit_ladder<cow> && !has_unit_ladder<pig>);

TEST_CASE("money keeps three digits") {
    CHECK(to_text(4.2 * million_usd) == "4.20 million USD");
    CHECK(to_text(80.0 * billion_usd) == "80.0 billion USD");
    CHECK(to_text(125.2 * million_usd) == "125 million USD");
    CHECK(to_text(200e3 * usd) == "200 thousand USD");
    CHECK(to_text(0.35 * usd) == "0.350 USD");
    CHECK(to_text(1.0 * usd) == "1.00 USD");
    CHECK(to_text(999.0 * usd) == "999 USD");
    CHECK(to_text(1.5 * trillion_usd) == "1.50 trillion USD");
    CHECK(to_text(1500.0 * trillion_usd) == "1500 trillion USD");
    CHECK(to_text(0.0 * usd) == "0 USD");
    CHECK(to_text(-0.0 * usd) == "0 USD");
    CHECK(to_text(-4.2 * million_usd) == "-4.20 million USD");
    CHECK(to_text(125.2 * million_usd, 5) == "125.20 million USD");
    CHECK(to_text(125.2 * million_usd, 1) == "100 million USD");
}

TEST_CASE("a number that rounds up to the next unit is told in it") {
    CHECK(to_text(999.4 * million_usd) == "999 million USD");
    CHECK(to_text(999.5 * million_usd) == "1.00 billion USD");
    CHECK(to_text(999.9996 * usd, 6) == "1.00000 thousand USD");
    CHECK(to_text(-999.9 * thousand_usd) == "-1.00 million USD");
    CHECK(to_text(999.96 * watt) == "1 kW");
    CHECK(to_text(119.96 * second) == "2 minutes");
    CHECK(to_text(23.99 * month) == "2 years");
    CHECK(to_text(999.9 * trillion_usd) == "1000 trillion USD");
    CHECK(to_text(9.996 * pigs) == "10 pig");
}

TEST_CASE("time is told in the unit that people would use") {
    CHECK(to_text(0.0 * year) == "0 seconds");
    CHECK(to_text(1.0 * second) == "1 second");
    CHECK(to_text(1.5e-3 * second) == "0.0015 seconds");
    CHECK(to_text(119.0 * second) == "119 seconds");
    CHECK(to_text(120.0 * second) == "2 minutes");
    CHECK(to_text(90.0 * minute) == "90 minutes");
    CHECK(to_text(2.0 * hour) == "2 hours");
    CHECK(to_text(36.0 * hour) == "36 hours");
    CHECK(to_text(2.0 * day) == "2 days");
    CHECK(to_text(12.0 * day) == "12 days");
    CHECK(to_text(2.0 * month) == "2 months");
    CHECK(to_text(14.0 * month) == "14 months");
    CHECK(to_text(25.931568569324174 * month) == "2.16 years");
    CHECK(to_text(24.0 * month) == "2 years");
    CHECK(to_text(3.17 * year) == "3.17 years");
    CHECK(to_text(-14.0 * month) == "-14 months");
    CHECK(to_text(12e3 * year) == "12000 years");
    CHECK(to_text(quantity<dim::time>(std::chrono::weeks{1})) == "7 days");
}

TEST_CASE("the units of the field") {
    CHECK(to_text(2.5e25 * flop) == "2.5e+25 FLOP");
    CHECK(to_text(1.0 * flop) == "1 FLOP");
    CHECK(to_text(4.5 * petaflop / second) == "4.5 PFLOP/s");
    CHECK(to_text(4e6 * 4.5 * petaflop / second) == "18 ZFLOP/s");
    CHECK(to_text(700.0 * watt) == "700 W");
    CHECK(to_text(1.2 * gigawatt) == "1.2 GW");
    CHECK(to_text(4.58 * gigawatt_hour) == "4.58 GWh");
    CHECK(to_text(100.0 * joule) == "100 J");
    CHECK(to_text(814.0 * mm2) == "814 mm²");
    CHECK(to_text(707.0 * cm2) == "707 cm²");
    CHECK(to_text(3.0 * nanometre) == "3 nm");
    CHECK(to_text(300.0 * millimetre) == "300 mm");
    CHECK(to_text(0.1 / cm2) == "0.1 per cm²");
    CHECK(to_text(790e6 * tpp) == "790 million TPP");
    CHECK(to_text(15831.2 * tpp) == "15.8 thousand TPP");
    CHECK(to_text(4800.0 * tpp / (814.0 * mm2)) == "5.9 TPP per mm²");
    CHECK(to_text(4.0 / year) == "4 per year");
    CHECK(to_text(10.0 / day) == "10 per day");
    CHECK(to_text(20.0 / second) == "20 per second");
}

TEST_CASE("what is counted has a singular") {
    CHECK(to_text(1.0 * chip) == "1 chip");
    CHECK(to_text(-1.0 * chip) == "-1 chip");
    CHECK(to_text(2.0 * chip) == "2 chips");
    CHECK(to_text(0.0 * chip) == "0 chips");
    CHECK(to_text(0.5 * chip) == "0.5 chips");
    CHECK(to_text(50e3 * chip) == "50 thousand chips");
    CHECK(to_text(1.5 * million_chips) == "1.5 million chips");
    CHECK(to_text(49'901.0 * chip, 5) == "49.901 thousand chips");
    CHECK(to_text(1.0 * wafer) == "1 wafer");
    CHECK(to_text(15.0 * trillion_tokens) == "15 trillion tokens");
    CHECK(to_text(1.0 * person) == "1 person");
    CHECK(to_text(340.0 * million_people) == "340 million people");
}

TEST_CASE("a share is told in percent") {
    CHECK(to_text(47.0 * percent) == "47 %");
    CHECK(to_text(quantity<dimensionless>(0.125)) == "12.5 %");
    CHECK(to_text(-5.0 * percent) == "-5 %");
    CHECK(to_text(0.0 * percent) == "0 %");
    CHECK(to_text(quantity<dimensionless>(infinite)) == "infinite");
}

TEST_CASE("a derived dimension is told by its factors") {
    CHECK(to_text(0.0806 * usd / kilowatt_hour) == "0.0806 USD per kWh");
    CHECK(to_text(49'200.0 * usd / chip) == "49.2 thousand USD per chip");
    CHECK(to_text(49'200.0 * usd / year) == "49.2 thousand USD per year");
    CHECK(to_text(2.0 * usd / (chip * hour)) == "2.00 USD per chip-hour");
    CHECK(to_text(20.0 * usd / (chip * year)) == "20.0 USD per chip per year");
    CHECK(to_text(54e6 * chip * hour) == "54 million chip-hours");
    CHECK(to_text(2.5 * usd / million_tokens) == "2.50 USD per million tokens");
    CHECK(to_text(40e3 * usd / (4.5 * petaflop / second)) == "8.89 thousand USD per PFLOP/s");
    CHECK(to_text(4.5 * petaflop / second / (40e3 * usd)) == "112 GFLOP/s per USD");
    CHECK(to_text(700.0 * watt / chip) == "700 W per chip");
    CHECK(to_text(4.5 * petaflop / second / chip) == "4.5 PFLOP/s per chip");
    CHECK(to_text(4.5 * petaflop / second / (700.0 * watt)) == "6.43 TFLOP per J");
    CHECK(to_text(100e3 * chip / year) == "100 thousand chips per year");
    CHECK(to_text(60.0 * chip / wafer) == "60 chips per wafer");
    CHECK(to_text(814.0 * mm2 / chip) == "814 mm² per chip");
    CHECK(to_text(5.0 * usd / cm2) == "5.00 USD per cm²");
    CHECK(to_text(1.0 / (chip * year)) == "1 per year per chip");
    CHECK(to_text(0.5 / chip) == "0.5 per chip");
    CHECK(to_text(usd / year / year) == "1.00 USD per year²");
    CHECK(to_text(3.0 * person * year) == "3 person·year");
    CHECK(to_text(2.0 * chip * chip * chip * chip) == "2 chip^4");
    CHECK(to_text(2.0 * metre * metre * metre) == "2 m³");
}

TEST_CASE("a user's dimension prints by its name, and by its ladder once it has one") {
    CHECK(to_text(3.0 * pigs) == "3 pig");
    CHECK(to_text(600.0 * usd / (3.0 * pigs)) == "200 USD per pig");
    CHECK(to_text(1.0 * cows) == "1 cow");
    CHECK(to_text(5.0 * cows) == "5 cows");
    CHECK(to_text(30.0 * cows) == "2.5 dozen cows");
    CHECK(to_text(600.0 * usd / (3.0 * cows)) == "200 USD per cow");
    CHECK(to_text(80.0 * 8e9 * bits) == "80 GB");
    CHECK(to_text(8.0 * bits / second) == "3.16e+07 B per year");
    CHECK(to_text(0.1 * usd / (8.0 * bits)) == "0.100 USD per B");
}

TEST_CASE("a plain number") {
    CHECK(to_text(0.0) == "0");
    CHECK(to_text(-0.0) == "0");
    CHECK(to_text(0.0806) == "0.0806");
    CHECK(to_text(12.0) == "12");
    CHECK(to_text(1234.5) == "1230");
    CHECK(to_text(1234.5, 5) == "1234.5");
    CHECK(to_text(999'499.0) == "999000");
    CHECK(to_text(999'500.0) == "1e+06");
    CHECK(to_text(2.5e25) == "2.5e+25");
    CHECK(to_text(1e-4) == "0.0001");
    CHECK(to_text(0.99996e-4, 4) == "0.0001");
    CHECK(to_text(1.234e-5) == "1.23e-05");
    CHECK(to_text(5e-324) == "4.94e-324");
    CHECK(to_text(1.7976931348623157e308, 17) == "1.7976931348623157e+308");
    CHECK(to_text(-2.5) == "-2.5");
    CHECK(to_text(3.14159, 0) == "3");
    CHECK(to_text(0.1, 40) == "0.10000000000000001");
    CHECK(to_text(infinite) == "infinite");
    CHECK(to_text(-infinite) == "-infinite");
    CHECK(to_text(nan) == "undefined");
}

TEST_CASE("in the unit that the caller wants") {
    CHECK(to_text_in(4.2 * billion_usd, million_usd, "million USD") == "4200 million USD");
    CHECK(to_text_in(3.0 * year, std::chrono::months{1}, "months") == "36 months");
    CHECK(to_text_in(1.0 / 3.0 * kilowatt, watt, "W", 5) == "333.33 W");
    CHECK(to_text_in(infinite * usd, million_usd, "million USD") == "infinite million USD");
}

TEST_CASE("what is not finite") {
    CHECK(to_text(infinite * usd) == "infinite");
    CHECK(to_text(-infinite * usd) == "-infinite");
    CHECK(to_text(nan * usd) == "undefined");
    CHECK(to_text(nan * year) == "undefined");
    CHECK(to_text(infinite * year) == "never-ending");
    CHECK(to_text(infinite / year) == "infinite");
    CHECK(to_text(date::never() - date(2025y / 1 / 1)) == "never-ending");
}

TEST_CASE("a date is told by its day") {
    CHECK(to_text(date(2026y / 11 / 21)) == "2026-11-21");
    CHECK(to_text(date(2026y / 1 / 2) + 23.9 * hour) == "2026-01-02");
    CHECK(to_text(date(44y / 3 / 15)) == "0044-03-15");
    CHECK(to_text(date(-44y / 3 / 15)) == "-0044-03-15");
    CHECK(to_text(date(12024y / 3 / 15)) == "12024-03-15");
    CHECK(to_text(date::never()) == "never");
    CHECK(to_text(date(2025y / 1 / 1) - infinite * day) == "before every date");
    CHECK(to_text(date(32767y / 12 / 31)) == "32767-12-31");
    CHECK(to_text(date(-32767y / 1 / 1)) == "-32767-01-01");
    CHECK(to_text(date(32767y / 12 / 31) + day) == "year 32800");
    CHECK(to_text(date(2025y / 1 / 1) + 1e9 * year) == "year 1e+09");
    CHECK(to_text(date::from_seconds_since_1970(nan)) == "undefined");
}

TEST_CASE("a growth is told by its yearly factor and its direction") {
    CHECK(to_text(grows_by_factor(4.7, year)) == "x4.70 per year");
    CHECK(to_text(falls_by_factor(4.0, year)) == "÷4.00 per year");
    CHECK(to_text(grows_by_factor(0.25, year)) == "÷4.00 per year");
    CHECK(to_text(falls_by_percent(20.0, 2.0 * week)) == "÷337 per year");
    CHECK(to_text(doubles_every(6.0 * month), 5) == "x4.0000 per year");
    CHECK(to_text(growth()) == "x1.00 per year");
    CHECK(to_text(grows_by_ooms(400.0, year)) == "x10^400 per year");
    CHECK(to_text(falls_by_factor(2.0, minute)) == "÷10^158000 per year");
    CHECK(to_text(growth::from_rate_per_second(nan)) == "undefined growth");
}

TEST_CASE("streams print the same text, whatever their format flags, and pad it whole") {
    std::ostringstream out;
    out.precision(10);
    out << std::scientific << 4.2 * million_usd << "|" << date(2026y / 11 / 21) << "|" << falls_by_factor(4.0, year)
        << "|" << 47.0 * percent;
    CHECK(out.str() == "4.20 million USD|2026-11-21|÷4.00 per year|47 %");
    out.str("");
    out.width(12);
    out << 700.0 * watt << date::never();
    CHECK(out.str() == "       700 Wnever");
}

TEST_CASE("a text names a value within half a unit of its last digit") {
    // Read the number and its unit back: independent of how the digits were laid out.
    const std::pair<const char*, double> units_of_money[] = {
        {"thousand USD", 1e3}, {"million USD", 1e6}, {"billion USD", 1e9}, {"trillion USD", 1e12}, {"USD", 1.0}};
    for (double x = 1e-3; x < 1e15; x *= 1.0173) {
        for (const int digits : {1, 2, 3, 6}) {
            const std::string text = to_text(x * usd, digits);
            const auto space = text.find(' ');
            double size = 0.0;
            for (const auto& [name, factor] : units_of_money) {
                if (size == 0.0 && text.substr(space + 1) == name) size = factor;
            }
            double half_digit = 0.5000001;
            for (int i = 0; i < digits; ++i) half_digit *= 0.1;
            INFO(text);
            CHECK_THAT(std::stod(text) * size, Catch::Matchers::WithinRel(x, 10.0 * half_digit));
            CHECK(std::stod(text) < (size == 1e12 ? 2000.0 : 1000.0));
        }
    }
}

}  // namespace
