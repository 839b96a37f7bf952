// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/information_values.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>
#include <headway/decision/value_of_information.hpp>

#include <concepts>
#include <type_traits>

namespace hw = headway;
using Catch::Matchers::WithinAbs;

namespace {

using span = hw::quantity<hw::dim::time>;
// What to know a date better is worth, and what it is known to, are spans.
static_assert(std::same_as<hw::information_value<hw::date>::difference_type, span>);
static_assert(std::same_as<decltype(hw::information_value<hw::date>::value), span>);
static_assert(std::same_as<decltype(hw::decision_value<hw::date>::mean), hw::date>);
static_assert(std::same_as<decltype(hw::decision_value<hw::date>::standard_error), span>);
static_assert(hw::information_value<double>{}.value == 0.0 && hw::information_value<double>{}.standard_error == 0.0);

constexpr auto coin = hw::assumption<"coin">(hw::bernoulli(0.5), "test");
constexpr auto stake = hw::assumption<"stake">(1.0, "test");
constexpr auto game = hw::forecast(hw::inputs(stake, coin), [](const auto& in) { return in[stake] * (in[coin] - 0.25); });

TEST_CASE("values of information keep the decisions in their order and the inputs by worth") {
    const auto v = hw::value_of_information(game, {hw::scenario<"play">(), hw::scenario<"pass">(hw::override(stake, 0.0))},
                                            hw::better::higher, {.draws = 4'096, .seed = 1});
    static_assert(std::same_as<std::remove_const_t<decltype(v)>,
                               hw::information_values<double, std::remove_const_t<decltype(stake)>, std::remove_const_t<decltype(coin)>>>);
    REQUIRE(v.decisions.size() == 2);
    CHECK(v.decisions[0].decision == "play");
    CHECK(v.decisions[1].decision == "pass");
    CHECK(v.best == 0);
    CHECK_THAT(v.decisions[0].mean, WithinAbs(0.25, 5.0 * v.decisions[0].standard_error));
    CHECK(v.decisions[1].mean == 0.0);
    // Knowing the coin saves the 1/4 that is lost in half of the cases.
    REQUIRE(v.inputs.size() == 2);
    CHECK(v.inputs[0].input == "coin");
    CHECK(v.inputs[coin].input == "coin");
    CHECK(v.inputs[stake].input == "stake");
    CHECK(v.inputs[stake].value == 0.0);
    CHECK_THAT(v.inputs[coin].value, WithinAbs(0.125, 5.0 * v.inputs[coin].standard_error));
    CHECK(v.all.input == "all inputs");
    CHECK_THAT(v.all.value, WithinAbs(0.125, 5.0 * v.all.standard_error));
}

}  // namespace
