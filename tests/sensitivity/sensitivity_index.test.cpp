// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/sensitivity_index.hpp>

#include "catch.hpp"

namespace hw = headway;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

static_assert(hw::sensitivity_index{}.value == 0.0 && hw::sensitivity_index{}.standard_error == 0.0);
static_assert(hw::sensitivity_index{}.low == 0.0 && hw::sensitivity_index{}.high == 0.0);

TEST_CASE("an index is a ratio of means with the error of its residuals") {
    // The ratio is 9 / 30; the residuals 0.1, -0.2, 0.1.
    const auto index = hw::detail::index_of({3.1, 2.8, 3.1}, {10.0, 10.0, 10.0}, 2.0);
    CHECK_THAT(index.value, WithinRel(0.3, 1e-14));
    CHECK_THAT(index.standard_error, WithinRel(hw::sqrt(0.06 / 6.0) / 10.0, 1e-12));
    CHECK_THAT(index.low, WithinRel(index.value - 2.0 * index.standard_error, 1e-14));
    CHECK_THAT(index.high, WithinRel(index.value + 2.0 * index.standard_error, 1e-14));
    // What is common to both parts is no error.
    CHECK(hw::detail::index_of({2.0, 4.0, 6.0}, {4.0, 8.0, 12.0}, 2.0).standard_error == 0.0);
}

TEST_CASE("an index has the same bits whatever the unit of the variance, where its square is no number too") {
    const auto in_unit = [](double u) {
        return hw::detail::index_of({3.1 * u, 2.8 * u, 3.1 * u}, {10.0 * u, 11.0 * u, 9.0 * u}, 2.0);
    };
    CHECK(in_unit(1.0).standard_error > 0.0);
    for (const double unit : {0x1p-1000, 0x1p-540, 0x1p-1, 0x1p500, 0x1p1000, 0x1p1018}) {
        INFO(unit);
        CHECK(in_unit(unit) == in_unit(1.0));
    }
    const auto least = hw::detail::index_of({0x1p-1050, 0x1p-1049}, {0x1p-1048, 0x1p-1048}, 2.0);  // below full precision
    CHECK(least.value == 0.375);
    CHECK(least.standard_error == 0.125);  // half the distance of 1/4 and 1/2
}

TEST_CASE("an index that noise made negative is zero with its error") {
    const auto index = hw::detail::index_of({-0.2, 0.1, -0.1}, {1.0, 1.0, 1.0}, 4.3);
    CHECK(index.value == 0.0);
    CHECK(index.low == 0.0);
    CHECK(index.standard_error > 0.0);
    CHECK(index.high > 0.0);
}

TEST_CASE("the confidence factor is Student's t") {
    CHECK_THAT(hw::detail::confidence_factor(0.95, 8), WithinRel(2.3646242510103, 1e-9));
    CHECK_THAT(hw::detail::confidence_factor(0.5, 2), WithinRel(1.0, 1e-9));
}

TEST_CASE("a variance to share out is above zero and a number") {
    CHECK_NOTHROW(hw::detail::require_variance("f", 1e-300));
    CHECK_THROWS_WITH(hw::detail::require_variance("f", 0.0), ContainsSubstring("f: no input changes the result"));
    CHECK_THROWS_WITH(hw::detail::require_variance("f", __builtin_huge_val()), ContainsSubstring("too large"));
    CHECK_THROWS_WITH(hw::detail::require_variance("f", __builtin_nan("")), ContainsSubstring("too large"));
}
