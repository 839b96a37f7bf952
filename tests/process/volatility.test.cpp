// SPDX-License-Identifier: BSL-1.0
#include <headway/process/volatility.hpp>

#include <limits>

#include "catch.hpp"

namespace hw = headway;
using namespace headway::units;
using Catch::Matchers::WithinRel;

TEST_CASE("a volatility grows with the root of the span") {
    constexpr auto sigma = hw::per_sqrt_year(0.383);
    REQUIRE_THAT(sigma.over(1.0 * year), WithinRel(0.383, 1e-15));
    REQUIRE_THAT(sigma.over(4.0 * year), WithinRel(0.766, 1e-15));
    REQUIRE_THAT(hw::per_sqrt(0.11, month).over(4.0 * month), WithinRel(0.22, 1e-15));
    REQUIRE_THAT(hw::per_sqrt(0.11, month).per_sqrt_second(),
                 WithinRel(hw::per_sqrt_year(0.11 * 3.4641016151377544).per_sqrt_second(), 1e-14));
    REQUIRE_THAT(hw::per_sqrt_year(2.0 * usd).over(0.25 * year).in(usd), WithinRel(1.0, 1e-15));
    STATIC_REQUIRE(hw::per_sqrt_year(0.0).per_sqrt_second() == 0.0);
}

TEST_CASE("a volatility below zero or undefined is refused by its value") {
    using Catch::Matchers::Contains;
    REQUIRE_THROWS_WITH(hw::per_sqrt_year(-0.3), "per_sqrt_year: volatility must be >= 0, got -0.3");
    REQUIRE_THROWS_WITH(hw::per_sqrt_year(std::numeric_limits<double>::quiet_NaN()),
                        "per_sqrt_year: volatility must be >= 0, got nan");
    REQUIRE_THROWS_WITH(hw::per_sqrt_year(std::numeric_limits<double>::infinity()),
                        "per_sqrt_year: volatility must be a finite number, got inf");
    REQUIRE_THROWS_WITH(hw::per_sqrt(0.3, 0.0 * year), "per_sqrt: period in seconds must be > 0, got 0");
}
