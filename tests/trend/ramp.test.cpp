// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/ramp.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/cumulative.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto opens = start_date;
constexpr auto ramp = hw::ramp_up(opens, 12.0 * month);
static_assert(ramp(opens - day) == 0.0 && ramp(opens) == 0.0 && close(ramp(opens + 3.0 * month), 0.25) &&
              ramp(opens + year) == 1.0);
static_assert(ramp(opens + 9.0 * year) == 1.0);
constexpr auto at_once = hw::ramp_up(opens, 0.0 * month);
static_assert(at_once(opens - second) == 0.0 && at_once(opens) == 1.0);
static_assert(close(ramp.integral(opens - year, opens + 3.0 * year).in(year), 2.5));
static_assert(close(at_once.integral(opens - year, opens + 3.0 * year).in(year), 3.0));
static_assert(close(ramp.integral(opens, opens + 6.0 * month).in(month), 1.5));

TEST_CASE("the integral of a ramp is what summing it gives") {
    for (double months = -3.0; months < 20.0; months += 0.7) {
        const auto to = opens + months * month;
        const double summed = hw::cumulative([](const auto& t) { return ramp(t); }, opens - year, to).in(month);
        CHECK_THAT(ramp.integral(opens - year, to).in(month), Catch::Matchers::WithinAbs(summed, 1e-7));
    }
}

TEST_CASE("a ramp runs on every number type") {
    check_number_types([](const auto& x) { return hw::ramp_up(opens + x * month, (8.0 + x) * month)(opens + 7.0 * month); }, 0.5,
                       3.0);
    check_number_types(
        [](const auto& x) {
            return hw::ramp_up(opens + x * month, (2.0 + x) * month).integral(opens, opens + 7.0 * month).base_value();
        },
        0.5, 9.5, 1e-4);
}

TEST_CASE("a ramp that makes no sense is refused") {
    CHECK_THROWS_MATCHES(hw::ramp_up(opens, -1.0 * second), std::domain_error,
                         Message("ramp_up: span in seconds must be >= 0, got -1"));
    CHECK_THROWS_AS(hw::ramp_up(hw::date::never(), month), std::domain_error);
}

}  // namespace
