// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/assumption_record.hpp>

#include "catch.hpp"

#include <headway/assumption/assumption.hpp>
#include <headway/figures/amodei.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto decline =
    hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), hw::figures::amodei::training_cost_decline).as_of(2025y / 2 / 6);
constexpr auto cost = hw::assumption<"cost">(hw::exactly(5.0 * million_usd), "a guess");
constexpr auto start = hw::assumption<"start">(2024y / 3 / 1, "a release");

constexpr const hw::assumption_record& record = decline;
static_assert(record.name == "yearly fall" && record.kind().is_number());
static_assert(record.parts() == hw::ci90(3.0, 5.5).parts());
static_assert(record.base_quantile(0.5) == decline.central());
static_assert(record.figure() == &hw::figures::amodei::training_cost_decline);
static_assert(static_cast<const hw::assumption_record&>(start).kind().is_date());

// From a record and its type the assumption can be had again.
static_assert(std::remove_const_t<decltype(decline)>(record).belief() == decline.belief());

TEST_CASE("a record tells values of its kind in words, given in base units") {
    CHECK(static_cast<const hw::assumption_record&>(cost).text(2.5e6, 3) == "2.50 million USD");
    CHECK(static_cast<const hw::assumption_record&>(start).text(0.0, 3) == "1970-01-01");
    CHECK(record.text(4.0, 2) == "4");
    CHECK_THROWS_WITH((void)record.base_quantile(1.5), "quantile: probability must be between 0 and 1, got 1.5");
}

TEST_CASE("another belief rests on its reason, the same one changes nothing") {
    hw::assumption_record r = decline;
    r.believe(decline.belief().parts(), "no change");
    CHECK_FALSE(r.is_overridden());
    CHECK(r.as_of() == hw::date(2025y / 2 / 6));
    r.believe(hw::exactly(4.0).parts(), "since March");
    CHECK(r.is_overridden());
    CHECK(r.note() == "since March");
    CHECK(r.figure() == nullptr);
    CHECK(r.overridden_figure() == decline.figure());
    CHECK(r.as_of().is_never());
    CHECK(r.base_quantile(0.9) == 4.0);
}

}  // namespace
