// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/override.hpp>

#include "catch.hpp"

#include <headway/figures/amodei.hpp>
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

}  // namespace
