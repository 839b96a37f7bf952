// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/steps.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>

#include <vector>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto price = hw::steps(hw::point(2024y / 1 / 1, 10.0 * usd), hw::point(2025y / 1 / 1, 8.0 * usd),
                                 hw::point(2027y / 1 / 1, 3 * usd));
static_assert(price(2024y / 1 / 1) == 10.0 * usd);
static_assert(price(2024y / 12 / 31) == 10.0 * usd);
static_assert(price(2025y / 1 / 1) == 8.0 * usd);
static_assert(price(2099y / 1 / 1) == 3.0 * usd);
static_assert(price(hw::date::never()) == 3.0 * usd);
static_assert(hw::steps(5.0 * usd, hw::point(2024y / 1 / 1, 10.0 * usd))(1999y / 1 / 1) == 5.0 * usd);

constexpr auto window = hw::between(2024y / 1 / 1, 2030y / 1 / 1);
static_assert(hw::crossing(price, 9.0 * usd, window, hw::direction::either) == hw::date(2025y / 1 / 1));
static_assert(hw::crossing(price, 5.0 * usd, window, hw::direction::either) == hw::date(2027y / 1 / 1));
static_assert(hw::crossing(price, 1.0 * usd, window, hw::direction::either).is_never());

TEST_CASE("steps: the integral is value times span, step by step") {
    const auto trend = hw::steps(1.0, hw::point(after_years(0.0), 2.0), hw::point(after_years(1.0), 4.0));
    const auto integral = [&](double a, double b) { return hw::cumulative(trend, after_years(a), after_years(b)).in(year); };
    CHECK_THAT(integral(-3.0, -1.0), WithinRel(2.0, 1e-14));
    CHECK_THAT(integral(-1.0, 0.5), WithinRel(2.0, 1e-14));
    CHECK_THAT(integral(-1.0, 3.0), WithinRel(1.0 + 2.0 + 8.0, 1e-14));
    CHECK_THAT(integral(0.25, 0.75), WithinRel(1.0, 1e-14));
    CHECK_THAT(integral(2.0, 5.0), WithinRel(12.0, 1e-14));
}

TEST_CASE("steps: every step is told as a breakpoint, the first too") {
    std::vector<hw::date> told;
    hw::detail::visit_breakpoints(price, [&](const hw::date& at) { told.push_back(at); });
    CHECK((told == std::vector<hw::date>{2024y / 1 / 1, 2025y / 1 / 1, 2027y / 1 / 1}));
}

TEST_CASE("steps: the draw before the first step is named, not one upon it") {
    const auto first_day = hw::batch::generate([](int i) { return i == 7 ? -1.0 : 0.0; }) * day;
    CHECK_THROWS_WITH(price(hw::date(2024y / 1 / 1) + first_day), StartsWith("steps: no value on 2023-12-31, the first"));
}

TEST_CASE("steps: from a container read at run time") {
    const std::vector rows{hw::point(2024y / 1 / 1, 10.0 * usd), hw::point(2025y / 1 / 1, 8.0 * usd)};
    CHECK(hw::steps(rows)(2024y / 7 / 1) == 10.0 * usd);
    CHECK(hw::steps(20.0 * usd, rows)(2023y / 7 / 1) == 20.0 * usd);
}

TEST_CASE("steps: every number type gives the same") {
    check_number_types(
        [](auto x) {
            const auto trend = hw::steps(1.0, hw::point(after_years(0.0), x), hw::point(after_years(1.0), x * x));
            return trend(after_years(1.5)) + trend(after_years(0.5)) + trend(after_years(-0.5));
        },
        0.5, 3.0);
    // The dates of steps may be uncertain too.
    check_number_types(
        [](auto t) {
            const auto trend = hw::steps(1.0, hw::point(after_years(t), 3.0));
            return hw::cumulative(trend, start_date, after_years(2.0)).in(year);
        },
        0.5, 1.5);
}

TEST_CASE("steps: bad input") {
    CHECK_THROWS_WITH(price(2023y / 12 / 31),
                      "steps: no value on 2023-12-31, the first step is on 2024-01-01; pass the value before it as the "
                      "first argument");
    CHECK_THROWS_AS(hw::cumulative(price, 2023y / 12 / 31, 2025y / 1 / 1), std::domain_error);
    CHECK_THROWS_WITH(hw::steps(hw::point(2024y / 1 / 1, 10.0), hw::point(2024y / 1 / 1, 8.0)),
                      "steps: dates must ascend, got 2024-01-01 after 2024-01-01 at point 2");
    CHECK_THROWS_WITH(hw::steps(std::vector<hw::point<hw::dim::money, double>>()),
                      "steps: at least 1 points are needed, got 0");
}

TEST_CASE("steps: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::steps(hw::point(start_date, 1.0), hw::point(after_years(1.0), 2.0))(after_years(x)); }, {0.0, 0.5, 9.0}, {-1e-6, -1.0});
    check_refusals([&](const auto& x) { return hw::steps(hw::point(after_years(x), 1.0), hw::point(after_years(2.0), 2.0))(start_date); }, {0.0, -1.0}, {1e-6, 1.0});
    check_refusals([&](const auto& x) { return hw::cumulative(hw::steps(hw::point(after_years(x), 1.0)), start_date, after_years(2.0)); }, {0.0, -1.0}, {1e-6, 1.0});
    check_refusals([&](const auto& x) { return hw::steps(hw::point(start_date, 1.0), hw::point(after_years(x), 2.0)); }, {1e-6, 1.0}, {0.0, -1.0, inf});
    check_refusals([&](const auto& x) { return hw::steps(x, hw::point(start_date, 1.0)); }, {0.0, -1.0}, {nan, inf});
}

}  // namespace
