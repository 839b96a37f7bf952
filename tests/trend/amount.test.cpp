// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/amount.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/quantity/units.hpp>

#include <chrono>
#include <string>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;

namespace {

TEST_CASE("a date may be written as a calendar day, a time of the system clock or a date of any number type") {
    static_assert(hw::date_like<hw::date>);
    static_assert(hw::date_like<std::chrono::year_month_day>);
    static_assert(hw::date_like<std::chrono::sys_days>);
    static_assert(hw::date_like<decltype(hw::date{} + hw::batch(1.0) * hw::units::year)>);
    static_assert(!hw::date_like<double>);
    static_assert(!hw::date_like<std::string>);
    static_assert(!hw::date_like<decltype(1.0 * hw::units::year)>);
}

TEST_CASE("amounts are plain numbers and quantities, told apart by their dimension") {
    static_assert(hw::detail::amount<double> && hw::detail::amount<int> && hw::detail::amount<decltype(1.0 * usd)>);
    static_assert(!hw::detail::amount<hw::date> && !hw::detail::amount<std::string>);
    static_assert(std::same_as<hw::detail::dimension_of<const int&>, hw::dimensionless>);
    static_assert(std::same_as<hw::detail::dimension_of<decltype(1.0 * usd)>, hw::dim::money>);
    static_assert(std::same_as<hw::detail::number_of<int>, double>);
    static_assert(hw::detail::base_of(3) == 3.0);
    static_assert(hw::detail::base_of(2.0 * million_usd) == 2e6);
}

}  // namespace
