// SPDX-License-Identifier: BSL-1.0
#include <headway/table/significant_digits.hpp>

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <string>

using headway::report::significant_digits;
using headway::report::value_text;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("125 thousand is never shown as 130 thousand, however large its error") {
    for (const double error : {0.0, 1e-9, 1e-3, 0.4, 1.0, 40.0, 1e3, 1e9, infinite, nan}) {
        CHECK(significant_digits(125.0, error) >= 3);
        CHECK(std::stod(value_text(125.0, error)) == 125.0);
    }
}

TEST_CASE("the last digit stands where the first digit of the error stands") {
    CHECK(value_text(125.3, 40.0) == "125");
    CHECK(value_text(125.3, 4.0) == "125");
    CHECK(value_text(125.3, 0.6) == "125.3");
    CHECK(value_text(125.3, 0.04) == "125.30");
    CHECK(value_text(125.3, 0.0996) == "125.3");  // an error of 0.1
    CHECK(value_text(-4.2, 0.01) == "-4.20");
    CHECK(value_text(12530.0, 60.0) == "12530");
    CHECK(value_text(12530.0, 600.0) == "12500");
    CHECK(value_text(0.0012345, 0.00001) == "0.00123");
    CHECK(value_text(0.0012345, 0.000001) == "0.001234");
}

TEST_CASE("an exact value is shown in full, without the rounding of its last places") {
    CHECK(value_text(125432.0, 0.0) == "125432");
    CHECK(value_text(0.1 + 0.2, 0.0) == "0.3");
    CHECK(value_text(4.2, 0.0) == "4.2");
    CHECK(value_text(0.0, 0.0) == "0");
    CHECK(value_text(0.0, 3.0) == "0");
}

TEST_CASE("what is shown is true to within the error's leading place and half a unit of the third digit") {
    for (double value = 1.0; value < 1e9; value *= 1.37) {
        for (double error = value * 1e-11; error < value; error *= 2.9) {
            const double shown = std::stod(value_text(value, error));
            const double place = std::pow(10.0, std::floor(std::log10(error)));
            const double third = std::pow(10.0, std::floor(std::log10(value)) - 2.0);
            CHECK(std::abs(shown - value) <= 0.501 * std::max(std::min(10.0 * place, third), value * 1e-11));
        }
    }
}

TEST_CASE("what is not finite has words") {
    CHECK(value_text(infinite, nan) == "infinite");
    CHECK(value_text(-infinite, 1.0) == "-infinite");
    CHECK(value_text(nan, 1.0) == "undefined");
    CHECK(value_text(1.0 / 3.0, nan) == "0.333");
    CHECK(value_text(1.0 / 3.0, infinite) == "0.333");
}

}  // namespace
