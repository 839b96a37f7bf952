// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/earlier.hpp>

#include "figures/since/since_expect.hpp"

#include <headway/figures/since/catalogue.hpp>

namespace fig = headway::figures;
namespace now = headway::figures::since;
using namespace headway::units;
using expected::since_row;
using enum headway::figures::precision;

namespace {
constexpr auto forecast = fig::kind::forecast;
constexpr auto b = fig::grade::b;
const std::vector<std::string> shortage{"krishnan.supply_shortage", "schmidt.hardware_shortage"};
const std::vector<std::string> superintelligence{"schmidt.superintelligence_cost"};
}  // namespace

// Typed from the brackets of the rows: "earlier answers: June 2025, December 2025, June 2026", "in February: 175 to 185; 2025
// guidance 91 to 93", "in January: 115 to 135", "before: 2028", "TSMC's own plan before: 165 bn".
TEST_CASE("the earlier statements are as the rows name them") {
    since_row(now::microsoft_short_until_2025_06, "microsoft_short_until_2025_06", {20250630}, 1.0, at_least, forecast,
              "before 2025-07-30", b, shortage, "at least to June 2025");
    since_row(now::microsoft_short_until_2025_12, "microsoft_short_until_2025_12", {20251231}, 1.0, at_least, forecast,
              "2025-07-30", b, shortage, "at least to December 2025");
    since_row(now::microsoft_short_until_2026_06, "microsoft_short_until_2026_06", {20260630}, 1.0, at_least, forecast,
              "2025-10-30", b, shortage, "at least to June 2026");
    since_row(now::alphabet_capex_2025_guidance, "alphabet_capex_2025_guidance", {91, 93}, billion_usd, range, forecast,
              "by 2025-12-31", b, superintelligence, "91 to 93 billion USD");
    since_row(now::alphabet_capex_2026_february, "alphabet_capex_2026_february", {175, 185}, billion_usd, range,
              forecast, "2026-02", b, superintelligence, "175 to 185 billion USD");
    since_row(now::meta_capex_2026_january, "meta_capex_2026_january", {115, 135}, billion_usd, range, forecast,
              "2026-01", b, superintelligence, "115 to 135 billion USD");
    since_row(now::arizona_fab2_volume_before, "arizona_fab2_volume_before", {20280101}, 1.0, about, forecast,
              "before 2026-01-15", b, {"schmidt.fab_time_multiplier", "schmidt.rebuild_time"}, "about 2028");
    since_row(now::tsmc_us_plan, "tsmc_us_plan", {165}, billion_usd, about, forecast, "before 2026-01-15",
              fig::grade::a, {"schmidt.rebuild_cost", "schmidt.chips_act_hindsight"}, "about 165 billion USD");
}

TEST_CASE("they are a list of their own, said before the rows that name them") {
    CHECK(now::earlier_statements().size() == 8);
    for (const fig::figure_info& f : now::earlier_statements()) {
        INFO(std::string(f.id));
        CHECK(now::catalogue().find(f.id) == nullptr);
        CHECK(f.kind == forecast);
    }
    CHECK(now::microsoft_short_until_2025_06.said_on().latest < now::microsoft_short_until_2025_12.said_on().earliest);
    CHECK(now::microsoft_short_until_2025_12.said_on().latest < now::microsoft_short_until_2026_06.said_on().earliest);
    CHECK(now::microsoft_short_until_2026_06.said_on().latest < now::microsoft_short_until.said_on().earliest);
    CHECK(now::microsoft_short_until_2026_06.value < now::microsoft_short_until.value);
    CHECK(now::alphabet_capex_2026_february.said_on().latest < now::alphabet_capex_2026.said_on().earliest);
    CHECK(now::meta_capex_2026_january.said_on().latest < now::meta_capex_2026.said_on().earliest);
    CHECK(now::arizona_fab2_volume_before.said_on().latest < now::arizona_fab2_volume.said_on().earliest);
}
