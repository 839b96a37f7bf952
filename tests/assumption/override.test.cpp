// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/override.hpp>

#include "catch.hpp"

#include <string>

#include <headway/assumption/override_list.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline =
    hw::assumption<"yearly fall in training cost">(hw::ci90(3.0, 5.5), hw::figures::amodei::training_cost_decline);
constexpr auto first_run = hw::assumption<"cost of the first run">(hw::ci90(80.0 * million_usd, 200.0 * million_usd), "x");
constexpr auto start = hw::assumption<"date of the first run">(2024y / 3 / 1, "the base model's release");

// Overrides carry the name and a belief of the same kind.
constexpr auto other = hw::override(first_run, 50.0 * million_usd);
static_assert(other.name == first_run.name && other.belief == hw::exactly(50.0 * million_usd));
static_assert(hw::override(decline, 3).belief == hw::exactly(3.0));
static_assert(hw::override(decline, hw::ci90(2.0, 3.0)).belief == hw::ci90(2.0, 3.0));
static_assert(hw::override(start, 2024y / 6 / 1).belief.median() == hw::date(2024y / 6 / 1));

TEST_CASE("an override keeps the reason it was given") {
    constexpr auto why = hw::override(decline, 5.0, "since March");
    static_assert(why.reason.note() == "since March" && hw::is_override<std::remove_const_t<decltype(why)>>);
    static_assert(!hw::is_override<std::remove_const_t<decltype(decline)>>);
    const auto at_run_time = hw::override(first_run, 1.0 * usd, hw::override_reason(std::string("a ") + "quote"));
    CHECK(at_run_time.reason.note() == "a quote");
}

constexpr auto comes = hw::assumption<"the permit comes">(hw::bernoulli(0.9), "a guess");
constexpr auto starts = hw::forecast(hw::inputs(comes), [](const auto& in) { return in[comes] * 10.0; });

TEST_CASE("a chance is overridden by a chance, by 0 or by 1, and by no value between them") {
    const std::string said = "override: \"the permit comes\" is yes or no, a bernoulli(...), and cannot be 0.8; give "
                             "bernoulli(80 %) for a chance, 0 or 1 for a sure value";
    CHECK_THROWS_WITH(starts.with(hw::override(comes, 0.8)), said);
    CHECK_THROWS_WITH(starts.at(hw::override(comes, 0.8)), said);
    CHECK_THROWS_WITH(starts.with(hw::override_list(hw::override(comes, 0.8))), said);
    CHECK_THROWS_WITH(starts.at(hw::override_list(hw::override(comes, 0.8))), said);
    CHECK_THROWS_WITH(comes.with_belief(0.8), said);
    CHECK_THROWS_WITH(starts.with(hw::override(comes, 0.125)),
                      Catch::Matchers::ContainsSubstring("cannot be 0.125; give bernoulli(12.5 %) for a chance"));
    CHECK_THROWS_WITH(starts.with(hw::override(comes, 3.0)),
                      Catch::Matchers::ContainsSubstring("cannot be 3; give bernoulli(80 %) for a chance, 0 or 1 for"));
    static_assert(starts.at(hw::override(comes, 0.0)) == 0.0 && starts.with(hw::override(comes, 1.0)).at() == 10.0);
    static_assert(starts.with(hw::override(comes, hw::bernoulli(0.2))).at() == 0.0);
    // A share that is not known is no chance that is set as a value.
    CHECK(starts.with(hw::override(comes, hw::uniform(0.0, 1.0))).at() == 5.0);
    constexpr auto share = hw::assumption<"share">(hw::mixture<double>({{0.2, 0.5}, {0.6, 0.5}}), "a guess");
    CHECK(share.with_belief(0.8).central() == 0.8);
}

}  // namespace
