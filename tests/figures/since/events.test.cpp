// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/since/events.hpp>

#include "figures/since/since_expect.hpp"

using namespace headway::units;
using expected::since_row;
using headway::figures::grade;
using headway::figures::kind;
using headway::figures::precision;
namespace now = headway::figures::since;

TEST_CASE("events and counts are as the table has them") {
    using enum precision;
    since_row(now::asl3_activated, "asl3_activated", {2025'05'22}, 1.0, exact, kind::observed, "2025-05-22", grade::a,
              {"amodei.asl_next", "amodei.risk_evidence"}, "2025-05-22");
    since_row(now::mythos_withheld, "mythos_withheld", {2026'04'07}, 1.0, exact, kind::observed, "2026-04-07", grade::b,
              {"amodei.risk_evidence"}, "2026-04-07");
    since_row(now::state_bills_2025, "state_bills_2025", {1200}, 1.0, about, kind::observed, "2026", grade::a,
              {"krishnan.state_bills"}, "about 1 200 bills");
    since_row(now::h20_revenue_fy2026_q2, "h20_revenue_fy2026_q2", {0}, usd, about, kind::observed, "2025-08-27", grade::b,
              {"krishnan.export_policy", "amodei.chip_trade"}, "none");
    since_row(now::h20_revenue_fy2026_q3, "h20_revenue_fy2026_q3", {50}, million_usd, about, kind::observed, "2025-11-19", grade::b,
              {"krishnan.export_policy", "amodei.chip_trade"}, "about 50 million USD");
    since_row(now::nvidia_china_outlook, "nvidia_china_outlook", {0}, usd, exact, kind::forecast, "2026-05-20", grade::b,
              {"krishnan.export_policy", "amodei.chip_trade"}, "0 USD");
    since_row(now::nvidia_china_fy2025, "nvidia_china_fy2025", {17}, billion_usd, about, kind::observed, "2025-08-11", grade::b,
              {"amodei.chip_trade"}, "about 17 billion USD");
}

TEST_CASE("what only the verdicts name is entered, and what is not graded says so") {
    using enum precision;
    since_row(now::a800_first_sales, "a800_first_sales", {2022'10'01, 2022'12'31}, 1.0, exact, kind::claimed, "2026-04-22",
              grade::a, {"amodei.h800_window_open"}, "Q4 2022");
    since_row(now::h800_last_sales, "h800_last_sales", {2023'10'01, 2023'12'31}, 1.0, exact, kind::claimed, "2026-04-22", grade::a,
              {"amodei.h800_window_closed"}, "Q4 2023");
    since_row(now::deepseek_spin_off, "deepseek_spin_off", {2023'05'01, 2023'05'31}, 1.0, about, kind::claimed, "by 2026-11-29",
              grade::none, {"graylin_triolo.deepseek_founded"}, "May 2023");
    CHECK(expected::contains(now::deepseek_spin_off.note, "Not graded"));
    CHECK(expected::contains(now::asl3_activated.note, "precaution"));
    CHECK(expected::contains(now::state_bills_2025.note, "1 079"));
    CHECK(expected::contains(now::nvidia_china_fy2025.note, "13 %"));
}
