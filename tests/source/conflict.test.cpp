// SPDX-License-Identifier: BSL-1.0
#include <headway/source/conflict.hpp>

#include "catch.hpp"

using namespace headway::units;
using namespace headway::figures;

namespace {

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr article reply{.key = "reply", .speaker = "A Critic"};
constexpr figure five{5.0 * year, {year, "years"}, {.id = "lead", .source = &essay}};
constexpr figure two{2.0 * year, {year, "years"}, {.id = "lead", .source = &reply}};
constexpr figure other{2.0 * year, {year, "years"}, {.id = "other", .source = &reply}};

constexpr position on_lead[] = {{"An Author", "five years", five}, {"A Critic", "two years", two}, {"A Guest", "none"}};
constexpr conflict lead{"length of the lead", on_lead};

static_assert(on_lead[0].has_figure && on_lead[0].figure == &five && on_lead[0].who == "An Author");
static_assert(!on_lead[2].has_figure && on_lead[2].figure == nullptr && on_lead[2].statement == "none");
static_assert(lead.positions.size() == 3 && lead.topic == "length of the lead");
static_assert(lead.involves(five) && lead.involves(two) && !lead.involves(other));
static_assert(!conflict{}.involves(five) && conflict{}.positions.empty());

}  // namespace

TEST_CASE("a conflict involves a copy of its figure, and no namesake from another source") {
    const auto copy = five;
    CHECK(lead.involves(copy));
    constexpr position said_once[] = {{"An Author", "five years", five}};
    const conflict alone{"length of the lead", said_once};
    CHECK(alone.involves(five));
    CHECK_FALSE(alone.involves(two));
}
