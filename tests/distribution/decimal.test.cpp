// SPDX-License-Identifier: BSL-1.0
#include <headway/distribution/decimal.hpp>

#include "catch.hpp"

#include <numeric>

using headway::detail::complement_of;
using headway::detail::decimal;
using headway::detail::decimal_of;
using headway::detail::decimal_share;
using headway::detail::greatest_common_divisor;

namespace {

constexpr bool is(const decimal& found, double whole, double scale) {
    return found.is_found && found.whole == whole && found.scale == scale;
}

}  // namespace

static_assert(is(decimal_of(0.0), 0.0, 1.0) && is(decimal_of(3.0), 3.0, 1.0) && is(decimal_of(0.7), 7.0, 10.0));
static_assert(is(decimal_of(0.025), 25.0, 1e3) && is(decimal_of(1e-15), 1.0, 1e15));
static_assert(!decimal_of(1.0 / 3.0).is_found && !decimal_of(1e-16).is_found);
static_assert(is(decimal_of(4503599627370495.0), 4503599627370495.0, 1.0) && !decimal_of(9007199254740992.0).is_found);
// Every whole number below 2^53, the odd ones above 2^52 too.
static_assert(is(decimal_of(4503599627370496.0), 4503599627370496.0, 1.0));
static_assert(is(decimal_of(4503599627370497.0), 4503599627370497.0, 1.0));
static_assert(is(decimal_of(9007199254740990.0), 9007199254740990.0, 1.0));
static_assert(is(decimal_of(9007199254740991.0), 9007199254740991.0, 1.0));
static_assert(is(decimal_of(900719925474099.1), 9007199254740991.0, 10.0));
static_assert(complement_of(0.9) == 0.1 && complement_of(0.3) == 0.7 && complement_of(0.0) == 1.0);
static_assert(complement_of(1.0 / 3.0) == 1.0 - 1.0 / 3.0);
static_assert(greatest_common_divisor(12.0, 18.0) == 6.0 && greatest_common_divisor(7.0, 9.0) == 1.0);
static_assert(greatest_common_divisor(5.0, 5.0) == 5.0 && greatest_common_divisor(1.0, 9007199254740992.0) == 1.0);

TEST_CASE("a share of a decimal weight is the decimal that fractions give, and no other") {
    for (const std::int64_t scale : {1, 10, 100, 1000}) {
        for (std::int64_t whole = 0; whole <= scale; whole += scale == 1000 ? 37 : scale == 100 ? 4 : 1) {
            const double weight = static_cast<double>(whole) / static_cast<double>(scale);
            for (std::int64_t all = 1; all <= 64; ++all) {
                for (std::int64_t count = 0; count <= all; ++count) {
                    const std::int64_t common = std::gcd(whole * count, scale * all);
                    const std::int64_t above = whole * count / common;
                    const std::int64_t below = scale * all / common;
                    std::int64_t power = 1;
                    for (int digits = 0; digits < 12 && power % below != 0; ++digits) power *= 10;
                    const decimal found = decimal_share(weight, static_cast<double>(count), static_cast<double>(all));
                    INFO(weight << " of which " << count << " of " << all);
                    REQUIRE(found.is_found == (power % below == 0));
                    if (!found.is_found) continue;
                    REQUIRE(found.whole == static_cast<double>(above * (power / below)));
                    REQUIRE(found.scale == static_cast<double>(power));
                }
            }
        }
    }
}

TEST_CASE("a share that no double tells from its neighbours is no decimal") {
    CHECK(is(decimal_share(1.0, 1.0, 32768.0), 30517578125.0, 1e15));  // 2^-15 has 15 digits
    CHECK_FALSE(decimal_share(1.0, 1.0, 65536.0).is_found);
    CHECK_FALSE(decimal_share(0.1, 1.0, 32768.0).is_found);
    CHECK_FALSE(decimal_share(1.0 / 3.0, 1.0, 2.0).is_found);
    CHECK_FALSE(decimal_share(4503599627370495.0, 3.0, 4.0).is_found);  // 18 digits
    CHECK(is(decimal_share(4503599627370495.0, 1.0, 1.0), 4503599627370495.0, 1.0));
}
