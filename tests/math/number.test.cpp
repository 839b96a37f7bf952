// SPDX-License-Identifier: BSL-1.0
#include <headway/math/number.hpp>

#include "catch.hpp"

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <string>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

static_assert(number<double> && number<const double&> && number<dual<3>> && number<batch>);
static_assert(!number<int> && !number<float> && !number<bool> && !number<std::string>);
static_assert(!number<quantity<dim::money>>);
static_assert(number_like<int> && number_like<float> && number_like<unsigned long long> && number_like<batch>);
static_assert(!number_like<const char*> && !number_like<quantity<dim::money>>);

static_assert(std::same_as<as_number_t<int>, double> && std::same_as<as_number_t<dual<2>>, dual<2>>);
static_assert(std::same_as<as_number_t<const float&>, double> && std::same_as<as_number_t<const batch&>, batch>);
static_assert(std::same_as<common_number_t<double>, double> && std::same_as<common_number_t<double, double>, double>);
static_assert(std::same_as<common_number_t<double, dual<2>>, dual<2>>);
static_assert(std::same_as<common_number_t<batch, double, double>, batch>);

static_assert(to_number(3) == 3.0 && std::same_as<decltype(to_number(3)), double>);
static_assert(to_number(0.5F) == 0.5 && to_number(dual<1>(2.0)).value == 2.0);

static_assert(select(true, 1.0, 2.0) == 1.0 && select(false, 1.0, 2.0) == 2.0);
static_assert(select(true, 1, 2.5) == 1.0 && std::same_as<decltype(select(true, 1, 2)), double>);
// A model may answer with a plain number on one side.
static_assert(select(true, dual<1>::variable(3.0, 0), 0.0).gradient[0] == 1.0);
static_assert(select(false, dual<1>::variable(3.0, 0), 0.0).gradient[0] == 0.0);
static_assert(select(false, dual<1>::variable(3.0, 0), 7).value == 7.0);

static_assert(all_of(true) && !all_of(false) && any_of(true) && !any_of(false));
static_assert(lanes_of<double> == 1 && lanes_of<dual<2>> == 1 && lanes_of<batch> == 64);
static_assert(value_at(2.5) == 2.5 && value_at(2.5, 0) == 2.5);

// Strictly between, in every draw.
static_assert(all_between(0.0, 0.5, 1.0) && !all_between(0.0, 0.0, 1.0) && !all_between(0.0, 1.0, 1.0));
static_assert(!all_between(0.0, nan, 1.0) && !all_between(0.0, -1.0, 1.0) && !all_between(0.0, 2.0, 1.0));
static_assert(all_between(0.0, dual<1>(0.5), 1.0) && !all_between(0.0, dual<1>(1.0), 1.0));

static_assert(min(1.0, 2.0) == 1.0 && min(2.0, 1.0) == 1.0 && max(1.0, 2.0) == 2.0 && max(2.0, 1.0) == 2.0);
static_assert(min(-infinite, 1.0) == -infinite && max(infinite, 1.0) == infinite);
// With NaN on either side the first argument stays, as for std::min and std::max.
static_assert(min(nan, 1.0) != min(nan, 1.0) && min(1.0, nan) == 1.0);
static_assert(max(nan, 1.0) != max(nan, 1.0) && max(1.0, nan) == 1.0);
// So it does of equals.
constexpr bool has_sign(double x) { return std::bit_cast<std::uint64_t>(x) >> 63 != 0; }
static_assert(!has_sign(min(0.0, -0.0)) && has_sign(min(-0.0, 0.0)));
static_assert(!has_sign(max(0.0, -0.0)) && has_sign(max(-0.0, 0.0)));

TEST_CASE("select evaluates to one of its sides for every number type") {
    const batch draws = batch::generate([](int i) { return static_cast<double>(i); });
    const batch upper = select(draws < 10.0, batch(10.0), draws);
    for (int i = 0; i < batch::size; ++i) CHECK(value_at(upper, i) == max(10.0, static_cast<double>(i)));
}

}  // namespace
