// SPDX-License-Identifier: BSL-1.0
#include <headway/source/stated_day.hpp>

#include "../catch.hpp"

using namespace headway::figures;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using headway::date;

static_assert(stated("2025-07-25").earliest == date(2025y / 7 / 25) && stated("2025-07-25").is_exact());
static_assert(stated("2024-02").earliest == date(2024y / 2 / 1) && stated("2024-02").latest == date(2024y / 2 / 29));
static_assert(stated("2025").earliest == date(2025y / 1 / 1) && stated("2025").latest == date(2025y / 12 / 31));
static_assert(!stated("2025").is_exact() && stated("2025").is_stated() && !stated_day{}.is_stated());
static_assert(stated("2025-12").latest == date(2025y / 12 / 31));

TEST_CASE("a stated day keeps its words") {
    const auto early = stated("early 2026", 2026y / 1 / 1, 2026y / 4 / 30);
    CHECK(early.text == "early 2026");
    CHECK(early.latest == date(2026y / 4 / 30));
    CHECK_FALSE(early.is_exact());
}

TEST_CASE("a day written otherwise is refused in words") {
    for (const char* text : {"", "25", "2025-7-25", "2025/07/25", "2025-07-2x", "20x5", "2025-07-25 ", "July 2025"}) {
        INFO(text);
        CHECK_THROWS_WITH(stated(text), StartsWith("stated: a day is written 2025-07-25, 2025-07 or 2025, got \"" +
                                                   std::string(text) + "\""));
    }
    CHECK_THROWS_AS(stated("2025-02-29"), std::domain_error);
    CHECK_THROWS_AS(stated("2025-13"), std::domain_error);
    CHECK_THROWS_WITH(stated("spring", 2026y / 5 / 1, 2026y / 3 / 1),
                      "stated: the first day that \"spring\" can mean must not be after the last; give first, then last");
}
