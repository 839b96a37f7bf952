// SPDX-License-Identifier: BSL-1.0
#include <headway/outcome/named_outcomes.hpp>

#include <headway/belief/makers.hpp>
#include <headway/quantity/units.hpp>
#include <headway/simulation/simulate.hpp>

#include "../catch.hpp"

namespace hw = headway;
using namespace headway::units;

namespace {

constexpr auto x = hw::assumption<"x">(hw::uniform(1.0, 3.0), "test");
constexpr auto f = hw::forecast(hw::inputs(x), [](const auto& in) {
    return hw::outputs(hw::output<"cost">(in[x] * usd), hw::output<"plain">(10.0 + in[x]));
});

}  // namespace

TEST_CASE("the outcomes of several outputs are told apart by name, in any order of asking") {
    const auto run = hw::simulate(f, {.draws = 256, .seed = 1});
    static_assert(run.size == 2);
    CHECK(run.names[0] == "cost");
    CHECK(run.names[1] == "plain");
    CHECK(hw::get<"plain">(run).quantile(0.0) > 11.0);
    CHECK(hw::get<"cost">(run).quantile(1.0) < 3.0 * usd);
    CHECK(&hw::get<"cost">(run) == &run.get<0>());
    CHECK(&hw::get<"plain">(run) == &run.get<1>());
}
