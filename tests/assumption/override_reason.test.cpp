// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/override_reason.hpp>

#include "catch.hpp"

#include <headway/figures/amodei.hpp>
#include <headway/figures/schmidt.hpp>

#include <string>

namespace hw = headway;
namespace said = headway::figures;
using namespace std::chrono_literals;

namespace {

static_assert(hw::override_reason().note().empty() && hw::override_reason().as_of().is_never());
static_assert(hw::override_reason("since March").note() == "since March");
static_assert(hw::override_reason("since March").figure() == nullptr);
static_assert(hw::override_reason(said::amodei::training_cost_decline).figure() == &said::amodei::training_cost_decline);

TEST_CASE("a reason made at run time keeps a text of its own, with its dates") {
    std::string text = "the announced price";
    const hw::override_reason reason(text, 2026y / 3 / 1, 2027y / 3 / 1);
    text = "changed";
    const hw::override_reason copy = reason;
    CHECK(copy.note() == "the announced price");
    CHECK(copy.as_of() == hw::date(2026y / 3 / 1));
    CHECK(copy.review_by() == hw::date(2027y / 3 / 1));
    CHECK(copy == reason);
    CHECK_FALSE(copy == hw::override_reason("the announced price"));
    CHECK(hw::override_reason("x") == hw::override_reason(std::string_view("x")));
}

TEST_CASE("a figure is a reason, with how it was read or without") {
    const hw::override_reason bare = said::amodei::training_cost_decline;
    const hw::override_reason read(said::amodei::training_cost_decline, "taken at its word");
    CHECK(bare.note().empty());
    CHECK(read.note() == "taken at its word");
    CHECK(*read.figure() == said::amodei::training_cost_decline);
    CHECK_FALSE(bare == read);
    CHECK(bare == hw::override_reason(said::amodei::training_cost_decline));
    CHECK_FALSE(bare == hw::override_reason(said::schmidt::deepseek_base_cost));
    CHECK_FALSE(bare == hw::override_reason());
}

}  // namespace
