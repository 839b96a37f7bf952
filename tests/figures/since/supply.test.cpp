// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/supply.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("supply and rents are as the table has them") {
    using enum precision;
    since_row(now::microsoft_short_until, "microsoft_short_until", {2026'12'31}, 1.0, at_least, kind::forecast, "2026-04-29",
              grade::b, {"krishnan.supply_shortage", "schmidt.hardware_shortage"}, "at least to the end of 2026");
    since_row(now::h100_lead_time_2026, "h100_lead_time_2026", {36, 52}, week, range, kind::claimed, "early 2026", grade::c,
              {"published.h100_server_lead_time_2023"}, "36 to 52 weeks");
    const auto hourly = usd / (chip * hour);
    since_row(now::h100_rent_2023, "h100_rent_2023", {7, 12}, hourly, range, kind::claimed, "2023", grade::c,
              {"schmidt.end_of_cycle_price"}, "7 to 12 USD per chip-hour");
    since_row(now::h100_rent_low, "h100_rent_low", {1.70}, hourly, about, kind::observed, "2025-10", grade::c,
              {"schmidt.end_of_cycle_price"}, "about 1.7 USD per chip-hour");
    since_row(now::h100_rent_2026_03, "h100_rent_2026_03", {2.35}, hourly, about, kind::observed, "2026-03", grade::c,
              {"schmidt.end_of_cycle_price", "krishnan.supply_shortage"}, "about 2.35 USD per chip-hour");
}

TEST_CASE("a rent is of its month, not of the day on which it was published") {
    using namespace std::chrono_literals;
    CHECK(now::h100_rent_low.said_on().earliest == headway::date(2025y / 10 / 1));
    CHECK(now::h100_rent_low.said_on().latest == headway::date(2025y / 10 / 31));
    CHECK(now::h100_rent_low.source->date_text == "2026-04-02");
    CHECK(expected::contains(now::microsoft_short_until.note, "June 2025, December 2025, June 2026"));
    CHECK(expected::contains(now::h100_lead_time_2026.note, "one vendor's page"));
}
