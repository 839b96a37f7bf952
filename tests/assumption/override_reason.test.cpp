// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/override_reason.hpp>

#include "catch.hpp"

#include <string>

namespace hw = headway;
using namespace std::chrono_literals;

namespace {

static_assert(hw::override_reason().note().empty() && hw::override_reason().as_of().is_never());
static_assert(hw::override_reason("since March").note() == "since March");

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

}  // namespace
