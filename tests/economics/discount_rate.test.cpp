// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/discount_rate.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "money.hpp"

#include <headway/economics/capital.hpp>

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b) { return hw::abs(a - b) <= 4e-16 * hw::abs(b); }

// One rate, three ways to state it.
static_assert(close(hw::effective_annual(0.08).effective_annual(), 0.08));
static_assert(close(hw::effective_annual(8.0 * percent).effective_annual(), 0.08));
static_assert(close(hw::nominal_annual(6.0 * percent, month).effective_annual(), reference::nominal_6_monthly));
static_assert(close(hw::nominal_annual(0.08, year).effective_annual(), 0.08));
static_assert(close(hw::continuous_annual(0.08).effective_annual(), reference::continuous_8));
static_assert(hw::continuous_annual(8 * percent).log_per_year() == 0.08);
static_assert(hw::undiscounted.effective_annual() == 0.0);
static_assert(hw::effective_annual(-0.5).effective_annual() < 0.0);
// Capital and flows take them as well.
static_assert(hw::discount_factor(hw::effective_annual(0.08), 2.0 * year) == hw::discount_factor(0.08, 2.0 * year));
static_assert(close(hw::cost_of_delay(hw::nominal_annual(0.06, month), year), 1.0 + reference::nominal_6_monthly));
static_assert(hw::cost_of_delay(hw::undiscounted, year) == 1.0);

TEST_CASE("compounded ever more often, a nominal rate becomes the continuous one") {
    double before = 0.0;
    for (const double days : {365.2425, 100.0, 10.0, 1.0, 0.01}) {
        const double now = hw::nominal_annual(0.08, days * day).effective_annual();
        CHECK(now > before);
        before = now;
    }
    CHECK(before < reference::continuous_8);
    CHECK_THAT(before, WithinRel(reference::continuous_8, 2e-6));
}

TEST_CASE("rates run on every number type") {
    check_number_types([](const auto& x) { return hw::effective_annual(x).log_per_year(); }, -0.9, 3.0);
    check_number_types([](const auto& x) { return hw::nominal_annual(x, 0.5 * year).effective_annual(); }, -1.9, 3.0);
    check_number_types([](const auto& x) { return hw::nominal_annual(0.1, x * month).effective_annual(); }, 0.1, 24.0);
    check_number_types([](const auto& x) { return hw::continuous_annual(x).effective_annual(); }, -3.0, 3.0);
}

TEST_CASE("impossible rates are refused by name") {
    const double nan = __builtin_nan("");
    const double inf = hw::no_limit;
    check_refusals([](const auto& x) { return hw::effective_annual(x); }, {-0.999, 0.0, 5.0}, {-1.0, -2.0, nan, inf});
    check_refusals([](const auto& x) { return hw::continuous_annual(x); }, {-9.0, 0.0, 5.0}, {nan, inf, -inf});
    check_refusals([](const auto& x) { return hw::nominal_annual(x, month); }, {-11.9, 0.0, 5.0}, {-12.0, nan, inf});
    check_refusals([](const auto& x) { return hw::nominal_annual(0.1, x * month); }, {0.1, 12.0},
                   {0.0, -1.0, nan, inf});
    CHECK_THROWS_MATCHES(
        hw::effective_annual(-100.0 * percent), std::domain_error,
        Message("effective_annual: effective annual rate must be finite and above -1 (-100 %), got -1"));
    CHECK_THROWS_MATCHES(
        hw::nominal_annual(-13.0, month), std::domain_error,
        Message("nominal_annual: rate per period must be finite and above -1 (-100 %), got -1.0833333333333333"));
    CHECK_THROWS_MATCHES(hw::nominal_annual(0.1, -1.0 * year), std::domain_error,
                         Message("nominal_annual: period in years must be > 0, got -1"));
    CHECK_THROWS_MATCHES(hw::continuous_annual(nan), std::domain_error,
                         Message("continuous_annual: rate per year must be a finite number, got nan"));
}

}  // namespace
