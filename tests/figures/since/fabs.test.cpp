// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/fabs.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("fabs are as the table has them") {
    using enum precision;
    since_row(now::arizona_time, "arizona_time", {2}, 1.0, at_least, kind::claimed, "2025-01", grade::b,
              {"schmidt.fab_time_multiplier"}, "at least 2 ×");
    since_row(now::arizona_fab1_volume, "arizona_fab1_volume", {2024'10'01, 2024'12'31}, 1.0, exact, kind::observed, "2025-07-17",
              grade::a, {"schmidt.fab_time_multiplier", "schmidt.rebuild_time"}, "Q4 2024");
    since_row(now::arizona_fab2_tools, "arizona_fab2_tools", {2026'07'01, 2026'09'30}, 1.0, about, kind::forecast, "2025-12-18",
              grade::b, {"schmidt.fab_time_multiplier"}, "about Q3 2026");
    since_row(now::arizona_fab2_volume, "arizona_fab2_volume", {2027'07'01, 2027'12'31}, 1.0, about, kind::forecast, "2026-01-15",
              grade::b, {"schmidt.fab_time_multiplier", "schmidt.rebuild_time"}, "about the second half of 2027");
    since_row(now::arizona_profit_q2_2025, "arizona_profit_q2_2025", {4.232}, now::billion_twd, exact, kind::observed, "2025-08",
              grade::b, {"schmidt.fab_cost_multiplier"}, "4.232 billion TWD");
    since_row(now::arizona_profit_q3_2025, "arizona_profit_q3_2025", {0.041}, now::billion_twd, exact, kind::observed, "2025-11-17",
              grade::b, {"schmidt.fab_cost_multiplier"}, "0.041 billion TWD");
    const std::vector<std::string> wafer_checks{"published.techinsights_wafer_multiplier", "schmidt.fab_cost_multiplier"};
    since_row(now::wafer_cost_semianalysis_taiwan, "wafer_cost_semianalysis_taiwan", {6681}, usd / wafer, about, kind::claimed,
              "2026-01-06", grade::c, wafer_checks, "about 6 681 USD per wafer");
    since_row(now::wafer_cost_semianalysis_arizona, "wafer_cost_semianalysis_arizona", {16123}, usd / wafer, about, kind::claimed,
              "2026-01-06", grade::c, wafer_checks, "about 16 123 USD per wafer");
    since_row(now::wafer_margin_semianalysis_taiwan, "wafer_margin_semianalysis_taiwan", {62}, 0.01, about, kind::claimed,
              "2026-01-06", grade::c, wafer_checks, "about 62 %");
    since_row(now::wafer_margin_semianalysis_arizona, "wafer_margin_semianalysis_arizona", {8}, 0.01, about, kind::claimed,
              "2026-01-06", grade::c, wafer_checks, "about 8 %");
    since_row(now::new_fab_time, "new_fab_time", {2, 3}, year, range, kind::claimed, "2026-04-16", grade::b,
              {"schmidt.rebuild_time", "schmidt.fab_time_multiplier"}, "2 to 3 years");
    since_row(now::n2_volume, "n2_volume", {2025'10'01, 2025'12'31}, 1.0, exact, kind::observed, "2025-12-31", grade::b,
              {"schmidt.leading_nodes"}, "Q4 2025");
    since_row(now::us_chip_pledges, "us_chip_pledges", {250}, billion_usd, at_least, kind::forecast, "2026-01-15", grade::a,
              {"schmidt.rebuild_cost", "schmidt.chips_act_hindsight"}, "at least 250 billion USD");
    since_row(now::chips_tax_credit, "chips_tax_credit", {35}, 0.01, exact, kind::observed, "2025-07-04", grade::b,
              {"schmidt.chips_act_hindsight"}, "35 %");
    since_row(now::china_incentives, "china_incentives", {28, 70}, billion_usd, range, kind::claimed, "2025-12-12", grade::b,
              {"graylin_triolo.china_chip_investment"}, "28 to 70 billion USD");
    since_row(now::euv_prototype_official, "euv_prototype_official", {2028'01'01}, 1.0, about, kind::forecast, "2025-12-17",
              grade::b, {"amodei.china_chip_catch_up"}, "about 2028");
    since_row(now::euv_prototype_insiders, "euv_prototype_insiders", {2030'01'01}, 1.0, about, kind::forecast, "2025-12-17",
              grade::b, {"amodei.china_chip_catch_up"}, "about 2030");
}

TEST_CASE("the notes on fabs have what was said before and how the costs were read") {
    using expected::contains;
    CHECK(contains(now::arizona_fab2_volume.note, "Before: 2028"));
    CHECK(contains(now::wafer_cost_semianalysis_arizona.note, "one copy"));
    CHECK(contains(now::wafer_margin_semianalysis_taiwan.read, "three copies"));
    CHECK(contains(now::us_chip_pledges.note, "165"));
    CHECK(contains(now::chips_tax_credit.note, "25 %"));
    CHECK(contains(now::china_incentives.note, "47.5 to 50"));
}
