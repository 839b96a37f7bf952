// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/lead.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("the lead is as the table has it") {
    using enum precision;
    since_row(now::lead_epoch, "lead_epoch", {7, 4, 14}, month, about, kind::claimed, "2026-01", grade::b,
              {"graylin_triolo.us_lead_believed", "amodei.longest_lead", "amodei.assumed_lead"}, "about 7 months (4 to 14)");
    since_row(now::lead_caisi, "lead_caisi", {8}, month, about, kind::claimed, "2026-05-01", grade::b,
              {"graylin_triolo.us_lead_believed"}, "about 8 months");
    since_row(now::lead_since_r1, "lead_since_r1", {3, 7}, month, range, kind::claimed, "2026-05", grade::b,
              {"graylin_triolo.us_lead_believed", "amodei.longest_lead"}, "3 to 7 months");
    since_row(now::lead_stanford, "lead_stanford", {2.7}, 0.01, about, kind::claimed, "2026-04-13", grade::c,
              {"graylin_triolo.us_lead_believed"}, "about 2.7 %");
    since_row(now::chinese_frontier_developers, "chinese_frontier_developers", {5}, 1.0, about, kind::claimed, "2026-05", grade::c,
              {"amodei.frontier_labs_china"}, "about 5 developers");
    since_row(now::openrouter_crossing, "openrouter_crossing", {2026'02'09, 2026'02'15}, 1.0, exact, kind::observed, "2026-02-27",
              grade::c, {"krishnan.victory_metric"}, "week of 2026-02-09");
    since_row(now::openrouter_us_share_2025, "openrouter_us_share_2025", {70}, 0.01, about, kind::claimed, "2026", grade::c,
              {"krishnan.victory_metric"}, "about 70 %");
    since_row(now::openrouter_us_share_2026, "openrouter_us_share_2026", {30, 36}, 0.01, about, kind::claimed, "2026", grade::c,
              {"krishnan.victory_metric"}, "about 30 to 36 %");
    since_row(now::horizon_doubling, "horizon_doubling", {131}, day, about, kind::claimed, "2026-01-29", grade::c,
              {"schmidt.slowdown_guess", "schmidt.agi_horizon"}, "about 131 days");
    since_row(now::horizon_doubling_long, "horizon_doubling_long", {7}, month, about, kind::claimed, "2026-01-20", grade::a,
              {"schmidt.slowdown_guess"}, "about 7 months");
}

TEST_CASE("the notes on the lead say what each measure is not") {
    using expected::contains;
    CHECK(now::lead_epoch.level == 0.0);
    CHECK(contains(now::lead_epoch.note, "not an interval of a level"));
    CHECK(contains(now::lead_stanford.note, "turns it round"));
    CHECK(contains(now::chinese_frontier_developers.note, "54, 54, 52, 50, 49"));
    CHECK(contains(now::openrouter_crossing.note, "4.12 against 2.94 trillion"));
    CHECK(contains(now::openrouter_us_share_2025.note, "self-selected"));
    CHECK(contains(now::openrouter_us_share_2026.note, "about 46 %"));
    CHECK(contains(now::horizon_doubling.note, "105 to 157"));
}
