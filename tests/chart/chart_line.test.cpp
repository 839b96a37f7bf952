// SPDX-License-Identifier: BSL-1.0
#include <headway/chart/chart_line.hpp>

#include "catch.hpp"

#include <headway/quantity/units.hpp>

using headway::date;
using headway::report::chart_line;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

TEST_CASE("a line has a label and a value of the chart's kind") {
    const chart_line<date> today{"today", 2026y / 1 / 1};
    CHECK(today.label == "today");
    CHECK(today.value == date(2026y / 1 / 1));
    const chart_line<headway::quantity<headway::dim::money>> budget{"", 5.0 * million_usd};
    CHECK(budget.label.empty());
    CHECK(budget.value.in(usd) == 5e6);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<chart_line<date>, const char*, double>);
}

}  // namespace
