// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/gompertz.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::WithinRel;

namespace {

constexpr auto curve = hw::gompertz(100.0 * chip, start_date + 2.0 * year, 0.8 / year);

static_assert(hw::abs(curve(curve.inflection()) - 100.0 * chip / hw::exp(1.0)) < 1e-12 * chip);
static_assert(curve.ceiling() == 100.0 * chip);
static_assert(hw::abs(curve.rate().in(1.0 / year) - 0.8) < 1e-15);
static_assert(curve.reaches(0.0 * chip).is_never());
static_assert(curve.reaches(100.0 * chip).is_never());
static_assert(curve.reaches(-3.0 * chip).is_never());
static_assert(curve(start_date - 1e6 * year) == 0.0 * chip);
static_assert(curve(start_date + 1e6 * year) == 100.0 * chip);

TEST_CASE("gompertz: golden values") {
    for (const auto& [t, expected] : reference::trend::gompertz) {
        // The inner exponent, up to 50, magnifies rounding.
        CHECK_THAT(curve(after_years(t)).in(chip), WithinRel(expected, 1e-13));
    }
}

TEST_CASE("gompertz: rises, and reaches is the inverse") {
    for (int i = -40; i < 100; ++i) {
        const auto when = curve.inflection() + 0.1 * i * year;
        CHECK(curve(when) < curve(when + 0.1 * year));
        CHECK(hw::abs(curve.reaches(curve(when)) - when) < 1e-3 * second);
        CHECK(curve.date_of(curve(when)) == curve.reaches(curve(when)));
    }
}

TEST_CASE("gompertz: every number type gives the same") {
    check_number_types([](auto k) { return hw::gompertz(2.0, start_date, k / year)(after_years(1.5)); }, 0.2, 3.0);
    check_number_types([](auto t) { return curve(after_years(t)).in(chip); }, -1.0, 5.0);
    check_number_types([](auto level) { return curve.reaches(level * chip).seconds_since_1970(); }, 10.0, 90.0, 1e-5);
}

TEST_CASE("gompertz: derivatives stay finite far out") {
    using dual = hw::dual<1>;
    const auto trend = hw::gompertz(1.0, start_date, dual::variable(5.0, 0) / year);
    CHECK(trend(start_date - 1e6 * year).gradient[0] == 0.0);
    CHECK(trend(start_date + 1e6 * year).gradient[0] == 0.0);
}

TEST_CASE("gompertz: bad input") {
    CHECK_THROWS_WITH(hw::gompertz(-1.0, start_date, 1.0 / year), "gompertz: ceiling must be > 0, got -1");
    CHECK_THROWS_WITH(hw::gompertz(1.0, start_date, 0.0 / second), "gompertz: rate per second must be > 0, got 0");
    CHECK_THROWS_WITH(hw::gompertz(1.0, hw::date::never(), 1.0 / year),
                      "gompertz: inflection must be a date in the calendar, got never");
}

TEST_CASE("gompertz: limits pass, what is beyond is refused, in a block wherever it stands") {
    constexpr double nan = __builtin_nan("");
    constexpr double inf = __builtin_huge_val();
    check_refusals([&](const auto& x) { return hw::gompertz(x, start_date, 0.5 / year); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
    check_refusals([&](const auto& x) { return hw::gompertz(1.0, start_date, x / second); }, {1e-300, 1.0}, {0.0, -1.0, nan, inf});
}

}  // namespace
