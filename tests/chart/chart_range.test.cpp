// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/chart_range.hpp>

#include "catch.hpp"

#include <cmath>

#include <headway/quantity/date.hpp>
#include <headway/quantity/units.hpp>

using headway::date;
using headway::report::chart_range;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

TEST_CASE("a range that is left out is false, one that is given has its ends") {
    CHECK(!chart_range<date>{});
    const chart_range<date> years(2025y / 1 / 1, 2040y / 1 / 1);
    CHECK(years);
    CHECK(years.from() == date(2025y / 1 / 1).seconds_since_1970());
    CHECK(years.to() == date(2040y / 1 / 1).seconds_since_1970());
    CHECK(chart_range<headway::quantity<headway::dim::money>>(-1.0 * usd, 0.0 * usd));
}

TEST_CASE("a range whose ends are no numbers or out of order is refused") {
    CHECK_THROWS_MATCHES(chart_range<double>(2.0, 1.0), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("the second end must lie above the first") &&
                                                         ContainsSubstring("got 1")));
    CHECK_THROWS_AS(chart_range<double>(1.0, 1.0), std::domain_error);
    CHECK_THROWS_AS(chart_range<double>(std::nan(""), 1.0), std::domain_error);
    CHECK_THROWS_AS(chart_range<double>(1.0, std::nan("")), std::domain_error);
    CHECK_THROWS_MATCHES(chart_range<date>(2025y / 1 / 1, date::never()), std::domain_error,
                         Catch::Matchers::MessageMatches(ContainsSubstring("the second end")));
}

}  // namespace
