// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/logistic.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto curve = hw::logistic(100.0 * chip, start_date + 2.0 * year, 0.8 / year);

static_assert(curve(curve.midpoint()) == 50.0 * chip);
static_assert(curve.ceiling() == 100.0 * chip);
static_assert(curve.reaches(50.0 * chip) == curve.midpoint());
static_assert(curve.reaches(0.0 * chip).is_never());
static_assert(curve.reaches(100.0 * chip).is_never());
static_assert(curve.reaches(101.0 * chip).is_never());
static_assert(curve.reaches(-1.0 * chip).is_never());
// Far out it is 0 and the ceiling, not a NaN.
static_assert(curve(start_date - 1e6 * year) == 0.0 * chip);
static_assert(curve(start_date + 1e6 * year) == 100.0 * chip);
// A growth as the rate is how the curve grows early.
static_assert(hw::logistic(1.0, start_date, hw::grows_by_factor(3.0, year)).early_growth() == hw::grows_by_factor(3.0, year));

TEST_CASE("logistic: golden values") {
    for (const auto& [t, expected] : reference::trend::logistic) {
        CHECK_THAT(curve(after_years(t)).in(chip), WithinRel(expected, 1e-14));
    }
}

TEST_CASE("logistic: rises, and reaches is the inverse") {
    for (int i = -80; i < 80; ++i) {
        const auto when = curve.midpoint() + 0.1 * i * year;
        CHECK(curve(when) < curve(when + 0.1 * year));
        // The condition of the inverse grows towards the ceiling: 1e-16 of a share is up to 1e-13 of a time constant.
        CHECK(hw::abs(curve.reaches(curve(when)) - when) < 1e-4 * second);
        CHECK(curve.date_of(curve(when)) == curve.reaches(curve(when)));
    }
}

TEST_CASE("logistic: integral in closed form, over short and very long spans") {
    CHECK_THAT(curve.integral(after_years(-1.0), after_years(3.0)).in(chip * year),
               WithinRel(reference::trend::logistic_integral, 1e-14));
    CHECK_THAT(curve.integral(curve.midpoint() - 1000.0 * year, curve.midpoint() + 1000.0 * year).in(chip * year),
               WithinRel(100.0 * 1000.0, 1e-13));
    // A span that holds two time constants beyond the switch of formulas.
    CHECK_THAT(curve.integral(curve.midpoint() - 20.0 * year, curve.midpoint() + 20.0 * year).in(chip * year),
               WithinRel(100.0 * 20.0, 1e-13));
    CHECK_THAT(curve.integral(curve.midpoint(), curve.midpoint() + 1.0 * second).in(chip * second), WithinRel(50.0, 1e-7));
}

TEST_CASE("logistic: every number type gives the same") {
    check_number_types([](auto k) { return hw::logistic(2.0, start_date, k / year)(after_years(1.5)); }, 0.2, 3.0);
    check_number_types([](auto t) { return curve(after_years(t)).in(chip); }, -3.0, 5.0);
    check_number_types([](auto level) { return curve.reaches(level * chip).seconds_since_1970(); }, 10.0, 90.0, 1e-5);
    check_number_types(
        [](auto k) {
            return hw::logistic(2.0, start_date, k / year).integral(after_years(-4.0), after_years(3.0)).in(year);
        },
        0.2, 8.0);
}

TEST_CASE("logistic: derivatives stay finite far out") {
    using dual = hw::dual<1>;
    const auto trend = hw::logistic(1.0, start_date, dual::variable(5.0, 0) / year);
    CHECK(trend(start_date - 1e6 * year).gradient[0] == 0.0);
    CHECK(trend(start_date + 1e6 * year).gradient[0] == 0.0);
}

TEST_CASE("logistic: bad input") {
    CHECK_THROWS_WITH(hw::logistic(0.0, start_date, 1.0 / year), "logistic: ceiling must be > 0, got 0");
    CHECK_THROWS_WITH(hw::logistic(1.0, start_date, -1.0 / second), "logistic: rate per second must be > 0, got -1");
    CHECK_THROWS_WITH(hw::logistic(1.0, hw::date::never(), 1.0 / year),
                      "logistic: midpoint must be a date in the calendar, got never");
    CHECK_THROWS_WITH(curve.reaches(__builtin_nan("") * chip), StartsWith("logistic: level must be a finite number"));
}

TEST_CASE("logistic: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::logistic(x, start_date, 0.5 / year); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::logistic(1.0, start_date, x / second); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
