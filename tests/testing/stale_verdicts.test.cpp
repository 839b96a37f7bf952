// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/stale_verdicts.hpp>

#include "../catch.hpp"

#include <headway/figures/since/verdicts.hpp>

using namespace std::chrono_literals;
namespace hw = headway;
namespace said = headway::figures;

static_assert(!hw::stale(said::since::verdicts(), 2026y / 11 / 29));
static_assert(hw::stale(said::since::verdicts(), 2027y / 1 / 1).size() == 2);
static_assert(hw::stale(said::since::verdicts(), 2027y / 11 / 29).size() == said::since::verdicts().size());

TEST_CASE("stale verdicts are named with the day from which they are") {
    const auto none = hw::stale(said::since::verdicts(), 2026y / 11 / 29);
    CHECK(none.empty());
    CHECK(none.text() == "no verdict is stale on 2026-11-29");
    const auto two = hw::stale(said::since::verdicts(), 2027y / 1 / 1);
    CHECK(two.contains(said::schmidt::hardware_shortage));
    CHECK_FALSE(two.contains(said::schmidt::rebuild_cost));
    CHECK_FALSE(two.contains(said::published::exyte_time_us));
    CHECK(hw::to_text(two) ==
          "stale on 2027-01-01, look at them again:\n"
          "  amodei.decisive_window, too early: to be reviewed by 2027-01-01, given on 2026-11-29\n"
          "  schmidt.hardware_shortage, too early, borne out so far: to be reviewed by 2027-01-01, given on 2026-11-29");
}

TEST_CASE("a day that is no date is refused") {
    const auto never_said = hw::date::from_seconds_since_1970(std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_WITH(hw::stale(said::since::verdicts(), never_said), Catch::Matchers::StartsWith("stale: day must be a date"));
}
