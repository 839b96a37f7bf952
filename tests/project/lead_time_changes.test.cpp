// SPDX-License-Identifier: BSL-1.0
#include <headway/project/lead_time_changes.hpp>

#include "catch.hpp"

#include <headway/figures/schmidt.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/project/project_network.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto
    site = hw::stage<"permits">(14.0 * month) >>
           (hw::stage<"building">(18.0 * month) & hw::stage<"tools">(20.0 * month)) >> hw::stage<"ramp">(6.0 * month);
constexpr auto months_of = [](const auto& project) { return project.duration().in(month); };

static_assert(months_of(hw::multiplies<"permits">(2.0)(site)) == 54.0);
static_assert(months_of(hw::multiplies<"permits">(3)(site)) == 68.0);
static_assert(months_of(hw::multiplies<"building">(1.5)(site)) == 47.0);
static_assert(months_of(hw::multiplies_all(headway::figures::schmidt::fab_time_multiplier.value)(site)) == 80.0);
static_assert(months_of(hw::replaces<"permits">(1.0 * month)(site)) == 27.0);
static_assert(months_of(hw::replaces<"building">(std::chrono::months{30})(site)) == 50.0);
static_assert(months_of(hw::delays<"building">(1.0 * month)(site)) == 40.0);
static_assert(months_of(hw::delays<"building">(3.0 * month)(site)) == 41.0);
static_assert(months_of(hw::disrupts<"tools">(1.0, 9.0 * month)(site)) == 49.0);
static_assert(months_of(hw::disrupts<"tools">(0, 9.0 * month)(site)) == 40.0);
static_assert(months_of(hw::disrupts<"tools">(0.5, 8.0 * month)(site)) == 44.0);

// Expediting saves no more than there is, and costs what it saves in the stage.
constexpr auto price = 10.0 * million_usd / month;
static_assert(months_of(hw::expedites<"permits">(3.0 * month, price)(site)) == 37.0);
static_assert(hw::expedites<"permits">(3.0 * month, price).cost(site) == 30.0 * million_usd);
static_assert(hw::expedites<"permits">(3.0 * month, 2.0 * price).cost(site) == 60.0 * million_usd);
static_assert(months_of(hw::expedites<"ramp">(9.0 * month, price)(site)) == 34.0);
static_assert(hw::expedites<"ramp">(9.0 * month, price).cost(site) == 60.0 * million_usd);
static_assert(hw::expedites<"building">(3.0 * month, price)(site).duration() == site.duration());
static_assert(hw::expedites<"building">(3.0 * month, price).cost(site) == 30.0 * million_usd);
static_assert(hw::multiplies<"permits">(2.0).cost(site) == 0.0 * usd);
static_assert(hw::multiplies_all(2.0).cost(site) == 0.0 * usd);

// Together, one after another.
constexpr auto all = hw::scenario_of(hw::replaces<"ramp">(3.0 * month), hw::delays<"permits">(2.0 * month),
                                     hw::expedites<"ramp">(9.0 * month, price));
static_assert(months_of(all(site)) == 36.0 && all.cost(site) == 30.0 * million_usd);
static_assert(hw::scenario_of()(site).duration() == site.duration() && hw::scenario_of().cost(site) == 0.0 * usd);
static_assert(months_of(hw::scenario_of(hw::multiplies<"ramp">(2.0), hw::delays<"ramp">(month))(site)) == 47.0);
static_assert(months_of(hw::scenario_of(hw::delays<"ramp">(month), hw::multiplies<"ramp">(2.0))(site)) == 48.0);

TEST_CASE("scenarios do to a network what they do to the project composed at compile time") {
    const hw::project_network network({{"permits", 14.0 * month, {}},
                                       {"building", 18.0 * month, {"permits"}},
                                       {"tools", 20.0 * month, {"permits"}},
                                       {"ramp", 6.0 * month, {"building", "tools"}}});
    const auto check = [&](const auto& scenario) {
        CHECK(scenario(network).duration() == scenario(site).duration());
        CHECK(scenario.cost(network) == scenario.cost(site));
    };
    check(hw::multiplies<"permits">(2.0));
    check(hw::multiplies_all(1.7));
    check(hw::replaces<"tools">(1.0 * month));
    check(hw::delays<"tools">(5.0 * month));
    check(hw::disrupts<"tools">(1.0, 9.0 * month));
    check(hw::expedites<"ramp">(9.0 * month, price));
    check(all);
    CHECK_THROWS_MATCHES(hw::delays<"power">(month)(network), std::domain_error,
                         Message("project_network: there is no stage \"power\"; there are permits, building, tools, "
                                 "ramp"));
}

TEST_CASE("a worse scenario never ends a project earlier") {
    double before = 0.0;
    const auto check = [&](const auto& scenario) {
        const double span = months_of(scenario(site));
        CHECK(span >= before);
        before = span;
    };
    for (const double factor : {0.0, 0.5, 1.0, 2.0, 5.0}) check(hw::multiplies<"building">(factor));
    before = 0.0;
    for (const double months : {0.0, 1.0, 2.0, 9.0}) check(hw::delays<"building">(months * month));
    before = 0.0;
    for (const double share : {0.0, 0.1, 0.5, 1.0}) check(hw::disrupts<"building">(share, year));
    before = 0.0;
    for (const double saved : {20.0, 9.0, 1.0, 0.0}) check(hw::expedites<"tools">(saved * month, price));
}

TEST_CASE("scenarios run on blocks of draws and on derivatives") {
    const auto at = [](int i) { return i / 63.0; };
    const auto x = hw::batch::generate(at);
    const auto scenario = [](const auto& y) {
        return hw::scenario_of(hw::multiplies<"building">(2.0 * y), hw::delays<"permits">(y * month),
                               hw::disrupts<"ramp">(y, year), hw::replaces<"tools">(y * year),
                               hw::expedites<"permits">(y * 20.0 * month, y * price));
    };
    for (int i = 0; i < hw::batch::size; ++i) {
        REQUIRE(scenario(x)(site).duration().base_value().lane[i] == scenario(at(i))(site).duration().base_value());
        REQUIRE(scenario(x).cost(site).base_value().lane[i] == scenario(at(i)).cost(site).base_value());
    }
    using dual = hw::dual<1>;
    CHECK_THAT(months_of(hw::multiplies<"permits">(dual::variable(1.0, 0))(site)).gradient[0], WithinRel(14.0, 1e-14));
    CHECK_THAT(months_of(hw::multiplies_all(dual::variable(1.0, 0))(site)).gradient[0], WithinRel(40.0, 1e-14));
    CHECK_THAT(months_of(hw::disrupts<"ramp">(dual::variable(0.5, 0), year)(site)).gradient[0], WithinRel(12.0, 1e-14));
    const auto spent = hw::expedites<"ramp">(dual::variable(2.0, 0) * month, price).cost(site);
    CHECK_THAT(spent.in(million_usd).gradient[0], WithinRel(10.0, 1e-14));
}

TEST_CASE("a scenario that makes no sense is refused by name") {
    const double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::multiplies<"a">(-1.0), std::domain_error,
                         Message("multiplies: factor must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::multiplies_all(nan), std::domain_error,
                         Message("multiplies_all: factor must be >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::replaces<"a">(-1.0 * second), std::domain_error,
                         Message("stage \"a\": duration must be a finite span, at least 0, got -1 seconds"));
    CHECK_THROWS_MATCHES(hw::delays<"a">(-1.0 * second), std::domain_error,
                         Message("delays: delay in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::disrupts<"a">(1.5, day), std::domain_error,
                         Message("disrupts: happens must be between 0 and 1, got 1.5"));
    CHECK_THROWS_MATCHES(hw::disrupts<"a">(nan, day), std::domain_error,
                         Message("disrupts: happens must be between 0 and 1, got nan"));
    CHECK_THROWS_MATCHES(hw::disrupts<"a">(1.0, -1.0 * second), std::domain_error,
                         Message("disrupts: delay in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::expedites<"a">(-1.0 * second, price), std::domain_error,
                         Message("expedites: time saved in seconds must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::expedites<"a">(day, -1.0 * usd / second), std::domain_error,
                         Message("expedites: price in USD per second must be >= 0, got -1"));
}

}  // namespace
