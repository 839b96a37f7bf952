// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/point.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto row = hw::point(2024y / 3 / 1, 5.0 * million_usd);
static_assert(row.at == start_date);
static_assert(row.value() == 5.0 * million_usd);
static_assert(std::same_as<decltype(row), const hw::point<hw::dim::money, double>>);
static_assert(std::same_as<decltype(hw::point(start_date, 3)), hw::point<hw::dimensionless, double>>);
static_assert(std::same_as<decltype(hw::point(start_date, hw::batch(3.0) * usd)), hw::point<hw::dim::money, hw::batch>>);
static_assert(hw::point<hw::dim::money, hw::dual<1>>(row).value() == row.value());

static_assert(hw::detail::table<std::vector<hw::point<hw::dim::money, double>>>);
static_assert(hw::detail::table<std::array<hw::point<hw::dim::money, double>, 3>>);
static_assert(!hw::detail::table<std::vector<double>>);
static_assert(!hw::detail::table<hw::point<hw::dim::money, double>>);

TEST_CASE("point: a table names the point that breaks its rules") {
    const auto check = [](auto... points) { hw::detail::require_table("table", hw::detail::table_of(points...), 2, true); };
    const auto first = hw::point(2024y / 3 / 1, 5.0);
    CHECK_NOTHROW(check(first, hw::point(2024y / 3 / 2, 6.0)));
    CHECK_THROWS_WITH(check(first), "table: at least 2 points are needed, got 1");
    CHECK_THROWS_WITH(check(first, first), "table: dates must ascend, got 2024-03-01 after 2024-03-01 at point 2");
    CHECK_THROWS_WITH(check(first, hw::point(2024y / 2 / 29, 6.0)),
                      "table: dates must ascend, got 2024-02-29 after 2024-03-01 at point 2");
    CHECK_THROWS_WITH(check(first, hw::point(2025y / 1 / 1, -6.0)),
                      "table: values must be > 0 for log-linear interpolation, got -6 (in base units) on 2025-01-01 at point 2");
    CHECK_THROWS_WITH(check(first, hw::point(2025y / 1 / 1, __builtin_huge_val())),
                      "table: values must be finite numbers, got inf (in base units) on 2025-01-01 at point 2");
    CHECK_THROWS_WITH(check(first, hw::point(hw::date::never(), 6.0)),
                      "table: date of a point must be a date in the calendar, got never");
}

}  // namespace
