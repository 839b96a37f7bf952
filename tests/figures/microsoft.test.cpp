// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/microsoft.hpp>

#include "expect.hpp"

using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using headway::figures::kind;
using headway::figures::precision;
namespace said = headway::figures::microsoft;

static_assert(!said::source.dated());
static_assert(said::source.earliest == date(2025y / 2 / 21) && said::source.latest == date(2025y / 5 / 20));
static_assert(said::source.earliest > date(2025y / 2 / 14) && said::source.earliest < date(2025y / 3 / 1));
static_assert(said::source.latest > date(2025y / 5 / 10) && said::source.latest < date(2025y / 5 / 31));
static_assert(earliest_date(said::agi_horizon) == said::source.earliest + 2.0 * year);
static_assert(latest_date(said::agi_horizon) == said::source.latest + 3.0 * year);

TEST_CASE("every figure of the microsoft article is as specified") {
    expected::rows row(said::catalogue());
    using enum precision;
    row(said::tier_count, "tier_count", {3}, 1.0, exact, kind::observed, "3 tiers");
    row(said::tier1_countries, "tier1_countries", {18}, 1.0, exact, kind::observed, "18 countries");
    row(said::tier2_countries, "tier2_countries", {150}, 1.0, about, kind::observed, "about 150 countries");
    row(said::tier3_countries, "tier3_countries", {20}, 1.0, about, kind::observed, "about 20 countries");
    row(said::tier2_generation_gap, "tier2_generation_gap", {1}, 1.0, at_least, kind::observed,
        "at least 1 generation");
    row(said::microsoft_capex_2025, "microsoft_capex_2025", {80}, billion_usd, exact, kind::observed, "80 billion USD");
    row(said::poland_data_centre, "poland_data_centre", {700}, million_usd, exact, kind::observed, "700 million USD");
    row(said::startups_watched, "startups_watched", {7}, 1.0, exact, kind::observed, "7 start-ups");
    row(said::agi_horizon, "agi_horizon", {2, 3}, year, range, kind::assumed, "2 to 3 years from spring 2025");
    row(said::friends_named, "friends_named", {9}, 1.0, exact, kind::observed, "9 countries");
}

TEST_CASE("the traps of the microsoft article are notes on the figures they concern") {
    using expected::contains;
    CHECK(contains(said::tier2_generation_gap.note, "two parameters"));
    for (const auto* f : {&said::tier1_countries, &said::tier2_countries, &said::tier3_countries}) {
        CHECK(contains(f->note, "18 + 150 + 20 = 188"));
        CHECK(contains(f->note, "193"));
    }
    CHECK(contains(said::source.note, "Undated"));
}

TEST_CASE("the condition on time to AGI is that of CSIS") { CHECK(said::agi_horizon.speaker() == "CSIS"); }
