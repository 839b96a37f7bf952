// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/access_window.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::Message;

namespace {

constexpr auto opens = hw::date(2022y / 10 / 7);
constexpr auto closes = hw::date(2025y / 5 / 15);
constexpr auto lag = hw::generations_behind(1);

constexpr auto between = hw::during(opens, closes, lag);
static_assert(between.from == opens && between.until == closes);
static_assert(between.policy.restriction.generations_behind == 1.0);
static_assert(hw::during(2022y / 10 / 7, hw::date::never(), hw::denied()).until.is_never());
static_assert(hw::during(opens, hw::date::never(), hw::denied()).policy.denies());

TEST_CASE("the dates of a window may be uncertain") {
    const auto starts = hw::batch::generate([](int i) { return 0.1 * i; });
    const auto unsure = hw::during(opens + starts * year, hw::date::never(), lag);
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK(hw::value_at(unsure.from.seconds_since_1970(), i) == (opens + 0.1 * i * year).seconds_since_1970());
        CHECK(hw::value_at(unsure.policy.restriction.generations_behind, i) == 1.0);
    }
}

TEST_CASE("a window that makes no sense is refused by name") {
    CHECK_THROWS_MATCHES(hw::during(closes, opens, lag), std::domain_error,
                         Message("during: a policy must end after it starts, got 2025-05-15 to 2022-10-07"));
    CHECK_THROWS_MATCHES(hw::during(hw::date::never(), hw::date::never(), lag), std::domain_error,
                         Message("during: start of a policy must be a date in the calendar, got never"));
}

TEST_CASE("access window: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::during(start_date, after_years(x), hw::denied()); }, {1e-6, inf}, {0.0, -1.0});
}

}  // namespace
