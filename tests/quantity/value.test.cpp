// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/value.hpp>

#include "catch.hpp"

#include <chrono>
#include <concepts>
#include <string>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

using money = quantity<dim::money>;

static_assert(any_value<double> && any_value<money> && any_value<date> && any_value<const batch&>);
static_assert(any_value<quantity<dim::money, dual<2>>> && any_value<basic_date<batch>>);
static_assert(!any_value<int> && !any_value<std::string> && !any_value<std::chrono::days>);

// The number inside, in base units, and back.
static_assert(base_value_of(2.5) == 2.5 && base_value_of(3.0 * million_usd) == 3e6);
static_assert(base_value_of(date(1970y / 1 / 2)) == 86400.0 && base_value_of(date::never()) > 1e300);
static_assert(value_from_base<double>(2.5) == 2.5 && value_from_base<money>(3e6) == 3.0 * million_usd);
static_assert(value_from_base<date>(86400.0) == date(1970y / 1 / 2));
static_assert(base_value_of(quantity<dim::money, dual<1>>(3.0 * usd)).value == 3.0);

// The same kind of value in another number type, and what differences are.
static_assert(std::same_as<rebind_number<double, batch>, batch>);
static_assert(std::same_as<rebind_number<money, dual<2>>, quantity<dim::money, dual<2>>>);
static_assert(std::same_as<rebind_number<basic_date<batch>, double>, date>);
static_assert(std::same_as<value_traits<date>::difference_type, quantity<dim::time>>);
static_assert(std::same_as<value_traits<money>::difference_type, decltype(usd - usd)>);
static_assert(std::same_as<value_traits<basic_date<batch>>::difference_type, quantity<dim::time, batch>>);

TEST_CASE("a value survives the way through its base value") {
    for (double x = -1e12; x < 1e12; x += 3.7e10) {
        CHECK(base_value_of(value_from_base<money>(x)) == x);
        CHECK(base_value_of(value_from_base<date>(x)) == x);
    }
}

}  // namespace
