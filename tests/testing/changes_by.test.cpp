// SPDX-License-Identifier: BSL-1.0
#include <headway/testing/changes_by.hpp>

#include "catch.hpp"

// The same string makers in every file of the program.
#include <headway/testing/catch.hpp>

#include <headway/quantity/units.hpp>
#include <headway/trend/logistic.hpp>

namespace hw = headway;
using namespace headway::units;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr auto curve = hw::exponential(hw::date(2024y / 3 / 1), 100.0 * million_usd, hw::falls_by_factor(4.0, year));
constexpr auto quarter = hw::falls_by_factor(4.0, year);
constexpr auto bend = hw::as_trend([](const auto& when) { return curve(when) + 1.0 * million_usd; });

}  // namespace

static_assert(hw::changes_by(quarter, hw::halves_every(0.5 * year)));
static_assert(hw::changes_by(curve, quarter) && !hw::changes_by(curve, hw::grows_by_factor(4.0, year)));
static_assert(hw::changes_by(quarter, quarter, 0.0));
// Unless said otherwise as close as 1e-9.
constexpr auto nearly = hw::falls_by_factor(4.0 * (1.0 + 0.9e-9), year);
constexpr auto not_quite = hw::falls_by_factor(4.0 * (1.0 + 1.1e-9), year);
static_assert(hw::changes_by(quarter, nearly) && !hw::changes_by(quarter, not_quite));
static_assert(hw::changes_by(curve, nearly) && !hw::changes_by(curve, not_quite));
static_assert(!hw::changes_by(curve, hw::falls_by_factor(4.1, year)));
static_assert(hw::changes_by(curve, hw::falls_by_factor(4.1, year), 5.0 * percent));
static_assert(!hw::changes_by(curve, hw::falls_by_factor(4.1, year), 2.0 * percent));
static_assert(hw::changes_by(curve, quarter, 2025y / 1 / 1, 2030y / 1 / 1));
static_assert(!hw::changes_by(bend, quarter, 2025y / 1 / 1, 2030y / 1 / 1));
static_assert(hw::changes_by(bend, quarter, 2025y / 1 / 1, 2025y / 6 / 1, 20.0 * percent));

TEST_CASE("a pace that is not the expected one is shown beside it") {
    CHECK(hw::changes_by(curve, hw::falls_by_factor(5.0, year)).text() ==
          "it changes by ÷4.00000 per year, expected: ÷5.00000 per year");
    CHECK(hw::changes_by(curve, quarter).text() == "it changes by ÷4.00000 per year");
}

TEST_CASE("of a trend the step furthest from the expected pace is shown") {
    const auto report = hw::changes_by(bend, quarter, 2025y / 1 / 1, 2030y / 1 / 1);
    CHECK(report.to == hw::date(2030y / 1 / 1));
    CHECK_THAT(report.text(), ContainsSubstring("it changes by ÷1.0") &&
                                  ContainsSubstring(", from 2029-12-02 to 2030-01-01, expected: ÷4.00000 per year"));
}

TEST_CASE("unless said otherwise a pace between two dates is compared to 1e-9") {
    CHECK(hw::changes_by(hw::as_trend(curve), nearly, 2024y / 3 / 1, 2024y / 9 / 1));
    CHECK(!hw::changes_by(hw::as_trend(curve), not_quite, 2024y / 3 / 1, 2024y / 9 / 1));
}

TEST_CASE("a value without a pace is no match") {
    const auto gone = hw::as_trend([](const auto& when) { return curve(when) - 20.0 * million_usd; });
    const auto report = hw::changes_by(gone, quarter, 2025y / 1 / 1, 2027y / 1 / 1, 100.0);
    CHECK(!report);
    const auto until = [](double then) {
        return hw::as_trend([=](const auto& when) {
            return when < hw::date(2026y / 1 / 1) ? curve(when) : then * usd;
        });
    };
    for (const double then : {0.0, __builtin_huge_val()}) {
        const auto no_pace = hw::changes_by(until(then), quarter, 2025y / 1 / 1, 2027y / 1 / 1, 1e300);
        CHECK(!no_pace);
        CHECK(!no_pace.has_pace);
        CHECK(no_pace.from < hw::date(2026y / 1 / 1));
        CHECK(no_pace.to >= hw::date(2026y / 1 / 1));
        const auto from_the_start = hw::changes_by(until(then), quarter, 2026y / 1 / 1, 2027y / 1 / 1, 1e300);
        CHECK(!from_the_start.has_pace);
        CHECK(from_the_start.from == hw::date(2026y / 1 / 1));
    }
    CHECK_THAT(report.text(), ContainsSubstring("the value is not above zero and finite, from 2025-0"));
}

TEST_CASE("dates and tolerances that cannot be are refused") {
    CHECK_THROWS_WITH(hw::changes_by(curve, quarter, 2025y / 1 / 1, 2025y / 1 / 1), ContainsSubstring("must be before the second"));
    CHECK_THROWS_WITH(hw::changes_by(curve, quarter, 2025y / 1 / 1, hw::date::never()), ContainsSubstring("in the calendar"));
    CHECK_THROWS_WITH(hw::changes_by(curve, quarter, -0.1), ContainsSubstring("tolerance must be >= 0"));
    CHECK_THROWS_WITH(hw::changes_by(curve, quarter, __builtin_nan("")), ContainsSubstring("tolerance must be >= 0"));
}
