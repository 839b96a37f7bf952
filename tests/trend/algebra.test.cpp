// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/algebra.hpp>

#include "catch.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto price = hw::exponential(start_date, 30'000.0 * usd / chip, hw::falls_by_percent(20.0, year));
constexpr auto speed = hw::exponential(start_date + year, 1.0 * petaflop / second / chip, hw::doubles_every(2.0 * year));
constexpr auto output = hw::logistic(4.0 * million_chips, start_date + 2.0 * year, 0.8 / year);
constexpr hw::date when = start_date + 1.7 * year;

// Date by date, the operation of the values; dimensions as those of the values.
static_assert((output * price)(when) == output(when) * price(when));
static_assert((output / price)(when) == output(when) / price(when));
static_assert((output + output)(when) == 2.0 * output(when));
static_assert((output - 1.0 * million_chips)(when) == output(when) - 1.0 * million_chips);
static_assert((1.0 * million_chips - output)(when) == 1.0 * million_chips - output(when));
static_assert((-output)(when) == -output(when));
static_assert((2 * output)(when) == 2.0 * output(when));
static_assert((output * (3.0 * usd))(when) == output(when) * (3.0 * usd));
static_assert((output / (3.0 * chip))(when) == output(when) / (3.0 * chip));
static_assert((1.0 / output)(when) == 1.0 / output(when));
static_assert(hw::min(output, 1.0 * million_chips)(when) == hw::min(output(when), 1.0 * million_chips));
static_assert(hw::max(1.0 * million_chips, output)(when) == hw::max(output(when), 1.0 * million_chips));
static_assert(hw::capped(output, 1.0 * chip)(when) == 1.0 * chip);
static_assert(hw::floored(output, 9.0 * million_chips)(when) == 9.0 * million_chips);
static_assert(hw::capped(output, hw::lagged(output, 1.0 * year))(when) == output(when - 1.0 * year));
static_assert(std::same_as<hw::trend_dimension_t<decltype(output * price)>, hw::dim::money>);
// The same algebra of a trend of trends.
static_assert(((output + output) * price - output * price)(when) ==
              2.0 * output(when) * price(when) - output(when) * price(when));

TEST_CASE("algebra: the product and the ratio of exponentials are exponentials") {
    static_assert(hw::is_exponential<decltype(price * speed)>);
    static_assert(hw::is_exponential<decltype(speed / price)>);
    static_assert(std::same_as<hw::trend_dimension_t<decltype(speed / price)>,
                               hw::divided<hw::dim::performance, hw::dim::money>>);
    for (int i = -20; i <= 20; ++i) {
        const auto t = start_date + 0.4 * i * year;
        CHECK_THAT((speed / price)(t) / (speed(t) / price(t)), WithinRel(1.0, 1e-14));
        CHECK_THAT((speed * price)(t) / (speed(t) * price(t)), WithinRel(1.0, 1e-14));
    }
}

TEST_CASE("algebra: catching up is the gap reaching one") {
    const auto leader = hw::exponential(start_date, 8.0, hw::grows_by_factor(2.0, year));
    const auto follower = hw::exponential(start_date, 1.0, hw::grows_by_factor(4.0, year));
    CHECK(hw::abs((leader / follower).reaches(1.0) - (start_date + 3.0 * year)) < 1e-6 * second);
    CHECK((follower / leader).reaches(0.0625).is_never());
    CHECK((leader / leader).reaches(2.0).is_never());
}

TEST_CASE("algebra: a multiple keeps the closed forms") {
    const auto twice = 2.0 * output;
    CHECK(hw::abs(twice.date_of(twice(when)) - when) < 1e-6 * second);
    CHECK(hw::abs((output / 4.0).date_of(output(when) / 4.0) - when) < 1e-6 * second);
    CHECK(hw::abs((-output).reaches(-output(when)) - when) < 1e-6 * second);
    CHECK((0.0 * output).date_of(1.0 * chip).is_never());
    CHECK((-output).reaches(1.0 * chip).is_never());
    const auto value_of_output = output * (100.0 * usd / chip);
    CHECK(hw::abs(value_of_output.reaches(output(when) * (100.0 * usd / chip)) - when) < 1e-6 * second);
    CHECK_THAT(hw::cumulative(twice, start_date, when) / hw::cumulative(output, start_date, when), WithinRel(2.0, 1e-15));
}

TEST_CASE("algebra: sums integrate term by term") {
    const auto a = hw::exponential(start_date, 3.0 * usd / year, hw::doubles_every(1.0 * year));
    const auto b = hw::exponential(start_date, 5.0 * usd / year, hw::halves_every(1.0 * year));
    static_assert(hw::detail::has_integral<decltype(a + b - 2.0 * b + 1.0 * usd / year)>);
    CHECK_THAT(hw::cumulative(a + b, start_date, when) /
                   (hw::cumulative(a, start_date, when) + hw::cumulative(b, start_date, when)),
               WithinRel(1.0, 1e-15));
    CHECK_THAT(hw::cumulative(a - b, start_date, when) /
                   (hw::cumulative(a, start_date, when) - hw::cumulative(b, start_date, when)),
               WithinRel(1.0, 1e-15));
}

TEST_CASE("algebra: every number type gives the same") {
    check_number_types(
        [](auto x) {
            const auto trend = hw::capped(x * output + 2.0 * million_chips, 5.0 * million_chips) * price / (x * usd);
            return trend(when);
        },
        0.5, 2.0);
    check_number_types([](auto x) { return (x * output).date_of(1.0 * million_chips).seconds_since_1970(); }, 0.5, 2.0, 1e-5);
}

TEST_CASE("algebra: bad input") {
    CHECK_THROWS_WITH(output / 0.0, "trend / constant: constant must not be zero, got 0");
    CHECK_THROWS_WITH(output * __builtin_nan(""), StartsWith("trend * or / constant: constant must be a finite number"));
    CHECK_THROWS_WITH(output + __builtin_huge_val() * chip, StartsWith("constant: value must be a finite number"));
}

}  // namespace
