// SPDX-License-Identifier: BSL-1.0
#include <headway/economics/build_cost.hpp>

#include "../trend/number_types.hpp"
#include "catch.hpp"

#include <array>
#include <vector>

#include <headway/figures/published_fabs.hpp>
#include <headway/figures/schmidt.hpp>

namespace hw = headway;
namespace said = headway::figures;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

constexpr bool close(double a, double b, double relative = 4e-15) { return hw::abs(a - b) <= relative * hw::abs(b); }

constexpr auto building = hw::cost_component("building", 25.0 * percent, said::schmidt::fab_cost_multiplier.value);
constexpr auto equipment = hw::cost_component("equipment", 0.75, 1);
static_assert(building.name == "building" && building.share == 0.25 && building.multiplier == 4.0);
static_assert(hw::build_cost_multiplier(building, equipment) == 1.75);
static_assert(hw::build_cost_multiplier(equipment, building) == 1.75);
static_assert(hw::build_cost(20.0 * billion_usd, building, equipment) == 35.0 * billion_usd);
static_assert(hw::build_cost(20.0 * billion_usd, 4.0) == 80.0 * billion_usd);
static_assert(hw::build_cost(20.0 * billion_usd, 4) ==
              hw::build_cost(20.0 * billion_usd, hw::cost_component("all", 1, 4)));
// Thirds need not sum to 1 to the last digit.
static_assert(close(hw::build_cost_multiplier(hw::cost_component("a", 1.0 / 3.0, 1),
                                              hw::cost_component("b", 1.0 / 3.0, 2),
                                              hw::cost_component("c", 1.0 / 3.0, 3)),
                    2.0));

// Which building share makes 4 × for the building the published totals.
static_assert(close(hw::reconciling_share(said::schmidt::fab_cost_multiplier.value,
                                          said::published::exyte_build_multiplier.value),
                    1.0 / 3.0));
static_assert(close(hw::reconciling_share(4.0, said::published::bcg_tco_multiplier.value), 0.1));
static_assert(hw::reconciling_share(4, 1) == 0.0 && hw::reconciling_share(4, 4) == 1.0);
static_assert(close(hw::reconciling_share(4.0, 2.0, 1.5), 0.2));
static_assert(close(hw::reconciling_share(0.5, 0.8), 0.4));

TEST_CASE("the reconciling share gives the total back") {
    for (const double component : {0.5, 2.5, 4.0, 5.0}) {
        for (const double share : {0.0, 0.1, 0.3, 0.9, 1.0}) {
            const double total = hw::build_cost_multiplier(hw::cost_component("building", share, component),
                                                           hw::cost_component("rest", 1.0 - share, 1.2));
            CHECK_THAT(hw::reconciling_share(component, total, 1.2), Catch::Matchers::WithinAbs(share, 1e-14));
        }
    }
    CHECK(hw::reconciling_share(5.0, 2.0) < hw::reconciling_share(4.0, 2.0));
    CHECK(hw::reconciling_share(4.0, 2.1) > hw::reconciling_share(4.0, 2.0));
    CHECK(hw::reconciling_share(4.0, 2.0, 1.1) < hw::reconciling_share(4.0, 2.0, 1.0));
}

TEST_CASE("every part of the build cost counts") {
    const auto cost = hw::build_cost(20.0 * billion_usd, building, equipment);
    CHECK(hw::build_cost(21.0 * billion_usd, building, equipment) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, hw::cost_component("building", 0.25, 4.5), equipment) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, hw::cost_component("building", 0.3, 4),
                         hw::cost_component("rest", 0.7, 1)) > cost);
    CHECK(hw::build_cost(20.0 * billion_usd, building, hw::cost_component("equipment", 0.75, 1.1)) > cost);
    const std::vector parts{building, equipment};
    CHECK(hw::build_cost_multiplier(parts) == 1.75);
}

TEST_CASE("the build cost runs on every number type") {
    check_number_types(
        [](const auto& x) {
            return hw::build_cost(x * billion_usd, hw::cost_component("a", x, 1.0 + x),
                                  hw::cost_component("b", 1.0 - x, x))
                .base_value();
        },
        0.1, 0.9);
    check_number_types([](const auto& x) { return hw::reconciling_share(4.0 + x, 2.0, x); }, 0.1, 0.9);
}

TEST_CASE("a build cost that makes no sense is refused by the part's name") {
    constexpr double nan = __builtin_nan("");
    CHECK_THROWS_MATCHES(hw::build_cost(usd, building, hw::cost_component("equipment", 0.7, 1)), std::domain_error,
                         Message("build_cost: the components' shares must sum to 1, got 0.95; add what is missing as a "
                                 "component of its own, with multiplier 1 if it costs the same"));
    CHECK_THROWS_AS(hw::build_cost_multiplier(std::vector{building, building}), std::domain_error);
    CHECK_THROWS_MATCHES(hw::cost_component("labour", -0.1, 2), std::domain_error,
                         Message("cost_component: share of labour must be finite and >= 0, got -0.1"));
    CHECK_THROWS_MATCHES(hw::cost_component("labour", 0.1, nan), std::domain_error,
                         Message("cost_component: multiplier of labour must be finite and >= 0, got nan"));
    CHECK_THROWS_MATCHES(hw::build_cost(-1.0 * usd, 2), std::domain_error,
                         Message("build_cost: cost at the base site in USD must be >= 0, got -1"));
    CHECK_THROWS_MATCHES(hw::reconciling_share(4, 5), std::domain_error,
                         Message("reconciling_share: share must be between 0 and 1: the total must lie between the "
                                 "multipliers of the component and of the rest, got 1.3333333333333333"));
    CHECK_THROWS_MATCHES(hw::reconciling_share(1, 2), std::domain_error,
                         Message("reconciling_share: multiplier of the component must differ from that of the rest, or "
                                 "every share gives the same total, got 1"));
}

TEST_CASE("build cost: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::build_cost_multiplier(hw::cost_component("a", 0.5, 4.0), hw::cost_component("b", x, 1.0)); }, {0.5, 0.5000000009, 0.4999999991}, {0.500000002, 0.499999998, 0.0});
    check_refusals([&](const auto& x) { return hw::build_cost_multiplier(std::array{hw::cost_component("a", 0.5 + 0.0 * x, 4.0), hw::cost_component("b", x, 1.0)}); }, {0.5, 0.5000000009, 0.4999999991}, {0.500000002, 0.499999998, 0.0});
    check_refusals([&](const auto& x) { return hw::cost_component("a", x, 1.0); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::cost_component("a", 1.0, x); }, {0.0, 1.0}, {-1e-9, nan, inf});
    check_refusals([&](const auto& x) { return hw::reconciling_share(x, 2.0); }, {4.0, 2.0, 9.0}, {1.0, 1.999999, -1.0});
    check_refusals([&](const auto& x) { return hw::reconciling_share(4.0, x); }, {1.0, 4.0}, {0.999999, 4.000001, nan});
}

}  // namespace
