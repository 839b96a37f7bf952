// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/exponential.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto falling = hw::exponential(2024y / 3 / 1, 100.0 * million_usd, hw::falls_by_factor(4.0, year));
constexpr auto growing = hw::exponential(start_date, 100.0 * million_usd, hw::grows_by_factor(4.0, year));
constexpr auto flat = hw::exponential(start_date, 100.0 * million_usd, hw::growth());

static_assert(falling.start() == start_date);
static_assert(falling.value_at_start() == 100.0 * million_usd);
static_assert(falling.growth() == hw::falls_by_factor(4.0, year));
static_assert(falling(start_date) == 100.0 * million_usd);
static_assert(falling(2024y / 3 / 1) == falling(start_date));
static_assert(hw::abs(falling(start_date + year) - 25.0 * million_usd) < 1e-6 * usd);
static_assert(std::same_as<hw::trend_value_t<decltype(hw::exponential(start_date, 3, hw::growth()))>, double>);

// From the start on: reached at once, ahead, never behind, never when flat or of the other sign.
static_assert(falling.reaches(100.0 * million_usd) == start_date);
static_assert(hw::abs(falling.reaches(25.0 * million_usd) - (start_date + year)) < 1e-6 * second);
static_assert(falling.reaches(200.0 * million_usd).is_never());
static_assert(growing.reaches(50.0 * million_usd).is_never());
static_assert(growing.reaches(0.0 * usd).is_never());
static_assert(falling.reaches(-1.0 * usd).is_never());
static_assert(flat.reaches(50.0 * million_usd).is_never());
static_assert(flat.reaches(100.0 * million_usd) == start_date);
// Followed in both directions.
static_assert(hw::abs(falling.date_of(400.0 * million_usd) - (start_date - year)) < 1e-6 * second);
static_assert(hw::abs(growing.date_of(25.0 * million_usd) - (start_date - year)) < 1e-6 * second);
static_assert(flat.date_of(50.0 * million_usd).is_never());
static_assert(growing.date_of(-1.0 * usd).is_never());

TEST_CASE("exponential: golden values") {
    for (const auto& [t, expected] : reference::trend::exponential) {
        CHECK_THAT(falling(after_years(t)).in(million_usd), WithinRel(expected, 1e-14));
    }
}

TEST_CASE("exponential: date_of is the inverse") {
    for (int i = -400; i <= 400; ++i) {
        const auto when = start_date + 0.05 * i * year;
        CHECK(hw::abs(falling.date_of(falling(when)) - when) < 1e-5 * second);
        CHECK(hw::abs(growing.date_of(growing(when)) - when) < 1e-5 * second);
    }
}

TEST_CASE("exponential: the units of value and period do not matter") {
    const auto other = hw::exponential(start_date, 0.1 * billion_usd, hw::falls_by_factor(2.0, 6.0 * month));
    for (int i = -20; i <= 20; ++i) {
        const auto when = start_date + i * 0.3 * year;
        CHECK_THAT(other(when) / falling(when), WithinRel(1.0, 1e-14));
    }
}

TEST_CASE("exponential: integral in closed form") {
    CHECK_THAT(falling.integral(after_years(-1.0), after_years(3.0)).in(million_usd * year),
               WithinRel(reference::trend::exponential_integral, 1e-14));
    CHECK(flat.integral(start_date, after_years(3.0)) == 100.0 * million_usd * (3.0 * year));
    CHECK(falling.integral(start_date, start_date) == 0.0 * usd * year);
}

TEST_CASE("exponential: every number type gives the same") {
    check_number_types(
        [](auto factor) {
            return hw::exponential(start_date, 3.0 * usd, hw::falls_by_factor(factor, year))(after_years(1.5)).in(usd);
        },
        1.5, 6.0);
    check_number_types([](auto t) { return falling(after_years(t)).in(usd); }, -2.0, 2.0);
    check_number_types(
        [](auto level) { return falling.date_of(level * million_usd).seconds_since_1970(); }, 20.0, 220.0, 1e-5);
    check_number_types(
        [](auto rate) {
            const auto trend = hw::exponential(start_date, 3.0, hw::grows_continuously(rate / year));
            return trend.integral(start_date, after_years(2.0)).in(year);
        },
        -1.0, 1.0);
}

TEST_CASE("exponential: never is decided draw by draw") {
    const auto rates = hw::batch::generate([](int i) { return 0.1 * (i - 32); });
    const auto trend = hw::exponential(start_date, 1.0, hw::grows_continuously(rates / year));
    const auto when = trend.reaches(2.0);
    for (int i = 0; i < hw::batch::size; ++i) {
        CHECK((hw::value_at(when.seconds_since_1970(), i) == hw::date::never().seconds_since_1970()) == (i <= 32));
    }
}

TEST_CASE("exponential: the derivative of an average at no growth is half the span") {
    using dual = hw::dual<1>;
    const auto trend = hw::exponential(start_date, 1.0, hw::grows_continuously(dual::variable(0.0, 0) / year));
    CHECK_THAT(trend.integral(start_date, after_years(1.0)).in(year).gradient[0], WithinRel(0.5, 1e-12));
}

TEST_CASE("exponential: bad input") {
    const auto nan = __builtin_nan("");
    CHECK_THROWS_WITH(hw::exponential(start_date, 0.0 * usd, hw::growth()), "exponential: value must be > 0, got 0");
    CHECK_THROWS_WITH(hw::exponential(start_date, -2.0, hw::growth()), "exponential: value must be > 0, got -2");
    CHECK_THROWS_WITH(hw::exponential(start_date, nan, hw::growth()), StartsWith("exponential: value must be > 0, got"));
    CHECK_THROWS_WITH(hw::exponential(start_date, __builtin_huge_val(), hw::growth()),
                      "exponential: value must be a finite number, got inf");
    CHECK_THROWS_WITH(hw::exponential(hw::date::never(), 2.0, hw::growth()),
                      "exponential: at must be a date in the calendar, got never");
    CHECK_THROWS_WITH(hw::exponential(start_date, 2.0, hw::growth::from_rate_per_second(nan)),
                      StartsWith("exponential: growth rate per second must be a finite number"));
    CHECK_THROWS_WITH(falling.reaches(nan * usd), StartsWith("exponential: level must be a finite number"));
    CHECK_THROWS_AS(hw::exponential(start_date, hw::batch::generate([](int i) { return i - 3.0; }), hw::growth()),
                    std::domain_error);
}

TEST_CASE("exponential: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::exponential(start_date, x, hw::growth()); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::exponential(start_date, 1.0, hw::growth()).reaches(x); }, {0.0, -1.0, 3.0}, {nan, inf});

    // The average of exponential growth, by its series in more digits, on both sides of where the formulas change.
    for (const double rate : {-3e-4, -1.1e-4, -0.9e-4, -1e-5, -1e-9, 0.0, 1e-12, 1e-6, 0.9e-4, 1.1e-4, 3e-4, 1e-2, 1.0}) {
        long double term = 1.0L;
        long double sum = 0.0L;
        long double slope = 0.0L;
        long double power = 1.0L;  // rate^(k - 1) / (k + 1)!
        for (int k = 0; k < 30; ++k) {
            sum += term;
            term *= static_cast<long double>(rate) / (k + 2);
            if (k == 1) power = 1.0L / 2.0L;
            if (k > 1) power *= static_cast<long double>(rate) / (k + 1);
            if (k > 0) slope += k * power;
        }
        using dual = hw::dual<1>;
        const auto trend = hw::exponential(start_date, 1.0, hw::basic_growth<dual>::from_rate_per_second(
                                                                dual::variable(rate, 0)));
        const auto average = trend.integral(start_date, start_date + second).in(second);
        INFO(rate);
        CHECK_THAT(average.value, WithinRel(static_cast<double>(sum), 4e-16));
        CHECK_THAT(average.gradient[0], WithinRel(static_cast<double>(slope), 1e-11));
    }
}

}  // namespace
