// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/detail/support_settings.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/belief/makers.hpp>

#include <vector>

namespace hw = headway;
using hw::detail::nearly_equal;
using hw::detail::support_grid;
using Catch::Matchers::WithinRel;

namespace {

constexpr double infinite = __builtin_huge_val();
constexpr auto x = hw::assumption<"x">(hw::uniform(0.0, 1.0), "test");
constexpr auto y = hw::assumption<"y">(hw::uniform(10.0, 20.0), "test");
constexpr auto sum = hw::forecast(hw::inputs(x, y), [](const auto& in) { return in[x] + in[y]; });

}  // namespace

TEST_CASE("a grid has the ends that are attained, extreme quantiles and evenly spaced ones") {
    const hw::support_search four{.points = 4, .extreme = 1e-6};
    const std::vector<double> expected{0.0,   1e-6,  1e-5,  1e-4,   1e-3,    0.125,    0.375,
                                       0.625, 0.875, 0.999, 0.9999, 0.99999, 0.999999, 1.0};
    const auto grid = support_grid<double>(hw::uniform(0.0, 1.0), four);
    REQUIRE(grid.size() == expected.size());
    for (std::size_t i = 0; i < grid.size(); ++i) CHECK_THAT(grid[i], WithinRel(expected[i], 1e-9));
    CHECK(support_grid<double>(hw::normal(0.0, 1.0), four).size() == 12);      // no ends
    CHECK(support_grid<double>(hw::triangular(0.0, 1.0, 2.0), four).size() == 12);  // ends without a density
    CHECK(support_grid<double>(hw::exactly(2.0), four) == std::vector<double>{2.0});
    CHECK(support_grid<double>(hw::bernoulli(0.3), four) == std::vector<double>{0.0, 1.0});
    // With an extreme that is none only the even ones.
    CHECK(support_grid<double>(hw::uniform(0.0, 1.0), {.points = 4, .extreme = 0.2}) ==
          std::vector<double>{0.0, 0.125, 0.375, 0.625, 0.875, 1.0});
}

TEST_CASE("settings are the medians, the corners and quasi-random ones") {
    const auto all = hw::detail::settings_of(sum, {.settings = 3, .extreme = 0.1});
    REQUIRE(all.size() == 1 + 4 + 3);
    CHECK(all[0][x] == 0.5);
    CHECK(all[0][y] == 15.0);
    for (std::size_t corner = 0; corner < 4; ++corner) {
        CHECK_THAT(all[1 + corner][x], WithinRel((corner & 1U) != 0 ? 0.9 : 0.1, 1e-14));
        CHECK_THAT(all[1 + corner][y], WithinRel((corner & 2U) != 0 ? 19.0 : 11.0, 1e-14));
    }
    for (std::size_t i = 5; i < all.size(); ++i) {
        CHECK((all[i][x] > 0.0 && all[i][x] < 1.0 && all[i][y] > 10.0 && all[i][y] < 20.0));
        CHECK(all[i][x] != all[i - 1][x]);
    }
    CHECK(hw::detail::settings_of(sum, {.settings = 0}).size() == 5);
    CHECK(hw::detail::settings_of(sum, {.settings = 65}).size() == 70);
}

TEST_CASE("two numbers are nearly equal within a share of the larger one") {
    CHECK(nearly_equal(1.0, 1.0, 0.0));
    CHECK(!nearly_equal(1.0, 1.0 + 1e-15, 0.0));
    CHECK(nearly_equal(100.0, 125.0, 0.2));
    CHECK(nearly_equal(125.0, 100.0, 0.2));
    CHECK(!nearly_equal(100.0, 125.0, 0.1999));
    CHECK(nearly_equal(-100.0, -125.0, 0.2));
    CHECK(!nearly_equal(-1.0, 1.0, 0.9));
    CHECK(nearly_equal(infinite, infinite, 0.0));
    CHECK(!nearly_equal(infinite, -infinite, 0.5));
    CHECK(!nearly_equal(infinite, 1.0, 0.5));
    CHECK(!nearly_equal(1.0, infinite, 0.5));
    CHECK(!nearly_equal(__builtin_nan(""), 1.0, 0.5));
}

TEST_CASE("a search is refused below 2 points, without an extreme, and with a tolerance of all") {
    using hw::detail::require_search;
    CHECK_NOTHROW(require_search("check", {.points = 2, .tolerance = 0.0}));
    CHECK_NOTHROW(require_search("check", {.settings = 0, .extreme = 0.4999, .tolerance = 0.9999}));
    CHECK_THROWS_WITH(require_search("check", {.points = 1}), "check: points must be at least 2, got 1");
    for (const double bad : {0.0, 0.5, -1.0, __builtin_nan("")}) CHECK_THROWS_AS(require_search("check", {.extreme = bad}), std::domain_error);
    for (const double bad : {1.0, -1e-9, 2.0, __builtin_nan("")}) CHECK_THROWS_AS(require_search("check", {.tolerance = bad}), std::domain_error);
}
