// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/value_kind.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>

namespace hw = headway;

namespace {

using money = hw::quantity<hw::dim::money>;
using price_per_area = hw::quantity<hw::divided<hw::dim::money, hw::dim::area>>;

template <class T>
constexpr auto kind = hw::value_kind::of<T>();

static_assert(kind<double> == kind<hw::batch> && kind<double> == kind<hw::quantity<hw::dimensionless>>);
static_assert(kind<double>.is_number() && !kind<double>.is_date());
static_assert(kind<hw::date>.is_date() && !kind<hw::date>.is_number() && kind<hw::date> != kind<double>);
static_assert(kind<money> == kind<hw::quantity<hw::dim::money, hw::batch>> && kind<money> != kind<double>);
static_assert(kind<money> != kind<price_per_area> && kind<hw::quantity<hw::dim::time>> != kind<hw::date>);
static_assert(kind<hw::quantity<hw::dim::area>> != kind<hw::quantity<hw::dim::length>>);

TEST_CASE("a kind of value in words") {
    CHECK(kind<double>.text() == "a number");
    CHECK(kind<hw::date>.text() == "a date");
    CHECK(kind<money>.text() == "money");
    CHECK(kind<hw::quantity<hw::dim::area>>.text() == "length^2");
    CHECK(kind<price_per_area>.text() == "money per length^2");
    CHECK(kind<hw::quantity<hw::dim::frequency>>.text() == "1 per time");
}

}  // namespace
