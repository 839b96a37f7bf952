// SPDX-License-Identifier: BSL-1.0
#include <headway/belief/any_belief.hpp>

#include "catch.hpp"

#include <headway/belief/empirical.hpp>
#include <headway/belief/from_quantiles.hpp>
#include <headway/belief/interval.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;

namespace {

constexpr auto cost = hw::ci90(80.0 * million_usd, 200.0 * million_usd);
constexpr hw::any_belief any = cost;
using money = hw::quantity<hw::dim::money>;

static_assert(any.is_about<money>() && !any.is_about<double>() && !any.is_about<hw::date>());
static_assert(any.as<money>() == cost);
static_assert(any == hw::any_belief(cost) && any != hw::any_belief(hw::exactly(2.0)));
// The same numbers about something else are another belief.
static_assert(hw::any_belief(hw::exactly(2.0)) != hw::any_belief(hw::exactly(2.0 * usd)));

constexpr auto quantiles = hw::from_quantiles({{0.1, 10}, {0.5, 20}, {0.9, 50}});
static_assert(hw::any_belief(quantiles).as<double>() == quantiles.belief());
static_assert(hw::any_belief(quantiles) != hw::any_belief(quantiles.terms(2)));

TEST_CASE("a belief of any kind is read back as what it is, and as nothing else") {
    CHECK_THROWS_WITH(any.as<double>(), "any_belief: this belief is about money, not about a number");
    CHECK_THROWS_WITH(hw::any_belief(hw::exactly(3.0)).as<hw::date>(),
                      "any_belief: this belief is about a number, not about a date");
    // Its parts live as long as it does.
    std::vector<double> values(100);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
    const auto kept = [&] { return hw::any_belief(hw::empirical(values)); }();
    CHECK(kept.as<double>() == hw::empirical(values));
    CHECK(kept.as<double>().observation(99) == 99.0);
}

}  // namespace
