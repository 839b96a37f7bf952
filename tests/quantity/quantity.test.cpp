// SPDX-License-Identifier: BSL-1.0
#include <headway/quantity/quantity.hpp>

#include "catch.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <headway/math/batch_functions.hpp>
#include <headway/math/dual.hpp>
#include <headway/quantity/units.hpp>

using namespace headway;
using namespace headway::units;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
using money = quantity<dim::money>;
using span = quantity<dim::time>;

// As cheap as the number it holds.
static_assert(sizeof(money) == sizeof(double) && std::is_trivially_copyable_v<money>);
static_assert(std::is_nothrow_default_constructible_v<money> && money() == 0.0 * usd);
static_assert(noexcept(usd + usd) && noexcept(usd * year) && noexcept(usd.in(million_usd)) && noexcept(usd < usd));

// Which conversions exist: between number types where the numbers convert, and for shares.
static_assert(!std::convertible_to<double, money> && !std::convertible_to<money, double>);
static_assert(!std::convertible_to<span, money> && !std::constructible_from<money, span>);
static_assert(std::convertible_to<money, quantity<dim::money, dual<2>>>);
static_assert(std::convertible_to<money, quantity<dim::money, batch>>);
static_assert(!std::convertible_to<quantity<dim::money, dual<2>>, money>);
static_assert(std::convertible_to<double, quantity<dimensionless>> &&
              std::convertible_to<quantity<dimensionless>, double>);
static_assert(std::convertible_to<std::chrono::weeks, span> && !std::convertible_to<std::chrono::weeks, money>);

template <class A, class B>
concept can_add = requires(const A& a, const B& b) {
    a + b;
};
template <class A, class B>
concept can_compare = requires(const A& a, const B& b) {
    a < b;
};
static_assert(can_add<money, money> && !can_add<money, span> && !can_add<money, double> && !can_add<double, money>);
static_assert(can_compare<money, money> && !can_compare<money, span> && !can_compare<money, double>);

// Sums and multiples.
static_assert((3.0 * million_usd + 2.0 * million_usd).in(usd) == 5e6);
static_assert((3.0 * million_usd - 5.0 * million_usd).in(million_usd) == -2.0);
static_assert(-(3.0 * usd) == -3.0 * usd && +(3.0 * usd) == usd * 3.0);
static_assert(2 * usd == 2.0 * usd && usd * 2 == 2.0 * usd && usd / 2 == 0.5 * usd && 2.0F * usd == 2 * usd);

constexpr money compound() {
    money m = 10.0 * usd;
    m += 5.0 * usd;
    m -= 1.0 * usd;
    m *= 3;
    m /= 2.0;
    return m;
}
static_assert(compound() == 21.0 * usd);

// Products and ratios form their dimension; where it cancels the result is a plain number.
static_assert(std::same_as<decltype(usd / usd), double> && million_usd / usd == 1e6);
static_assert(std::same_as<decltype(usd / year)::dimension, divided<dim::money, dim::time>>);
static_assert(std::same_as<decltype((usd / year) * year), money>);
static_assert(std::same_as<decltype(1.0 / year)::dimension, dim::frequency>);
static_assert(std::same_as<decltype((1.0 / year) * year), double>);
static_assert(std::same_as<decltype(0.1 / cm2 * (814.0 * mm2)), double>);
static_assert((6.0 * usd) * (2.0 * chip) / (3.0 * usd) == 4.0 * chip);
static_assert(std::same_as<decltype(quantity<dimensionless>(0.5) * usd), money>);
static_assert(quantity<dimensionless>(0.5) * usd == 0.5 * usd && usd / quantity<dimensionless>(0.5) == 2.0 * usd);

// A share takes part in arithmetic as the number that it is.
static_assert(1.0 + 50.0 * percent == 1.5 && 2.0 * (50.0 * percent) == 1.0 && 50.0 * percent < 0.6);
static_assert((50.0 * percent).in(percent) == 50.0);

// Every operation is the one IEEE 754 operation on the numbers behind it.
static_assert((0.1 * usd + 0.2 * usd).in(usd) == 0.1 + 0.2 && (0.1 * usd + 0.2 * usd).in(usd) != 0.3);

// Comparison.
static_assert(1.0 * million_usd == 1e6 * usd && 1.0 * million_usd != 1e6 * usd + usd);
static_assert(usd < million_usd && usd <= usd && million_usd > usd && usd >= usd);
static_assert(!(usd < usd) && !(usd > million_usd) && !(million_usd <= usd) && !(usd >= million_usd) && !(usd != usd));
static_assert(!(usd > usd) && !(million_usd < usd) && !(usd == million_usd));

static_assert(min(usd, million_usd) == usd && max(usd, million_usd) == million_usd && abs(-3.0 * usd) == 3.0 * usd);
static_assert(select(true, usd, million_usd) == usd && select(false, usd, million_usd) == million_usd);

// Chrono durations are spans of time, of whatever period and representation.
static_assert(span(std::chrono::hours{36}).in(day) == 1.5 && span(std::chrono::milliseconds{1500}).in(second) == 1.5);
static_assert((2.0 * week).in(std::chrono::days{1}) == 14.0);
static_assert(as_time(std::chrono::years{2}) == 2.0 * year && as_time(2.0 * year) == 2.0 * year);
static_assert(quantity(std::chrono::days{1}) == day);
static_assert(time_like<span> && time_like<std::chrono::months> && time_like<const std::chrono::nanoseconds&>);
static_assert(time_like<quantity<dim::time, batch>>);
static_assert(!time_like<double> && !time_like<int> && !time_like<money> && !time_like<quantity<dim::frequency>>);
static_assert(std::same_as<time_number_t<std::chrono::days>, double>);
static_assert(std::same_as<time_number_t<quantity<dim::time, dual<1>>>, dual<1>>);

// The number types mix as their numbers do.
constexpr auto price = quantity<dim::money, dual<1>>::from_base_value(dual<1>::variable(40e3, 0));
static_assert(std::same_as<decltype(price + 2.0 * usd), quantity<dim::money, dual<1>>>);
static_assert((price * 2.0 + 5.0 * usd).in(thousand_usd).gradient[0] == 2e-3);
static_assert((price / price).gradient[0] == 0.0 && (price / usd).value == 40e3);
static_assert(select(true, 5.0 * usd, price).in(usd).gradient[0] == 0.0);
static_assert(min(price, million_usd).in(usd).gradient[0] == 1.0 && max(price, million_usd).in(usd).gradient[0] == 0.0);

static_assert(any_quantity<money> && any_quantity<const span&> && !any_quantity<double>);
static_assert(std::same_as<decltype(quantity_or_number<dimensionless>(2.0)), double>);
static_assert(quantity_or_number<dim::money>(2.0) == 2.0 * usd);

TEST_CASE("a result that is too large is infinite, as for plain numbers") {
    const volatile double large = 1e308;
    CHECK((large * usd * 10.0).in(usd) == infinite);
}

TEST_CASE("what a quantity is does not depend on the unit in which it is told") {
    const money units_of_money[] = {usd, thousand_usd, million_usd, billion_usd, 0.14 * usd, 3.7e-3 * usd};
    for (double x = 1e-9; x < 1e15; x *= 7.3) {
        const money q = x * usd;
        for (const money& a : units_of_money) {
            CHECK_THAT((q.in(a)*a).in(usd), Catch::Matchers::WithinRel(x, 3e-16));
            for (const money& b : units_of_money) {
                CHECK_THAT(q.in(b), Catch::Matchers::WithinRel(q.in(a)*a.in(b), 6e-16));
                CHECK((q.in(a)*a < 2.0 * q.in(b)*b));
            }
        }
    }
}

TEST_CASE("a quantity of draws is that of each draw") {
    const auto draws = batch::generate([](int i) { return 1.0 + 0.37 * i; });
    const quantity<dim::money, batch> cost = draws * million_usd;
    const quantity<dim::time, batch> time = (draws + 2.0) * month;
    const auto rate = cost / time;
    const auto cheap = cost < 10.0 * million_usd;
    const auto capped = select(cheap, cost, 10.0 * million_usd);
    const quantity<dim::money, batch> of_two = select(cheap, usd, million_usd);
    for (int i = 0; i < batch::size; ++i) {
        const double x = value_at(draws, i);
        CHECK(value_at(rate.in(usd / year), i) == ((x * million_usd) / ((x + 2.0) * month)).in(usd / year));
        CHECK((cheap.lane[i] != 0) == (x < 10.0));
        CHECK(value_at(of_two.in(usd), i) == (x < 10.0 ? 1.0 : 1e6));
        CHECK(value_at(capped.in(usd), i) == min(x * million_usd, 10.0 * million_usd).in(usd));
    }
}

}  // namespace
