// SPDX-License-Identifier: BSL-1.0
#include <headway/decision/varied_input.hpp>

#include "catch.hpp"

#include <headway/belief/makers.hpp>

namespace hw = headway;

TEST_CASE("an assumption stands for its value, scaled and shifted for the median of its belief") {
    static constexpr auto x = hw::assumption<"x">(hw::normal(2.0, 1.0), "test");
    static_assert(hw::varied_or_assumption<decltype(x)>);
    static_assert(hw::scaled(x).how == hw::varied::scaled);
    static_assert(hw::shifted(x).how == hw::varied::shifted);
    static_assert(hw::shifted(x).name == "x");
    static_assert(hw::detail::varied_of(x).how == hw::varied::value);
    static_assert(!hw::varied_or_assumption<double>);
    CHECK(hw::detail::varied_text("x", hw::varied::value) == "x");
    CHECK(hw::detail::varied_text("x", hw::varied::scaled) == "the median of x, its belief scaled");
    CHECK(hw::detail::varied_text("x", hw::varied::shifted) == "the median of x, its belief shifted");
}
