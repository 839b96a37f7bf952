// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/detail/chart_dates.hpp>

#include "catch.hpp"

using namespace headway::report::detail;
using namespace std::chrono_literals;
using headway::date;

namespace {

std::string labels(date lo, date hi, int count) {
    std::string all;
    for (const auto& tick : date_ticks(lo.seconds_since_1970(), hi.seconds_since_1970(), count).ticks) {
        all += (all.empty() ? "" : ", ") + tick.label;
    }
    return all;
}

TEST_CASE("date ticks are years, half-years, quarters, months, weeks or days, as the range asks") {
    CHECK(labels(2024y / 1 / 1, 2030y / 1 / 1, 7) == "2024, 2025, 2026, 2027, 2028, 2029, 2030");
    CHECK(labels(2024y / 3 / 5, 2061y / 1 / 1, 7) == "2030, 2040, 2050, 2060");
    CHECK(labels(2024y / 3 / 5, 2027y / 1 / 1, 7) == "Jul 2024, 2025, Jul, 2026, Jul, 2027");
    CHECK(labels(2024y / 3 / 5, 2025y / 6 / 1, 7) == "Apr 2024, Jul, Oct, 2025, Apr");
    CHECK(labels(2024y / 10 / 5, 2025y / 3 / 1, 7) == "Nov 2024, Dec, 2025, Feb, Mar");
    CHECK(labels(2024y / 12 / 20, 2025y / 1 / 31, 7) == "23 Dec 2024, 30 Dec, 6 Jan, 13 Jan, 20 Jan, 27 Jan");
    CHECK(labels(2024y / 12 / 29, 2025y / 1 / 3, 7) == "29 Dec 2024, 30 Dec, 31 Dec, 1 Jan, 2 Jan, 3 Jan");
    CHECK(labels((-500y) / 1 / 1, 1500y / 1 / 1, 7) == "-500, 0, 500, 1000, 1500");
}

TEST_CASE("every date tick is the first of its period, on every range") {
    for (const double days : {5.0, 11.0, 40.0, 90.0, 200.0, 500.0, 1500.0, 5000.0, 40000.0, 900000.0}) {
        for (int start = -200000; start < 60000; start += 7321) {
            const double lo = 86400.0 * (start + 0.37);
            const auto marks = date_ticks(lo, lo + 86400.0 * days, 7);
            INFO(start << ", " << days);
            REQUIRE(marks.ticks.size() >= 2);
            REQUIRE(marks.ticks.size() <= 8);
            bool all_months = true;
            bool all_years = true;
            for (const auto& tick : marks.ticks) {
                const date at = date::from_seconds_since_1970(tick.value);
                const std::chrono::year_month_day ymd(at);
                REQUIRE(date(ymd) == at);
                REQUIRE((tick.value >= marks.lo && tick.value <= marks.hi));
                all_months = all_months && ymd.day() == std::chrono::day(1);
                all_years = all_years && ymd.day() == std::chrono::day(1) && ymd.month() == std::chrono::January;
            }
            CHECK(all_months == (days > 100.0));
            CHECK(all_years == (days > 1400.0));
        }
    }
}

TEST_CASE("a single day gets a few days around it") {
    const double noon = date(2026y / 3 / 8).seconds_since_1970() + 43200.0;
    const auto marks = date_ticks(noon, noon, 7);
    CHECK(marks.lo < noon);
    CHECK(marks.hi > noon);
    CHECK(marks.ticks.size() >= 3);
}

TEST_CASE("the calendar of the charts ends before that of std::chrono") {
    CHECK(date_ticks(least_chart_date, greatest_chart_date, 7).ticks.size() >= 4);
}

}  // namespace
