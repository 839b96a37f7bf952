// SPDX-License-Identifier: BSL-1.0
#include <headway/table/spread_text.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <string>

using headway::date;
using headway::report::spread_text;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("a number has the place at which its spread has two digits, and its interval the same") {
    CHECK(spread_text(1.9151, 0.938) == "1.92");
    CHECK(spread_text(1.5386, 0.938) == "1.54");
    CHECK(spread_text(2.1, 0.938) == "2.10");
    CHECK(spread_text(67.06, 22.06) == "67");
    CHECK(spread_text(1.83, 3.86) == "1.8");
    CHECK(spread_text(-4.25, 0.5) == "-4.25");
    CHECK(spread_text(12530.0, 4000.0) == "12500");
    CHECK(spread_text(0.0123, 0.002) == "0.0123");
}

TEST_CASE("rounding that carries adds no digit behind the point") {
    CHECK(spread_text(9.96, 7.0) == "10.0");
    CHECK(spread_text(0.996, 0.99) == "1.00");
    CHECK(spread_text(3.0, 0.996) == "3.0");  // a spread of 1.0
    CHECK(spread_text(99.9, 22.0) == "100");
}

TEST_CASE("what is small beside its spread keeps a digit, and only 0 is 0") {
    CHECK(spread_text(1.0, 4000.0) == "1");
    CHECK(spread_text(0.04, 22.0) == "0.04");
    CHECK(spread_text(125.0, 4000.0) == "100");
    CHECK(spread_text(0.0, 22.0) == "0");
}

TEST_CASE("what is shown is true to a twentieth of the spread") {
    for (double value = 1e-3; value < 1e6; value *= 1.37) {
        for (double spread = value * 1e-6; spread < value * 10.0; spread *= 2.9) {
            INFO(value << " of " << spread);
            CHECK(std::abs(std::stod(spread_text(value, spread)) - value) <= 0.0501 * spread);
        }
    }
}

TEST_CASE("without a spread there are three digits, and what is not finite has words") {
    CHECK(spread_text(88.23, 0.0) == "88.2");
    CHECK(spread_text(88.23, infinite) == "88.2");
    CHECK(spread_text(88.23, nan) == "88.2");
    CHECK(spread_text(infinite, 1.0) == "infinite");
    CHECK(spread_text(nan, 1.0) == "undefined");
}

TEST_CASE("a date is a day, a month or a year by its spread") {
    const date when = 2028y / 3 / 14;
    CHECK(spread_text(when, 0.0 * day) == "2028-03-14");
    CHECK(spread_text(when, 99.9 * day) == "2028-03-14");
    CHECK(spread_text(when, 100.0 * day) == "Mar 2028");
    CHECK(spread_text(when, 16.0 * month) == "Mar 2028");
    CHECK(spread_text(when, 99.9 * month) == "Mar 2028");
    CHECK(spread_text(when, 100.0 * month) == "2028");
    CHECK(spread_text(when, infinite * day) == "2028");
    CHECK(spread_text(when, nan * day) == "2028");
    CHECK(spread_text(date(2028y / 12 / 31), 2.0 * year) == "Dec 2028");
    CHECK(spread_text(date::never(), 2.0 * year) == "never");
}

}  // namespace
