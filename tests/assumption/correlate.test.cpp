// SPDX-License-Identifier: BSL-1.0
#include <headway/assumption/correlate.hpp>

#include "catch.hpp"

namespace hw = headway;

namespace {

constexpr auto a = hw::assumption<"a">(hw::uniform(0.0, 1.0), "test");
constexpr auto b = hw::assumption<"b">(hw::uniform(0.0, 1.0), "test");
constexpr auto together = hw::correlate(a, b, -0.25);
static_assert(together.first == "a" && together.second == "b" && together.rank_correlation == -0.25);

TEST_CASE("a rank correlation lies between -1 and 1") {
    CHECK(hw::correlate(a, b, 1.0).rank_correlation == 1.0);
    CHECK_THROWS_WITH(hw::correlate(a, b, 1.5), "correlate: rank correlation must be between -1 and 1, got 1.5");
    CHECK_THROWS_AS(hw::correlate(a, b, __builtin_nan("")), std::domain_error);
}

}  // namespace
