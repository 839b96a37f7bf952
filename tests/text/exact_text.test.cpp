// SPDX-License-Identifier: BSL-1.0
#include <headway/text/exact_text.hpp>

#include "catch.hpp"

#include <bit>
#include <chrono>
#include <cstdint>
#include <limits>
#include <string>

#include <headway/quantity/units.hpp>
#include <headway/text/parse_value.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

struct yak {
    static constexpr std::string_view name = "yak";
};
inline constexpr auto yaks = base_unit<yak>;

template <class T>
void check_round_trip(const T& value) {
    const std::string text = exact_text(value);
    const T back = parse_value<T>(text);
    if (std::bit_cast<std::uint64_t>(base_value_of(back)) != std::bit_cast<std::uint64_t>(base_value_of(value))) {
        FAIL("not the same value: " << text);
    }
}

}  // namespace

TEST_CASE("exact_text: the fewest digits, in the unit that suits the size") {
    CHECK(exact_text(4.2 * million_usd) == "4.2 million USD");
    CHECK(exact_text(0.1 * usd) == "0.1 USD");
    CHECK(exact_text(14.0 * month) == "14 months");
    CHECK(exact_text(2.0 * usd / (chip * hour)) == "2 USD per chip-hour");
    CHECK(exact_text(49.2 * thousand_usd / chip) == "49.2 thousand USD per chip");
    CHECK(exact_text(850.0 * mm2) == "850 mm²");
    CHECK(exact_text(3.0 * yaks / year) == "3 yak per year");
    CHECK(exact_text(0.0 * usd) == "0 USD");
    CHECK(exact_text(30000.0) == "30000");
    CHECK(exact_text(1e23) == "1e+23");
    CHECK(exact_text(-std::numeric_limits<double>::infinity() * usd) == "-infinite");
    CHECK(exact_text(std::numeric_limits<double>::quiet_NaN()) == "undefined");
}

TEST_CASE("exact_text: where the unit takes many digits, another of time or energy that takes few") {
    CHECK(exact_text(28.0 * month) == "28 months");
    CHECK(exact_text(-28.0 * month) == "-28 months");
    CHECK(exact_text(2.5 * year) == "2.5 years");
    CHECK(exact_text(60.0 * usd / (chip * month)) == "60 USD per chip-month");
    CHECK(exact_text(140.0 * usd / (chip * month)) == "140 USD per chip-month");
    CHECK(exact_text(140.0 * (usd / (chip * month))) == "140 (USD per chip-month)");
    CHECK(exact_text(1.4 * million_usd / (chip * month)) == "1.4 million USD per chip-month");
    CHECK(exact_text(17.0 * flop / day) == "17 FLOP per day");
    CHECK(exact_text(17.0 * person * day) == "17 person·day");
    CHECK(exact_text(7.0 * chip / week) == "7 chip per week");
    CHECK(exact_text(3.0 * yaks / month) == "36 yak per year");
    CHECK(exact_text(3.0 / month) == "36 per year");
    // Where no other unit takes few it stays.
    CHECK(exact_text(1.0 / 3.0 * year) == "4 months");
    CHECK(exact_text(1.2345678901 * year).ends_with(" months"));
}

TEST_CASE("exact_text: dates with the time of day where there is one") {
    CHECK(exact_text(date(2026y / 11 / 21)) == "2026-11-21");
    CHECK(exact_text(date(2026y / 11 / 21) + 90min) == "2026-11-21 01:30");
    CHECK(exact_text(date(2026y / 11 / 21) + 90min + 7250ms) == "2026-11-21 01:30:07.25");
    CHECK(exact_text(date(1969y / 12 / 31) + 1s) == "1969-12-31 00:00:01");
    CHECK(exact_text(date::from_seconds_since_1970(-1e-20)) == "1970-01-01 + -1e-20 s");
    CHECK(exact_text(date::never()) == "never");
}

TEST_CASE("exact_text: parse_value gives back the same bits") {
    const double extremes[] = {0.0,
                               -0.0,
                               5e-324,
                               2.2250738585072014e-308,
                               std::numeric_limits<double>::max(),
                               -std::numeric_limits<double>::max(),
                               std::numeric_limits<double>::infinity(),
                               1.0 / 3.0,
                               0.1,
                               999.9999999999999,
                               1e6,
                               999999.9999999999,
                               9007199254740993.0};
    const auto check_all = [](double x) {
        check_round_trip(x);
        check_round_trip(x * usd);
        check_round_trip(x * second);
        check_round_trip(value_from_base<decltype(usd / (chip * hour))>(x));
        check_round_trip(value_from_base<decltype(1.0 / year)>(x));
        check_round_trip(value_from_base<decltype(usd * person / (chip * cm2))>(x));
        check_round_trip(value_from_base<decltype(usd / (yaks * yaks * yaks))>(x));
        check_round_trip(date::from_seconds_since_1970(x + 0.0));  // no text tells -0 from 0 seconds
    };
    for (const double x : extremes) check_all(x);
    std::uint64_t state = 20261122;
    for (int i = 0; i < 6000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        const double any = std::bit_cast<double>(state ^ (state >> 29));
        if (any == any) check_all(any);
        check_all(static_cast<double>(state >> 40) * 300.25);
        // Round numbers of some unit, divided as in text or multiplied as in code.
        const auto round_number = static_cast<double>((state >> 40) % 9000) * 0.25;
        for (const double unit : {86400.0, 604800.0, 2629746.0, 31556952.0}) {
            check_round_trip(value_from_base<decltype(usd / (chip * hour))>(round_number / unit));
            check_round_trip(value_from_base<decltype(usd / (chip * hour))>(round_number * (1.0 / unit)));
            check_round_trip(round_number * unit * second);
            check_round_trip(value_from_base<decltype(joule * second)>(round_number * unit * 3.6e6));
        }
    }
}
