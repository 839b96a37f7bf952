// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/date.hpp>

#include "catch.hpp"

#include <chrono>
#include <concepts>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr auto endless = quantity<dim::time>::from_base_value(infinite);

static_assert(sizeof(date) == sizeof(double) && std::is_trivially_copyable_v<date>);
static_assert(date() == date(1970y / 1 / 1) && date().seconds_since_1970() == 0.0);

// From the calendar and back.
constexpr bool comes_back(year_month_day day_given) {
    return year_month_day(date(day_given)) == day_given && sys_days(date(day_given)) == sys_days(day_given);
}
static_assert(comes_back(2024y / 2 / 29) && comes_back(2000y / 2 / 29) && comes_back(1900y / 2 / 28));
static_assert(comes_back(0y / 2 / 29) && comes_back(-1y / 12 / 31) && comes_back(-400y / 2 / 29));
static_assert(comes_back(-32767y / 1 / 1) && comes_back(32767y / 12 / 31) && comes_back(1969y / 12 / 31));
static_assert(date(2024y / 2 / std::chrono::last) == date(2024y / 2 / 29));
static_assert(date(2028, 1, 1) == date(2028y / 1 / 1) && date(-44, 3, 15) == date(-44y / 3 / 15) && date(2024, 2, 29) == date(2024y / 2 / 29));
static_assert(date(2025y / 2 / std::chrono::last) == date(2025y / 2 / 28));
static_assert(date(1900y / 2 / std::chrono::last) == date(1900y / 2 / 28));

// Published anchors: Unix time of 2001-09-09 01:46:40 is 1e9, Julian day 2440587.5 is 1970-01-01, JD 0 is -4713-11-24 12:00.
static_assert((date(2001y / 9 / 9) + 1h + 46min + 40s).seconds_since_1970() == 1e9);
static_assert((date() - date(-4713y / 11 / 24)).in(day) == 2440588.0);
static_assert((date(2000y / 1 / 1) - date(1600y / 1 / 1)).in(day) == 146097.0);

// Any time of the system clock; the calendar day is the one it falls on, before 1970 too.
static_assert(year_month_day(date(sys_days(2025y / 6 / 1) + 23h + 59min)) == 2025y / 6 / 1);
static_assert(year_month_day(date(sys_days(1960y / 6 / 1) - 1s)) == 1960y / 5 / 31);
static_assert(date(sys_days(2025y / 6 / 1) + 500ms).seconds_since_1970() ==
              date(2025y / 6 / 1).seconds_since_1970() + 0.5);
static_assert(std::convertible_to<year_month_day, date> && std::convertible_to<sys_days, date>);
static_assert(!std::convertible_to<double, date> && !std::convertible_to<quantity<dim::time>, date>);

// Decimal years: 2025 has 365 days, 2024 has 366.
static_assert(date::decimal(2025.0) == date(2025y / 1 / 1) && date::decimal(2025.5) == date(2025y / 7 / 2) + 12h);
static_assert(date::decimal(2024.5) == date(2024y / 7 / 2) && date::decimal(1900.5) == date(1900y / 7 / 2) + 12h);
static_assert(date::decimal(-0.5) == date(-1y / 7 / 2) + 12h && date::decimal(-44.0) == date(-44y / 1 / 1));
static_assert(date(2025y / 7 / 2).decimal_year() == 2025.0 + 182.0 / 365.0);
static_assert(date(2024y / 12 / 31).decimal_year() == 2024.0 + 365.0 / 366.0);
static_assert(date(32767y / 12 / 31).decimal_year() > 32767.99 && date::decimal(32767.5) > date(32767y / 7 / 1));

// Spans: a difference of dates is a time quantity; durations of std::chrono are spans.
static_assert((date(2025y / 3 / 1) - date(2024y / 3 / 1)).in(day) == 365.0);
static_assert((date(2024y / 3 / 1) - date(2023y / 3 / 1)).in(day) == 366.0);
static_assert(date(2024y / 1 / 1) + 1.0 * year == date(2024y / 1 / 1) + std::chrono::years{1});
static_assert(date(2024y / 1 / 31) - std::chrono::days{31} == date(2023y / 12 / 31) &&
              24h + date() == date(1970y / 1 / 2));
constexpr date stepped() {
    date d = 2025y / 1 / 1;
    d += 31.0 * day;
    d -= 24h;
    return d;
}
static_assert(stepped() == date(2025y / 1 / 31));

// Never orders after every date and stays never.
static_assert(date::never().is_never() && !date(32767y / 12 / 31).is_never());
static_assert(date::never() > date(32767y / 12 / 31) && date(2025y / 1 / 1) < date::never());
static_assert(date::never() == date::never() && date::never() <= date::never() && !(date::never() < date::never()));
static_assert(date::never() != date(2025y / 1 / 1) && min(date::never(), date()) == date());
static_assert(max(date::never(), date()).is_never());
static_assert((date::never() + 5.0 * year).is_never() && (date::never() - 5.0 * year).is_never());
static_assert((date(2025y / 1 / 1) + endless).is_never());
static_assert((date::never() - date(2025y / 1 / 1)).in(year) == infinite);
static_assert((date(2025y / 1 / 1) - date::never()).in(year) == -infinite);

static_assert(date(2025y / 1 / 1) < date(2025y / 1 / 2) && date(2025y / 1 / 2) >= date(2025y / 1 / 2));
static_assert(!(date(2025y / 1 / 2) > date(2025y / 1 / 2)) && !(date(2025y / 1 / 2) < date(2025y / 1 / 1)));
static_assert(!(date(2025y / 1 / 2) <= date(2025y / 1 / 1)) && !(date(2025y / 1 / 1) >= date(2025y / 1 / 2)));
static_assert(select(true, date(), date::never()) == date() && select(false, date(), date::never()).is_never());
static_assert(any_date<date> && any_date<const basic_date<batch>&> && !any_date<double>);

// In other number types.
constexpr auto moved = date(2025y / 1 / 1) + quantity<dim::time, dual<1>>::from_base_value(dual<1>::variable(60.0, 0));
static_assert(std::same_as<decltype(moved), const basic_date<dual<1>>> &&
              moved.seconds_since_1970().gradient[0] == 1.0);
static_assert((moved - date(2025y / 1 / 1)).in(second).value == 60.0);
static_assert(basic_date<dual<1>>(date(2025y / 1 / 1)) == date(2025y / 1 / 1));
static_assert(max(moved, date(2025y / 1 / 1)).seconds_since_1970().gradient[0] == 1.0);

TEST_CASE("every year of the calendar comes back at its turning days") {
    long long failures = 0;
    double previous = -infinite;
    for (int y = -32767; y <= 32767; ++y) {
        const auto in_year = std::chrono::year(y);
        for (const year_month_day d :
             {in_year / 1 / 1, in_year / 2 / 28, year_month_day(in_year / 2 / std::chrono::last), in_year / 3 / 1,
              in_year / 12 / 31}) {
            failures += !comes_back(d);
            failures += date(d).seconds_since_1970() < previous;
            previous = date(d).seconds_since_1970();
        }
        failures += date::decimal(y) != date(in_year / 1 / 1);
        failures += date(in_year / 1 / 1).decimal_year() != y;
    }
    CHECK(failures == 0);
}

TEST_CASE("every day from 1600 to 2400 comes back, at its first and in its last second") {
    long long failures = 0;
    for (auto d = sys_days(1600y / 1 / 1); d <= sys_days(2400y / 12 / 31); d += std::chrono::days{1}) {
        failures += sys_days(date(d)) != d;
        failures += sys_days(date(d) + 86399.9 * second) != d;
    }
    CHECK(failures == 0);
}

TEST_CASE("a decimal year reads back, and grows with the date") {
    for (double y = 1.0; y < 32768.0; y += 0.9973) {
        for (const double decimal : {y, -y}) {
            if (decimal < -32767.0) continue;
            const double tolerance = decimal > 1600.0 && decimal < 2400.0 ? 5e-13 : 8e-12;
            CHECK_THAT(date::decimal(decimal).decimal_year(), Catch::Matchers::WithinAbs(decimal, tolerance));
        }
    }
    int failures = 0;
    double previous = 2023.0;
    for (date d = 2023y / 1 / 2; d < date(2029y / 1 / 1); d += 7h) {
        failures += !(d.decimal_year() > previous);
        previous = d.decimal_year();
    }
    CHECK(failures == 0);
}

TEST_CASE("a day that does not exist is refused by its name") {
    CHECK_THROWS_MATCHES(date(2025y / 2 / 30), std::domain_error,
                         Message("date: 2025-02-30 does not exist; give a day that its month has"));
    CHECK_THROWS_MATCHES(date(2025y / 2 / 29), std::domain_error,
                         Message("date: 2025-02-29 does not exist; give a day that its month has"));
    CHECK_THROWS_MATCHES(date(1900y / 2 / 29), std::domain_error,
                         Message("date: 1900-02-29 does not exist; give a day that its month has"));
    CHECK_THROWS_MATCHES(date(2025y / 13 / 1), std::domain_error,
                         Message("date: 2025-13-01 does not exist; give a day that its month has"));
    CHECK_THROWS_MATCHES(date(2025y / 4 / 0), std::domain_error,
                         Message("date: 2025-04-00 does not exist; give a day that its month has"));
    CHECK_NOTHROW(date(2024y / 2 / 29));
}

TEST_CASE("what has no calendar day or no distance is refused with what to do") {
    const std::string ask = "; ask is_never() first";
    CHECK_THROWS_MATCHES(year_month_day(date::never()), std::domain_error,
                         Message("date: never has no calendar day" + ask));
    CHECK_THROWS_MATCHES(date::never().decimal_year(), std::domain_error,
                         Message("date: never has no calendar day" + ask));
    CHECK_THROWS_MATCHES(date::never() - date::never(), std::domain_error,
                         Message("date - date: both are never, which has no distance" + ask));
    const std::string range = "date: a calendar day has a year from -32767 to 32767, got about the year ";
    CHECK_THROWS_MATCHES(sys_days(date(32767y / 12 / 31) + 24h), std::domain_error, Message(range + "32768"));
    CHECK_THROWS_MATCHES(sys_days(date(2025y / 1 / 1) - 1e6 * year), std::domain_error, Message(range + "-997975"));
    CHECK_THROWS_MATCHES((date() - endless).decimal_year(), std::domain_error, Message(range + "-inf"));
    CHECK_THROWS_MATCHES(sys_days(date::from_seconds_since_1970(nan)), std::domain_error, Message(range + "nan"));
    CHECK_THROWS_MATCHES(date::from_seconds_since_1970(nan).decimal_year(), std::domain_error, Message(range + "nan"));
    CHECK_NOTHROW(sys_days(date(32767y / 12 / 31) + 23h));
}

TEST_CASE("no date comes of a span that is not a number, or of never and an endless one") {
    const date day_one(2024y / 1 / 1);
    const std::string rule = ": span in seconds must be a number, got nan";
    CHECK_THROWS_MATCHES(day_one + nan * year, std::domain_error, Message("date + span" + rule));
    CHECK_THROWS_MATCHES(nan * year + day_one, std::domain_error, Message("date + span" + rule));
    CHECK_THROWS_MATCHES(day_one - nan * year, std::domain_error, Message("date - span" + rule));
    date shifted = day_one;
    CHECK_THROWS_AS(shifted += nan * year, std::domain_error);
    CHECK_THROWS_AS(shifted -= nan * year, std::domain_error);
    CHECK(shifted == day_one);
    CHECK_THROWS_MATCHES(date::never() - endless, std::domain_error,
                         Message("date - span: no date lies an endless span from never, or from before every date"));
    CHECK_THROWS_AS(date::never() + -endless, std::domain_error);
    CHECK((date::never() + endless).is_never());
    CHECK((day_one + endless).is_never());
    CHECK(date::never() - 1.0 * year == date::never());
    const auto undefined = date::from_seconds_since_1970(nan);
    const auto no_number = Message("date - date: a date must be a number or never, got nan");
    CHECK_THROWS_MATCHES(undefined - day_one, std::domain_error, no_number);
    CHECK_THROWS_MATCHES(date::never() - undefined, std::domain_error, no_number);
    using seconds = std::chrono::duration<double>;
    CHECK_THROWS_MATCHES(date(std::chrono::sys_time<seconds>(seconds(nan))), std::domain_error,
                         Message("date: system-clock time in seconds must be a number, got nan"));
    CHECK(date(std::chrono::sys_time<seconds>(seconds(infinite))).is_never());
    // In a block only the draws that are taken count.
    const auto mixed = day_one + batch::generate([](int i) { return i == 63 ? nan : 1.0 * i; }) * year;
    CHECK(value_at(mixed.seconds_since_1970(), 62) == (day_one + 62.0 * year).seconds_since_1970());
    CHECK(headway::is_nan(value_at(mixed.seconds_since_1970(), 63)));
}

TEST_CASE("a decimal year outside the calendar is refused") {
    const std::string rule = "date::decimal: year must be from -32767 to 32767, got ";
    CHECK_THROWS_MATCHES(date::decimal(nan), std::domain_error, Message(rule + "nan"));
    CHECK_THROWS_MATCHES(date::decimal(infinite), std::domain_error, Message(rule + "inf"));
    CHECK_THROWS_MATCHES(date::decimal(32768.0), std::domain_error, Message(rule + "32768"));
    CHECK_THROWS_MATCHES(date::decimal(-32767.5), std::domain_error, Message(rule + "-32767.5"));
    CHECK_NOTHROW(date::decimal(-32767.0));
}

TEST_CASE("a date of draws is that of each draw, and never is told draw by draw") {
    const auto draws = batch::generate([](int i) { return i % 3 == 0 ? infinite : 0.1 * i; });
    const auto when = date(2025y / 1 / 1) + draws * year;
    const auto never = when.is_never();
    const auto earlier = min(when, date(2027y / 1 / 1));
    const auto late = when > date(2027y / 1 / 1);
    for (int i = 0; i < batch::size; ++i) {
        const date one = date(2025y / 1 / 1) + value_at(draws, i) * year;
        CHECK(value_at(when.seconds_since_1970(), i) == one.seconds_since_1970());
        CHECK((never.lane[i] != 0) == (i % 3 == 0));
        CHECK((late.lane[i] != 0) == (one > date(2027y / 1 / 1)));
        CHECK(value_at(earlier.seconds_since_1970(), i) == min(one, date(2027y / 1 / 1)).seconds_since_1970());
    }
    CHECK_THROWS_AS(when - when, std::domain_error);
}

}  // namespace
