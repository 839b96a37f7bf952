// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/levelised_cost.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

#include <headway/economics/fab_output.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 1e-13) { return hw::abs(a - b) <= relative * hw::abs(b); }

/// A fab of 30 000 starts a month at yield 0.8 that takes `build` to build and `ramp` to come up and runs for ten years.
template <class Capital, class Build, class Rate>
constexpr auto account(const Capital& capital, const Build& build, const Rate& rate) {
    const auto opens = start_date + build;
    const auto life = hw::between(opens, opens + 120.0 * month);
    const auto output = hw::fab_output(30e3 * wafer / month, hw::ramp_up(opens, 12.0 * month), 0.8);
    return hw::levelised_account(hw::capital_present_value(capital, build, hw::spending_profile::s_curve, rate),
                                 hw::present_value(hw::constant(1.5 * billion_usd / year), life, rate, start_date),
                                 hw::present_value(output, life, rate, start_date));
}

constexpr auto there = account(20.0 * billion_usd, 38.0 * month, 0.08);
constexpr auto here = account(10.0 * billion_usd, 19.5 * month, 0.08);
static_assert(close(there.cost().in(usd / wafer), reference::wafer_usd));
static_assert(close(there.output().in(wafer), 24e3 * reference::output_38_120_12));
static_assert(close(there.capital().in(billion_usd), 20.0 * reference::capital_s_curve_38));
static_assert(there.total() == there.capital() + there.operating() && there.subsidy() == 0.0 * usd);
static_assert(hw::levelised_cost(there.capital(), there.operating(), there.output()) == there.cost());
constexpr auto late_output =
    hw::present_value(hw::fab_output(1.0 * wafer / month, hw::ramp_up(start_date, 7.0 * month), 1.0),
                      hw::between(start_date, start_date + 100.25 * month), 0.08, start_date - 19.5 * month);
static_assert(close(late_output.in(wafer), reference::output_19_and_a_half_100_and_a_quarter_7));

// The subsidy that makes the costs equal, applied.
constexpr auto subsidy = hw::equalising_subsidy(there, here);
static_assert(subsidy > 5.0 * billion_usd);
static_assert(close(there.with_subsidy(subsidy).cost() / here.cost(), 1.0, 1e-12));
static_assert(close((there.with_subsidy(subsidy).total() + subsidy).in(usd), there.total().in(usd)));
static_assert(hw::equalising_subsidy(here, there) < 0.0 * usd);
static_assert(hw::abs(hw::equalising_subsidy(here, here)) < 1e-3 * usd);

TEST_CASE("a subsidy at its equalising value makes the costs equal, whatever the sites") {
    for (const double billions : {5.0, 10.0, 40.0}) {
        for (const double months : {12.0, 19.0, 57.3}) {
            for (const double rate : {-0.02, 0.0, 0.08, 0.3}) {
                const auto a = account(billions * billion_usd, months * month, rate);
                const auto b = account(10.0 * billion_usd, 19.0 * month, rate);
                CHECK_THAT(a.with_subsidy(hw::equalising_subsidy(a, b)).cost().in(usd / wafer),
                           WithinRel(b.cost().in(usd / wafer), 1e-12));
                const auto c = a.with_subsidy(1.0 * billion_usd);
                CHECK_THAT(c.with_subsidy(hw::equalising_subsidy(c, b)).cost().in(usd / wafer),
                           WithinRel(b.cost().in(usd / wafer), 1e-12));
            }
        }
    }
}

TEST_CASE("the levelised cost does not depend on the currency's scale") {
    const auto cents = hw::levelised_cost(100.0 * there.capital(), 100.0 * there.operating(), there.output());
    CHECK_THAT(cents.in(usd / wafer) / 100.0, WithinRel(there.cost().in(usd / wafer), 1e-14));
}

TEST_CASE("every argument of the levelised cost counts") {
    CHECK(hw::levelised_cost(2.0 * there.capital(), there.operating(), there.output()) > there.cost());
    CHECK(hw::levelised_cost(there.capital(), 2.0 * there.operating(), there.output()) > there.cost());
    CHECK(hw::levelised_cost(there.capital(), there.operating(), 2.0 * there.output()) < there.cost());
    CHECK(there.with_subsidy(1.0 * billion_usd).cost() < there.cost());
    CHECK(account(21.0 * billion_usd, 38.0 * month, 0.08).cost() > there.cost());
    CHECK(account(20.0 * billion_usd, 38.0 * month, 0.09).cost() > there.cost());
    CHECK(hw::equalising_subsidy(there.with_subsidy(1.0 * billion_usd), here) < subsidy);
    CHECK(hw::equalising_subsidy(there, here.with_subsidy(1.0 * billion_usd)) > subsidy);
}

TEST_CASE("the account runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return account((5.0 + x) * billion_usd, (20.0 + x) * month, 0.02 * x).cost().base_value();
        },
        1.13, 9.7, 1e-5);
    check_number_types(
        [](const auto& x) {
            const auto a = hw::levelised_account(x * usd, 2.0 * x * usd, (5.0 - x) * wafer);
            const auto b = hw::levelised_account(x * usd, 1.0 * usd, (3.0 + x) * wafer);
            return a.with_subsidy(0.5 * hw::equalising_subsidy(a, b)).cost().base_value();
        },
        0.5, 3.0);
}

TEST_CASE("an account of what cannot be is refused by name") {
    CHECK_THROWS_MATCHES(hw::levelised_account(-1.0 * usd, usd, wafer), std::domain_error,
                         Message("levelised_account: present value of capital in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::levelised_cost(usd, -1.0 * usd, wafer), std::domain_error,
                         Message("levelised_account: present value of operating cost in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::levelised_account(usd, usd, 0.0 * wafer), std::domain_error,
                         Message("levelised_account: present value of good output must be > 0, got 0"));
    CHECK_THROWS_MATCHES(there.with_subsidy(__builtin_nan("") * usd), std::domain_error,
                         Message("with_subsidy: subsidy in USD must be a finite number, got nan"));
}

TEST_CASE("levelised_cost: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::levelised_account(x * usd, usd, wafer); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::levelised_account(usd, usd, x * wafer); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
