// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/sites.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("sites, power and build times are as the table has them") {
    using enum precision;
    since_row(now::largest_site_doubling, "largest_site_doubling", {7}, month, about, kind::claimed, "2026-06-11", grade::a,
              {"amodei.next_scale_chips"}, "about 7 months");
    since_row(now::largest_site_2026, "largest_site_2026", {1.4e6}, chip, about, kind::forecast, "2025-11-05", grade::b,
              {"amodei.next_scale_chips"}, "about 1.4 million H100 equivalents");
    since_row(now::largest_sites_2028, "largest_sites_2028", {5e6}, chip, about, kind::forecast, "2025-11-05", grade::b,
              {"amodei.next_scale_chips"}, "about 5 million H100 equivalents");
    since_row(now::gigawatt_build_time, "gigawatt_build_time", {1, 3.6}, year, range, kind::forecast, "2025-11-10", grade::a,
              {"schmidt.hardware_shortage"}, "1 to 3.6 years");
    since_row(now::gigawatt_cost, "gigawatt_cost", {29}, billion_usd / gigawatt, about, kind::claimed, "2025-11-05", grade::b,
              {"schmidt.superintelligence_cost"}, "about 29 billion USD per GW");
    since_row(now::grid_wait, "grid_wait", {4}, year, about, kind::claimed, "2026", grade::b, {"schmidt.hardware_shortage"},
              "about 4 years");
    since_row(now::grid_wait_northern_virginia, "grid_wait_northern_virginia", {7}, year, about, kind::claimed, "2026", grade::b,
              {"schmidt.hardware_shortage"}, "about 7 years");
}

TEST_CASE("the notes on sites say what they count") {
    CHECK(expected::contains(now::largest_site_doubling.note, "second half of 2027"));
    CHECK(expected::contains(now::largest_site_2026.note, "a site, not a run"));
    CHECK(expected::contains(now::gigawatt_cost.note, "32 billion USD"));
}
