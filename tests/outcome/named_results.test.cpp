// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/named_results.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

namespace hw = headway;
using namespace hw::units;

namespace {

using cost = hw::named_output<"cost", hw::quantity<hw::dim::money>>;
using count = hw::named_output<"count", double>;
using results = hw::named_results<hw::outcome, cost, count>;

static_assert(results::size == 2 && results::names[0] == "cost" && results::names[1] == "count");

constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "an example");

TEST_CASE("each output has its result, by name and by place") {
    const hw::simulation options{.draws = 1'000, .seed = 1};
    const auto costs = hw::simulate(hw::forecast(hw::inputs(x), [](const auto& in) { return in[x] * usd; }), options);
    const auto counts = hw::simulate(hw::forecast(hw::inputs(x), [](const auto& in) { return 10.0 * in[x]; }), options);
    const results both(costs, counts);
    CHECK(hw::get<"cost">(both).mean() == costs.mean());
    CHECK(hw::get<"count">(both).mean() == counts.mean());
    CHECK(&both.get<1>() == &hw::get<"count">(both));
}

}  // namespace
