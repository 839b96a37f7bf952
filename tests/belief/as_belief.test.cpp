// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/as_belief.hpp>

#include "catch.hpp"

#include <headway/belief/from_quantiles.hpp>
#include <headway/quantity/units.hpp>

#include <string>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

static_assert(hw::as_belief(3) == hw::exactly(3.0));
static_assert(hw::as_belief(hw::ci90(3.0, 5.5)) == hw::ci90(3.0, 5.5));
static_assert(std::same_as<decltype(hw::as_belief(5.0 * usd))::value_type, hw::quantity<hw::dim::money>>);
static_assert(std::same_as<decltype(hw::as_belief(2024y / 3 / 1))::value_type, hw::date>);
static_assert(hw::belief_like<double> && hw::belief_like<hw::date> && hw::belief_like<hw::belief<double>>);
// What makes a belief when asked is taken as that belief.
constexpr auto quantiles = hw::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}}).above(0);
static_assert(hw::belief_like<decltype(quantiles)> && hw::makes_belief<decltype(quantiles)>);
static_assert(hw::as_belief(quantiles) == quantiles.belief());
static_assert(!hw::belief_like<std::string> && !hw::belief_like<void*>);

TEST_CASE("a value that is no finite number is not a belief that is sure of it") {
    CHECK_THROWS_AS(hw::as_belief(__builtin_nan("")), std::domain_error);
}

}  // namespace
