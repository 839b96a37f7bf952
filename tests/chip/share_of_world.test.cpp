// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/share_of_world.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using Catch::Matchers::Message;

namespace {

static_assert(hw::share_of_world(25.0 * chip, 100.0 * chip) == 0.25);
static_assert(hw::share_beside_rest(25.0 * chip, 75.0 * chip) == 0.25);

TEST_CASE("a share of the world grows with the part and falls with the rest") {
    CHECK(hw::share_of_world(2.0 * chip, 9.0 * chip) > hw::share_of_world(1.0 * chip, 9.0 * chip));
    CHECK(hw::share_of_world(2.0 * chip, 9.0 * chip) < hw::share_of_world(2.0 * chip, 8.0 * chip));
    CHECK(hw::share_beside_rest(2.0 * chip, 9.0 * chip) > hw::share_beside_rest(1.0 * chip, 9.0 * chip));
    CHECK(hw::share_beside_rest(2.0 * chip, 9.0 * chip) < hw::share_beside_rest(2.0 * chip, 8.0 * chip));
}

TEST_CASE("shares of the world run on every number type") {
    check_number_types([](const auto& x) { return hw::share_beside_rest(x * chip, 5.0 * chip); }, 0.1, 9.0);
    check_number_types([](const auto& x) { return hw::share_of_world(x * chip, 9.5 * chip); }, 0.1, 9.0);
}

TEST_CASE("a share that makes no sense is refused") {
    CHECK_THROWS_MATCHES(
        hw::share_of_world(2.0 * chip, 1.0 * chip), std::domain_error,
        Message("share_of_world: the part (2) must not exceed the world's total (1), in base units; where "
                "both are uncertain, give the rest of the world to share_beside_rest"));
    CHECK_THROWS_MATCHES(hw::share_of_world(0.0 * chip, 0.0 * chip), std::domain_error,
                         Message("share_of_world: world's total must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::share_beside_rest(0.0 * chip, 0.0 * chip), std::domain_error,
                         Message("share_beside_rest: part and rest together must be > 0, got 0"));
    CHECK_THROWS_MATCHES(hw::share_beside_rest(-1.0 * chip, 1.0 * chip), std::domain_error,
                         Message("share_beside_rest: part must be >= 0, got -1"));
}

}  // namespace
