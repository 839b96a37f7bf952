// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/spending.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("capital spending is as the table has it") {
    using enum precision;
    since_row(now::microsoft_capex_fy2025, "microsoft_capex_fy2025", {88.2}, billion_usd, exact, kind::observed, "2025-07-30",
              grade::b, {"microsoft.microsoft_capex_2025"}, "88.2 billion USD");
    since_row(now::microsoft_capex_2026, "microsoft_capex_2026", {190}, billion_usd, about, kind::forecast, "2026-04-29", grade::b,
              {"microsoft.microsoft_capex_2025", "schmidt.superintelligence_cost"}, "about 190 billion USD");
    since_row(now::alphabet_capex_2026, "alphabet_capex_2026", {180, 190}, billion_usd, range, kind::forecast, "2026-04-29",
              grade::b, {"schmidt.superintelligence_cost"}, "180 to 190 billion USD");
    since_row(now::amazon_capex_2026, "amazon_capex_2026", {200}, billion_usd, about, kind::forecast, "2026-02-05", grade::b,
              {"schmidt.superintelligence_cost"}, "about 200 billion USD");
    since_row(now::meta_capex_2026, "meta_capex_2026", {125, 145}, billion_usd, range, kind::forecast, "2026-04-29", grade::b,
              {"schmidt.superintelligence_cost"}, "125 to 145 billion USD");
}

TEST_CASE("the notes on spending have what was said before") {
    using expected::contains;
    CHECK(contains(now::microsoft_capex_fy2025.note, "24.2 in the last quarter"));
    CHECK(contains(now::microsoft_capex_2026.note, "Some 25"));
    CHECK(contains(now::alphabet_capex_2026.note, "175 to 185"));
    CHECK(contains(now::alphabet_capex_2026.note, "91 to 93"));
    CHECK(contains(now::amazon_capex_2026.note, "131"));
    CHECK(contains(now::meta_capex_2026.note, "115 to 135"));
    CHECK(contains(now::meta_capex_2026.note, "72.2"));
}
