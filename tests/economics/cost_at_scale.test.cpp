// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/cost_at_scale.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <headway/economics/build_cost.hpp>
#include <headway/economics/fab_output.hpp>
#include <headway/economics/gap_share.hpp>
#include <headway/figures/since/arithmetic.hpp>
#include <headway/trend/ramp.hpp>

namespace hw = headway;
namespace said = headway::figures::published;
namespace now = headway::figures::since;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::MessageMatches;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double nan = __builtin_nan("");
constexpr double inf = __builtin_huge_val();
constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto starts = wafer / month;

// 4^0.5 = 2 and 4^0.6 = 2.2973967...; the six-tenths rule makes twice the plant cost 1.5157... times as much.
static_assert(close(hw::cost_to_capacity(20.0 * billion_usd, 100e3 * starts, 25e3 * starts, 0.5).in(billion_usd),
                    10.0));
static_assert(close(hw::cost_to_capacity(1.0 * usd, 1.0 * starts, 2.0 * starts, 0.6).in(usd), 1.5157165665103982));
static_assert(close(hw::cost_to_capacity(20.0 * billion_usd, 4.0, 1.0, 1.0).in(billion_usd), 5.0));
static_assert(hw::cost_to_capacity(20.0 * billion_usd, 4.0, 1.0, 0.0) == 20.0 * billion_usd);
static_assert(hw::cost_to_capacity(20.0 * billion_usd, 4.0, 4.0, 0.6) == 20.0 * billion_usd);

// Half the cost fixed, a quarter of the size: (0.5 * 4^0.5 + 0.5), (0.5 * 4 + 0.5).
static_assert(close(hw::unit_cost_multiplier_of_scale(0.5, 0.25, 0.5), 1.5));
static_assert(close(hw::unit_cost_multiplier_of_scale(50.0 * percent, 25.0 * percent, 0), 2.5));
static_assert(close(hw::unit_cost_multiplier_of_scale(0.5, 4.0, 0.5), 0.75));
static_assert(hw::unit_cost_multiplier_of_scale(0.5, 0.25, 50.0 * percent) ==
              hw::unit_cost_multiplier_of_scale(0.5, 0.25, 0.5));
static_assert(hw::cost_to_capacity(20.0 * billion_usd, 4.0, 1.0, 50.0 * percent) ==
              hw::cost_to_capacity(20.0 * billion_usd, 4.0, 1.0, 0.5));
static_assert(hw::unit_cost_multiplier_of_scale(0.5, 1.0, 0.6) == 1.0);
static_assert(hw::unit_cost_multiplier_of_scale(0.0, 0.25, 0.6) == 1.0);
static_assert(close(hw::unit_cost_multiplier_of_scale(0.9, 0.25, 1.0), 1.0));
static_assert(close(hw::reconciling_scale_exponent(1.5, 0.5, 0.25), 0.5));
static_assert(close(hw::reconciling_scale_exponent(2.5, 50.0 * percent, 0.25) + 1.0, 1.0));

/// A large fab: ten years, capital by parts, output by ramp and yield, everything in present values.
template <class Number>
constexpr auto large_fab(const Number& billions) {
    const hw::date opens = 2025y / 1 / 1;
    const auto years = hw::between(opens, opens + 10.0 * year);
    const auto output = hw::fab_output(100e3 * starts, hw::ramp_up(opens, 12.0 * month), 0.8);
    const auto capital = hw::build_cost(billions * billion_usd, hw::cost_component("building", 0.3, 1.0),
                                        hw::cost_component("equipment", 0.7, 1.0));
    return hw::levelised_account(hw::capital_present_value(capital, 24.0 * month, hw::spending_profile::s_curve, 0.08),
                                 hw::present_value(hw::constant(3.0 * billion_usd / year), years, 0.08, opens),
                                 hw::present_value(output, years, 0.08, opens));
}
constexpr auto fab = large_fab(40.0);
constexpr auto fixed_share = fab.capital() / fab.total();

TEST_CASE("a site at another scale is the levelised cost of scaled parts, and its ratio that of the fixed share") {
    for (const double size : {0.1, 0.25, 1.0, 3.0}) {
        for (const double exponent : {0.0, 0.3, 0.6, 1.0}) {
            const auto small = hw::at_scale(fab, size, exponent);
            const auto capital = hw::cost_to_capacity(fab.capital(), 100e3 * starts, size * (100e3 * starts), exponent);
            CHECK_THAT(
                small.cost().in(usd / wafer),
                WithinRel(hw::levelised_cost(capital, fab.operating() * size, fab.output() * size).in(usd / wafer),
                          1e-13));
            CHECK_THAT(small.cost() / fab.cost(),
                       WithinRel(hw::unit_cost_multiplier_of_scale(fixed_share, size, exponent), 1e-13));
            if (size == 1.0 || exponent == 1.0) CHECK_THAT(small.cost() / fab.cost(), WithinRel(1.0, 1e-13));
            if (size != 1.0) {
                CHECK_THAT(hw::reconciling_scale_exponent(
                               hw::unit_cost_multiplier_of_scale(fixed_share, size, exponent), fixed_share, size),
                           WithinAbs(exponent, 1e-13));
            }
        }
    }
    // A credit on the investment is a share of it at any size.
    const auto credited = hw::at_scale(fab.with_subsidy(0.35 * fab.capital()), 0.25, 0.6);
    CHECK_THAT(credited.subsidy() / credited.capital(), WithinRel(0.35, 1e-13));
}

TEST_CASE("every part of a cost at scale counts, in the right direction") {
    const auto times = [](double share, double size, double exponent) {
        return hw::unit_cost_multiplier_of_scale(share, size, exponent);
    };
    CHECK(times(0.6, 0.25, 0.6) > times(0.5, 0.25, 0.6));
    CHECK(times(0.6, 0.20, 0.6) > times(0.6, 0.25, 0.6));
    CHECK(times(0.6, 0.25, 0.7) < times(0.6, 0.25, 0.6));
    CHECK(hw::at_scale(fab, 0.25, 0.7).cost() < hw::at_scale(fab, 0.25, 0.6).cost());
    CHECK(hw::at_scale(fab, 0.3, 0.6).cost() < hw::at_scale(fab, 0.25, 0.6).cost());
    CHECK(hw::reconciling_scale_exponent(2.0, 0.6, 0.25) < hw::reconciling_scale_exponent(1.9, 0.6, 0.25));
    CHECK(hw::reconciling_scale_exponent(2.0, 0.7, 0.25) > hw::reconciling_scale_exponent(2.0, 0.6, 0.25));
    CHECK(hw::reconciling_scale_exponent(2.0, 0.6, 0.2) > hw::reconciling_scale_exponent(2.0, 0.6, 0.25));
    const auto costs = [](double known, double base, double size, double exponent) {
        return hw::cost_to_capacity(known * usd, base, size, exponent).in(usd);
    };
    CHECK(costs(2.0, 4.0, 1.0, 0.6) > costs(1.0, 4.0, 1.0, 0.6));
    CHECK(costs(2.0, 5.0, 1.0, 0.6) < costs(2.0, 4.0, 1.0, 0.6));
    CHECK(costs(2.0, 4.0, 1.1, 0.6) > costs(2.0, 4.0, 1.0, 0.6));
    CHECK(costs(2.0, 4.0, 1.0, 0.7) < costs(2.0, 4.0, 1.0, 0.6));
}

TEST_CASE("the two published ratios of a US wafer's cost, and what a fab a quarter of the size explains of their gap") {
    // Below 1.10 by one source, 2.41 by the other, of grade C.
    const double ratio = now::wafer_cost_multiplier;
    const double site = said::techinsights_wafer_multiplier.value;
    CHECK(now::wafer_cost_semianalysis_arizona.grade == hw::figures::grade::c);
    CHECK_THAT(ratio, WithinAbs(2.41, 0.005));
    // Two thirds of the cost fixed: by the six-tenths rule 1.494 times, ln(1.494) / ln(2.413) = 0.456 of the gap.
    const double scale = hw::unit_cost_multiplier_of_scale(2.0 / 3.0, 0.25, 0.6);
    CHECK_THAT(scale, WithinAbs(1.49407, 5e-6));
    CHECK_THAT(hw::gap_share(scale, ratio), WithinAbs(0.4557, 5e-5));
    CHECK_THAT(hw::gap_share(site, ratio), WithinAbs(0.1082, 5e-5));
    CHECK_THAT(hw::gap_share(scale, ratio) + hw::gap_share(site, ratio) + hw::unexplained_share(ratio, scale, site),
               WithinAbs(1.0, 1e-14));
    // All that the site leaves is scale's when fixed costs grow with the size to the power of a quarter only.
    const double exponent = hw::reconciling_scale_exponent(ratio / site, 2.0 / 3.0, 0.25);
    CHECK_THAT(exponent, WithinAbs(0.2597, 5e-5));
    CHECK_THAT(hw::unexplained_share(ratio, site, hw::unit_cost_multiplier_of_scale(2.0 / 3.0, 0.25, exponent)),
               WithinAbs(0.0, 1e-13));
}

TEST_CASE("a cost at scale runs on every number type") {
    check_number_types(
        [](const auto& x) { return hw::at_scale(large_fab(10.0 * x), 0.2 * x, 0.2 * x).cost().in(usd / wafer); }, 0.5,
        4.0);
    check_number_types([](const auto& x) { return hw::cost_to_capacity(x * usd, 1.0 + x, x, 0.2 * x).in(usd); }, 0.5,
                       4.0);
    check_number_types([](const auto& x) { return hw::unit_cost_multiplier_of_scale(0.2 * x, 0.2 * x, 0.2 * x); }, 0.5,
                       4.0);
    check_number_types([](const auto& x) { return hw::reconciling_scale_exponent(1.0 + x, 0.6 + x, 0.2 - 0.1 * x); },
                       0.05, 0.35);
}

TEST_CASE("a cost at scale that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::cost_to_capacity(-1.0 * usd, 1.0, 1.0, 0.6), std::domain_error,
                         Message("cost_to_capacity: cost of the known plant in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::cost_to_capacity(usd, 0.0, 1.0, 0.6), std::domain_error,
                         Message("cost_to_capacity: capacity of the known plant must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::cost_to_capacity(usd, 1.0, 0.0, 0.6), std::domain_error,
                         Message("cost_to_capacity: capacity must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::at_scale(fab, 0.0, 0.6), std::domain_error,
                         Message("at_scale: relative size must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::at_scale(fab, 0.25, 1.5), std::domain_error,
                         Message("at_scale: scale exponent must be between 0 (the same whatever the size) and 1 (in "
                                 "proportion), got 1.5"));
    CHECK_THROWS_MATCHES(
        hw::unit_cost_multiplier_of_scale(1.2, 0.25, 0.6), std::domain_error,
        Message("unit_cost_multiplier_of_scale: fixed share of the cost must be between 0 and 1, got 1.2"));
    CHECK_THROWS_MATCHES(
        hw::reconciling_scale_exponent(2.0, 0.6, 1.0), std::domain_error,
        Message("reconciling_scale_exponent: relative size must differ from 1, or every exponent gives the "
                "same cost, got 1"));
    CHECK_THROWS_MATCHES(
        hw::reconciling_scale_exponent(5.0, 0.6, 0.25), std::domain_error,
        MessageMatches(ContainsSubstring("must be between 0 and 1: at this size and share scale alone does "
                                         "not give the multiplier, got -0.4692997")));
    check_refusals([](const auto& x) { return hw::unit_cost_multiplier_of_scale(x, 0.25, 0.6); }, {0.0, 1.0},
                   {-1e-9, 1.0000001, nan});
    check_refusals([](const auto& x) { return hw::unit_cost_multiplier_of_scale(0.5, x, 0.6); }, {1e-9, 7.0},
                   {0.0, -1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::unit_cost_multiplier_of_scale(0.5, 0.25, x); }, {0.0, 1.0},
                   {-1e-9, 1.0000001, nan});
    check_refusals([](const auto& x) { return hw::at_scale(fab, x, 0.6); }, {1e-9, 7.0}, {0.0, -1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::cost_to_capacity(usd, x, 1.0, 0.6); }, {1e-9, 7.0},
                   {0.0, -1.0, nan, inf});
    check_refusals([](const auto& x) { return hw::reconciling_scale_exponent(1.2, x, 0.25); }, {0.5, 1.0},
                   {0.0, 1.1, nan});
    check_refusals([](const auto& x) { return hw::reconciling_scale_exponent(x, 0.5, 0.25); }, {1.0, 2.5},
                   {0.9, 2.6, 0.0, nan});
}

}  // namespace
