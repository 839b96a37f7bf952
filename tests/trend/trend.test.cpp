// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/trend.hpp>

#include "catch.hpp"

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;

namespace {

// Amounts in million USD that grow by one a year.
constexpr auto rising = hw::as_trend([](const auto& when) { return (when - hw::date(2020y / 1 / 1)).in(year) * million_usd; });
constexpr auto plain = [](hw::date when) { return when.seconds_since_1970(); };

static_assert(hw::any_trend<decltype(rising)>);
static_assert(!hw::any_trend<decltype(plain)>);
static_assert(!hw::any_trend<double>);
static_assert(hw::trend_of<decltype(rising), hw::quantity<hw::dim::money>>);
static_assert(hw::trend_of<decltype(rising), hw::quantity<hw::dim::money, hw::batch>>);
constexpr auto of_draws = hw::as_trend([](const auto&) { return hw::batch(3.0) * usd; });
static_assert(hw::trend_of<decltype(of_draws), hw::quantity<hw::dim::money>>);
static_assert(!hw::trend_of<decltype(of_draws), hw::quantity<hw::dim::time>>);
static_assert(!hw::trend_of<decltype(rising), hw::quantity<hw::dim::time>>);
static_assert(!hw::trend_of<decltype(rising), double>);
static_assert(hw::trend_of<decltype(plain), double>);
static_assert(!hw::trend_of<int, double>);
static_assert(std::same_as<hw::trend_dimension_t<decltype(rising)>, hw::dim::money>);
static_assert(std::same_as<hw::trend_value_t<decltype(rising), hw::batch>, hw::quantity<hw::dim::money, hw::batch>>);

static_assert(rising(hw::date(2020y / 1 / 1)) == 0.0 * usd);
static_assert(rising(2020y / 1 / 1 ) == 0.0 * usd);
static_assert(hw::constant(3.0 * usd)(hw::date::never()) == 3.0 * usd);
static_assert(hw::constant(3.0 * usd).integral(hw::date(), hw::date() + 2.0 * year) == 6.0 * usd * year);
static_assert(std::same_as<hw::trend_value_t<decltype(hw::constant(3)), hw::dual<2>>, hw::dual<2>>);

TEST_CASE("a constant trend must be finite") {
    CHECK_THROWS_WITH(hw::constant(__builtin_nan("")), Catch::Matchers::StartsWith("constant: value must be a finite number"));
}

TEST_CASE("dates in messages are ISO dates") {
    using hw::detail::iso_text;
    CHECK(iso_text(hw::date(2025y / 2 / 3).seconds_since_1970()) == "2025-02-03");
    CHECK(iso_text(hw::date(-12y / 12 / 31).seconds_since_1970()) == "-0012-12-31");
    CHECK(iso_text(hw::date::never().seconds_since_1970()) == "never");
    CHECK(iso_text(-2e12) == "-2e+12 seconds since 1970");
    CHECK(iso_text(-1e12) == "-29719-04-05");
    CHECK(iso_text(-1.0000001e12) == "-1000000100000 seconds since 1970");
    CHECK(iso_text(9.7e11) == "32708-01-29");
    for (const double later : {9.71e11, 9.9e11, 1e12, 1e13}) {
        CHECK_THAT(iso_text(later), Catch::Matchers::EndsWith(" seconds since 1970"));
    }
    CHECK_THAT(iso_text(__builtin_nan("")), Catch::Matchers::ContainsSubstring("nan"));
}

}  // namespace
