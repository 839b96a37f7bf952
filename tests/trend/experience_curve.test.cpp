// SPDX-License-Identifier: BSL-1.0
#include <headway/trend/experience_curve.hpp>

#include "catch.hpp"
#include "reference/trend.hpp"
#include "trend/number_types.hpp"

#include <headway/trend/algebra.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinRel;

namespace {

using enum hw::current_period;
constexpr auto curve = hw::experience_curve(10.0 * usd / chip, 100.0 * chip, hw::learning_rate(0.2), included);

static_assert(curve(100.0 * chip) == 10.0 * usd / chip);
static_assert(hw::abs(curve(200.0 * chip).in(usd / chip) - 8.0) < 1e-14);
static_assert(hw::abs(curve.output_for(8.0 * usd / chip).in(chip) - 200.0) < 1e-11);
static_assert(curve.counted() == included);

// One learning, three spellings.
static_assert(hw::abs(hw::learning_rate(0.2).exponent() - 0.32192809488736235) < 1e-16);
static_assert(hw::abs(hw::progress_ratio(0.8).exponent() - 0.32192809488736235) < 1e-16);
static_assert(hw::abs(hw::learning_exponent(0.32192809488736235).rate() - 0.2) < 1e-15);
static_assert(hw::abs(hw::learning_rate(20.0 * percent).progress_ratio() - 0.8) < 1e-15);
static_assert(hw::learning_rate(0.0).exponent() == 0.0 && hw::learning_rate(-0.25).exponent() < 0.0);
static_assert(hw::abs(curve.learning().rate() - 0.2) < 1e-15);

// What a period makes counts, or not.
static_assert(curve.in_period(150.0 * chip, 50.0 * chip) == curve(200.0 * chip));
constexpr auto without = hw::experience_curve(10.0 * usd / chip, 100.0 * chip, hw::learning_rate(0.2), excluded);
static_assert(without.in_period(200.0 * chip, 50.0 * chip) == curve(200.0 * chip));

TEST_CASE("experience curve: golden values") {
    for (const auto& [q, expected] : reference::trend::wright) {
        CHECK_THAT(curve(q * chip).in(usd / chip), WithinRel(expected, 1e-14));
    }
}

TEST_CASE("experience curve: along exponential output it is Moore's law with mu = -w g (Sahal)") {
    const auto output = hw::exponential(start_date, 100.0 * chip, hw::grows_by_factor(1.5, year));
    for (const auto& each : {curve, without}) {
        const auto cost = each.along(output, 1.0 * month);
        static_assert(hw::is_exponential<decltype(cost)>);
        const auto hidden = each.along(hw::as_trend([&](const auto& t) { return output(t); }), 1.0 * month);
        CHECK_THAT(cost.growth().rate_per_second() / output.growth().rate_per_second(),
                   WithinRel(-0.32192809488736235, 1e-14));
        for (int i = -20; i <= 20; ++i) {
            const auto when = start_date + 0.7 * i * year;
            const auto seen = each.counted() == included ? when + 1.0 * month : when;
            CHECK_THAT(cost(when) / each(output(seen)), WithinRel(1.0, 1e-13));
            CHECK_THAT(hidden(when) / each(output(seen)), WithinRel(1.0, 1e-13));
        }
    }
    CHECK_THAT(curve.along(output)(after_years(2.0)) / curve(output(after_years(2.0))), WithinRel(1.0, 1e-14));
}

TEST_CASE("experience curve: along what is made from a date on") {
    const auto rate = hw::exponential(start_date, 100.0 * chip / year, hw::doubles_every(1.0 * year));
    const auto made = 100.0 * chip + hw::cumulative_from(start_date, rate);
    const auto cost = curve.along(made, 1.0 * year);
    CHECK_THAT(cost(after_years(1.0)) / curve(100.0 * chip + hw::cumulative(rate, start_date, after_years(2.0))),
               WithinRel(1.0, 1e-14));
    const auto half = hw::crossing(cost, 5.0 * usd / chip, hw::between(start_date, after_years(10.0)), hw::direction::falling);
    CHECK_THAT(made(half + 1.0 * year) / curve.output_for(5.0 * usd / chip), WithinRel(1.0, 1e-12));
}

TEST_CASE("experience curve: every number type gives the same") {
    check_number_types(
        [](auto rate) { return hw::experience_curve(10.0, 100.0, hw::learning_rate(rate), included)(300.0); }, 0.05, 0.5);
    check_number_types([](auto q) { return curve(q * chip).in(usd / chip); }, 50.0, 500.0);
    check_number_types(
        [](auto rate) {
            const auto output = hw::exponential(start_date, 100.0, hw::grows_by_factor(1.5, year));
            return hw::experience_curve(10.0, 100.0, hw::progress_ratio(rate), included).along(output)(after_years(4.0));
        },
        0.5, 0.95);
}

TEST_CASE("experience curve: bad input") {
    CHECK_THROWS_WITH(hw::learning_rate(1.0), "learning_rate: share must be below 1, got 1");
    CHECK_THROWS_WITH(hw::progress_ratio(0.0), "progress_ratio: share must be > 0, got 0");
    CHECK_THROWS_WITH(hw::learning_exponent(__builtin_nan("")), StartsWith("learning_exponent: exponent must be a finite"));
    CHECK_THROWS_WITH(hw::experience_curve(0.0, 1.0, hw::learning_rate(0.2), included),
                      "experience_curve: unit cost must be > 0, got 0");
    CHECK_THROWS_WITH(hw::experience_curve(1.0, -1.0, hw::learning_rate(0.2), included),
                      "experience_curve: cumulative output must be > 0, got -1");
    CHECK_THROWS_WITH(curve(0.0 * chip), "experience_curve: cumulative output must be > 0, got 0");
    CHECK_THROWS_WITH(hw::experience_curve(1.0, 1.0, hw::learning_rate(0.0), included).output_for(2.0),
                      "experience_curve: learning exponent must not be zero, got 0");
    const auto from_zero = hw::cumulative_from(start_date, hw::constant(1.0 * chip / year));
    CHECK_THROWS_WITH(curve.along(from_zero)(start_date), "experience_curve: cumulative output must be > 0, got 0");
    CHECK_THROWS_WITH(curve.along(from_zero, -1.0 * second), "along: period in seconds must be >= 0, got -1");
}

}  // namespace
