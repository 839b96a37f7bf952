// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/input_source.hpp>

#include "catch.hpp"

#include <headway/assumption/assumption.hpp>
#include <headway/figures/amodei.hpp>

namespace hw = headway;
using namespace std::chrono_literals;

namespace {

constexpr auto decline = hw::assumption<"yearly fall">(hw::ci90(3.0, 5.5), hw::figures::amodei::training_cost_decline)
                             .as_of(2025y / 2 / 6)
                             .review_by(2026y / 2 / 6);
constexpr hw::input_source source(decline);
static_assert(source.input == "yearly fall" && source.figure == decline.figure() && source.note.empty());
static_assert(source.as_of == hw::date(2025y / 2 / 6) && source.review_by == hw::date(2026y / 2 / 6));
static_assert(!source.overridden && hw::input_source().as_of.is_never());

TEST_CASE("where an overridden input comes from is its reason") {
    const auto other = decline.with_belief(hw::exactly(4.0), "since March");
    const hw::input_source of_other(other);
    CHECK(of_other.overridden);
    CHECK(of_other.figure == nullptr);
    CHECK(of_other.note == "since March");
}

}  // namespace
