// SPDX-License-Identifier: BSL-1.0
#include <headway/source/article.hpp>

#include "catch.hpp"

using namespace std::chrono_literals;
using headway::date;
using headway::figures::article;

namespace {

constexpr article on_a_day{.key = "a", .earliest = date(2025y / 2 / 6), .latest = date(2025y / 2 / 6)};
constexpr article between{.key = "b", .earliest = date(2025y / 2 / 21), .latest = date(2025y / 5 / 20)};

static_assert(on_a_day.dated());
static_assert(!between.dated());
static_assert(!on_a_day.published && !headway::figures::no_source.published);
static_assert(headway::figures::no_source.key.empty());
static_assert(headway::figures::calendar_day(2025, 2, 6) == date(2025y / 2 / 6));

}  // namespace

TEST_CASE("an article is dated when its day is known") {
    CHECK(on_a_day.dated());
    CHECK_FALSE(between.dated());
}

TEST_CASE("a calendar day that does not exist is refused") {
    CHECK_THROWS_WITH(headway::figures::calendar_day(2025, 2, 30),
                      Catch::Matchers::ContainsSubstring("2025-02-30 does not exist"));
}
