// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/nth_fab.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"
#include "fab.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;
using Catch::Matchers::WithinRel;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

static_assert(hw::cost_of_nth_fab(20.0 * billion_usd, hw::learning_rate(0.2), 1) == 20.0 * billion_usd);
static_assert(close(hw::cost_of_nth_fab(20.0 * billion_usd, hw::learning_rate(0.2), 2).in(billion_usd), 16.0));
static_assert(close(hw::cost_of_nth_fab(1.0 * usd, hw::learning_rate(0.2), 3).in(usd),
                    reference::third_fab_at_20_percent));
static_assert(close(hw::cost_of_first_fabs(1.0 * usd, hw::learning_rate(0.2), 3).in(usd),
                    reference::first_three_fabs_at_20_percent));

TEST_CASE("repeated builds follow Wright's law") {
    const auto learning = hw::learning_rate(0.15);
    double before = 2.0;
    for (int n = 1; n < 9; ++n) {
        const double now = hw::cost_of_nth_fab(usd, learning, n).in(usd);
        CHECK(now < before);
        CHECK_THAT(hw::cost_of_nth_fab(usd, learning, 2 * n).in(usd), WithinRel(0.85 * now, 1e-14));
        CHECK_THAT((hw::cost_of_first_fabs(usd, learning, n + 1) - hw::cost_of_first_fabs(usd, learning, n)).in(usd),
                   WithinRel(hw::cost_of_nth_fab(usd, learning, n + 1).in(usd), 1e-13));
        before = now;
    }
    CHECK(hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), 3) < hw::cost_of_nth_fab(usd, learning, 3));
    CHECK(hw::cost_of_nth_fab(2.0 * usd, learning, 3) > hw::cost_of_nth_fab(usd, learning, 3));
    CHECK(hw::cost_of_first_fabs(2.0 * usd, learning, 3) > hw::cost_of_first_fabs(usd, learning, 3));
    CHECK(hw::cost_of_first_fabs(usd, hw::learning_rate(0.2), 3) < hw::cost_of_first_fabs(usd, learning, 3));
}

TEST_CASE("the cost of repeated builds runs on every number type") {
    check_number_types(
        [](const auto& x) { return hw::cost_of_first_fabs(x * usd, hw::learning_rate(0.1 * x), 4).base_value(); }, 0.5,
        3.0);
    check_number_types(
        [](const auto& x) { return hw::cost_of_nth_fab(x * usd, hw::learning_rate(0.1 * x), x).base_value(); }, 1.5,
        3.0);
}

TEST_CASE("the cost of a build that makes no sense is refused") {
    CHECK_THROWS_MATCHES(hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), 0), std::domain_error,
                         Message("cost_of_nth_fab: number of the fab must be finite and at least 1, got 0"));
    CHECK_THROWS_AS(hw::cost_of_nth_fab(0.0 * usd, hw::learning_rate(0.2), 1), std::domain_error);
}

TEST_CASE("n-th fab: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::cost_of_nth_fab(usd, hw::learning_rate(0.2), x); }, {1.0, 2.0}, {0.9999999, nan, inf});
}

}  // namespace
