// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/known_inputs.hpp>

#include "../catch.hpp"

#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;

namespace {

inline constexpr auto fall = assumption<"fall">(ci90(3.0, 5.5), "ours");
inline constexpr auto cost = assumption<"cost">(1.0 * usd, "ours");
inline constexpr auto start = assumption<"start">(date(), "ours");
inline constexpr auto f = forecast(inputs(fall, cost), [](const auto& in) { return in[cost] / in[fall]; });
inline constexpr auto g = forecast(inputs(start, fall), [](const auto& in) { return in[fall]; });
inline constexpr auto other_cost = assumption<"cost">(1.0 * chip, "ours");
inline constexpr auto h = forecast(inputs(other_cost), [](const auto& in) { return in[other_cost]; });
inline constexpr auto other_fall = assumption<"fall">(1.0 * year, "ours");
inline constexpr auto both = forecast(inputs(cost, other_fall), [](const auto& in) { return in[other_fall]; });

}  // namespace

TEST_CASE("known_inputs: the inputs of several forecasts, each once, with what they are about") {
    const known_inputs inputs(f, g);
    REQUIRE(inputs.size() == 3);
    CHECK(inputs.find("cost")->kind == value_kind::of<quantity<dim::money>>());
    CHECK(inputs.find("start")->kind.is_date());
    CHECK(inputs.find("fall")->kind.is_number());
    CHECK(inputs.find("Fall") == nullptr);
}

TEST_CASE("known_inputs: what of a list is about them") {
    const override_list all(override(fall, 3.0), override(cost, 5.0 * usd), override(start, date()));
    CHECK(known_inputs(f).among(all) == override_list(override(fall, 3.0), override(cost, 5.0 * usd)));
    CHECK(known_inputs(g).among(all).size() == 2);
    CHECK(known_inputs(h).among(override_list()).empty());
}

TEST_CASE("known_inputs: one name for two things is an error") {
    CHECK_THROWS_WITH(known_inputs(f, h), "known_inputs: two forecasts have an input 'cost', one about money, one "
                                          "about chips; rename one of them");
    // All of them, not the first alone.
    CHECK_THROWS_WITH(known_inputs(f, h, both),
                      "known_inputs: two forecasts have an input 'cost', one about money, one "
                      "about chips; rename one of them\nand an input 'fall', one about a "
                      "number, one about time; rename one of them");
}
