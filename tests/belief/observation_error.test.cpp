// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/observation_error.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

#include <concepts>
#include <limits>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

TEST_CASE("an error is added in the unit of the value, or is a factor") {
    constexpr auto added = hw::normal_error(0.5 * million_usd);
    static_assert(std::same_as<decltype(added.belief), hw::belief<hw::quantity<hw::dim::money>>>);
    static_assert(added.belief == hw::normal(0.0 * usd, 0.5 * million_usd));
    static_assert(std::same_as<decltype(hw::normal_error(24h).belief), hw::belief<hw::quantity<hw::dim::time>>>);
    static_assert(hw::log_error(0.2).belief == hw::lognormal(1.0, 0.2));
    static_assert(hw::factor_error(hw::normal(1.0, 0.1)).belief == hw::normal(1.0, 0.1));
    static_assert(hw::additive_error(hw::uniform(0.0 * usd, 1.0 * usd)).belief == hw::uniform(0.0 * usd, 1.0 * usd));
    CHECK(added.belief.stddev() == 0.5 * million_usd);
}

TEST_CASE("an error without a spread is refused") {
    CHECK_THROWS_WITH(hw::normal_error(0.0 * usd),
                      ContainsSubstring("normal_error: standard deviation must be > 0 and finite"));
    CHECK_THROWS_WITH(hw::normal_error(std::numeric_limits<double>::quiet_NaN()), ContainsSubstring("got nan"));
    CHECK_THROWS_WITH(
        hw::log_error(-0.2),
        ContainsSubstring("log_error: standard deviation of the logarithm must be > 0 and finite, got -0.2"));
}

}  // namespace
