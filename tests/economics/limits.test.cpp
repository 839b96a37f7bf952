// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/limits.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "three_limits.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

using three_limits::buildable;
using three_limits::limits;
using three_limits::per_year;
using three_limits::start;

constexpr bool close(double a, double b, double relative = 1e-14) { return hw::abs(a - b) <= relative * hw::abs(b); }

static_assert(close(buildable(start).in(per_year), 1.0));
static_assert(close(buildable(start + year).in(per_year), 2.0));
static_assert(close(buildable(start + 4.0 * year).in(per_year), 4.0 * 1.2 * 1.2 * 1.2 * 1.2));
static_assert(close(buildable(start + 9.0 * year).in(per_year), 9.0));
static_assert(buildable(2030y / 1 / 1) == buildable(hw::date(2030y / 1 / 1)));

constexpr auto alone = hw::supply(hw::limit<"chips">(hw::constant(2.0 * per_year)));
static_assert(alone(start) == 2.0 * per_year);

static_assert(hw::trend_of<decltype(buildable), hw::quantity<hw::divided<hw::dim::chips, hw::dim::time>>>);

TEST_CASE("the supply is the least limit at every date") {
    for (double years = 0.0; years < 10.0; years += 0.37) {
        const auto t = start + years * year;
        const auto all = buildable.all(t);
        double least = 1e300;
        for (const auto& each : all) least = hw::min(least, each.base_value());
        CHECK(buildable(t).base_value() == least);
    }
}

TEST_CASE("every limit and every need counts") {
    CHECK(limits(1.1, 1.0)(start + year) > buildable(start + year));
    CHECK(limits(1.0, 1.1)(start + 4.0 * year) < buildable(start + 4.0 * year));
    // A need may change over time.
    const auto need = hw::exponential(start, kilowatt / chip, hw::grows_by_percent(20.0, year));
    const auto power = hw::exponential(start, gigawatt / year, hw::grows_by_percent(20.0, year));
    const auto flat = hw::supply(hw::limit<"power">(power, need));
    CHECK_THAT(flat(start + 5.0 * year).in(per_year), WithinRel(flat(start).in(per_year), 1e-13));
}

TEST_CASE("a supply runs on every number type") {
    check_number_types([](const auto& x) { return limits(x, x)(start + 2.0 * year).base_value(); }, 0.5, 0.9);
}

TEST_CASE("a need that is not above zero is refused") {
    CHECK_THROWS_MATCHES(hw::limit<"power">(hw::constant(gigawatt), 0.0 * kilowatt / chip), std::domain_error,
                         Message("limit: what a unit needs must be > 0, got 0"));
}

}  // namespace
