// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/lagged.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/steps.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

constexpr auto frontier = hw::exponential(start_date, 10.0 * usd, hw::grows_by_factor(3.0, year));
constexpr auto follower = hw::lagged(frontier, 18.0 * month);

static_assert(follower(start_date + 18.0 * month) == frontier(start_date));
static_assert(follower(2030y / 1 / 1) == frontier(hw::date(2030y / 1 / 1) - 18.0 * month));
static_assert(follower.lag() == 18.0 * month);
static_assert(hw::lagged(frontier, -1.0 * year)(start_date) == frontier(start_date + 1.0 * year));
static_assert(hw::lagged(frontier, std::chrono::days(1))(start_date) == frontier(start_date - 1.0 * day));
// Closed forms run behind by the span.
static_assert(follower.reaches(10.0 * usd) == start_date + 18.0 * month);
static_assert(follower.reaches(5.0 * usd).is_never());
static_assert(follower.date_of(10.0 * usd) == start_date + 18.0 * month);
static_assert(hw::lagged(follower, 6.0 * month).date_of(10.0 * usd) == start_date + 2.0 * year);

TEST_CASE("lagged: the integral is that of the trend, a span earlier") {
    CHECK(hw::cumulative(follower, start_date + 18.0 * month, start_date + 30.0 * month) ==
          hw::cumulative(frontier, start_date, start_date + 30.0 * month - 18.0 * month));
}

TEST_CASE("lagged: a jump is met a span later") {
    const auto jump = hw::lagged(hw::steps(1.0, hw::point(start_date, 2.0)), 1.0 * day);
    CHECK(hw::crossing(jump, 1.5, hw::between(start_date - year, start_date + year), hw::direction::rising) == start_date + day);
}

TEST_CASE("lagged: every number type gives the same") {
    check_number_types([](auto span) { return hw::lagged(frontier, span * year)(start_date).in(usd); }, -1.0, 2.0);
}

TEST_CASE("lagged: bad input") {
    CHECK_THROWS_WITH(hw::lagged(frontier, __builtin_huge_val() * year),
                      "lagged: span in seconds must be a finite number, got inf");
}

TEST_CASE("lagged: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::lagged(frontier, x * second); }, {0.0, -1.0}, {inf, nan});
    // Dates at which the trend jumps come a span later, so that integral and search see them: a pulse of an hour, a year on.
    const auto pulse = hw::steps(1.0, hw::point(start_date, 2.0), hw::point(start_date + 1.0 * hour, 1.0));
    const auto later = hw::lagged(pulse, 1.0 * year);
    const auto decade = hw::between(start_date - year, start_date + 9.0 * year);
    CHECK(hw::crossing(later, 1.5, decade, hw::direction::rising) == start_date + year);
    CHECK(hw::crossing(later, 1.5, decade, hw::direction::falling) == start_date + year + hour);
    const auto squared = later * later;
    CHECK(hw::abs(hw::cumulative(squared, decade.first, decade.last) - (10.0 * year + 3.0 * hour)) < 1e-3 * second);
}

}  // namespace
